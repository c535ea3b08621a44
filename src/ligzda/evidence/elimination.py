r"""The mode of nested effects and the determinant at it, by elimination along the forest.

Newton's method in units of the prior SDs, :math:`b = \sigma\beta`, as in
:mod:`ligzda.evidence.latent`. The effects of the lowest level are eliminated first. What a group
leaves is a quadratic in two things alone: the sum T of the effects above it, and the border x. With
:math:`W = -\ell''`, and sums over the group's cells,

.. math::

   D = 1 + \sigma^2 \sum c^2 W, \quad
   J = \sum W - \sigma^2 (\textstyle\sum cW)^2 / D, \quad
   Q = \sum W a - \sigma^2 (\textstyle\sum cW)(\sum cWa) / D,

and J, Q of a node are the sums over its children before it is eliminated in its turn, with
:math:`D = 1 + \sigma^2 J`, leaving :math:`J/D` and :math:`Q/D` to its parent: the cost is linear in
the number of nodes. The border's Schur complement is dense.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.forest import Forest
from ligzda.evidence.tables import Floats

_FLOOR = 1e-300
_STEP = 4.0  # largest step of a linear predictor
_ITERATIONS = 60
_TOLERANCE = 1e-5


@dataclass(frozen=True, eq=False)
class Mode:
    """The mode given θ (and x, if it was given) for M problems.

    ``z`` are the effects of every level in units of their SD, ``D`` the pivots, ``J`` what a unit
    of T costs the level: Σ cW at the lowest. ``x`` (M, p) and its Schur complement ``H`` in units
    of its prior SDs; None where x was given. ``log_laplace`` is the Laplace approximation of
    log p(y | θ), or of log p(y | x, θ).
    """

    x: Floats
    z: list[Floats]
    D: list[Floats]
    J: list[Floats]
    H: Floats | None
    log_laplace: Floats


def find_mode(
    forest: Forest, theta: Floats, x: Floats | None = None, start: Mode | None = None
) -> Mode:
    """Find the mode for theta (M, d), of the border too unless ``x`` (M, p) is given.

    ``start`` is the mode of one problem, or of the same problems, to begin from.
    """
    family, levels, A = forest.problem.family, forest.levels, forest.A
    m, p = len(theta), A.shape[1]
    S, sds = forest.scales(theta)
    parameters = forest.problem.parameter_values(theta)
    free = x is None
    if start is None:
        xi = np.zeros((m, p))
        z = [np.zeros((m, len(level.place))) for level in levels]
    else:
        xi = np.broadcast_to(start.x, (m, p)) / np.maximum(S, 1e-300)
        z = [np.broadcast_to(value, (m, value.shape[1])).copy() for value in start.z]
    if x is not None:
        xi = x / np.maximum(S, 1e-300)

    def predictor(xi: Floats, z: list[Floats]) -> Floats:
        return forest.offset + (S * xi) @ A.T + _effects(forest, z, sds)

    def value_at(eta: Floats, xi: Floats, z: list[Floats]) -> Floats:
        level = family.pointwise(eta, forest.data, parameters, 0, 0)[0].sum(axis=1)
        total = level - 0.5 * sum((part**2).sum(axis=1) for part in z)
        return np.asarray(total - 0.5 * (xi**2).sum(axis=1) if free else total)

    eta = predictor(xi, z)
    value = value_at(eta, xi, z)
    for _ in range(_ITERATIONS):
        g, h = family.pointwise(eta, forest.data, parameters, 1, 2)
        step = _newton(forest, S, sds, xi, z, g, np.maximum(-h, _FLOOR), free)
        if (step.decrement < _TOLERANCE).all():
            break
        moved = (S * step.x) @ A.T + _effects(forest, step.z, sds)
        largest = np.abs(moved).max(axis=1, keepdims=True)
        size = np.minimum(1.0, _STEP / np.maximum(largest, 1e-300))
        for _ in range(20):
            new_eta = eta + size * moved
            new_xi = xi + size * step.x
            new_z = [a + size * b for a, b in zip(z, step.z, strict=True)]
            new = value_at(new_eta, new_xi, new_z)
            short = ~(new >= value - 1e-9 * (1 + np.abs(value)))
            if not short.any():
                break
            size[short] *= 0.5
        xi, z, eta, value = new_xi, new_z, new_eta, new
    return Mode(
        S * xi if free else np.asarray(x),
        z,
        step.D,
        step.J,
        step.H,
        value - 0.5 * step.log_determinant,
    )


@dataclass(frozen=True, eq=False)
class _Step:
    x: Floats
    z: list[Floats]
    D: list[Floats]
    J: list[Floats]
    H: Floats | None
    decrement: Floats
    log_determinant: Floats


def _effects(forest: Forest, z: list[Floats], sds: list[Floats]) -> Floats:
    """Return what the effects of all levels add to every cell: (M, N)."""
    above: Floats = np.zeros((1, 1))
    for i in range(len(z) - 1, 0, -1):
        above = forest.levels[i].spread(above + sds[i] * z[i])
    lowest = forest.levels[0]
    # a cell lies in a group of the lowest level, a group below its node of the next
    return lowest.spread(above) + forest.slope * lowest.spread(sds[0] * z[0])


def _newton(
    forest: Forest,
    S: Floats,
    sds: list[Floats],
    xi: Floats,
    z: list[Floats],
    g: Floats,
    W: Floats,
    free: bool,
) -> _Step:
    """Return one Newton step for gradients g and weights W of the cells, both (M, N)."""
    levels, A, c = forest.levels, forest.A, forest.slope
    p = A.shape[1] if free else 0
    lowest, sd = levels[0], sds[0]
    D = [1 + sd**2 * lowest.gather(c**2 * W)]
    J = [lowest.gather(c * W)]
    r = [sd * lowest.gather(c * g) - z[0]]
    Q: list[Floats] = []
    H = np.zeros((len(W), p, p))
    gx = np.zeros((len(W), p))
    # never below 0 but for rounding, where an SD is beyond all measure
    upward = np.maximum(lowest.gather(W) - sd**2 * J[0] ** 2 / D[0], 0.0)
    push = lowest.gather(g) - sd * J[0] * r[0] / D[0]
    couple = np.zeros((len(W), 0, 0))
    if free:
        weighted = (W[:, :, None] * A).swapaxes(1, 2)  # (M, p, N)
        K = lowest.gather(weighted * c)
        H = weighted @ A - sd[:, :, None] ** 2 * ((K / D[0][:, None]) @ K.swapaxes(1, 2))
        gx = g @ A - sd * (K @ (r[0] / D[0])[:, :, None])[:, :, 0]
        couple = lowest.gather(weighted) - sd[:, :, None] ** 2 * (J[0] / D[0])[:, None] * K
        Q.append(K)
    for level, sd, own in zip(levels[1:], sds[1:], z[1:], strict=True):
        upward, push = level.gather(upward), level.gather(push)
        pivot = 1 + sd**2 * upward
        rest = sd * push - own
        if free:
            couple = level.gather(couple)
            H -= sd[:, :, None] ** 2 * ((couple / pivot[:, None]) @ couple.swapaxes(1, 2))
            gx -= sd * (couple @ (rest / pivot)[:, :, None])[:, :, 0]
            Q.append(couple)
            couple = couple / pivot[:, None]
        D.append(pivot)
        J.append(upward)
        r.append(rest)
        push = push - sd * upward * rest / pivot
        upward = upward / pivot
    log_determinant: Floats = sum((np.log(pivot).sum(axis=1) for pivot in D), np.zeros(len(W)))
    decrement = np.zeros(len(W))
    dxi = np.zeros_like(xi)
    if free and p:
        H = H * S[:, :, None] * S[:, None, :]
        H[:, np.arange(p), np.arange(p)] += 1.0
        slope = S * gx - xi
        dxi = np.asarray(np.linalg.solve(H, slope[:, :, None])[:, :, 0])
        decrement = (slope * dxi).sum(axis=1)
        log_determinant = log_determinant + np.asarray(np.linalg.slogdet(H)[1])
    dx = S * dxi
    dz: list[Floats] = [np.zeros(0)] * len(z)
    above = np.zeros((len(W), 1))
    for i in range(len(z) - 1, -1, -1):
        want = sds[i] * J[i] * above
        if free and p:
            want = want + sds[i] * (dx[:, None] @ Q[i])[:, 0]
        dz[i] = (r[i] - want) / D[i]
        if i:
            above = levels[i].spread(above + sds[i] * dz[i])
        decrement = decrement + (r[i] ** 2 / D[i]).sum(axis=1)
    return _Step(dxi, dz, D, J, H if free else None, decrement, log_determinant)
