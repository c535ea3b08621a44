"""Invented rooms, machines, hours and bookings, relative to the day of loading.

All is done by the actions, but for the bookings: a year of nine incubators is some thousands, and
each by itself would take a first start half a minute (`bookings.actions.enter_invented`).
"""

import datetime
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from ligzda.incubators.bookings.actions import enter_invented
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import Wanted
from ligzda.incubators.models import Equipment, Incubator
from ligzda.incubators.places import actions
from ligzda.incubators.places.opening import Day, days
from ligzda.incubators.quotas import actions as quotas
from ligzda.incubators.upkeep import demonstration as upkeep
from ligzda.kernel.texts import Text
from ligzda.network.models import User

DATA = Path(__file__).resolve().parent / "data"
_BEFORE, _AFTER = 365, 14
_DENSE = 42
"""Days back from which weeks look as a week does; before them a thing is booked now and then."""
_OF_UPKEEP = ("maintenance", "repair")
_SLOTS = ((0, 2), (2, 4), (3, 6), (5, 7))
"""Hours after opening, from and to; a thing has one of them a day, so that none overlaps."""


def load(*, by: User) -> None:
    """Furnish every incubator that has no room yet."""
    data = yaml.safe_load((DATA / "workshops.yaml").read_text("utf-8"))
    empty = Incubator.objects.select_related("municipality").filter(rooms=None)
    for incubator in empty.order_by("pk"):
        _furnish(by, incubator, data)


def _furnish(by: User, incubator: Incubator, data: dict[str, Any]) -> None:
    today = timezone.localdate()
    hours = {
        weekday: (datetime.time.fromisoformat(opens), datetime.time.fromisoformat(closes))
        for weekday, (opens, closes) in data["hours"].items()
    }
    actions.set_hours(by=by, incubator=incubator, hours=hours)
    upkeep.load_building(by=by, incubator=incubator, data=data)
    things: list[Thing] = []
    for given in data["rooms"]:
        machines = given["machines"]
        facts = {name: value for name, value in given.items() if name != "machines"}
        room = actions.add_room(by=by, incubator=incubator, facts_given=actions.RoomFacts(**facts))
        things += [Thing(room=room)] if not room.places else [Thing(room=room, place=1)]
        for machine in machines:
            told = {
                **{name: said for name, said in machine.items() if name not in _OF_UPKEEP},
                "price": Decimal(machine["price"]),
                "safety_rules": Text(machine["safety_rules"]),
            }
            row = actions.add_equipment(
                by=by,
                incubator=incubator,
                facts_given=actions.EquipmentFacts(
                    room=room, bought_on=today - datetime.timedelta(days=500), **told
                ),
            )
            upkeep.load_machine(by=by, row=row, given=machine)
            # An instructor stands by at what is dangerous: who they are is not known here.
            if not row.dangerous and row.condition != Equipment.Condition.REPAIR:
                things.append(Thing(equipment=row))
    _rules(by, incubator, data["rules"].get(incubator.slug, {}))
    if incubator.invented:
        upkeep.load_log(by=by, incubator=incubator, entries=data["log"])
    chance = random.Random(incubator.slug)
    span = days(incubator.pk, today - datetime.timedelta(days=_BEFORE), _BEFORE + _AFTER)
    wanted = [
        Wanted(thing=thing, time=time, purpose=chance.choice(data["purposes"]))
        for day in span
        for thing in things
        if chance.random() < (0.5 if (today - day.on).days <= _DENSE else 0.1)
        and (time := _time(day, chance)) is not None
    ]
    enter_invented(by=by, incubator=incubator, wanted=wanted)


def _rules(by: User, incubator: Incubator, rules: dict[str, Any]) -> None:
    """Give an incubator its quotas, and let it ask who booked to say that they are here."""
    for role, hours in rules.get("hours", {}).items():
        quotas.set_quota(by=by, incubator=incubator, hours=hours, role=role)
    if (minutes := rules.get("check_in")) is not None:
        quotas.set_check_in(by=by, incubator=incubator, minutes=minutes)


def _time(day: Day, chance: random.Random) -> Time | None:
    """Return some hours of a day; None where it is closed or closes sooner."""
    if day.span is None:
        return None
    opens, closes = day.span
    first, last = chance.choice(_SLOTS)
    begins, ends = (opens + datetime.timedelta(hours=hours) for hours in (first, last))
    return Time(begins, ends) if ends <= closes else None
