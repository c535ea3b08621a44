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
from ligzda.evidence.tables import Floats

_WORK = 2e7
_MOST_COEFFICIENTS, _MOST_CELLS = 8, 60
_EVEN, _SEED, _WIDEN = 256, 8, 1.2


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
        size = len(part.theta)
        for k in np.flatnonzero(counts[low : low + size]):
            xs, lw = _weigh(problem, part, int(k), int(counts[low + k]), nodes, rng)
            x.append(xs)
            log_weights.append(lw)
            theta.append(np.repeat(part.theta[[k]], len(xs), axis=0))
        low += size
    lw = np.concatenate(log_weights)
    weights, k_hat = smooth(lw)
    return WeightedSample(np.concatenate(theta), np.concatenate(x), weights, lw, k_hat)


def _weigh(
    problem: Problem, part: Conditional, k: int, n: int, nodes: int, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    precision = part.precision
    covariance = precision.covariance_x[k]
    if part.bubble is not None:
        covariance = covariance + part.bubble[k]
    root = square_root(covariance)
    eps = rng.standard_normal((n, len(root)))
    dx = eps @ root.T
    x = part.x[k] + dx
    log_p = _log_joint(problem, part, k, dx, nodes)
    live = precision.S[k] > 0
    _, log_det = np.linalg.slogdet(_unit(covariance[np.ix_(live, live)]))
    log_det += np.log(np.diag(covariance)[live]).sum()
    log_q = -0.5 * (eps**2).sum(axis=1) - 0.5 * log_det
    return x, log_p - log_q - part.log_z[k]


def _log_joint(problem: Problem, part: Conditional, k: int, dx: Floats, nodes: int) -> Floats:
    """Return log p(y, x̂ + dx | θ) at design point k, but for the constant of p normals."""
    x = part.x[k] + dx
    theta = np.repeat(part.theta[[k]], len(x), axis=0)
    sigma = problem.scales(theta)[1]
    if is_wide(problem, sigma).any():
        log_p = integrate_groups(problem, theta, x, sigma)[0]
    else:
        centre, variance = conditional_groups(part, k, dx)
        log_p = collapsed_log_likelihood(problem, theta, x, centre, variance, nodes)
    S = part.precision.S[k]
    live = S > 0
    log_p -= 0.5 * ((x[:, live] / S[live]) ** 2).sum(axis=1) + np.log(S[live]).sum()
    return log_p


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
        log_w = _log_joint(problem, part, k, z @ root.T, nodes) - log_q
        top = log_w.max()
        found[k] = np.log(np.exp(log_w - top).mean()) + top + np.linalg.slogdet(root)[1]
    return found


def conditional_groups(part: Conditional, k: int, dx: Floats) -> tuple[Floats, Floats]:
    """Return the approximate mean and variance of b given x̂ + dx at design point k."""
    if part.precision.structure.n_groups == 0:
        return np.zeros((len(dx), 1)), np.ones((1, 1))
    centre = part.b[k] - dx @ part.precision.slopes[k].T
    return centre, np.broadcast_to(part.precision.residual[k], centre.shape)


def _unit(covariance: Floats) -> Floats:
    d = np.sqrt(np.diag(covariance))
    unit: Floats = covariance / d[:, None] / d
    return unit
