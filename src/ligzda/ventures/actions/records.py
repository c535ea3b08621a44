"""Verbs of what happens to an enterprise: events, jobs, turnover."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.ventures import rules
from ligzda.ventures.models import (
    Enterprise,
    JobSpell,
    Milestone,
    MilestoneKind,
    RegisterFile,
    Source,
    Turnover,
)
from ligzda.ventures.order import Dated, Step


@dataclass(frozen=True, kw_only=True)
class Event:
    """What happened on a day, and who says so; `said_on` is today where it is not given."""

    kind: str
    day: datetime.date
    source: str = Source.FOUNDER
    said_on: datetime.date | None = None
    register: RegisterFile | None = None


@dataclass(frozen=True, kw_only=True)
class Job:
    """Somebody works there so many hours a week; `last` is the last day, where it is over."""

    first: datetime.date
    last: datetime.date | None = None
    hours: Decimal
    target_group: bool = False
    confirmed_on: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class Sold:
    """Turnover of half a year or a year, EUR; shares from 0 to 1, None where not known."""

    begins: datetime.date
    months: int
    amount: Decimal
    public_share: Decimal | None = None
    largest_share: Decimal | None = None
    source: str = Source.FOUNDER


@transaction.atomic
def record_event(
    *, by: User, enterprise: Enterprise, event: Event, reference: str = ""
) -> Milestone:
    """Write down what happened. Raises BadDataError where it cannot have happened in this order."""
    rules.check_change(by=by, enterprise=enterprise)
    said = event.said_on or timezone.localdate()
    rules.check_not_to_come(event.day, said)
    if event.kind not in MilestoneKind.values or event.source not in Source.values:
        raise BadDataError(_("Choose what happened, and who says so."))
    if said < event.day:
        raise BadDataError(_("Nobody can say so before it happened."))
    rules.check_order(
        enterprise=enterprise, events=[*events_of(enterprise), (event.day, Step(event.kind))]
    )
    row = Milestone.objects.create(
        municipality_id=enterprise.municipality_id,
        enterprise=enterprise,
        kind=event.kind,
        day=event.day,
        source=event.source,
        source_on=said,
        register=event.register,
        reference=reference,
        entered_by=by,
    )
    record(by=by, action="enterprise.event", about=row, after=facts(row))
    return row


@transaction.atomic
def record_job(*, by: User, enterprise: Enterprise, job: Job, reference: str = "") -> JobSpell:
    """Write down a job."""
    rules.check_change(by=by, enterprise=enterprise)
    row = JobSpell(
        municipality_id=enterprise.municipality_id,
        enterprise=enterprise,
        reference=reference,
        entered_by=by,
    )
    _fill_job(row, job)
    row.save(force_insert=True)
    record(by=by, action="enterprise.job", about=row, after=facts(row))
    return row


@transaction.atomic
def change_job(*, by: User, row: JobSpell, job: Job) -> JobSpell:
    """Correct a job; where hours change, end the spell and write down the next."""
    found = JobSpell.objects.select_for_update(of=("self",)).get(pk=row.pk)
    rules.check_change(by=by, enterprise=found.enterprise)
    before = facts(found)
    _fill_job(found, job)
    found.save()
    record(by=by, action="enterprise.job_change", about=found, before=before, after=facts(found))
    return found


@transaction.atomic
def end_job(*, by: User, row: JobSpell, last: datetime.date) -> JobSpell:
    """Say which day, itself included, was the last of a job."""
    job = Job(
        first=row.period.lower,
        last=last,
        hours=row.hours,
        target_group=row.target_group,
        confirmed_on=max(row.confirmed_on, last),
    )
    return change_job(by=by, row=row, job=job)


@transaction.atomic
def record_turnover(
    *, by: User, enterprise: Enterprise, sold: Sold, reference: str = ""
) -> Turnover:
    """Write down the turnover of a time; where it stands there already, correct it."""
    rules.check_change(by=by, enterprise=enterprise)
    rules.check_turnover(
        begins=sold.begins,
        months=sold.months,
        amount=sold.amount,
        public_share=sold.public_share,
        largest_share=sold.largest_share,
    )
    there = Turnover.objects.select_for_update(of=("self",)).filter(
        enterprise=enterprise, begins=sold.begins, months=sold.months
    )
    row = there.first() or Turnover(
        municipality_id=enterprise.municipality_id,
        enterprise=enterprise,
        begins=sold.begins,
        months=sold.months,
        entered_by=by,
    )
    before = facts(row) if row.pk else None
    row.amount, row.source = sold.amount, sold.source
    row.public_share, row.largest_share = sold.public_share, sold.largest_share
    row.reference = reference or row.reference
    row.save()
    record(by=by, action="enterprise.turnover", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def take_back(*, by: User, row: models.Model) -> None:
    """Take back what was written of an enterprise and is wrong: an event, a job, a turnover …"""
    kept: Any = row
    rules.check_change(by=by, enterprise=kept.enterprise)
    if isinstance(kept, Milestone):
        left = [(on, step) for on, step in events_of(kept.enterprise)]
        left.remove((kept.day, Step(kept.kind)))
        rules.check_order(enterprise=kept.enterprise, events=left)
    record(by=by, action="enterprise.take_back", about=kept, before=facts(kept), after=None)
    kept.delete()


def events_of(enterprise: Enterprise) -> list[Dated]:
    """Return what happened to an enterprise, for the rule of order."""
    rows = Milestone.objects.filter(enterprise=enterprise).values_list("day", "kind")
    return [(day, Step(kind)) for day, kind in rows]


def _fill_job(row: JobSpell, job: Job) -> None:
    confirmed = job.confirmed_on or timezone.localdate()
    rules.check_not_to_come(job.first, confirmed)
    rules.check_hours(hours=job.hours)
    if job.last is not None and job.last < job.first:
        raise BadDataError(_("The last day is before the first."))
    if confirmed < job.first:
        raise BadDataError(_("Nobody can confirm a job before it began."))
    after = None if job.last is None else job.last + datetime.timedelta(days=1)
    row.period, row.hours = DateRange(job.first, after), job.hours
    row.target_group, row.confirmed_on = job.target_group, confirmed
