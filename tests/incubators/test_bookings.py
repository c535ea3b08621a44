"""Bookings: what stands in the way is said, and what is free instead."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone, translation
from tests.cast import Cast
from tests.incubators.conftest import Workshop

from ligzda.incubators.bookings import actions
from ligzda.incubators.bookings.free import nearest, of_a_day
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.series import Series, book_free, try_series
from ligzda.incubators.bookings.taking import NotThenError, TakenError, Wanted
from ligzda.incubators.models import Booking, Occupation
from ligzda.incubators.places import actions as places
from ligzda.incubators.places.opening import days, place_time
from ligzda.kernel.errors import BadDataError, NotAllowedError, RefusedError
from ligzda.network.models import AuditEvent

Make = Callable[[Workshop], Wanted]
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


def book(cast: Cast, workshop: Workshop, wanted: Wanted) -> Booking:
    return actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)


def test_it_works(cast: Cast, workshop: Workshop) -> None:
    booking = book(cast, workshop, workshop.wanted(workshop.at("10:00", "12:00")))
    taken = booking.occupations.get()
    assert (taken.room, taken.place, taken.stands) == (workshop.room, None, True)
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.municipality) == ("booking.book", workshop.incubator.municipality)


def test_what_is_taken_is_refused_with_the_nearest_free_time(
    cast: Cast, workshop: Workshop
) -> None:
    book(cast, workshop, workshop.wanted(workshop.at("10:00", "12:00")))
    with pytest.raises(TakenError, match="Darbnīca is taken on Monday") as refused:
        book(cast, workshop, workshop.wanted(workshop.at("11:00", "12:30")))
    assert refused.value.nearest == workshop.at("12:00", "13:30")
    assert "12:00–13:30" in str(refused.value)
    assert Booking.objects.filter(incubator=workshop.incubator).count() == 1


def test_pauses_belong_to_what_is_taken_and_to_what_is_free(cast: Cast, workshop: Workshop) -> None:
    laser = Thing(equipment=workshop.laser)
    booking = book(cast, workshop, workshop.wanted(workshop.at("10:00", "12:00"), laser))
    taken = booking.occupations.get()
    assert taken.begins == workshop.at("09:50", "10:00").begins
    assert taken.ends == workshop.at("12:00", "12:15").ends
    # The next user's ten minutes to make ready begin when this one has cleaned up.
    with pytest.raises(TakenError) as refused:
        book(cast, workshop, workshop.wanted(workshop.at("12:05", "13:00"), laser))
    assert refused.value.nearest == workshop.at("12:25", "13:20")
    book(cast, workshop, workshop.wanted(refused.value.nearest, laser))
    # Who opens makes ready before the hour, who closes cleans up after it.
    book(cast, workshop, workshop.wanted(workshop.at("16:00", "17:00"), laser))


def test_a_bench_leaves_the_others_free_and_a_room_none(cast: Cast, workshop: Workshop) -> None:
    time = workshop.at("10:00", "12:00")
    for place in (1, 2):
        book(cast, workshop, workshop.wanted(time, Thing(room=workshop.room, place=place)))
    for thing in (Thing(room=workshop.room, place=2), Thing(room=workshop.room)):
        with pytest.raises(TakenError):
            book(cast, workshop, workshop.wanted(time, thing))
    with pytest.raises(BadDataError, match="bench places 1 to 4"):
        book(cast, workshop, workshop.wanted(time, Thing(room=workshop.room, place=5)))


def test_a_cancelled_booking_leaves_its_time_free(cast: Cast, workshop: Workshop) -> None:
    wanted = workshop.wanted(workshop.at("10:00", "12:00"))
    booking = book(cast, workshop, wanted)
    actions.cancel(by=cast.ogre, booking=booking)
    assert not booking.occupations.get().stands
    book(cast, workshop, wanted)
    with pytest.raises(RefusedError, match="cancelled already"):
        actions.cancel(by=cast.ogre, booking=booking)


def test_a_booking_moves_over_its_own_hours_but_not_over_another(
    cast: Cast, workshop: Workshop
) -> None:
    booking = book(cast, workshop, workshop.wanted(workshop.at("10:00", "12:00")))
    book(cast, workshop, workshop.wanted(workshop.at("13:00", "14:00")))
    actions.move(by=cast.ogre, booking=booking, time=workshop.at("11:00", "13:00"))
    assert booking.occupations.get().ends == workshop.at("11:00", "13:00").ends
    with pytest.raises(TakenError) as refused:
        actions.move(by=cast.ogre, booking=booking, time=workshop.at("12:00", "14:00"))
    assert refused.value.nearest == workshop.at("11:00", "13:00")


def test_at_a_dangerous_machine_an_instructor_stands_by(cast: Cast, workshop: Workshop) -> None:
    saw, time = Thing(equipment=workshop.saw), workshop.at("10:00", "12:00")
    with pytest.raises(BadDataError, match="choose the instructor"):
        book(cast, workshop, workshop.wanted(time, saw))
    with pytest.raises(BadDataError, match="no instructor here"):
        book(cast, workshop, workshop.wanted(time, saw, instructor=cast.cesis))
    book(cast, workshop, workshop.wanted(time, saw, instructor=workshop.instructor))
    # The instructor cannot stand by at another machine then; the room's bench needs none.
    laser = Thing(equipment=workshop.laser)
    wanted = workshop.wanted(time, laser, instructor=workshop.instructor)
    with pytest.raises(TakenError, match="or the instructor"):
        book(cast, workshop, wanted)


REFUSED: dict[str, tuple[Make, str]] = {
    "in the past": (
        lambda w: w.wanted(
            Time(timezone.now() - 3 * HOUR, timezone.now() - 2 * HOUR), Thing(room=w.room)
        ),
        "over|whole five|midnight",
    ),
    "over midnight": (
        lambda w: w.wanted(Time(w.at("16:00", "17:00").begins, w.at("09:00", "10:00", 1).ends)),
        "over midnight",
    ),
    "ends first": (lambda w: w.wanted(w.at("12:00", "10:00")), "end after it begins"),
    "odd minutes": (lambda w: w.wanted(w.at("10:01", "11:00")), "five minutes"),
    "before it opens": (lambda w: w.wanted(w.at("08:00", "10:00")), "it is open 09:00–17:00"),
    "on a Sunday": (lambda w: w.wanted(w.at("10:00", "11:00", 6)), "Closed on Sunday"),
    "in two years": (lambda w: w.wanted(w.at("10:00", "11:00", 731)), "a year ahead"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_with_the_reason(
    cast: Cast, workshop: Workshop, case: str
) -> None:
    make, sentence = REFUSED[case]
    with pytest.raises(RefusedError) as refused:
        book(cast, workshop, make(workshop))
    assert any(part in str(refused.value) for part in sentence.split("|"))
    assert not Booking.objects.filter(incubator=workshop.incubator).exists()


@pytest.mark.parametrize(
    ("begins", "ends", "day", "nearest"),
    [
        ("08:00", "10:00", 0, ("09:00", "11:00", 0)),
        ("10:00", "11:00", 6, ("09:00", "10:00", 7)),
        ("16:30", "18:00", 0, ("15:30", "17:00", 0)),
    ],
)
def test_a_time_at_which_nobody_opens_is_refused_with_the_nearest_at_which_somebody_does(
    cast: Cast, workshop: Workshop, begins: str, ends: str, day: int, nearest: tuple[str, str, int]
) -> None:
    with pytest.raises(NotThenError) as refused:
        book(cast, workshop, workshop.wanted(workshop.at(begins, ends, day)))
    assert not isinstance(refused.value, TakenError)
    assert refused.value.nearest == workshop.at(*nearest)
    assert str(refused.value.nearest) in str(refused.value)


def test_what_is_over_is_refused_with_what_is_to_come(cast: Cast, workshop: Workshop) -> None:
    weeks = datetime.timedelta(days=28)
    time = workshop.at("10:00", "11:00")
    with pytest.raises(NotThenError, match="is over") as refused:
        book(cast, workshop, workshop.wanted(Time(time.begins - weeks, time.ends - weeks)))
    assert refused.value.nearest is not None
    assert refused.value.nearest.begins > timezone.now()


def test_a_machine_under_repair_or_out_of_use_is_not_booked(cast: Cast, workshop: Workshop) -> None:
    laser, time = Thing(equipment=workshop.laser), workshop.at("10:00", "12:00")
    workshop.laser.condition = "repair"
    with pytest.raises(RefusedError, match="under repair"):
        book(cast, workshop, workshop.wanted(time, laser))
    workshop.laser.retired_on = timezone.localdate()
    with pytest.raises(RefusedError, match="out of use"):
        book(cast, workshop, workshop.wanted(time, laser))


def test_a_machine_of_another_incubator_is_not_booked(cast: Cast, workshop: Workshop) -> None:
    workshop.laser.incubator_id += 1
    wanted = workshop.wanted(workshop.at("10:00", "12:00"), Thing(equipment=workshop.laser))
    with pytest.raises(RefusedError, match="not in this incubator"):
        book(cast, workshop, wanted)


@pytest.mark.parametrize("who", ["cesis", "evaluator", "administrator", "participant", "stranger"])
def test_nobody_else_books_or_cancels_in_ogre(cast: Cast, workshop: Workshop, who: str) -> None:
    wanted = workshop.wanted(workshop.at("10:00", "12:00"))
    booking = book(cast, workshop, wanted)
    by = getattr(cast, who)
    with pytest.raises(NotAllowedError):
        actions.book(by=by, incubator=workshop.incubator, wanted=wanted)
    with pytest.raises(NotAllowedError):
        actions.cancel(by=by, booking=booking)


def test_an_instructor_changes_own_bookings_only(cast: Cast, workshop: Workshop) -> None:
    of_the_coordinator = book(cast, workshop, workshop.wanted(workshop.at("10:00", "12:00")))
    with pytest.raises(NotAllowedError, match="somebody else"):
        actions.cancel(by=workshop.instructor, booking=of_the_coordinator)
    own = actions.book(
        by=workshop.instructor,
        incubator=workshop.incubator,
        wanted=workshop.wanted(workshop.at("14:00", "15:00")),
    )
    actions.cancel(by=cast.ogre, booking=own)


def test_who_was_an_instructor_until_this_morning_books_nothing(
    cast: Cast, workshop: Workshop
) -> None:
    workshop.instructor.memberships.update(period=(datetime.date(2026, 1, 1), timezone.localdate()))
    with pytest.raises(NotAllowedError):
        actions.book(
            by=workshop.instructor,
            incubator=workshop.incubator,
            wanted=workshop.wanted(workshop.at("10:00", "12:00")),
        )


def test_a_room_is_closed_off_with_its_machines(cast: Cast, workshop: Workshop) -> None:
    time = workshop.at("09:00", "17:00")
    actions.close_off(
        by=cast.ogre,
        incubator=workshop.incubator,
        thing=Thing(room=workshop.room),
        time=time,
        kind=Occupation.Kind.BLOCK,
        reason="Grīdas remonts",
    )
    for thing in (Thing(room=workshop.room, place=3), Thing(equipment=workshop.laser)):
        with pytest.raises(TakenError) as refused:
            book(cast, workshop, workshop.wanted(workshop.at("10:00", "11:00"), thing))
        assert refused.value.nearest is not None
        assert timezone.localdate(refused.value.nearest.begins) != workshop.monday


# --- series ----------------------------------------------------------------------------------


def series(workshop: Workshop, days: int, **more: object) -> Series:
    return Series(
        **{
            "thing": Thing(room=workshop.room),
            "days": [workshop.monday + datetime.timedelta(days=n) for n in range(days)],
            "begins": datetime.time(10),
            "ends": datetime.time(12),
            "purpose": "Pulciņš",
            **more,
        }  # type: ignore[arg-type]
    )


def test_a_series_says_of_each_day_why_not_and_books_the_free_ones(
    cast: Cast, workshop: Workshop
) -> None:
    book(cast, workshop, workshop.wanted(workshop.at("11:00", "13:00", 2)))
    given = {"by": cast.ogre, "incubator": workshop.incubator, "series": series(workshop, 7)}
    tried = try_series(**given)  # type: ignore[arg-type]
    assert [bool(row.refused) for row in tried] == [False, False, True, False, False, True, True]
    assert tried[2].nearest == workshop.at("09:00", "11:00", 2)
    assert "Closed on Saturday" in tried[5].refused
    assert Booking.objects.filter(incubator=workshop.incubator).count() == 1
    booked = book_free(**given)  # type: ignore[arg-type]
    assert [row.refused for row in booked] == [row.refused for row in tried]
    assert Booking.objects.filter(incubator=workshop.incubator).count() == 5


def test_a_series_of_a_thousand_is_refused(cast: Cast, workshop: Workshop) -> None:
    with pytest.raises(BadDataError, match="at most 60 days; this one would have 1000"):
        book_free(by=cast.ogre, incubator=workshop.incubator, series=series(workshop, 1000))


# --- free time -------------------------------------------------------------------------------


def test_what_is_free_on_a_day(cast: Cast, workshop: Workshop) -> None:
    book(cast, workshop, workshop.wanted(workshop.at("10:00", "12:00"), Thing(workshop.laser)))
    bench = Thing(room=workshop.room, place=2)
    book(cast, workshop, workshop.wanted(workshop.at("13:00", "14:00"), bench))
    [monday] = days(workshop.incubator.pk, workshop.monday, 1)
    free = {str(row.thing): row for row in of_a_day(workshop.incubator, monday)}
    assert len(free) == 2 + 1 + 4
    around = [workshop.at("09:00", "09:35"), workshop.at("12:25", "17:00")]
    assert list(free["Lāzergriezējs"].free) == around
    halves = [workshop.at("09:00", "13:00"), workshop.at("14:00", "17:00")]
    assert list(free["Darbnīca"].free) == halves
    assert list(free["Darbnīca, bench 2"].free) == halves
    assert list(free["Darbnīca, bench 1"].free) == [workshop.at("09:00", "17:00")]
    assert free["Ripzāģis"].has(workshop.at("10:00", "12:00"))
    assert not free["Lāzergriezējs"].has(workshop.at("11:00", "13:00"))


def test_nearest_passes_over_days_that_are_closed(cast: Cast, workshop: Workshop) -> None:
    friday = workshop.monday + datetime.timedelta(days=4)
    places.add_special_day(
        by=cast.ogre,
        incubator=workshop.incubator,
        day=friday,
        opens=None,
        closes=None,
        reason="Inventarizācija",
    )
    found = nearest(
        thing=Thing(room=workshop.room), instructor=None, time=workshop.at("15:00", "17:00", 5)
    )
    # Thursday afternoon and Monday morning are both near Saturday 15:00: Monday is nearer.
    assert found == workshop.at("09:00", "11:00", 7)


# --- the clock of the place ------------------------------------------------------------------


def test_an_hour_that_does_not_exist_is_refused_with_the_reason() -> None:
    with pytest.raises(BadDataError, match="no 03:30: the clocks go forward"):
        place_time(datetime.date(2026, 3, 29), datetime.time(3, 30))


def test_an_hour_that_comes_twice_is_asked_about() -> None:
    day, clock = datetime.date(2026, 10, 25), datetime.time(3, 30)
    with pytest.raises(BadDataError, match="03:30 twice"):
        place_time(day, clock)
    first, second = (place_time(day, clock, second=which) for which in (False, True))
    assert second.astimezone(datetime.UTC) - first.astimezone(datetime.UTC) == HOUR


def test_a_weekly_hour_stays_the_same_on_the_clock_over_the_change() -> None:
    before, after = (place_time(datetime.date(2026, 3, day), datetime.time(9)) for day in (23, 30))
    assert (before.hour, after.hour) == (9, 9)
    weeks = datetime.timedelta(days=7)
    assert after.astimezone(datetime.UTC) - before.astimezone(datetime.UTC) == weeks - HOUR
