"""Follow-ups: their windows, attempts, giving up, whom to ask; who may, and what letters say."""

import datetime
from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import timezone
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from tests.addresses import client_of
from tests.constraints import Provocation, assert_refused
from tests.people.asked import DAY, a_stay, again, stay
from tests.people.conftest import ANOTHER, Staff

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.digest import choice_of, text_of, told_of
from ligzda.network.models import AuditEvent
from ligzda.people import actions as people
from ligzda.people.followups import actions, queries
from ligzda.people.followups.actions import AttemptFacts
from ligzda.people.followups.codes import code_of, stay_of
from ligzda.people.followups.windows import State, windows
from ligzda.people.followups.work import my_work
from ligzda.people.models import (
    ContactAttempt,
    LostFollowUp,
    Person,
    Reading,
    Stay,
    TracingContact,
    Wave,
)
from ligzda.people.outcomes.actions import Observed, record_observation
from ligzda.people.outcomes.questionnaire import questionnaire

__all__ = ["stay"]
pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(days=7)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Refusals are read in English here; pages say them in their own language."""
    with override("en"):
        yield


# --- windows -------------------------------------------------------------------------------------


@given(st.dates(datetime.date(2016, 1, 1), datetime.date(2030, 12, 31)))
def test_a_window_asks_about_the_last_whole_week_and_opens_when_it_is_over(
    last_day: datetime.date,
) -> None:
    found = list(windows(last_day).values())
    assert [one.wave for one in found] == list(Wave)
    for one, due in zip(found, (28, 182, 365, 730), strict=True):
        assert one.week_begins.isoweekday() == 1
        assert one.week_ends.isoweekday() == 7
        assert one.week_begins > last_day
        assert one.opens == one.week_ends + DAY
        assert one.on_time_until > one.opens
        # Months have 28 days at least: "the same day of the month" is near, and never after.
        assert -11 * DAY <= one.opens - (last_day + due * DAY) <= 3 * DAY
        before = one.opens - DAY
        states = [one.state(day) for day in (before, one.opens, one.on_time_until + DAY)]
        assert states == [State.NOT_YET, State.OPEN, State.LATE]
        assert one.state(before, done=True, lost=True) == State.DONE
        assert one.state(one.opens, lost=True) == State.LOST


def test_four_weeks_after_a_friday_ask_about_the_third_week() -> None:
    found = windows(datetime.date(2026, 10, 30))[Wave.FOUR_WEEKS]
    assert found.week_begins == datetime.date(2026, 11, 16)
    assert found.opens == datetime.date(2026, 11, 23)
    assert found.on_time_until == datetime.date(2026, 12, 11)


def states_of(stay: Stay, on: datetime.date | None = None) -> list[State]:
    return [row.state for row in queries.follow_ups([stay], on)]


def test_the_states_of_a_stay_are_told_as_of_a_day(stay: Stay) -> None:
    assert states_of(stay) == [State.LATE, State.OPEN, State.NOT_YET, State.NOT_YET]
    last_day = stay.period.upper - DAY
    assert states_of(stay, last_day + DAY) == [State.NOT_YET] * 4
    assert states_of(stay, last_day - DAY) == []  # it had not ended then
    assert states_of(stay, last_day + 5 * 365 * DAY) == [State.LATE] * 4


@pytest.mark.parametrize("reason", ["died", "transfer"])
def test_nobody_is_asked_after_a_stay_that_ended_so(
    reason: str, anna: Person, staff: Staff
) -> None:
    row = a_stay(anna, ended=200, reason=reason)
    assert states_of(row) == []
    with pytest.raises(WrongStateError, match="nobody is asked"):
        actions.give_up(by=staff.manager, stay=row, wave=Wave.FOUR_WEEKS, reason="not_found")


def test_after_a_return_only_the_last_exit_counts(stay: Stay, anna: Person, staff: Staff) -> None:
    assert {row.stay for row in queries.follow_ups_of(staff.here)} == {stay}
    later = a_stay(anna, ended=30, lasted=60)
    assert {row.stay for row in queries.follow_ups_of(staff.here)} == {later}


def test_before_its_window_everything_is_refused_with_the_day_it_opens(
    stay: Stay, staff: Staff
) -> None:
    opens = windows(stay.period.upper - DAY)[Wave.A_YEAR].opens
    told = f"{opens.day} {opens:%b %Y}"
    today = timezone.localdate()
    with pytest.raises(WrongStateError, match=told):
        attempt(staff, stay, wave=Wave.A_YEAR)
    with pytest.raises(WrongStateError, match=told):
        actions.give_up(by=staff.manager, stay=stay, wave=Wave.A_YEAR, reason="not_found")
    early = Observed(
        form=questionnaire("follow_up"), moment="m12", rater="participant", mode="phone",
        observed_on=today, answers={"state": "inactive"},
    )  # fmt: skip
    with pytest.raises(WrongStateError, match=told):
        record_observation(by=staff.manager, stay=stay, observed=early)


# --- attempts ------------------------------------------------------------------------------------


def attempt(
    staff: Staff,
    stay: Stay,
    wave: Wave = Wave.SIX_MONTHS,
    next_try: int | None = None,
    on: datetime.date | None = None,
) -> ContactAttempt:
    day = on or timezone.localdate()
    facts = AttemptFacts(
        on=day, channel="phone", outcome="nobody", note="Zvanīt Kalniņam vakarā",
        next_try=day + next_try * DAY if next_try is not None else None,
    )  # fmt: skip
    return actions.note_attempt(by=staff.social_worker, stay=stay, wave=wave, given=facts)


def test_an_attempt_is_kept_and_its_note_sealed(stay: Stay, staff: Staff) -> None:
    row = attempt(staff, stay, next_try=7)
    assert ContactAttempt.objects.get(pk=row.pk).note == "Zvanīt Kalniņam vakarā"
    [found] = [one for one in queries.follow_ups([stay]) if one.attempts]
    assert found.next_try == timezone.localdate() + WEEK
    with connection.cursor() as cursor:
        for table in ("people_contactattempt", "people_contactattemptevent", "network_auditevent"):
            cursor.execute(f"SELECT string_agg(to_jsonb(t)::text, ' ') FROM {table} t")
            text = cursor.fetchone()[0]
            assert "Kalniņam" not in text
            assert "Kalniņam".encode().hex() not in text


def test_an_attempt_is_of_a_day_that_has_been(stay: Stay, staff: Staff) -> None:
    with pytest.raises(BadDataError, match="not been yet"):
        attempt(staff, stay, on=timezone.localdate() + DAY)


# --- giving up -----------------------------------------------------------------------------------


def test_a_follow_up_is_given_up_with_a_reason_and_taken_back(stay: Stay, staff: Staff) -> None:
    row = actions.give_up(
        by=staff.social_worker, stay=stay, wave=Wave.FOUR_WEEKS, reason="not_found"
    )
    assert states_of(stay)[0] == State.LOST
    actions.try_again(by=staff.social_worker, lost=row)
    assert states_of(stay)[0] == State.LATE
    assert AuditEvent.objects.filter(action="follow_up.try_again").exists()


def test_an_answer_that_comes_after_all_counts_and_one_that_is_there_is_not_given_up(
    stay: Stay, staff: Staff
) -> None:
    actions.give_up(by=staff.manager, stay=stay, wave=Wave.SIX_MONTHS, reason="declined")
    given = Observed(
        form=questionnaire("follow_up"), moment="m6", rater="participant", mode="phone",
        observed_on=timezone.localdate(), answers={"state": "inactive"},
    )  # fmt: skip
    record_observation(by=staff.social_worker, stay=stay, observed=given)
    assert states_of(stay)[1] == State.DONE
    with pytest.raises(WrongStateError, match="answers are there"):
        actions.give_up(by=staff.manager, stay=stay, wave=Wave.SIX_MONTHS, reason="declined")


# --- whom to ask ---------------------------------------------------------------------------------


def named(staff: Staff, anna: Person, name: str) -> TracingContact:
    return actions.name_contact(
        by=staff.social_worker, person=anna, name=name, reach_by="+371 29999999", relation="māsa"
    )


def test_three_contacts_are_named_a_fourth_when_one_is_withdrawn(
    anna: Person, staff: Staff
) -> None:
    first, second, _third = [named(staff, anna, name) for name in ("Ieva", "Jānis", "Zane")]
    with pytest.raises(WrongStateError, match="three contacts already"):
        named(staff, anna, "Uldis")
    actions.withdraw_contact(by=staff.social_worker, contact=second)
    gone = TracingContact.objects.get(pk=second.pk)
    assert (gone.name, gone.reach_by, gone.relation) == ("", "", "")
    assert named(staff, anna, "Uldis").place == second.place
    assert [row.name for row in queries.contacts_of(anna)] == ["Ieva", "Uldis", "Zane"]
    assert first.place == 1
    with pytest.raises(WrongStateError, match="already"):
        actions.withdraw_contact(by=staff.social_worker, contact=gone)


def test_the_person_names_and_withdraws_on_a_page_of_their_own(anna: Person, staff: Staff) -> None:
    Person.objects.filter(pk=anna.pk).update(user=staff.participant)
    client = client_of(staff.participant)
    page = f"/cilveki/{anna.pk}/kontakti/"
    answer = client.post(page, {"name": "Ieva", "reach_by": "29999999"}, follow=True)
    assert "Ieva" in answer.content.decode()
    row = TracingContact.objects.get()
    client.post(f"{page}{row.pk}/aizmirst/")
    assert TracingContact.objects.get().name == ""
    assert not Reading.objects.exists()  # one's own look is nobody's reading
    assert client_of(staff.instructor).get(page).status_code == 403
    assert client_of(staff.elsewhere).get(page).status_code == 404


# --- who may, lists and letters ------------------------------------------------------------------


def test_follow_ups_are_looked_after_by_who_keeps_people_there(stay: Stay, staff: Staff) -> None:
    for other in (staff.instructor, staff.participant, staff.elsewhere, staff.officer):
        with pytest.raises(NotAllowedError):
            actions.give_up(by=other, stay=stay, wave=Wave.FOUR_WEEKS, reason="not_found")
        with pytest.raises(NotAllowedError):
            actions.name_contact(by=other, person=stay.person, name="I", reach_by="2")


def test_the_list_shows_what_is_due_and_sifts_it(stay: Stay, staff: Staff) -> None:
    client = client_of(staff.social_worker)
    page = "/cilveki/noverosanas/"
    text = client.get(page).content.decode()
    assert text.count("Bērziņa-Kalniņa") == 2
    assert client.get(page, {"state": "late"}).content.decode().count("Kalniņa") == 1
    assert client.get(page, {"state": "not_yet"}).content.decode().count("Kalniņa") == 2
    assert client.get(page, {"wave": "w4"}).content.decode().count("Kalniņa") == 1
    assert "Kalniņa" not in client.get(page, {"state": "done"}).content.decode()
    assert client_of(staff.instructor).get(page).status_code == 403
    assert "Kalniņa" not in client_of(staff.elsewhere).get(page).content.decode()


def test_one_page_tells_week_code_and_attempts_and_takes_the_next(stay: Stay, staff: Staff) -> None:
    client, page = client_of(staff.social_worker), f"/cilveki/dalibas/{stay.pk}/noverosanas/m6/"
    Person.objects.filter(pk=stay.person_id).update(language="lsl", easy_language=True)
    text = client.get(page).content.decode()
    assert "latviešu zīmju" in text  # how to talk with the person, where somebody will
    assert "vieglajā valodā" in text
    assert code_of(stay.pk) in text
    window = windows(stay.period.upper - DAY)[Wave.SIX_MONTHS]
    assert f"{window.week_begins:%d.%m.%Y}" in text
    sent = {
        "on": str(timezone.localdate()), "channel": "visit", "outcome": "later",
        "next_try": str(timezone.localdate()), "note": "Mājās",
    }  # fmt: skip
    refused = client.post(page, sent).content.decode()
    assert "vēlākā dienā" in refused
    assert "Mājās" in refused  # what was typed is there still
    sent["next_try"] = str(timezone.localdate() + WEEK)
    assert "Mājās" in client.post(page, sent, follow=True).content.decode()
    assert ContactAttempt.objects.count() == 1
    assert Reading.objects.filter(what="follow-up", person=stay.person).exists()
    assert client_of(staff.elsewhere).get(page).status_code == 404


def test_the_day_and_the_letter_count_what_waits_and_name_nobody(stay: Stay, staff: Staff) -> None:
    user = staff.social_worker
    [before] = my_work(user)
    assert before.waiting == 2
    assert before.due == windows(stay.period.upper - DAY)[Wave.FOUR_WEEKS].on_time_until
    attempt(staff, stay, wave=Wave.FOUR_WEEKS, next_try=7)
    assert my_work(user)[0].waiting == 1  # it waits for its next try
    choice = choice_of(user)
    told = told_of(user, choice)
    letter = text_of(user, choice, told)
    assert "/cilveki/noverosanas/" in letter
    assert "Bērziņa" not in letter
    assert my_work(staff.elsewhere)[0].waiting == 0
    assert my_work(staff.instructor) == []


def test_who_is_erased_is_asked_no_more(stay: Stay, staff: Staff) -> None:
    other = people.register_person(
        by=staff.social_worker, municipality=staff.here, facts_given=ANOTHER
    )
    gone = a_stay(other, ended=40)
    Person.objects.filter(pk=other.pk).update(
        erased_at=timezone.now(), given_name=b"", family_name=b"", birth_date=b"", phone=b""
    )
    assert {row.stay for row in queries.follow_ups_of(staff.here)} == {stay}
    with pytest.raises(WrongStateError, match="erased"):
        attempt(staff, Stay.objects.get(pk=gone.pk), wave=Wave.FOUR_WEEKS)


# --- codes, rows ---------------------------------------------------------------------------------


def test_a_code_leads_to_its_stay_and_a_slip_of_the_pen_to_none() -> None:
    code = code_of(1042)
    assert stay_of(f" {code.lower()} ") == 1042
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    assert stay_of(wrong) is None
    for text in (code.replace("1042", "1043"), "1042", "", "Anna", "-", "9" * 30 + "-AAAA"):
        assert stay_of(text) is None


ATTEMPTS, CONTACTS, LOST = ContactAttempt.objects, TracingContact.objects, LostFollowUp.objects


PROVOCATIONS: dict[str, Provocation] = {
    "attempt_codes_are_known": lambda: ATTEMPTS.update(channel="dream"),
    "attempt_next_try_is_later": lambda: ATTEMPTS.update(next_try=timezone.localdate()),
    "tracing_contacts_are_three_at_most": lambda: CONTACTS.update(place=4),
    "tracing_contact_has_its_place": lambda: again(CONTACTS.get()),
    "tracing_contact_withdrawn_is_empty": lambda: CONTACTS.update(
        withdrawn_on=timezone.localdate()
    ),
    "follow_up_is_lost_once": lambda: again(LOST.get()),
    "lost_codes_are_known": lambda: LOST.update(reason="lazy"),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, stay: Stay, staff: Staff) -> None:
    attempt(staff, stay)
    named(staff, stay.person, "Ieva")
    actions.give_up(by=staff.manager, stay=stay, wave=Wave.FOUR_WEEKS, reason="abroad")
    assert_refused(name, PROVOCATIONS[name])
