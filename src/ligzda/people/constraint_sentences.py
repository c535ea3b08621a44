"""What people are told where a constraint of the room is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "person_code_once_in_a_municipality": _(
        "Somebody with this personal code is registered here already. Look for them in the list."
    ),
    "person_birth_year_within_reason": _("The year of birth is between 1900 and 2100."),
    "stay_one_at_a_time": _("This person stays in an incubator in these days already."),
    "stay_begins_with_its_contract": _("A stay begins on the day of its contract or after it."),
    "stay_is_planned_to_end_after_it_begins": _("The planned last day is before the first."),
    "entry_months_are_of_the_unemployed": _("Months without work are told of the unemployed."),
    "entry_age_within_reason": _("Nobody is older than 110 years."),
}
