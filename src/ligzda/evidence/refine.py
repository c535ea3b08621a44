r"""Where the Gaussian is not good enough: adaptive quadrature with importance sampling.

The target is the exact joint density of x and the hyperparameters, with the eliminated term
integrated out by adaptive Gauss–Hermite quadrature around each group's own mode. It is sampled by
adaptive multiple importance sampling (Cornuet, Marin, Mira & Robert 2012, *Scand J Stat*
39:798–812): a multivariate t is fitted to the weighted draws of the round before, and the draws of
all rounds are weighed against the mixture of all proposals. The first proposal comes from the
importance sample that found the Gaussian wanting.

Given a draw, the groups' effects are independent; their conditional means and variances come from
the same quadrature.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.conditional import Problem
from ligzda.evidence.families import gauss_hermite
from ligzda.evidence.hyper import HyperMarginal, HyperPosterior, log_prior
from ligzda.evidence.importance import WeightedSample
from ligzda.evidence.pareto import smooth
from ligzda.evidence.priors import Hyper
from ligzda.evidence.proposals import StudentT
from ligzda.evidence.tables import Floats

ROUNDS = 4
ENOUGH = 8000
_WORK = 6e7


@dataclass(frozen=True, eq=False)
class RefinedSample:
    """Weighted draws of (θ, x), and mean and variance (S, G) of b given each."""

    theta: Floats
    x: Floats
    b_mean: Floats
    b_variance: Floats
    weights: Floats
    pareto_k: float

    @property
    def ess(self) -> float:
        """Effective number of draws."""
        return float(1 / (self.weights**2).sum())

    def as_hyper(self, hypers: tuple[Hyper, ...]) -> HyperPosterior:
        """Return the hyperparameters' weighted draws in the form of a design."""
        marginals = []
        for j, hyper in enumerate(hypers):
            order = np.argsort(self.theta[:, j])
            marginals.append(HyperMarginal(hyper.name, self.theta[order, j], self.weights[order]))
        return HyperPosterior(self.weights, self.theta, [], tuple(marginals), 0.0, 1.0, 0.0)


def refine(
    problem: Problem, hypers: tuple[Hyper, ...], first: WeightedSample, rng: np.random.Generator
) -> RefinedSample:
    """Sample the exact posterior, starting from a weighted sample of the approximation."""
    s = problem.structure
    d = first.theta.shape[1]
    n = int(np.clip(_WORK / (len(s.group) * 26), 800, 16_000))
    # the approximation's moments are safer than those of few effective draws: average the two;
    # its design may have missed the width of the hyperparameters: begin no narrower than 15 %
    share = 0.5 * first.weights + 0.5 / len(first.weights)
    start = _unconstrained(first.theta, first.x)
    least = np.where(np.arange(start.shape[1]) < d, 0.15, 0.0)
    proposals = [StudentT.fitted(start, share, widen=1.2, least=least)]
    points: list[Floats] = []
    targets: list[Floats] = []
    groups: list[tuple[Floats, Floats]] = []
    weights, k = np.ones(0), np.inf
    for _ in range(ROUNDS):
        u = proposals[-1].draws(n, rng)
        value, b_mean, b_variance = _log_target(problem, hypers, u, d)
        points.append(u)
        targets.append(value)
        groups.append((b_mean, b_variance))
        every = np.concatenate(points)
        density = np.logaddexp.reduce([proposal.log_density(every) for proposal in proposals])
        weights, k = smooth(np.concatenate(targets) - density)
        if 1 / (weights**2).sum() > min(ENOUGH, 1.2 * n):
            break
        proposals.append(StudentT.fitted(every, weights, widen=1.2))
    every = np.concatenate(points)
    return RefinedSample(
        np.exp(every[:, :d]), every[:, d:],
        np.concatenate([g[0] for g in groups]), np.concatenate([g[1] for g in groups]),
        weights, k,
    )  # fmt: skip


def reweighted(problem: Problem, checked: WeightedSample) -> RefinedSample:
    """Return a weighted sample of the nested Gaussian, with the exact groups given each draw."""
    _, sigma = problem.scales(checked.theta)
    _, b_mean, b_variance = integrate_groups(problem, checked.theta, checked.x, sigma)
    return RefinedSample(
        checked.theta, checked.x, b_mean, b_variance, checked.weights, checked.pareto_k
    )


def _log_target(
    problem: Problem, hypers: tuple[Hyper, ...], u: Floats, d: int
) -> tuple[Floats, Floats, Floats]:
    """Return the log density at u = (log θ, x), and mean and variance of b given u."""
    theta, x = np.exp(u[:, :d]), u[:, d:]
    S, sigma = problem.scales(theta)
    level, mean, variance = integrate_groups(problem, theta, x, sigma)
    value = level - 0.5 * ((x / S) ** 2).sum(axis=1) - np.log(S).sum(axis=1)
    value = value + log_prior(hypers, theta) + u[:, :d].sum(axis=1)
    return np.where(np.isfinite(value), value, -1e290), mean, variance


def integrate_groups(
    problem: Problem, theta: Floats, x: Floats, sigma: Floats, nodes: int = 21
) -> tuple[Floats, Floats, Floats]:
    """Return log p(y | x, θ) (S,), and mean and variance (S, G) of b given x, θ and the data."""
    s, family = problem.structure, problem.family
    parameters = problem.parameter_values(theta)
    base = problem.offset + x @ s.A.T
    if s.n_groups == 0:
        level = family.pointwise(base, problem.data, parameters, 0, 0)[0].sum(axis=1)
        none = np.zeros((len(x), 0))
        return np.asarray(level), none, none
    prior = np.maximum(sigma, 1e-9)[:, None] ** -2
    b = np.zeros((len(x), s.n_groups))
    curvature = np.broadcast_to(prior, b.shape)
    for _ in range(6):
        eta = base + s.slope * s.per_cell(b)
        g, h = family.pointwise(eta, problem.data, parameters, 1, 2)
        curvature = s.per_group(-h * s.slope**2) + prior
        step = (s.per_group(g * s.slope) - b * prior) / curvature
        b = b + np.clip(step, -2, 2)
    # around the mode first, then around the mean and SD that this gives: groups with one-sided
    # data are skewed (Rabe-Hesketh, Skrondal & Pickles 2005, J Econometrics 128:301–323)
    sd = curvature**-0.5
    for n in (11, nodes):
        z, weight = gauss_hermite(n)
        values = np.empty((n, *b.shape))
        for i, node in enumerate(z):
            at = b + sd * node
            eta = base + s.slope * s.per_cell(at)
            level = family.pointwise(eta, problem.data, parameters, 0, 0)[0]
            values[i] = s.per_group(level) - 0.5 * at**2 * prior + 0.5 * node**2
        top = values.max(axis=0)
        share = np.exp(values - top) * weight[:, None, None]
        total = share.sum(axis=0)
        log_integral = np.log(total) + top + np.log(sd)
        first = np.tensordot(z, share, axes=1) / total
        variance = np.tensordot(z**2, share, axes=1) / total - first**2
        b, sd = b + sd * first, sd * np.sqrt(np.maximum(variance, 1e-12))
    return (log_integral + 0.5 * np.log(prior)).sum(axis=1), b, sd**2


def _unconstrained(theta: Floats, x: Floats) -> Floats:
    return np.concatenate([np.log(np.maximum(theta, 1e-12)), x], axis=1)
