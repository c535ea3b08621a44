"""What people are told where a constraint of the room is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "acceptance_ends_after_it_begins": _("An acceptance lasts from today on, a year at most."),
    "own_indicator_named_once": _("An indicator of this name is in the drawer already."),
    "own_value_once_a_day": _(
        "Somebody has written a value of this day just now. Look at it first."
    ),
}
