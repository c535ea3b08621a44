# mypy: allow-untyped-defs, allow-untyped-calls
"""One step of the compiled fixed point, and what its end says of the evidence.

Weights of the cells, the system they make, its solution; then the level of the evidence lower bound
and its slope in the hyperparameters. The equations stand in :mod:`ligzda.evidence.batch.compiled`;
its ``Design`` and ``Scratch`` come in as ``design`` and ``w``.
"""

from __future__ import annotations

import math

from ligzda.evidence.batch.compiled_arithmetic import exp_bounded, log1p_unit, row_dot
from ligzda.evidence.batch.jit import jit
from ligzda.evidence.families.kernels import GAUSSIAN_KNOWN, LOGISTIC

_FLOOR = 1e-300  # smallest weight, as in conditional


@jit
def weights(kernel, eta, v, d1, d2, phi, nodes, weights, w):
    """First derivative g and weight W of every cell, expected under N(eta, v)."""
    n = eta.shape[0]
    g, W, root = w.g, w.W, w.root
    if kernel == LOGISTIC:
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
            W[i] = 1 / (d2[i] * d2[i]) if kernel == GAUSSIAN_KNOWN else d2[i] / (phi * phi)
            g[i] = W[i] * (d1[i] - eta[i])


@jit
def levels(kernel, eta, v, d1, d2, d3, phi, nodes, weights, w):
    """Sum of expected log-likelihoods; expected third and fourth derivatives of every cell."""
    n = eta.shape[0]
    c3, c4, level, root = w.c3, w.c4, w.sums, w.root
    total = 0.0
    for i in range(n):
        c3[i] = 0.0
        c4[i] = 0.0
        level[i] = 0.0
    if kernel == LOGISTIC:
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
        if kernel == GAUSSIAN_KNOWN:
            precision = 1 / (d2[i] * d2[i])
            total += 0.5 * math.log(precision)
        else:
            precision = d2[i] / (phi * phi)
            total -= d2[i] * math.log(phi) + 0.5 * d3[i] / (phi * phi)
        total -= 0.5 * precision * (off * off + v[i])
    return total


@jit
def assemble(design, eta, S, sigma, w):
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
def update(design, S, sigma, eta, v, damping, w):
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
        if design.kernel == LOGISTIC:
            # a wild first step (separated cells) is cut; at the fixed point this changes nothing
            step = min(max(step, -4.0), 4.0)
        eta[i] += damping * step
        v[i] += damping * (variance - v[i])
    return moved


@jit
def slope_of_evidence(design, d1, d2, d3, phi, sigma, eta, v, gradient, information, w):
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
