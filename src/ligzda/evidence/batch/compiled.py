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
``x``. Loops are written so that LLVM can use vector instructions: the exponential is a short
polynomial raised to the 256th power, without branches or library calls.

Importing this module imports Numba (ADR 0016); machine code is cached on disk by Numba.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

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
    L: Any
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
        e((p, p)), e((p, p)), e((p, p)), e((p, p)), e(p), e(p), e((n, p)), e((p, n)),
        e((n if bubble else 1, n)), e((q, n)), e(n), e(n), e(n), e(n),
    )  # fmt: skip


@jit
def exp_negative(a: float) -> float:
    """exp(a) for a ≤ 0 to 1e-13: Taylor's polynomial at a/256, squared eight times."""
    a = max(a, -40.0) * (1.0 / 256.0)
    r = 1.0 + a * (1.0 + a * (1 / 2 + a * (1 / 6 + a * (1 / 24 + a * (1 / 120 + a * (1 / 720))))))
    r = r * r
    r = r * r
    r = r * r
    r = r * r
    r = r * r
    r = r * r
    r = r * r
    return r * r


@jit
def log1p_unit(e: float) -> float:
    """log(1 + e) for 0 ≤ e ≤ 1: 2 artanh(e / (2 + e)) by its series, to 1e-14."""
    s = e / (2.0 + e)
    t = s * s
    r = 1 / 25 + t * (1 / 27)
    r = 1 / 17 + t * (1 / 19 + t * (1 / 21 + t * (1 / 23 + t * r)))
    r = 1 / 9 + t * (1 / 11 + t * (1 / 13 + t * (1 / 15 + t * r)))
    return 2 * s * (1 + t * (1 / 3 + t * (1 / 5 + t * (1 / 7 + t * r))))


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
                e = exp_negative(-abs(t))
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
                e = exp_negative(-abs(t))
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
def _inverse(H, L, out, d):
    """Invert a positive definite matrix (lower triangle given); return its log determinant.

    Scaled to a unit diagonal first, as in ``latent.Precision``.
    """
    p = H.shape[0]
    log_determinant = 0.0
    for j in range(p):
        d[j] = 1.0 / math.sqrt(H[j, j])
        log_determinant -= 2 * math.log(d[j])
    for j in range(p):
        for i in range(j, p):
            L[i, j] = H[i, j] * d[i] * d[j]
    for j in range(p):
        s = L[j, j]
        for k in range(j):
            s -= L[j, k] * L[j, k]
        s = math.sqrt(max(s, 1e-14))
        log_determinant += 2 * math.log(s)
        L[j, j] = s
        for i in range(j + 1, p):
            t = L[i, j]
            for k in range(j):
                t -= L[i, k] * L[j, k]
            L[i, j] = t / s
    for i in range(p):  # M = L⁻¹, row by row
        for c in range(p):
            out[i, c] = 0.0
        for k in range(i):
            f = L[i, k]
            for c in range(k + 1):
                out[i, c] -= f * out[k, c]
        r = 1 / L[i, i]
        for c in range(i):
            out[i, c] *= r
        out[i, i] = r
    for i in range(p):  # M'M
        for c in range(i + 1):
            L[i, c] = 0.0
    for k in range(p):
        for i in range(k + 1):
            f = out[k, i]
            for c in range(i + 1):
                L[i, c] += f * out[k, c]
    for i in range(p):
        for c in range(i + 1):
            x = L[i, c] * d[i] * d[c]
            out[i, c] = x
            out[c, i] = x
    return log_determinant


@jit
def _assemble(design, eta, S, sigma, w):
    """D, C, the Schur complement H_z and the right-hand side, for the weights in w.g and w.W."""
    n, p = eta.shape[0], S.shape[0]
    D, H, rhs, C, beta = w.D, w.H, w.rhs, w.C, w.beta
    start, column, value = design.start, design.column, design.value
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
        cs = design.slope[i] * sigma
        r = w.g[i] + w.W[i] * (eta[i] - design.offset[i])
        V = w.W[i]
        if design.singleton:
            D[i] = 1 + cs * cs * V
            beta[i] = cs * r
            V /= D[i]
            r /= D[i]
        else:
            h = design.group[i]
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
    x, z, beta, D, R, C = w.x, w.z, w.beta, w.D, w.R, w.C
    start, column, value = design.start, design.column, design.value
    for j in range(p):
        s = 0.0
        for k in range(p):
            s += w.inverse[j, k] * w.rhs[k]
            R[j, k] = w.inverse[j, k] * S[j] * S[k]
        z[j] = s
        x[j] = s * S[j]
    if not design.singleton:
        for h in range(D.shape[0]):
            s = beta[h]
            for j in range(p):
                s -= C[h, j] * x[j]
            beta[h] = s / D[h]
    moved = 0.0
    for i in range(n):
        cs = design.slope[i] * sigma
        m = 0.0
        variance = 0.0
        if design.singleton:
            for a in range(start[i], start[i + 1]):
                j, va = column[a], value[a]
                m += va * x[j]
                for b in range(start[i], a):
                    variance += 2 * va * value[b] * R[j, column[b]]
                variance += va * va * R[j, j]
            beta[i] = (beta[i] - cs * w.W[i] * m) / D[i]
            e = design.offset[i] + m + cs * beta[i]
            variance = variance / (D[i] * D[i]) + cs * cs / D[i]
        else:
            h = design.group[i]
            f = cs / D[h]
            rows = w.rows[i]
            for j in range(p):
                rows[j] = -f * C[h, j]
            for a in range(start[i], start[i + 1]):
                rows[column[a]] += value[a]
                m += value[a] * x[column[a]]
            for j in range(p):
                s = 0.0
                for k in range(p):
                    s += R[j, k] * rows[k]
                variance += rows[j] * s
            e = design.offset[i] + m + cs * beta[h]
            variance += cs * cs / D[h]
        moved = max(moved, (e - eta[i]) ** 2 / variance, 0.3 * abs(variance - v[i]) / variance)
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
    for k in range(gradient.shape[0]):
        gradient[k] = 0.0
        information[k] = 0.0
    for j in range(p):
        o = design.owner[j]
        if o >= 0:
            gradient[o] += w.z[j] * w.z[j] + w.inverse[j, j] - 1.0
            for k in range(p):
                if design.owner[k] == o:
                    t = (1.0 if j == k else 0.0) - w.inverse[j, k]
                    information[o] += 2 * t * t
    o = design.group_owner
    if o >= 0:
        for h in range(w.D.shape[0]):
            variance = 1 / w.D[h]
            if design.singleton:
                cs = design.slope[h] * sigma
                variance += (cs * w.W[h]) ** 2 * (v[h] - cs * cs / w.D[h])
            else:
                s = 0.0
                for j in range(p):
                    t = 0.0
                    for k in range(p):
                        t += w.R[j, k] * w.C[h, k]
                    s += t * w.C[h, j]
                variance += s / (w.D[h] * w.D[h])
            gradient[o] += w.beta[h] * w.beta[h] + variance - 1.0
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
    for i in range(n):
        if design.singleton:
            # column i first lies in a row of w.rows, which is free here, and contiguous
            column = w.rows[i]
            for j in range(p):
                column[j] = 0.0
            for a in range(design.start[i], design.start[i + 1]):
                row, f = w.R[design.column[a]], design.value[a] / w.D[i]
                for j in range(p):
                    column[j] += row[j] * f
        else:
            for j in range(p):
                s = 0.0
                for k in range(p):
                    s += w.R[j, k] * w.rows[i, k]
                w.cross[j, i] = s
    if design.singleton:
        for j in range(p):
            for i in range(n):
                w.cross[j, i] = w.rows[i, j]


@jit
def _second_order(design, sigma, v, keep, w):
    """Sum of the second cumulants of orders 3 and 4 for log Z; with ``keep`` w.B = c₃c₃' ∘ Σ²."""
    p, n = w.cross.shape
    third, fourth = 0.0, 0.0
    for i in range(n):
        row = w.B[i if keep else 0]
        for j in range(i + 1):
            row[j] = 0.0
        if design.singleton:
            for a in range(design.start[i], design.start[i + 1]):
                f, cross = design.value[a] / w.D[i], w.cross[design.column[a]]
                for j in range(i + 1):
                    row[j] += f * cross[j]
        else:
            for k in range(p):
                f, cross = w.rows[i, k], w.cross[k]
                for j in range(i + 1):
                    row[j] += f * cross[j]
            h = design.group[i]
            for j in range(design.group_start[h], i):
                row[j] += design.slope[i] * design.slope[j] * sigma * sigma / w.D[h]
        row[i] = v[i]
        s3, s4 = 0.0, 0.0
        for j in range(i):
            t = row[j]
            s3 += w.c3[j] * t * t * t
            s4 += w.c4[j] * t * t * t * t
            row[j] = t * t * w.c3[j] * w.c3[i]
        third += w.c3[i] * (2 * s3 + w.c3[i] * v[i] ** 3)
        fourth += w.c4[i] * (2 * s4 + w.c4[i] * v[i] ** 4)
        row[i] = v[i] * v[i] * w.c3[i] * w.c3[i]
    return third / 12, fourth / 48


@jit
def _add_bubble(w):
    """R += ½ T (c₃c₃' ∘ Σ²) T' with T = Cov(x, eta)."""
    p, n = w.cross.shape
    for i in range(n):
        for j in range(i):
            w.B[j, i] = w.B[i, j]
    for a in range(p):
        cross, total = w.cross[a], w.sums
        for j in range(n):
            total[j] = 0.0
        for i in range(n):
            f, row = cross[i], w.B[i]
            for j in range(n):
                total[j] += f * row[j]
        for b in range(a + 1):
            other = w.cross[b]
            s = 0.0
            for i in range(n):
                s += total[i] * other[i]
            w.R[a, b] += 0.5 * s
            if a != b:
                w.R[b, a] += 0.5 * s


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
    g = np.empty((q, p))
    part, own = np.empty(p), np.empty(n)
    for a in range(q):
        m = 0.0
        noise = 0.0
        for j in range(p):
            g[a, j] = gx[a, j]
            m += gx[a, j] * w.x[j]
        row = w.T[a]
        for i in range(n):
            row[i] = 0.0
        for h in range(groups):
            f = gb[a, h]
            if f != 0.0:
                m += f * sigma * w.beta[h]
                noise += f * f * sigma * sigma / w.D[h]
                if design.singleton:
                    row[h] += f * sigma * sigma / w.D[h] * design.slope[h]
                    for b in range(design.start[h], design.start[h + 1]):
                        g[a, design.column[b]] -= (
                            f * sigma * sigma * design.slope[h] * w.W[h] / w.D[h] * design.value[b]
                        )
                else:
                    for i in range(design.group_start[h], design.group_start[h + 1]):
                        row[i] += f * sigma * sigma / w.D[h] * design.slope[i]
                    for j in range(p):
                        g[a, j] -= f * sigma / w.D[h] * w.C[h, j]
        mean[a] = m
        if bubble and groups:
            for i in range(n):
                own[i] = row[i]
        s = 0.0
        for j in range(p):
            if g[a, j] != 0.0:
                t = 0.0
                for k in range(p):
                    t += w.R[j, k] * g[a, k]
                s += g[a, j] * t
                if skewed:
                    f, cross = g[a, j], w.cross[j]
                    for i in range(n):
                        row[i] += f * cross[i]
        if bubble and groups:  # w.R has the part of x
            for i in range(n):
                if own[i] != 0.0:
                    t = 0.0
                    for j in range(n):
                        t += w.B[i, j] * (2 * row[j] - own[j])
                    s += 0.5 * own[i] * t
        variance[a] = s + noise
        t = 0.0
        if skewed:
            for i in range(n):
                t += w.c3[i] * row[i] * row[i] * row[i]
        third[a] = t
    for a in range(joint):
        for k in range(p):
            part[k] = 0.0
        for j in range(p):
            f = g[a, j]
            if f != 0.0:
                for k in range(p):
                    part[k] += f * w.R[j, k]
        for b in range(a):
            s = 0.0
            for k in range(p):
                s += part[k] * g[b, k]
            for h in range(groups):
                s += gb[a, h] * gb[b, h] * sigma * sigma / w.D[h]
            covariance[a, b] = s
            covariance[b, a] = s
        covariance[a, a] = variance[a]


@jit
def solve_many(
    design, d1, d2, d3, which, S, sigma, phi, eta, v, gx, gb, joint, full, bubble, worth, tolerance,
    w, log_z, correction, gradient, information, mean, variance, covariance, third, steps,
):  # fmt: skip
    """Solve problems 0 … M−1; eta and v are starts on entry and the answer on return.

    Without ``full`` only log Z (uncorrected), gradient and information are made. ``steps`` is 0
    where the fixed point was not reached.
    """
    for m in range(S.shape[0]):
        y1, y2, y3 = d1[which[m]], d2[which[m]], d3[which[m]]
        steps[m] = 0
        log_determinant = 0.0
        widest = 0.0
        for step in range(120):
            widest = 0.0
            for i in range(eta.shape[1]):
                widest = max(widest, v[m, i])
            if widest < 0.15:
                _weights(design.family, eta[m], v[m], y1, y2, phi[m], _X5, _W5, w)
            elif widest < 2:
                _weights(design.family, eta[m], v[m], y1, y2, phi[m], _X13, _W13, w)
            else:
                _weights(design.family, eta[m], v[m], y1, y2, phi[m], _X31, _W31, w)
            _assemble(design, eta[m], S[m], sigma[m], w)
            log_determinant = _inverse(w.H, w.L, w.inverse, w.scale)
            moved = _update(
                design, S[m], sigma[m], eta[m], v[m], 1.0 if step < 12 else 0.5, w
            )  # fmt: skip
            if moved < tolerance or (design.family != BINOMIAL and moved < 1e-12):
                steps[m] = step + 1
                break
        if widest < 0.15:
            value = _levels(design.family, eta[m], v[m], y1, y2, y3, phi[m], _X5, _W5, w)
        elif widest < 2:
            value = _levels(design.family, eta[m], v[m], y1, y2, y3, phi[m], _X13, _W13, w)
        else:
            value = _levels(design.family, eta[m], v[m], y1, y2, y3, phi[m], _X31, _W31, w)
        value -= 0.5 * log_determinant
        for i in range(eta.shape[1]):
            value += 0.5 * w.W[i] * v[m, i]
        for j in range(S.shape[1]):
            value -= 0.5 * w.z[j] * w.z[j]
        for h in range(w.D.shape[0]):
            value -= 0.5 * (w.beta[h] * w.beta[h] + math.log(w.D[h]))
        _slope_of_evidence(
            design, y1, y2, y3, phi[m], sigma[m], eta[m], v[m], gradient[m], information[m], w
        )
        correction[m] = 0.0
        if full:
            skewed, corrected = design.family == BINOMIAL, False
            if skewed or gx.shape[0]:
                _cross(design, w)
            if skewed:
                k3, k4 = _second_order(design, sigma[m], v[m], bubble, w)
                correction[m] = k3 + k4
                corrected = bubble and k3 > worth
                if corrected:
                    _add_bubble(w)
            _functionals(
                design, gx, gb, joint, sigma[m], skewed, corrected,
                mean[m], variance[m], covariance[m], third[m], w,
            )  # fmt: skip
        log_z[m] = value + correction[m]


def start_of(y: Floats, n: Floats) -> Floats:
    """Return the empirical logits that iterations begin from."""
    start: Floats = np.log((y + 0.5) / (n - y + 0.5))
    return start
