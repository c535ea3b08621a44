"""What people are told where a constraint of the room is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "claim_approved_by_another": _("A claim is approved by another person than its author."),
    "quote_approved_by_another": _("A quote is approved by another person than who wrote it down."),
}
