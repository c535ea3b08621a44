"""The tables of open data: from counts of the years that are over to tables to be protected.

Populations are named `<code>` or `<code>/<moment>`, their dimensions `incubator`, `period` (years
or quarters within years), `answer`, `model`, `standing`, `category`: whoever releases other tables
of the same people names them so, and both are one system of equations.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ligzda.indicators import counting, participant_flow
from ligzda.indicators.boards.queries import everywhere
from ligzda.indicators.queries import Record, counts, met, run

if TYPE_CHECKING:
    from ligzda.disclosure import Dimension, ProtectedTable, Table

OPEN_DATA = "open data"
PEOPLE = (("entered", ""), ("completed", "exit"), ("in_paid_activity", "exit"),
          ("in_paid_activity", "m6"), ("in_paid_activity", "m12"))  # fmt: skip
"""Indicators that are released by incubator and year: counts, and shares as “yes” and “no”."""
FLOW, COST = "flow", "cost"
BESIDE = "beside a run"
"""What stands beside an evaluation, by model: several things counted, let out together."""
EURO = "EUR"
_FIRST = datetime.date(2015, 1, 1)
_SHOWN = ("published", "structural")
ALL = "total"
"""The code of a cell that adds up a dimension, as files say it."""


def population(code: str, moment: str) -> str:
    """Name whom an indicator counts."""
    return f"{code}/{moment}" if moment else code


def of_the_day(on: datetime.date) -> Iterator["Table"]:
    """Yield the tables that can be released on a day: people of the years before, flow, costs."""
    given = everywhere(_FIRST, datetime.date(on.year - 1, 12, 31))
    for code, moment in PEOPLE:
        if table := people(code, moment, counts(code, given, ("incubator", "quarter"))):
            yield table
    flow = everywhere(on, on)
    with met(flow):
        standing = run(counting.postgres(participant_flow.arms()), flow)
    if table := flow_of(standing):
        yield table
    if table := costs(counts(COST, given, ("incubator", "quarter"))):
        yield table


def people(code: str, moment: str, found: Iterable[Record]) -> "Table | None":
    """Return an indicator by incubator and year, of a share by answer; None without anybody."""
    from ligzda.disclosure import Dimension, Table

    shares = code != "entered"
    cells: defaultdict[tuple[str, ...], float] = defaultdict(float)
    for row in found:
        if row["left_out"] is None and (row["moment"] or "") == moment and row["counted"]:
            place = (row["incubator"], str(row["quarter"].year))
            if shares:
                true = float(row["total"])
                cells[(*place, "yes")] += true
                cells[(*place, "no")] += row["counted"] - true
            else:
                cells[place] += row["counted"]
    if not cells:
        return None
    dimensions = [_flat("incubator", cells, 0), _flat("period", cells, 1)]
    if shares:
        dimensions.append(Dimension.flat("answer", ("yes", "no")))
    return Table.from_cells(tuple(dimensions), cells, population=population(code, moment))


def flow_of(found: Iterable[Record]) -> "Table | None":
    """Return people under each model by how it stands with them."""
    from ligzda.disclosure import Table

    cells: defaultdict[tuple[str, ...], float] = defaultdict(float)
    for row in found:
        cells[row["model"], row["standing"]] += row["people"]
    if not cells:
        return None
    return Table.from_cells(
        (_flat("model", cells, 0), _flat("standing", cells, 1)), cells, population=FLOW
    )


def costs(found: Iterable[Record]) -> "Table | None":
    """Return what all incubators together cost by category and year; each is a contributor."""
    from ligzda.disclosure import Table

    given: defaultdict[tuple[str, ...], defaultdict[str, float]]
    given = defaultdict(lambda: defaultdict(float))
    for row in found:
        place = (row["category"], str(row["quarter"].year))
        given[place][row["incubator"]] += round(float(row["total"] or 0), 2)
    cells = {place: sum(each.values()) for place, each in given.items()}
    if not any(cells.values()):
        return None
    return Table.from_cells(
        (_flat("category", cells, 0), _flat("period", cells, 1)),
        cells, population=COST, measure=EURO, given_by=given,
    )  # fmt: skip


def _flat(name: str, cells: Mapping[tuple[str, ...], Any], at: int) -> "Dimension":
    from ligzda.disclosure import Dimension

    codes = sorted({place[at] for place in cells})
    return Dimension.flat(name, codes, sensitive=name == "standing")


def shown(one: "ProtectedTable") -> list[dict[str, Any]]:
    """Return what anybody may read of a table: a row a cell, without a figure where it is hidden.

    By a rule or for the sake of another cell: outside the house both look alike.
    """
    names = [each.name for each in one.table.dimensions]
    rows = []
    for place, status in one.status.items():
        public = status in _SHOWN
        row: dict[str, Any] = dict(zip(names, (code or ALL for code in place), strict=True))
        value = round(one.table.values[place], 2)
        # People are whole, also in a file.
        value = value if one.table.measure == EURO else int(value)
        row |= {"value": value if public else None, "shown": public}
        rows.append(row)
    return rows
