"""Which cells of a data set may leave, beside everything that left before. Pure.

A cell is a group of people – a combination of the labels that a plan uses – split by the outcome.
Groups are published as they are, or added up into larger ones; then the smaller ones stay hidden,
and the room of disclosure attacks them through all that is published. Dimensions are named as those
of open data (indicators.releasing.tables), so that both are one system of equations.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from ligzda.disclosure import (
    TOTAL,
    Dimension,
    DisclosureError,
    Entry,
    Ledger,
    Place,
    ProtectedTable,
    Rules,
    Status,
    Table,
    attack,
    primaries,
)
from ligzda.indicators.data_sets.contents import LABELS, NUMBER
from ligzda.indicators.releasing.periods import quarters
from ligzda.kernel.tables.delimited import rows, written

ANSWER, YES, NO = "answer", "yes", "no"
INCUBATOR, MODEL, PERIOD = "incubator", "model", "period"
QUARTER, OF_ALL = "quarter", "moment"
"""Labels of a data set: the quarter stands in `period`; the moment is the same everywhere."""
GROUP = "group"
"""Column of the label of groups that were added up."""


@dataclass(frozen=True)
class Counted:
    """People of each group and how many have the outcome, by labels; the columns' names."""

    columns: tuple[str, ...]
    outcome: str
    groups: Mapping[tuple[str, ...], tuple[int, int]]

    def csv(self) -> str:
        """Return the cells as `ligzda evaluate` reads them."""
        lines = [(*key, *map(str, numbers)) for key, numbers in sorted(self.groups.items())]
        return written([(*self.columns, NUMBER, self.outcome), *lines])


def counted(content: str, columns: Sequence[str]) -> Counted | None:
    """Add the cells of a data set up over the labels that are not in `columns`.

    None where they cannot be added up: of means, or of nobody.
    """
    lines = [cells for _number, _line, cells in rows(content, ",")]
    head, body = lines[0], lines[1:]
    outcome = [name for name in head if name not in (*LABELS, NUMBER)]
    if len(outcome) != 1 or not body:
        return None
    kept = [name for name in head if name in LABELS and name in columns]
    places, many, whom = [head.index(name) for name in kept], head.index(NUMBER), outcome[0]
    found: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    for row in body:
        group = found[tuple(row[place] for place in places)]
        group[0] += int(row[many])
        group[1] += int(row[head.index(whom)])
    return Counted(tuple(kept), whom, {key: (one, two) for key, (one, two) in found.items()})


def added_up(fine: Counted, factors: Sequence[str]) -> Counted:
    """Add groups up to those of some factors, under a label that names them."""
    places = [fine.columns.index(name) for name in factors]
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    for labels, (many, whom) in fine.groups.items():
        levels = tuple(labels[place] for place in places)
        key = (_named(factors, levels), *levels)
        before = found.get(key, (0, 0))
        found[key] = before[0] + many, before[1] + whom
    return Counted((GROUP, *factors), fine.outcome, found)


def leaving(
    population: str,
    day: str,
    fine: Counted,
    factors: Sequence[str] | None,
    ledger: Ledger,
    rules: Rules,
) -> Entry | None:
    """Return the ledger's line of a release of groups, or None where it may not leave.

    `factors`: the groups are added up to those of these; None publishes them as they are.
    """
    try:
        one, shown = _as_released(population, fine, factors, rules)
    except DisclosureError:
        return None  # more cells than can be attacked in a moment
    moved = ledger.moved_by_few(one.table, shown, rules.threshold)
    if moved or any(map(shown, one.needs)):
        return None
    # What is larger than any rule asks may be worked out: open data may say it already.
    lost = [
        each for each in attack([one], ledger) if each.needed and (each.solved or not each.kept)
    ]
    return None if lost else Entry(population, day, (one,))


def left_before(population: str, day: str, fine: Counted, factors: Sequence[str] | None) -> Entry:
    """Return the ledger's line of groups that are public already, whatever it tells of anybody."""
    return Entry(population, day, (_as_released(population, fine, factors, Rules())[0],))


def _as_released(
    population: str, fine: Counted, factors: Sequence[str] | None, rules: Rules
) -> tuple[ProtectedTable, Callable[[Place], bool]]:
    """Return groups as they would be public, and which places are shown."""
    table = _table(population, fine, factors)
    shown = _inner(table) if factors is None else _sums(table)
    needs = primaries(table, rules)
    status = {place: _status(place, table, needs, shown) for place in table.values}
    return ProtectedTable(table, status, {}, needs), shown


def _status(
    place: Place, table: Table, needs: Collection[Place], shown: Callable[[Place], bool]
) -> Status:
    if place in table.structural:
        return Status.STRUCTURAL
    if shown(place):
        return Status.PUBLISHED
    return Status.PRIMARY if place in needs else Status.SECONDARY


def _table(population: str, fine: Counted, factors: Sequence[str] | None) -> Table:
    """Return groups by outcome, spread over incubators, models and quarters where a plan has them.

    What the incubator and the quarter do not say of a group is its model; groups that are added up
    stand under the sides of the factors. Which incubator runs which model everybody knows.
    """
    summed = factors or ()
    apart = [name for name in (INCUBATOR, QUARTER) if name in fine.columns and name not in summed]
    parents: dict[str, str] = {}
    cells: dict[Place, float] = {}
    for labels, (many, whom) in fine.groups.items():
        of = dict(zip(fine.columns, labels, strict=True))
        code, above = _model(of, apart), TOTAL
        if factors is not None:
            above = _named(factors, [of[name] for name in factors])
            parents[above] = TOTAL
        parents[code] = above
        place = (*(of[name] for name in apart), code)
        cells[*place, YES], cells[*place, NO] = float(whom), float(many - whom)
    dimensions = (
        *(_apart(name, {place[at] for place in cells}) for at, name in enumerate(apart)),
        Dimension(MODEL, parents, sensitive=False),
        Dimension.flat(ANSWER, (YES, NO)),
    )
    return Table.from_cells(
        dimensions, cells, population=population, structural=_impossible(dimensions, cells)
    )


def _model(of: Mapping[str, str], apart: Sequence[str]) -> str:
    """Name a group's model: by its code, which has its sides, else by all that is left."""
    if MODEL in of and set(of) <= {MODEL, "A", "B", "C", OF_ALL, *apart}:
        return of[MODEL]
    return "/".join(value for name, value in of.items() if name not in (*apart, OF_ALL))


def _apart(name: str, codes: Collection[str]) -> Dimension:
    if name == QUARTER:
        return quarters(datetime.date.fromisoformat(code) for code in codes)
    return Dimension.flat(name, sorted(codes), sensitive=False)


def _impossible(dimensions: Sequence[Dimension], cells: Collection[Place]) -> frozenset[Place]:
    """Return the inner cells of an incubator and a model that it never ran."""
    if dimensions[0].name != INCUBATOR:
        return frozenset()
    ran = {(place[0], place[-2]) for place in cells}
    every = product(*(each.leaves for each in dimensions))
    return frozenset(place for place in every if (place[0], place[-2]) not in ran)


def _named(factors: Sequence[str], levels: Sequence[str]) -> str:
    return "".join(f"{name}{level}" for name, level in zip(factors, levels, strict=True))


def _inner(table: Table) -> Callable[[Place], bool]:
    return lambda place: place in table.values


def _sums(table: Table) -> Callable[[Place], bool]:
    *apart, model, _answer = table.dimensions
    leaves = set(model.leaves)
    return lambda place: place[-2] not in leaves and not any(place[: len(apart)])
