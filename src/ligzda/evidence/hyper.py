r"""Integration over the hyperparameters on a design centred on their posterior.

Nested approximation (Rue, Martino & Chopin 2009, *JRSS B* 71:319–392): with
:math:`\tilde p(\theta | y) \propto p(\theta)\, Z(\theta)`,

.. math:: p(x | y) \approx \sum_k w_k\, q_{\theta_k}(x).

The design is not a grid on a log scale, which never reaches an SD of 0. Each hyperparameter is
first looked at along its own axis through the centre (:mod:`ligzda.evidence.quadrature`). The
product of these slices :math:`f_1 f_2 \cdots f_d` is close to the posterior; so the integral is
taken with the tensor product of the slices' own Gauss rules,

.. math:: w_k \propto \prod_j \omega_{jk} \cdot
          \frac{p(\theta_k)\, Z(\theta_k)}{\prod_j f_j(\theta_{jk})},

where the ratio is smooth and the rule exact for polynomials in it. Beyond four hyperparameters the
tensor rule is replaced by a lattice of points drawn from the product of the slices (importance
quadrature; Korobov lattice).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ligzda.evidence.conditional import Conditional, Problem, solve
from ligzda.evidence.errors import InferenceError
from ligzda.evidence.faults import Fault
from ligzda.evidence.priors import Hyper
from ligzda.evidence.quadrature import Slices, chebyshev, windows
from ligzda.evidence.tables import Floats, Ints

NODES = {1: 15, 2: 9, 3: 7, 4: 5}
LARGE = 80
FAR = 0.1  # an agreement below this is none
_NOWHERE = 7.0  # a log weight this far below the largest, by the modes
_FAR = 1e13  # a log density of this size has lost its last digits before the point
LATTICE_POINTS = 512
LATTICE_GENERATOR = 76  # Korobov, n = 512


@dataclass(frozen=True, eq=False)
class HyperMarginal:
    """Density of one hyperparameter at fine points: values of σ and masses that sum to 1."""

    name: str
    sigma: Floats
    mass: Floats

    def quantile(self, u: Floats) -> Floats:
        """Return the quantiles at probabilities u."""
        cdf = np.cumsum(self.mass) - 0.5 * self.mass
        return np.interp(u, cdf, self.sigma)

    @property
    def mean(self) -> float:
        """Posterior mean."""
        return float(self.mass @ self.sigma)

    @property
    def sd(self) -> float:
        """Posterior SD."""
        return float(np.sqrt(self.mass @ (self.sigma - self.mean) ** 2))


@dataclass(frozen=True, eq=False)
class HyperPosterior:
    """Points, weights and conditionals; ``agreement`` is the effective share of the points.

    1 means that the product of the slices is the posterior; small values mean strong dependence
    between hyperparameters. ``edge_mass`` is the mass in the outermost hundredth of the windows
    (not counting an end at the boundary of the support).
    """

    weights: Floats
    theta: Floats
    parts: list[Conditional]
    marginals: tuple[HyperMarginal, ...]
    edge_mass: float
    agreement: float
    log_evidence: float


def integrate(
    problem: Problem, hypers: tuple[Hyper, ...], *, dense: bool = False
) -> HyperPosterior:
    """Find the design, its weights and the conditionals; ``dense`` takes more points."""
    if not hypers:
        parts = solve(problem, np.zeros((1, 0)), covariances=True)
        one = np.ones(1)
        return HyperPosterior(one, np.zeros((1, 0)), parts, (), 0.0, 1.0, float(parts[0].log_z[0]))
    start: list[Floats] = []

    def log_posterior(theta: Floats, quick: bool) -> Floats:
        parts = solve(
            problem,
            theta,
            start=start[0] if start else None,
            variational=not quick,
            correct=not quick and len(hypers) == 1,
        )
        value = np.concatenate([part.log_z for part in parts]) + log_prior(hypers, theta)
        start[:] = [parts[0].eta[len(parts[0].eta) // 2]]
        return value

    slices = _slices(hypers, log_posterior, 33 if len(hypers) == 1 else 17)
    d = len(hypers)
    if d in NODES:
        n = NODES[d] + (4 if dense else 0)
        if len(problem.owner) > LARGE and not dense:  # many effects determine their SDs well
            n = max(n - 2, 4)
        t, omega = slices.gauss(n)
        index = np.indices((n,) * d).reshape(d, -1)
        log_base = sum(np.log(np.maximum(omega[j, index[j]], 1e-300)) for j in range(d))
    else:
        n = LATTICE_POINTS * (2 if dense else 1)
        generators = LATTICE_GENERATOR ** np.arange(d, dtype=object) % n
        u = (np.outer(generators.astype(float), np.arange(n)) / n + 0.5 / n) % 1.0
        t = slices.quantile(u)
        index = np.tile(np.arange(n), (d, 1))
        log_base = np.full(n, -np.log(n))
    sigma = slices.value(t)
    theta = np.stack([sigma[j, index[j]] for j in range(d)], axis=1)
    keep = log_base > log_base.max() - 23  # points of weight < 1e-10
    theta, index, log_base = theta[keep], index[:, keep], log_base[keep]
    product = sum(slices.at(t)[j, index[j]] for j in range(d))
    rest = log_prior(hypers, theta) - product
    some, begin = _worth_solving(problem, theta, rest, log_base, start[0])
    parts = solve(problem, theta[some], start=begin, covariances=True)
    log_ratio = np.full(len(theta), -np.inf)
    log_ratio[some] = np.concatenate([part.log_z for part in parts]) + rest[some]
    if not np.isfinite(log_ratio).any():
        raise InferenceError(Fault.NO_FINITE_DENSITY)
    log_weight = log_base + log_ratio
    top = log_weight.max()
    weights = np.exp(log_weight - top)
    evidence = float(np.log(weights.sum()) + top)
    weights /= weights.sum()
    marginals = tuple(
        _marginal(hypers[j], slices, j, t[j][index[j]], weights, np.exp(log_base)) for j in range(d)
    )
    agreement = 1 / float((weights**2 / np.exp(log_base)).sum() * np.exp(log_base).sum())
    return HyperPosterior(
        weights[some], theta[some], parts, marginals, _edge_mass(hypers, slices), agreement,
        evidence,
    )  # fmt: skip


def _worth_solving(
    problem: Problem, theta: Floats, rest: Floats, log_base: Floats, start: Floats
) -> tuple[Ints, Floats]:
    """Return the points to solve, and an η to begin from.

    Where already the modes say that the product of slices is nowhere near the posterior – a second
    rule will take its place – points of no weight by them are left out: they are most of all.
    """
    every = np.arange(len(theta))
    if problem.family.exactly_gaussian or theta.shape[1] < 3:
        return every, start
    modes = solve(problem, theta, start=start, variational=False, correct=False)
    log_weight = np.concatenate([part.log_z for part in modes]) + rest + log_base
    weights = np.exp(log_weight - log_weight.max())
    agreement = weights.sum() ** 2 / float((weights**2 / np.exp(log_base)).sum())
    agreement /= np.exp(log_base).sum()
    some = np.flatnonzero(log_weight > log_weight.max() - _NOWHERE) if agreement < FAR else every
    return some, np.concatenate([part.eta for part in modes])[some]


def log_prior(hypers: tuple[Hyper, ...], theta: Floats) -> Floats:
    """Return the joint log prior density of theta (M, d)."""
    total = np.zeros(len(theta))
    for j, hyper in enumerate(hypers):
        if hyper.around < 0:
            total += hyper.prior.log_density(theta[:, j])
        else:  # a multiple of another
            scale = np.maximum(theta[:, hyper.around], 1e-290)
            total += hyper.prior.log_density(theta[:, j] / scale) - np.log(scale)
    return total


def _slices(
    hypers: tuple[Hyper, ...], log_posterior: Callable[[Floats, bool], Floats], n: int
) -> Slices:
    """Look along each axis: coarsely one after another, then finely through the common centre."""
    d = len(hypers)
    lower = np.array([hyper.prior.support[0] for hyper in hypers])
    upper = np.array([hyper.prior.support[1] for hyper in hypers])
    start = np.array([hyper.start for hyper in hypers])
    # inside the support, whatever the unit of the outcome
    centre = np.clip(0.4 * start, lower + 1e-3 * np.minimum(start, upper - lower), 0.6 * upper)
    low, high, scale = np.empty(d), np.empty(d), np.empty(d)
    for _ in range(1 if d == 1 else 2):
        for j, hyper in enumerate(hypers):
            low[j], high[j], scale[j] = _window(j, hyper, centre, log_posterior)
            centre[j] = 2 * scale[j]
    nodes, _ = chebyshev(n)
    t = low[:, None] + (high - low)[:, None] * (nodes + 1) / 2
    sigma = np.clip(scale[:, None] * np.sinh(t), lower[:, None], upper[:, None])
    theta = np.tile(centre, (d, n, 1))
    theta[np.arange(d), :, np.arange(d)] = sigma
    values = log_posterior(theta.reshape(d * n, d), False).reshape(d, n)
    return Slices.of(low, high, scale, values)


def _window(
    j: int,
    hyper: Hyper,
    centre: Floats,
    log_posterior: Callable[[Floats, bool], Floats],
) -> tuple[float, float, float]:
    """Find the window of one hyperparameter, going outward until its tail is inside."""
    a, b = hyper.prior.support
    reach = min(hyper.start, 1e4 * hyper.prior.scale, b)
    grid = np.geomspace(max(0.004 * reach, a, 1e-300), min(16 * reach, b), 15)
    values = _along(j, grid, centre, log_posterior)
    for _ in range(10):
        relative = values + np.log(grid)
        relative = np.exp(relative - relative.max())
        if grid[-1] >= b or relative[-1] < 1e-5 * relative.sum():
            break
        more = np.minimum(grid[-1] * 2.0 ** np.arange(1, 5), b)
        more = np.unique(more)
        grid = np.concatenate([grid, more])
        values = np.concatenate([values, _along(j, more, centre, log_posterior)])
    # a well-determined parameter (the residual SD of many participants) peaks between the points
    for _ in range(12):
        top = int(values.argmax())
        near = slice(max(top - 1, 0), top + 2)
        if np.ptp(values[near]) < 2:
            break
        ends = grid[near]
        more = np.setdiff1d(np.geomspace(ends[0], ends[-1], 9), grid)
        grid = np.concatenate([grid, more])
        values = np.concatenate([values, _along(j, more, centre, log_posterior)])
        order = np.argsort(grid)
        grid, values = grid[order], values[order]
    if values.max() < -_FAR:
        raise InferenceError(Fault.PRIORS_TOO_FAR.of(name=hyper.name))
    live = np.flatnonzero(values > values.max() - 60)
    part = slice(max(live[0] - 1, 0), live[-1] + 2)
    # the SD of effects may be 0; a residual SD or a dispersion is only looked at down to a trifle
    floor = a if hyper.is_sd else max(a, 0.25 * float(grid[0]))
    found = windows(grid[None, part], values[None, part], np.array([floor]), np.array([b]))
    low, high, scale = found
    return float(low[0]), float(high[0]), float(scale[0])


def _along(
    j: int, grid: Floats, centre: Floats, log_posterior: Callable[[Floats, bool], Floats]
) -> Floats:
    theta = np.tile(centre, (len(grid), 1))
    theta[:, j] = grid
    return np.maximum(log_posterior(theta, True), -1e290)


def _marginal(
    hyper: Hyper, slices: Slices, j: int, t: Floats, weights: Floats, base: Floats
) -> HyperMarginal:
    """Correct a slice by the ratio that the other hyperparameters' integration reveals."""
    mass = slices.mass[j]
    points, where = np.unique(t, return_inverse=True)
    if len(points) == len(t) and len(slices.mass) > 1:  # a lattice: every point has its own value
        points, where = (
            np.linspace(t.min(), t.max(), 9),
            np.digitize(t, np.linspace(t.min(), t.max(), 10)[1:-1]),
        )
    if len(slices.mass) > 1:
        own = np.bincount(where, weights=base, minlength=len(points))
        ratio = np.bincount(where, weights=weights, minlength=len(points)) / np.maximum(own, 1e-300)
        good = (own > 1e-9) & (ratio > 1e-12)
        middle = float(points[good] @ own[good] / own[good].sum())
        spread = max(
            float(np.sqrt(((points - middle) ** 2)[good] @ own[good] / own[good].sum())), 1e-9
        )
        degree = min(3, int(good.sum()) - 1)
        coefficients = np.polynomial.polynomial.polyfit(
            (points[good] - middle) / spread, np.log(ratio[good]), degree, w=np.sqrt(own[good])
        )
        fine = np.linspace(slices.low[j], slices.high[j], len(mass))
        # beyond the outermost points the correction is held
        at = np.clip(fine, points[good].min(), points[good].max())
        change = np.polynomial.polynomial.polyval((at - middle) / spread, coefficients)
        mass = mass * np.exp(change - change.max())
        mass = mass / mass.sum()
    return HyperMarginal(hyper.name, slices.sigma[j], mass)


def _edge_mass(hypers: tuple[Hyper, ...], slices: Slices) -> float:
    worst = 0.0
    for j, hyper in enumerate(hypers):
        a, b = hyper.prior.support
        ends = 0.0
        if slices.sigma[j, 0] > a + 1e-9 * slices.sigma[j, -1]:
            ends += float(slices.mass[j, :4].sum())
        if slices.sigma[j, -1] < b * (1 - 1e-9):
            ends += float(slices.mass[j, -4:].sum())
        worst = max(worst, ends)
    return worst
