r"""Importance sampling of the approximation, with the largest random term integrated out.

Given x and the hyperparameters the groups of the eliminated term are independent, so

.. math:: p(y | x, \theta) = \prod_g \int \prod_{i \in g} e^{\ell_i(a_i' x + c_i b)}\,
          N(b; 0, \sigma^2)\, db

is a product of one-dimensional integrals, done by adaptive Gauss–Hermite quadrature (Pinheiro &
Bates 1995, *J Comput Graph Stat* 4:12–35) centred on b given x. The weights
:math:`p(y | x, \theta)\, p(x | \theta) / (Z(\theta)\, q_\theta(x))` then measure the error of the
conditionals and of :math:`Z` together, without that of sampling the many effects b.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import lgamma

import numpy as np

from ligzda.evidence.conditional import Conditional, Problem
from ligzda.evidence.cumulants import square_root
from ligzda.evidence.families import gauss_hermite
from ligzda.evidence.group_integrals import integrate_groups, is_wide
from ligzda.evidence.hyper import HyperPosterior
from ligzda.evidence.pareto import smooth
from ligzda.evidence.proposals import DEGREES, StudentT
from ligzda.evidence.tables import Floats, Ints

_WORK = 2e7
_MOST_COEFFICIENTS, _MOST_CELLS = 8, 60
_EVEN, _SEED, _WIDEN = 256, 8, 1.2
_FEW, _TOGETHER = 3, 200  # draws of a point, and draws of such points at a time


@dataclass(frozen=True, eq=False)
class WeightedSample:
    """Draws of (θ, x) from the approximation with smoothed weights towards the exact posterior.

    ``x`` are deviations from the prior mean; ``log_weights`` are raw, normalised so that their
    exponentials average 1 where the approximation is exact.
    """

    theta: Floats
    x: Floats
    weights: Floats
    log_weights: Floats
    pareto_k: float

    @property
    def ess_fraction(self) -> float:
        """Effective draws per draw (Kong 1992): 1 / (S Σ w²)."""
        return float(1 / (len(self.weights) * (self.weights**2).sum()))


def collapsed_log_likelihood(
    problem: Problem,
    theta: Floats,
    x: Floats,
    centre: Floats,
    variance: Floats,
    nodes: int = 15,
) -> Floats:
    """Return log p(y | x, θ) with b integrated out; all arrays have a leading axis of draws.

    ``centre`` and ``variance`` (S, G) say where the quadrature looks for b given x.
    """
    s, family = problem.structure, problem.family
    parameters = problem.parameter_values(theta)
    base = problem.offset + x @ s.A.T
    _, sigma = problem.scales(theta)
    if s.n_groups == 0:
        total: Floats = family.pointwise(base, problem.data, parameters, 0, 0)[0].sum(axis=1)
        return total
    z, weight = gauss_hermite(nodes)
    sd = np.sqrt(variance)
    safe = np.maximum(sigma, 1e-12)
    parts = []
    for node in z:
        b = centre + sd * node
        level = family.pointwise(base + s.slope * s.per_cell(b), problem.data, parameters, 0, 0)[0]
        parts.append(s.per_group(level) - 0.5 * (b / safe) ** 2 + 0.5 * node**2)
    stack = np.stack(parts)
    top = stack.max(axis=0)
    inner = np.log(np.tensordot(weight, np.exp(stack - top), axes=1)) + top
    return np.asarray((inner + np.log(np.maximum(sd, 1e-300) / safe)).sum(axis=1))


def sample(
    problem: Problem, hyper: HyperPosterior, n: int, rng: np.random.Generator
) -> WeightedSample:
    """Draw from the approximation and weigh; ``n`` is lowered where the table is large."""
    s = problem.structure
    nodes = 15 if s.singleton else 21
    n = int(np.clip(max(_WORK, n * 4e3) / (len(s.group) * nodes), 300, n))
    ends = np.floor(np.concatenate([[0.0], np.cumsum(hyper.weights)]) * n + rng.random())
    counts = np.diff(ends).astype(np.intp)
    theta, x, log_weights = [], [], []
    low = 0
    for part in hyper.parts:
        own = counts[low : low + len(part.theta)]
        for points in _in_turn(own):
            xs, lw = _weigh(problem, part, points, nodes, rng)
            x.append(xs)
            log_weights.append(lw)
            theta.append(part.theta[points])
        low += len(part.theta)
    lw = np.concatenate(log_weights)
    weights, k_hat = smooth(lw)
    return WeightedSample(np.concatenate(theta), np.concatenate(x), weights, lw, k_hat)


def _in_turn(counts: Ints) -> Iterator[Ints]:
    """Give the design points (n,) to draw from, one a draw; those of few draws are taken together.

    A sampled design has a draw or two a point, and a loop over them would be most of the time.
    """
    few = counts <= _FEW
    for k in np.flatnonzero(~few):
        yield np.full(counts[k], k)
    together = np.repeat(np.flatnonzero(few), counts[few])
    for low in range(0, len(together), _TOGETHER):
        yield together[low : low + _TOGETHER]


def _weigh(
    problem: Problem, part: Conditional, points: Ints, nodes: int, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Draw x at each of these points, and weigh."""
    precision = part.precision
    each, place = np.unique(points, return_inverse=True)
    covariance = precision.covariance_x[each]
    if part.bubble is not None:
        covariance = covariance + part.bubble[each]
    root = square_root(covariance)
    eps = rng.standard_normal((len(points), covariance.shape[1]))
    dx = (root[place] @ eps[:, :, None])[:, :, 0] if len(each) > 1 else eps @ root[0].T
    x = part.x[points] + dx
    log_p = _log_joint(problem, part, points, dx, nodes)
    # of what has no spread at all the density is no density
    live = precision.S[each] > 0
    d = np.sqrt(np.where(live, np.diagonal(covariance, axis1=1, axis2=2), 1.0))
    both = live[:, :, None] & live[:, None, :]
    unit = np.where(both, covariance / d[:, :, None] / d[:, None, :], np.eye(d.shape[1]))
    log_det = np.linalg.slogdet(unit)[1] + 2 * np.log(d).sum(axis=1)
    log_q = -0.5 * (eps**2).sum(axis=1) - 0.5 * log_det[place]
    return x, log_p - log_q - part.log_z[points]


def _log_joint(problem: Problem, part: Conditional, points: Ints, dx: Floats, nodes: int) -> Floats:
    """Return log p(y, x̂ + dx | θ) of draws dx (n, p) at design points (n,), but for the constant

    of p normals.
    """
    x, theta = part.x[points] + dx, part.theta[points]
    sigma = problem.scales(theta)[1]
    wide = is_wide(problem, sigma)
    log_p = np.empty(len(x))
    if wide.any():
        log_p[wide] = integrate_groups(problem, theta[wide], x[wide], sigma[wide])[0]
    if not wide.all():
        near = ~wide
        where = conditional_groups(part, points[near], dx[near])
        log_p[near] = collapsed_log_likelihood(problem, theta[near], x[near], *where, nodes)
    S = part.precision.S[points]
    safe = np.where(S > 0, S, 1.0)
    return np.asarray(log_p - 0.5 * ((x / safe) ** 2).sum(axis=1) - np.log(safe).sum(axis=1))


def is_small(problem: Problem) -> bool:
    """Whether a table is small enough to integrate over x anew at every design point."""
    n, p = problem.structure.A.shape
    return bool(0 < p <= _MOST_COEFFICIENTS and n <= _MOST_CELLS)


def exact_evidence(problem: Problem, part: Conditional) -> Floats:
    """Return log Z (M,) by importance sampling of x at every design point.

    The same evenly spread draws of a t distribution about the Gaussian serve all points, so what is
    left of their noise is smooth in the hyperparameters.
    """
    p = part.x.shape[1]
    proposal = StudentT(np.zeros(p), np.eye(p))
    z = proposal.even_draws(_EVEN, np.random.default_rng(_SEED))
    half = 0.5 * DEGREES
    log_q = -(half + 0.5 * p) * np.log1p((z**2).sum(axis=1) / DEGREES)
    log_q += lgamma(half + 0.5 * p) - lgamma(half) - 0.5 * p * np.log(half)
    nodes = 15 if problem.structure.singleton else 21
    found = np.empty(len(part.x))
    for k in range(len(found)):
        root = square_root(part.precision.covariance_x[k] * _WIDEN)
        log_w = _log_joint(problem, part, np.full(len(z), k), z @ root.T, nodes) - log_q
        top = log_w.max()
        found[k] = np.log(np.exp(log_w - top).mean()) + top + np.linalg.slogdet(root)[1]
    return found


def conditional_groups(part: Conditional, points: Ints, dx: Floats) -> tuple[Floats, Floats]:
    """Return the approximate mean and variance of b given x̂ + dx (n, p) at design points (n,)."""
    precision = part.precision
    if precision.structure.n_groups == 0:
        return np.zeros((len(dx), 1)), np.ones((1, 1))
    if (points == points[0]).all():
        moved = dx @ precision.slopes[points[0]].T
    else:
        moved = (precision.slopes[points] @ dx[:, :, None])[:, :, 0]
    return part.b[points] - moved, precision.residual[points]
