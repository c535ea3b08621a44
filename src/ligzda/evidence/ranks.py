"""Ranks of the arms from joint draws: rank matrix, P(best), SUCRA, expected regret."""

from __future__ import annotations

import numpy as np

from ligzda.evidence.contrasts import arm_levels, good_sign, standardise
from ligzda.evidence.functionals import levels_of
from ligzda.evidence.model import Model
from ligzda.evidence.posterior import Draws
from ligzda.evidence.results import Ranks
from ligzda.evidence.tables import Floats


def rank_arms(
    model: Model, draws: Draws, few: Draws, weights: Floats, share: Floats | None = None
) -> Ranks | None:
    """Rank the arms by their average effect; None with fewer than three arms.

    ``few`` are the draws for the regret, which needs means over the population; ``share`` are the
    weights of the draws where they are not equal.
    """
    arms = arm_levels(model)
    column = model.plan.roles.arm
    if column is None or len(arms) < 3:
        return None
    effects = draws.functional(levels_of(model, column, list(arms), weights))
    matrix = rank_matrix(good_sign(model.plan) * effects, share)
    ranks = np.arange(1, len(arms) + 1)
    mean_rank = matrix @ ranks
    cumulative = np.cumsum(matrix, axis=1)
    if model.plan.outcome.link == "identity":
        means = good_sign(model.plan) * effects
    else:
        means = good_sign(model.plan) * standardise(model, few, column, arms, weights).means
    loss = means.max(axis=1, keepdims=True) - means
    regret = (
        loss.mean(axis=0)
        if share is None or len(share) != len(loss)
        else share @ loss / share.sum()
    )
    return Ranks(
        labels=arms,
        matrix=matrix,
        p_best=matrix[:, 0],
        sucra=(len(arms) - mean_rank) / (len(arms) - 1),
        mean_rank=mean_rank,
        rank_lower=ranks[np.argmax(cumulative >= 0.025, axis=1)].astype(np.float64),
        rank_upper=ranks[np.argmax(cumulative >= 0.975 - 1e-12, axis=1)].astype(np.float64),
        expected_regret=regret,
        direction=model.plan.outcome.better,
    )


def rank_matrix(values: Floats, share: Floats | None = None) -> Floats:
    """Return P(arm has rank r), rows arms, columns ranks, 1 = largest value; ``values`` (n, arms).

    Rows and columns sum to 1: in every draw the ranks are a permutation.
    """
    n, k = values.shape
    order = np.argsort(-values, axis=1, kind="stable")
    weights = np.full(n, 1 / n) if share is None else share / share.sum()
    flat = (order * k + np.arange(k)).ravel()
    total: Floats = np.bincount(flat, weights=np.repeat(weights, k), minlength=k * k).astype(float)
    return total.reshape(k, k)
