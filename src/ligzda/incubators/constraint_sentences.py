"""What people are told where a constraint of the incubators is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "incubator.municipality": _("This municipality has an incubator already."),
    "incubator.slug": _("This municipality has an incubator already."),
    "incubator_open_since_a_day": _("Save the opening day first."),
    "incubator_says_why_only_some_models": _(
        "Where an incubator can run only some models, name them and say why in both languages."
    ),
}
