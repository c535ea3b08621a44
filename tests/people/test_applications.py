"""Applications: from whom, for whom, until when decided, by whom, and appealed."""

import datetime
from collections.abc import Iterator

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import override
from tests.cast import Cast
from tests.people import applying
from tests.people.conftest import ANNA, Staff

from ligzda.incubators.places.opening import is_working_day
from ligzda.kernel.errors import BadDataError, NotAllowedError, RefusedError
from ligzda.network.models import AuditEvent
from ligzda.people.actions import PersonFacts, register_person
from ligzda.people.applications import actions, limits, queries, rules
from ligzda.people.applications.actions import ApplicationFacts
from ligzda.people.applications.eligibility import age_on, eligibility
from ligzda.people.models import (
    Application,
    ApplicationAppeal,
    ApplicationDecision,
    ApplicationDocument,
    Person,
    TargetGroup,
    WaitingPlace,
)
from ligzda.people.rights import actions as rights

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are matched in the language they are written in."""
    with override("en"):
        yield


def today() -> datetime.date:
    return timezone.localdate()


def test_it_works(staff: Staff, anna: Person) -> None:
    row = applying.apply(staff, anna)
    assert row.due_on == limits.decide_by(row.received_on)
    made = applying.decided(staff, row)
    row.refresh_from_db()
    assert (row.state, made.decided_by) == ("accepted", staff.manager)
    place = queries.place_of(row)
    assert place is not None
    assert (place.position, timezone.localdate(place.place.lined_up_at)) == (1, row.received_on)


def test_no_word_of_an_application_stands_in_clear(staff: Staff, anna: Person) -> None:
    row = applying.apply(staff, anna)
    applying.decided(staff, row, "refused")
    with connection.cursor() as cursor:
        for table, where in (
            ("people_application", ""),
            ("people_applicationevent", ""),
            ("people_applicationdecision", ""),
            ("network_auditevent", "WHERE object_type LIKE 'people.%' AND action LIKE 'appl%'"),
        ):
            cursor.execute(f"SELECT string_agg(to_jsonb(t)::text, ' ') FROM {table} t {where}")
            text = cursor.fetchone()[0]
            for word in (applying.GROUP, "Pēc saraksta"):
                assert word not in text
                assert word.encode().hex() not in text


@pytest.mark.parametrize(
    ("codes", "day", "born", "sentence"),
    [
        (["roma"], "2024-05-02", None, "was in force"),
        (["roma"], "2017-05-02", None, "it is there from"),
        (["disability"], "2015-08-19", None, "it is there from"),
        (["unemployed-over-54"], "2024-05-02", "1970-05-03", "the age was 53"),
        (["unemployed-over-54"], "2024-05-02", None, "is not known"),
        (["care-leaver"], "2024-05-02", "1999-05-02", "younger than 25"),
        (["nobles"], "2024-05-02", None, "was not on the list"),
        ([], "2024-05-02", None, "No target group was named"),
    ],
)
def test_eligibility_is_held_against_the_list_of_the_day_and_says_why(
    codes: list[str], day: str, born: str | None, sentence: str, staff: Staff
) -> None:
    applying.incubator(staff)
    on = datetime.date.fromisoformat(day)
    found = eligibility(codes, datetime.date.fromisoformat(born) if born else None, on)
    assert found.eligible == (sentence == "was in force")
    assert sentence in found.why


def test_a_group_that_left_the_list_counts_until_its_last_day(staff: Staff) -> None:
    applying.incubator(staff)
    TargetGroup.objects.filter(code="roma").update(valid_to=datetime.date(2024, 5, 2))
    assert eligibility(["roma"], None, datetime.date(2024, 5, 2)).eligible
    gone = eligibility(["roma"], None, datetime.date(2024, 5, 3))
    assert not gone.eligible
    assert "it was there until 2 May 2024" in gone.why


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [("1970-05-03", "2025-05-02", 54), ("1970-05-03", "2025-05-03", 55),
     ("2000-02-29", "2025-02-28", 24), ("2000-02-29", "2025-03-01", 25)],
)  # fmt: skip
def test_an_age_is_of_a_day(born: str, day: str, age: int) -> None:
    assert age_on(*map(datetime.date.fromisoformat, (day, born))) == age


def test_who_is_not_eligible_gets_a_refusal_with_reasons_and_no_acceptance(
    staff: Staff, anna: Person
) -> None:
    row = applying.apply(staff, anna, ("unemployed-over-54",))
    [document] = row.documents.all()
    actions.see_document(by=staff.social_worker, document=document, on=today())
    with pytest.raises(RefusedError, match="is for people of 55 years or more"):
        actions.write_up(
            by=staff.social_worker, application=row, outcome="accepted", reasons="Labi."
        )
    assert applying.decided(staff, row, "refused").outcome == "refused"
    assert not WaitingPlace.objects.exists()


def test_nobody_applies_twice_or_for_somebody_who_waits(staff: Staff, anna: Person) -> None:
    row = applying.apply(staff, anna)
    with pytest.raises(RefusedError, match="waits for a decision already"):
        applying.apply(staff, anna)
    applying.decided(staff, row)
    with pytest.raises(RefusedError, match="waits for a place already"):
        applying.apply(staff, anna)
    assert Application.objects.count() == 1


def test_a_referral_opens_the_record_and_says_who_refers(staff: Staff) -> None:
    given = ApplicationFacts(
        sender="organisation", received_on=today(), helper="Biedrība “Tilts”", groups=("roma",)
    )
    row = actions.apply(
        by=staff.social_worker, incubator=applying.incubator(staff), who=ANNA, facts_given=given
    )
    assert row.person.name == "Anna Bērziņa-Kalniņa"
    with pytest.raises(RefusedError, match="whoever refers"):
        actions.apply(
            by=staff.social_worker,
            incubator=applying.incubator(staff),
            who=ANNA,
            facts_given=ApplicationFacts(sender="relative", received_on=today()),
        )
    assert Person.objects.count() == 1  # the record is not opened without its application


def test_an_application_of_tomorrow_or_of_somebody_elsewhere_is_refused(
    staff: Staff, anna: Person
) -> None:
    with pytest.raises(BadDataError, match="in the future"):
        applying.apply(staff, anna, days_ago=-1)
    Person.objects.filter(pk=anna.pk).update(
        municipality=staff.elsewhere.memberships.get().partner.municipality
    )
    with pytest.raises(BadDataError, match="another municipality"):
        applying.apply(staff, anna)


def test_the_time_for_deciding_runs_from_the_last_document(staff: Staff, anna: Person) -> None:
    row = applying.apply(staff, anna, ("disability",), days_ago=30)
    [document] = row.documents.all()
    assert (document.what, row.due_on) == ("disability certificate", None)
    with pytest.raises(RefusedError, match="A document is missing"):
        applying.decided(staff, row)
    with pytest.raises(BadDataError, match="not in the future"):
        actions.see_document(by=staff.social_worker, document=document, on=today() + DAY)
    actions.see_document(by=staff.social_worker, document=document, on=today())
    row.refresh_from_db()
    assert row.due_on == limits.decide_by(today())
    second = actions.ask_for_document(by=staff.social_worker, application=row, what="Izziņa")
    row.refresh_from_db()
    assert row.due_on is None
    actions.drop_document(by=staff.social_worker, document=second)
    row.refresh_from_db()
    assert row.due_on == limits.decide_by(today())


def test_ten_working_days_leave_out_weekends_and_holidays() -> None:
    assert limits.decide_by(datetime.date(2026, 12, 18)) == datetime.date(2027, 1, 7)
    assert not is_working_day(datetime.date(2026, 12, 24))


@pytest.mark.parametrize(
    ("told", "until"),
    [("2026-01-31", "2026-03-02"), ("2026-10-18", "2026-11-19"), ("2026-03-10", "2026-04-10")],
)
def test_a_month_ends_with_its_last_day_or_the_working_day_after(told: str, until: str) -> None:
    assert limits.a_month_after(datetime.date.fromisoformat(told)).isoformat() == until


def test_what_one_wrote_up_another_decides_where_there_is_one(staff: Staff, anna: Person) -> None:
    row = applying.apply(staff, anna)
    with pytest.raises(NotAllowedError):
        actions.decide(
            by=staff.social_worker,
            decision=actions.write_up(
                by=staff.social_worker, application=row, outcome="accepted", reasons="Labi."
            ),
        )
    own = actions.write_up(by=staff.manager, application=row, outcome="accepted", reasons="Labi.")
    with pytest.raises(RefusedError, match="Somebody else who may decide"):
        actions.decide(by=staff.manager, decision=own)
    rules.others_who_decide(staff.manager, staff.here).update(is_active=False)
    assert actions.decide(by=staff.manager, decision=own).decided_by == staff.manager


def test_a_refusal_is_appealed_within_a_month_and_answered_by_another(
    staff: Staff, anna: Person, cast: Cast
) -> None:
    row = applying.apply(staff, anna)
    made = applying.decided(staff, row, "refused")
    actions.tell(by=staff.social_worker, decision=made, on=today())
    made.refresh_from_db()
    late = limits.a_month_after(today()) + DAY
    with pytest.raises(RefusedError, match="could be appealed until"):
        actions.appeal(by=staff.social_worker, decision=made, grounds="Nav tiesa.", on=late)
    lodged = actions.appeal(by=staff.social_worker, decision=made, grounds="Nav tiesa.", on=today())
    with pytest.raises(RefusedError, match="appealed already"):
        actions.appeal(by=staff.social_worker, decision=made, grounds="Vēl.", on=today())
    other = cast.ogre
    with pytest.raises(RefusedError, match="You have decided this"):
        actions.answer_appeal(by=staff.manager, appeal=lodged, result="anew", answer="Jā.")
    actions.answer_appeal(by=other, appeal=lodged, result="anew", answer="Jā.")
    row.refresh_from_db()
    assert (row.state, row.due_on) == ("open", limits.decide_by(today()))
    assert applying.decided(staff, row).outcome == "accepted"


def test_an_acceptance_cannot_be_appealed(staff: Staff, anna: Person) -> None:
    made = applying.decided(staff, applying.apply(staff, anna))
    with pytest.raises(RefusedError, match="Only a refusal"):
        actions.appeal(by=staff.social_worker, decision=made, grounds="Kāpēc?", on=today())


def test_acts_are_for_who_keeps_people_there(staff: Staff, anna: Person) -> None:
    row = applying.apply(staff, anna)
    written = actions.write_up(
        by=staff.social_worker, application=row, outcome="refused", reasons="Nē."
    )
    for other in (staff.instructor, staff.participant, staff.elsewhere, staff.officer):
        with pytest.raises(NotAllowedError):
            actions.write_up(by=other, application=row, outcome="refused", reasons="Nē.")
        with pytest.raises(NotAllowedError):
            actions.decide(by=other, decision=written)
        with pytest.raises(NotAllowedError):
            actions.take_back(by=other, application=row)
        with pytest.raises(NotAllowedError):
            actions.give_link(by=other, application=row)


def test_whose_use_is_restricted_nothing_is_written(staff: Staff, anna: Person) -> None:
    row = applying.apply(staff, anna)
    Person.objects.filter(pk=anna.pk).update(restricted_on=today())
    with pytest.raises(RefusedError, match="restricted"):
        actions.ask_for_document(by=staff.social_worker, application=row, what="Izziņa")


def test_an_application_is_no_entry(staff: Staff, anna: Person) -> None:
    applying.decided(staff, applying.apply(staff, anna))
    found = queries.counts(staff.here, today(), today() + DAY)
    assert (found.applications, found.accepted, found.refused, found.entered) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("model", "changed", "broken"),
    [
        (Application, {"state": "lost"}, "application_state_and_sender_are_known"),
        (Application, {"due_on": datetime.date(2000, 1, 1)}, "application_due_after_it_came"),
        (ApplicationDecision, {"reasons": b""}, "stays as it is"),
        (ApplicationDecision, {"told_on": datetime.date(2000, 1, 1)},
         "application_decision_told_after_it_was_made"),
        (ApplicationDocument, {"seen_on": datetime.date(2000, 1, 1)},
         "application_document_seen_by_somebody_after_it_was_asked"),
        (ApplicationDocument, {"what": b""}, "application_document_is_named"),
        (ApplicationAppeal, {"grounds": b""}, "appeal_says_why"),
        (ApplicationAppeal, {"result": "stands"},
         "appeal_answered_with_reasons_by_somebody_on_a_day"),
        (TargetGroup, {"valid_to": datetime.date(2000, 1, 1)}, "target_group_ends_after_it_begins"),
        (TargetGroup, {"age_from": 30, "age_below": 20}, "target_group_ages_leave_somebody"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_database_refuses(
    model: type[Application], changed: dict[str, object], broken: str, staff: Staff, anna: Person
) -> None:
    row = applying.apply(staff, anna)
    document = actions.ask_for_document(by=staff.social_worker, application=row, what="Izziņa")
    actions.see_document(by=staff.social_worker, document=document, on=today())
    actions.ask_for_document(by=staff.social_worker, application=row, what="Cita")
    made = applying.decided(staff, row, "refused")
    actions.appeal(by=staff.social_worker, decision=made, grounds="Nē.", on=today())
    with pytest.raises(DatabaseError, match=broken), transaction.atomic():
        model.objects.update(**changed)


def test_the_database_keeps_one_of_each(staff: Staff, anna: Person) -> None:
    row = applying.apply(staff, anna)
    actions.write_up(by=staff.manager, application=row, outcome="refused", reasons="Nē.")
    for model, broken in (
        (Application, "application_one_open"),
        (ApplicationDecision, "application_decision_one_in_writing"),
        (TargetGroup, "target_group_once"),
    ):
        again = model.objects.first()
        assert again is not None
        again.pk = None
        if hasattr(again, "sealed_as"):
            again.sealed_as = "00000000-0000-0000-0000-000000000000"
        with pytest.raises(IntegrityError, match=broken), transaction.atomic():
            again.save(force_insert=True)


def test_a_decision_that_was_made_is_neither_changed_nor_deleted(
    staff: Staff, anna: Person
) -> None:
    made = applying.decided(staff, applying.apply(staff, anna), "refused")
    for act in (made.delete, lambda: ApplicationDecision.objects.update(outcome="accepted")):
        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            act()
    with pytest.raises(DatabaseError, match="says_what_and_why"), transaction.atomic():
        ApplicationDecision.objects.create(
            application=made.application, person=anna, municipality=staff.here, outcome="refused",
            written_by=staff.manager,
        )  # fmt: skip


def test_each_act_leaves_its_event(staff: Staff, anna: Person) -> None:
    row = applying.apply(staff, anna)
    actions.take_back(by=staff.social_worker, application=row)
    found = AuditEvent.objects.filter(object_type="people.application", object_id=row.pk)
    assert [each.action for each in found.order_by("pk")][-1] == "application.withdrawn"


def test_who_applied_can_be_erased_and_waits_no_longer(
    staff: Staff, anna: Person, cast: Cast
) -> None:
    row = applying.apply(staff, anna, ("disability",))
    [document] = row.documents.all()
    actions.see_document(by=staff.social_worker, document=document, on=today())
    made = applying.decided(staff, row, "refused")
    lodged = actions.appeal(by=staff.social_worker, decision=made, grounds="Nē.", on=today())
    actions.answer_appeal(by=cast.ogre, appeal=lodged, result="anew", answer="Jā.")
    applying.decided(staff, row)
    asked = rights.ask(by=staff.social_worker, person=anna, kind="erase", words="Lūdzu.")
    rights.answer(by=staff.officer, request=asked, granted=True, words="Izdzēsts.")
    gone = Application.objects.get()
    assert (gone.groups, gone.secret_hash, gone.state) == ("", None, "accepted")
    assert [each.reasons for each in ApplicationDecision.objects.all()] == ["", ""]
    assert (ApplicationDocument.objects.get().what, ApplicationAppeal.objects.get().grounds) == (
        "", "",
    )  # fmt: skip
    assert queries.line(applying.incubator(staff)) == []


def test_an_application_goes_on_when_its_record_is_merged_into_another(
    staff: Staff, anna: Person
) -> None:
    row = applying.apply(staff, anna)
    other = register_person(
        by=staff.social_worker,
        municipality=staff.here,
        facts_given=PersonFacts(given_name="Ilze", family_name="Ozola"),
    )
    Person.objects.filter(pk=anna.pk).update(merged_into=other)
    assert applying.decided(staff, row).outcome == "accepted"
