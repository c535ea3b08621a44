r"""From conditionals and weights to what is reported, for many tables at once.

Marginals of linear functionals are mixtures of skewed normals,
:math:`\psi = m_k + s_k (z + a_k (z^2 - 1))`, as in :class:`ligzda.evidence.posterior.Mixture`;
their quantiles are found by Newton's method from the Cornish–Fisher expansion of the mixture's
moments.

Ranks and means over the population need joint values. They come from a fixed quasi-random set of
normals (a scrambled Sobol sequence), shared among the design points in proportion to their
weights, so they are the same for the same table wherever and beside whatever it is fitted; a draw
carries the sign of its point's weight. Moments and limits of differences of means are corrected
with the contrasts on the link scale as control variates: there the exact values are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ligzda.evidence.batch.shape import Panel
from ligzda.evidence.families import Family, Parameters
from ligzda.evidence.gaussian import normal_cdf, normal_quantile
from ligzda.evidence.tables import Floats, Ints

PROBABILITIES = np.array([0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975])
DRAWS = 1024


@dataclass(frozen=True, eq=False)
class Marginals:
    """Means, SDs (B, q), quantiles (B, q, 7) and P(≤ threshold) (B, q, r)."""

    mean: Floats
    sd: Floats
    quantiles: Floats
    below: Floats


@dataclass(frozen=True, eq=False)
class Ranking:
    """Rank matrix (B, A, A), regret and population mean of every arm (B, A); for the contrasts
    mean, SD (B, C), quantiles (B, C, 7) and P(≥ MID) (B, C) of differences of population means.
    """

    matrix: Floats
    regret: Floats
    level: Floats
    mean: Floats
    sd: Floats
    quantiles: Floats
    above: Floats


@cache
def normals(dimension: int) -> Floats:
    """Return DRAWS × dimension quasi-random standard normals."""
    from scipy.stats import qmc  # half a second to import, and wanted here only

    points = qmc.Sobol(dimension, scramble=True, rng=np.random.default_rng(20260101)).random(DRAWS)
    z = normal_quantile(points)
    z -= z.mean(axis=0)
    result: Floats = z / z.std(axis=0)
    return result


def marginals(
    weights: Floats,
    mean: Floats,
    variance: Floats,
    third: Floats,
    thresholds: Floats,
    compiled: bool,
) -> Marginals:
    """Summarise mixtures: weights (B, K); mean, variance, third (B, K, q); thresholds (q, r)."""
    overall = (weights[:, None, :] @ mean)[:, 0]
    spread = variance + (mean - overall[:, None]) ** 2
    sd = np.sqrt(np.maximum((weights[:, None, :] @ spread)[:, 0], 1e-300))
    tables, _, q = mean.shape
    if compiled:
        from ligzda.evidence.batch import compiled_summary

        quantiles = np.empty((tables, q, len(PROBABILITIES)))
        below = np.empty((tables, q, thresholds.shape[1]))
        compiled_summary.marginals(
            weights, mean, variance, third, normal_quantile(PROBABILITIES), PROBABILITIES,
            thresholds, quantiles, below,
        )  # fmt: skip
        return Marginals(overall, sd, quantiles, below)
    skew = np.clip(third / variance**1.5, -1.4, 1.4)
    base = np.sqrt(variance / (1 + skew**2 / 18))
    a = skew / 6

    def cdf(t: Floats) -> tuple[Floats, Floats]:
        y = (t[:, None] - mean) / base + a
        root = np.sqrt(np.maximum(1 + 4 * a * y, 1e-6))
        z = 2 * y / (1 + root)
        density = np.exp(-0.5 * z**2) / (base * root) / np.sqrt(2 * np.pi)
        return (weights[:, None, :] @ normal_cdf(z))[:, 0], (weights[:, None, :] @ density)[:, 0]

    d = mean - overall[:, None]
    central = [third + 3 * d * variance + d**3]
    central.append(3 * variance**2 + 4 * d * third + 6 * d**2 * variance + d**4)
    m3, m4 = ((weights[:, None, :] @ c)[:, 0] for c in central)
    columns = []
    for p in PROBABILITIES:
        t = overall + sd * cornish_fisher(m3 / sd**3, m4 / sd**4 - 3, p)
        for _ in range(2):
            total, density = cdf(t)
            step = (total - p) / np.maximum(density, 1e-3 / sd)
            t = t - np.clip(step, -0.4 * sd, 0.4 * sd)
        columns.append(t)
    shares = [
        cdf(np.broadcast_to(thresholds[:, i], overall.shape))[0] for i in range(thresholds.shape[1])
    ]
    return Marginals(overall, sd, np.stack(columns, axis=2), np.stack(shares, axis=2))


def cornish_fisher(skewness: Floats, kurtosis: Floats, probability: float) -> Floats:
    """Return the standardised quantile by Cornish & Fisher (1938) to the fourth moment."""
    z = float(normal_quantile(np.array(probability)))
    x = z + skewness * (z * z - 1) / 6 + kurtosis * (z**3 - 3 * z) / 24
    result: Floats = x - skewness**2 * (2 * z**3 - 5 * z) / 36
    return result


def rank(
    panel: Panel,
    weights: Floats,
    theta: Floats,
    mean: Floats,
    covariance: Floats,
    third: Floats,
    share: Floats,
    exact: Floats,
    family: Family,
    parameters: dict[str, int],
    compiled: bool,
) -> Ranking:
    """Rank the arms of a panel from its joint functionals: mean (B, K, J), covariance (…, J, J).

    ``share`` (B, A, R) are the population's weights on the panel's rows; ``exact`` (B, C, 9) mean,
    SD and quantiles of the contrasts on the link scale.
    """
    tables, arms, pairs = len(weights), len(panel.levels), panel.pairs
    matrix, regret = np.zeros((tables, arms, arms)), np.zeros((tables, arms))
    above = np.zeros((tables, len(pairs)))
    out = np.zeros((tables, len(pairs), 2 + len(PROBABILITIES)))
    link, slope = np.zeros_like(out), np.zeros((tables, len(pairs)))
    level = np.zeros((tables, arms))
    covariance = np.ascontiguousarray(covariance)
    base = np.ascontiguousarray(normals(mean.shape[2]).T)
    if compiled and (not panel.place.shape[1] or family.logistic_mean):
        from ligzda.evidence.batch import compiled_summary

        compiled_summary.ranks(
            weights, np.ascontiguousarray(mean), covariance, np.ascontiguousarray(third),
            base, panel.sign, panel.place, panel.additive, share, pairs,
            panel.mids, PROBABILITIES, matrix, regret, above, level, out,
            link, slope,
        )  # fmt: skip
    else:
        for b in range(tables):
            values, point, w = _draws(weights[b], mean[b], covariance[b], third[b])
            effect = panel.sign * np.concatenate(
                [np.zeros((len(values), 1)), values[:, : arms - 1]], axis=1
            )
            order = np.argsort(np.argsort(-effect, axis=1, kind="stable"), axis=1)
            for i in range(arms):
                matrix[b, i] = np.bincount(order[:, i], weights=w, minlength=arms)
            means = effect
            if panel.place.shape[1]:
                given: Parameters = {
                    name: theta[b, point][:, [j]] for name, j in parameters.items()
                }
                means = np.empty((len(values), arms))
                for i in range(arms):
                    eta = values[:, panel.place[i]]
                    if panel.additive:
                        eta = eta + panel.sign * effect[:, [i]]
                    means[:, i] = panel.sign * (family.mean(eta, given) @ share[b, i])
            regret[b] = w @ (means.max(axis=1, keepdims=True) - means)
            level[b] = panel.sign * (w @ means)
            difference = means[:, pairs[:, 0]] - means[:, pairs[:, 1]]
            above[b] = w @ (difference >= panel.mids)
            contrast = panel.sign * (effect[:, pairs[:, 0]] - effect[:, pairs[:, 1]])
            for c in range(len(pairs)):
                d, e = panel.sign * difference[:, c], contrast[:, c]
                out[b, c], link[b, c] = _describe(d, w), _describe(e, w)
                centred = e - link[b, c, 0]
                slope[b, c] = (w * centred) @ (d - out[b, c, 0]) / (w @ centred**2)
    out += np.maximum(slope, 0)[:, :, None] * (exact - link)
    return Ranking(
        np.clip(matrix, 0, 1), regret, level, out[:, :, 0], out[:, :, 1], out[:, :, 2:],
        np.clip(above, 0, 1),
    )  # fmt: skip


def _describe(values: Floats, weights: Floats) -> Floats:
    """Mean, SD and quantiles of weighted draws, the quantiles from a fine histogram."""
    mean = float(weights @ values)
    sd = float(np.sqrt(np.maximum(weights @ (values - mean) ** 2, 0.0)))
    low, bins = float(np.min(values)), 512
    width = max(float(np.ptp(values)), 1e-300) / bins
    place = np.minimum(((values - low) / width).astype(np.intp), bins - 1)
    mass = np.bincount(place, weights=weights, minlength=bins)
    cdf = np.maximum.accumulate(np.cumsum(mass))
    k = np.minimum(np.searchsorted(cdf, PROBABILITIES), bins - 1)
    part = (PROBABILITIES - cdf[k] + mass[k]) / np.where(mass[k] > 0, mass[k], 1.0)
    at = low + width * (k + np.where(mass[k] > 0, np.clip(part, 0, 1), 0.5))
    return np.concatenate([[mean, sd], at])


def _draws(
    weights: Floats, mean: Floats, covariance: Floats, third: Floats
) -> tuple[Floats, Ints, Floats]:
    """Values (DRAWS, J), the design point of every draw, and its signed weight."""
    share = np.cumsum(np.abs(weights)) / np.abs(weights).sum()
    ends = np.minimum(DRAWS, np.floor(share * DRAWS + 0.5).astype(np.intp))
    point = np.searchsorted(ends, np.arange(DRAWS), side="right")
    size = mean.shape[1]
    z, values = normals(size), np.empty((DRAWS, size))
    for k in np.unique(point):
        rows = point == k
        variance = np.diagonal(covariance[k])
        L = np.linalg.cholesky(covariance[k] + 1e-12 * np.diag(variance))
        s = np.sqrt(variance)
        a = np.clip(third[k] / s**3, -1.4, 1.4) / 6
        u = z[rows] @ L.T / s
        values[rows] = mean[k] + s / np.sqrt(1 + 2 * a**2) * (u + a * (u**2 - 1))
    counts = np.bincount(point, minlength=len(weights))
    signed = weights[point] / counts[point]
    return values, point, signed / signed.sum()
