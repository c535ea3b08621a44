"""Which further cells to suppress, so that every primary cell keeps its range.

The attacker's linear programme (`polytope`) asks for the furthest that a cell can move. Where that
is too little, its reduced costs are a cut: the published cells, each with what opening it would
add (Fischetti & Salazar 2000). The cell with the most added for its cost is opened, until the range
is kept; each answer also clears all other needs that it meets. What turned out to be opened in
vain is closed again, the largest figures first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np

from ligzda.disclosure.polytope import TOLERANCE, Polytope
from ligzda.disclosure.system import System


@dataclass(frozen=True)
class Effort:
    """How long to look for a pattern with fewer suppressed cells; in programmes, so that the same
    table always gets the same pattern. `seconds`: for the exact search, which has none by default.
    """

    closings: int = 1_000
    seconds: float = 0.0


@dataclass(frozen=True)
class Demand:
    """That the attacker must hold possible a cell's being so much (`level`) above or below."""

    cell: int
    sign: int
    level: float

    def met_by(self, deviation: np.ndarray) -> bool:
        """Whether a table that the attacker holds possible shows it."""
        slack = TOLERANCE * max(1.0, self.level * 1e-3)
        return bool(self.sign * deviation[self.cell] >= self.level - slack)


@dataclass(frozen=True)
class Cut:
    """At least so much must be opened: the sum of `gains` over opened cells ≥ `lacking`."""

    cells: np.ndarray
    gains: np.ndarray
    lacking: float


@dataclass
class Repaired:
    """The cells that are hidden, a witness of every demand, and the demands nothing can meet."""

    hidden: np.ndarray
    witnesses: dict[Demand, np.ndarray]
    impossible: list[Demand]
    cuts: list[Cut]
    start: np.ndarray = field(default_factory=lambda: np.zeros(0, bool))


def demands(system: System) -> list[Demand]:
    """Return what must be kept possible, the largest ranges first."""
    found = []
    for cell, need in system.needs.items():
        if need.high > system.truth[cell]:
            found.append(Demand(cell, 1, need.high - float(system.truth[cell])))
        if need.low < system.truth[cell]:
            found.append(Demand(cell, -1, float(system.truth[cell]) - need.low))
    return sorted(found, key=lambda one: (-one.level, one.cell, one.sign))


def costs(system: System) -> np.ndarray:
    """Return what it costs to suppress each cell: one, and a little more for larger figures."""
    size = np.log1p(np.maximum(system.truth, 0))
    return np.asarray(1 + 0.1 * size / max(float(size.max(initial=0)), 1.0))


def repair(system: System, start: np.ndarray, effort: Effort) -> Repaired:
    """Open cells beside those of `start` until every demand is met."""
    polytope = Polytope(system, start)
    made = Repaired(start.copy(), {}, [], [], start)
    cost, wanted = costs(system), demands(system)
    for demand in wanted:
        if demand not in made.witnesses:
            _meet(system, polytope, demand, made, cost, wanted)
    if not made.impossible:
        _close(system, polytope, made, effort.closings, ~start)
    return made


def meet_against(
    system: System,
    made: Repaired,
    cell: int,
    *,
    people: Iterable[int] = (),
    known: Iterable[int] = (),
) -> bool:
    """Open cells until an insider cannot solve one; False where nothing helps.

    `people`: the cells to which those who tell each other belong, one for each person. `known`:
    the cells that they know to the cent, because nobody else adds to them.
    """
    lower = np.zeros_like(system.truth)
    for at in people:
        lower[at] = min(lower[at] + 1, system.truth[at])
    closed = np.zeros_like(made.hidden)
    closed[list(known)] = True
    theirs = replace(system, fixed=system.fixed | closed)
    polytope = Polytope(theirs, made.hidden & ~closed, lower=lower)
    need = system.needs[cell]
    level = need.high - float(system.truth[cell]) if closed.any() else 1.0
    demand = Demand(cell, 1, max(level, 0.01))
    trial = Repaired(made.hidden, {}, [], [], made.hidden.copy())
    _meet(theirs, polytope, demand, trial, costs(system), [demand])
    return not trial.impossible


def _meet(
    system: System,
    polytope: Polytope,
    demand: Demand,
    made: Repaired,
    cost: np.ndarray,
    wanted: list[Demand],
) -> None:
    while True:
        deviation, reduced = polytope.furthest({demand.cell: demand.sign})
        for other in wanted:
            if other not in made.witnesses and other.met_by(deviation):
                made.witnesses[other] = deviation
        if demand in made.witnesses:
            return
        made.cuts.append(cut_of(system, polytope, demand, reduced, made.start))
        lacking = demand.level - demand.sign * float(deviation[demand.cell])
        gains = np.maximum(reduced, 0) * polytope.up + np.maximum(-reduced, 0) * polytope.down
        gains[made.hidden | system.fixed | (gains < TOLERANCE)] = 0
        gains = np.minimum(gains, lacking)
        if gains.sum() < lacking - TOLERANCE:
            made.impossible.append(demand)
            return
        while lacking > TOLERANCE:
            best = int(np.argmax(np.minimum(gains, lacking) / cost))
            lacking -= float(gains[best])
            gains[best] = 0
            made.hidden[best] = True
            polytope.open(best)


def cut_of(
    system: System, polytope: Polytope, demand: Demand, reduced: np.ndarray, start: np.ndarray
) -> Cut:
    """Return what every pattern that contains `start` must satisfy, from a programme's duals."""
    gains = np.maximum(reduced, 0) * polytope.up + np.maximum(-reduced, 0) * polytope.down
    lacking = demand.level - float(gains[start].sum())
    gains[start | system.fixed | (gains < TOLERANCE)] = 0
    [cells] = np.nonzero(gains)
    return Cut(cells, np.minimum(gains[cells], max(lacking, 0)), lacking)


def _close(
    system: System, polytope: Polytope, made: Repaired, budget: int, may: np.ndarray
) -> None:
    """Publish again what no demand needs, the largest figures first."""
    ends = polytope.solved + budget
    for cell in sorted(np.flatnonzero(made.hidden & may), key=lambda at: -system.truth[at]):
        if polytope.solved >= ends:
            return
        at = int(cell)
        polytope.close(at)
        using = [d for d, deviation in made.witnesses.items() if abs(deviation[at]) > TOLERANCE]
        # What lacks most is asked first: a refusal then costs one programme.
        using.sort(key=lambda one: -one.level)
        found = _witnesses(polytope, using)
        if found is None:
            polytope.open(at)
        else:
            made.witnesses.update(found)
            made.hidden[at] = False


def _witnesses(polytope: Polytope, wanted: list[Demand]) -> dict[Demand, np.ndarray] | None:
    found: dict[Demand, np.ndarray] = {}
    for demand in wanted:
        if demand in found:
            continue
        deviation, _ = polytope.furthest({demand.cell: demand.sign})
        if not demand.met_by(deviation):
            return None
        found.update({other: deviation for other in wanted if other.met_by(deviation)})
    return found
