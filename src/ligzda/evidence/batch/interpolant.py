r"""A function of the hyperparameters from few values and slopes, and integrals over it.

What is unknown is interpolated, :math:`\log p(y | \theta)`, while priors and Jacobians are exact.
With :math:`u_j = \sigma_j^2 / (\sigma_j^2 + m_j^2)` (:math:`m` the centre) the likelihood of an SD
is smooth in :math:`u`, flat at :math:`\sigma = 0` and falls like a power of :math:`1 - u` as
:math:`\sigma \to \infty`; for a balanced normal model whose effects have the sampling variance
:math:`m^2` it is exactly of the form

.. math:: \log p(y | \sigma) = c_0 + c_1 u + c_2 \log(1 - u).

So with :math:`a_j = u_j - 1/2` the interpolant is

.. math::

    c_0 + \sum_j \bigl[ c_{j1} \log(1 - u_j) + c_{j2} a_j + c_{j3} a_j^2 + c_{j4} a_j^3
    + c_{j5} \log(\sigma_j^2 + m_j^2 / 10) \bigr]
    + \sum_{i<j} \sum_{p+q \le 3} c_{ijpq} a_i^p a_j^q + \sum_{i<j<k} c_{ijk} a_i a_j a_k,

where the second logarithm stands for effects that are known more sharply than :math:`m`. (With
:math:`a_i^2 a_j^2` the surface fits the nodes better and strays beyond the corners.)

A conditional gives not only its value but the slope of its evidence lower bound along every axis,
at no cost (the envelope theorem: :math:`\partial\,\mathrm{ELBO} / \partial \log \theta` needs no
derivative of the fixed point). Weighted least squares on both, as in gradient-enhanced response
surfaces (Morris, Mitchell & Ylvisaker 1993, *Technometrics* 35:243–255), determine many more
coefficients than values alone would.

Conditional moments have no slopes. They, and the small second-order correction of the bound, are
interpolated by the part of the basis that values determine; its cardinal functions turn the
integral over the posterior into weights on the conditionals themselves.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache

import numpy as np

from ligzda.evidence.priors import Hyper
from ligzda.evidence.tables import Floats

GRID = {1: 61, 2: 21, 3: 13, 4: 9}
LATTICE = 4096
SHARP = 0.1  # variance, in m², that the second logarithm of an axis stands for
POWERS: tuple[tuple[int, ...], ...] = ((1, 1), (1, 2), (2, 1))  # of the a of two axes
SLOPE = 0.75  # weight of a slope beside a value, in SDs of log θ


def products(d: int) -> list[tuple[int, ...]]:
    """Return the pairs and triples of axes that interact."""
    pairs = itertools.combinations(range(d), 2)
    return [*pairs, *itertools.combinations(range(d), 3)]


@dataclass(frozen=True, eq=False)
class Interpolant:
    """Interpolant of B functions of θ known at K design points each.

    ``coefficients`` (B, P) are those of log Z in the whole basis, ``cardinal`` (B, P₀, K) those of
    a unit value at each of K points in the part that values alone determine; ``misfit`` (B,) is
    the largest residual of log Z at a point that counts.
    """

    centre: Floats
    coefficients: Floats
    cardinal: Floats
    misfit: Floats

    @classmethod
    def of(
        cls,
        centre: Floats,
        scale: Floats,
        theta: Floats,
        log_z: Floats,
        correction: Floats,
        gradient: Floats,
        confidence: Floats,
    ) -> Interpolant:
        """Fit to log Z (B, K) at theta (B, K, d).

        ``scale`` (B, d) are SDs of log θ; ``correction`` (B, K) is the part of log Z that
        ``gradient`` (B, K, d), the slopes with log θ, knows nothing of; ``confidence`` (B, K) is
        the weight of a point.
        """
        tables, _, d = theta.shape
        basis, slopes = _basis(theta, centre)
        plain = basis[:, :, : _plain(d)]
        size = np.sqrt((confidence[:, :, None] * plain**2).sum(axis=1))[:, None, :] + 1e-300
        scaled = plain / size
        weighted = scaled * confidence[:, :, None]
        gram = scaled.swapaxes(1, 2) @ weighted
        gram += 1e-12 * np.eye(gram.shape[1])
        cardinal = np.linalg.solve(gram, weighted.swapaxes(1, 2)) / size.swapaxes(1, 2)

        relative = log_z - log_z[:, :1]
        second = correction - correction[:, :1]
        root = np.sqrt(confidence)[:, :, None]
        unit = SLOPE * root[..., None] * scale[:, None, :, None]
        rows = [root * basis, (unit * slopes).reshape(tables, -1, basis.shape[2])]
        right = [
            root[:, :, 0] * (relative - second),
            (unit[..., 0] * gradient).reshape(tables, -1),
        ]
        system, wanted = np.concatenate(rows, axis=1), np.concatenate(right, axis=1)
        across = system.swapaxes(1, 2)
        gram = across @ system
        size = np.sqrt(np.diagonal(gram, axis1=1, axis2=2)) + 1e-300
        gram /= size[:, :, None] * size[:, None, :]
        gram += 1e-9 * np.eye(gram.shape[1])
        wanted = (across @ wanted[:, :, None])[:, :, 0] / size
        coefficients = np.linalg.solve(gram, wanted[:, :, None])[:, :, 0] / size
        coefficients[:, : plain.shape[2]] += (cardinal @ second[:, :, None])[:, :, 0]
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
        grid = _Grid(d)
        nodes, node_weights = grid.rule()
        # per axis a window on log(σ + m/2): linear near 0, logarithmic in the tail
        half = 0.5 * self.centre
        start, end = np.log(low + half), np.log(high + half)
        width = (end - start)[:, :, None]
        y = start[:, :, None] + width * nodes
        sigma = np.maximum(np.exp(y) - half[:, :, None], 1e-12 * half[:, :, None])
        log_axis = y + np.log(node_weights * width)
        basis = [_axis(sigma[:, j], self.centre[:, [j]], d)[0] for j in range(d)]
        for j, hyper in enumerate(hypers):
            own = self.coefficients[:, _axis_columns(d, j)]
            log_axis[:, j] += (basis[j] @ own[:, :, None])[:, :, 0]
            log_axis[:, j] += hyper.prior.log_density(sigma[:, j])
        a = _share(sigma / self.centre[:, :, None]) - 0.5
        powers = np.stack([a, a**2], axis=3)
        log_p = grid.lift(log_axis[:, 0], (0,))
        for j in range(1, d):
            log_p = log_p + grid.lift(log_axis[:, j], (j,))
        for t, term in enumerate(products(d)):
            if len(term) == 2:
                i, j = term
                c = np.zeros((tables, 2, 2))
                for (p, q), column in zip(POWERS, _pair_columns(d, t), strict=True):
                    c[:, p - 1, q - 1] = self.coefficients[:, column]
                log_p = log_p + grid.lift(grid.bilinear(powers[:, i], c, powers[:, j]), term)
            else:
                product = grid.lift(a[:, term[0]], term[:1])
                for j in term[1:]:
                    product = product * grid.lift(a[:, j], (j,))
                c = self.coefficients[:, _product_column(d, t)]
                log_p = log_p + c.reshape(tables, *[1] * (log_p.ndim - 1)) * product
        joint = tuple(range(1, log_p.ndim))
        mass = np.exp(log_p - log_p.max(axis=joint, keepdims=True))
        mass /= mass.sum(axis=joint, keepdims=True)

        # the expectation of the basis under the posterior turns cardinals into weights
        expected = [np.ones((tables, 1))]
        mean, sd = np.empty((tables, d)), np.empty((tables, d))
        quantiles = np.empty((tables, d, len(probabilities)))
        edge = np.zeros(tables)
        for j in range(d):
            own = grid.margin(mass, (j,))
            expected.append((own[:, None, :] @ basis[j])[:, 0, : _plain_axis(d)])
            mean[:, j] = (own * sigma[:, j]).sum(axis=1)
            sd[:, j] = np.sqrt((own * (sigma[:, j] - mean[:, [j]]) ** 2).sum(axis=1))
            edge = np.maximum(edge, (own * (sigma[:, j] > 1.05 * extreme[:, [j]])).sum(axis=1))
            quantiles[:, j] = _quantiles(
                y[:, j], own, node_weights, half[:, [j]], probabilities, grid.tensor
            )
        expected += [grid.expect(mass, a, term)[:, None] for term in products(d)]
        weights = (np.concatenate(expected, axis=1)[:, None, :] @ self.cardinal)[:, 0]
        # a constant is reproduced exactly: the regularisation may not cost mass
        return weights / weights.sum(axis=1, keepdims=True), mean, sd, quantiles, edge


@dataclass(frozen=True)
class _Grid:
    """Points of d axes: a tensor product of Gauss–Legendre rules, or from five axes on a lattice.

    Arrays over the points are (B, n, …, n), with an axis each, or (B, n).
    """

    d: int

    @property
    def tensor(self) -> bool:
        return self.d in GRID

    def rule(self) -> tuple[Floats, Floats]:
        """Return nodes on [0, 1], alike (n,) or for each axis its own (d, n), and weights (n,)."""
        if self.tensor:
            return _legendre(GRID[self.d])
        # Kronecker lattice on the root of x^(d+1) = x + 1 (Roberts 2018)
        root = 2.0
        for _ in range(60):
            root = (1 + root) ** (1 / (self.d + 1))
        steps = root ** -np.arange(1.0, self.d + 1)
        points = (0.5 + np.outer(steps, np.arange(1, LATTICE + 1))) % 1.0
        return points, np.full(LATTICE, 1 / LATTICE)

    def lift(self, values: Floats, axes: tuple[int, ...]) -> Floats:
        """Give a function of some axes (B, n, …) the shape of all."""
        if not self.tensor:
            return values
        n = values.shape[-1]
        return values.reshape(len(values), *(n if j in axes else 1 for j in range(self.d)))

    def bilinear(self, left: Floats, c: Floats, right: Floats) -> Floats:
        """Return left' c right at every point of two axes; left and right are (B, n, 2)."""
        half = left @ c
        if self.tensor:
            result: Floats = half @ right.swapaxes(1, 2)
            return result
        return np.asarray((half * right).sum(axis=2))

    def margin(self, mass: Floats, axes: tuple[int, ...]) -> Floats:
        """Sum masses over all other axes (on a lattice every point has its own value)."""
        if not self.tensor:
            return mass
        return np.asarray(mass.sum(axis=tuple(1 + j for j in range(self.d) if j not in axes)))

    def expect(self, mass: Floats, a: Floats, axes: tuple[int, ...]) -> Floats:
        """Return the expectation (B,) of the product of a (B, d, n) over some axes."""
        own = self.margin(mass, axes)
        for j in reversed(axes):
            if self.tensor:
                shape = [len(own), *[1] * (own.ndim - 2), own.shape[-1]]
                own = (own * a[:, j].reshape(shape)).sum(axis=-1)
            else:
                own = own * a[:, j]
        return own if self.tensor else np.asarray(own.sum(axis=1))


def _share(ratio: Floats) -> Floats:
    """u = σ²/(σ² + m²) of σ/m."""
    square = ratio**2
    result: Floats = square / (1 + square)
    return result


# Columns of the basis: what values alone determine first, then what only slopes can afford.
#   1 | axis 0 … axis d−1, plain | pairs, triples | sharp logarithm of every axis | a_i a_j², …


def _plain_axis(d: int) -> int:
    """Plain columns of an axis; a single axis has more nodes (see ``surface``), and so more."""
    return 6 if d == 1 else 4


def _plain(d: int) -> int:
    return 1 + d * _plain_axis(d) + len(products(d))


def _axis_columns(d: int, j: int) -> list[int]:
    width = _plain_axis(d)
    return [*range(1 + j * width, 1 + (j + 1) * width), _plain(d) + j]


def _product_column(d: int, t: int) -> int:
    return 1 + d * _plain_axis(d) + t


def _pair_columns(d: int, t: int) -> list[int]:
    """Columns of a_i a_j, a_i a_j², a_i² a_j (the order of POWERS)."""
    more = _plain(d) + d + 2 * t
    return [_product_column(d, t), more, more + 1]


def _axis(sigma: Floats, centre: Floats, d: int) -> tuple[Floats, Floats]:
    """Terms of one axis at sigma (B, n), centre (B, 1), and their slopes with log σ: (B, n, A)."""
    ratio = sigma / centre
    square, u = ratio**2, _share(ratio)
    a, rise = u - 0.5, 2 * u * (1 - u)
    terms = [(np.log(2) - np.log1p(square), -2 * u)]
    terms += [(a**k, k * a ** (k - 1) * rise) for k in range(1, _plain_axis(d))]
    if d == 1:
        # variances of effects that few data inform grow like σ² without end
        terms[-1] = (square, 2 * square)
    terms.append((np.log(SHARP + square), 2 * square / (SHARP + square)))
    return np.stack([t[0] for t in terms], axis=2), np.stack([t[1] for t in terms], axis=2)


def _basis(theta: Floats, centre: Floats) -> tuple[Floats, Floats]:
    """All terms at theta (B, K, d): (B, K, P), and their slopes with log θ: (B, K, d, P)."""
    tables, points, d = theta.shape
    pairs = d * (d - 1) // 2
    total = _plain(d) + d + 2 * pairs
    value, slope = np.zeros((tables, points, total)), np.zeros((tables, points, d, total))
    value[:, :, 0] = 1.0
    for j in range(d):
        columns = _axis_columns(d, j)
        value[:, :, columns], slope[:, :, j, columns] = _axis(theta[:, :, j], centre[:, [j]], d)
    u = _share(theta / centre[:, None, :])
    a, rise = u - 0.5, 2 * u * (1 - u)
    for t, term in enumerate(products(d)):
        if len(term) == 2:
            columns, exponents = _pair_columns(d, t), POWERS
        else:
            columns, exponents = [_product_column(d, t)], ((1, 1, 1),)
        for column, exponent in zip(columns, exponents, strict=True):
            factors = [a[:, :, j] ** p for j, p in zip(term, exponent, strict=True)]
            value[:, :, column] = np.prod(factors, axis=0)
            for k, (j, p) in enumerate(zip(term, exponent, strict=True)):
                others = np.prod([f for i, f in enumerate(factors) if i != k], axis=0)
                slope[:, :, j, column] = p * a[:, :, j] ** (p - 1) * rise[:, :, j] * others
    return value, slope


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
