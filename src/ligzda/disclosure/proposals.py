"""What to merge, where a release cannot be protected: computed, and tried before it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ligzda.disclosure.ledger import Ledger
from ligzda.disclosure.protect import Protected, protect
from ligzda.disclosure.repair import Effort
from ligzda.disclosure.rules import Rules
from ligzda.disclosure.tables import Place, Release, Table
from ligzda.disclosure.trees import TOTAL, Dimension

BETWEEN = " + "
TRIED = 12
"""So many coarser releases are tried."""


@dataclass(frozen=True)
class Proposal:
    """A coarser release that can be protected: which codes of a dimension become one.

    `merged` has the new code of each that changes; it is empty where the dimension is left out.
    """

    dimension: str
    merged: Mapping[str, str]
    protected: Protected


def propose(protected: Protected, ledger: Ledger, rules: Rules | None = None) -> Proposal | None:
    """Return the mildest coarsening that works, or None where none of those tried does."""
    for tried, (name, merged) in enumerate(_candidates(protected)):
        if tried >= TRIED:
            return None
        tables = tuple(
            merge(table, name, merged) if merged else leave_out(table, name)
            for table in protected.release.tables
        )
        coarser = Release(protected.release.name, tables, protected.release.day)
        made = protect(coarser, ledger, rules, Effort(closings=0))
        if made.possible:
            return Proposal(name, merged, protect(coarser, ledger, rules))
    return None


def merge(table: Table, name: str, merged: Mapping[str, str]) -> Table:
    """Put codes of a dimension together; the finer ones stay in the trees, for the ledger."""
    at = next((at for at, each in enumerate(table.dimensions) if each.name == name), None)
    if at is None:
        return table
    old = table.dimensions[at]
    parents: dict[str, str] = {}
    for code, parent in old.parents.items():
        parents[merged.get(code, code)] = parent
    new = replace(old, parents=parents)
    whole = replace(old, parents={**parents, **merged})
    return _recoded(table, at, new, merged, (*table.trees, whole))


def leave_out(table: Table, name: str) -> Table:
    """Add up a dimension."""
    at = next((at for at, each in enumerate(table.dimensions) if each.name == name), None)
    if at is None or len(table.dimensions) == 1:
        return table
    return _recoded(table, at, None, {}, (*table.trees, table.dimensions[at]))


def _recoded(
    table: Table,
    at: int,
    new: Dimension | None,
    merged: Mapping[str, str],
    trees: tuple[Dimension, ...],
) -> Table:
    def place_of(place: Place) -> Place:
        middle = (merged.get(place[at], place[at]),) if new else ()
        return (*place[:at], *middle, *place[at + 1 :])

    leaves = [set(each.leaves) for each in table.dimensions]
    cells: defaultdict[Place, float] = defaultdict(float)
    possible: set[Place] = set()
    for place, value in table.values.items():
        if all(code in known for code, known in zip(place, leaves, strict=True)):
            cells[place_of(place)] += value
            if place not in table.structural:
                possible.add(place_of(place))
    given: defaultdict[Place, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for place, amounts in table.given_by.items():
        for contributor, amount in amounts.items():
            given[place_of(place)][contributor] += amount
    dimensions = (*table.dimensions[:at], *((new,) if new else ()), *table.dimensions[at + 1 :])
    return Table.from_cells(
        dimensions,
        cells,
        population=table.population,
        measure=table.measure,
        structural=frozenset(cells.keys() - possible),
        given_by=given,
        fixed=table.fixed,
        trees=trees,
    )


def _candidates(protected: Protected) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield coarsenings, the mildest first: two codes, every two, a level of the tree, all."""
    dimensions = {d.name: d for table in protected.release.tables for d in table.dimensions}
    for key in protected.unprotected[:3]:
        for name, code in key:
            if name in dimensions and (pair := _with_neighbour(dimensions[name], code)):
                yield name, dict.fromkeys(pair, BETWEEN.join(pair))
    ordered = sorted(dimensions.values(), key=lambda each: -len(each.leaves))
    for dimension in ordered:
        if merged := _every_two(dimension):
            yield dimension.name, merged
    if len(ordered) > 1:
        for dimension in ordered:
            yield dimension.name, {}


def _with_neighbour(dimension: Dimension, code: str) -> tuple[str, str] | None:
    if code not in dimension.leaves:
        return None
    siblings = dimension.children[dimension.parents[code]]
    if len(siblings) < 3:
        return None
    at = siblings.index(code)
    return (code, siblings[at + 1]) if at + 1 < len(siblings) else (siblings[at - 1], code)


def _every_two(dimension: Dimension) -> dict[str, str]:
    merged: dict[str, str] = {}
    for parent, siblings in dimension.children.items():
        leaves = [code for code in siblings if code in dimension.leaves]
        if len(leaves) < (3 if parent == TOTAL else 2):
            continue
        for first in range(0, len(leaves) - 1, 2):
            # An odd one out joins the last pair.
            end = len(leaves) if first + 3 == len(leaves) else first + 2
            pair = leaves[first:end]
            merged.update(dict.fromkeys(pair, BETWEEN.join(pair)))
    return merged
