"""Calendars that programs subscribe to: what stays for life, what rises, what is refused."""

import datetime
import uuid
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.incubators.conftest import Workshop

from ligzda.incubators.bookings import actions
from ligzda.incubators.bookings.rules import Thing
from ligzda.incubators.erasing import erase
from ligzda.incubators.feeds import views
from ligzda.incubators.feeds.actions import make_feed, revoke_feed
from ligzda.incubators.feeds.calendar import RIGA, Entry, calendar
from ligzda.incubators.models import Booking, Feed, Incubator, Room
from ligzda.kernel.errors import NotAllowedError
from ligzda.network.models import User
from ligzda.network.undoing import take_for_undo

DAY = datetime.timedelta(days=1)


@pytest.fixture
def booking(cast: Cast, workshop: Workshop) -> Booking:
    wanted = workshop.wanted(workshop.at("10:00", "12:00"))
    return actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)


def ask(token: str, **headers: str) -> HttpResponse:
    """Ask as a program does: signed in as nobody."""
    answer = Client().get(f"/en/incubators/bookings/calendars/{token}.ics", headers=headers)
    assert isinstance(answer, HttpResponse)
    return answer


def events(content: bytes) -> list[Any]:
    """Return the entries of a calendar, as another implementation reads them."""
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def shown(token: str) -> dict[str, Any]:
    answer = ask(token)
    assert answer.status_code == 200, answer.content
    return {str(event["UID"]): event for event in events(answer.content)}


def own(token: str, booking: Booking) -> Any:
    booking.refresh_from_db()
    return shown(token)[str(booking.uid)]


def test_it_works(cast: Cast, booking: Booking) -> None:
    _feed, token = make_feed(by=cast.ogre)
    answer = ask(token)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in answer["Cache-Control"]
    event = own(token, booking)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (
        booking.begins.astimezone(RIGA),
        booking.ends.astimezone(RIGA),
    )
    assert event["DTSTART"].params["TZID"] == "Europe/Riga"
    assert (str(event["SUMMARY"]), event["SEQUENCE"], str(event["STATUS"])) == (
        "Darbnīca", 0, "CONFIRMED",
    )  # fmt: skip


def test_the_uid_stays_and_the_sequence_rises_with_time_and_cancellation_alone(
    cast: Cast, workshop: Workshop, booking: Booking
) -> None:
    _feed, token = make_feed(by=cast.ogre)
    uid = booking.uid
    Booking.objects.filter(pk=booking.pk).update(purpose="Krēsli")
    assert own(token, booking)["SEQUENCE"] == 0
    assert "Krēsli" in own(token, booking)["DESCRIPTION"]
    actions.move(by=cast.ogre, booking=booking, time=workshop.at("11:00", "13:00"))
    assert own(token, booking)["SEQUENCE"] == 1
    kept = actions.cancel(by=cast.ogre, booking=booking)
    event = own(token, booking)
    assert (event["SEQUENCE"], str(event["STATUS"])) == (2, "CANCELLED")
    # Undone, the row is as it was; what a calendar has heard it must still hear as newer.
    _act, rows = take_for_undo(by=cast.ogre, number=kept.pk)
    actions.uncancel(by=cast.ogre, rows=rows)
    event = own(token, booking)
    assert (event["SEQUENCE"], str(event["STATUS"])) == (3, "CONFIRMED")
    assert booking.uid == uid


def test_a_cancelled_booking_stays_for_thirty_days(
    cast: Cast, workshop: Workshop, booking: Booking
) -> None:
    _feed, token = make_feed(by=cast.ogre)
    actions.cancel(by=cast.ogre, booking=booking)
    booking.refresh_from_db()
    for days, there in ((29, True), (31, False)):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            Booking.objects.filter(pk=booking.pk).update(changed_at=timezone.now() - days * DAY)
            cursor.execute("SET LOCAL session_replication_role = origin")
        assert (str(booking.uid) in shown(token)) == there


def test_an_unchanged_calendar_answers_304_and_any_change_does_not(
    cast: Cast, workshop: Workshop, booking: Booking
) -> None:
    _feed, token = make_feed(by=cast.ogre)
    etag = ask(token)["ETag"]
    again = ask(token, if_none_match=etag)
    assert (again.status_code, again.content) == (304, b"")
    Room.objects.filter(pk=workshop.room.pk).update(name="Lielā darbnīca")
    changed = ask(token, if_none_match=etag)
    assert changed.status_code == 200
    assert changed["ETag"] != etag


def test_an_incubator_s_calendar_names_no_people(
    cast: Cast, workshop: Workshop, booking: Booking
) -> None:
    actions.close_off(
        by=cast.ogre,
        incubator=workshop.incubator,
        thing=Thing(equipment=workshop.laser),
        time=workshop.at("10:00", "12:00", 1),
        kind="maintenance",
        reason="Lēcas tīrīšana",
    )
    _feed, token = make_feed(by=workshop.instructor, incubator=workshop.incubator)
    answer = ask(token)
    assert len(events(answer.content)) == 2
    assert cast.ogre.name not in answer.content.decode()
    assert "Lēcas tīrīšana" in answer.content.decode()


def test_who_stands_by_finds_it_in_their_own_calendar(cast: Cast, workshop: Workshop) -> None:
    wanted = workshop.wanted(
        workshop.at("14:00", "15:00"), Thing(equipment=workshop.saw), instructor=workshop.instructor
    )
    booking = actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    _feed, token = make_feed(by=workshop.instructor)
    assert "You stand by" in own(token, booking)["DESCRIPTION"]


def test_a_token_is_kept_as_its_hash_and_ends_by_renewing_and_revoking(
    cast: Cast, booking: Booking
) -> None:
    first, old = make_feed(by=cast.ogre)
    assert old not in first.token_hash
    feed, token = make_feed(by=cast.ogre)
    assert [ask(each).status_code for each in (old, token, "x" * 32)] == [404, 200, 404]
    with pytest.raises(NotAllowedError):
        revoke_feed(by=cast.cesis, feed=feed)
    revoke_feed(by=cast.ogre, feed=feed)
    assert ask(token).status_code == 404


def test_nobody_has_a_calendar_of_where_they_do_not_work(cast: Cast, workshop: Workshop) -> None:
    cesis = Incubator.objects.get(slug="cesis")
    for by, incubator in (
        (cast.ogre, cesis),
        (cast.participant, None),
        (cast.cesis, workshop.incubator),
    ):
        with pytest.raises(NotAllowedError):
            make_feed(by=by, incubator=incubator)


def test_a_role_that_ended_and_a_person_who_left_are_answered_no_more(
    cast: Cast, workshop: Workshop, booking: Booking
) -> None:
    tokens = [
        make_feed(by=workshop.instructor, incubator=incubator)[1]
        for incubator in (None, workshop.incubator)
    ]
    assert [ask(token).status_code for token in tokens] == [200, 200]
    User.objects.filter(pk=workshop.instructor.pk).update(is_active=False)
    assert [ask(token).status_code for token in tokens] == [403, 403]
    User.objects.filter(pk=workshop.instructor.pk).update(is_active=True)
    workshop.instructor.memberships.update(period=(datetime.date(2026, 1, 1), timezone.localdate()))
    assert [ask(token).status_code for token in tokens] == [403, 403]
    erase(workshop.instructor)
    assert not Feed.objects.filter(owner=workshop.instructor).exists()


def test_a_network_that_asks_too_often_is_asked_to_wait(
    cast: Cast, booking: Booking, monkeypatch: pytest.MonkeyPatch
) -> None:
    _feed, token = make_feed(by=cast.ogre)
    assert ask(token).status_code == 200
    # None a minute instead of sixty, so that no minute ends between two of them.
    monkeypatch.setattr(views, "_MOST_A_MINUTE", 0)
    assert ask(token).status_code == 429


# --- the calendar itself ---------------------------------------------------------------------


def entry(begins: datetime.datetime, **more: object) -> Entry:
    return Entry(
        **{
            "uid": uuid.UUID(int=1),
            "begins": begins,
            "ends": begins + datetime.timedelta(hours=1),
            "summary": "Frēze, 2. sols; „A”",
            "place": "Ogre",
            "details": "Kastes\npa divām",
            "sequence": 0,
            "changed_at": begins,
            **more,
        }  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("year", [2026, 2027, 2031])
def test_the_time_zone_says_what_the_database_of_time_zones_says(year: int) -> None:
    """Read by an implementation that takes the VTIMEZONE at its word."""
    zone = ZoneInfo("Europe/Riga")
    for month, day, hour in ((3, 28, 12), (10, 24, 12), (3, 31, 9), (11, 2, 9), (7, 1, 23)):
        begins = datetime.datetime(year, month, day, hour, tzinfo=zone)
        text = calendar("Ogre", [entry(begins)]).replace(b"Europe/Riga", b"Ligzda/Riga")
        [event] = events(text)
        assert event["DTSTART"].dt.astimezone(datetime.UTC) == begins.astimezone(datetime.UTC)


def test_the_hour_that_comes_twice_is_read_as_the_one_that_was_meant() -> None:
    first = datetime.datetime(2026, 10, 25, 0, 30, tzinfo=datetime.UTC)
    for begins in (first, first + datetime.timedelta(hours=1)):
        [event] = events(calendar("Ogre", [entry(begins)]))
        assert event["DTSTART"].dt.astimezone(datetime.UTC) == begins


def test_what_is_written_is_read_back_and_lines_are_short() -> None:
    begins = datetime.datetime(2026, 12, 7, 8, tzinfo=datetime.UTC)
    text = calendar("Ogre", [entry(begins, summary="ā" * 200)])
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    [event] = events(text)
    assert str(event["SUMMARY"]) == "ā" * 200
    assert str(event["DESCRIPTION"]) == "Kastes\npa divām"
