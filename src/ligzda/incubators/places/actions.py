"""Verbs of rooms, machines and hours."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import TypeVar

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from ligzda.incubators.models import (
    Building,
    Equipment,
    Incubator,
    OpeningHours,
    Room,
    SpecialDay,
)
from ligzda.incubators.places import rules
from ligzda.kernel.tables.preview import Preview, State
from ligzda.kernel.texts import Text, no_text
from ligzda.network.audit import Facts, facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back

_M = TypeVar("_M", bound=models.Model)


@dataclass(frozen=True, kw_only=True)
class RoomFacts:
    """What is said of a room. `places`: how many bench places are numbered in it.

    `building` None: a new room is in the first of its incubator, a room that is there stays in its.
    """

    name: str
    floor: int
    places: int = 0
    step_free: bool = False
    access: str = ""
    building: Building | None = None


@dataclass(frozen=True, kw_only=True)
class EquipmentFacts:
    """What is said of a machine. Price in EUR, to the cent, written off over `life_months`.

    `idle_months`: a right to it lapses after so many without use; None: it does not.
    """

    name: str
    room: Room
    condition: str = Equipment.Condition.GOOD
    dangerous: bool = False
    needs_authorisation: bool = False
    idle_months: int | None = None
    minutes_before: int = 0
    minutes_after: int = 0
    bought_on: datetime.date | None = None
    price: Decimal | None = None
    life_months: int | None = None
    serial_number: str = ""
    safety_rules: Text = field(default_factory=no_text)


@transaction.atomic
def add_room(*, by: User, incubator: Incubator, facts_given: RoomFacts) -> Room:
    """Add a room."""
    rules.check_keep_places(by=by, incubator=incubator)
    building = facts_given.building or incubator.buildings.first()
    assert building is not None, "every incubator is entered with one"
    given = {**vars(facts_given), "building": building}
    rules.check_floor(building=building, floor=facts_given.floor)
    return _saved(by, "room.add", Room(incubator=incubator, **given))


@transaction.atomic
def edit_room(*, by: User, room: Room, facts_given: RoomFacts) -> Room:
    """Change what is said of a room."""
    rules.check_keep_places(by=by, incubator=room.incubator)
    locked = Room.objects.select_for_update().get(pk=room.pk)
    building = facts_given.building or locked.building
    rules.check_floor(building=building, floor=facts_given.floor)
    given = {**vars(facts_given), "building": building}
    return _saved(by, "room.edit", *_changed(locked, given))


@transaction.atomic
def add_equipment(*, by: User, incubator: Incubator, facts_given: EquipmentFacts) -> Equipment:
    """Add a machine."""
    rules.check_keep_places(by=by, incubator=incubator)
    return _saved(by, "equipment.add", Equipment(incubator=incubator, **vars(facts_given)))


@transaction.atomic
def edit_equipment(*, by: User, equipment: Equipment, facts_given: EquipmentFacts) -> Equipment:
    """Change what is said of a machine."""
    rules.check_keep_places(by=by, incubator=equipment.incubator)
    locked = Equipment.objects.select_for_update().get(pk=equipment.pk)
    return _saved(by, "equipment.edit", *_changed(locked, vars(facts_given)))


@transaction.atomic
def retire(*, by: User, equipment: Equipment) -> Undoable:
    """Take a machine out of use today; whoever did can undo it for ten minutes."""
    rules.check_retire(by=by, equipment=equipment)
    row = Equipment.objects.select_for_update().get(pk=equipment.pk)
    kept = keep_for_undo(by=by, act="equipment.retire", rows=[row])
    _saved(by, "equipment.retire", *_changed(row, {"retired_on": timezone.localdate()}))
    return kept


@transaction.atomic
def take_back_into_use(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo taking a machine out of use; return the page of its incubator."""
    [row] = rows
    assert isinstance(row, Equipment)
    rules.check_keep_places(by=by, incubator=row.incubator)
    put_back(by=by, act="equipment.retire", rows=rows)
    return reverse("incubators:places", args=[row.incubator.slug])


@transaction.atomic
def import_equipment(*, by: User, incubator: Incubator, preview: Preview) -> None:
    """Take in a file of machines that was shown: new names are added, known ones changed.

    All of it or nothing. What a file does not tell of a machine stays as it is.
    """
    rules.check_keep_places(by=by, incubator=incubator)
    rooms = {row.name: row for row in incubator.rooms.all()}
    there = {row.name: row for row in incubator.equipment.all()}
    told = {field.name for field in fields(EquipmentFacts)}
    for line in preview.taken():
        if line.state is State.SAME:
            continue
        given = {name: value for name, value in line.values.items() if name in told}
        given["room"] = rooms[line.values["room"]]
        row = there.get(line.key)
        if row is None:
            row = add_equipment(by=by, incubator=incubator, facts_given=EquipmentFacts(**given))
        else:
            known = {name: getattr(row, name) for name in told} | given
            row = edit_equipment(by=by, equipment=row, facts_given=EquipmentFacts(**known))
        retired = line.values.get("retired_on")
        if retired != row.retired_on:
            if row.retired_on is None:
                rules.check_retire(by=by, equipment=row)
            _saved(by, "equipment.retire", *_changed(row, {"retired_on": retired}))


@transaction.atomic
def set_hours(
    *, by: User, incubator: Incubator, hours: Mapping[int, tuple[datetime.time, datetime.time]]
) -> None:
    """Set the opening hours of the week: weekday (ISO) → opens, closes; others are closed."""
    rules.check_keep_places(by=by, incubator=incubator)
    there = {row.weekday: row for row in incubator.hours.select_for_update()}
    for weekday, row in there.items():
        if weekday not in hours:
            before = facts(row)
            record(by=by, action="hours.remove", about=row, before=before, after=None)
            row.delete()
    for weekday, (opens, closes) in hours.items():
        row = there.get(weekday) or OpeningHours(incubator=incubator, weekday=weekday)
        if (row.opens, row.closes) != (opens, closes):
            was = facts(row) if row.pk else None
            row.opens, row.closes = opens, closes
            _saved(by, "hours.set", row, was)


@transaction.atomic
def add_special_day(
    *,
    by: User,
    incubator: Incubator,
    day: datetime.date,
    opens: datetime.time | None,
    closes: datetime.time | None,
    reason: str,
) -> SpecialDay:
    """Give a day hours of its own; without hours it is closed."""
    rules.check_keep_places(by=by, incubator=incubator)
    row = SpecialDay(incubator=incubator, day=day, opens=opens, closes=closes, reason=reason)
    return _saved(by, "special_day.add", row)


@transaction.atomic
def remove_special_day(*, by: User, special_day: SpecialDay) -> Undoable:
    """Let the day be as its weekday is; whoever did can undo it for ten minutes."""
    rules.check_keep_places(by=by, incubator=special_day.incubator)
    kept = keep_for_undo(by=by, act="special_day.remove", rows=[special_day])
    record(
        by=by, action="special_day.remove", about=special_day, before=facts(special_day), after=None
    )
    special_day.delete()
    return kept


@transaction.atomic
def put_back_special_day(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo the removal of a special day; return the page of its incubator."""
    [row] = rows
    assert isinstance(row, SpecialDay)
    rules.check_keep_places(by=by, incubator=row.incubator)
    put_back(by=by, act="special_day.remove", rows=rows)
    return reverse("incubators:places", args=[row.incubator.slug])


def _changed(row: _M, given: Mapping[str, object]) -> tuple[_M, Facts]:
    before = facts(row)
    for name, value in given.items():
        setattr(row, name, value)
    return row, before


def _saved(by: User, action: str, row: _M, before: Facts | None = None) -> _M:
    row.save()
    record(by=by, action=action, about=row, before=before, after=facts(row))
    return row
