"""Verbs of what keeps machines fit for use, and of the log."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.bookings.actions import close_off
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.models import (
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
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.upkeep import rules
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.hashing import sha256
from ligzda.kernel.texts import Text
from ligzda.kernel.uploaded_images import photo
from ligzda.network.audit import Facts, facts, record
from ligzda.network.models import User


@dataclass(frozen=True, kw_only=True)
class Done:
    """That a maintenance was done: when, by which company or function, at what cost in EUR."""

    on: datetime.date
    by: str
    cost: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class IncidentFacts:
    """What happened, where and when. `equipment`, if any, stands in `room`."""

    kind: str
    happened_at: datetime.datetime
    room: Room
    equipment: Equipment | None
    what: str
    hurt: bool = False


@transaction.atomic
def change_condition(*, by: User, equipment: Equipment, condition: str, reason: str) -> Equipment:
    """Say how a machine is from now on, and why; the database keeps how it was until now."""
    row = Equipment.objects.select_for_update().get(pk=equipment.pk)
    rules.check_keep_machine(by=by, equipment=row)
    before = facts(row)
    row.condition = condition
    row.save(update_fields=["condition"])
    row.conditions.filter(ends=None).update(reason=reason)
    record(
        by=by,
        action="equipment.condition",
        about=row,
        before=before,
        after={**facts(row), "reason": reason},
    )
    return row


@transaction.atomic
def add_photo(*, by: User, equipment: Equipment, content: bytes, caption: Text) -> EquipmentPhoto:
    """Add a photo of a machine, written anew. Raises BadDataError for what is none."""
    rules.check_keep_machine(by=by, equipment=equipment)
    kept = photo(content)
    digest = sha256(kept.content)
    if equipment.photos.filter(sha256=digest).exists():
        raise BadDataError(_("This photo is there already."))
    row = EquipmentPhoto.objects.create(
        equipment=equipment, caption=caption, sha256=digest, **vars(kept)
    )
    record(by=by, action="photo.add", about=row, after=_told(row))
    return row


@transaction.atomic
def remove_photo(*, by: User, row: EquipmentPhoto) -> None:
    """Take a photo off."""
    check_keep_places(by=by, incubator=row.equipment.incubator)
    record(by=by, action="photo.remove", about=row, before=_told(row), after=None)
    row.delete()


@transaction.atomic
def set_plan_of_room(*, by: User, room: Room, content: bytes) -> RoomPlan:
    """Give a room its plan, in the place of an earlier one. Raises BadDataError."""
    check_keep_places(by=by, incubator=room.incubator)
    kept = photo(content)
    row = RoomPlan.objects.select_for_update().filter(room=room).first() or RoomPlan(room=room)
    before = _told(row) if row.pk else None
    row.content, row.width, row.height = kept.content, kept.width, kept.height
    row.sha256 = sha256(kept.content)
    row.save()
    record(by=by, action="room_plan.set", about=row, before=before, after=_told(row))
    return row


@transaction.atomic
def add_manual(*, by: User, equipment: Equipment, title: str, content: bytes) -> Manual:
    """Add a manual, a PDF. Raises BadDataError for any other file."""
    rules.check_keep_machine(by=by, equipment=equipment)
    rules.check_manual(content=content)
    digest = sha256(content)
    if equipment.manuals.filter(sha256=digest).exists():
        raise BadDataError(_("This manual is there already."))
    row = Manual.objects.create(
        equipment=equipment, title=title, content=content, sha256=digest, size=len(content)
    )
    record(by=by, action="manual.add", about=row, after=_told(row))
    return row


@transaction.atomic
def remove_manual(*, by: User, manual: Manual) -> None:
    """Take a manual off."""
    check_keep_places(by=by, incubator=manual.equipment.incubator)
    record(by=by, action="manual.remove", about=manual, before=_told(manual), after=None)
    manual.delete()


@transaction.atomic
def add_plan(
    *,
    by: User,
    equipment: Equipment,
    what: str,
    counts_from: datetime.date,
    every_months: int | None = None,
    every_hours: int | None = None,
) -> MaintenancePlan:
    """Plan what is done every so many months, or hours of use."""
    rules.check_keep_machine(by=by, equipment=equipment)
    rules.check_plan(every_months=every_months, every_hours=every_hours)
    row = MaintenancePlan.objects.create(
        equipment=equipment,
        what=what,
        counts_from=counts_from,
        every_months=every_months,
        every_hours=every_hours,
    )
    record(by=by, action="maintenance_plan.add", about=row, after=facts(row))
    return row


@transaction.atomic
def end_plan(*, by: User, plan: MaintenancePlan) -> MaintenancePlan:
    """End a plan today."""
    row = MaintenancePlan.objects.select_for_update().get(pk=plan.pk)
    rules.check_end_plan(by=by, plan=row)
    before = facts(row)
    row.ended_on = timezone.localdate()
    row.save(update_fields=["ended_on"])
    record(by=by, action="maintenance_plan.end", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def schedule(
    *,
    by: User,
    equipment: Equipment,
    time: Time,
    what: str,
    plan: MaintenancePlan | None = None,
) -> Maintenance:
    """Keep hours of a machine free for maintenance.

    Raises TakenError, with the nearest free time, where somebody has booked them.
    """
    rules.check_keep_machine(by=by, equipment=equipment)
    [taken] = close_off(
        by=by,
        incubator=equipment.incubator,
        thing=Thing(equipment=equipment),
        time=time,
        kind=Occupation.Kind.MAINTENANCE,
        reason=what,
    )
    row = Maintenance.objects.create(equipment=equipment, plan=plan, occupation=taken, what=what)
    record(by=by, action="maintenance.schedule", about=row, after=facts(row))
    return row


@transaction.atomic
def call_off(*, by: User, maintenance: Maintenance) -> None:
    """Call off a maintenance that is not done: its hours are free at once."""
    row = Maintenance.objects.select_for_update().get(pk=maintenance.pk)
    rules.check_call_off(by=by, maintenance=row)
    record(by=by, action="maintenance.call_off", about=row, before=facts(row), after=None)
    Occupation.objects.filter(maintenance=row).update(stands=False)
    row.delete()


@transaction.atomic
def finish(*, by: User, maintenance: Maintenance, done: Done) -> Maintenance:
    """Record that a maintenance that was entered ahead is done."""
    row = Maintenance.objects.select_for_update().get(pk=maintenance.pk)
    rules.check_done(by=by, maintenance=row, on=done.on)
    before = facts(row)
    row.done_on, row.done_by, row.cost, row.note = done.on, done.by, done.cost, done.note
    row.save()
    record(by=by, action="maintenance.finish", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def record_done(
    *,
    by: User,
    equipment: Equipment,
    what: str,
    done: Done,
    plan: MaintenancePlan | None = None,
) -> Maintenance:
    """Record a maintenance for which no hours had been kept."""
    check_keep_places(by=by, incubator=equipment.incubator)
    rules.check_day_has_been(on=done.on)
    row = Maintenance.objects.create(
        equipment=equipment,
        plan=plan,
        what=what,
        done_on=done.on,
        done_by=done.by,
        cost=done.cost,
        note=done.note,
    )
    record(by=by, action="maintenance.record", about=row, after=facts(row))
    return row


@transaction.atomic
def record_incident(*, by: User, incubator: Incubator, facts_given: IncidentFacts) -> Incident:
    """Write down an accident, a near miss or a risk: no name of anybody, no word of health."""
    rules.check_keep_log(by=by, incubator=incubator)
    rules.check_happened(at=facts_given.happened_at)
    row = Incident.objects.create(incubator=incubator, recorded_by=by, **vars(facts_given))
    record(by=by, action="incident.record", about=row, after=facts(row))
    return row


@transaction.atomic
def add_measure(*, by: User, incident: Incident, text: str) -> Measure:
    """Add what was done, or found out; also when the entry is closed."""
    rules.check_keep_log(by=by, incubator=incident.incubator)
    row = Measure.objects.create(incident=incident, text=text, added_by=by)
    record(by=by, action="incident.measure", about=row, after=facts(row))
    return row


@transaction.atomic
def close_incident(*, by: User, incident: Incident) -> Incident:
    """Close an entry: from then on it stays as it is, and only measures are added."""
    row = Incident.objects.select_for_update().get(pk=incident.pk)
    rules.check_close_incident(by=by, incident=row)
    before = facts(row)
    row.closed_at, row.closed_by = timezone.now(), by
    row.save(update_fields=["closed_at", "closed_by"])
    record(by=by, action="incident.close", about=row, before=before, after=facts(row))
    return row


def _told(row: EquipmentPhoto | RoomPlan | Manual) -> Facts:
    """Return a file's facts; its hash stands for it."""
    return {name: value for name, value in facts(row).items() if name != "content"}
