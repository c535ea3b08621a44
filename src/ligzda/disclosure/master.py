"""The exact search: the cheapest cells that satisfy every cut, cuts added until none is violated.

Fischetti & Salazar's master programme in 0/1 variables. It starts from the cuts of the repair and
ends with the optimum, or with nothing when its time is up: the repaired pattern then stands.
"""

from __future__ import annotations

import time

import highspy
import numpy as np

from ligzda.disclosure.polytope import TOLERANCE, Polytope, Solver
from ligzda.disclosure.repair import Cut, Demand, Repaired, costs, cut_of, demands
from ligzda.disclosure.system import System


def cheapest(system: System, start: np.ndarray, made: Repaired, seconds: float) -> Repaired | None:
    """Return the pattern of least cost beyond `start`, or None where time does not suffice."""
    until = time.monotonic() + seconds
    [free] = np.nonzero(~(start | system.fixed))
    place = {int(cell): at for at, cell in enumerate(free)}
    master, cost = Solver(), costs(system)
    for cell in free:
        master.addVar(0.0, 1.0)
        master.changeColCost(place[int(cell)], float(cost[cell]))
        master.changeColIntegrality(place[int(cell)], highspy.HighsVarType.kInteger)
    for cut in made.cuts:
        _add(master, cut, place)
    while (left := until - time.monotonic()) > 0:
        master.setOptionValue("time_limit", left)
        master.run()
        if master.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        chosen = np.array(master.getSolution().col_value) > 0.5
        hidden = start.copy()
        hidden[free[chosen]] = True
        witnesses, cuts = _looked_at(system, start, hidden, until)
        if cuts is None:
            return None
        if not cuts:
            return Repaired(hidden, witnesses, [], made.cuts)
        for cut in cuts:
            _add(master, cut, place)
    return None


def _add(master: Solver, cut: Cut, place: dict[int, int]) -> None:
    kept = [(place[int(c)], float(g)) for c, g in zip(cut.cells, cut.gains, strict=True)]
    columns = np.array([at for at, _ in kept], np.int32)
    gains = np.array([gain for _, gain in kept])
    # Half a tolerance less, so that rounding excludes no pattern that the audit would pass.
    master.addRow(cut.lacking - 10 * TOLERANCE, highspy.kHighsInf, len(kept), columns, gains)


def _looked_at(
    system: System, start: np.ndarray, hidden: np.ndarray, until: float
) -> tuple[dict[Demand, np.ndarray], list[Cut] | None]:
    """Ask for every demand on a pattern; return its witnesses, and a cut for each that fails."""
    polytope = Polytope(system, hidden)
    witnesses: dict[Demand, np.ndarray] = {}
    cuts = []
    wanted = demands(system)
    for demand in wanted:
        if demand in witnesses:
            continue
        if time.monotonic() > until:
            return witnesses, None
        deviation, reduced = polytope.furthest({demand.cell: demand.sign})
        witnesses.update({one: deviation for one in wanted if one.met_by(deviation)})
        if demand not in witnesses:
            cuts.append(cut_of(system, polytope, demand, reduced, start))
    return witnesses, cuts
