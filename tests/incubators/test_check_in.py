"""“I am here”, and what nobody came to."""

import datetime

import pytest
from django.utils import timezone, translation
from tests.cast import Cast
from tests.incubators.conftest import Workshop

from ligzda.incubators import tasks
from ligzda.incubators.bookings import actions, attendance
from ligzda.incubators.models import Booking, Waiting
from ligzda.incubators.quotas.actions import set_check_in
from ligzda.incubators.waiting import actions as waiting
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent

MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


@pytest.fixture
def booking(cast: Cast, workshop: Workshop) -> Booking:
    set_check_in(by=cast.ogre, incubator=workshop.incubator, minutes=15)
    wanted = workshop.wanted(workshop.at("10:00", "12:00"))
    return actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)


def begun(booking: Booking, ago: datetime.timedelta) -> None:
    """Let a booking have begun so long ago."""
    now = timezone.now()
    Booking.objects.filter(pk=booking.pk).update(begins=now - ago, ends=now - ago + 120 * MINUTE)


def test_who_booked_says_so_around_the_begin_and_keeps_it(cast: Cast, booking: Booking) -> None:
    with pytest.raises(WrongStateError, match="From 09:45"):
        attendance.check_in(by=cast.ogre, booking=booking)
    begun(booking, -10 * MINUTE)
    attendance.check_in(by=cast.ogre, booking=booking)
    begun(booking, 60 * MINUTE)
    assert attendance.release_no_shows(by=cast.system) == 0
    with pytest.raises(WrongStateError, match="already"):
        attendance.check_in(by=cast.ogre, booking=booking)


def test_nobody_says_it_for_another(cast: Cast, workshop: Workshop, booking: Booking) -> None:
    begun(booking, 0 * MINUTE)
    for by in (workshop.instructor, cast.cesis, cast.participant):
        with pytest.raises(NotAllowedError):
            attendance.check_in(by=by, booking=booking)


def test_what_nobody_came_to_is_released_and_is_no_cancellation(
    cast: Cast, workshop: Workshop, booking: Booking
) -> None:
    begun(booking, 14 * MINUTE)
    assert attendance.release_no_shows(by=cast.system) == 0
    begun(booking, 16 * MINUTE)
    with pytest.raises(WrongStateError, match="too late"):
        attendance.check_in(by=cast.ogre, booking=booking)
    assert attendance.release_no_shows(by=cast.system) == 1
    booking.refresh_from_db()
    assert (booking.stands, booking.released_at is not None) == (False, True)
    assert not booking.occupations.get().stands
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.municipality) == (
        "booking.release",
        workshop.incubator.municipality,
    )
    assert attendance.release_no_shows(by=cast.system) == 0


def test_where_nobody_is_asked_nothing_is_released(cast: Cast, booking: Booking) -> None:
    set_check_in(by=cast.ogre, incubator=booking.incubator, minutes=None)
    begun(booking, 60 * MINUTE)
    assert attendance.release_no_shows(by=cast.system) == 0
    with pytest.raises(WrongStateError, match="nobody needs"):
        attendance.check_in(by=cast.ogre, booking=booking)


def test_the_rest_of_what_is_released_is_offered_to_who_waits(
    cast: Cast, workshop: Workshop, booking: Booking
) -> None:
    wanted = workshop.wanted(workshop.at("11:00", "12:00"))
    row = waiting.ask(by=workshop.instructor, incubator=workshop.incubator, wanted=wanted)
    attendance.release_no_shows(by=cast.system, now=booking.begins + 16 * MINUTE)
    assert Waiting.objects.get(pk=row.pk).offered


def test_the_job_releases_and_says_when_it_ran(cast: Cast, booking: Booking) -> None:
    begun(booking, 16 * MINUTE)
    before = timezone.now()
    tasks.look_after_bookings(timestamp=0)
    assert Booking.objects.get(pk=booking.pk).released_at is not None
    ran = attendance.last_run()
    assert ran is not None
    assert ran >= before
