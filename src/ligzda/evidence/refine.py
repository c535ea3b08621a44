r"""Where the Gaussian is not good enough: adaptive quadrature with importance sampling.

The target is the exact joint density of x and the hyperparameters, with the eliminated term
integrated out group by group (:mod:`ligzda.evidence.group_integrals`). It is sampled by
adaptive multiple importance sampling (Cornuet, Marin, Mira & Robert 2012, *Scand J Stat*
39:798–812): a multivariate t is fitted to the weighted draws of the rounds before. The first
proposal comes from the importance sample that found the Gaussian wanting. What is returned are
draws of the last proposal, which they did not adapt: their effective number is an honest one.

Given a draw, the groups' effects are independent; their conditional means, variances and third
moments (those of groups with one-sided data are skewed) come from the same quadrature.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.conditional import Problem
from ligzda.evidence.group_integrals import Groups, integrate_groups
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
    """Weighted draws of (θ, x), and mean, variance and third moment (S, G) of b given each."""

    theta: Floats
    x: Floats
    b_mean: Floats
    b_variance: Floats
    b_third: Floats
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
    weights = np.ones(0)
    for _ in range(ROUNDS):
        u = proposals[-1].draws(n, rng)
        points.append(u)
        targets.append(_log_target(problem, hypers, u, d)[0])
        every = np.concatenate(points)
        density = np.logaddexp.reduce([proposal.log_density(every) for proposal in proposals])
        weights, _ = smooth(np.concatenate(targets) - density)
        proposals.append(StudentT.fitted(every, weights, widen=1.2))
        if 1 / (weights**2).sum() > min(ENOUGH, 1.2 * n):
            break
    last = proposals[-1]
    u = last.draws(2 * n, rng)
    value, moments = _log_target(problem, hypers, u, d)
    weights, k = smooth(value - last.log_density(u))
    return RefinedSample(np.exp(u[:, :d]), u[:, d:], *moments, weights, k)


def reweighted(problem: Problem, checked: WeightedSample) -> RefinedSample:
    """Return a weighted sample of the nested Gaussian, with the exact groups given each draw."""
    _, sigma = problem.scales(checked.theta)
    _, groups = integrate_groups(problem, checked.theta, checked.x, sigma)
    return RefinedSample(checked.theta, checked.x, *groups, checked.weights, checked.pareto_k)


def _log_target(
    problem: Problem, hypers: tuple[Hyper, ...], u: Floats, d: int
) -> tuple[Floats, Groups]:
    """Return the log density at u = (log θ, x), and the moments of b given u."""
    theta, x = np.exp(u[:, :d]), u[:, d:]
    S, sigma = problem.scales(theta)
    level, groups = integrate_groups(problem, theta, x, sigma)
    value = level - 0.5 * ((x / S) ** 2).sum(axis=1) - np.log(S).sum(axis=1)
    value = value + log_prior(hypers, theta) + u[:, :d].sum(axis=1)
    return np.where(np.isfinite(value), value, -1e290), groups


def _unconstrained(theta: Floats, x: Floats) -> Floats:
    return np.concatenate([np.log(np.maximum(theta, 1e-12)), x], axis=1)
