# mypy: allow-untyped-defs, allow-untyped-calls
"""Compiled twins of :mod:`ligzda.evidence.batch.summary`; see there for what they compute."""

from __future__ import annotations

import math

import numpy as np

from ligzda.evidence.batch.compiled_arithmetic import dot, exp_bounded
from ligzda.evidence.batch.jit import jit, reduction

BINS = 512


@jit
def _phi(z, half_square):
    """Φ(z), given exp(−z²/2): Abramowitz & Stegun 26.2.17, error below 8e-8."""
    t = 1.0 / (1.0 + 0.2316419 * abs(z))
    c = 1.781477937 + t * (-1.821255978 + t * 1.330274429)
    tail = half_square / 2.5066282746310002 * t * (0.319381530 + t * (-0.356563782 + t * c))
    return 1.0 - tail if z >= 0 else tail


@reduction
def _cdf(t, weight, mean, sd, a):
    """Distribution function and density of a mixture of skewed normals at t."""
    total, density = 0.0, 0.0
    for k in range(weight.shape[0]):
        y = (t - mean[k]) / sd[k] + a[k]
        root = math.sqrt(max(1 + 4 * a[k] * y, 1e-6))
        z = 2 * y / (1 + root)
        e = exp_bounded(-0.5 * z * z)
        total += weight[k] * _phi(z, e)
        density += weight[k] * e / (sd[k] * root)
    return total, density / 2.5066282746310002


@jit
def marginals(weights, mean, variance, third, normal, probabilities, thresholds, out, below):
    """Quantiles (B, q, n) by two Newton steps from Cornish–Fisher; P(≤ threshold) (B, q, r)."""
    tables, points, q = mean.shape
    for b in range(tables):
        weight = weights[b]
        m, s, a = mean[b].copy().T.copy(), variance[b].T.copy(), third[b].T.copy()
        for f in range(q):
            mf, sf, af = m[f], s[f], a[f]
            m1 = 0.0
            for k in range(points):
                sf[k] = math.sqrt(sf[k])
                skew = min(max(af[k] / sf[k] ** 3, -1.4), 1.4)
                sf[k] /= math.sqrt(1 + skew * skew / 18)
                af[k] = skew / 6
                m1 += weight[k] * mf[k]
            m2, m3, m4 = 0.0, 0.0, 0.0
            for k in range(points):
                d = mf[k] - m1
                v = sf[k] * sf[k] * (1 + 2 * af[k] * af[k])
                c = 6 * af[k] * sf[k] ** 3
                m2 += weight[k] * (v + d * d)
                m3 += weight[k] * (c + 3 * d * v + d**3)
                m4 += weight[k] * (3 * v * v + 4 * d * c + 6 * d * d * v + d**4)
            sd = math.sqrt(max(m2, 1e-300))
            g1, g2 = m3 / sd**3, m4 / (sd**4) - 3
            for i in range(probabilities.shape[0]):
                z = normal[i]
                x = z + g1 * (z * z - 1) / 6 + g2 * (z**3 - 3 * z) / 24
                x -= g1 * g1 * (2 * z**3 - 5 * z) / 36
                t = m1 + sd * x
                for _ in range(2):
                    total, density = _cdf(t, weight, mf, sf, af)
                    step = (total - probabilities[i]) / max(density, 1e-3 / sd)
                    t -= min(max(step, -0.4 * sd), 0.4 * sd)
                out[b, f, i] = t
            for i in range(thresholds.shape[1]):
                below[b, f, i] = _cdf(thresholds[f, i], weight, mf, sf, af)[0]


@reduction
def _product(weights, one, mean_of_one, two, mean_of_two):
    """Sum of w (x − mean) (y − mean)."""
    s = 0.0
    for i in range(one.shape[0]):
        s += weights[i] * (one[i] - mean_of_one) * (two[i] - mean_of_two)
    return s


@reduction
def _shortfall(weights, best, values, sign):
    """Sum of w (best − x)."""
    s = 0.0
    for i in range(values.shape[0]):
        s += weights[i] * (best[i] - sign * values[i])
    return s


@reduction
def _range(weights, values):
    """Smallest and largest value that has weight."""
    low, high = values[0], values[0]
    for i in range(values.shape[0]):
        used = weights[i] != 0.0
        low = values[i] if used and values[i] < low else low
        high = values[i] if used and values[i] > high else high
    return low, high


@reduction
def _share_above(weights, values, sign, mid):
    """Sum of the weights of values from ``mid`` on."""
    s = 0.0
    for i in range(values.shape[0]):
        s += weights[i] if sign * values[i] >= mid else 0.0
    return s


@jit
def _describe(values, weights, probabilities, bins, out):
    """Mean, SD and quantiles of draws with weights of sum 1, the quantiles from a histogram."""
    mean = dot(weights, values)
    out[0], out[1] = mean, math.sqrt(max(_product(weights, values, mean, values, mean), 0.0))
    low, high = _range(weights, values)
    width = max(high - low, 1e-300) / BINS
    rate = 1.0 / width
    bins[:] = 0.0
    for i in range(values.shape[0]):
        if weights[i] != 0.0:
            bins[min(int((values[i] - low) * rate), BINS - 1)] += weights[i]
    k, below = 0, 0.0
    for q in range(probabilities.shape[0]):
        while k < BINS - 1 and below + bins[k] < probabilities[q]:
            below += bins[k]
            k += 1
        part = (probabilities[q] - below) / bins[k] if bins[k] > 0 else 0.5
        out[2 + q] = low + width * (k + min(max(part, 0.0), 1.0))


@jit
def _factor(covariance, third, L, s, a):
    """Cholesky factor in units of the SDs s, and a = skewness/6, of one design point.

    Where there are more functionals than effects the covariance is singular. A pivot that is 0 but
    for rounding has a column of 0: divided by its root, the rounding would grow from row to row.
    """
    size = s.shape[0]
    for i in range(size):
        s[i] = math.sqrt(covariance[i, i])
        a[i] = min(max(third[i] / s[i] ** 3, -1.4), 1.4) / 6
    for i in range(size):
        for j in range(i + 1):
            t = covariance[i, j] / (s[i] * s[j])
            for r in range(j):
                t -= L[i, r] * L[j, r]
            if i == j:
                L[i, i] = math.sqrt(t) if t > 1e-10 else 0.0
            else:
                L[i, j] = t / L[j, j] if L[j, j] > 0.0 else 0.0


@jit
def _block(mean, L, s, a, normals, low, high, x):
    """Joint draws low … high − 1 of one design point into the columns of x (size, draws)."""
    for i in range(s.shape[0]):
        row = x[i][low:high]
        row[:] = 0.0
        for j in range(i + 1):
            f, z = L[i, j], normals[j][low:high]
            for n in range(row.shape[0]):
                row[n] += f * z[n]
        shrink = s[i] / math.sqrt(1 + 2 * a[i] * a[i])
        for n in range(row.shape[0]):
            u = row[n]
            row[n] = mean[i] + shrink * (u + a[i] * (u * u - 1))


@jit
def _odds_against(values, out):
    """exp(−x), held between e⁻⁴⁰ and e⁴⁰."""
    for n in range(values.shape[0]):
        out[n] = exp_bounded(-values[n])


@jit
def _population(against, place, share, factor, out):
    """Logistic means over the population's rows: of 1 / (1 + e⁻ˣ e⁻ʸ), e⁻ʸ the ``factor``."""
    out[:] = 0.0
    for r in range(place.shape[0]):
        row, f = against[place[r]], share[r]
        for n in range(out.shape[0]):
            out[n] += f / (1.0 + row[n] * factor[n])


@jit
def ranks(
    weights, mean, covariance, third, normals, sign, place, additive, share, pairs, mids,
    probabilities, matrix, regret, above, level, out, link, slope,
):  # fmt: skip
    """Rank matrix (B, A, A), regret, means (B, A), P(> MID) (B, C).

    In ``out`` mean, SD and quantiles of the differences, in ``link`` those of the draws of the
    contrasts on the link scale, in ``slope`` the regression of the former on the latter.

    ``normals`` is (dimension, draws).
    """
    tables, points, size = mean.shape
    arms, draws, rows = matrix.shape[1], normals.shape[1], place.shape[1]
    L, s, a = np.zeros((size, size)), np.empty(size), np.empty(size)
    x, means, best = np.empty((size, draws)), np.empty((arms, draws)), np.empty(draws)
    effect, better = np.zeros((arms, draws)), np.empty(draws)
    values, drawn = np.empty(draws), np.empty(draws)
    against, alone = np.empty((size, draws)), np.ones(draws)
    bins = np.empty(BINS)
    for b in range(tables):
        total, cumulative, used, done = 0.0, 0.0, 0.0, 0
        for k in range(points):
            total += abs(weights[b, k])
        drawn[:] = 0.0
        for k in range(points):
            cumulative += abs(weights[b, k]) / total
            end = min(draws, math.floor(cumulative * draws + 0.5))
            if end <= done:
                continue
            _factor(covariance[b, k], third[b, k], L, s, a)
            _block(mean[b, k], L, s, a, normals, done, end, x)
            for n in range(done, end):
                # each draw stands for its share of the point's own, signed, weight
                drawn[n] = weights[b, k] / (end - done)
            used += weights[b, k]
            done = end
        for n in range(draws):
            drawn[n] /= used
        for i in range(1, arms):
            effect[i] = x[i - 1]
        if rows > 0:
            for i in range(size):
                _odds_against(x[i], against[i])
        for i in range(arms):
            better[:] = 0.0
            for j in range(arms):
                if j < i:
                    for n in range(draws):
                        better[n] += 1.0 if sign * effect[j, n] >= sign * effect[i, n] else 0.0
                elif j > i:
                    for n in range(draws):
                        better[n] += 1.0 if sign * effect[j, n] > sign * effect[i, n] else 0.0
            for n in range(draws):
                matrix[b, i, int(better[n])] += drawn[n]
            if rows > 0:
                factor = against[i - 1] if additive and i else alone
                _population(against, place[i], share[b, i], factor, means[i])
            else:
                means[i] = effect[i]
        best[:] = sign * means[0]
        for i in range(1, arms):
            for n in range(draws):
                best[n] = max(best[n], sign * means[i, n])
        for i in range(arms):
            level[b, i] = dot(drawn, means[i])
            regret[b, i] = _shortfall(drawn, best, means[i], sign)
        for c in range(pairs.shape[0]):
            one, two = means[pairs[c, 0]], means[pairs[c, 1]]
            for n in range(draws):
                values[n] = one[n] - two[n]
            above[b, c] = _share_above(drawn, values, sign, mids[c])
            _describe(values, drawn, probabilities, bins, out[b, c])
            plus, minus = effect[pairs[c, 0]], effect[pairs[c, 1]]
            for n in range(draws):
                best[n] = plus[n] - minus[n]
            _describe(best, drawn, probabilities, bins, link[b, c])
            centre = link[b, c, 0]
            both = _product(drawn, best, centre, values, out[b, c, 0])
            slope[b, c] = both / _product(drawn, best, centre, best, centre)
