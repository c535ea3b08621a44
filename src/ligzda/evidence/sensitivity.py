r"""How much the headlines rest on the priors: power-scaling sensitivity.

The prior (or the likelihood) is raised to a power :math:`\alpha` near 1 and the draws are weighted
by :math:`p^{\alpha - 1}`. The cumulative Jensen–Shannon distance between the posterior and the
perturbed one, per doubling of :math:`\alpha`, is the sensitivity; above .05 it matters
(Kallioinen, Paananen, Bürkner & Vehtari 2024, *Statistics and Computing* 34:57). What is scaled as
prior are the densities that the plan states: of the coefficients and of the hyperparameters, not
the normal distribution of random effects given their SD, which is part of the model.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.codes import Verdict
from ligzda.evidence.contrasts import planned_contrasts
from ligzda.evidence.functionals import levels_of
from ligzda.evidence.hyper import log_prior
from ligzda.evidence.model import Model
from ligzda.evidence.pooled import asks_for_average, average_effect
from ligzda.evidence.posterior import Draws
from ligzda.evidence.priors import Hyper
from ligzda.evidence.results import Sensitivity
from ligzda.evidence.tables import Floats

THRESHOLD = 0.05
ALPHA = 1.01


def power_scaling(model: Model, draws: Draws, weights: Floats) -> tuple[Sensitivity, ...]:
    """Return the sensitivity of the headlines and of every hyperparameter."""
    prior = _log_stated_prior(model, draws)
    likelihood = _log_likelihood(model, draws)
    quantities: list[tuple[str, Floats]] = []
    for contrast in planned_contrasts(model):
        at = levels_of(model, contrast.column, [contrast.level, contrast.versus], weights)
        values = draws.functional(at)
        quantities.append((contrast.name, values[:, 0] - values[:, 1]))
    if asks_for_average(model.plan):
        values = draws.functional(average_effect(model))[:, 0]
        quantities.append((model.plan.outcome.name, values))
    stated = _stated(model)
    quantities += [(hyper.name, draws.theta[:, j]) for j, hyper in enumerate(stated)]
    result = []
    for name, values in quantities:
        by_prior, by_likelihood = (_sensitivity(values, log_p) for log_p in (prior, likelihood))
        verdict = Verdict.NONE
        if by_prior >= THRESHOLD:
            conflict = by_likelihood >= THRESHOLD
            verdict = Verdict.CONFLICT if conflict else Verdict.STRONG
        result.append(Sensitivity(name, by_prior, by_likelihood, verdict))
    return tuple(result)


def _sensitivity(values: Floats, log_p: Floats) -> float:
    distances = [_distance(values, (alpha - 1) * log_p) for alpha in (ALPHA, 1 / ALPHA)]
    return float(np.mean(distances) / np.log2(ALPHA))


def _distance(values: Floats, log_weights: Floats) -> float:
    weights = np.exp(log_weights - log_weights.max())
    weights /= weights.sum()
    return max(
        cumulative_jensen_shannon(values, weights), cumulative_jensen_shannon(-values, weights)
    )


def cumulative_jensen_shannon(values: Floats, weights: Floats) -> float:
    """Return the normalised distance between equally weighted draws and weighted ones.

    0 where they agree, at most 1 (Nguyen & Vreeken 2015; Kallioinen et al., equation 7).
    """
    order = np.argsort(values, kind="stable")
    width = np.diff(values[order])
    p = (np.arange(1, len(values)) / len(values)).astype(np.float64)
    q = np.minimum(np.cumsum(weights[order])[:-1], 1.0)
    middle = 0.5 * (p + q)
    total = _part(width, p, middle) + _part(width, q, middle)
    bound = float(width @ (p + q))
    return float(np.sqrt(max(total, 0.0) / bound)) if bound > 0 else 0.0


def _part(width: Floats, p: Floats, middle: Floats) -> float:
    entropy = p * (np.log2(np.maximum(p, 1e-300)) - np.log2(np.maximum(middle, 1e-300)))
    return float(width @ entropy + 0.5 / np.log(2) * (width @ (2 * (middle - p))))


def _log_stated_prior(model: Model, draws: Draws) -> Floats:
    fixed = model.owner < 0
    z = (draws.x[:, fixed] - model.prior_mean[fixed]) / model.multiplier[fixed]
    coefficients: Floats = 0.5 * (z**2).sum(axis=1)
    return log_prior(_stated(model), draws.theta) - coefficients


def _stated(model: Model) -> tuple[Hyper, ...]:
    """Return the hyperparameters that the plan has a prior of: the first of the model's."""
    return tuple(hyper for hyper in model.hypers if hyper.around < 0)


def _log_likelihood(model: Model, draws: Draws) -> Floats:
    problem = model.problem()
    eta = draws.x @ model.A.T
    if model.n_groups:
        eta = eta + model.slope * draws.b[:, model.group]
    parameters = problem.parameter_values(draws.theta)
    level: Floats = model.family.pointwise(eta, model.data, parameters, 0, 0)[0].sum(axis=1)
    return level
