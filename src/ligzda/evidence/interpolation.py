# mypy: allow-untyped-defs, allow-untyped-calls
"""Log-concave functions between the nodes of a rule, compiled: cubics that cannot overshoot."""

from __future__ import annotations

import math

from ligzda.evidence.batch.jit import jit

_STEEP = 25.0  # a fall by so much within four nodes is bridged by a straight line


@jit
def interpolate(F, y, nodes, denominators, step, bend, out):
    """Fill ``out`` (S, m, G) with F (S, n, G), given at the nodes of a rule, at y.

    Lagrange's cubic through the four nodes around y, exact where F is quadratic. ``denominators``
    (n − 3, 4) are its constants. y outside the nodes is taken to the nearest.
    """
    n = nodes.shape[0]
    for s in range(y.shape[0]):
        for j in range(y.shape[1]):
            for g in range(y.shape[2]):
                at = min(max(y[s, j, g], nodes[0]), nodes[n - 1])
                size = bend * abs(at)
                z = math.copysign(math.log(size + math.sqrt(size * size + 1.0)), at)
                i = min(max(math.floor(z / (step * bend)) + n // 2, 0), n - 2)
                a = min(max(i - 1, 0), n - 4)
                f0, f1, f2, f3 = F[s, a, g], F[s, a + 1, g], F[s, a + 2, g], F[s, a + 3, g]
                if max(f0, f1, f2, f3) - min(f0, f1, f2, f3) > _STEEP:
                    share = (at - nodes[i]) / (nodes[i + 1] - nodes[i])
                    out[s, j, g] = (1.0 - share) * F[s, i, g] + share * F[s, i + 1, g]
                else:
                    d0, d1 = at - nodes[a], at - nodes[a + 1]
                    d2, d3 = at - nodes[a + 2], at - nodes[a + 3]
                    out[s, j, g] = (
                        f0 * d1 * d2 * d3 / denominators[a, 0]
                        + f1 * d0 * d2 * d3 / denominators[a, 1]
                        + f2 * d0 * d1 * d3 / denominators[a, 2]
                        + f3 * d0 * d1 * d2 / denominators[a, 3]
                    )
