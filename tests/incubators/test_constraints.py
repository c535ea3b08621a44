"""What the database refuses of rooms, machines, hours and bookings, whatever the code does."""

import datetime
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of
from tests.incubators.conftest import Workshop, furnished
from tests.incubators.test_budget_constraints import BUDGET
from tests.incubators.test_incubators import PROVOCATIONS
from tests.incubators.test_upkeep_constraints import PROVOCATIONS as OF_UPKEEP

from ligzda.incubators.bookings import actions
from ligzda.incubators.bookings.models import number_of
from ligzda.incubators.bookings.rules import Thing
from ligzda.incubators.models import (
    Authorisation,
    Booking,
    Equipment,
    Feed,
    Incubator,
    Occupation,
    OpeningHours,
    Quota,
    Room,
    SpecialDay,
    Waiting,
)
from ligzda.network.models import User

NINE, FIVE = datetime.time(9), datetime.time(17)
DAY = datetime.date(2016, 3, 17)


def _right(workshop: Workshop, **given: Any) -> Authorisation:
    usual: dict[str, Any] = {
        "incubator": workshop.incubator,
        "equipment": workshop.laser,
        "person": workshop.instructor,
        "certificate": "0123456789",
        "since": DAY + datetime.timedelta(days=1),
        "until": DAY + datetime.timedelta(days=99),
        "given_by": workshop.instructor,
    }
    return Authorisation.objects.create(**{**usual, **given})


def _provoke(name: str, workshop: Workshop, booking: Booking) -> None:
    room = Room.objects.filter(incubator=workshop.incubator)
    laser = Equipment.objects.filter(incubator=workshop.incubator)
    row = booking.occupations.get()
    booked = Booking.objects.filter(pk=booking.pk)
    occupied = Occupation.objects.filter(pk=row.pk)
    hours = OpeningHours.objects.filter(incubator=workshop.incubator, weekday=1)
    of: dict[str, Any] = {"incubator": workshop.incubator}
    special = {**of, "day": workshop.monday, "reason": "Talka"}
    rights = Authorisation.objects.filter(incubator=workshop.incubator)
    block = {"incubator": workshop.incubator, "kind": "block", "reason": "Remonts"}
    time = {"begins": row.begins, "ends": row.ends}

    def occupy(**given: Any) -> None:
        Occupation.objects.bulk_create([Occupation(**{**block, **time, **given})])

    provocations: dict[str, Provocation] = {
        "room_name_once": lambda: Room.objects.create(
            **of, building=workshop.room.building, name=workshop.room.name
        ),
        "room_has_a_name": lambda: room.update(name=""),
        "room_has_at_most_200_places": lambda: room.update(places=201),
        "equipment_name_once": lambda: laser.update(name="Viens"),
        "equipment_has_a_name": lambda: laser.filter(pk=workshop.laser.pk).update(name=""),
        "equipment_condition_is_known": lambda: laser.update(condition="bad"),
        "equipment_pauses_are_whole_steps": lambda: laser.update(minutes_after=7),
        "equipment_price_says_when_and_how_long": lambda: laser.update(price=100),
        "equipment_retired_after_it_was_bought": lambda: laser.update(
            bought_on=workshop.monday, retired_on=workshop.monday - datetime.timedelta(days=1)
        ),
        "hours_once_a_weekday": lambda: OpeningHours.objects.create(
            **of, weekday=1, opens=NINE, closes=FIVE
        ),
        "hours_weekday_is_known": lambda: hours.update(weekday=8),
        "hours_open_then_close": lambda: hours.update(opens=FIVE, closes=NINE),
        "special_day_once": lambda: [SpecialDay.objects.create(**special) for _twice in "12"],
        "special_day_open_then_close": lambda: SpecialDay.objects.create(
            **special, opens=FIVE, closes=NINE
        ),
        "special_day_says_why": lambda: SpecialDay.objects.create(**{**special, "reason": ""}),
        "booking_ends_later": lambda: booked.update(ends=booking.begins),
        "booking_says_what_for": lambda: booked.update(purpose=""),
        "occupation_overlaps_none": lambda: occupy(room=workshop.room, place=4),
        "occupation_is_of_one_thing": lambda: occupied.update(equipment=workshop.laser),
        "occupation_place_is_in_a_room": lambda: occupied.update(place=0),
        "occupation_lasts_at_most_31_days": lambda: occupied.update(
            ends=row.begins + datetime.timedelta(days=32)
        ),
        "occupation_is_booked_or_says_why": lambda: occupied.update(kind="block"),
        "booking_released_is_of_nobody_who_came": lambda: booked.update(released_at=row.begins),
        **_quotas(workshop, booking),
        **_waiting(workshop, booking),
        "equipment_lapses_only_where_it_needs_a_right": lambda: laser.update(idle_months=6),
        "authorisation.as_given": lambda: (_right(workshop), rights.update(until=None)),
        "authorisation_once_a_certificate": lambda: (_right(workshop), _right(workshop)),
        "authorisation_says_what_gave_it": lambda: _right(workshop, certificate=""),
        "authorisation_ends_after_it_begins": lambda: _right(workshop, until=DAY),
        "authorisation_ended_by_somebody_at_some_time": lambda: _right(workshop, ending="revoked"),
        "authorisation_withdrawn_says_why": lambda: _right(
            workshop,
            ending="withdrawn",
            ended_at=timezone.now(),
            ended_by=workshop.instructor,
        ),
    }
    provocations[name]()


def _quotas(workshop: Workshop, booking: Booking) -> dict[str, Provocation]:
    def make(twice: str = "1", **given: Any) -> None:
        for _time in twice:
            Quota.objects.create(incubator=workshop.incubator, **{"hours": 8, **given})

    return {
        "quota_once": lambda: make("12", role="instructor"),
        "quota_is_of_one_kind": lambda: make(role="instructor", person=booking.booked_by),
        "quota_fits_into_a_week": lambda: make(hours=169),
        "feed_once": lambda: [
            Feed.objects.create(owner=booking.booked_by, token_hash=each) for each in "12"
        ],
    }


def _waiting(workshop: Workshop, booking: Booking) -> dict[str, Provocation]:
    hour, begins = datetime.timedelta(hours=1), booking.begins

    def wait(twice: str = "1", **given: Any) -> None:
        usual = {"room": workshop.room, "begins": begins, "ends": booking.ends, "purpose": "Kastes"}
        for _time in twice:
            Waiting.objects.create(
                incubator=workshop.incubator, asked_by=booking.booked_by, **{**usual, **given}
            )

    return {
        "waiting_once_for_a_time": lambda: wait("12"),
        "waiting_is_for_one_thing": lambda: wait(equipment=workshop.laser),
        "waiting_place_is_in_a_room": lambda: wait(place=0),
        "waiting_ends_later": lambda: wait(ends=begins),
        "waiting_says_what_for": lambda: wait(purpose=""),
        "waiting_offer_ends_before_the_time_begins": lambda: wait(
            offered_at=begins - hour, offered_until=begins + hour
        ),
        "waiting_closed_at_some_time": lambda: wait(closed="lapsed"),
    }


COUNTS = {"booking.counts_changes"}
"""A trigger that counts and refuses nothing: test_feeds.py."""
KEPT_BY_ITSELF = {"equipment.keeps_its_conditions"}
"""Another: test_upkeep.py."""
ELSEWHERE = {*PROVOCATIONS, *BUDGET, *OF_UPKEEP, *COUNTS, *KEPT_BY_ITSELF}
NAMES = sorted(constraints_of("incubators") - ELSEWHERE)


Made = tuple[Workshop, Booking]


@pytest.fixture(scope="module")
def _made(_loaded: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """Make workshop and booking once: every test asks for them, and takes back what it does."""
    with furnished(django_db_blocker) as workshop:
        by = User.objects.get(email="koordinators.ogre@ligzda.example")
        wanted = workshop.wanted(workshop.at("10:00", "12:00"))
        yield workshop, actions.book(by=by, incubator=workshop.incubator, wanted=wanted)


@pytest.fixture
def workshop(_made: Made, db: None) -> Workshop:
    return deepcopy(_made[0])


@pytest.fixture
def booking(_made: Made, db: None) -> Booking:
    return deepcopy(_made[1])


@pytest.mark.parametrize("name", NAMES)
def test_the_database_refuses(name: str, workshop: Workshop, booking: Booking) -> None:
    """Every constraint of the room is provoked, here or in the two modules above."""
    assert_refused(name, lambda: _provoke(name, workshop, booking))


def test_the_number_of_a_thing_is_the_database_s(workshop: Workshop, booking: Booking) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s",
            ["occupation_overlaps_none"],
        )
        (said,) = cursor.fetchone()
    assert "equipment_id * (3)::bigint) + 0" in said or "equipment_id * 3) + 0" in said
    assert [number_of(name, 7) for name in ("equipment_id", "room_id", "instructor_id")] == [
        21, 22, 23
    ]  # fmt: skip


def _at_once() -> None:
    """Let keys that wait for the end of the transaction speak at once."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _elsewhere(workshop: Workshop) -> Incubator:
    return Incubator.objects.exclude(pk=workshop.incubator.pk)[0]


def test_an_occupation_stands_with_its_booking(workshop: Workshop, booking: Booking) -> None:
    assert_refused(
        "occupation_stands_with_its_booking", lambda: booking.occupations.update(stands=False)
    )


def test_who_waits_waits_for_something_of_their_incubator(
    workshop: Workshop, booking: Booking
) -> None:
    _at_once()
    assert_refused(
        "waiting_for_its_incubators_room",
        lambda: Waiting.objects.create(
            incubator=_elsewhere(workshop),
            room=workshop.room,
            begins=booking.begins,
            ends=booking.ends,
            purpose="Kastes",
            asked_by=booking.booked_by,
        ),
    )


def test_an_occupation_is_of_the_incubator_of_its_booking_and_thing(
    workshop: Workshop, booking: Booking
) -> None:
    _at_once()
    assert_refused(
        "occupation_of_its_incubators_",
        lambda: booking.occupations.update(incubator=_elsewhere(workshop)),
    )


def test_a_machine_stands_in_a_room_of_its_own_incubator(workshop: Workshop) -> None:
    elsewhere = _elsewhere(workshop)
    building = elsewhere.buildings.get()
    room = Room.objects.create(incubator=elsewhere, building=building, name="Cita")
    _at_once()
    assert_refused(
        "equipment_stands_in_a_room_of_its_incubator",
        lambda: Equipment.objects.filter(pk=workshop.laser.pk).update(room=room),
    )


def test_what_is_booked_is_the_machine_and_not_its_name(
    cast: Cast, workshop: Workshop, booking: Booking
) -> None:
    """Fab-manager 408: a machine renamed to another's name took over what it may."""
    time = workshop.at("14:00", "15:00")
    wanted = workshop.wanted(time, Thing(equipment=workshop.laser))
    actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    Equipment.objects.filter(pk=workshop.laser.pk).update(name="Vecais lāzers")
    new = Equipment.objects.create(
        incubator=workshop.incubator, room=workshop.room, name="Lāzergriezējs"
    )
    wanted = workshop.wanted(time, Thing(equipment=new))
    actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)


def test_a_right_is_of_the_incubator_of_its_machine(workshop: Workshop) -> None:
    _at_once()
    assert_refused(
        "authorisation_of_its_incubators_equipment",
        lambda: _right(workshop, incubator=_elsewhere(workshop)),
    )
