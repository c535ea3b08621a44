"""Read side of costs: what was planned and spent, by month and category; what waits."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.costs.models import Category
from ligzda.incubators.costs.months import between, month_of, of_year, written
from ligzda.incubators.costs.rules import DUE_DAY, check_see_costs, first_month
from ligzda.incubators.models import (
    ClosedMonth,
    CostCorrection,
    Incubator,
    MonthlyCost,
    PlannedCost,
)
from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.kernel.tables.declaration import Row
from ligzda.network.rules import Viewer

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Cost:
    """A category in a month, EUR to the cent.

    `planned` None: nothing is planned; `entered` None: not known yet; `corrected` is the sum of
    the corrections since the month was closed.
    """

    month: datetime.date
    category: str
    planned: Decimal | None
    entered: Decimal | None
    corrected: Decimal
    closed: bool
    documents: str = ""
    invented: bool = False

    @property
    def total(self) -> Decimal | None:
        """What it cost by all that is known, corrections included."""
        return None if self.entered is None else self.entered + self.corrected

    @property
    def category_name(self) -> str:
        """The category in words."""
        return str(Category(self.category).label)


@dataclass(frozen=True)
class Sums:
    """Some costs together, EUR to the cent. `whole`: every one of them is known."""

    name: str
    planned: Decimal
    spent: Decimal
    whole: bool

    @property
    def over(self) -> Decimal:
        """By how much more was spent than planned; less than zero: less."""
        return self.spent - self.planned


@dataclass(frozen=True)
class Month:
    """A month of an incubator's costs as the page of its year shows it."""

    month: datetime.date
    sums: Sums
    known: int
    """Of how many categories something is known, zero included."""
    closed: bool
    begun: bool
    due: bool
    """It should be closed by now."""

    @property
    def name(self) -> str:
        """As in addresses: 2026-11."""
        return written(self.month)


def costed_incubator(viewer: Viewer, slug: str) -> Incubator:
    """Return an incubator to who may see its costs. Raises NotFoundError, NotAllowedError."""
    row = Incubator.objects.select_related("municipality").filter(slug=slug).first()
    if row is None:
        raise NotFoundError(_("There is no incubator “%(slug)s”.") % {"slug": slug})
    check_see_costs(viewer=viewer, incubator=row)
    return row


def costed_by(viewer: Viewer) -> list[Incubator]:
    """Return the incubators whose costs the person may see."""
    every = Incubator.objects.select_related("municipality").order_by("slug")
    return [row for row in every if may(check_see_costs, viewer=viewer, incubator=row)]


def monthly_costs(incubator: Incubator, first: datetime.date, last: datetime.date) -> list[Cost]:
    """Return every category of every month from the first to the last month, both included."""
    within = Q(incubator=incubator, month__gte=month_of(first), month__lte=month_of(last))
    planned = {(row.month, row.category): row.amount for row in PlannedCost.objects.filter(within)}
    entered = {(row.month, row.category): row for row in MonthlyCost.objects.filter(within)}
    corrected = {
        (month, category): amount
        for month, category, amount in CostCorrection.objects.filter(within)
        .values_list("month", "category")
        .annotate(Sum("amount"))
        .order_by()
    }
    closed = set(ClosedMonth.objects.filter(within).values_list("month", flat=True))
    found = []
    for month in between(month_of(first), month_of(last)):
        for category in Category.values:
            row = entered.get((month, category))
            found.append(
                Cost(
                    month,
                    category,
                    planned.get((month, category)),
                    None if row is None else row.amount,
                    corrected.get((month, category), NOTHING),
                    month in closed,
                    "" if row is None else row.documents,
                    bool(row and row.invented),
                )
            )
    return found


def sums(name: str, costs: Sequence[Cost]) -> Sums:
    """Add costs up."""
    spent = [cost.total for cost in costs]
    return Sums(
        name,
        sum((cost.planned or NOTHING for cost in costs), NOTHING),
        sum((total or NOTHING for total in spent), NOTHING),
        None not in spent,
    )


def months(costs: Sequence[Cost]) -> list[Month]:
    """Return the months of costs."""
    by_month: Mapping[datetime.date, list[Cost]] = _grouped(costs)
    today = timezone.localdate()
    return [
        Month(
            month,
            sums(written(month), those),
            sum(cost.entered is not None for cost in those),
            those[0].closed,
            month <= today,
            not those[0].closed and today >= due_on(month),
        )
        for month, those in by_month.items()
    ]


def _grouped(costs: Sequence[Cost]) -> dict[datetime.date, list[Cost]]:
    found: dict[datetime.date, list[Cost]] = defaultdict(list)
    for cost in costs:
        found[cost.month].append(cost)
    return found


def categories(costs: Sequence[Cost]) -> list[Sums]:
    """Return the categories of costs, each with its sums."""
    return [
        sums(str(label), [cost for cost in costs if cost.category == value])
        for value, label in Category.choices
    ]


def due_on(month: datetime.date) -> datetime.date:
    """Return the day from which a month waits to be closed."""
    return month_after(month, 1).replace(day=DUE_DAY + 1)


def waiting(incubator: Incubator) -> list[datetime.date]:
    """Return the months that should be closed by now, the oldest first.

    From the first month of which anything is known: who begins to keep costs here is not asked
    for what was before.
    """
    known = MonthlyCost.objects.filter(incubator=incubator).order_by("month")
    first = known.values_list("month", flat=True).first()
    if first is None:
        return []
    closed = set(ClosedMonth.objects.filter(incubator=incubator).values_list("month", flat=True))
    today = timezone.localdate()
    return [
        month
        for month in between(first, month_of(today))
        if month not in closed and today >= due_on(month)
    ]


def years(incubator: Incubator) -> list[int]:
    """Return the years for which there can be costs or a plan, the newest first."""
    begins = first_month(incubator)
    this = timezone.localdate().year
    return list(range(this + 1, (begins.year if begins else this) - 1, -1))


def corrections(incubator: Incubator, year: int) -> Sequence[CostCorrection]:
    """Return the corrections of a year's costs, oldest month first."""
    return list(
        CostCorrection.objects.filter(incubator=incubator, month__in=of_year(year)).select_related(
            "entered_by"
        )
    )


def cost_rows(incubator: Incubator) -> Iterator[Row]:
    """Yield the months of which something is entered as rows of `costs.tables.COSTS`."""
    rows: dict[datetime.date, dict[str, object]] = defaultdict(dict)
    for row in MonthlyCost.objects.filter(incubator=incubator).order_by("month"):
        rows[row.month][row.category] = row.amount
        rows[row.month][f"{row.category}_documents"] = row.documents
    for month, values in rows.items():
        yield {"month": month, **values}


def plan_rows(incubator: Incubator) -> Iterator[Row]:
    """Yield the months for which something is planned as rows of `costs.tables.PLAN`."""
    rows: dict[datetime.date, dict[str, object]] = defaultdict(dict)
    for row in PlannedCost.objects.filter(incubator=incubator).order_by("month"):
        rows[row.month][row.category] = row.amount
    for month, values in rows.items():
        yield {"month": month, **values}


def correction_rows(incubator: Incubator) -> Iterator[Row]:
    """Yield the corrections as rows of `costs.tables.CORRECTIONS`."""
    for row in CostCorrection.objects.filter(incubator=incubator):
        yield {
            name: getattr(row, name)
            for name in ("month", "category", "amount", "reason", "documents", "entered_on")
        }
