r"""Integration over the hyperparameters from few conditionals, for many tables at once.

:mod:`ligzda.evidence.hyper` takes some hundreds of points for one table. Here about twenty are
enough, because of log p(y | θ) both values and slopes are known and a basis fits it closely
(:mod:`ligzda.evidence.batch.interpolant`). This module says where to look: along each axis through
the centre at five conditionals, and at the corners of a factorial design for the interactions (a
central composite design: Box & Wilson 1951, *JRSS B* 13:1–45; Rue, Martino & Chopin 2009, §6.5).

The centre is the mode of the posterior of log θ, by Fisher scoring on the gradient that every
conditional brings; the distances of the nodes come from the drop of the posterior on either side.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ligzda.evidence.batch.conditionals import Moments, Solver, join
from ligzda.evidence.batch.interpolant import Interpolant
from ligzda.evidence.priors import Hyper
from ligzda.evidence.tables import Floats, Ints

NEAR, FAR = 1.5, 3.0  # nodes on an axis, in SDs of log θ
CORNER = 1.35
REACHABLE = 4.0  # log-likelihood at σ = 0 below the centre's by less: 0 becomes a node
WITHIN = 12.0  # … by less: the density between 0 and the far node holds mass that is counted
FADE = 0.25  # how fast a node's weight falls with its drop of log density
FADE_AT_0 = 0.5  # … at σ = 0, beyond REACHABLE
SCORING_STEPS = 25


@dataclass(frozen=True, eq=False)
class Integrated:
    """Posterior of B tables on K design points each.

    ``moments`` holds the conditionals, table by table (B·K rows); ``weights`` (B, K) may be
    slightly negative, as interpolating weights are. ``hyper_mean``/``hyper_sd`` are (B, d),
    ``hyper_quantiles`` (B, d, n). ``misfit`` is the largest residual of the interpolation at a
    corner in log density, ``edge_mass`` the mass beyond the outermost nodes, ``centred`` whether
    the scoring converged, and ``correction`` the range of the second-order correction of log Z.
    """

    moments: Moments
    weights: Floats
    theta: Floats
    hyper_mean: Floats
    hyper_sd: Floats
    hyper_quantiles: Floats
    misfit: Floats
    edge_mass: Floats
    centred: np.ndarray
    correction: Floats


def integrate(
    solver: Solver,
    hypers: tuple[Hyper, ...],
    data: Mapping[str, Floats],
    probabilities: Floats,
) -> Integrated:
    """Integrate the posteriors of B tables (data arrays (B, N))."""
    tables = len(next(iter(data.values())))
    d = len(hypers)
    everyone = np.arange(tables)
    if not d:
        moments = solver.solve(data, everyone, np.zeros((tables, 0)), full=True)
        none = np.zeros((tables, 0))
        return Integrated(
            moments, np.ones((tables, 1)), np.zeros((tables, 1, 0)), none, none,
            np.zeros((tables, 0, len(probabilities))), np.zeros(tables), np.zeros(tables),
            np.ones(tables, dtype=bool), moments.correction,
        )  # fmt: skip
    centre, scale, eta, v, centred = _centre(solver, hypers, data)
    is_sd = np.array([hyper.is_sd for hyper in hypers])

    def at(theta: Floats) -> Moments:
        """Solve at theta (B, K, d)."""
        k = theta.shape[1]
        which = np.repeat(everyone, k)
        return solver.solve(
            data, which, theta.reshape(-1, d), np.repeat(eta, k, axis=0),
            np.repeat(v, k, axis=0), full=True,
        ).without_starts()  # fmt: skip

    # first the centre, the near nodes of every axis, and the end at 0
    log_centre = np.log(centre)
    ends = np.array([max(hyper.prior.support[0], 0.0) for hyper in hypers])
    floor = np.maximum(ends, 1e-5 * centre)
    first = np.repeat(log_centre[:, None], 1 + 3 * d, axis=1)
    for j in range(d):
        first[:, 1 + 3 * j, j] += NEAR * scale[0, :, j]
        first[:, 2 + 3 * j, j] -= NEAR * scale[1, :, j]
        # for a parameter that is no SD, 0 is out of the question: its node lies far below
        far = log_centre[:, j] - FAR * scale[1, :, j]
        first[:, 3 + 3 * j, j] = np.where(is_sd[j], np.log(floor[:, j]), far)
    theta1 = np.exp(first)
    moments1 = at(theta1)
    lz = moments1.log_z.reshape(tables, -1)
    total = lz + _log_prior(hypers, theta1) + first.sum(axis=2)
    # distances from the drop of the density of log θ on either side
    for side in (0, 1):
        drop = total[:, :1] - total[:, 1 + side :: 3][:, :d]
        factor = NEAR / np.sqrt(2 * np.clip(drop, 0.15, None))
        scale[side] *= np.clip(factor, 0.7, 1.5)
    upper = np.log([hyper.prior.support[1] for hyper in hypers])
    lower = np.log(np.maximum(ends, 1e-300))
    scale[0] = np.minimum(scale[0], (upper - log_centre) / FAR)
    scale[1] = np.minimum(scale[1], (log_centre - lower) / FAR)
    fall = lz[:, :1] - lz[:, 3::3]
    reachable = is_sd & (fall < REACHABLE)

    # then the far nodes and the corners; a far node that fell too deep or not deep enough moves
    signs = _corners(d)
    far = np.repeat(log_centre[:, None], 2 * d, axis=1)
    for j in range(d):
        far[:, j, j] += FAR * scale[0, :, j]
        far[:, d + j, j] -= FAR * scale[1, :, j]
    corner = np.repeat(log_centre[:, None], len(signs), axis=1)
    for row, sign in enumerate(signs):
        corner[:, row] += CORNER * sign * np.where(sign > 0, scale[0], scale[1])
    theta2 = np.exp(np.concatenate([far, corner], axis=1))
    moments2 = at(theta2)
    theta = np.concatenate([theta1, theta2], axis=1)
    moments = _interleave(moments1, moments2, tables)
    density = moments.log_z.reshape(tables, -1)
    density = density + _log_prior(hypers, theta) + np.log(theta).sum(axis=2)
    drop = density[:, :1] - density
    moved = _move_far(theta, drop, d, log_centre, upper, lower, reachable)
    if len(moved[0]):
        b, k, new = moved
        again = solver.solve(data, b, new, eta[b], v[b], full=True).without_starts()
        theta[b, k] = new
        moments = _replace(moments, again, b * theta.shape[1] + k)
        density = moments.log_z.reshape(tables, -1)
        density = density + _log_prior(hypers, theta) + np.log(theta).sum(axis=2)
        drop = density[:, :1] - density

    # at 0 the density of log θ is nothing: the weight there is that of the fall of the likelihood
    confidence = np.exp(-FADE * np.clip(drop, 0.0, 30.0))
    beyond = np.maximum(fall - REACHABLE, 0.0)
    confidence[:, 3::3][:, :d] = np.where(is_sd, 0.5 * np.exp(-FADE_AT_0 * beyond), 0.0)
    points = theta.shape[1]
    surface = Interpolant.of(
        centre, scale.mean(axis=0), theta, moments.log_z.reshape(tables, points),
        moments.correction.reshape(tables, points), moments.gradient.reshape(tables, points, d),
        confidence,
    )  # fmt: skip
    lowest = np.exp(log_centre - (FAR + 2) * scale[1])
    low = np.where(is_sd & (fall < WITHIN), ends, np.maximum(lowest, ends))
    extreme = np.stack([theta[:, 1 + 3 * d + j, j] for j in range(d)], axis=1)
    high = np.minimum(extreme**1.5 / np.sqrt(centre), np.exp(upper))
    weights, mean, sd, quantiles, edge = surface.integrate(
        hypers, low, high, extreme, probabilities
    )
    correction = np.ptp(moments.correction.reshape(tables, -1), axis=1)
    return Integrated(
        moments, weights, theta, mean, sd, quantiles, surface.misfit, edge, centred, correction
    )


def _move_far(
    theta: Floats,
    drop: Floats,
    d: int,
    log_centre: Floats,
    upper: Floats,
    lower: Floats,
    reachable: np.ndarray,
) -> tuple[Ints, Ints, Floats]:
    """Find far nodes whose drop of log density misses 4.5 by much; return where they belong."""
    tables, columns, points = [], [], []
    for j in range(d):
        for side in (0, 1):
            k = 1 + 3 * d + side * d + j
            deep, near = drop[:, k], np.maximum(drop[:, 1 + 3 * j + side], 0.1)
            wanted = (deep > 8.0) | (deep < 2.5)
            if side == 1:
                wanted &= ~reachable[:, j]
            b = np.flatnonzero(wanted)
            if not len(b):
                continue
            # between (or beyond) the two nodes the drop is taken for a power of the distance
            power = np.log(np.maximum(deep[b], 0.2) / near[b]) / np.log(FAR / NEAR)
            power = np.clip(power, 1.0, 6.0)
            reach = NEAR * (4.5 / near[b]) ** (1 / power) / FAR
            old = np.log(theta[b, k, j]) - log_centre[b, j]
            new = log_centre[b, j] + old * np.clip(reach, 0.4, 1.8)
            new = np.minimum(new, upper[j]) if side == 0 else np.maximum(new, lower[j])
            point = theta[b, k].copy()
            point[:, j] = np.exp(new)
            tables.append(b)
            columns.append(np.full(len(b), k))
            points.append(point)
    if not tables:
        none = np.zeros(0, dtype=np.intp)
        return none, none, np.zeros((0, d))
    return np.concatenate(tables), np.concatenate(columns), np.concatenate(points)


def _centre(
    solver: Solver, hypers: tuple[Hyper, ...], data: Mapping[str, Floats]
) -> tuple[Floats, Floats, Floats, Floats, np.ndarray]:
    """Find the mode of log θ; also a scale for either side (2, B, d), η, its variance, success."""
    tables = len(next(iter(data.values())))
    lower = np.array([max(hyper.prior.support[0], 1e-12) for hyper in hypers])
    upper = np.array([hyper.prior.support[1] for hyper in hypers])
    middle = np.where(
        np.isfinite(upper), np.sqrt(lower.clip(1e-3 * upper.clip(max=1e9)) * upper), 1
    )
    begin = np.array([0.4 * hyper.start if hyper.is_sd else hyper.start for hyper in hypers])
    begin = np.where((begin <= lower) | (begin >= upper), middle, begin)
    t = np.tile(np.log(begin), (tables, 1))
    lowest, highest = np.log(lower) + 0.3, np.log(upper) - 0.4
    lowest = np.where(lower > 1e-11, lowest, np.log(begin) - 7)
    active, scale = np.arange(tables), np.ones_like(t)
    eta: Floats | None = None
    v: Floats | None = None
    last: tuple[Floats, Floats] | None = None
    for _ in range(SCORING_STEPS):
        found = solver.solve(
            data, active, np.exp(t[active]),
            None if eta is None else eta[active], None if v is None else v[active], full=False,
        )  # fmt: skip
        if eta is None or v is None:
            eta, v = found.eta, found.variance_eta
        else:
            eta[active], v[active] = found.eta, found.variance_eta
        rise, bend = _prior_slope(hypers, t[active])
        information = np.maximum(found.information + bend, 0.3)
        gradient = found.gradient + rise + 1
        if last is not None:
            # where expected and observed information differ scoring may circle: take the secant
            change = t[active] - last[0][active]
            secant = (last[1][active] - gradient) * np.sign(change)
            secant /= np.maximum(np.abs(change), 1e-3)
            information = np.maximum(information, np.minimum(secant, 1e3 * information))
            last[0][active], last[1][active] = t[active], gradient
        else:
            last = (t.copy(), gradient.copy())
        step = np.clip(gradient / information, -1.0, 1.0)
        scale[active] = 1 / np.sqrt(information)
        new = np.clip(t[active] + step, lowest, highest)
        moved = (np.abs(new - t[active]) / scale[active]).max(axis=1)
        t[active] = new
        active = active[moved > 0.15]
        if not len(active):
            break
    assert eta is not None
    assert v is not None
    done = np.ones(tables, dtype=bool)
    done[active] = False
    sides = np.stack([scale, scale])
    sides[0] = np.minimum(sides[0], (np.log(upper) - t) / FAR)
    return np.exp(t), sides, eta, v, done


def _prior_slope(hypers: tuple[Hyper, ...], t: Floats) -> tuple[Floats, Floats]:
    """First derivative and minus the second of each log prior in log θ, by differences."""
    h = 1e-3
    rise, bend = np.zeros_like(t), np.zeros_like(t)
    for j, hyper in enumerate(hypers):
        down, here, up = (hyper.prior.log_density(np.exp(t[:, j] + s)) for s in (-h, 0, h))
        rise[:, j] = (up - down) / (2 * h)
        bend[:, j] = np.maximum(-(up - 2 * here + down) / h**2, 0.0)
    return rise, bend


def _log_prior(hypers: tuple[Hyper, ...], theta: Floats) -> Floats:
    total = np.zeros(theta.shape[:-1])
    for j, hyper in enumerate(hypers):
        total += hyper.prior.log_density(theta[..., j])
    return total


def _corners(d: int) -> Floats:
    """Signs (C, d) of the factorial part; a half fraction from five hyperparameters on.

    A single hyperparameter has no interactions: it gets more nodes on its axis instead.
    """
    if d == 1:
        return np.array([[0.5], [-0.5], [0.85], [1.6], [2.0]])
    signs = np.array(list(itertools.product((1.0, -1.0), repeat=d)))
    return signs if d < 5 else signs[signs.prod(axis=1) > 0]


def _interleave(one: Moments, two: Moments, tables: int) -> Moments:
    k1, k2 = len(one.log_z) // tables, len(two.log_z) // tables
    both = join([one, two])
    order = np.concatenate(
        [
            np.arange(tables * k1).reshape(tables, k1),
            tables * k1 + np.arange(tables * k2).reshape(tables, k2),
        ],
        axis=1,
    )
    return both.take(order.ravel())


def _replace(moments: Moments, new: Moments, rows: Ints) -> Moments:
    size = len(moments.log_z)
    order = np.arange(size)
    order[rows] = size + np.arange(len(rows))
    return join([moments, new]).take(order)
