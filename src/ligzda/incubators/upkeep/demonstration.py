"""Invented buildings, works, maintenance and entries of the log, relative to the day of loading."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from ligzda.incubators.models import ConditionSpan, Equipment, Incubator, Maintenance
from ligzda.incubators.places.opening import place_time
from ligzda.incubators.premises import actions as premises
from ligzda.incubators.upkeep import actions
from ligzda.kernel.texts import Text
from ligzda.network.models import User

_DAY = datetime.timedelta(days=1)
_BY_DAY = datetime.time(11, 20)


def load_building(*, by: User, incubator: Incubator, data: dict[str, Any]) -> None:
    """Say of the building what can be said, and enter the works that made it fit."""
    today = timezone.localdate()
    [building] = incubator.buildings.all()
    floors = {room["floor"] for room in data["rooms"]}
    facts = {**data["building"], "access": Text(data["building"]["access"])}
    premises.edit_building(
        by=by,
        building=building,
        facts_given=premises.BuildingFacts(
            name=building.name,
            address=building.address,
            lowest_floor=min(floors),
            highest_floor=max(floors),
            **facts,
        ),
    )
    for given in data["works"]:
        row = premises.add_work(
            by=by,
            incubator=incubator,
            facts_given=premises.WorkFacts(
                building=building,
                what=given["what"],
                contractor=given["contractor"],
                cost=Decimal(given["cost"]),
                begins_on=today - given["begun"] * _DAY,
                ends_on=today - given["ended"] * _DAY,
            ),
        )
        acceptance = premises.Acceptance(
            on=today - given["ended"] * _DAY, by=data["accepted_by"], document=given["act"]
        )
        premises.accept_work(by=by, work=row, acceptance=acceptance)


def load_machine(*, by: User, row: Equipment, given: dict[str, Any]) -> None:
    """Plan the maintenance of a machine, with what was done of it, and how it was till today."""
    today = timezone.localdate()
    if plan := given.get("maintenance"):
        planned = actions.add_plan(
            by=by,
            equipment=row,
            what=plan["what"],
            every_months=plan.get("every_months"),
            every_hours=plan.get("every_hours"),
            counts_from=today - 490 * _DAY,
        )
        Maintenance.objects.bulk_create(
            Maintenance(
                equipment=row,
                plan=planned,
                what=plan["what"],
                done_on=today - ago * _DAY,
                done_by=plan["by"],
                cost=Decimal(plan["cost"]),
            )
            for ago in plan["done"]
        )
    _conditions(row, given.get("repair"), timezone.now())


def _conditions(row: Equipment, repair: dict[str, Any] | None, now: datetime.datetime) -> None:
    """Say how a machine was before the day of loading, on which the database noted how it is."""
    since = now - 500 * _DAY
    if repair is None:
        row.conditions.update(begins=since)
        return
    begun, ended = now - repair["begun"] * _DAY, now - repair["ended"] * _DAY
    before = [ConditionSpan(equipment=row, condition="good", begins=since, ends=begun)]
    if repair["ended"]:
        row.conditions.update(begins=ended)
        reason = {"condition": "repair", "reason": repair["reason"]}
        before.append(ConditionSpan(equipment=row, begins=begun, ends=ended, **reason))
    else:
        row.conditions.update(begins=begun, reason=repair["reason"])
    ConditionSpan.objects.bulk_create(before)


def load_log(*, by: User, incubator: Incubator, entries: list[dict[str, Any]]) -> None:
    """Write down what is invented to have happened: at invented incubators, never at a real one."""
    rooms = list(incubator.rooms.order_by("pk"))
    for given in entries:
        row = actions.record_incident(
            by=by,
            incubator=incubator,
            facts_given=actions.IncidentFacts(
                kind=given["kind"],
                happened_at=place_time(timezone.localdate() - given["ago"] * _DAY, _BY_DAY),
                room=rooms[0],
                equipment=None,
                what=given["what"],
                hurt=given.get("hurt", False),
            ),
        )
        for text in given.get("measures", []):
            actions.add_measure(by=by, incident=row, text=text)
        if given.get("closed"):
            actions.close_incident(by=by, incident=row)
