"""Which cells of a data set may leave, beside everything that left before. Pure.

A cell is a group of people – a combination of the labels that a plan uses – split by the outcome.
Groups are published as they are, or added up into larger ones; then the smaller ones stay hidden,
and the room of disclosure attacks them through all that is published.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ligzda.disclosure import (
    TOTAL,
    Dimension,
    Entry,
    Ledger,
    Place,
    ProtectedTable,
    Release,
    Rules,
    Status,
    Table,
    attack,
    protect,
)
from ligzda.indicators.data_sets.contents import LABELS, NUMBER
from ligzda.kernel.tables.delimited import rows, written

ANSWER, YES, NO = "answer", "yes", "no"
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
    table = _table(population, fine, factors)
    shown = _inner(table) if factors is None else _sums(table)
    needs = protect(Release(population, (table,), day), ledger, rules).tables[0].needs
    if any(map(shown, needs)) or ledger.moved_by_few(table, shown, rules.threshold):
        return None
    status = {
        place: Status.PUBLISHED
        if shown(place)
        else (Status.PRIMARY if place in needs else Status.SECONDARY)
        for place in table.values
    }
    one = ProtectedTable(table, status, {}, needs)
    if not all(found.kept and not found.solved for found in attack([one], ledger)):
        return None
    return Entry(population, day, (one,))


def _table(population: str, fine: Counted, factors: Sequence[str] | None) -> Table:
    """Return groups by outcome; the smaller groups stand under those that add them up."""
    parents: dict[str, str] = {}
    cells: dict[Place, float] = {}
    for labels, (many, whom) in fine.groups.items():
        code, above = "/".join(labels), TOTAL
        if factors is not None:
            levels = tuple(labels[fine.columns.index(name)] for name in factors)
            above = _named(factors, levels)
            parents[above] = TOTAL
        parents[code] = above
        cells[code, YES], cells[code, NO] = float(whom), float(many - whom)
    dimensions = (
        Dimension(GROUP, parents, sensitive=False),
        Dimension.flat(ANSWER, (YES, NO)),
    )
    return Table.from_cells(dimensions, cells, population=population)


def _named(factors: Sequence[str], levels: Sequence[str]) -> str:
    return "".join(f"{name}{level}" for name, level in zip(factors, levels, strict=True))


def _inner(table: Table) -> Callable[[Place], bool]:
    return lambda place: place in table.values


def _sums(table: Table) -> Callable[[Place], bool]:
    leaves = set(table.dimensions[0].leaves)
    return lambda place: place[0] not in leaves
