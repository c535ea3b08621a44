"""Costs as tables: what is exported can be imported again, and comes out the same."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.incubators.costs import rules
from ligzda.incubators.costs.models import Category
from ligzda.incubators.costs.months import read, written
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import RefusedError
from ligzda.kernel.tables.declaration import Column, Row, Table
from ligzda.kernel.tables.reading import Check
from ligzda.kernel.tables.types import DAY, Choice, Money, Text, WrongValueError, shown
from ligzda.kernel.tables.workbook import Out, Raw
from ligzda.labels import label

_MOST = 99_999_999
_AS_TEXT = "@"


@dataclass(frozen=True)
class Month:
    """A month, as ISO 8601 has it: 2026-11. A text in XLSX; a date that a spreadsheet has made of
    it is read as its month where it is the first of one.
    """

    csvw: ClassVar[str] = "gYearMonth"

    def spell(self, value: datetime.date) -> str:
        """Return the month as it stands in CSV."""
        return written(value)

    def cell(self, value: datetime.date) -> Out:
        """Return the month as it stands in XLSX."""
        return Out(self.spell(value), _AS_TEXT)

    def read(self, raw: Raw) -> datetime.date:
        """Return the month of a cell. Raises WrongValueError."""
        text = label(shown(raw))
        found = read(text.removesuffix("-01") if isinstance(raw, datetime.date) else text)
        if found is None:
            raise WrongValueError(
                _("“%(text)s” is not a month.") % {"text": text}, _("Write it as 2026-11.")
            )
        return found


MONTH = Month()
_AMOUNTS = tuple(
    Column(value, name, Money(least=0, most=_MOST), optional=True, unit="EUR")
    for value, name in Category.choices
)
_DOCUMENTS = tuple(
    Column(
        f"{value}_documents",
        gettext_lazy("receipts and documents"),
        Text(most=200),
        optional=True,
        absent=True,
    )
    for value in Category.values
)
COSTS = Table(
    "costs",
    gettext_lazy("Costs by month"),
    gettext_lazy("What was spent in each month, by category, before corrections."),
    (Column("month", gettext_lazy("Month"), MONTH), *_AMOUNTS, *_DOCUMENTS),
    most_rows=400,
)
PLAN = Table(
    "plan",
    gettext_lazy("Planned costs by month"),
    gettext_lazy("What is planned for each month, by category."),
    (Column("month", gettext_lazy("Month"), MONTH), *_AMOUNTS),
    most_rows=400,
)
CORRECTIONS = Table(
    "corrections",
    gettext_lazy("Corrections of costs"),
    gettext_lazy("What was added to costs of closed months, or taken off them, and why."),
    (
        Column("month", gettext_lazy("Month"), MONTH),
        Column("category", gettext_lazy("Category"), Choice(tuple(Category.values))),
        Column("amount", gettext_lazy("Amount"), Money(), unit="EUR"),
        Column("reason", gettext_lazy("Reason")),
        Column("documents", gettext_lazy("receipts and documents"), optional=True),
        Column("entered_on", gettext_lazy("Entered on"), DAY),
    ),
    key="",
)


def check_of_costs(incubator: Incubator, there: Mapping[str, Row]) -> Check:
    """Return the check of a row of `COSTS`: its month, and whether that is closed."""

    def check(row: Row) -> Iterator[tuple[str, str, str]]:
        month = row.get("month")
        if not isinstance(month, datetime.date):
            return
        known = there.get(written(month), {})
        try:
            rules.check_month(incubator=incubator, month=month)
            if any(_plain(known.get(name)) != _plain(row[name]) for name in row if name != "month"):
                rules.check_open(incubator=incubator, month=month)
        except RefusedError as refused:
            yield "month", str(refused), ""
        valued = {**known, **row}
        if valued.get(Category.IN_KIND) and not valued.get(f"{Category.IN_KIND}_documents"):
            yield (
                f"{Category.IN_KIND}_documents",
                _("this cell must not be empty."),
                _("Say how it was valued."),
            )

    return check


def check_of_plan(incubator: Incubator) -> Check:
    """Return the check of a row of `PLAN`: its month."""

    def check(row: Row) -> Iterator[tuple[str, str, str]]:
        month = row.get("month")
        if isinstance(month, datetime.date):
            try:
                rules.check_plan_month(incubator=incubator, month=month)
            except RefusedError as refused:
                yield "month", str(refused), ""

    return check


def _plain(value: object) -> object:
    """Return a cell's value; an empty text says what no value says, a zero does not."""
    return None if value == "" else value
