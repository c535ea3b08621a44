"""Attack what was published: the narrowest range that anybody gets of each suppressed cell."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import highspy
import numpy as np

from ligzda.disclosure.attackers import Ranges, algebra, by_couples, integer, outsider
from ligzda.disclosure.codes import Attacker, Fault, Reason, Status
from ligzda.disclosure.errors import DisclosureError
from ligzda.disclosure.ledger import Ledger
from ligzda.disclosure.polytope import Solver
from ligzda.disclosure.rules import Need
from ligzda.disclosure.system import Key, ProtectedTable, System, build
from ligzda.disclosure.tables import COUNT, Place, Table, named, refuse_large
from ligzda.disclosure.trees import Dimension


@dataclass(frozen=True)
class Attacked:
    """A suppressed cell, the narrowest range of it, and who gets it.

    `needed` is the range that it was to keep: None for a secondary cell. `kept` says that no
    attacker from outside narrows it.
    """

    cell: Key
    low: float
    high: float
    by: Attacker
    needed: tuple[float, float] | None
    kept: bool

    @property
    def solved(self) -> bool:
        """Whether one value is left."""
        return self.high - self.low < 1e-6


def attack(
    tables: Sequence[ProtectedTable], ledger: Ledger | None = None, *, insiders: bool = True
) -> list[Attacked]:
    """Attack tables of one population and measure together with the ledger, by all four.

    Insiders are asked what they can solve; what they only narrow is left at the outsider's range.
    """
    earlier = (ledger or Ledger()).of(tables[0].table)
    system = build([*earlier, *tables], [])
    hidden = ~system.fixed
    people = tables[0].table.measure == COUNT
    exact, seen = outsider(system, hidden)
    by: list[tuple[Attacker, Ranges]] = [(Attacker.OUTSIDER, exact)]
    if people:
        by.append((Attacker.INTEGER, integer(system, hidden, exact, seen)))
    if people and insiders:
        by.append((Attacker.INSIDER, _insiders(system, hidden, exact, seen)))
    plain = set(algebra(system, hidden))
    return [
        _narrowest(system, int(cell), at, by, int(cell) in plain)
        for at, cell in enumerate(np.flatnonzero(hidden))
        if int(cell) in system.old and not _is_rest(system.names[int(cell)])
    ]


def as_read(
    dimensions: tuple[Dimension, ...],
    published: Mapping[Place, float | None],
    *,
    primary: Collection[Place] = (),
    threshold: int = 5,
    population: str = "",
) -> ProtectedTable:
    """Make a table of what an outsider reads: None where a figure is suppressed.

    The suppressed figures are filled in with some that agree with everything published, as a start
    for the attack. Raises DisclosureError where a cell is missing, or where there are none such.
    """
    refuse_large(dimensions)
    places = list(product(*(each.codes for each in dimensions)))
    for place in places:
        if place not in published:
            raise DisclosureError(Fault.CELL_MISSING, cell=named(dimensions, place))
    values = {place: published[place] or 0.0 for place in places}
    empty = Table(population, COUNT, dimensions, values)
    at = {place: number for number, place in enumerate(places)}
    lines = [(at[above], [at[cell] for cell in cells]) for _, above, cells in empty.lines()]
    filled = _some_table(lines, [published[place] for place in places])
    if filled is None:
        raise DisclosureError(Fault.INCONSISTENT)
    table = Table(population, COUNT, dimensions, dict(zip(places, filled, strict=True)))
    status = {
        place: Status.PUBLISHED
        if published[place] is not None
        else (Status.PRIMARY if place in primary else Status.SECONDARY)
        for place in places
    }
    needs = {place: Need(Reason.SMALL, 0, threshold) for place in primary}
    return ProtectedTable(table, status, {}, needs)


def _some_table(
    lines: Sequence[tuple[int, list[int]]], published: Sequence[float | None]
) -> list[float] | None:
    """Return any figures that agree with all sums and with what is published."""
    solver = Solver()
    for value in published:
        solver.addVar(value or 0.0, highspy.kHighsInf if value is None else value)
    for above, cells in lines:
        places, weights = [above, *cells], [-1.0, *[1.0] * len(cells)]
        solver.addRow(0.0, 0.0, len(places), np.array(places, np.int32), np.array(weights))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return [float(value) for value in solver.getSolution().col_value]


def _is_rest(key: Key) -> bool:
    return any(code.endswith(" …") for _, code in key)


def _insiders(
    system: System, hidden: np.ndarray, exact: Ranges, seen: Sequence[np.ndarray]
) -> Ranges:
    """Return the outsider's ranges, but for the cells of a rule that a couple can solve."""
    low, high = exact.low.copy(), exact.high.copy()
    solved = by_couples(system, hidden, seen, system.needs)
    at = np.isin(exact.cells, list(solved))
    low[at] = high[at] = system.truth[exact.cells[at]]
    return Ranges(exact.cells, low, high)


def _narrowest(
    system: System, cell: int, at: int, by: Sequence[tuple[Attacker, Ranges]], plain: bool
) -> Attacked:
    outside = by[0][1]
    who, ranges = min(by, key=lambda one: round(float(one[1].high[at] - one[1].low[at]), 6))
    low, high = float(ranges.low[at]), float(ranges.high[at])
    if plain:
        who, low, high = Attacker.ALGEBRA, float(system.truth[cell]), float(system.truth[cell])
    need = system.needs.get(cell)
    needed = (need.low, need.high) if need else None
    slack = 1e-3
    kept = need is None or (
        outside.low[at] <= need.low + slack and outside.high[at] >= need.high - slack
    )
    return Attacked(system.names[cell], low, high, who, needed, bool(kept))
