"""What the database refuses of buildings, works, upkeep and the log, whatever the code does."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import connection, models
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from tests.constraints import assert_refused
from tests.incubators.conftest import Workshop, furnished, one_of_each

from ligzda.incubators.models import (
    AdaptationWork,
    Building,
    ConditionSpan,
    Confirmation,
    Equipment,
    EquipmentPhoto,
    Incident,
    Incubator,
    Maintenance,
    MaintenancePlan,
    Manual,
    Measure,
    Room,
    RoomPlan,
)

Rows = dict[type[models.Model], Any]


def _set(model: type[models.Model], **given: Any) -> Callable[[Rows], object]:
    """Write past every action into the one row of a table."""
    return lambda rows: model._default_manager.filter(pk=rows[model].pk).update(**given)


def _again(model: type[models.Model], **given: Any) -> Callable[[Rows], object]:
    """Write the row a second time."""

    def write(rows: Rows) -> None:
        row = rows[model]
        row.pk = None
        for name, value in given.items():
            setattr(row, name, value)
        model._default_manager.bulk_create([row])

    return write


def _close(rows: Rows) -> object:
    by = rows[Incident].recorded_by
    return _set(Incident, closed_at=timezone.now(), closed_by=by)(rows)


def _after_closing(rows: Rows) -> object:
    _close(rows)
    return _set(Incident, what="Cits")(rows)


def _above_the_roof(rows: Rows) -> object:
    return Room.objects.filter(building=rows[Building]).update(floor=51)


def _unknown_condition(rows: Rows) -> object:
    return ConditionSpan.objects.filter(pk=rows[ConditionSpan].pk).update(condition="bad")


PROVOCATIONS: dict[str, Callable[[Rows], object]] = {
    "building_name_once": _again(Building),
    "building_has_a_name": _set(Building, name=""),
    "building_floors_are_in_order": _set(Building, lowest_floor=51),
    "building_door_is_a_door": _set(Building, narrowest_door_cm=9),
    "building.has_the_floors_of_its_rooms": _set(Building, lowest_floor=2, highest_floor=3),
    "room.lies_on_a_floor_of_its_building": _above_the_roof,
    "work_says_what_and_by_whom": _set(AdaptationWork, contractor=""),
    "work_cost_is_not_negative": _set(AdaptationWork, cost=-1),
    "work_ends_after_it_begins": _set(AdaptationWork, ends_on="2016-03-17"),
    "work_accepted_by_somebody_as_a_document": _set(AdaptationWork, accepted_on="2999-01-01"),
    "confirmation_once_an_item": _again(Confirmation),
    "confirmation_item_is_known": _set(Confirmation, item="luck"),
    "confirmation_names_a_paper": _set(Confirmation, document=""),
    "confirmation_ends_after_its_day": _set(Confirmation, valid_until="2016-03-17"),
    "equipmentphoto_hash_is_of_its_content": _set(EquipmentPhoto, content=b"another"),
    "photo_once": _again(EquipmentPhoto),
    "roomplan_hash_is_of_its_content": _set(RoomPlan, content=b"another"),
    "manual_once": _again(Manual),
    "manual_has_a_title": _set(Manual, title=""),
    "manual_hash_is_of_its_content": _set(Manual, content=b"%PDF-1.8"),
    "manual_size_is_true": _set(Manual, size=9),
    "condition_one_at_a_time": _again(ConditionSpan, begins=timezone.now()),
    "condition_is_known": _unknown_condition,
    "condition_ends_after_it_begins": _set(ConditionSpan, ends="2016-03-17T00:00Z"),
    "plan_says_what": _set(MaintenancePlan, what=""),
    "plan_says_how_often": _set(MaintenancePlan, every_months=None),
    "plan_interval_is_possible": _set(MaintenancePlan, every_months=121),
    "maintenance_says_what": _set(Maintenance, what=""),
    "maintenance_has_hours_or_was_done_by_somebody": _set(Maintenance, done_by=""),
    "maintenance_cost_is_not_negative": _set(Maintenance, cost=-1),
    "incident_kind_is_known": _set(Incident, kind="luck"),
    "incident_says_what": _set(Incident, what=""),
    "incident_hurt_is_an_accident": _set(Incident, hurt=True),
    "incident_closed_by_somebody_at_some_time": _set(Incident, closed_at=timezone.now()),
    "incident.stays_when_closed": _after_closing,
    "measure_says_what": _again(Measure, text=""),
    "measure.only_ever_added": _set(Measure, text="Cits"),
}
"""Of each constraint and trigger: what breaks it. That conditions keep themselves is tested with
them (test_upkeep.py)."""


Made = tuple[Workshop, Rows]


@pytest.fixture(scope="module")
def _made(_loaded: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    with furnished(django_db_blocker) as workshop:
        yield workshop, one_of_each(workshop)


@pytest.fixture
def made(_made: Made, db: None) -> Made:
    return deepcopy(_made)


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, made: Made) -> None:
    _workshop, rows = made
    assert_refused(name, lambda: PROVOCATIONS[name](rows))


def _elsewhere(workshop: Workshop) -> Incubator:
    return Incubator.objects.exclude(pk=workshop.incubator.pk).earliest("pk")


KEYS: dict[str, Callable[[Workshop, Rows], object]] = {
    "room_is_in_a_building_of_its_incubator": lambda workshop, _rows: Room.objects.filter(
        pk=workshop.room.pk
    ).update(building=_elsewhere(workshop).buildings.earliest("pk")),
    "work_is_on_a_building_of_its_incubator": lambda workshop, rows: _set(
        AdaptationWork, incubator=_elsewhere(workshop)
    )(rows),
    "incident_in_a_room_of_its_incubator": lambda workshop, rows: _set(
        Incident, incubator=_elsewhere(workshop)
    )(rows),
    "maintenance_by_a_plan_of_its_equipment": lambda workshop, rows: _set(
        Maintenance, equipment=workshop.saw
    )(rows),
}


@pytest.mark.parametrize("name", KEYS)
def test_what_belongs_to_something_belongs_to_the_same(name: str, made: Made) -> None:
    workshop, rows = made
    with connection.cursor() as cursor:  # keys that wait for the end of the transaction
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert_refused(name, lambda: KEYS[name](workshop, rows))


def test_a_machine_of_an_incident_is_of_its_incubator(made: Made) -> None:
    workshop, rows = made
    elsewhere = _elsewhere(workshop)
    room = Room.objects.create(
        incubator=elsewhere, building=elsewhere.buildings.earliest("pk"), name="Cita"
    )
    machine = Equipment.objects.create(incubator=elsewhere, room=room, name="Cita")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert_refused(
        "incident_with_equipment_of_its_incubator",
        lambda: _set(Incident, equipment=machine)(rows),
    )
