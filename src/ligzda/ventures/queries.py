"""Read side: enterprises of a municipality, one of them, and typed rows of all that is dated.

Rows for indicators name enterprises and people by number only.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.models import Municipality
from ligzda.network.rules import Viewer
from ligzda.people.models import Person
from ligzda.people.queries import identities
from ligzda.ventures import rules
from ligzda.ventures.models import (
    Aid,
    Enterprise,
    Finding,
    Involvement,
    InvolvementRole,
    JobSpell,
    Milestone,
    RegisterFile,
    Turnover,
)
from ligzda.ventures.models.enterprises import open_names
from ligzda.ventures.models.records import HOURS_OF_A_FULL_JOB
from ligzda.ventures.order import Step
from ligzda.ventures.survival import Life, Sales

PAGE = 50


@dataclass(frozen=True)
class EnterpriseRow:
    """An enterprise: number, legal form, municipality, who founded it (numbers of people)."""

    pk: int
    form: str
    municipality: int
    founders: tuple[int, ...]
    invented: bool


@dataclass(frozen=True)
class EventRow:
    """What happened to an enterprise on a day, by which source, said on which day."""

    enterprise: int
    step: Step
    day: datetime.date
    source: str
    source_on: datetime.date


@dataclass(frozen=True)
class JobRow:
    """A job from a first to a last day (None: it lasts), hours a week, last confirmed on."""

    enterprise: int
    first: datetime.date
    last: datetime.date | None
    hours: Decimal
    target_group: bool
    confirmed_on: datetime.date

    def held_on(self, day: datetime.date) -> bool:
        """Whether somebody had it on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class TurnoverRow:
    """Turnover, EUR, from a first to a last day; shares from 0 to 1, None where not known."""

    enterprise: int
    first: datetime.date
    last: datetime.date
    amount: Decimal
    public_share: Decimal | None
    largest_share: Decimal | None


@dataclass(frozen=True)
class Jobs:
    """Jobs of a day: full-time equivalents and heads, and of them those of target groups."""

    fte: Decimal
    heads: int
    target_fte: Decimal
    target_heads: int


def _of(rows: QuerySet[Enterprise], municipality: Municipality | None) -> QuerySet[Enterprise]:
    return rows if municipality is None else rows.filter(municipality=municipality)


def enterprise_rows(municipality: Municipality | None = None) -> list[EnterpriseRow]:
    """Return the enterprises of a municipality, or all that the connection meets."""
    founders: dict[int, list[int]] = defaultdict(list)
    roles = (InvolvementRole.FOUNDER,)
    for enterprise, person in (
        Involvement.objects.filter(role__in=roles)
        .order_by("pk")
        .values_list("enterprise_id", "person_id")
    ):
        founders[enterprise].append(person)
    rows = _of(Enterprise.objects.all(), municipality).order_by("pk")
    return [
        EnterpriseRow(pk, form, where, tuple(founders[pk]), invented)
        for pk, form, where, invented in rows.values_list(
            "pk", "form", "municipality_id", "invented"
        )
    ]


def event_rows(enterprises: Iterable[int] | None = None) -> list[EventRow]:
    """Return what happened, by day; of all enterprises that are met, unless some are named."""
    rows = Milestone.objects.order_by("day", "pk")
    if enterprises is not None:
        rows = rows.filter(enterprise__in=list(enterprises))
    return [
        EventRow(enterprise, Step(kind), day, source, said)
        for enterprise, kind, day, source, said in rows.values_list(
            "enterprise_id", "kind", "day", "source", "source_on"
        )
    ]


def job_rows(enterprises: Iterable[int] | None = None) -> list[JobRow]:
    """Return the jobs, by their first day."""
    rows = JobSpell.objects.order_by("period", "pk")
    if enterprises is not None:
        rows = rows.filter(enterprise__in=list(enterprises))
    return [
        JobRow(
            row.enterprise_id, row.period.lower, last_of(row.period), row.hours, row.target_group,
            row.confirmed_on,
        )
        for row in rows
    ]  # fmt: skip


def turnover_rows(enterprises: Iterable[int] | None = None) -> list[TurnoverRow]:
    """Return the turnover, by its first day."""
    rows = Turnover.objects.order_by("begins", "pk")
    if enterprises is not None:
        rows = rows.filter(enterprise__in=list(enterprises))
    return [
        TurnoverRow(
            row.enterprise_id, row.begins, rules.last_day(row.begins, row.months), row.amount,
            row.public_share, row.largest_share,
        )
        for row in rows
    ]  # fmt: skip


def jobs_on(rows: Iterable[JobRow], day: datetime.date) -> Jobs:
    """Return how many jobs there were on a day; 40 hours a week are one full-time job."""
    held = [row for row in rows if row.held_on(day)]
    of_target = [row for row in held if row.target_group]

    def fte(some: list[JobRow]) -> Decimal:
        return sum((row.hours for row in some), Decimal(0)) / HOURS_OF_A_FULL_JOB

    return Jobs(fte(held), len(held), fte(of_target), len(of_target))


def lives(
    enterprises: Collection[int] | None = None, until: datetime.date | None = None
) -> list[Life]:
    """Return what is known of enterprises up to a day (today), for `ventures.survival`."""
    day = until or timezone.localdate()
    events: dict[int, list[tuple[datetime.date, Step]]] = defaultdict(list)
    sales: dict[int, list[Sales]] = defaultdict(list)
    jobs: dict[int, list[datetime.date]] = defaultdict(list)
    support: dict[int, list[datetime.date]] = defaultdict(list)
    for event in event_rows(enterprises):
        events[event.enterprise].append((event.day, event.step))
    for sold in turnover_rows(enterprises):
        sales[sold.enterprise].append(Sales(sold.first, sold.last, float(sold.amount)))
    for job in job_rows(enterprises):
        seen = job.confirmed_on if job.last is None else min(job.confirmed_on, job.last)
        jobs[job.enterprise].append(seen)
    aid = Aid.objects.filter(undertaking="")
    for enterprise, on in aid.values_list("enterprise_id", "granted_on"):
        support[enterprise].append(on)
    return [Life(pk, events[pk], sales[pk], jobs[pk], support[pk], day) for pk in sorted(events)]


@dataclass(frozen=True)
class FindingRow:
    """A register contradicts us: a row of the quality board, open while `settled` is None."""

    pk: int
    enterprise: int
    municipality: int
    kind: str
    ours: str
    theirs: str
    as_of: datetime.date
    settled: datetime.date | None
    reason: str


def finding_rows(municipality: Municipality | None = None) -> list[FindingRow]:
    """Return the contradictions, the newest first."""
    rows = Finding.objects.select_related("register")
    if municipality is not None:
        rows = rows.filter(municipality=municipality)
    return [
        FindingRow(
            row.pk, row.enterprise_id, row.municipality_id, row.kind, row.ours, row.theirs,
            row.register.as_of, None if row.settled_at is None
            else timezone.localdate(row.settled_at), row.reason,
        )
        for row in rows
    ]  # fmt: skip


# --- for pages -------------------------------------------------------------------------------


def enterprises_of(municipality: Municipality, before: int | None = None) -> list[Enterprise]:
    """Return the newest enterprises of a municipality, a page; `before`: those before a number."""
    found = Enterprise.objects.filter(municipality=municipality)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.order_by("-pk")[:PAGE])
    open_names(rows)
    return rows


def enterprise(viewer: Viewer, pk: int) -> Enterprise:
    """Return an enterprise that the viewer keeps. Raises NotFoundError for all others alike."""
    row = Enterprise.objects.select_related("municipality").filter(pk=pk).first()
    if row is None or not may(rules.check_change, by=viewer, enterprise=row):
        raise NotFoundError(_("There is no such enterprise, or it is not yours to see."))
    open_names([row])
    return row


def last_of(period: object) -> datetime.date | None:
    """Return the last day of a range of days; None where it lasts."""
    upper: datetime.date | None = getattr(period, "upper", None)
    return None if upper is None else upper - datetime.timedelta(days=1)


def states(rows: Iterable[Enterprise]) -> dict[int, str]:
    """Return the last thing that happened to each enterprise, in words."""
    events = Milestone.objects.filter(enterprise__in=list(rows)).order_by("day", "pk")
    return {row.enterprise_id: str(row.get_kind_display()) for row in events}


def open_findings(municipality: Municipality) -> int:
    """Return how many contradictions wait to be settled."""
    return Finding.objects.filter(municipality=municipality, settled_at__isnull=True).count()


def findings_of(municipality: Municipality) -> list[Finding]:
    """Return the contradictions of a municipality, those first that wait; a page."""
    found = Finding.objects.filter(municipality=municipality)
    rows = list(
        found.select_related("enterprise", "register", "settled_by").order_by(
            F("settled_at").desc(nulls_first=True), "-pk"
        )[:PAGE]
    )
    open_names([row.enterprise for row in rows])
    return rows


def finding(viewer: Viewer, pk: int) -> Finding:
    """Return a contradiction that the viewer keeps. Raises NotFoundError."""
    found = Finding.objects.select_related("enterprise", "register", "municipality")
    row = found.filter(pk=pk).first()
    if row is None or not may(rules.check_keep, by=viewer, municipality=row.municipality):
        raise NotFoundError(_("There is no such contradiction, or it is not yours to see."))
    return row


def files_of(municipality: Municipality) -> list[RegisterFile]:
    """Return the newest files of registers that were taken in."""
    rows = RegisterFile.objects.filter(municipality=municipality).select_related("taken_by")
    return list(rows[:20])


def enterprises_of_person(person: Person) -> list[Involvement]:
    """Return what somebody is to which enterprises."""
    rows = Involvement.objects.filter(person__in=identities(person)).select_related("enterprise")
    found = list(rows)
    open_names([row.enterprise for row in found])
    return found
