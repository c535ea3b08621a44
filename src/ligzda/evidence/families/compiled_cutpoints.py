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
def _add_all(t0, root, nodes, weights, p0, p1, p2, p3, p4):
    """Add E[log(1 + e^t)] of every term and the expectations of its four derivatives."""
    for k in range(nodes.shape[0]):
        node, weight = nodes[k], weights[k]
        for j in range(t0.shape[0]):
            t = t0[j] + root[j] * node
            e = exp_bounded(-abs(t))
            r = 1.0 / (1.0 + e)
            p = r if t >= 0 else e * r
            h = e * r * r
            p0[j] += weight * (max(t, 0.0) + log1p_unit(e))
            p1[j] += weight * p
            p2[j] += weight * h
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
def add_expected(m, v, cell, cut, above, n, cuts, nodes, weights, span, rule, low, high, out):
    """Add the expected derivatives of orders ``low`` to ``high`` to ``out`` (5, M, N).

    η ~ N(m, v), both (M, N). Term j has ``above[j]`` of ``n[j]`` participants above cutpoint
    ``cut[j]`` in ``cell[j]``; ``cuts`` (M, K). A cell's rule r = rule[s, cell] is
    nodes[span[r, 0] : span[r, 1]]. Orders that were not asked for may be added too, or not.
    """
    count = cell.shape[0]
    t0, root = np.empty(count), np.empty(count)
    own = np.empty(count, np.int64)
    p = np.empty((5, count))
    for s in range(m.shape[0]):
        for r in range(span.shape[0]):
            many = 0
            for j in range(count):
                i = cell[j]
                if rule[s, i] == r:
                    own[many] = j
                    t0[many] = m[s, i] - cuts[s, cut[j]]
                    root[many] = math.sqrt(v[s, i])
                    many += 1
            p[:, :many] = 0.0
            z, w = nodes[span[r, 0] : span[r, 1]], weights[span[r, 0] : span[r, 1]]
            at, by, q = t0[:many], root[:many], p[:, :many]
            if high > 2:
                _add_all(at, by, z, w, q[0], q[1], q[2], q[3], q[4])
            elif high > 0:
                _add_slopes(at, by, z, w, q[1], q[2])
            if low == 0 and high <= 2:
                _add_levels(at, by, z, w, q[0])
            for k in range(many):
                j = own[k]
                i = cell[j]
                if low == 0:
                    out[0, s, i] += above[j] * t0[k] - n[j] * p[0, k]
                if high > 0:
                    out[1, s, i] += above[j] - n[j] * p[1, k]
                    out[2, s, i] -= n[j] * p[2, k]
                if high > 2:
                    out[3, s, i] -= n[j] * p[3, k]
                    out[4, s, i] -= n[j] * p[4, k]
