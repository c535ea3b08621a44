# mypy: allow-untyped-defs, allow-untyped-calls
"""The loops of :mod:`ligzda.evidence.messages`, compiled: integrals over one node's own effect.

Arrays are (S, …) over draws. Integrals are added to their parents where they arise, so nothing of
the size of cells times nodes of the rules is kept.
"""

from __future__ import annotations

import math

import numpy as np

from ligzda.evidence.batch.compiled_arithmetic import exp_bounded, log1p_unit
from ligzda.evidence.batch.jit import jit
from ligzda.evidence.families.kernels import LOGISTIC

_STEEP = 25.0  # a fall by so much within four nodes is bridged by a straight line
_FACTORS = 400  # factors of at most 2 whose product is kept before its logarithm is taken
_HALF_LOG_2PI = 0.5 * math.log(2 * math.pi)


@jit
def _between(F, s, g, y, nodes, denominators, step, bend):
    """F[s, :, g], given at the rule's nodes, at y: Lagrange's cubic through the four around it.

    Exact where F is quadratic; outside the nodes it is held. ``denominators`` (n − 3, 4) are the
    cubics' constants.
    """
    n = nodes.shape[0]
    at = min(max(y, nodes[0]), nodes[n - 1])
    size = bend * abs(at)
    z = math.copysign(math.log(size + math.sqrt(size * size + 1.0)), at)
    i = min(max(int(math.floor(z / (step * bend))) + n // 2, 0), n - 2)  # noqa: RUF046
    a = min(max(i - 1, 0), n - 4)
    f0, f1, f2, f3 = F[s, a, g], F[s, a + 1, g], F[s, a + 2, g], F[s, a + 3, g]
    if max(f0, f1, f2, f3) - min(f0, f1, f2, f3) > _STEEP:
        share = (at - nodes[i]) / (nodes[i + 1] - nodes[i])
        return (1.0 - share) * F[s, i, g] + share * F[s, i + 1, g]
    d0, d1, d2, d3 = at - nodes[a], at - nodes[a + 1], at - nodes[a + 2], at - nodes[a + 3]
    return (
        f0 * d1 * d2 * d3 / denominators[a, 0]
        + f1 * d0 * d2 * d3 / denominators[a, 1]
        + f2 * d0 * d1 * d3 / denominators[a, 2]
        + f3 * d0 * d1 * d2 / denominators[a, 3]
    )


@jit
def interpolate(F, y, nodes, denominators, step, bend, out):
    """Fill ``out`` (S, m, nodes) with F (S, n, nodes) at y, both in units of the rule."""
    for s in range(y.shape[0]):
        for j in range(y.shape[1]):
            for g in range(y.shape[2]):
                out[s, j, g] = _between(F, s, g, y[s, j, g], nodes, denominators, step, bend)


@jit
def add_messages(
    F, centre_below, scale_below, parent, T, centre, z, width, shift, sd, nodes, log_weights,
    denominators, step, bend, out,
):  # fmt: skip
    """Add every node's integral at its parent's T (S, k, parents) to ``out`` of that shape.

    F (S, n, nodes) is given on the grids ``centre_below``, ``scale_below`` (S, nodes); a node's
    own effect is looked for at ``z`` − ``shift``·(T − ``centre``), ± ``width``, in units of sd.
    """
    m = nodes.shape[0]
    terms = np.empty(m)
    for s in range(T.shape[0]):
        for g in range(parent.shape[0]):
            h, w = parent[g], width[s, g]
            constant = math.log(w) - _HALF_LOG_2PI
            inverse = 1.0 / scale_below[s, g]
            for j in range(T.shape[1]):
                t = T[s, j, h]
                middle = z[s, g] - shift[s, g] * (t - centre[s, h])
                top = -1e300
                for k in range(m):
                    own = middle + w * nodes[k]
                    y = (t + sd[s] * own - centre_below[s, g]) * inverse
                    f = _between(F, s, g, y, nodes, denominators, step, bend)
                    terms[k] = f - 0.5 * own * own + log_weights[k]
                    top = max(top, terms[k])
                total = 0.0
                for k in range(m):
                    total += exp_bounded(terms[k] - top)
                out[s, j, h] += top + math.log(total) + constant


@jit
def add_lowest(
    code, y, n, slope, starts, parent, base, T, centre, beta, width, shift, sd, nodes, log_weights,
    out, moments,
):  # fmt: skip
    """Add every group's integral over its cells at T (S, k, parents) to ``out`` of that shape.

    Where ``moments`` is (S, groups, 3), and not empty, k is 1: it is filled with mean, variance
    and third central moment of the groups' effects at T.
    ``y`` and ``n`` are the kernel's statistics of the cells, ``base`` (S, N) their predictor
    without the forest; cells ``starts[g]`` to ``starts[g + 1]`` are those of group g.
    """
    m = nodes.shape[0]
    own, terms, factor = np.empty(m), np.empty(m), np.empty(m)
    logs = np.log(np.maximum(n, 1e-300))
    for s in range(T.shape[0]):
        for g in range(parent.shape[0]):
            h, w = parent[g], width[s, g]
            constant = math.log(w) - _HALF_LOG_2PI
            for j in range(T.shape[1]):
                t = T[s, j, h]
                middle = beta[s, g] - shift[s, g] * (t - centre[s, h])
                for k in range(m):
                    own[k] = middle + w * nodes[k]
                    terms[k] = log_weights[k] - 0.5 * own[k] * own[k]
                    factor[k] = 1.0
                for i in range(starts[g], starts[g + 1]):
                    level, c = base[s, i] + t, slope[i] * sd[s]
                    if code == LOGISTIC:
                        if n[i] == 1.0:
                            for k in range(m):
                                eta = level + c * own[k]
                                terms[k] += y[i] * eta - max(eta, 0.0)
                                factor[k] *= 1.0 + exp_bounded(-abs(eta))
                        else:
                            for k in range(m):
                                eta = level + c * own[k]
                                fall = max(eta, 0.0) + log1p_unit(exp_bounded(-abs(eta)))
                                terms[k] += y[i] * eta - n[i] * fall
                        if (i - starts[g]) % _FACTORS == _FACTORS - 1:
                            for k in range(m):
                                terms[k] -= math.log(factor[k])
                                factor[k] = 1.0
                    else:
                        for k in range(m):
                            eta = level + c * own[k]
                            terms[k] += y[i] * eta - exp_bounded(eta + logs[i])
                top = -1e300
                for k in range(m):
                    top = max(top, terms[k])
                total = 0.0
                for k in range(m):
                    total += exp_bounded(terms[k] - top) / factor[k]
                out[s, j, h] += top + math.log(total) + constant
                if moments.shape[0] > 0:
                    first, second, third = 0.0, 0.0, 0.0
                    for k in range(m):
                        share = exp_bounded(terms[k] - top) / factor[k] / total
                        first += share * nodes[k]
                    for k in range(m):
                        share = exp_bounded(terms[k] - top) / factor[k] / total
                        away = nodes[k] - first
                        second += share * away * away
                        third += share * away * away * away
                    scale = sd[s] * w
                    moments[s, g, 0] = sd[s] * middle + scale * first
                    moments[s, g, 1] = scale * scale * second
                    moments[s, g, 2] = scale * scale * scale * third
