"""The league table: every arm against every other."""

from __future__ import annotations

import numpy as np

from ligzda.evidence.contrasts import arm_levels
from ligzda.evidence.functionals import levels_of
from ligzda.evidence.posterior import Posterior
from ligzda.evidence.results import League
from ligzda.evidence.tables import Floats


def league_table(posterior: Posterior, weights: Floats) -> League | None:
    """Return all differences on the link scale; None with fewer than three arms."""
    model = posterior.model
    arms, column = arm_levels(model), model.plan.roles.arm
    if column is None or len(arms) < 3:
        return None
    at = levels_of(model, column, list(arms), weights)
    pairs = [(i, j) for i in range(len(arms)) for j in range(i)]
    left, right = [i for i, _ in pairs], [j for _, j in pairs]
    marginals = posterior.marginals(at.take(left) - at.take(right))
    limits = marginals.quantiles(np.array([0.025, 0.975]))
    k = len(arms)
    mean, lower, upper = (np.zeros((k, k)) for _ in range(3))
    mean[left, right], mean[right, left] = marginals.mean, -marginals.mean
    lower[left, right], upper[left, right] = limits[:, 0], limits[:, 1]
    lower[right, left], upper[right, left] = -limits[:, 1], -limits[:, 0]
    return League(arms, mean, lower, upper, model.plan.outcome.link)
