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
    "request_open_once": _("The same is asked already, and not answered yet."),
    "entry_age_within_reason": _("Nobody is older than 110 years."),
    "application_one_open": _(
        "An application of this person waits for a decision already. Look for it in the list."
    ),
    "application_decision_one_in_writing": _(
        "Somebody else has just written up a decision on this application. Look at it first."
    ),
    "appeal_once_against_a_decision": _("This decision was appealed already."),
    "waiting_in_one_line": _("This person waits for a place already."),
    "offer_one_at_a_time": _("A place is offered to this person already."),
    "offer_answered_in_time": _("The offer has run out."),
}
