"""One equation system of everything ever published about a population, and of what is to be.

A cell is a variable wherever it stands: the same combination of codes in two tables is one
variable. A figure that was corrected is a second variable, in the equations of the later table; the
cells that did not change tie the two together, so that the correction itself gives nothing away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy import sparse

from ligzda.disclosure.codes import Reason, Status
from ligzda.disclosure.rules import Need, Needs
from ligzda.disclosure.tables import Place, Table
from ligzda.disclosure.trees import TOTAL, Dimension

Key = tuple[tuple[str, str], ...]
"""A cell of a population: its dimensions and codes, sorted; what adds up a dimension leaves it."""


@dataclass(frozen=True)
class ProtectedTable:
    """A table with what became of each cell, and the range that each suppressed one keeps."""

    table: Table
    status: dict[Place, Status]
    reason: dict[Place, Reason]
    needs: dict[Place, Need]

    def suppressed(self) -> list[Place]:
        """Return the places that are not shown."""
        hidden = {Status.PRIMARY, Status.SECONDARY}
        return [place for place, status in self.status.items() if status in hidden]


@dataclass(frozen=True)
class System:
    """Variables with their true values, and equations: `matrix @ truth == 0`.

    `known` are those that everybody can read or that are structurally nought; `fixed` those of
    them whose state cannot be chosen any more. `needs` says what range which variable keeps.
    """

    truth: np.ndarray
    matrix: sparse.csr_matrix
    known: np.ndarray
    fixed: np.ndarray
    needs: dict[int, Need]
    places: tuple[dict[Place, int], ...]
    """For each new table, the variable of each of its places."""
    names: tuple[Key, ...] = field(repr=False)
    old: frozenset[int] = frozenset()
    """Variables of earlier releases: what was suppressed then stays so."""


def build(earlier: Sequence[ProtectedTable], new: Sequence[tuple[Table, Needs]]) -> System:
    """Join tables of one population and measure; the earlier ones in the order of release."""
    made = _Builder()
    for one in earlier:
        places = made.add(one.table)
        for place, variable in places.items():
            shown = one.status[place] in (Status.PUBLISHED, Status.STRUCTURAL)
            made.known[variable] |= shown
            made.fixed[variable] |= shown
            if need := one.needs.get(place):
                made.need(variable, need)
    made.old.update(range(len(made.truth)))
    found = []
    for table, needs in new:
        places = made.add(table)
        found.append(places)
        for place in table.structural:
            made.known[places[place]] = made.fixed[places[place]] = True
        for place, need in needs.items():
            made.need(places[place], need)
        if table.top not in needs:
            # Everybody knows how many there are altogether.
            made.known[places[table.top]] = made.fixed[places[table.top]] = True
    return made.system(tuple(found))


def key_of(table: Table, place: Place) -> Key:
    """Name a cell by where it stands in the population."""
    codes = zip((each.name for each in table.dimensions), place, strict=True)
    return tuple(sorted((*((name, code) for name, code in codes if code != TOTAL), *table.fixed)))


class _Builder:
    def __init__(self) -> None:
        self.truth: list[float] = []
        self.known: list[bool] = []
        self.fixed: list[bool] = []
        self.names: list[Key] = []
        self.latest: dict[Key, int] = {}
        self.needs: dict[int, Need] = {}
        self.old: set[int] = set()
        self.equations: dict[tuple[int, frozenset[int]], None] = {}
        self.trees: dict[str, Dimension] = {}

    def add(self, table: Table) -> dict[Place, int]:
        places = {}
        for place, value in table.values.items():
            key = key_of(table, place)
            at = self.latest.get(key)
            if at is None or abs(self.truth[at] - value) > 1e-6:
                at = self.latest[key] = self._variable(key, value)
            places[place] = at
        for _, above, cells in table.lines():
            self._equation(places[above], [places[place] for place in cells])
        for tree in (*table.dimensions, *table.trees):
            known = self.trees.get(tree.name)
            parents = {**(known.parents if known else {}), **tree.parents}
            self.trees[tree.name] = Dimension(tree.name, parents)
        self._across(set(places.values()))
        return places

    def need(self, variable: int, need: Need) -> None:
        """Keep the wider of two needs; what everybody has read already cannot need anything."""
        if self.fixed[variable]:
            return
        if before := self.needs.get(variable):
            low, high = min(before.low, need.low), max(before.high, need.high)
            need = Need(before.reason, low, high)
        self.needs[variable] = need

    def _variable(self, key: Key, value: float, *, known: bool = False) -> int:
        self.truth.append(value)
        self.known.append(known)
        self.fixed.append(known)
        self.names.append(key)
        return len(self.truth) - 1

    def _equation(self, above: int, parts: Iterable[int]) -> None:
        kept = frozenset(parts)
        if kept != {above}:
            self.equations[above, kept] = None

    def _across(self, touched: set[int]) -> None:
        """Add the sums that hold between cells of different tables.

        A cell is the sum of the cells under it that were ever released, and of a rest where they
        do not cover it.
        """
        for name, tree in self.trees.items():
            groups: defaultdict[Key, dict[str, int]] = defaultdict(dict)
            for key, at in self.latest.items():
                code = next((code for each, code in key if each == name), TOTAL)
                rest = tuple(pair for pair in key if pair[0] != name)
                groups[rest][code] = at
            for rest, cells in groups.items():
                if len(cells) > 1 and touched & set(cells.values()):
                    self._sums(tree, rest, cells)

    def _sums(self, tree: Dimension, rest: Key, cells: dict[str, int]) -> None:
        for code, above in cells.items():
            parts: list[str] = []
            below = list(tree.children.get(code, ()))
            while below:
                child = below.pop()
                if child in cells:
                    parts.append(child)
                else:
                    below += tree.children.get(child, ())
            if not parts:
                continue
            variables = [cells[part] for part in parts]
            left = self.truth[above] - sum(self.truth[part] for part in variables)
            covered = sum(len(tree.leaves_of(part)) for part in parts)
            whole = covered == len(tree.leaves_of(code))
            if left < -1e-6 or (whole and left > 1e-6):
                continue  # figures of different days: nobody can subtract them
            if (above, frozenset(variables)) in self.equations:
                continue
            if not whole:
                variables.append(self._variable((*rest, (tree.name, f"{code} …")), left))
            self._equation(above, variables)

    def system(self, places: tuple[dict[Place, int], ...]) -> System:
        rows, columns, values = [], [], []
        for row, (above, parts) in enumerate(self.equations):
            rows += [row] * (len(parts) + 1)
            columns += [above, *sorted(parts)]
            values += [-1.0, *[1.0] * len(parts)]
        shape = (len(self.equations), len(self.truth))
        return System(
            np.array(self.truth),
            sparse.csr_matrix((values, (rows, columns)), shape=shape),
            np.array(self.known),
            np.array(self.fixed),
            self.needs,
            places,
            tuple(self.names),
            frozenset(self.old),
        )
