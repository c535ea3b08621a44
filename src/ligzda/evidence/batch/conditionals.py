"""Conditionals at many (table, hyperparameters) pairs: compiled where Numba is, else NumPy.

Both give the same :class:`Moments`; the NumPy way goes through
:func:`ligzda.evidence.conditional.solve` and is the reference that the tests hold the other to.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from ligzda.evidence.conditional import Conditional, Problem, solve
from ligzda.evidence.cumulants import second_order
from ligzda.evidence.tables import Floats, Ints

TOLERANCE = 1e-3  # squared move of η in SDs at the last step; the error left is its square
BUBBLE_WORTH = 0.02  # third-order part of log Z below which Cov(x) is left alone (SDs: < .1 %)
BUBBLE_COST = 30_000_000  # multiplications (p N²) above which Cov(x) is left as it is


@dataclass(frozen=True, eq=False)
class Moments:
    """What M conditionals say about q linear functionals of the effects.

    ``gradient`` and ``information`` are those of log θ; ``covariance`` is that of the first
    ``joint`` functionals; ``correction`` is the second-order part of ``log_z``.
    """

    log_z: Floats
    correction: Floats
    gradient: Floats
    information: Floats
    mean: Floats
    variance: Floats
    covariance: Floats
    third: Floats
    converged: np.ndarray

    @classmethod
    def empty(cls, m: int, d: int, q: int, joint: int) -> Moments:
        """Make room for m conditionals on d hyperparameters."""
        return cls(
            np.empty(m), np.empty(m), np.empty((m, d)), np.empty((m, d)), np.empty((m, q)),
            np.empty((m, q)), np.empty((m, joint, joint)), np.empty((m, q)),
            np.empty(m, dtype=np.int64),
        )  # fmt: skip


class Predictor(NamedTuple):
    """Mean and variance of the linear predictors η of M problems, each (M, N).

    Those of one problem are where the iterations for another one nearby begin.
    """

    mean: Floats
    variance: Floats

    def take(self, rows: Any) -> Predictor:
        """Return those of some problems."""
        return Predictor(self.mean[rows], self.variance[rows])


def has_compiler() -> bool:
    """Return whether Numba is installed."""
    return importlib.util.find_spec("numba") is not None


@dataclass(eq=False)
class Solver:
    """Solves problems of one design; ``gx`` (q, p) and ``gb`` (q, G or 0) are the functionals.

    One solver belongs to one thread: it keeps scratch memory.
    """

    problem: Problem
    gx: Floats
    gb: Floats
    joint: int
    compiled: bool

    def __post_init__(self) -> None:
        known = self.problem.family.kernel(self.problem.data) is not None
        self.compiled = self.compiled and known
        n, p = self.problem.structure.A.shape
        self.bubble_everywhere = n * n * p <= BUBBLE_COST
        self._design: Any = None

    def room(self, m: int, d: int) -> Moments:
        """Make room for the moments of m conditionals on d hyperparameters."""
        return Moments.empty(m, d, len(self.gx), self.joint)

    def solve(
        self,
        data: Mapping[str, Floats],
        which: Ints,
        theta: Floats,
        start: Predictor | None,
        into: Moments,
        rows: Ints,
    ) -> Predictor:
        """Solve for rows of theta (M, d), row m on table ``which[m]`` of ``data`` (B, N).

        The moments are written to ``rows`` of ``into``.
        """
        if self.compiled:
            return self._compiled(data, which, theta, start, into, rows, True)
        return self._reference(data, which, theta, start, into, rows, True)

    def slopes(
        self, data: Mapping[str, Floats], which: Ints, theta: Floats, start: Predictor | None
    ) -> tuple[Floats, Floats, Predictor]:
        """Return gradient and information of log θ only, and η."""
        m, d = theta.shape
        into, rows = Moments.empty(m, d, 0, 0), np.arange(m)
        way = self._compiled if self.compiled else self._reference
        eta = way(data, which, theta, start, into, rows, False)
        return into.gradient, into.information, eta

    def _reference(
        self,
        data: Mapping[str, Floats],
        which: Ints,
        theta: Floats,
        start: Predictor | None,
        into: Moments,
        rows: Ints,
        full: bool,
    ) -> Predictor:
        problem = Problem(**{**vars(self.problem), "data": data})
        parts = solve(
            problem, theta, which=which, start=None if start is None else start.mean, correct=full,
            covariances=full and self.bubble_everywhere,
        )  # fmt: skip
        low, found = 0, []
        for part in parts:
            own = slice(low, low + len(part.theta))
            moments = self._moments(part, data, which[own], theta[own], full)
            for name, values in vars(moments).items():
                getattr(into, name)[rows[own]] = values
            found.append(Predictor(part.eta, part.precision.variance))
            low = own.stop
        return Predictor(*map(np.concatenate, zip(*found, strict=True)))

    def _moments(
        self,
        part: Conditional,
        data: Mapping[str, Floats],
        which: Ints,
        theta: Floats,
        full: bool,
    ) -> Moments:
        precision, problem, m = part.precision, self.problem, len(theta)
        S, sigma = precision.S, precision.sigma
        gradient, information = np.zeros_like(theta), np.zeros_like(theta)
        z = part.x / S
        for o in np.unique(problem.owner[problem.owner >= 0]):
            j = np.flatnonzero(problem.owner == o)
            variance = precision.inverse[:, j[:, None], j]
            gradient[:, o] += (z[:, j] ** 2).sum(axis=1) - len(j)
            gradient[:, o] += np.trace(variance, axis1=1, axis2=2)
            information[:, o] += 2 * ((np.eye(len(j)) - variance) ** 2).sum(axis=(1, 2))
        if problem.group_owner >= 0:
            slopes = precision.slopes
            inner = (slopes @ precision.covariance_x * slopes).sum(axis=2)
            ratio = (precision.residual + inner) / sigma**2
            beta = part.b / sigma
            gradient[:, problem.group_owner] += (beta**2 + ratio - 1).sum(axis=1)
            information[:, problem.group_owner] += 2 * ((1 - ratio) ** 2).sum(axis=1)
        parameters = problem.parameter_values(theta)
        rows = {key: values[which] for key, values in data.items()} if parameters else {}
        for name, o in problem.parameters.items():
            rise, bend = problem.family.parameter_slope(
                name, part.eta, precision.variance, rows, parameters
            )
            gradient[:, o] += rise
            information[:, o] += bend
        correction = np.zeros(m)
        if full and part.third.any():
            correction, _ = second_order(precision, part.third, part.fourth, False)
            if part.bubble is not None:
                order3, _ = second_order(precision, part.third, 0 * part.fourth, False)
                part.bubble[order3 <= BUBBLE_WORTH] = 0.0
        q, joint = (len(self.gx), self.joint) if full else (0, 0)
        mean, variance, third = np.zeros((m, q)), np.ones((m, q)), np.zeros((m, q))
        covariance = np.zeros((m, joint, joint))
        if full:
            gb = self.gb if self.gb.shape[1] else np.zeros((q, part.b.shape[1]))
            mean, variance, third = part.functional(self.gx, gb)
            g = self.gx - gb @ precision.slopes if gb.any() else np.tile(self.gx, (m, 1, 1))
            g, own = g[:, :joint], gb[:joint]
            C = precision.covariance_x + (0.0 if part.bubble is None else part.bubble)
            covariance = g @ C @ g.swapaxes(1, 2)
            covariance += (own * precision.residual[:, None, :]) @ own.T
        return Moments(
            part.log_z, correction, gradient, information, mean, variance, covariance, third,
            np.isfinite(part.log_z),
        )  # fmt: skip

    def _compiled(
        self,
        data: Mapping[str, Floats],
        which: Ints,
        theta: Floats,
        start: Predictor | None,
        into: Moments,
        rows: Ints,
        full: bool,
    ) -> Predictor:
        from ligzda.evidence.batch import compiled

        if self._design is None:
            self._design = _design(self.problem)
            n, p = self.problem.structure.A.shape
            self._scratch = compiled.scratch(
                self._design, n, p, len(self.gx), self.bubble_everywhere
            )
        design = self._design
        S, sigma = self.problem.scales(theta)
        sigma = sigma[:, 0]  # of normal terms, which have one SD for all levels
        m, n = len(theta), len(self.problem.structure.A)
        q, joint = (len(self.gx), self.joint) if full else (0, 0)
        kernel = self.problem.family.kernel(data)
        assert kernel is not None
        d1, d2, d3 = kernel.first, kernel.second, kernel.third
        if start is None:
            raw = self.problem.family.start(data)
            eta = Predictor(raw[which], np.full((m, n), 0.25))
        else:
            eta = Predictor(start.mean.copy(), start.variance.copy())
        phi = theta[:, design.parameter_owner] if design.parameter_owner >= 0 else np.ones(m)
        compiled.solve_many(
            design, d1, d2, d3, which, S, sigma, np.ascontiguousarray(phi), eta.mean, eta.variance,
            self.gx[:q], self.gb[:q], joint, full, self.bubble_everywhere, BUBBLE_WORTH, TOLERANCE,
            self._scratch, rows,
            into.log_z, into.correction, into.gradient, into.information, into.mean, into.variance,
            into.covariance, into.third, into.converged,
        )  # fmt: skip
        return eta


def _design(problem: Problem) -> Any:
    from ligzda.evidence.batch import compiled

    s = problem.structure
    row, column = np.nonzero(s.A)
    kernel = problem.family.kernel(problem.data)
    assert kernel is not None
    groups = max(s.n_groups, 1)
    return compiled.Design(
        kernel.code,
        np.searchsorted(row, np.arange(len(s.A) + 1)).astype(np.uint32),
        column.astype(np.uint32),
        np.ascontiguousarray(s.A[row, column], dtype=np.float64),
        s.group.astype(np.uint32),
        np.searchsorted(s.group, np.arange(groups + 1)).astype(np.uint32),
        bool(s.singleton),
        np.ascontiguousarray(s.slope, dtype=np.float64),
        np.ascontiguousarray(problem.offset, dtype=np.float64),
        problem.owner.astype(np.int64),
        int(problem.group_owner),
        next(iter(problem.parameters.values()), -1),
    )
