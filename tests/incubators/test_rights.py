"""Who may use a machine: each reason why not, the day it ends, disuse, and that names open none."""

import datetime

import pytest
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cast import Cast
from tests.effort import amount
from tests.incubators.conftest import Workshop

from ligzda.incubators.bookings import actions as bookings
from ligzda.incubators.bookings.rules import Thing
from ligzda.incubators.bookings.taking import check_used_by
from ligzda.incubators.models import Authorisation, Booking, Equipment, Occupation
from ligzda.incubators.places import actions as places
from ligzda.incubators.rights import actions, rules
from ligzda.incubators.rights.rules import NoRightError
from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent, User

TODAY = datetime.date(2026, 11, 27)
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


@pytest.fixture
def laser(workshop: Workshop) -> Equipment:
    Equipment.objects.filter(pk=workshop.laser.pk).update(needs_authorisation=True, idle_months=6)
    return Equipment.objects.get(pk=workshop.laser.pk)


def give(
    cast: Cast, laser: Equipment, since: datetime.date, until: datetime.date | None = None
) -> Authorisation:
    return actions.give_right(
        by=cast.system,
        person=cast.ogre,
        equipment=laser,
        certificate=f"{since:%Y%m%d}00",
        since=since,
        until=until,
    )


def at(day: datetime.date, clock: str = "12:00") -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.fromisoformat(clock)))


def used(by: User, laser: Equipment, day: datetime.date, **more: object) -> None:
    """A booking of the machine on a day, past or to come."""
    booking = Booking.objects.create(
        incubator=laser.incubator,
        begins=at(day, "10:00"),
        ends=at(day, "11:00"),
        purpose="Kastes",
        booked_by=by,
        **more,
    )
    Occupation.objects.create(
        incubator=laser.incubator,
        kind="booking",
        booking=booking,
        equipment=laser,
        begins=booking.begins,
        ends=booking.ends,
        stands=booking.stands,
    )


def may(cast: Cast, laser: Equipment, day: datetime.date, clock: str = "12:00") -> None:
    rules.check_may_use(person=cast.ogre, equipment=laser, at=at(day, clock))


def test_without_a_right_a_machine_that_is_learnt_is_refused(cast: Cast, laser: Equipment) -> None:
    with pytest.raises(NoRightError, match="has no right to it") as refused:
        may(cast, laser, TODAY)
    assert "No course gives this right yet" in str(refused.value)
    Equipment.objects.update(needs_authorisation=False, idle_months=None)
    laser.refresh_from_db()
    may(cast, laser, TODAY)


def test_a_right_holds_from_its_first_day_to_its_last(cast: Cast, laser: Equipment) -> None:
    give(cast, laser, TODAY, TODAY + 9 * DAY)
    with pytest.raises(NoRightError, match=r"it begins on 27 Nov 2026"):
        may(cast, laser, TODAY - DAY, "23:59")
    may(cast, laser, TODAY, "00:00")
    may(cast, laser, TODAY + 9 * DAY, "23:59")
    with pytest.raises(NoRightError, match=r"it ended on 0?6 Dec 2026"):
        may(cast, laser, TODAY + 10 * DAY, "00:00")


def test_one_that_was_ended_this_morning_opens_nothing_at_noon(
    cast: Cast, laser: Equipment, workshop: Workshop
) -> None:
    row = give(cast, laser, timezone.localdate() - DAY)
    wanted = workshop.wanted(workshop.at("10:00", "12:00"), Thing(equipment=laser))
    check_used_by(cast.ogre, workshop.incubator, wanted)
    actions.end_right(by=cast.ogre, authorisation=row, because="Atstāja iekārtu ieslēgtu.")
    with pytest.raises(NoRightError, match=r"it was ended on .*Atstāja iekārtu ieslēgtu"):
        bookings.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.municipality) == ("right.end", laser.incubator.municipality)
    with pytest.raises(WrongStateError, match="ended already"):
        actions.end_right(by=cast.ogre, authorisation=row, because="Vēlreiz.")


def test_one_of_several_rights_is_enough(cast: Cast, laser: Equipment) -> None:
    give(cast, laser, TODAY - 30 * DAY, TODAY + 30 * DAY)
    newer = give(cast, laser, TODAY)
    actions.end_right(by=cast.ogre, authorisation=newer, because="Kļūda.")
    may(cast, laser, TODAY)


def test_it_lapses_by_disuse_and_a_booking_that_was_used_keeps_it(
    cast: Cast, laser: Equipment
) -> None:
    give(cast, laser, datetime.date(2026, 1, 5))
    may(cast, laser, datetime.date(2026, 7, 5))
    with pytest.raises(NoRightError, match=r"lapsed after 0?5 Jul 2026.* for 6 months"):
        may(cast, laser, datetime.date(2026, 7, 6))
    # What was cancelled, another machine's, and what somebody else used, keep nothing.
    used(cast.ogre, laser, datetime.date(2026, 6, 1), stands=False)
    used(cast.ogre, laser, datetime.date(2026, 6, 2), used_by=cast.administrator)
    with pytest.raises(NoRightError, match="lapsed"):
        may(cast, laser, datetime.date(2026, 7, 6))
    used(cast.administrator, laser, datetime.date(2026, 6, 3), used_by=cast.ogre)
    may(cast, laser, datetime.date(2026, 12, 3))
    with pytest.raises(NoRightError, match=r"lapsed after 0?3 Dec 2026"):
        may(cast, laser, datetime.date(2026, 12, 4))


@given(
    since=st.integers(0, 400),
    uses=st.lists(st.integers(0, 800), max_size=4),
    on=st.integers(0, 1000),
    months=st.integers(1, 12),
)
@settings(
    max_examples=amount(25, nightly=500),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_it_holds_while_no_gap_before_the_day_is_longer_than_the_months(
    cast: Cast, laser: Equipment, since: int, uses: list[int], on: int, months: int
) -> None:
    """The same rule said in days: the last day of use before, or the first of the right."""
    first = datetime.date(2024, 1, 1)
    for row in (Authorisation, Occupation, Booking):
        row.objects.filter(incubator=laser.incubator).delete()
    laser.idle_months = months
    give(cast, laser, first + since * DAY)
    for use in uses:
        used_on = first + use * DAY
        if not Occupation.objects.filter(begins=at(used_on, "10:00"), equipment=laser).exists():
            used(cast.ogre, laser, used_on)
    last = max([since, *(use for use in uses if use <= on)])
    held = since <= on and first + on * DAY <= month_after(first + last * DAY, months)
    try:
        may(cast, laser, first + on * DAY)
    except NoRightError:
        assert not held
    else:
        assert held


def test_a_machine_renamed_to_one_that_was_learnt_opens_nothing(
    cast: Cast, laser: Equipment, workshop: Workshop
) -> None:
    give(cast, laser, timezone.localdate())
    name = laser.name
    for machine, called in ((laser, "Vecais lāzers"), (workshop.saw, name)):
        facts = places.EquipmentFacts(name=called, room=workshop.room, needs_authorisation=True)
        places.edit_equipment(by=cast.ogre, equipment=machine, facts_given=facts)
    wanted = workshop.wanted(workshop.at("10:00", "12:00"), Thing(equipment=workshop.saw))
    renamed = Thing(equipment=Equipment.objects.get(pk=workshop.saw.pk))
    with pytest.raises(NoRightError, match=f"{name} is only for"):
        bookings.book(
            by=cast.ogre,
            incubator=workshop.incubator,
            wanted=workshop.wanted(wanted.time, renamed, instructor=workshop.instructor),
        )
    old = Thing(equipment=Equipment.objects.get(pk=laser.pk))
    bookings.book(
        by=cast.ogre, incubator=workshop.incubator, wanted=workshop.wanted(wanted.time, old)
    )


def test_the_right_is_asked_of_who_will_use_it(
    cast: Cast, laser: Equipment, workshop: Workshop
) -> None:
    give(cast, laser, timezone.localdate())
    time, thing = workshop.at("10:00", "12:00"), Thing(equipment=laser)
    for person, why in ((workshop.instructor, "has no right to it"), (cast.cesis, "no role here")):
        wanted = workshop.wanted(time, thing, used_by=person)
        with pytest.raises((NoRightError, BadDataError), match=why):
            bookings.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    wanted = workshop.wanted(time, thing, used_by=cast.ogre)
    booking = bookings.book(by=workshop.instructor, incubator=workshop.incubator, wanted=wanted)
    bookings.move(by=workshop.instructor, booking=booking, time=workshop.at("13:00", "14:00"))


def test_only_trainers_give_and_only_keepers_end(cast: Cast, laser: Equipment) -> None:
    row = give(cast, laser, TODAY)
    for stranger in (cast.cesis, cast.participant, cast.evaluator):
        with pytest.raises(NotAllowedError):
            actions.end_right(by=stranger, authorisation=row, because="Tāpat.")
    for by in (cast.ogre, cast.administrator):
        with pytest.raises(NotAllowedError, match="trainers"):
            actions.give_right(
                by=by,
                person=by,
                equipment=laser,
                certificate="0123456789",
                since=TODAY,
                until=None,
            )
    row.refresh_from_db()
    assert row.ended_at is None
