r"""Pareto-smoothed importance sampling: how far importance weights can be trusted.

The largest weights are fitted by a generalised Pareto distribution whose shape :math:`\hat k` tells
how many moments they have: below .5 the central limit theorem holds, up to about .7 the estimates
are usable, beyond that the approximation is too far from the posterior (Vehtari, Simpson, Gelman,
Yao & Gabry 2024, *JMLR* 25:72). The fit is the quasi-Bayesian one of Zhang & Stephens (2009,
*Technometrics* 51:316–325) with the weak prior of the former paper.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.tables import Floats

MAX_SHAPE = 0.7


def smooth(log_weights: Floats) -> tuple[Floats, float]:
    """Return Pareto-smoothed weights that sum to 1, and the shape k̂."""
    lw = log_weights - log_weights.max()
    s = len(lw)
    tail = int(min(0.2 * s, 3 * np.sqrt(s)))
    order = np.argsort(lw)
    cut = lw[order[-tail - 1]]
    largest = order[-tail:]
    excess = np.exp(lw[largest]) - np.exp(cut)
    k = -np.inf
    if tail >= 5 and excess[-1] > 1e-12:
        k, scale = fit_generalised_pareto(excess)
    if k > MAX_SHAPE:
        # quantiles of a tail without a mean would outweigh the draws: hold weights at √S means
        # (Ionides 2008, J Comput Graph Stat 17:295–311)
        lw = np.minimum(lw, np.log(np.exp(lw).mean()) + 0.5 * np.log(s))
    elif np.isfinite(k):
        p = (np.arange(1, tail + 1) - 0.5) / tail
        if abs(k) > 1e-8:
            quantiles = scale * np.expm1(np.minimum(-k * np.log1p(-p), 600.0)) / k
        else:
            quantiles = -scale * np.log1p(-p)
        lw = lw.copy()
        lw[largest] = np.minimum(np.log(np.maximum(quantiles, 0) + np.exp(cut)), 0.0)
    weights = np.exp(lw)
    return weights / weights.sum(), float(k)


def fit_generalised_pareto(excess: Floats) -> tuple[float, float]:
    """Return shape and scale of ascending positive excesses."""
    n = len(excess)
    m = 30 + int(np.sqrt(n))
    quartile = max(float(excess[int(n / 4 + 0.5) - 1]), 1e-300)
    b = 1 - np.sqrt(m / (np.arange(1, m + 1) - 0.5))
    b = b / (3 * quartile) + 1 / excess[-1]
    k = np.log1p(-b[:, None] * excess).mean(axis=1)
    profile = n * (np.log(-b / k) - k - 1)
    weight = np.exp(profile - profile.max())
    b_hat = float((b * weight).sum() / weight.sum())
    shape = float(np.log1p(-b_hat * excess).mean())
    scale = -shape / b_hat
    return (n * shape + 10 * 0.5) / (n + 10), scale
