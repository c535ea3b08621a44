"""Whatever constraint a person can meet has a sentence, and the sentence comes to them."""

import datetime

import pytest
from django import forms
from django.apps import apps
from django.contrib.messages.storage.fallback import FallbackStorage
from django.db import IntegrityError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils.translation import override
from tests.cast import Cast
from tests.constraints import constraints_of

from ligzda.kernel.attempt import attempt
from ligzda.kernel.constraints import as_refusals, sentence_of
from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.room import named, rooms
from ligzda.network.models import AuditEvent, Membership, Partner, Population, Succession, Unit
from ligzda.server.unsent import UnsentMiddleware

DAY = datetime.date(2016, 3, 17)
ONLY_A_MISTAKE_OF_OURS = {
    "blueprints": """exclusion_in_order factor.code factor.position level_belongs_to_factor
        level_code_once_a_factor level_position_once_a_factor spanning_factor_is_a_b_or_c
        spanningfactor.code spanninglevel.level version_numbers_begin_at_one
        version_published_by_somebody_at_some_time version_rule_in_place
        version_rule_status_is_known version_text_item_is_known version_text_once_an_item""",
    "incubators": """authorisation.as_given
        authorisation_ended_by_somebody_at_some_time authorisation_ends_after_it_begins
        authorisation_once_a_certificate authorisation_says_what_gave_it
        award_route_ends_after_it_begins award_route_once
        booking.counts_changes booking_released_is_of_nobody_who_came booking_says_what_for
        building_has_a_name closed_month_is_a_month condition_ends_after_it_begins
        condition_is_known condition_one_at_a_time confirmation_item_is_known
        confirmation_names_a_paper confirmation_once_an_item correction_category_is_known
        correction_changes_something correction_says_why equipment.keeps_its_conditions
        equipment_condition_is_known equipment_has_a_name equipment_pauses_are_whole_steps
        equipmentphoto_hash_is_of_its_content feed.token_hash feed_once hours_once_a_weekday
        hours_weekday_is_known incident_closed_by_somebody_at_some_time
        incident_kind_is_known incident_says_what incubator_state_is_known
        maintenance.occupation maintenance_has_hours_or_was_done_by_somebody
        maintenance_says_what manual_has_a_title manual_hash_is_of_its_content
        manual_size_is_true measure_says_what monthly_cost_category_is_known
        monthly_cost_is_not_negative monthly_cost_is_of_a_month
        occupation_is_booked_or_says_why occupation_is_of_one_thing
        occupation_place_is_in_a_room order_has_a_value order_plan_has_amounts
        order_plan_says_what order_plan_year_is_known order_says_what plan_says_what
        planned_cost_category_is_known planned_cost_is_not_negative
        planned_cost_is_of_a_month quota_is_of_one_kind room_has_a_name
        roomplan.room roomplan_hash_is_of_its_content special_day_says_why
        waiting_closed_at_some_time waiting_is_for_one_thing
        waiting_offer_ends_before_the_time_begins waiting_place_is_in_a_room
        waiting_says_what_for work_says_what_and_by_whom""",
    "legislation": """act_kind_is_known act.slug act.title act_text_and_source_are_given
        act_text_has_its_hash acttext.text_stays annotation_section_once
        annotation_section_says_something annotationpart.as_filed change_has_its_place
        change_says_something ground.as_filed ground_has_a_hash ground_once_a_package
        opinion.as_filed opinion_result_and_round_are_known
        opinion_row_kind_and_outcome_are_known opinion_row_says_something opinionrow.as_filed
        package_filed_by_somebody_once_signed package_kind_and_term_are_known
        package_signed_by_somebody_at_some_time regulation_says_something
        regulation_announced_by_somebody_with_its_text regulation_is_adopted_with_its_number
        regulation_is_sent_once_adopted regulation_is_answered_once_sent
        regulation_is_published_once_sent memorandum_section_once
        memorandum_section_says_something consultation_is_about_one_draft consultation.days_stay
        publiccomment.said_stays public_comment_says_something
        public_comment_is_of_an_account_or_recorded consultation.package consultation.regulation
        regulation.decision package_form_is_known advised_once_a_package advised_has_a_hash
        advised.as_filed unit_link_names_unit_and_level form_confirmed_once
        confirmed_form_is_given confirmedform.as_filed budget_amount_once
        budget_row_and_year_are_known budgetline.as_filed""",
    "findings": """claim.claim_stays_as_drafted claim.claim_state_has_its_turn
        claim_approved_by_somebody_at_some_time claim_hash_is_of_its_predicate
        claim_is_judged_once_approved claim_state_is_known claim_verdict_is_known
        ad_hoc_failed_says_why ad_hoc_table_goes_with_the_answer adhocevaluation.key
        quote.quote_stays_as_written quote.receipt quote_approved_by_somebody_at_some_time
        quote_taken_back_is_empty claim.claim_never_deleted
        claim.number claim.sha256 claimturn.turn_is_never_changed
        certaintyrating.rating_is_never_changed evaluationrun.fixed_once_finished
        rating_domain_is_known rating_goes_down_three_levels_at_most
        run_failed_says_why run_finished_has_its_result run_hash_is_of_its_plan
        run_hash_is_of_its_result run_once_of_the_same_inputs
        turn_by_facts_names_its_run turn_is_in_the_table release.number
        release.release_never_changes release.run release_hash_is_of_its_result
        release_is_whole""",
    "indicators": """acceptance_says_why data_set_counts_somebody data_set_frozen_once
        data_set_hash_is_of_its_content data_set_is_not_of_the_future dataset.data_set_is_frozen
        own_indicator_says_what_it_counts own_value_is_not_of_the_future
        quality_counted_once quality_late_are_open
        quality_done_are_counted quality_finding_closes_after_it_was_found
        quality_finding_is_due_later
        quality_finding_is_not_of_the_future quality_finding_once quality_measured_once
        quality_severity_is_known public_release_hash_is_of_its_line
        public_release_hides_of_its_cells publicrelease.public_release_is_fixed
        publicrelease.public_release_stays""",
    "methodology": """block_draws_from_something_or_is_prose
        docx_taken_back_by_somebody_at_some_time
        word_names_who_commented_while_it_waits word_names_who_suggested_while_it_waits
        blockcomment.block_comment_stays blockversion.block_version_stays
        present_once_in_a_block suggestion_decided_by_somebody_at_some_time
        criterion.immutable_when_published criterion_judged_once
        edition_hash_is_of_its_content edition_hash_is_of_its_line
        edition_published_by_another edition_published_has_its_line
        publishededition.edition_follows_the_log
        publishededition.edition_published_stays
        publishededition.edition_stays_as_prepared publishededition.number
        recommendation.recommendation_published_stays
        recommendation_counts_from_one recommendation_published_by_another
        recommendation_published_by_somebody recommendation_strength_is_known
        rests_on_a_claim_once restson.immutable_when_published""",
    "network": """audit_holds_facts audit_names_the_action auditlink.event
        conduct_names_its_version
        decision_document_hash_is_of_its_content decision_document_kind_is_known
        decision_published_by_somebody_at_some_time digest_once_a_day membership_has_a_beginning
        membership_role_is_known municipality.code municipality.slug municipality_code_is_iso
        notice_language_is_spoken noticechoice.user partner_kind_is_known
        statement_status_is_known statementcheck.key unit_has_a_beginning unit_kind_is_known
        user_nobody_stands_above_the_roles user_one_system_member
        user_system_member_never_signs_in""",
    "newsroom": """ban_lifted_by_someone comment.edit_leaves_a_step comment.receipt comment.token
        comment_claim_has_an_end comment_guest_has_a_receipt comment_restricted_has_a_ground
        comment_state_is_known discussion.article discussion_mode_is_known letter_is_about_one_thing
        notice.receipt notice_decided_by_someone originsalt.day transition.kept
        transition.unchanged transition_is_in_the_table transition_names_the_moderator
        transition_undo_names_what""",
    "training": """attempt_passed_once attempt_right_of_those_asked attendance.is_of_its_session
        attendance_is_known_by_something attendance_once certificate.as_signed certificate.code
        certificate.never_deleted certificate.only_emptied certificate.revoked_once
        certificate.supersedes
        certificate_code_is_of_its_alphabet certificate_ends_after_it_begins
        certificate_is_whole_or_erased certificate_link_is_its_own
        certificate_revoked_by_somebody_at_some_time checklist_position_once
        checklistitem.immutable_when_published course.code
        courseversion.immutable_when_published course_version_is_taught_in_a_language
        course_version_number_once_a_course course_version_numbers_begin_at_one
        course_version_published_by_somebody_at_some_time course_version_test_can_be_passed
        disuse_reminder_60_or_14_days_before disuse_reminder_once_a_day_of_lapse
        enrolment.certificate enrolment.place_is_in_the_session
        enrolment_checklist_signed_by_somebody_else enrolment_has_a_place_or_waits
        enrolment_offer_has_an_end enrolment_once_a_session enrolment_place_once meeting.as_told
        prerequisite.immutable_when_published prerequisite_once question.immutable_when_published
        question_has_answers_of_which_one_is_right question_position_once session.as_told
        session.called_off_once session_called_off_by_somebody_with_a_reason
        session_has_room_for_the_fewest session_is_in_a_place_or_online session_language_is_known
        session_letter_kind_is_known mentor_hours_once_a_day mentor_hours_weekday_is_known
        mentoringnote.as_written mentoroffer.user note_says_something offer_languages_are_known
        offer_topics_are_known pair_has_a_beginning pair_topic_and_language_are_known
        reminder_60_or_14_days_before reminder_once_a_certificate
        wish_topic_and_language_are_known""",
    "people": """appeal_answered_with_reasons_by_somebody_on_a_day appeal_says_why
        application.sealed_as application.secret_hash application_decision_made_by_somebody_on_a_day
        application_decision_says_what_and_why application_decision_told_after_it_was_made
        application_document_is_named application_due_after_it_came
        application_document_seen_by_somebody_after_it_was_asked
        application_state_and_sender_are_known applicationappeal.sealed_as
        applicationdecision.sealed_as applicationdecision.stays_once_made
        applicationdocument.sealed_as applicationdraft.secret_hash
        offer_answered_on_a_day offer_leaves_time_to_answer placeoffer.sealed_as
        person_letter_is_about_one_thing person_letter_once_a_decision person_letter_once_an_offer
        personletter.sealed_as
        skip.as_it_was skip.sealed_as skip_once_for_an_offer skip_says_why
        target_group_ages_leave_somebody target_group_ends_after_it_begins target_group_once
        waiting_ends_on_a_day waitingplace.application waitingplace.sealed_as
        double_named_once double_names_the_older_first double_state_and_likeness_are_known
        networkquestion.as_it_was question_says_what_for token_kind_is_known token_once_a_person
        absence_has_a_first_day absence_kind_is_known delivery.sealed_as
        entry_codes_are_known entry_what_was_not_asked_is_empty entrysnapshot.as_it_was
        entrysnapshot.sealed_as entrysnapshot.stay person.sealed_as person_erased_is_empty
        person_gender_and_language_are_known person_is_not_merged_into_self
        consent_given_once consent_is_taken_back_by_somebody consent_text_numbered
        consent_text_purpose_is_known consenttext.as_it_was hold_has_a_first_and_a_last_day
        hold_says_what_and_why reading.as_it_was reading_says_what representative.sealed_as
        representative_has_a_first_day representative_standing_is_known
        representative_who_helps_does_not_sign request_codes_are_known
        request_erased_by_a_second_person request_is_answered_by_somebody
        request_is_due_after_it_is_asked rightsrequest.sealed_as stay.sealed_as
        stay_ends_with_state_and_reason
        stay_has_a_first_day stay_state_and_reason_are_known
        plan.sealed_as plan_approved_by_somebody_at_some_time plan_goal_is_known
        plan_number_once_a_stay planreview.as_it_was planreview.sealed_as planstep.sealed_as
        step_number_once_a_plan
        step_says_what support_service_and_mode_are_known
        transfer_answered_by_somebody_at_some_time transfer_declined_says_why
        attachment.sealed_as attempt_codes_are_known conflict.sealed_as
        conflict_is_decided_by_somebody contactattempt.sealed_as device.login device_has_a_name
        lost_codes_are_known lostfollowup.sealed_as observation.as_it_was observation.sealed_as
        observation_codes_are_known observation_correction_says_why
        observation_score_within_reason observation_supersedes_another submission.observation
        submission.sealed_as submission_once tracing_contact_withdrawn_is_empty
        tracing_contacts_are_three_at_most tracingcontact.sealed_as unfinished_moment_is_known
        unfinishedanswers.sealed_as""",
    "trial": """adaptation_item_is_known adaptation_kind_is_known chancerun.key
        chancerun_done_of_total chancerun_key_is_a_hash course_has_a_beginning_and_an_end
        designrun.key designrun_done_of_total designrun_key_is_a_hash
        deviation_approved_by_somebody_at_some_time deviation_seen_and_bias_are_known
        document_hash_is_of_its_content draw_hashes_are_hashes draw_problem_hash_is_of_its_file
        draw_revealed_as_a_whole draw_seed_matches_its_hash fidelity_item_once
        fidelity_quarter_begins_a_quarter flow_stage_is_known protocol_hash_is_of_its_text
        protocol_registered_by_somebody_with_hash_and_plan""",
    "ventures": """aid.of_its_municipality aid_is_known aid_of_another_is_of_the_register
        aid_of_premises_is_the_rent_forgone aid_of_premises_says_its_rent
        ceiling_ends_after_it_begins ceiling_is_known ceiling_once criterion_is_named
        criterion_once enterprise.sealed_as enterprise_activity_is_a_division
        enterprise_form_is_known enterprise_is_named_by_its_form
        enterprise_number_is_of_the_register finding.of_its_municipality
        finding_kind_is_known finding_once finding_settled_by_somebody_with_a_reason
        involvement.sealed_as involvement_has_a_first_day involvement_role_is_known
        job_has_a_first_day job_hours_within_reason job_is_confirmed_after_it_began
        jobspell.of_its_municipality link.of_its_municipality
        link_has_a_basis_and_a_first_day link_is_of_two_undertakings link_reference_once
        milestone.of_its_municipality milestone_file_is_of_a_register
        milestone_is_said_when_it_was milestone_kind_and_source_are_known
        register_file_is_known statuscheck.of_its_municipality turnover.of_its_municipality
        turnover_is_not_negative turnover_is_of_a_half_year_or_a_year
        turnover_shares_are_shares""",
}
"""No form and no action lets anybody choose what these refuse: breaking one is a fault of the
program, and is logged as one instead of being said as if a person had answered wrongly."""


def _breakable(room: str) -> set[str]:
    """Return constraints, triggers and unique fields of a room's models."""
    unique = {
        f"{model._meta.model_name}.{field.name}"
        for model in apps.get_app_config(room).get_models()
        if not hasattr(model, "pgh_tracked_model")
        for field in model._meta.local_fields
        if field.unique and not field.primary_key
    }
    return constraints_of(room) | unique


def _said(room: str) -> set[str]:
    """Return what has a sentence: in the room's table, or in its model."""
    own = {
        constraint.name
        for model in apps.get_app_config(room).get_models()
        for constraint in model._meta.constraints
        if constraint.violation_error_message != constraint.default_violation_error_message
    }
    path = next(each.constraint_sentences for each in rooms() if each.name == room)
    return own | set(named(path) if path else ())


@pytest.mark.parametrize("room", [room.name for room in rooms()])
def test_every_constraint_is_said_or_only_a_mistake_of_ours(room: str) -> None:
    """Fault B6: “Nav ievērots ierobežojums “banner_ends_after_it_begins””, in any room."""
    ours = set(ONLY_A_MISTAKE_OF_OURS.get(room, "").split())
    assert _said(room) | ours == _breakable(room)
    assert not _said(room) & ours


def test_each_sentence_is_said_in_both_languages() -> None:
    sentences = [
        sentence
        for room in rooms()
        if room.constraint_sentences
        for sentence in named(room.constraint_sentences).values()
    ]
    assert len(sentences) > 60
    for sentence in sentences:
        with override("en"):
            english = str(sentence)
        with override("lv"):
            assert str(sentence) not in ("", english)


def _unit() -> Unit:
    return Unit.objects.get(municipality__code="LV-067", period__contains=DAY)


def _break_a_check() -> None:
    Succession.objects.bulk_create([Succession(predecessor=_unit(), successor=_unit())])


def _break_a_unique_constraint() -> None:
    given = {"on": DAY, "inhabitants": 1, "source_lv": "avots", "source_en": "source"}
    Population.objects.bulk_create([Population(unit=_unit(), **given) for _twice in range(2)])


def _break_an_exclusion() -> None:
    row = Membership.objects.filter(period__isempty=False).earliest("pk")
    row.pk = None
    Membership.objects.bulk_create([row])


def _break_a_unique_field() -> None:
    row = Partner.objects.earliest("pk")
    row.pk, row.municipality = None, None
    row.kind = Partner.Kind.ASSOCIATION
    Partner.objects.bulk_create([row])


def _break_a_trigger() -> None:
    AuditEvent.objects.update(action="another")


PROVOKED = {
    "A unit cannot succeed itself.": _break_a_check,
    "This unit has a figure for this day already.": _break_a_unique_constraint,
    "They hold this role at this partner in these days.": _break_an_exclusion,
    "There is a partner of this name.": _break_a_unique_field,
    "What the audit trail holds is neither changed nor deleted.": _break_a_trigger,
}


@pytest.mark.parametrize("sentence", PROVOKED)
def test_a_broken_constraint_is_a_refusal_beside_the_form(cast: Cast, sentence: str) -> None:
    request, form = _request(), forms.Form({})
    with override("en"), transaction.atomic():
        assert not attempt(request, transaction.atomic(PROVOKED[sentence]), form=form, done="done")
    assert form.non_field_errors() == [sentence]


def test_one_that_no_page_has_caught_is_a_page_with_the_text(cast: Cast) -> None:
    def page(request: HttpRequest) -> HttpResponse:
        raise AssertionError

    request = _request(text="divi vārdi")
    with pytest.raises(IntegrityError) as broken, transaction.atomic():
        _break_a_check()
    answer = UnsentMiddleware(page).process_exception(request, broken.value)
    assert answer is not None
    assert answer.status_code == 409
    assert "divi vārdi" in answer.content.decode()


def test_a_mistake_of_ours_stays_an_error(cast: Cast) -> None:
    with pytest.raises(IntegrityError) as broken, as_refusals(), transaction.atomic():
        Unit.objects.filter(pk=_unit().pk).update(kind="pagasts")
    assert sentence_of(broken.value) is None
    with pytest.raises(WrongStateError), as_refusals(), transaction.atomic():
        _break_a_check()
    assert connection.is_usable()


def _request(**given: str) -> HttpRequest:
    request = RequestFactory().post("/", given)
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return request
