"""What people are told where a constraint of legislation is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "act_text_added_once": _("This text of this day stands in the register already."),
    "package_is_filed_by_a_second_person": _(
        "Whoever signed a package does not file it: a second person looks at it."
    ),
    "package_has_a_day_if_it_says_so": _(
        "Give the day on which the package comes into force, or choose another term."
    ),
    "opinion_once_a_round": _("This institution has given its opinion in this round already."),
    "opinion_row_outcome_has_reasons": _("An answer has its reasons: write them down."),
    "package.filed_stays": _("A filed package is not changed any more. Draft a new one."),
    "change.as_filed": _("A filed package is not changed any more. Draft a new one."),
}
