"""What people are told where a constraint of the network is broken (kernel/constraints.py)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Words

SENTENCES: dict[str, Words] = {
    "user.email": _("There is an account with this address already."),
    "user_email_unique_whatever_case": _("There is an account with this address already."),
    "membership_role_held_once_at_a_time": _("They hold this role at this partner in these days."),
    "unit_periods_never_overlap": _("Two units of one municipality overlap in these days."),
    "unit_label_lies_in_latvia": _("The point of the label lies outside Latvia."),
    "succession_stands_once": _("This succession is recorded already."),
    "succession_joins_two_units": _("A unit cannot succeed itself."),
    "population_once_a_day": _("This unit has a figure for this day already."),
    "population_of_nobody_is_no_data": _(
        "A number of inhabitants is more than none; leave it out where it is not known."
    ),
    "population_has_a_source": _("Name the source in both languages."),
    "partner_municipality_if_and_only_if_of_that_kind": _(
        "A partner of the kind “municipality” has one, and no other partner has."
    ),
    "partner.slug": _("There is a partner of this name."),
    "partner.municipality": _("This municipality is a partner already."),
    "decision_stands_once": _(
        "A decision of this title, taken by this council on this day, stands already."
    ),
    "conduct_accepted_once": _("You have accepted the code of conduct."),
    "conductacceptance.accepted_stays": _("What was accepted stays as it is."),
    "decision_permits_what_is_known": _("Choose what is permitted from the list."),
    "decision_is_valid_from_its_sitting": _("Its last day lies before its sitting."),
    "decision_is_seen_by_two_or_says_so": _("Another person than its last writer publishes it."),
    "decision_document_stands_once": _("This file is attached already."),
    "decision_document_has_a_title": _("Give the document a title."),
    "decision_document_size_is_true": _("The file is empty or larger than 10 MB."),
    "decisiondocument.fixed_when_published": _(
        "This decision is published and stays as it is. Record a new decision instead."
    ),
    "decision_votes_all_known_or_none": _("Give all three numbers of votes, or none."),
    "decision_has_a_majority": _("A decision has more votes for it than against it."),
    "statement_corrected_says_how": _("Say what is right instead."),
    "auditevent.append_only": _("What the audit trail holds is neither changed nor deleted."),
    "auditlink.append_only": _("What the audit trail holds is neither changed nor deleted."),
    "unsaved_text_once_a_form": _("The text was kept from another window at the same moment."),
}
