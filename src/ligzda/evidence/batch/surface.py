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

from ligzda.evidence.batch.conditionals import Moments, Predictor, Solver
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
START_WITHIN = 3.0  # how far η and log Var(η) are extrapolated


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
        moments, none = solver.room(tables, 0), np.zeros((tables, 0))
        solver.solve(data, everyone, none, None, moments, everyone)
        return Integrated(
            moments, np.ones((tables, 1)), np.zeros((tables, 1, 0)), none, none,
            np.zeros((tables, 0, len(probabilities))), np.zeros(tables), np.zeros(tables),
            np.ones(tables, dtype=bool), moments.correction,
        )  # fmt: skip
    centre, scale, eta, centred = _centre(solver, hypers, data)
    is_sd = np.array([hyper.is_sd for hyper in hypers])

    signs = _corners(d)
    points = 1 + 5 * d + len(signs)
    theta = np.empty((tables, points, d))
    moments = solver.room(tables * points, d)

    def at(columns: slice, start: Predictor) -> Predictor:
        """Solve at some of the points, table by table."""
        rows = np.arange(tables * points).reshape(tables, points)[:, columns]
        which = np.repeat(everyone, rows.shape[1])
        return solver.solve(
            data, which, theta[:, columns].reshape(-1, d), start, moments, rows.ravel()
        )

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
    count = first.shape[1]
    theta[:, :count] = np.exp(first)
    near = at(slice(count), eta.take(np.repeat(everyone, count)))
    lz = moments.log_z.reshape(tables, points)[:, :count].copy()
    total = lz + _log_prior(hypers, theta[:, :count]) + first.sum(axis=2)
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
    far = np.repeat(log_centre[:, None], 2 * d, axis=1)
    for j in range(d):
        far[:, j, j] += FAR * scale[0, :, j]
        far[:, d + j, j] -= FAR * scale[1, :, j]
    corner = np.repeat(log_centre[:, None], len(signs), axis=1)
    for row, sign in enumerate(signs):
        corner[:, row] += CORNER * sign * np.where(sign > 0, scale[0], scale[1])
    theta[:, count:] = np.exp(np.concatenate([far, corner], axis=1))
    at(slice(count, points), _start(np.log(theta[:, count:]), first, near))

    def fallen() -> Floats:
        """Drop of the posterior density of log θ from the centre's (B, K)."""
        density = moments.log_z.reshape(tables, points) + _log_prior(hypers, theta)
        density += np.log(theta).sum(axis=2)
        return density[:, :1] - density

    drop = fallen()
    b, k, new = _move_far(theta, drop, d, log_centre, upper, lower, reachable)
    if len(b):
        theta[b, k] = new
        solver.solve(data, b, new, eta.take(b), moments, b * points + k)
        drop = fallen()

    # at 0 the density of log θ is nothing: the weight there is that of the fall of the likelihood
    confidence = np.exp(-FADE * np.clip(drop, 0.0, 30.0))
    beyond = np.maximum(fall - REACHABLE, 0.0)
    confidence[:, 3::3][:, :d] = np.where(is_sd, 0.5 * np.exp(-FADE_AT_0 * beyond), 0.0)
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


def _start(new: Floats, first: Floats, found: Predictor) -> Predictor:
    """Extrapolate η from the centre and the near nodes ``first`` to points of log θ (B, K, d)."""
    (tables, points, d), count = new.shape, first.shape[1]
    away = new - first[:, :1]
    near = [1 + 3 * j + side for j in range(d) for side in (0, 1)]
    share = np.empty((tables, points, 2 * d))
    for j in range(d):
        up, down = (first[:, [k], j] - first[:, [0], j] for k in near[2 * j : 2 * j + 2])
        share[:, :, 2 * j] = np.maximum(away[:, :, j], 0) / up
        share[:, :, 2 * j + 1] = np.minimum(away[:, :, j], 0) / down
    parts = []
    for values in (found.mean, np.log(found.variance)):
        known = values.reshape(tables, count, -1)
        moved = share @ (known[:, near] - known[:, :1])
        moved = known[:, :1] + np.clip(moved, -START_WITHIN, START_WITHIN)
        parts.append(moved.reshape(tables * points, -1))
    return Predictor(parts[0], np.exp(parts[1]))


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
) -> tuple[Floats, Floats, Predictor, np.ndarray]:
    """Find the mode of log θ; also a scale for either side (2, B, d), η there, and success."""
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
    eta: Predictor | None = None
    last: tuple[Floats, Floats] | None = None
    for _ in range(SCORING_STEPS):
        start = None if eta is None else eta.take(active)
        slope, curvature, found = solver.slopes(data, active, np.exp(t[active]), start)
        if eta is None:
            eta = found
        else:
            eta.mean[active], eta.variance[active] = found
        rise, bend = _prior_slope(hypers, t[active])
        information = np.maximum(curvature + bend, 0.3)
        gradient = slope + rise + 1
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
    done = np.ones(tables, dtype=bool)
    done[active] = False
    sides = np.stack([scale, scale])
    sides[0] = np.minimum(sides[0], (np.log(upper) - t) / FAR)
    return np.exp(t), sides, eta, done


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
