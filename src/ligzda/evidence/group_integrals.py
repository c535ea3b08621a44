r"""One-dimensional integrals over the effects of the eliminated term, whatever their shape.

Given the coefficients the groups are independent, and each integrand is log-concave in its own
effect b. Few records beside a wide SD make shapes that no Gaussian rule knows: a site without
events is a normal density cut off at a cliff, and the density may be a thousand times as wide on
one side of its mode as on the other. So the mode is found, then how far from it the log density has
fallen by two on either side, and the integral is the trapezoidal sum in τ of

.. math:: b = b_0 + s \sinh\tau,

b₀ the mode and s the shorter side; where one side is by far the shorter, b₀ is its edge and s the
length in which the density falls on there. The sum converges exponentially (Trefethen & Weideman
2014, *SIAM Review* 56:385–458), and its nodes lie densest at the cliff.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ligzda.evidence.conditional import Problem
from ligzda.evidence.families import gauss_hermite
from ligzda.evidence.tables import Floats

NODES = 25
_NEWTON, _EDGE = 14, 10  # steps to the mode, and to either edge
_FALL = 2.0  # of the log density from its mode to its edge
_REACH = 9.0  # edges to where a tail is followed that falls no faster than exponentially …
_MOST = 7.0  # … and prior SDs, beyond which nothing is left
_LOPSIDED = 3.0  # edges of such a ratio: the rule is centred at the nearer one
_WIDE = 3.0  # an SD in the predictor up to which Gauss–Hermite quadrature knows every shape
_STRIDE = 4.0  # the longest step to the mode, in the linear predictor


class Groups(NamedTuple):
    """Mean, variance and third central moment (S, G) of b given each of S draws of (θ, x)."""

    mean: Floats
    variance: Floats
    third: Floats


class _Integrands:
    """The log densities of b of all groups under all draws, up to their prior's constant."""

    def __init__(self, problem: Problem, theta: Floats, x: Floats, sigma: Floats) -> None:
        self.problem, self.s = problem, problem.structure
        self.parameters = problem.parameter_values(theta)
        self.base = problem.offset + x @ self.s.A.T
        self.sigma = np.maximum(sigma, 1e-9)
        self.shape = (len(x), self.s.n_groups)

    def _predictor(self, b: Floats) -> Floats:
        return np.asarray(self.base + self.s.slope * self.s.per_cell(b))

    def level(self, b: Floats) -> Floats:
        family, data = self.problem.family, self.problem.data
        level = family.pointwise(self._predictor(b), data, self.parameters, 0, 0)[0]
        return np.asarray(self.s.per_group(level) - 0.5 * (b / self.sigma) ** 2)

    def level_and_slope(self, b: Floats) -> tuple[Floats, Floats]:
        """Both by one look at the family."""
        family, data, c = self.problem.family, self.problem.data, self.s.slope
        level, g = family.pointwise(self._predictor(b), data, self.parameters, 0, 1)
        prior = b / self.sigma**2
        return self.s.per_group(level) - 0.5 * b * prior, self.s.per_group(g * c) - prior

    def slopes(self, b: Floats) -> tuple[Floats, Floats]:
        """First derivative, and minus the second."""
        family, data, c = self.problem.family, self.problem.data, self.s.slope
        g, h = family.pointwise(self._predictor(b), data, self.parameters, 1, 2)
        bend = self.s.per_group(-h * c**2) + self.sigma**-2
        return self.s.per_group(g * c) - b / self.sigma**2, bend


def integrate_groups(
    problem: Problem, theta: Floats, x: Floats, sigma: Floats
) -> tuple[Floats, Groups]:
    """Return log p(y | x, θ) (S,), and moments (S, G) of b given x, θ and the data.

    ``sigma``: SDs of the effects, (S, 1), or (S, G) where each group has its own.
    """
    f = _Integrands(problem, theta, x, sigma)
    if problem.structure.n_groups == 0:
        family = problem.family
        level = family.pointwise(f.base, problem.data, f.parameters, 0, 0)[0].sum(axis=1)
        none = np.zeros((len(x), 0))
        return np.asarray(level), Groups(none, none, none)
    wide = is_wide(problem, sigma)
    if wide.all():
        return _of_any_shape(f)
    if not wide.any():
        return _near_normal(f)
    total = np.empty(len(x))
    moments = Groups(*np.empty((3, *f.shape)))
    for rows, rule in ((wide, _of_any_shape), (~wide, _near_normal)):
        total[rows], own = rule(_Integrands(problem, theta[rows], x[rows], sigma[rows]))
        for values, some in zip(moments, own, strict=True):
            values[rows] = some
    return total, moments


def is_wide(problem: Problem, sigma: Floats) -> NDArray[np.bool_]:
    """Whether a group's effect may move the predictor so far that its shape is not near normal."""
    return np.asarray(sigma.max(axis=1) * np.abs(problem.structure.slope).max(initial=0.0) > _WIDE)


def _near_normal(f: _Integrands) -> tuple[Floats, Groups]:
    """Adaptive Gauss–Hermite quadrature: around the mode, then around the mean and SD it gives.

    Groups with one-sided data are skewed (Rabe-Hesketh, Skrondal & Pickles 2005, *J Econometrics*
    128:301–323).
    """
    b, curvature = _mode(f)
    sd = curvature**-0.5
    for n in (11, 21):
        z, weight = gauss_hermite(n)
        values = np.empty((n, *f.shape))
        for i, node in enumerate(z):
            values[i] = f.level(b + sd * node) + 0.5 * node**2
        top = values.max(axis=0)
        share = np.exp(values - top) * weight[:, None, None]
        total = share.sum(axis=0)
        log_integral = np.log(total) + top + np.log(sd)
        first = np.tensordot(z, share, axes=1) / total
        second = np.tensordot(z**2, share, axes=1) / total
        third = np.tensordot(z**3, share, axes=1) / total - 3 * first * second + 2 * first**3
        third *= sd**3
        b, sd = b + sd * first, sd * np.sqrt(np.maximum(second - first**2, 1e-12))
    return (log_integral - np.log(f.sigma)).sum(axis=1), Groups(b, sd**2, third)


def _of_any_shape(f: _Integrands) -> tuple[Floats, Groups]:
    """The trapezoidal sum in τ."""
    mode, bend = _mode(f)
    top = f.level(mode)
    left, left_slope = _edge(f, mode, top, bend, -1.0)
    right, right_slope = _edge(f, mode, top, bend, 1.0)
    to_left, to_right = right < left / _LOPSIDED, left < right / _LOPSIDED
    centre = mode + np.where(to_left, right, 0.0) - np.where(to_right, left, 0.0)
    scale = np.minimum(left, right)
    scale = np.where(to_left, np.minimum(2 / right_slope, right), scale)
    scale = np.where(to_right, np.minimum(2 / left_slope, left), scale)
    widest = _MOST * f.sigma
    low = mode - np.minimum(_REACH * left, widest) - centre
    high = mode + np.minimum(_REACH * right, widest) - centre
    start, end = np.arcsinh(low / scale), np.arcsinh(high / scale)
    step = (end - start) / (NODES - 1)
    values = np.empty((NODES, *f.shape))
    off = np.empty((NODES, *f.shape))
    for i in range(NODES):
        tau = start + i * step
        off[i] = scale * np.sinh(tau)
        values[i] = f.level(centre + off[i]) - top + np.log(np.cosh(tau))
    most = values.max(axis=0)
    share = np.exp(values - most)
    total = share.sum(axis=0)
    share /= total
    mean = (share * off).sum(axis=0)
    off -= mean
    square = off * off
    moments = Groups(
        centre + mean, (share * square).sum(axis=0), (share * square * off).sum(axis=0)
    )
    constant = np.log(scale * step / f.sigma) - 0.5 * np.log(2 * np.pi)
    return (np.log(total) + most + top + constant).sum(axis=1), moments


def _mode(f: _Integrands) -> tuple[Floats, Floats]:
    """Find the modes by Newton's method within brackets; return the curvatures there too."""
    b = np.zeros(f.shape)
    low, high = np.full(f.shape, -np.inf), np.full(f.shape, np.inf)
    size = np.abs(f.s.slope)
    if not f.s.singleton:
        size = np.maximum.reduceat(size, f.s.starts)
    longest = _STRIDE / np.maximum(size, 1e-300)
    slope, bend = f.slopes(b)
    for _ in range(_NEWTON):
        low, high = np.where(slope > 0, b, low), np.where(slope < 0, b, high)
        step = np.clip(slope / bend, -longest, longest)
        new = b + step
        inside = (new >= low) & (new <= high)
        b = np.where(inside, new, 0.5 * (np.maximum(low, -1e9) + np.minimum(high, 1e9)))
        slope, bend = f.slopes(b)
        if (np.abs(slope) < 0.05 * np.sqrt(bend)).all():
            break
    return b, bend


def _edge(
    f: _Integrands, mode: Floats, top: Floats, bend: Floats, side: float
) -> tuple[Floats, Floats]:
    """Return how far from the mode the density has fallen, and how steeply it falls there.

    Newton's method in a bracket: two prior SDs are surely outside.
    """
    low, high = np.zeros(f.shape), 2.1 * f.sigma * np.ones(f.shape)
    d = np.minimum(2 / np.sqrt(bend), high)
    steep = 1 / d
    for _ in range(_EDGE):
        level, slope = f.level_and_slope(mode + side * d)
        over, steep = level - top + _FALL, np.maximum(-side * slope, 1e-300)
        low, high = np.where(over > 0, d, low), np.where(over < 0, d, high)
        with np.errstate(over="ignore"):  # where it is flat, the bracket decides
            new = d + over / steep
        # from far behind a cliff of e^η Newton's steps are of length 1
        behind = np.where(low > 0, np.sqrt(low * high), 0.15 * d)
        d = np.where(over < -8, behind, np.clip(new, low, high))
        if (np.abs(over) < 0.5).all():
            break
    return d, np.maximum(steep, 1 / d)
