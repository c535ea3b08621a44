"""Four who try to undo a suppression: outsider, integer, insider, exact algebra.

Each gets a system and which of its variables are hidden, and gives the range of every hidden one
that it is left with. The truth is used to set up the polytope only: whoever knows the published
figures has the same polytope.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from ligzda.disclosure.polytope import TOLERANCE, Polytope, Solver
from ligzda.disclosure.system import System


@dataclass(frozen=True)
class Ranges:
    """For each hidden cell what an attacker holds possible: from `low` to `high`, inclusive."""

    cells: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def solved(self, width: float) -> np.ndarray:
        """Return the cells whose range is narrower than a width."""
        return np.asarray(self.cells[self.high - self.low < width - 1e-4])


def outsider(
    system: System, hidden: np.ndarray, lower: np.ndarray | None = None
) -> tuple[Ranges, list[np.ndarray]]:
    """Find the exact range of each hidden cell; also return the tables found on the way."""
    polytope = Polytope(system, hidden, lower=lower)
    cells = np.flatnonzero(hidden)
    seen = [np.zeros_like(system.truth)]
    least, most = seen[0].copy(), seen[0].copy()
    for cell in map(int, cells):
        for sign in (1, -1):
            end = polytope.up[cell] if sign > 0 else polytope.down[cell]
            if (most if sign > 0 else -least)[cell] >= end - TOLERANCE:
                continue
            deviation, _ = polytope.furthest({cell: sign})
            seen.append(deviation)
            np.minimum(least, deviation, out=least)
            np.maximum(most, deviation, out=most)
    truth = system.truth[cells]
    return Ranges(cells, truth + least[cells], truth + most[cells]), seen


def unmet(system: System, hidden: np.ndarray) -> list[int]:
    """Return the cells that do not keep the range they need: the audit, on a polytope of its own.

    One programme pushes all at once, then each that is left is asked for.
    """
    polytope = Polytope(system, hidden)
    needs = [(cell, need) for cell, need in system.needs.items() if hidden[cell]]
    least, most = np.zeros_like(system.truth), np.zeros_like(system.truth)

    def look(cells: dict[int, float]) -> None:
        deviation, _ = polytope.furthest(cells)
        np.minimum(least, deviation, out=least)
        np.maximum(most, deviation, out=most)

    for sign in (1, -1):
        if needs:
            look({cell: float(sign) for cell, _ in needs})
    found = [cell for cell in system.needs if not (hidden[cell] or system.fixed[cell])]
    for cell, need in needs:
        truth = float(system.truth[cell])
        slack = TOLERANCE * max(1.0, (need.high - need.low) * 1e-2)
        if most[cell] < need.high - truth - slack:
            look({cell: 1.0})
        if -least[cell] < truth - need.low - slack:
            look({cell: -1.0})
        if most[cell] < need.high - truth - slack or -least[cell] < truth - need.low - slack:
            found.append(cell)
    return found


def integer(
    system: System, hidden: np.ndarray, ranges: Ranges, seen: Sequence[np.ndarray]
) -> Ranges:
    """Narrow ranges to whole people; whole tables that were `seen` spare most programmes."""
    low, high = np.ceil(ranges.low - 1e-6), np.floor(ranges.high + 1e-6)
    whole = [each for each in seen if np.abs(each - np.round(each)).max(initial=0) < 1e-6]
    truth = system.truth[ranges.cells]
    tables = np.array(whole)[:, ranges.cells] + truth
    least, most = tables.min(axis=0), tables.max(axis=0)
    asked: _Whole | None = None
    for at, cell in enumerate(map(int, ranges.cells)):
        if least[at] > low[at] + 0.5:
            asked = asked or _Whole(system, hidden)
            low[at] = asked.furthest(cell, -1)
        if most[at] < high[at] - 0.5:
            asked = asked or _Whole(system, hidden)
            high[at] = asked.furthest(cell, 1)
    return Ranges(ranges.cells, low, high)


class _Whole:
    """The polytope's whole points; only the hidden cells are variables."""

    def __init__(self, system: System, hidden: np.ndarray) -> None:
        cells = np.flatnonzero(hidden)
        self.place = {int(cell): at for at, cell in enumerate(cells)}
        self.truth = system.truth
        matrix = system.matrix[:, cells].tocsc()
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(cells), matrix.shape[0]
        model.col_cost_ = np.zeros(len(cells))
        model.col_lower_ = -system.truth[cells]
        model.col_upper_ = np.full(len(cells), max(2 * float(system.truth.max()), 10.0))
        model.row_lower_ = model.row_upper_ = np.zeros(matrix.shape[0])
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
        model.a_matrix_.value_ = matrix.data
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(cells)
        self.solver = Solver()
        self.solver.passModel(model)

    def furthest(self, cell: int, sign: int) -> float:
        at = self.place[cell]
        self.solver.changeColCost(at, -float(sign))
        self.solver.run()
        value = self.solver.getSolution().col_value[at]
        self.solver.changeColCost(at, 0.0)
        return float(self.truth[cell] + round(value))


def by_couples(
    system: System, hidden: np.ndarray, seen: Sequence[np.ndarray], among: Iterable[int]
) -> dict[int, tuple[int, ...]]:
    """Return the cells that a couple can solve, with the cells to which the two belong.

    First everybody is let loose at once, each knowing of their own presence: what they together
    cannot solve, no couple of different cells can. The rest is looked at couple by couple.
    """
    together, more = outsider(system, hidden, presence(system, hidden))
    doubtful = set(map(int, together.solved(1)))
    couples = Couples(system, hidden, [*seen, *more])
    found = ((cell, couples.solving(cell, apart=cell in doubtful)) for cell in sorted(among))
    return {cell: people for cell, people in found if people is not None}


def presence(system: System, hidden: np.ndarray) -> np.ndarray:
    """Return what everybody in the cells knows of them together: that somebody is there."""
    return np.where(hidden, np.minimum(system.truth, 1), 0.0)


class Couples:
    """Any two people who tell each other to which cells they belong.

    A table that the outsider holds possible, and on which a cell has one person more or less,
    answers all couples whom it does not contradict. It is looked for among the tables that all
    couples at once hold possible; what blocks it there, and is not the couple's own, is let go.
    """

    def __init__(self, system: System, hidden: np.ndarray, seen: Sequence[np.ndarray]) -> None:
        self._polytope = Polytope(system, hidden, lower=presence(system, hidden))
        self._tight = self._polytope.down.copy()
        self._all = system.truth
        self._people = np.flatnonzero(hidden & (system.truth > 0))
        self._truth = system.truth[self._people]
        self._seen = np.array(seen)

    def solving(self, cell: int, *, apart: bool) -> tuple[int, ...] | None:
        """Return the cells of two people who can solve a cell; None where nobody can.

        `apart`: whether two of different cells are to be tried, or only two of the same.
        """
        chosen = np.abs(self._seen[:, cell]) >= 1 - 1e-4
        tables = self._seen[chosen][:, self._people] / np.abs(self._seen[chosen][:, [cell]])
        unanswered = ~self._answered(tables) if apart else np.diag(~self._twos(tables))
        while unanswered.any():
            a, b = np.unravel_index(int(unanswered.argmax()), unanswered.shape)
            pair = int(self._people[a]), int(self._people[b])
            witness = self._other_value(cell, pair)
            if witness is None:
                return pair
            self._seen = np.vstack([self._seen, witness])
            unanswered &= ~self._answered(witness[None, self._people])
            unanswered[a, b] = unanswered[b, a] = False
        return None

    def _answered(self, tables: np.ndarray) -> np.ndarray:
        """Return the couples who hold one of the tables possible; diagonal: two of one cell."""
        one = (tables >= 1 - self._truth - 1e-6).astype(np.float32)
        answered = np.asarray(one.T @ one > 0)
        np.fill_diagonal(answered, self._twos(tables))
        return answered

    def _twos(self, tables: np.ndarray) -> np.ndarray:
        return np.asarray((tables >= np.minimum(2 - self._truth, 0) - 1e-6).any(axis=0))

    def _other_value(self, cell: int, pair: tuple[int, int]) -> np.ndarray | None:
        """Return a table that a couple holds possible, with another value of the cell."""
        theirs = self._all.copy()
        for at in pair:
            theirs[at] = max(theirs[at] - 1, 0)
        let_go: set[int] = set()
        found = self._reach(cell, 1.0, theirs, let_go)
        if found is None:
            found = self._reach(cell, -1.0, theirs, let_go)
        self._polytope.down[:] = self._tight
        for at in let_go:
            self._polytope.open(at)
        return found

    def _reach(
        self, cell: int, sign: float, theirs: np.ndarray, let_go: set[int]
    ) -> np.ndarray | None:
        polytope = self._polytope
        while True:
            deviation, reduced = polytope.furthest({cell: sign})
            if (moved := abs(float(deviation[cell]))) >= 1 - 1e-4:
                return deviation / moved
            blocking = (reduced < -1e-9) & (polytope.down < theirs - 0.5)
            if not blocking.any():
                return None
            for at in map(int, np.flatnonzero(blocking & (polytope.up > 0))):
                polytope.down[at] = theirs[at]
                let_go.add(at)
                polytope.open(at)


PRIMES = (2_147_483_647, 2_147_483_629)


def algebra(system: System, hidden: np.ndarray, known: Iterable[int] = ()) -> list[int]:
    """Return the hidden cells that are a combination of published ones.

    `known`: hidden cells that the attacker knows besides. Whole-number elimination modulo two
    primes of 31 bits, without rounding: a cell is in the rational row space if it is in both, but
    for minors that both primes divide. Fractions give the same, a hundred times slower (tests).
    """
    secret = hidden.copy()
    secret[list(known)] = False
    cells = np.flatnonzero(secret)
    matrix = system.matrix[:, cells].toarray().astype(np.int64)
    matrix = matrix[np.any(matrix, axis=1)]
    in_both = set.intersection(*(set(_alone(matrix % prime, prime)) for prime in PRIMES))
    return sorted(int(cells[at]) for at in in_both)


def _alone(rows: np.ndarray, prime: int) -> list[int]:
    """Reduce rows (mod prime) and return the columns that stand alone in theirs."""
    rows, rank = rows.copy(), 0
    for column in range(rows.shape[1]):
        below = np.flatnonzero(rows[rank:, column])
        if not below.size:
            continue
        at = rank + int(below[0])
        rows[[rank, at]] = rows[[at, rank]]
        rows[rank] = rows[rank] * pow(int(rows[rank, column]), -1, prime) % prime
        others = np.flatnonzero(rows[:, column])
        others = others[others != rank]
        # Only where the pivot's row has something; products stay below 2^62.
        used = np.flatnonzero(rows[rank])
        change = rows[others, column][:, None] * rows[rank, used][None, :] % prime
        block = np.ix_(others, used)
        rows[block] = (rows[block] - change) % prime
        rank += 1
        if rank == len(rows):
            break
    return [int(np.flatnonzero(row)[0]) for row in rows[:rank] if np.count_nonzero(row) == 1]
