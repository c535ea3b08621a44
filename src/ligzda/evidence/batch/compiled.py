# mypy: allow-untyped-defs, allow-untyped-calls
r"""The conditionals of :mod:`ligzda.evidence.conditional`, compiled: one problem after another.

The same mathematics as ``conditional.solve`` (which stays the reference: the tests hold the two
together), arranged for speed. For each (table, hyperparameters) problem the variational fixed point
is reached by iterating the pair :math:`(\eta, v)`, the mean and variance of every linear predictor:

.. math:: g = E_q[\ell'],\; W = -E_q[\ell''] \;\to\; H(W) \;\to\;
          x = H^{-1} A'(g + W(\eta - o)) \;\to\;
          \eta = o + A x + c b,\; v = \mathrm{diag}(A H^{-1} A').

Rows of the design are sparse (a cell meets one level of each term), so H is assembled and
:math:`v` read off with a few operations a cell; the dense work is one factorisation of the size of
``x``. Loops are written so that LLVM can use vector instructions; the functions they share are in
:mod:`ligzda.evidence.batch.compiled_arithmetic`.

Importing this module imports Numba (ADR 0016); machine code is cached on disk by Numba.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from ligzda.evidence.batch.compiled_arithmetic import (
    dot,
    exp_bounded,
    invert,
    largest,
    log1p_unit,
    log_of_product,
    row_cubes,
    row_dot,
    row_powers,
)
from ligzda.evidence.batch.jit import jit
from ligzda.evidence.families import gauss_hermite
from ligzda.evidence.tables import Floats

BINOMIAL, NORMAL_KNOWN, NORMAL = 0, 1, 2
_FLOOR = 1e-300  # smallest weight, as in conditional
_X5, _W5 = gauss_hermite(5)
_X13, _W13 = gauss_hermite(13)
_X31, _W31 = gauss_hermite(31)


class Design(NamedTuple):
    """Rows of A in compressed form (``start``, ``column``, ``value``) and the eliminated term."""

    family: int
    start: Any
    column: Any
    value: Any
    group: Any
    group_start: Any
    singleton: bool
    slope: Any
    offset: Any
    owner: Any
    group_owner: int
    parameter_owner: int


class Scratch(NamedTuple):
    """Memory of one thread, used again for every problem."""

    z: Any
    x: Any
    beta: Any
    g: Any
    W: Any
    D: Any
    C: Any
    H: Any
    inverse: Any
    R: Any
    rhs: Any
    scale: Any
    rows: Any
    cross: Any
    B: Any
    T: Any
    c3: Any
    c4: Any
    root: Any
    sums: Any


def scratch(design: Design, n: int, p: int, q: int, bubble: bool) -> Scratch:
    """Allocate the memory for problems of n cells, p coefficients, q functionals."""
    groups = n if design.singleton else len(design.group_start) - 1
    e = np.empty
    return Scratch(
        e(p), e(p), e(groups), e(n), e(n), e(groups), e((1 if design.singleton else groups, p)),
        e((p, p)), e((p, p)), e((p, p)), e(p), e(p), e((n, p)), e((p, n)),
        e((n if bubble else 1, n)), e((q, n)), e(n), e(n), e(n), e(n),
    )  # fmt: skip


@jit
def _weights(family, eta, v, d1, d2, phi, nodes, weights, w):
    """First derivative g and weight W of every cell, expected under N(eta, v)."""
    n = eta.shape[0]
    g, W, root = w.g, w.W, w.root
    if family == BINOMIAL:
        for i in range(n):
            g[i] = 0.0
            W[i] = 0.0
            root[i] = math.sqrt(v[i])
        for k in range(nodes.shape[0]):
            node, weight = nodes[k], weights[k]
            for i in range(n):
                t = eta[i] + root[i] * node
                e = exp_bounded(-abs(t))
                r = 1.0 / (1.0 + e)
                g[i] += weight * (r if t >= 0 else e * r)
                W[i] += weight * e * r * r
        for i in range(n):
            g[i] = d1[i] - d2[i] * g[i]
            W[i] = max(d2[i] * W[i], _FLOOR)
    else:
        for i in range(n):
            W[i] = 1 / (d2[i] * d2[i]) if family == NORMAL_KNOWN else d2[i] / (phi * phi)
            g[i] = W[i] * (d1[i] - eta[i])


@jit
def _levels(family, eta, v, d1, d2, d3, phi, nodes, weights, w):
    """Sum of expected log-likelihoods; expected third and fourth derivatives of every cell."""
    n = eta.shape[0]
    c3, c4, level, root = w.c3, w.c4, w.sums, w.root
    total = 0.0
    for i in range(n):
        c3[i] = 0.0
        c4[i] = 0.0
        level[i] = 0.0
    if family == BINOMIAL:
        for i in range(n):
            root[i] = math.sqrt(v[i])
        for k in range(nodes.shape[0]):
            node, weight = nodes[k], weights[k]
            for i in range(n):
                t = eta[i] + root[i] * node
                e = exp_bounded(-abs(t))
                r = 1.0 / (1.0 + e)
                p = r if t >= 0 else e * r
                h = e * r * r
                level[i] += weight * (max(t, 0.0) + log1p_unit(e))
                c3[i] += weight * h * (1 - 2 * p)
                c4[i] += weight * h * (1 - 6 * h)
        for i in range(n):
            total += d1[i] * eta[i] - d2[i] * level[i]
            c3[i] *= -d2[i]
            c4[i] *= -d2[i]
        return total
    for i in range(n):
        off = d1[i] - eta[i]
        if family == NORMAL_KNOWN:
            precision = 1 / (d2[i] * d2[i])
            total += 0.5 * math.log(precision)
        else:
            precision = d2[i] / (phi * phi)
            total -= d2[i] * math.log(phi) + 0.5 * d3[i] / (phi * phi)
        total -= 0.5 * precision * (off * off + v[i])
    return total


@jit
def _assemble(design, eta, S, sigma, w):
    """D, C, the Schur complement H_z and the right-hand side, for the weights in w.g and w.W."""
    n, p = eta.shape[0], S.shape[0]
    D, H, rhs, C, beta, g, W = w.D, w.H, w.rhs, w.C, w.beta, w.g, w.W
    start, column, value = design.start, design.column, design.value
    slope, offset, group = design.slope, design.offset, design.group
    for j in range(p):
        rhs[j] = 0.0
        for k in range(j + 1):
            H[j, k] = 0.0
    if not design.singleton:
        for h in range(D.shape[0]):
            D[h] = 1.0
            beta[h] = 0.0
            for j in range(p):
                C[h, j] = 0.0
    for i in range(n):
        cs = slope[i] * sigma
        r = g[i] + W[i] * (eta[i] - offset[i])
        V = W[i]
        if design.singleton:
            D[i] = 1 + cs * cs * V
            beta[i] = cs * r
            left = 1 / D[i]
            V *= left
            r *= left
        else:
            h = group[i]
            D[h] += cs * cs * V
            beta[h] += cs * r
        for a in range(start[i], start[i + 1]):
            j, va = column[a], value[a]
            rhs[j] += va * r
            if not design.singleton:
                C[h, j] += cs * V * va
            for b in range(start[i], a + 1):
                H[j, column[b]] += V * va * value[b]
    if not design.singleton:
        for h in range(D.shape[0]):
            for j in range(p):
                f = C[h, j] / D[h]
                if f != 0.0:
                    rhs[j] -= f * beta[h]
                    for k in range(j + 1):
                        H[j, k] -= f * C[h, k]
    for j in range(p):
        rhs[j] *= S[j]
        for k in range(j + 1):
            H[j, k] *= S[j] * S[k]
        H[j, j] += 1.0


@jit
def _update(design, S, sigma, eta, v, damping, w):
    """Solve for the effects; move (eta, v) to their new values; return the squared move in SDs."""
    n, p = eta.shape[0], S.shape[0]
    x, z, beta, W, D, R, C = w.x, w.z, w.beta, w.W, w.D, w.R, w.C
    inverse, rhs, rows = w.inverse, w.rhs, w.rows
    start, column, value = design.start, design.column, design.value
    slope, offset, group = design.slope, design.offset, design.group
    for j in range(p):
        for k in range(p):
            R[j, k] = inverse[j, k] * S[j] * S[k]
        z[j] = row_dot(inverse, j, rhs)
        x[j] = z[j] * S[j]
    if not design.singleton:
        for h in range(D.shape[0]):
            s = beta[h]
            for j in range(p):
                s -= C[h, j] * x[j]
            beta[h] = s / D[h]
    moved = 0.0
    for i in range(n):
        cs = slope[i] * sigma
        m = 0.0
        variance = 0.0
        if design.singleton:
            for a in range(start[i], start[i + 1]):
                j, va = column[a], value[a]
                m += va * x[j]
                for b in range(start[i], a):
                    variance += 2 * va * value[b] * R[j, column[b]]
                variance += va * va * R[j, j]
            left = 1 / D[i]
            beta[i] = (beta[i] - cs * W[i] * m) * left
            e = offset[i] + m + cs * beta[i]
            variance = (variance * left + cs * cs) * left
        else:
            h = group[i]
            f = cs / D[h]
            for j in range(p):
                rows[i, j] = -f * C[h, j]
            for a in range(start[i], start[i + 1]):
                rows[i, column[a]] += value[a]
                m += value[a] * x[column[a]]
            row = rows[i]
            for j in range(p):
                variance += row[j] * row_dot(R, j, row)
            e = offset[i] + m + cs * beta[h]
            variance += cs * cs / D[h]
        moved = max(moved, max((e - eta[i]) ** 2, 0.3 * abs(variance - v[i])) / variance)
        step = e - eta[i]
        if design.family == BINOMIAL:
            # a wild first step (separated cells) is cut; at the fixed point this changes nothing
            step = min(max(step, -4.0), 4.0)
        eta[i] += damping * step
        v[i] += damping * (variance - v[i])
    return moved


@jit
def _slope_of_evidence(design, d1, d2, d3, phi, sigma, eta, v, gradient, information, w):
    r"""∂ELBO/∂log θ (by the envelope theorem) and the Fisher information of log θ, diagonal.

    For the SD of a block: Σ (ẑ² + Var z − 1), and 2 ‖I − Var z‖² (Frobenius).
    """
    p, n = w.x.shape[0], eta.shape[0]
    z, beta, inverse, W, D, C, R = w.z, w.beta, w.inverse, w.W, w.D, w.C, w.R
    owner, slope = design.owner, design.slope
    for k in range(gradient.shape[0]):
        gradient[k] = 0.0
        information[k] = 0.0
    for j in range(p):
        o = owner[j]
        if o >= 0:
            gradient[o] += z[j] * z[j] + inverse[j, j] - 1.0
            for k in range(p):
                if owner[k] == o:
                    t = (1.0 if j == k else 0.0) - inverse[j, k]
                    information[o] += 2 * t * t
    o = design.group_owner
    if o >= 0:
        for h in range(D.shape[0]):
            variance = 1 / D[h]
            if design.singleton:
                cs = slope[h] * sigma
                variance += (cs * W[h]) ** 2 * (v[h] - cs * cs / D[h])
            else:
                s, row = 0.0, C[h]
                for j in range(p):
                    s += row_dot(R, j, row) * row[j]
                variance += s / (D[h] * D[h])
            gradient[o] += beta[h] * beta[h] + variance - 1.0
            information[o] += 2 * (1 - variance) ** 2
    o = design.parameter_owner
    if o >= 0:
        for i in range(n):
            square = d3[i] + d2[i] * ((d1[i] - eta[i]) ** 2 + v[i])
            gradient[o] += square / (phi * phi) - d2[i]
            information[o] += 2 * d2[i]


@jit
def _cross(design, w):
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
def _second_order(design, sigma, v, keep, w):
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
def _add_bubble(w):
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
def _functionals(
    design, gx, gb, joint, sigma, skewed, bubble, mean, variance, covariance, third, w
):
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


@jit
def solve_many(
    design, d1, d2, d3, which, S, sigma, phi, eta, v, gx, gb, joint, full, bubble, worth, tolerance,
    w, rows, log_z, correction, gradient, information, mean, variance, covariance, third, steps,
):  # fmt: skip
    """Solve problems 0 … M−1; eta and v are starts on entry and the answer on return.

    The answer to problem m goes to row ``rows[m]``. Without ``full`` only log Z (uncorrected),
    gradient and information are made. ``steps`` is 0 where the fixed point was not reached.
    """
    for m in range(S.shape[0]):
        y1, y2, y3 = d1[which[m]], d2[which[m]], d3[which[m]]
        to = rows[m]
        steps[to] = 0
        log_determinant = 0.0
        widest = 0.0
        for step in range(120):
            widest = largest(v[m])
            if widest < 0.15:
                _weights(design.family, eta[m], v[m], y1, y2, phi[m], _X5, _W5, w)
            elif widest < 2:
                _weights(design.family, eta[m], v[m], y1, y2, phi[m], _X13, _W13, w)
            else:
                _weights(design.family, eta[m], v[m], y1, y2, phi[m], _X31, _W31, w)
            _assemble(design, eta[m], S[m], sigma[m], w)
            log_determinant = invert(w.H, w.inverse, w.scale, w.x)
            moved = _update(
                design, S[m], sigma[m], eta[m], v[m], 1.0 if step < 12 else 0.5, w
            )  # fmt: skip
            if moved < tolerance or (design.family != BINOMIAL and moved < 1e-12):
                steps[to] = step + 1
                break
        if widest < 0.15:
            value = _levels(design.family, eta[m], v[m], y1, y2, y3, phi[m], _X5, _W5, w)
        elif widest < 2:
            value = _levels(design.family, eta[m], v[m], y1, y2, y3, phi[m], _X13, _W13, w)
        else:
            value = _levels(design.family, eta[m], v[m], y1, y2, y3, phi[m], _X31, _W31, w)
        value -= 0.5 * log_determinant
        value += 0.5 * (dot(w.W, v[m]) - dot(w.z, w.z))
        value -= 0.5 * (dot(w.beta, w.beta) + log_of_product(w.D))
        _slope_of_evidence(
            design, y1, y2, y3, phi[m], sigma[m], eta[m], v[m], gradient[to], information[to], w
        )
        correction[to] = 0.0
        if full:
            skewed, corrected = design.family == BINOMIAL, False
            if skewed or gx.shape[0]:
                _cross(design, w)
            if skewed:
                k3, k4 = _second_order(design, sigma[m], v[m], False, w)
                correction[to] = k3 + k4
                corrected = bubble and k3 > worth
                if corrected:
                    _second_order(design, sigma[m], v[m], True, w)
                    _add_bubble(w)
            _functionals(
                design, gx, gb, joint, sigma[m], skewed, corrected,
                mean[to], variance[to], covariance[to], third[to], w,
            )  # fmt: skip
        log_z[to] = value + correction[to]


def start_of(y: Floats, n: Floats) -> Floats:
    """Return the empirical logits that iterations begin from."""
    start: Floats = np.log((y + 0.5) / (n - y + 0.5))
    return start
