r"""One-dimensional densities given at a few points, and Gauss rules made for them.

A positive parameter is looked at on the axis :math:`t = \mathrm{asinh}(\sigma / s)`: linear near 0,
where the density of an SD is flat and smooth (the likelihood depends on :math:`\sigma^2`), and
logarithmic in the tail, where densities fall like powers. No transformation is singular at
:math:`\sigma = 0`, so a posterior that reaches down to 0 is integrated there exactly.

Functions work on many densities at once: arrays are (slices, points).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ligzda.evidence.tables import Floats

FINE = 401


@cache
def chebyshev(n: int) -> tuple[Floats, Floats]:
    """Chebyshev–Lobatto points on [−1, 1], and the matrix that interpolates from them to FINE
    equal steps by the barycentric formula (Berrut & Trefethen 2004, *SIAM Review* 46:501–517).
    """
    nodes = -np.cos(np.pi * np.arange(n) / (n - 1))
    weights = (-1.0) ** np.arange(n)
    weights[[0, -1]] *= 0.5
    x = np.linspace(-1, 1, FINE)
    difference = x[:, None] - nodes
    exact = np.abs(difference) < 1e-14
    ratio = weights / np.where(exact, 1.0, difference)
    matrix = ratio / ratio.sum(axis=1, keepdims=True)
    matrix[exact.any(axis=1)] = exact[exact.any(axis=1)]
    return nodes, matrix


@dataclass(frozen=True, eq=False)
class Slices:
    """Unnormalised log densities of positive parameters on windows of the asinh axis.

    ``log_density`` (slices, FINE) is with respect to σ, maximum 0 in each row; ``mass`` are the
    quadrature weights of the FINE points, summing to 1; ``sigma`` the points themselves.
    ``log_constant`` is the log of the integral with the maximum put back.
    """

    low: Floats
    high: Floats
    scale: Floats
    sigma: Floats
    log_density: Floats
    mass: Floats
    log_constant: Floats

    @classmethod
    def of(cls, low: Floats, high: Floats, scale: Floats, values: Floats) -> Slices:
        """Interpolate log densities (slices, n) given at the Chebyshev points of the windows."""
        _, matrix = chebyshev(values.shape[1])
        top = values.max(axis=1, keepdims=True)
        fine = np.maximum(values - top, -700.0) @ matrix.T
        fine = np.clip(fine, -700.0, 3.0)
        t = low[:, None] + (high - low)[:, None] * np.linspace(0, 1, FINE)
        weight = np.ones(FINE)
        weight[1:-1:2], weight[2:-1:2] = 4.0, 2.0
        sigma = scale[:, None] * np.sinh(t)
        mass = np.exp(fine) * np.cosh(t) * weight
        step = (high - low) / (FINE - 1) / 3 * scale
        total = mass.sum(axis=1)
        return cls(
            low,
            high,
            scale,
            sigma,
            fine,
            mass / total[:, None],
            np.log(total * step) + top[:, 0],
        )

    def at(self, t: Floats) -> Floats:
        """Return the normalised log density (with respect to σ) at t (slices, n)."""
        x = (t - self.low[:, None]) / (self.high - self.low)[:, None] * (FINE - 1)
        i = np.clip(x.astype(np.intp), 0, FINE - 2)
        rows = np.arange(len(t))[:, None]
        part = x - i
        value = (1 - part) * self.log_density[rows, i] + part * self.log_density[rows, i + 1]
        step = (self.high - self.low) / (FINE - 1) / 3 * self.scale
        total = (np.exp(self.log_density) * self._jacobian()).sum(axis=1) * step
        normalised: Floats = value - np.log(total)[:, None]
        return normalised

    def _jacobian(self) -> Floats:
        weight = np.ones(FINE)
        weight[1:-1:2], weight[2:-1:2] = 4.0, 2.0
        return np.sqrt(1 + (self.sigma / self.scale[:, None]) ** 2) * weight

    def gauss(self, n: int) -> tuple[Floats, Floats]:
        """Return the n-point Gauss rule of each density: t and weights, both (slices, n).

        Stieltjes' procedure on the fine points gives the Jacobi matrix (Golub & Welsch 1969,
        *Math Comp* 23:221–230; Gautschi 2004). Exact for polynomials in t up to degree 2n − 1.
        """
        x = np.linspace(-1, 1, FINE)
        rows = len(self.mass)
        before, now = np.zeros((rows, FINE)), np.ones((rows, FINE))
        diagonal, off = np.empty((rows, n)), np.zeros((rows, n))
        norm_before = np.ones(rows)
        for k in range(n):
            norm = np.maximum((self.mass * now**2).sum(axis=1), 1e-280)
            diagonal[:, k] = (self.mass * x * now**2).sum(axis=1) / norm
            if k:
                off[:, k] = norm / norm_before
            following = (x - diagonal[:, [k]]) * now - off[:, [k]] * before
            before, now, norm_before = now, following, norm
        jacobi = np.zeros((rows, n, n))
        i = np.arange(n)
        jacobi[:, i, i] = diagonal
        jacobi[:, i[1:], i[:-1]] = jacobi[:, i[:-1], i[1:]] = np.sqrt(off[:, 1:])
        nodes, vectors = np.linalg.eigh(jacobi)
        t = self.low[:, None] + (self.high - self.low)[:, None] * (nodes + 1) / 2
        return t, vectors[:, 0, :] ** 2

    def quantile(self, u: Floats) -> Floats:
        """Return t at probabilities u (slices, n)."""
        cdf = np.cumsum(self.mass, axis=1) - 0.5 * self.mass
        t = self.low[:, None] + (self.high - self.low)[:, None] * np.linspace(0, 1, FINE)
        return np.stack([np.interp(p, c, x) for p, c, x in zip(u, cdf, t, strict=True)])

    def value(self, t: Floats) -> Floats:
        """Return σ at t (slices, n)."""
        return self.scale[:, None] * np.sinh(t)


def windows(
    sigma: Floats, log_density: Floats, lower: Floats, upper: Floats
) -> tuple[Floats, Floats, Floats]:
    """From a coarse slice (slices, n) on log-spaced σ > 0 find windows low, high (in t) and scale.

    The window leaves out about a millionth of the mass at either end; it begins at the support's
    ``lower`` end where the density there is not negligible. The median of the slice is
    2 · scale.
    """
    u = np.log(sigma)
    fine = np.linspace(0, 1, 801)
    at = u[:, :1] + (u[:, -1:] - u[:, :1]) * fine
    dense = np.stack([np.interp(a, x, y) for a, x, y in zip(at, u, log_density, strict=True)])
    top = dense.max(axis=1, keepdims=True)
    mass = np.exp(dense - top + at)
    cdf = np.cumsum(mass, axis=1)
    cdf /= cdf[:, -1:]
    high = np.exp([np.interp(1 - 1e-6, c, a) for c, a in zip(cdf, at, strict=True)])
    low = np.exp([np.interp(1e-6, c, a) for c, a in zip(cdf, at, strict=True)])
    median = np.exp([np.interp(0.5, c, a) for c, a in zip(cdf, at, strict=True)])
    open_below = log_density[:, 0] - top[:, 0] > -14
    # a needle's margins are its own width: a tenth of its place would leave it three fine points
    low = np.where(open_below, lower, np.maximum(low - np.minimum(0.1 * low, high - low), lower))
    high = np.minimum(high + np.minimum(0.05 * high, 0.5 * (high - low)), upper)
    scale = 0.5 * median
    return np.arcsinh(low / scale), np.arcsinh(high / scale), scale
