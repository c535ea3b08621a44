"""Quotas: how much is left, when it frees, and that two at once are counted one after the other."""

import datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format
from tests.cast import Cast
from tests.incubators.conftest import Workshop

from ligzda.incubators.bookings import actions
from ligzda.incubators.bookings.attendance import release_no_shows
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.series import Series, book_free
from ligzda.incubators.models import Booking, Quota
from ligzda.incubators.quotas.actions import remove_quota, set_check_in, set_quota
from ligzda.incubators.quotas.rules import quota_of
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import User

HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


def book(by: User, workshop: Workshop, time: Time) -> Booking:
    return actions.book(by=by, incubator=workshop.incubator, wanted=workshop.wanted(time))


def test_what_is_more_than_the_week_has_left_says_how_much_and_from_when(
    cast: Cast, workshop: Workshop
) -> None:
    set_quota(by=cast.ogre, incubator=workshop.incubator, hours=6)
    first = book(cast.ogre, workshop, workshop.at("09:00", "13:30"))
    with pytest.raises(
        WrongStateError, match=r"6:00 hours a week.* 1:30 are left.*2:00"
    ) as refused:
        book(cast.ogre, workshop, workshop.at("09:00", "11:00", 1))
    next_monday = workshop.monday + datetime.timedelta(days=7)
    shown = date_format(next_monday, "SHORT_DATE_FORMAT")
    assert f"From {shown} there are 6:00 again" in str(refused.value)
    # Another week has hours of its own, and so has another person.
    book(cast.ogre, workshop, workshop.at("09:00", "14:00", 7))
    book(workshop.instructor, workshop, workshop.at("09:00", "11:00", 1))
    # What is cancelled counts back; what is moved counts once.
    actions.move(by=cast.ogre, booking=first, time=workshop.at("09:00", "15:00", 2))
    actions.cancel(by=cast.ogre, booking=first)
    book(cast.ogre, workshop, workshop.at("10:00", "16:00", 3))


def test_moving_a_booking_of_somebody_else_asks_for_their_quota(
    cast: Cast, workshop: Workshop
) -> None:
    own = book(workshop.instructor, workshop, workshop.at("09:00", "11:00"))
    set_quota(by=cast.ogre, incubator=workshop.incubator, hours=2, role="instructor")
    with pytest.raises(WrongStateError, match="Book less at once"):
        actions.move(by=cast.ogre, booking=own, time=workshop.at("09:00", "12:00"))


def test_a_person_s_own_stands_above_the_role_s_and_that_above_everybody_s(
    cast: Cast, workshop: Workshop
) -> None:
    given = {"by": cast.ogre, "incubator": workshop.incubator}
    person, incubator = workshop.instructor, workshop.incubator
    assert quota_of(incubator, person) is None
    every = set_quota(**given, hours=20)  # type: ignore[arg-type]
    assert quota_of(incubator, person) == 20 * HOUR
    set_quota(**given, hours=10, role="instructor")  # type: ignore[arg-type]
    assert quota_of(incubator, person) == 10 * HOUR
    assert quota_of(incubator, cast.ogre) == 20 * HOUR
    set_quota(**given, hours=30, person=person)  # type: ignore[arg-type]
    set_quota(**given, hours=25, person=person)  # type: ignore[arg-type]
    assert quota_of(incubator, person) == 25 * HOUR
    remove_quota(by=cast.ogre, quota=every)
    assert quota_of(incubator, cast.ogre) is None
    assert Quota.objects.filter(incubator=incubator).count() == 2


def test_only_who_keeps_the_incubator_sets_them(cast: Cast, workshop: Workshop) -> None:
    for by in (workshop.instructor, cast.cesis, cast.participant):
        with pytest.raises(NotAllowedError):
            set_quota(by=by, incubator=workshop.incubator, hours=5)
        with pytest.raises(NotAllowedError):
            set_check_in(by=by, incubator=workshop.incubator, minutes=15)
    with pytest.raises(BadDataError):
        set_quota(by=cast.ogre, incubator=workshop.incubator, hours=5, role="lawyer")


def test_a_series_books_as_many_days_as_the_week_has_hours_for(
    cast: Cast, workshop: Workshop
) -> None:
    set_quota(by=cast.ogre, incubator=workshop.incubator, hours=5)
    series = Series(
        thing=Thing(room=workshop.room),
        days=[workshop.monday + datetime.timedelta(days=n) for n in range(4)],
        begins=datetime.time(10),
        ends=datetime.time(12),
        purpose="Pulciņš",
    )
    tried = book_free(by=cast.ogre, incubator=workshop.incubator, series=series)
    assert [bool(row.refused) for row in tried] == [False, False, True, True]
    assert "1:00 are left" in tried[2].refused


def test_hours_that_nobody_came_to_count(cast: Cast, workshop: Workshop) -> None:
    set_quota(by=cast.ogre, incubator=workshop.incubator, hours=4)
    set_check_in(by=cast.ogre, incubator=workshop.incubator, minutes=15)
    booking = book(cast.ogre, workshop, workshop.at("09:00", "12:00"))
    assert release_no_shows(by=cast.system, now=booking.begins + HOUR) == 1
    with pytest.raises(WrongStateError, match="1:00 are left"):
        book(cast.ogre, workshop, workshop.at("09:00", "11:00", 1))
