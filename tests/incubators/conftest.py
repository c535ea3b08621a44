"""The cast, the loaded network, and a workshop in Ogre's incubator to book."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from django.db import models, transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from tests.cast import Cast, _loaded, cast

from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import Wanted
from ligzda.incubators.models import (
    AdaptationWork,
    Authorisation,
    Confirmation,
    Equipment,
    EquipmentPhoto,
    Incident,
    Incubator,
    Maintenance,
    MaintenancePlan,
    Manual,
    Measure,
    Occupation,
    Room,
    RoomPlan,
)
from ligzda.incubators.places import actions
from ligzda.network.actions import grant_role, invite_user
from ligzda.network.models import Partner, User
from ligzda.network.roles import Instructor

__all__ = ["_loaded", "cast"]


@dataclass(frozen=True)
class Workshop:
    """A room with four benches, a laser cutter with pauses, a dangerous saw; open 9–17, Mon–Fri."""

    incubator: Incubator
    room: Room
    laser: Equipment
    saw: Equipment
    instructor: User
    monday: datetime.date

    def at(self, begins: str, ends: str, day: int = 0) -> Time:
        """Return hours of the week of `monday`, 0 Monday."""
        on = self.monday + datetime.timedelta(days=day)
        first, last = (
            timezone.make_aware(datetime.datetime.combine(on, datetime.time.fromisoformat(clock)))
            for clock in (begins, ends)
        )
        return Time(first, last)

    def wanted(self, time: Time, thing: Thing | None = None, **more: User) -> Wanted:
        return Wanted(thing=thing or Thing(room=self.room), time=time, purpose="Kastes", **more)


def a_monday() -> datetime.date:
    """Return a Monday in the coming weeks whose whole week is without holiday."""
    from ligzda.incubators.places.opening import holiday_name

    day = timezone.localdate() + datetime.timedelta(days=7)
    while day.weekday() or any(
        holiday_name(day + datetime.timedelta(days=number)) for number in range(7)
    ):
        day += datetime.timedelta(days=1)
    return day


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    return make_workshop(cast.ogre, cast.system)


@contextmanager
def furnished(blocker: DjangoDbBlocker) -> Iterator[Workshop]:
    """Make the workshop once for a module all of whose tests ask for it, and for nothing older."""
    with blocker.unblock(), transaction.atomic():
        ogre = User.objects.get(email="koordinators.ogre@ligzda.example")
        yield make_workshop(ogre, User.objects.get(is_system=True))
        transaction.set_rollback(True)


def make_workshop(coordinator: User, system: User) -> Workshop:
    ogre = Incubator.objects.get(slug="ogre")
    Occupation.objects.filter(incubator=ogre).delete()
    ogre.waiting.all().delete()
    Authorisation.objects.filter(incubator=ogre).delete()
    for machine in ogre.equipment.all():
        machine.opened_by.all().delete()
    for row in (ogre.bookings, ogre.equipment, ogre.rooms, ogre.hours, ogre.special_days):
        row.all().delete()
    by: dict[str, User] = {"by": coordinator}
    nine, five = datetime.time(9), datetime.time(17)
    actions.set_hours(**by, incubator=ogre, hours=dict.fromkeys(range(1, 6), (nine, five)))
    room = actions.add_room(
        **by, incubator=ogre, facts_given=actions.RoomFacts(name="Darbnīca", floor=1, places=4)
    )
    facts: Callable[..., actions.EquipmentFacts] = actions.EquipmentFacts
    laser = actions.add_equipment(
        **by,
        incubator=ogre,
        facts_given=facts(name="Lāzergriezējs", room=room, minutes_before=10, minutes_after=15),
    )
    saw = actions.add_equipment(
        **by, incubator=ogre, facts_given=facts(name="Ripzāģis", room=room, dangerous=True)
    )
    email = "meistars@ligzda.example"
    instructor = User.objects.filter(email=email).first()
    if instructor is None:
        instructor = invite_user(by=system, email=email, name="Meistars")
        partner = Partner.objects.get(municipality__slug="ogres-novads")
        grant_role(by=system, user=instructor, role=Instructor, partner=partner)
    return Workshop(ogre, room, laser, saw, instructor, a_monday())


def one_of_each(workshop: Workshop) -> dict[type[models.Model], Any]:
    """Put a row into each table of premises and upkeep; by the model."""
    laser, room, day = workshop.laser, workshop.room, workshop.monday
    content = {"content": b"%PDF-1.7", "sha256": sha256(b"%PDF-1.7").hexdigest()}
    seen = {**content, "width": 3, "height": 2}
    plan = MaintenancePlan.objects.create(
        equipment=laser, what="Lēcas", every_months=6, counts_from=day
    )
    incident = Incident.objects.create(
        incubator=workshop.incubator,
        room=room,
        kind=Incident.Kind.NEAR_MISS,
        happened_at=timezone.now(),
        what="Slīdēja sagatave",
        recorded_by=workshop.instructor,
    )
    rows: list[models.Model] = [
        room.building,
        AdaptationWork.objects.create(
            incubator=workshop.incubator,
            building=room.building,
            what="Uzbrauktuve",
            contractor="SIA “Būve”",
            cost=Decimal("1200.50"),
            begins_on=day,
            ends_on=day,
        ),
        Confirmation.objects.create(
            incubator=workshop.incubator,
            item=Confirmation.Item.INSURANCE,
            done_on=day,
            document="Polise 7",
            confirmed_by=workshop.instructor,
        ),
        EquipmentPhoto.objects.create(equipment=laser, **seen),
        RoomPlan.objects.create(room=room, **seen),
        Manual.objects.create(equipment=laser, title="Lāzers", size=8, **content),
        laser.conditions.get(),
        plan,
        Maintenance.objects.create(
            equipment=laser, plan=plan, what="Lēcas", done_on=day, done_by="Meistars"
        ),
        incident,
        Measure.objects.create(incident=incident, text="Skava", added_by=workshop.instructor),
    ]
    return {type(row): row for row in rows}
