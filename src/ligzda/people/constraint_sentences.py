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
    "stay.holds_what_belongs_to_it": _(
        "An absence or a support is recorded after the last day, or before the first. Mend that "
        "first."
    ),
    "absence_one_at_a_time": _("The person is away in these days already."),
    "absence.within_its_stay": _("The person does not stay in the incubator on all of these days."),
    "transfer_asked_once_at_a_time": _(
        "A transfer is asked for already and awaits the other side."
    ),
    "transfer_has_a_legal_basis": _(
        "Without a legal basis nobody's record leaves the municipality: choose it, and write "
        "the number of the document, without blanks."
    ),
    "transfer_goes_to_another_municipality": _("Choose the incubator of another municipality."),
    "transfer.answered_once": _("This transfer has been answered already."),
    "plan_one_draft_at_a_time": _("There is a draft of this plan already."),
    "plan_approved_by_a_second_person": _("You wrote this plan; somebody else approves it."),
    "plan.fixed_once_approved": _("This version of the plan is approved already."),
    "planstep.fixed_once_approved": _("This version of the plan is approved already."),
    "delivery.within_its_stay": _("The person did not stay in an incubator on this day."),
    "support_once_a_person_in_a_session": _("This session is written down already."),
    "support_reference_once_in_a_municipality": _(
        "A row with this number of your list is written down already."
    ),
    "support_takes_minutes_unless_nobody_came": _(
        "Who did not come has no minutes; for everybody else write how many there were."
    ),
    "attempt_next_try_is_later": _("The next try is on a later day."),
    "tracing_contact_has_its_place": _(
        "Somebody named a contact at the same moment. Look at the list and try again."
    ),
    "follow_up_is_lost_once": _("This follow-up is given up already."),
    "observation_once": _(
        "These questions are answered for this moment already. To change an answer, correct it."
    ),
    "observation.supersedes": _("This was corrected already; correct the newer answers."),
    "unfinished_once": _("Somebody answers the same questions at this moment; try again."),
}
