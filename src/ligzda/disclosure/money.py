"""Sums of money: what contributors know of each other, and sums that one of them dominates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

import numpy as np
from scipy import linalg

from ligzda.disclosure.repair import Repaired, costs, meet_against
from ligzda.disclosure.rules import Rules, dominated
from ligzda.disclosure.system import System
from ligzda.disclosure.tables import Contributions, Place, Table

MOST_COUPLES = 3_000
"""Couples of contributors that are tried; beyond, only those who stand in one line together."""


def unsafe_sums(system: System, made: Repaired, tables: Sequence[Table], rules: Rules) -> list[int]:
    """Open one more cell in each sum of suppressed cells that one contributor dominates.

    A published total less its published parts is a figure that everybody can make; it is held to
    the same rules as those that are printed. Returns the cells above such sums.
    """
    cost, found = costs(system), []
    for table, places in zip(tables, system.places, strict=True):
        for _, above, cells in table.lines():
            secret = [place for place in cells if made.hidden[places[place]]]
            if len(secret) < 2 or made.hidden[places[above]]:
                continue
            if not dominated(_union(table, secret), rules):
                continue
            found.append(places[above])
            free = [
                places[place]
                for place in (*cells, above)
                if not (made.hidden[places[place]] or system.fixed[places[place]])
            ]
            if free:
                made.hidden[min(free, key=cost.__getitem__)] = True
    return found


def insiders(system: System, made: Repaired, tables: Sequence[Table]) -> list[int]:
    """Open cells against couples of contributors who subtract their own; return what they solved.

    A couple knows to the cent the cells to which nobody else adds. What follows from these and
    from everything published is in the span of their rows of the null space.
    """
    solved = []
    hidden = np.flatnonzero(made.hidden)
    rows = {int(cell): at for at, cell in enumerate(hidden)}
    space = linalg.null_space(system.matrix[:, hidden].toarray())
    wanted = [cell for cell in system.needs if cell in rows]
    for known in _known_to_couples(made, tables, system.places):
        mine = space[[rows[at] for at in known]]
        basis = linalg.orth(mine.T)
        left = space - (space @ basis) @ basis.T
        lengths = np.linalg.norm(left, axis=1)
        for cell in wanted:
            if cell not in known and lengths[rows[cell]] < 1e-9:
                solved.append(cell)
                if not meet_against(system, made, cell, known=known):
                    return [cell]
        if solved:
            return solved  # the null space is another now
    return solved


def _known_to_couples(
    made: Repaired, tables: Sequence[Table], places: Sequence[Mapping[Place, int]]
) -> Iterator[frozenset[int]]:
    """Yield the sets of suppressed cells that one or two contributors fill alone."""
    alone: defaultdict[frozenset[str], set[int]] = defaultdict(set)
    for table, where in zip(tables, places, strict=True):
        for place, people in _contributors(table).items():
            if made.hidden[where[place]] and 0 < len(people) <= 2:
                alone[frozenset(people)].add(where[place])
    singles = [people for people in alone if len(people) == 1]
    couples = {a | b for a, b in combinations(singles, 2)} | set(alone)
    if len(couples) > MOST_COUPLES:
        couples = set(alone)
    seen = set()
    for couple in sorted(couples, key=sorted):
        cells = frozenset(at for people, own in alone.items() if people <= couple for at in own)
        if cells not in seen:
            seen.add(cells)
            yield cells


def _contributors(table: Table) -> dict[Place, set[str]]:
    found: defaultdict[Place, set[str]] = defaultdict(set)
    for place, given in table.given_by.items():
        above = ((c, *d.ancestors(c)) for d, c in zip(table.dimensions, place, strict=True))
        for over in product(*above):
            found[over].update(given)
    return found


def _union(table: Table, places: Sequence[Place]) -> Contributions:
    amounts: defaultdict[str, float] = defaultdict(float)
    for place in places:
        under = (d.leaves_of(code) for d, code in zip(table.dimensions, place, strict=True))
        for leaf in product(*under):
            for contributor, amount in table.given_by.get(leaf, {}).items():
                amounts[contributor] += amount
    return Contributions.of(amounts.values())
