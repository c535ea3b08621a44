"""What pages of the room show: an enterprise whole, the pre-check, the checklist, the curve."""

import datetime
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone

from ligzda.evidence import SurvivalPoint, survival_curve
from ligzda.network.models import Municipality
from ligzda.people.keys import unlock
from ligzda.ventures import queries
from ligzda.ventures.criteria import Criterion, criteria, least_share
from ligzda.ventures.models import (
    Aid,
    Ceiling,
    Enterprise,
    Involvement,
    JobSpell,
    Link,
    Milestone,
    StatusCheck,
    Turnover,
)
from ligzda.ventures.models.records import percents
from ligzda.ventures.order import Step, status_on
from ligzda.ventures.single_undertaking import Edge, Received, Sums, left, linked, sums
from ligzda.ventures.survival import last_alive, spells

DAYS_A_MONTH = 365.2425 / 12
MONTHS = (6, 12, 24, 36)


@dataclass(frozen=True)
class Shown:
    """An enterprise with all that is kept of it."""

    enterprise: Enterprise
    events: list[Milestone]
    involved: list[Involvement]
    jobs: list[JobSpell]
    today: queries.Jobs
    turnover: list[Turnover]
    aid: list[Aid]
    links: list[Link]
    status: Step | None
    last_alive: datetime.date | None
    closed: bool


def whole(enterprise: Enterprise) -> Shown:
    """Return an enterprise with all that is kept of it, opened."""
    today = timezone.localdate()
    events = list(
        Milestone.objects.filter(enterprise=enterprise).select_related("register", "entered_by")
    )
    involved = list(enterprise.involved.select_related("person"))
    unlock(row.person for row in involved)
    life = next(iter(queries.lives([enterprise.pk], today)), None)
    dated = [(row.day, Step(row.kind)) for row in events]
    return Shown(
        enterprise,
        events,
        involved,
        list(JobSpell.objects.filter(enterprise=enterprise)),
        queries.jobs_on(queries.job_rows([enterprise.pk]), today),
        list(Turnover.objects.filter(enterprise=enterprise).order_by("-begins")),
        list(Aid.objects.filter(enterprise=enterprise)),
        list(Link.objects.filter(enterprise=enterprise)),
        status_on(dated, today),
        last_alive(life) if life else None,
        any(step == Step.CLOSED for _day, step in dated),
    )


@dataclass(frozen=True)
class Precheck:
    """What a single undertaking received by a day, and whether what is wanted fits under it."""

    members: list[str]
    rows: list[Aid]
    sums: Sums
    ceiling: Ceiling | None
    wanted: Decimal
    left_rolling: Decimal
    left_fiscal: Decimal

    @property
    def fits(self) -> bool:
        """Whether both sums stay under the ceiling: the one of the law and that of the system."""
        return self.left_rolling >= 0 and self.left_fiscal >= 0


def precheck(
    enterprise: Enterprise, on: datetime.date, wanted: Decimal, regulation: str
) -> Precheck:
    """Return the pre-check of support that would be granted on a day."""
    here = enterprise.municipality_id
    members = linked(_edges(here), str(enterprise), on)
    aid = Aid.objects.filter(municipality=here, regulation=regulation, granted_on__lte=on)
    rows = [row for row in aid.order_by("granted_on", "pk") if _who(row) in members]
    received = [Received(_who(row), row.granted_on, row.amount) for row in rows]
    found = sums(received, members, on)
    ceiling = (
        Ceiling.objects.filter(regulation=regulation, valid_from__lte=on)
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))
        .order_by("-valid_from")
        .first()
    )
    most = ceiling.amount if ceiling else Decimal(0)
    return Precheck(
        sorted(members),
        [row for row in rows if row.granted_on >= min(found.rolling_since, found.fiscal_since)],
        found,
        ceiling,
        wanted,
        left(most, found.rolling, wanted),
        left(most, found.fiscal, wanted),
    )


def _who(row: Aid) -> str:
    return row.undertaking or f"V-{row.enterprise_id}"


def _edges(municipality: int) -> list[Edge]:
    """Return the graph of linked undertakings; a number that is one of ours is that node."""
    ours = {
        number: f"V-{pk}"
        for pk, number in Enterprise.objects.filter(municipality=municipality)
        .exclude(registration_number="")
        .values_list("pk", "registration_number")
    }
    return [
        Edge(ours.get(row.one, row.one), ours.get(row.other, row.other), row.period.lower,
             queries.last_of(row.period))
        for row in Link.objects.filter(municipality=municipality)
    ]  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """A criterion, and what was found of it."""

    criterion: Criterion
    check: StatusCheck | None


@dataclass(frozen=True)
class Checklist:
    """The criteria of the status; what share of the jobs of today is of target groups."""

    rows: list[Checked]
    jobs: queries.Jobs
    least: Decimal

    @property
    def share(self) -> Decimal | None:
        """Share of heads of target groups, None where nobody is employed."""
        return Decimal(self.jobs.target_heads) / self.jobs.heads if self.jobs.heads else None

    @property
    def enough(self) -> bool:
        """Whether the share is that of a work-integration enterprise."""
        return self.share is not None and self.share >= self.least

    @property
    def least_percent(self) -> str:
        """The least share, in words."""
        return percents(self.least) or ""

    @property
    def met(self) -> int:
        """How many criteria are met."""
        return sum(1 for row in self.rows if row.check is not None and row.check.met)


def checklist(enterprise: Enterprise) -> Checklist:
    """Return the checklist of an enterprise."""
    checks = {row.criterion: row for row in StatusCheck.objects.filter(enterprise=enterprise)}
    jobs = queries.jobs_on(queries.job_rows([enterprise.pk]), timezone.localdate())
    rows = [Checked(each, checks.get(code)) for code, each in criteria().items()]
    return Checklist(rows, jobs, least_share(jobs.heads))


@dataclass(frozen=True)
class Survival:
    """The curve at some months, and on how many enterprises it rests."""

    points: list[tuple[int, SurvivalPoint | None]]
    followed: int
    closed: int

    def percent(self) -> list[tuple[int, SurvivalPoint | None]]:
        """Return the points in percent."""
        return [
            (months, point and replace(point, share=100 * point.share, lower=100 * point.lower,
                                       upper=100 * point.upper))
            for months, point in self.points
        ]  # fmt: skip


def survival(municipality: Municipality) -> Survival:
    """Return how long the enterprises of a municipality last."""
    numbers = [row.pk for row in queries.enterprise_rows(municipality)]
    rows = spells(queries.lives(numbers))
    at = [months * DAYS_A_MONTH for months in MONTHS]
    found = survival_curve([row.days for row in rows], [row.event for row in rows], at)
    by_time = {point.time: point for point in found}
    points = [(months, by_time.get(time)) for months, time in zip(MONTHS, at, strict=True)]
    return Survival(points, len(rows), sum(row.event for row in rows))
