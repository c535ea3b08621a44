r"""Integration over the hyperparameters from few conditionals, for many tables at once.

:mod:`ligzda.evidence.hyper` takes some hundreds of points for one table. Here about twenty are
enough, because only what is unknown is interpolated: :math:`\log p(y | \theta)`, while priors and
Jacobians are exact. With :math:`u_j = \sigma_j^2 / (\sigma_j^2 + m_j^2)` (:math:`m` the centre) the
likelihood of an SD is smooth in :math:`u`, flat at :math:`\sigma = 0` and falls like a power of
:math:`1 - u` as :math:`\sigma \to \infty`; for a balanced normal model it is exactly of the form

.. math:: \log p(y | \sigma) = c_0 + c_1 u + c_2 \log(1 - u).

So along each axis through the centre five conditionals fix
:math:`f_j = c_0 + c_1 a + c_2 a^2 + c_3 a^3 + c_4 \log(1 - u)` with :math:`a_j = u_j - 1/2`, and
those at the corners of a factorial design fix the interactions :math:`a_i a_j` and
:math:`a_i a_j a_k` (a central composite design: Box & Wilson 1951, *JRSS B* 13:1–45; Rue, Martino &
Chopin 2009, §6.5). Conditional moments are interpolated by the same rule, which turns the integral
over the interpolated posterior into weights on the conditionals themselves.

The centre is the mode of the posterior of log θ, by Fisher scoring on the gradient that every
conditional brings; the distances of the nodes come from the drop of the posterior on either side.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from ligzda.evidence.batch.conditionals import Moments, Solver, join
from ligzda.evidence.priors import Hyper
from ligzda.evidence.tables import Floats, Ints

NEAR, FAR = 1.5, 3.0  # nodes on an axis, in SDs of log θ
CORNER = 1.35
REACHABLE = 4.0  # log-likelihood at σ = 0 below the centre's by less: 0 becomes a node
GRID = {1: 61, 2: 21, 3: 13, 4: 9}
LATTICE = 4096
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
    reachable = is_sd & (lz[:, :1] - lz[:, 3::3] < REACHABLE)

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

    # where 0 is within reach it is a node, where not it is none: the drop there means nothing
    confidence = np.exp(-0.25 * np.clip(drop, 0.0, 30.0))
    for j in range(d):
        confidence[:, 3 + 3 * j] = np.where(reachable[:, j], 0.5, 0.0) if is_sd[j] else 0.0
    surface = _Surface.of(centre, theta, moments.log_z.reshape(tables, -1), confidence)
    lowest = np.exp(log_centre - (FAR + 2) * scale[1])
    low = np.where(reachable, ends, np.maximum(lowest, ends))
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


def _products(d: int) -> list[tuple[int, ...]]:
    pairs = list(itertools.combinations(range(d), 2))
    return [*pairs, *itertools.combinations(range(d), 3)]


@dataclass(frozen=True, eq=False)
class _Surface:
    """Interpolant of functions of θ known at the design points.

    ``cardinal`` (B, P, K): the P coefficients of the basis for a unit value at each of K points
    (weighted least squares: points of low density count less).
    """

    centre: Floats
    coefficients: Floats
    cardinal: Floats
    misfit: Floats

    @classmethod
    def of(cls, centre: Floats, theta: Floats, log_z: Floats, confidence: Floats) -> _Surface:
        d = theta.shape[2]
        a = _unit(theta, centre[:, None, :]) - 0.5
        parts = [np.ones((*theta.shape[:2], 1))]
        parts += [_basis(theta[:, :, j], centre[:, [j]], _degree(d)) for j in range(d)]
        parts += [a[:, :, list(term)].prod(axis=2)[:, :, None] for term in _products(d)]
        basis = np.concatenate(parts, axis=2)
        size = np.sqrt((confidence[:, :, None] * basis**2).sum(axis=1))[:, None, :] + 1e-300
        scaled = basis / size
        weighted = scaled * confidence[:, :, None]
        gram = scaled.swapaxes(1, 2) @ weighted
        gram += 1e-12 * np.eye(gram.shape[1])
        cardinal = np.linalg.solve(gram, weighted.swapaxes(1, 2)) / size.swapaxes(1, 2)
        relative = log_z - log_z[:, :1]
        coefficients = (cardinal @ relative[:, :, None])[:, :, 0]
        residual = np.abs((basis @ coefficients[:, :, None])[:, :, 0] - relative)
        misfit = (residual * (confidence > 0.2)).max(axis=1)
        return cls(centre, coefficients, cardinal, misfit)

    def integrate(
        self,
        hypers: tuple[Hyper, ...],
        low: Floats,
        high: Floats,
        extreme: Floats,
        probabilities: Floats,
    ) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        """Return weights (B, K), means, SDs (B, d), quantiles (B, d, n), mass beyond the nodes."""
        tables, d = self.centre.shape
        nodes, node_weights, index = _rule(d, GRID.get(d, 0))
        # per axis a window on log(σ + m/2): linear near 0, logarithmic in the tail
        half = 0.5 * self.centre
        start, end = np.log(low + half), np.log(high + half)
        width = (end - start)[:, :, None]
        y = start[:, :, None] + width * nodes
        sigma = np.maximum(np.exp(y) - half[:, :, None], 1e-12 * half[:, :, None])
        log_axis = y + np.log(node_weights * width)
        width_j = 1 + _degree(d)
        basis = [_basis(sigma[:, j], self.centre[:, [j]], width_j - 1) for j in range(d)]
        for j, hyper in enumerate(hypers):
            c = self.coefficients[:, 1 + width_j * j : 1 + width_j * (j + 1)]
            log_axis[:, j] += (basis[j] @ c[:, :, None])[:, :, 0]
            log_axis[:, j] += hyper.prior.log_density(sigma[:, j])
        a = _unit(sigma, self.centre[:, :, None]) - 0.5
        log_p = log_axis[:, 0, index[0]]
        for j in range(1, d):
            log_p = log_p + log_axis[:, j, index[j]]
        products = []
        for t, term in enumerate(_products(d)):
            product = a[:, term[0], index[term[0]]]
            for j in term[1:]:
                product = product * a[:, j, index[j]]
            log_p = log_p + self.coefficients[:, [1 + width_j * d + t]] * product
            products.append(product)
        mass = np.exp(log_p - log_p.max(axis=1, keepdims=True))
        mass /= mass.sum(axis=1, keepdims=True)
        # the expectation of the basis under the posterior turns cardinals into weights
        expected = [np.ones((tables, 1))]
        mean, sd = np.empty((tables, d)), np.empty((tables, d))
        quantiles = np.empty((tables, d, len(probabilities)))
        edge = np.zeros(tables)
        n = sigma.shape[2]
        tensor = mass.reshape(tables, *([n] * d)) if d in GRID else None
        for j in range(d):
            own = mass
            if tensor is not None:
                own = tensor.sum(axis=tuple(1 + k for k in range(d) if k != j))
            expected.append((own[:, None, :] @ basis[j])[:, 0])
            mean[:, j] = (own * sigma[:, j]).sum(axis=1)
            sd[:, j] = np.sqrt((own * (sigma[:, j] - mean[:, [j]]) ** 2).sum(axis=1))
            edge = np.maximum(edge, (own * (sigma[:, j] > 1.05 * extreme[:, [j]])).sum(axis=1))
            quantiles[:, j] = _quantiles(
                y[:, j], own, node_weights, half[:, [j]], probabilities, tensor is not None
            )
        expected += [(mass * product).sum(axis=1)[:, None] for product in products]
        weights = (np.concatenate(expected, axis=1)[:, None, :] @ self.cardinal)[:, 0]
        # a constant is reproduced exactly: the regularisation may not cost mass
        return weights / weights.sum(axis=1, keepdims=True), mean, sd, quantiles, edge


def _unit(sigma: Floats, centre: Floats) -> Floats:
    square: Floats = sigma**2
    result: Floats = square / (square + centre**2)
    return result


def _basis(sigma: Floats, centre: Floats, degree: int) -> Floats:
    """log(1 − u) + log 2, a, a², … at sigma (B, n), centre (B, 1): (B, n, 1 + degree).

    The last column is σ²/m² where there are nodes enough for it (:func:`_degree`).
    """
    a = _unit(sigma, centre) - 0.5
    tail = np.log(2) - np.log1p((sigma / centre) ** 2)
    powers = [a**k for k in range(1, degree + 1)]
    if degree > 3:
        # variances of effects that few data inform grow like σ² without end
        powers[-1] = (sigma / centre) ** 2
    return np.stack([tail, *powers], axis=-1)


def _degree(d: int) -> int:
    return 5 if d == 1 else 3


def _rule(d: int, n: int) -> tuple[Floats, Floats, Ints]:
    """Nodes on [0, 1], weights, and for each axis the place of every joint point's node."""
    if n:
        nodes, weights = _legendre(n)
        return nodes, weights, np.indices((n,) * d).reshape(d, -1)
    # Kronecker lattice on the root of x^(d+1) = x + 1 (Roberts 2018)
    root = 2.0
    for _ in range(60):
        root = (1 + root) ** (1 / (d + 1))
    steps = root ** -np.arange(1.0, d + 1)
    points = (0.5 + np.outer(steps, np.arange(1, LATTICE + 1))) % 1.0
    return points, np.full(LATTICE, 1 / LATTICE), np.tile(np.arange(LATTICE), (d, 1))


@cache
def _legendre(n: int) -> tuple[Floats, Floats]:
    nodes, weights = np.polynomial.legendre.leggauss(n)
    return (nodes + 1) / 2, weights / 2


@cache
def _to_fine(n: int) -> Floats:
    """Matrix that interpolates from n Gauss–Legendre nodes on [0, 1] to 201 equal steps."""
    nodes, _ = _legendre(n)
    difference = nodes[:, None] - nodes
    np.fill_diagonal(difference, 1.0)
    # barycentric weights, scaled by the capacity ¼ of the interval
    weights = 1 / np.prod(4 * difference, axis=1)
    ratio = weights / (np.linspace(0, 1, 201)[:, None] - nodes + 1e-15)
    matrix: Floats = ratio / ratio.sum(axis=1, keepdims=True)
    return matrix


def _quantiles(
    y: Floats, mass: Floats, weights: Floats, half: Floats, probabilities: Floats, smooth: bool
) -> Floats:
    """Quantiles of one hyperparameter from quadrature masses at y (B, n)."""
    if smooth:
        log_density = np.log(np.maximum(mass, 1e-280) / weights)
        log_density -= log_density.max(axis=1, keepdims=True)
        fine = np.exp(np.clip(log_density @ _to_fine(y.shape[1]).T, -700.0, 2.0))
        nodes, _ = _legendre(y.shape[1])
        width = (y[:, -1:] - y[:, :1]) / (nodes[-1] - nodes[0])
        at = y[:, :1] + width * (np.linspace(0, 1, 201) - nodes[0])
        fine[:, [0, -1]] *= 0.5
    else:
        order = np.argsort(y, axis=1, kind="stable")
        at, fine = np.take_along_axis(y, order, 1), np.take_along_axis(mass, order, 1)
    cdf = np.cumsum(fine, axis=1)
    cdf = (cdf - 0.5 * fine) / cdf[:, -1:]
    rows = [np.interp(probabilities, c, x) for c, x in zip(cdf, at, strict=True)]
    result: Floats = np.maximum(np.exp(np.array(rows)) - half, 0.0)
    return result
