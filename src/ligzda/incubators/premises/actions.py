"""Verbs of buildings, adaptation works and confirmations."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction

from ligzda.incubators.models import AdaptationWork, Building, Confirmation, Incubator
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.premises import rules
from ligzda.kernel.texts import Text, no_text
from ligzda.network.audit import facts, record
from ligzda.network.models import User


@dataclass(frozen=True, kw_only=True)
class BuildingFacts:
    """What is said of a building; a fact of accessibility is None until somebody has looked."""

    name: str
    address: str = ""
    lowest_floor: int = 1
    highest_floor: int = 1
    step_free_entrance: bool | None = None
    lift: bool | None = None
    accessible_toilet: bool | None = None
    parking: bool | None = None
    tactile_guidance: bool | None = None
    hearing_loop: bool | None = None
    narrowest_door_cm: int | None = None
    access: Text = field(default_factory=no_text)


@dataclass(frozen=True, kw_only=True)
class WorkFacts:
    """What is said of an adaptation work. Cost in EUR, to the cent."""

    building: Building
    what: str
    contractor: str
    cost: Decimal
    begins_on: datetime.date
    ends_on: datetime.date


@dataclass(frozen=True, kw_only=True)
class Acceptance:
    """That works were accepted: on which day, by which office, as which document."""

    on: datetime.date
    by: str
    document: str


@transaction.atomic
def add_building(*, by: User, incubator: Incubator, facts_given: BuildingFacts) -> Building:
    """Add a building."""
    check_keep_places(by=by, incubator=incubator)
    row = Building.objects.create(incubator=incubator, **vars(facts_given))
    record(by=by, action="building.add", about=row, after=facts(row))
    return row


@transaction.atomic
def edit_building(*, by: User, building: Building, facts_given: BuildingFacts) -> Building:
    """Change what is said of a building. A floor on which a room lies stays (a trigger)."""
    check_keep_places(by=by, incubator=building.incubator)
    row = Building.objects.select_for_update().get(pk=building.pk)
    before = facts(row)
    for name, value in vars(facts_given).items():
        setattr(row, name, value)
    row.save()
    record(by=by, action="building.edit", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def add_work(*, by: User, incubator: Incubator, facts_given: WorkFacts) -> AdaptationWork:
    """Add an adaptation work."""
    check_keep_places(by=by, incubator=incubator)
    row = AdaptationWork.objects.create(incubator=incubator, **vars(facts_given))
    record(by=by, action="work.add", about=row, after=facts(row))
    return row


@transaction.atomic
def edit_work(*, by: User, work: AdaptationWork, facts_given: WorkFacts) -> AdaptationWork:
    """Change what is said of a work until it is accepted."""
    row = AdaptationWork.objects.select_for_update().get(pk=work.pk)
    rules.check_edit_work(by=by, work=row)
    before = facts(row)
    for name, value in vars(facts_given).items():
        setattr(row, name, value)
    row.save()
    record(by=by, action="work.edit", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def accept_work(*, by: User, work: AdaptationWork, acceptance: Acceptance) -> AdaptationWork:
    """Record that a work was accepted; from then on it stays as it is."""
    row = AdaptationWork.objects.select_for_update().get(pk=work.pk)
    rules.check_accept_work(by=by, work=row, on=acceptance.on)
    before = facts(row)
    row.accepted_on, row.accepted_by = acceptance.on, acceptance.by
    row.accepted_as = acceptance.document
    row.save()
    record(by=by, action="work.accept", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def confirm(
    *,
    by: User,
    incubator: Incubator,
    item: str,
    done_on: datetime.date,
    document: str,
    valid_until: datetime.date | None = None,
) -> Confirmation:
    """Confirm by hand what no record tells; a later paper takes the place of an earlier."""
    rules.check_confirm(by=by, incubator=incubator, done_on=done_on)
    there = incubator.confirmations.select_for_update().filter(item=item).first()
    before = facts(there) if there else None
    row = there or Confirmation(incubator=incubator, item=item)
    row.done_on, row.document, row.valid_until = done_on, document, valid_until
    row.confirmed_by = by
    row.save()
    record(by=by, action="confirmation.confirm", about=row, before=before, after=facts(row))
    return row
