"""Integration over hyperparameters that depend on each other, where slices along axes do not fit.

Two random terms that compete for the same variation (sites and cells, where a cell is all that a
site has) leave a ridge: the product of slices through one point is not close to the posterior. Then
the design is found by adaptive multiple importance sampling (Cornuet et al. 2012, as in
:mod:`ligzda.evidence.refine`) over the logarithms of the hyperparameters; the conditionals at every
point are the same corrected Gaussians.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.conditional import Problem, solve
from ligzda.evidence.hyper import HyperMarginal, HyperPosterior, log_prior
from ligzda.evidence.priors import Hyper
from ligzda.evidence.proposals import StudentT
from ligzda.evidence.tables import Floats

ROUNDS = 6
POINTS = 300
ENOUGH = 700
FINAL = 2000
SEED = 20_261


def integrate_dependent(
    problem: Problem, hypers: tuple[Hyper, ...], first: HyperPosterior
) -> tuple[HyperPosterior, float]:
    """Return a design of weighted draws of the hyperparameters, and their effective number.

    ``first`` is what the product of slices gave; its moments start the search. The draws that are
    returned did not adapt the proposal; deterministic.
    """
    rng = np.random.default_rng(SEED)
    start = np.log(np.maximum(first.theta, 1e-8))
    d = start.shape[1]
    proposals = [StudentT.fitted(start, first.weights, widen=3.0, least=0.7)]
    eta = np.concatenate([part.eta for part in first.parts])[int(first.weights.argmax())]
    u = np.zeros((0, d))
    target = np.zeros(0)
    weights = np.zeros(0)

    def log_target(fresh: Floats) -> Floats:
        theta = np.exp(fresh)
        stated = log_prior(hypers, theta) + fresh.sum(axis=1)
        inside = np.isfinite(stated)
        value = np.full(len(fresh), -np.inf)
        if inside.any():
            parts = solve(problem, theta[inside], start=eta)
            value[inside] = np.concatenate([part.log_z for part in parts]) + stated[inside]
        return value

    for _ in range(ROUNDS):
        fresh = proposals[-1].draws(POINTS, rng)
        value = log_target(fresh)
        u, target = np.concatenate([u, fresh]), np.concatenate([target, value])
        density = np.logaddexp.reduce([proposal.log_density(u) for proposal in proposals])
        log_weights = target - density
        weights = np.exp(log_weights - log_weights.max())
        weights /= weights.sum()
        if 1 / (weights**2).sum() > ENOUGH:
            break
        proposals.append(StudentT.fitted(u, weights, widen=1.3, least=0.05))
    last = StudentT.fitted(u, weights, widen=1.3, least=0.05)
    u = last.draws(FINAL, rng)
    log_weights = log_target(u) - last.log_density(u)
    weights = np.exp(log_weights - log_weights.max())
    weights /= weights.sum()
    kept = np.flatnonzero(weights > 1e-5 * weights.max())
    theta, weights = np.exp(u[kept]), weights[kept] / weights[kept].sum()
    parts = solve(problem, theta, start=eta, covariances=True)
    effective = float(1 / (weights**2).sum())
    marginals = draws_as_marginals(hypers, theta, weights)
    return HyperPosterior(weights, theta, parts, marginals, 0.0, 1.0, 0.0), effective


def draws_as_marginals(
    hypers: tuple[Hyper, ...], theta: Floats, weights: Floats
) -> tuple[HyperMarginal, ...]:
    """Return the marginals of weighted draws of the hyperparameters."""
    result = []
    for j, hyper in enumerate(hypers):
        order = np.argsort(theta[:, j])
        result.append(HyperMarginal(hyper.name, theta[order, j], weights[order]))
    return tuple(result)
