# mypy: allow-untyped-defs, allow-untyped-calls
"""What a compiled conditional says of linear functionals, at the fixed point.

Covariances of effects and linear predictors, the second-order corrections of log Z and of the
covariances as in :mod:`ligzda.evidence.cumulants`, and first to third cumulants of the functionals.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.batch.compiled_arithmetic import row_cubes, row_dot, row_powers
from ligzda.evidence.batch.jit import jit


@jit
def cross(design, w):
    """Cov(x, eta) = R Ã' into w.cross (p, n)."""
    p, n = w.cross.shape
    rows, cross, R, D = w.rows, w.cross, w.R, w.D
    start, column, value = design.start, design.column, design.value
    for i in range(n):
        if design.singleton:
            # column i first lies in a row of w.rows, which is free here, and contiguous
            for j in range(p):
                rows[i, j] = 0.0
            for a in range(start[i], start[i + 1]):
                k, f = column[a], value[a] / D[i]
                for j in range(p):
                    rows[i, j] += R[k, j] * f
        else:
            row = rows[i]
            for j in range(p):
                cross[j, i] = row_dot(R, j, row)
    if design.singleton:
        for j in range(p):
            for i in range(n):
                cross[j, i] = rows[i, j]


@jit
def second_order(design, sigma, v, keep, w):
    """Sum of the second cumulants of orders 3 and 4 for log Z; with ``keep`` w.B = c₃c₃' ∘ Σ²."""
    p, n = w.cross.shape
    B, cross, rows, c3, c4, D = w.B, w.cross, w.rows, w.c3, w.c4, w.D
    start, column, value = design.start, design.column, design.value
    slope, group, group_start = design.slope, design.group, design.group_start
    third, fourth = 0.0, 0.0
    for i in range(n):
        to = i if keep else 0
        for j in range(i):
            B[to, j] = 0.0
        if design.singleton:
            for a in range(start[i], start[i + 1]):
                k, f = column[a], value[a] / D[i]
                for j in range(i):
                    B[to, j] += f * cross[k, j]
        else:
            for k in range(p):
                f = rows[i, k]
                for j in range(i):
                    B[to, j] += f * cross[k, j]
            h = group[i]
            for j in range(group_start[h], i):
                B[to, j] += slope[i] * slope[j] * sigma * sigma / D[h]
        s3, s4 = row_powers(c3, c4, B, to, i)
        third += c3[i] * (2 * s3 + c3[i] * v[i] ** 3)
        fourth += c4[i] * (2 * s4 + c4[i] * v[i] ** 4)
        if keep:
            for j in range(i):
                B[i, j] *= B[i, j] * c3[j] * c3[i]
            B[i, i] = v[i] * v[i] * c3[i] * c3[i]
    return third / 12, fourth / 48


@jit
def add_bubble(w):
    """R += ½ T (c₃c₃' ∘ Σ²) T' with T = Cov(x, eta)."""
    p, n = w.cross.shape
    B, R, cross, total = w.B, w.R, w.cross, w.sums
    for i in range(n):
        for j in range(i):
            B[j, i] = B[i, j]
    for a in range(p):
        for j in range(n):
            total[j] = 0.0
        for i in range(n):
            f = cross[a, i]
            for j in range(n):
                total[j] += f * B[i, j]
        for b in range(a + 1):
            R[a, b] += 0.5 * row_dot(cross, b, total)
            R[b, a] = R[a, b]


@jit
def functionals(design, gx, gb, joint, sigma, skewed, bubble, mean, variance, covariance, third, w):
    """Mean, variance, third cumulant of gx'x + gb'b; covariances of the first ``joint``.

    With ``bubble`` w.R and w.B hold the second-order correction.
    """
    q, p = gx.shape
    n = w.cross.shape[1]
    groups = gb.shape[1]
    x, beta, W, D, C, R, B, T = w.x, w.beta, w.W, w.D, w.C, w.R, w.B, w.T
    cross, c3, slope = w.cross, w.c3, design.slope
    g, used = np.empty((q, p)), np.empty((q, p), dtype=np.uint32)  # coefficients, those not 0
    count = np.empty(q, dtype=np.int64)
    part, own = np.empty(p), np.empty(n)
    for a in range(q):
        m = 0.0
        noise = 0.0
        for j in range(p):
            g[a, j] = gx[a, j]
        for i in range(n):
            T[a, i] = 0.0
        for h in range(groups):
            f = gb[a, h]
            if f != 0.0:
                m += f * sigma * beta[h]
                noise += f * f * sigma * sigma / D[h]
                if design.singleton:
                    T[a, h] += f * sigma * sigma / D[h] * slope[h]
                    own_f = f * sigma * sigma * slope[h] * W[h] / D[h]
                    for b in range(design.start[h], design.start[h + 1]):
                        g[a, design.column[b]] -= own_f * design.value[b]
                else:
                    for i in range(design.group_start[h], design.group_start[h + 1]):
                        T[a, i] += f * sigma * sigma / D[h] * slope[i]
                    for j in range(p):
                        g[a, j] -= f * sigma / D[h] * C[h, j]
        if bubble and groups:
            for i in range(n):
                own[i] = T[a, i]
        size = 0
        for j in range(p):
            m += gx[a, j] * x[j]
            if g[a, j] != 0.0:
                used[a, size] = j
                size += 1
        s = 0.0
        for c in range(size):
            j = used[a, c]
            f = g[a, j]
            for d in range(size):
                s += f * R[j, used[a, d]] * g[a, used[a, d]]
            if skewed:
                for i in range(n):
                    T[a, i] += f * cross[j, i]
        if bubble and groups:  # w.R has the part of x
            for i in range(n):
                if own[i] != 0.0:
                    s += 0.5 * own[i] * (2 * row_dot(B, i, T[a]) - row_dot(B, i, own))
        count[a], mean[a], variance[a] = size, m, s + noise
        third[a] = row_cubes(c3, T, a) if skewed else 0.0
    for a in range(joint):
        for k in range(p):
            part[k] = 0.0
        for c in range(count[a]):
            j, f = used[a, c], g[a, used[a, c]]
            for k in range(p):
                part[k] += f * R[j, k]
        for b in range(a):
            s = 0.0
            for d in range(count[b]):
                s += part[used[b, d]] * g[b, used[b, d]]
            for h in range(groups):
                s += gb[a, h] * gb[b, h] * sigma * sigma / D[h]
            covariance[a, b] = s
            covariance[b, a] = s
        covariance[a, a] = variance[a]
