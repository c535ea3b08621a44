"""The budget table of an annotation: typed amounts, and what follows from them and from costs.

Incubators that a draft adds cost a municipality what one has cost on average: the mean of the
public yearly sums of costs (incubators/costs/open_data.py), of years that are known whole.
"""

import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.incubators.costs.open_data import yearly_costs
from ligzda.kernel.texts import Text
from ligzda.languages import DEFAULT, spoken
from ligzda.legislation.models import Package
from ligzda.publishing import Block, Column, DataTable, Numbers, Paragraph

_DATA = Path(__file__).resolve().parent / "data" / "budget.yaml"
YEARS = 4
"""This year and the three following."""


@dataclass(frozen=True)
class BudgetRow:
    """A row: `parts` are the rows that it sums, with their signs; typed where it has none.

    `count`: it holds no euro but how many; `of_incubators`: computed of that, unless typed.
    """

    code: str
    title: Text
    parts: Mapping[str, int]
    count: bool = False
    of_incubators: bool = False


@dataclass(frozen=True)
class Amount:
    """An amount in a year; None: not stated. `computed`: nobody typed it."""

    year: int
    value: Decimal | None
    computed: bool = False


@dataclass(frozen=True)
class Table:
    """The table of a package. `basis` says what computed amounts rest on."""

    years: list[int]
    rows: list[tuple[BudgetRow, list[Amount]]]
    basis: str

    @property
    def empty(self) -> bool:
        """Whether nothing is stated at all."""
        return not any(each.value is not None for _row, cells in self.rows for each in cells)


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_DATA.read_text("utf-8"))
    return found


@cache
def rows() -> tuple[BudgetRow, ...]:
    """Return the rows of the table, in their order."""
    return tuple(
        BudgetRow(
            row["code"],
            Text(row["title"]),
            row.get("sum", {}),
            bool(row.get("count")),
            bool(row.get("of_incubators")),
        )
        for row in _read()["rows"]
    )


def title() -> Text:
    """Return the heading of the table, which is stated from memory."""
    return Text(_read()["title"])


def empty() -> Text:
    """Return what an empty table says."""
    return Text(_read()["empty"])


def years(package: Package) -> list[int]:
    """Return the year in which a package was signed, or this one, and the three following."""
    first = package.budget_from or timezone.localdate(package.filed_at).year
    return list(range(first, first + YEARS))


def yearly_cost() -> tuple[Decimal, int] | None:
    """Return the mean cost of an incubator in a year, EUR to the cent, and of how many years."""
    whole = [Decimal(str(row["spent"])) for row in yearly_costs() if row["months"] == 12]
    if not whole:
        return None
    return Decimal(statistics.mean(whole)).quantize(Decimal("0.01")), len(whole)


def cost_of(package: Package) -> tuple[Decimal, int] | None:
    """Return the yearly cost that a package was signed with; until then, what it is today."""
    if package.budget_from is None:
        return yearly_cost()
    if package.budget_cost is None or package.budget_cost_years is None:
        return None
    return package.budget_cost, package.budget_cost_years


def table(package: Package) -> Table:
    """Return the table of a package with its sums."""
    typed = {(each.row, each.year): each.amount for each in package.budget.all()}
    counted = any(row == "incubators" for row, _year in typed)
    cost = cost_of(package) if counted else None
    basis = ""
    if cost:
        basis = _(
            "Computed: an incubator costs %(cost)s euro a year, the mean of the whole years in the "
            "public sums of costs (number of years: %(count)s)."
        ) % {
            "cost": Numbers(spoken(get_language())).decimal(float(cost[0])),
            "count": cost[1],
        }
    elif counted:
        basis = _("No incubator has a whole year of costs yet: the amount is typed.")
    found: dict[tuple[str, int], Amount] = {}
    for row in rows():
        for year in years(package):
            there = typed.get((row.code, year))
            if there is None and row.of_incubators and cost:
                many = typed.get(("incubators", year))
                there = None if many is None else many * cost[0]
                found[row.code, year] = Amount(year, there, computed=there is not None)
            elif row.parts:
                found[row.code, year] = Amount(year, _sum(row, year, found), computed=True)
            else:
                found[row.code, year] = Amount(year, there)
    lines = [(row, [found[row.code, year] for year in years(package)]) for row in rows()]
    return Table(years(package), lines, basis)


def _sum(row: BudgetRow, year: int, found: Mapping[tuple[str, int], Amount]) -> Decimal | None:
    """Add the parts up that are stated; nothing where none is."""
    stated = [(found[code, year].value, sign) for code, sign in row.parts.items()]
    known = [value * sign for value, sign in stated if value is not None]
    return sum(known, Decimal(0)) if known else None


def blocks(package: Package) -> list[Block]:
    """Return the table for a paper, in the active language."""
    made = table(package)
    if made.empty:
        return [Paragraph((empty()[DEFAULT],))]
    numbers = Numbers(DEFAULT)
    columns = (Column(_("Row"), "left"), *(Column(str(year), "right") for year in made.years))
    body = tuple(
        (
            row.title[DEFAULT],
            *(
                "–"
                if each.value is None
                else numbers.decimal(float(each.value), 0 if row.count else 2)
                for each in cells
            ),
        )
        for row, cells in made.rows
    )
    heading = f"{title()[DEFAULT]} ({_('to be checked')})"
    found: list[Block] = [DataTable(heading, columns, body)]
    return [*found, Paragraph((made.basis,))] if made.basis else found
