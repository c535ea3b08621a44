"""Invented costs and orders of three years, relative to the day of loading; all labelled so.

The sizes are the generator's of domain/outcomes.yaml in kind, not in number: salaries that hardly
move, rent, heating that winter makes dearer, grants now and then.
"""

import datetime
import random
from decimal import Decimal

from django.utils import timezone

from ligzda.incubators.costs import actions
from ligzda.incubators.costs.machine_hours import CENT, written_off
from ligzda.incubators.costs.models import Category
from ligzda.incubators.costs.months import between, month_of, of_year
from ligzda.incubators.costs.queries import due_on
from ligzda.incubators.models import Equipment, Incubator, MonthlyCost, PlannedCost
from ligzda.kernel.calendar import month_after
from ligzda.network.models import User

MONTHS = 36
"""The trial began so many months before."""
WRONG_MONTH = {"madona": 14}
"""Where the staff costs of one month, so many months ago, are booked in the next: the board of data
quality is to find it (people/data/troubles.yaml)."""
_BASE = {
    Category.STAFF: 3200,
    Category.PREMISES: 640,
    Category.GRANTS: 900,
    Category.PARTICIPANT_PAY: 1500,
    Category.IN_KIND: 280,
}
_DOCUMENTS = {
    Category.STAFF: "Algu saraksts (izdomāts)",
    Category.PREMISES: "Nomas rēķins (izdomāts)",
    Category.GRANTS: "Granta līgums (izdomāts)",
    Category.PARTICIPANT_PAY: "Atlīdzības saraksts (izdomāts)",
    Category.IN_KIND: "Neiekasētā noma pēc novērtējuma (izdomāts)",
}


def load(*, by: User) -> None:
    """Enter costs for every incubator that has none: the last due month stays open."""
    for incubator in Incubator.objects.filter(slug__in=_without_costs()).order_by("pk"):
        _enter(by, incubator)


def _without_costs() -> set[str]:
    kept = MonthlyCost.objects.values("incubator")
    return set(Incubator.objects.exclude(pk__in=kept).values_list("slug", flat=True))


def _enter(by: User, incubator: Incubator) -> None:
    today = timezone.localdate()
    this = month_of(today)
    past = between(month_after(this, -MONTHS), month_after(this, -1))
    still_open = max(month for month in past if today >= due_on(month))
    machines = list(incubator.equipment.all())
    chance = random.Random(f"{incubator.slug} costs")
    scale = Decimal(chance.randint(80, 130)) / 100
    costs = [
        MonthlyCost(
            incubator=incubator,
            month=month,
            category=category,
            amount=_amount(category, month, scale, machines, chance),
            documents=_DOCUMENTS.get(category, ""),
            invented=True,
        )
        for month in past
        for category in Category
    ]
    _book_in_the_wrong_month(incubator.slug, this, costs)
    planned = [
        PlannedCost(
            incubator=incubator, month=month, category=category, invented=True,
            amount=_planned(category, month, scale, machines),
        )
        for month in between(past[0], of_year(today.year)[-1])
        for category in Category
    ]  # fmt: skip
    closed = [month for month in past if month < still_open]
    actions.enter_invented_costs(
        by=by, incubator=incubator, planned=planned, costs=costs, closed=closed
    )
    if incubator.slug == "ogre":
        actions.correct_cost(
            by=by,
            incubator=incubator,
            month=closed[-3],
            facts_given=actions.CorrectionFacts(
                category=Category.PREMISES,
                amount=Decimal("-86.40"),
                reason="Apkures rēķins ierakstīts divreiz (izdomāts)",
                documents="Kredītrēķins (izdomāts)",
            ),
        )


def _book_in_the_wrong_month(slug: str, this: datetime.date, costs: list[MonthlyCost]) -> None:
    if slug not in WRONG_MONTH:
        return
    staff = {row.month: row for row in costs if row.category == Category.STAFF}
    month = month_after(this, -WRONG_MONTH[slug])
    right, wrong = staff[month], staff[month_after(month, 1)]
    wrong.amount += right.amount
    wrong.documents = f"{right.documents}, {wrong.documents}"
    right.amount, right.documents = Decimal("0.00"), ""


def _planned(
    category: str, month: datetime.date, scale: Decimal, machines: list[Equipment]
) -> Decimal:
    if category == Category.EQUIPMENT:
        return _written_off(machines, month)
    whole = _BASE[Category(category)] * scale
    return (whole / 10).quantize(Decimal(1)) * 10


def _amount(
    category: str,
    month: datetime.date,
    scale: Decimal,
    machines: list[Equipment],
    chance: random.Random,
) -> Decimal:
    if category == Category.EQUIPMENT:
        return _written_off(machines, month)
    if category == Category.GRANTS and chance.random() < 0.4:
        return Decimal("0.00")
    spread = {Category.STAFF: 4, Category.IN_KIND: 1}.get(Category(category), 18)
    heating = 25 if category == Category.PREMISES and month.month in (11, 12, 1, 2, 3) else 0
    share = Decimal(100 + heating + chance.randint(-spread, spread)) / 100
    cents = Decimal(chance.randint(0, 99)) / 100
    return (_BASE[Category(category)] * scale * share + cents).quantize(CENT)


def _written_off(machines: list[Equipment], month: datetime.date) -> Decimal:
    parts = (written_off(row, month, month) for row in machines)
    return sum((part or Decimal(0) for part in parts), Decimal("0.00"))
