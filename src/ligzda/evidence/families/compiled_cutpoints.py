# mypy: allow-untyped-defs, allow-untyped-calls
"""Expectations of sums of logistic terms under a normal predictor, compiled.

One term a cell and a cutpoint next to a category that was seen there: most cells of participants
have one or two, whatever the number of categories. Loops run along the terms, so that LLVM can
compute several at once (:mod:`ligzda.evidence.batch.compiled_arithmetic`).
"""

from __future__ import annotations

import math

import numpy as np

from ligzda.evidence.batch.compiled_arithmetic import exp_bounded, log1p_unit
from ligzda.evidence.batch.jit import jit


@jit
def _add_slopes(t0, root, nodes, weights, p1, p2):
    """Add E[p] and E[p(1 − p)] of every term, p the logistic function of t0 + root z."""
    for k in range(nodes.shape[0]):
        node, weight = nodes[k], weights[k]
        for j in range(t0.shape[0]):
            t = t0[j] + root[j] * node
            e = exp_bounded(-abs(t))
            r = 1.0 / (1.0 + e)
            p1[j] += weight * (r if t >= 0 else e * r)
            p2[j] += weight * e * r * r


@jit
def _add_bends(t0, root, nodes, weights, p3, p4):
    """Add the expectations of the second and the third derivative of p(1 − p)'s integral."""
    for k in range(nodes.shape[0]):
        node, weight = nodes[k], weights[k]
        for j in range(t0.shape[0]):
            t = t0[j] + root[j] * node
            e = exp_bounded(-abs(t))
            r = 1.0 / (1.0 + e)
            p = r if t >= 0 else e * r
            h = e * r * r
            p3[j] += weight * h * (1 - 2 * p)
            p4[j] += weight * h * (1 - 6 * h)


@jit
def _add_levels(t0, root, nodes, weights, p0):
    """Add E[log(1 + e^t)] of every term."""
    for k in range(nodes.shape[0]):
        node, weight = nodes[k], weights[k]
        for j in range(t0.shape[0]):
            t = t0[j] + root[j] * node
            p0[j] += weight * (max(t, 0.0) + log1p_unit(exp_bounded(-abs(t))))


@jit
def add_expected(m, v, cell, cut, above, n, cuts, nodes, weights, first, low, high, out):
    """Add the expected derivatives of orders ``low`` to ``high`` to ``out`` (5, M, N).

    η ~ N(m, v), both (M, N). Term j has ``above[j]`` of ``n[j]`` participants above cutpoint
    ``cut[j]`` in ``cell[j]``; ``cuts`` (M, K). The rule of row s is nodes[first[s, 0] : …[s, 1]].
    """
    count = cell.shape[0]
    t0, root = np.empty(count), np.empty(count)
    p = np.empty((5, count))
    for s in range(m.shape[0]):
        for j in range(count):
            t0[j] = m[s, cell[j]] - cuts[s, cut[j]]
            root[j] = math.sqrt(v[s, cell[j]])
        p[:] = 0.0
        z, w = nodes[first[s, 0] : first[s, 1]], weights[first[s, 0] : first[s, 1]]
        if low == 0:
            _add_levels(t0, root, z, w, p[0])
        if high > 0:
            _add_slopes(t0, root, z, w, p[1], p[2])
        if high > 2:
            _add_bends(t0, root, z, w, p[3], p[4])
        for j in range(count):
            i = cell[j]
            out[0, s, i] += above[j] * t0[j] - n[j] * p[0, j]
            out[1, s, i] += above[j] - n[j] * p[1, j]
            out[2, s, i] -= n[j] * p[2, j]
            out[3, s, i] -= n[j] * p[3, j]
            out[4, s, i] -= n[j] * p[4, j]
