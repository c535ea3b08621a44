"""What an attacker holds possible: all tables that agree with everything published.

In deviations from the truth: `matrix @ h == 0`, where h of a known cell is nought and h of a
suppressed one is at least what takes it down to nought. The truth itself (h = 0) is always in it,
so the primal simplex starts from the last answer, whatever was opened or asked since.
"""

from __future__ import annotations

import highspy
import numpy as np

from ligzda.disclosure.system import System

TOLERANCE = 1e-6
"""Relative to one person, or to a euro."""

THREADS = 1
"""The same everywhere: of two solvers with different numbers of threads in one process HiGHS leaves
the second without an answer."""


class Solver(highspy.Highs):
    """HiGHS, silent from the start: its wrapper's callbacks print a banner into our answers."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", THREADS)


class Polytope:
    """The polytope of one attacker. `lower`: the least value that they know of each cell."""

    def __init__(
        self,
        system: System,
        hidden: np.ndarray,
        *,
        lower: np.ndarray | None = None,
    ) -> None:
        truth = system.truth
        self.truth = truth
        self.down = truth - (np.zeros_like(truth) if lower is None else lower)
        self.up = np.full_like(truth, max(2 * float(truth.max(initial=0)), 10.0))
        self.solved = 0
        self._asked: np.ndarray = np.zeros(0, np.int32)
        self._solver = Solver()
        self._solver.setOptionValue("presolve", "off")
        self._solver.setOptionValue("solver", "simplex")
        self._solver.setOptionValue("simplex_strategy", 4)  # primal
        self._solver.passModel(_model(system, self._least(hidden), np.where(hidden, self.up, 0.0)))

    def _least(self, hidden: np.ndarray) -> np.ndarray:
        return np.where(hidden, -self.down, 0.0)

    def open(self, cell: int) -> None:
        """Suppress a cell."""
        self._solver.changeColBounds(cell, -float(self.down[cell]), float(self.up[cell]))

    def close(self, cell: int) -> None:
        """Publish a cell."""
        self._solver.changeColBounds(cell, 0.0, 0.0)

    def furthest(self, cells: dict[int, float]) -> tuple[np.ndarray, np.ndarray]:
        """Return the deviation with the largest weighted sum of some cells, and its reduced costs.

        The reduced cost of a published cell says how much further it would go for each unit by
        which that cell could move up (positive) or down (negative).
        """
        solver = self._solver
        wanted = np.fromiter(cells, np.int32, len(cells))
        if self._asked.size:
            zeros = np.zeros(self._asked.size)
            solver.changeColsCost(self._asked.size, self._asked, zeros)
        weights = -np.fromiter(cells.values(), np.float64, len(cells))
        solver.changeColsCost(wanted.size, wanted, weights)
        self._asked = wanted
        solver.run()
        self.solved += 1
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            # A stale basis, rarely: from the truth again.
            solver.clearSolver()
            solver.run()
        found = solver.getSolution()
        return np.array(found.col_value), -np.array(found.col_dual)


def _model(system: System, lower: np.ndarray, upper: np.ndarray) -> highspy.HighsLp:
    by_column = system.matrix.tocsc()
    rows, columns = by_column.shape
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = columns, rows
    model.col_cost_ = np.zeros(columns)
    model.col_lower_, model.col_upper_ = lower, upper
    model.row_lower_ = model.row_upper_ = np.zeros(rows)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = by_column.indptr
    model.a_matrix_.index_ = by_column.indices
    model.a_matrix_.value_ = by_column.data
    return model
