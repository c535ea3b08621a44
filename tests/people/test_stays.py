"""Stays: begun by a contract, interrupted, ended; what the database refuses."""

import dataclasses
import datetime

import pytest
from django.utils.formats import date_format
from django.utils.translation import override
from tests.addresses import client_of
from tests.constraints import assert_refused
from tests.people.conftest import ANOTHER, Staff
from tests.people.staying import DAY, began, english, incubator, stay, today

from ligzda.incubators.models import Booking, Incubator
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent, Decision
from ligzda.people.actions import register_person
from ligzda.people.models import Absence, EntrySnapshot, Person, Reading, Stay
from ligzda.people.stays import actions, contract, queries

pytestmark = pytest.mark.django_db
__all__ = ["english", "incubator", "stay"]


def test_it_works(stay: Stay, incubator: Incubator) -> None:
    entry = EntrySnapshot.objects.get(stay=stay)
    assert stay.version.model.code == "M1"
    assert (stay.incubator, stay.municipality) == (incubator, incubator.municipality)
    assert (entry.gender, entry.labour_status, entry.months_unemployed) == (
        "woman", "unemployed", 14,
    )  # fmt: skip
    assert entry.age == stay.period.lower.year - 1979 - (
        (stay.period.lower.month, stay.period.lower.day) < (3, 14)
    )
    assert (entry.disability, entry.target_group) == ("2.", "ilgstošs bezdarbnieks")
    [event] = AuditEvent.objects.filter(action="stay.begin")
    assert event.after is not None
    assert event.after["entry"]["target_group"] == "(personal)"


def test_what_was_not_to_be_asked_is_not_taken_down(
    anna: Person, staff: Staff, incubator: Incubator
) -> None:
    entry = actions.EntryFacts(
        labour_status="employed", months_unemployed=3, disability="1.", collected="not_collected"
    )
    began(staff, anna, 1, entry=entry)
    row = EntrySnapshot.objects.get()
    assert (row.months_unemployed, row.disability) == (None, "")


@pytest.mark.parametrize(
    ("days", "changed", "sentence"),
    [
        (-1, {}, "when it is signed"),
        (0, {"begins_on": today() - DAY}, "day of its contract or after"),
        (0, {"begins_on": today() + 40 * DAY}, "more than a month ahead"),
        (0, {"planned_end": today() - DAY}, "before the first"),
        (370, {}, "opens on"),
    ],
    ids=["a contract to come", "before the contract", "far ahead", "ends first", "not open yet"],
)
def test_a_stay_that_cannot_begin_is_refused_and_nothing_is_kept(
    days: int, changed: dict[str, object], sentence: str,
    anna: Person, staff: Staff, incubator: Incubator,
) -> None:  # fmt: skip
    with pytest.raises((BadDataError, WrongStateError), match=sentence):
        began(staff, anna, days, **changed)
    assert not Stay.objects.exists()
    assert not EntrySnapshot.objects.exists()


def test_without_the_councils_decision_or_a_drawn_model_nobody_enters(
    anna: Person, staff: Staff, incubator: Incubator, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("ligzda.people.stays.rules.version_on", lambda _pk, _day: None)
        with pytest.raises(WrongStateError, match="No model was drawn"):
            began(staff, anna, 1)
    Decision.objects.filter(municipality=staff.here).update(valid_until=today() - 20 * DAY)
    with pytest.raises(WrongStateError, match="decision of the council"):
        began(staff, anna, 1)
    Incubator.objects.filter(pk=incubator.pk).update(state="closed")
    with pytest.raises(WrongStateError, match="not open"):
        began(staff, anna, 1)


def test_two_stays_at_once_are_refused_by_rule_and_constraint(stay: Stay, staff: Staff) -> None:
    with pytest.raises(WrongStateError, match="That stay ends first"):
        began(staff, stay.person, 0)
    other = Stay.objects.get(pk=stay.pk)
    other.pk, other.sealed_as = None, "0" * 32
    assert_refused("stay_one_at_a_time", lambda: other.save(force_insert=True))


def test_the_sentence_of_the_constraint_stands_in_the_form(stay: Stay, staff: Staff) -> None:
    """Two contracts of one person for days that overlap: the earlier one ended, so no rule asks."""
    actions.end_stay(
        by=staff.social_worker, stay=stay, last_day=today() - DAY, state="open_job", reason="job"
    )
    client = client_of(staff.social_worker)
    sent = {
        "contract_on": today() - 9 * DAY, "begins_on": today() - 9 * DAY,
        "labour_status": "inactive", "education": "unknown", "household": "unknown",
        "collected": "not_collected",
    }  # fmt: skip
    answer = client.post(f"/cilveki/{stay.person_id}/uzturesanas/jauna/", sent)
    assert answer.status_code == 200
    assert "šajās dienās jau ir inkubatora dalībnieks" in answer.content.decode()
    assert Stay.objects.count() == 1


def test_an_exit_has_a_day_a_state_and_a_reason(stay: Stay, staff: Staff) -> None:
    def end(day: datetime.date) -> Stay:
        return actions.end_stay(
            by=staff.social_worker, stay=stay, last_day=day, state="open_job", reason="job",
            note="Frēzētava Ogrē",
        )  # fmt: skip

    for day, sentence in (
        (stay.period.lower - DAY, "before the first"),
        (today() + DAY, "to come"),
    ):
        with pytest.raises(BadDataError, match=sentence):
            end(day)
    row = end(today())
    assert row.period.upper == today() + DAY
    assert Stay.objects.get().exit_note == "Frēzētava Ogrē"
    with pytest.raises(WrongStateError, match="has ended"):
        end(today())
    assert_refused("stay_ends_with_state_and_reason", lambda: Stay.objects.update(exit_reason=""))


def test_re_entry_is_one_record_with_first_entry_and_last_exit(stay: Stay, staff: Staff) -> None:
    actions.end_stay(
        by=staff.social_worker, stay=stay, last_day=today() - 50 * DAY, state="unemployed",
        reason="own_wish",
    )  # fmt: skip
    second = began(staff, stay.person, 40)
    actions.end_stay(
        by=staff.social_worker, stay=second, last_day=today() - 10 * DAY, state="open_job",
        reason="job",
    )  # fmt: skip
    text = client_of(staff.social_worker).get(f"/en/people/{stay.person_id}/").content.decode()
    assert f"First entry: {rule_day(stay.period.lower)}" in " ".join(text.split())
    assert f"Last exit: {rule_day(today() - 10 * DAY)}" in " ".join(text.split())
    assert Person.objects.count() == 1


def rule_day(day: datetime.date) -> str:
    with override("en"):
        return date_format(day, "SHORT_DATE_FORMAT")


def test_absences_lie_within_the_stay_and_one_after_the_other(stay: Stay, staff: Staff) -> None:
    def away(first: int, last: int | None) -> Absence:
        until = today() - last * DAY if last is not None else None
        return actions.add_absence(
            by=staff.social_worker, stay=stay, first=today() - first * DAY, last=until,
            kind="excused",
        )  # fmt: skip

    away(20, 10)
    assert_refused("absence_one_at_a_time", lambda: away(12, 5))
    assert_refused("absence.within_its_stay", lambda: away(120, 110))
    with pytest.raises(BadDataError, match="before the first"):
        away(3, 4)
    lasting = away(2, None)
    actions.end_stay(
        by=staff.social_worker, stay=stay, last_day=today(), state="unknown", reason="moved"
    )
    lasting.refresh_from_db()
    assert lasting.last == today()
    actions.remove_absence(by=staff.social_worker, absence=lasting)
    assert_refused("absence_kind_is_known", lambda: Absence.objects.update(kind=""))


def test_an_exit_leaves_out_nothing_that_is_recorded(stay: Stay, staff: Staff) -> None:
    actions.add_absence(
        by=staff.social_worker, stay=stay, first=today() - DAY, last=today(), kind="leave"
    )
    assert_refused(
        "stay.holds_what_belongs_to_it",
        lambda: actions.end_stay(
            by=staff.social_worker, stay=stay, last_day=today() - 5 * DAY, state="unknown",
            reason="moved",
        ),
    )  # fmt: skip


def test_the_contract_is_printed_in_both_languages_and_names_nobody_outside(
    stay: Stay, staff: Staff
) -> None:
    for language, title in (("lv", "Līgums par uzturēšanos"), ("en", "Contract of a stay")):
        document = contract.document(stay, language)  # type: ignore[arg-type]
        assert title in document.title
        assert "Anna" not in document.title + document.subtitle
        assert "Anna Bērziņa-Kalniņa" in str(document.blocks)
        assert "M1" in str(document.blocks)
    client = client_of(staff.social_worker)
    answer = client.get(f"/cilveki/uzturesanas/{stay.pk}/ligums/lv/")
    assert answer.content.startswith(b"%PDF")
    assert "Anna" not in answer["Content-Disposition"]
    assert Reading.objects.filter(person=stay.person, what="contract").count() == 1
    assert client.get(f"/cilveki/uzturesanas/{stay.pk}/ligums/fr/").status_code == 404


def test_who_is_here_today_takes_few_queries_and_notes_each_reading(
    stay: Stay, staff: Staff, incubator: Incubator, django_assert_num_queries: object
) -> None:
    people = [
        register_person(by=staff.social_worker, municipality=staff.here, facts_given=ANOTHER)
        for _ in range(3)
    ]
    for person in people:
        began(staff, person, 5)
    actions.add_absence(
        by=staff.social_worker, stay=stay, first=today(), last=None, kind="practice"
    )
    with django_assert_num_queries(3):  # type: ignore[operator]
        there = queries.present(incubator, today())
        assert {each.person.name for each in there} == {"Anna Bērziņa-Kalniņa"}
    assert [each.absence is not None for each in there].count(True) == 1
    answer = client_of(staff.instructor).get("/cilveki/klat/ogre/")
    assert "strādā izmēģinājumā citur" in answer.content.decode()
    assert Reading.objects.filter(what="who is here").count() == 4


def test_bookings_of_the_account_are_told_at_exit(
    stay: Stay, staff: Staff, incubator: Incubator
) -> None:
    Person.objects.filter(pk=stay.person_id).update(user=staff.participant)
    now = datetime.datetime.now(datetime.UTC)
    Booking.objects.create(
        incubator=incubator, begins=now + 2 * DAY, ends=now + 2 * DAY + DAY / 24, purpose="Kastes",
        booked_by=staff.participant,
    )  # fmt: skip
    answer = client_of(staff.social_worker).get(f"/cilveki/uzturesanas/{stay.pk}/beigt/")
    assert "1 rezervācija" in answer.content.decode()


def test_a_stay_is_written_by_who_keeps_people_there_and_met_by_nobody_else(
    stay: Stay, staff: Staff
) -> None:
    for other in (staff.instructor, staff.participant, staff.elsewhere, staff.officer):
        with pytest.raises(NotAllowedError):
            began(staff_as(staff, other), stay.person, 0)
        with pytest.raises(NotAllowedError):
            actions.add_absence(by=other, stay=stay, first=today(), last=today(), kind="leave")
    for address in ("beigt", "ligums/lv", "prombutnes"):
        answer = client_of(staff.elsewhere).get(f"/cilveki/uzturesanas/{stay.pk}/{address}/")
        assert answer.status_code == 404
        assert "Bērziņa" not in answer.content.decode()


def staff_as(staff: Staff, user: object) -> Staff:
    return dataclasses.replace(staff, social_worker=user)  # type: ignore[arg-type]


def test_whose_use_is_restricted_is_not_written_to(stay: Stay, staff: Staff) -> None:
    Person.objects.filter(pk=stay.person_id).update(restricted_on=today())
    with pytest.raises(WrongStateError, match="restricted"):
        actions.end_stay(
            by=staff.social_worker, stay=stay, last_day=today(), state="unknown", reason="other"
        )
