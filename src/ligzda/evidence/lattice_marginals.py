r"""Marginals of the hyperparameters from what a lattice knows of their joint density.

One alone is interpolated. Of several the log density is first interpolated between the lattice's
points: what it deviates from the Gaussian of the lattice's own frame is smooth there, and a product
of fourth-degree Lagrange polynomials carries it to a lattice several times denser, whose points,
projected on an axis, leave no gaps in which a limit could be lost. The projected points are
smoothed by a narrow normal kernel about points drawn in as much as it widens (West 1993, *JRSS B*
55:409–422), and the result is tilted until it has the lattice's own moments, which are known to
many digits.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from ligzda.evidence.gaussian import normal_cdf
from ligzda.evidence.tables import Floats

KERNEL = {2: 0.08, 3: 0.22, 4: 0.2, 5: 0.25}  # SD of the smoothing, in SDs of the marginal
DENSER = {2: 8, 3: 4, 4: 3, 5: 2}  # times as dense along every axis
FINE = 801
_LIVE = 14.0  # a log density this far below the top says nothing of a limit
_MOST = 3_000_000  # fine points of the box around a lattice
_REACH = 2  # cells on either side that a polynomial rests on


def refined(
    u: Floats, log_density: Floats, centre: Floats, root: Floats, step: float, offset: float
) -> tuple[Floats, Floats]:
    """Return points (K', d) and log densities of a lattice made denser by interpolation.

    ``u`` (K, d) are points :math:`\\bar u + L h (k + o)`; what was never filled is further from
    the top than it matters, and takes the deviation of its nearest filled neighbour.
    """
    d = len(centre)
    z = np.linalg.solve(root, (u - centre).T).T
    k = np.rint(z / step - offset).astype(np.intp)
    k -= k.min(axis=0) - _REACH
    shape = tuple(k.max(axis=0) + 1 + _REACH)
    times = DENSER[d]
    while times > 1 and np.prod(shape) * times**d > _MOST:
        times -= 1
    top = log_density.max()
    box = np.full(shape, np.nan)
    box[tuple(k.T)] = np.maximum(log_density - top, -2 * _LIVE) + 0.5 * (z**2).sum(axis=1)
    box = _filled(box)
    weights, places = _lagrange(times)
    for axis in range(d):
        parts = [np.roll(box, -shift, axis) for shift in range(-_REACH, _REACH + 1)]
        box = np.tensordot(np.stack(parts, axis=-1), weights, axes=([-1], [1]))
    live = np.flatnonzero(log_density > top - _LIVE)
    inside = np.stack(np.meshgrid(*[places] * d, indexing="ij"), axis=-1).reshape(-1, d)
    fine = z[live][:, None, :] + step * inside
    value = box[tuple(k[live].T)].reshape(len(live), -1) - 0.5 * (fine**2).sum(axis=2)
    return centre + fine.reshape(-1, d) @ root.T, value.ravel() + top


@cache
def _lagrange(times: int) -> tuple[Floats, Floats]:
    """Return weights (times, 5) of a cell and its neighbours at places (times,) within it."""
    nodes = np.arange(-_REACH, _REACH + 1)
    places = (np.arange(times) + 0.5) / times - 0.5
    weights = np.ones((times, len(nodes)))
    for i, own in enumerate(nodes):
        for other in np.delete(nodes, i):
            weights[:, i] *= (places - other) / (own - other)
    return weights, places


def _filled(box: Floats) -> Floats:
    """Fill what is nan from its neighbours, layer by layer."""
    while np.isnan(box).any():
        for axis in range(box.ndim):
            for side in (-1, 1):
                box = np.where(np.isnan(box), np.roll(box, side, axis), box)
    return box


def interpolated(u: Floats, log_density: Floats) -> tuple[Floats, Floats]:
    """Return fine points and masses of a log density given at points of a line (cubic Hermite)."""
    order = np.argsort(u)
    u, y = u[order], np.maximum(log_density[order] - log_density.max(), -700)
    slope = np.gradient(y, u)
    # beside a cliff the parabola through three points overshoots: hardly beyond monotone there
    width = np.diff(u)
    secant = np.abs(np.diff(y)) / width
    most = 3 * np.minimum(np.append(secant, np.inf), np.append(np.inf, secant))
    most += 1 / np.minimum(np.append(width, np.inf), np.append(np.inf, width))
    slope = np.clip(slope, -most, most)
    fine = np.linspace(u[0], u[-1], FINE)
    i = np.clip(np.searchsorted(u, fine) - 1, 0, len(u) - 2)
    width = u[i + 1] - u[i]
    t = (fine - u[i]) / width
    value = (1 + 2 * t) * (1 - t) ** 2 * y[i] + t * (1 - t) ** 2 * width * slope[i]
    value += t**2 * (3 - 2 * t) * y[i + 1] + t**2 * (t - 1) * width * slope[i + 1]
    mass = np.exp(value)
    return fine, mass / mass.sum()


def smoothed(u: Floats, weights: Floats, narrow: float) -> tuple[Floats, Floats]:
    """Return fine points and masses of weighted points of a line; mean and variance are kept.

    The kernel's SD is ``narrow`` times the points', and no less than a step of the fine points.
    """
    live = weights > 1e-9 * weights.max()
    u, w = u[live], weights[live] / weights[live].sum()
    mean = float(w @ u)
    sd = max(float(np.sqrt(w @ (u - mean) ** 2)), 1e-12)
    kernel = max(narrow * sd, float(np.ptp(u)) / FINE)
    centre = mean + np.sqrt(max(1 - (kernel / sd) ** 2, 0.0)) * (u - mean)
    fine = np.linspace(centre.min() - 6 * kernel, centre.max() + 6 * kernel, FINE)
    width = fine[1] - fine[0]
    # each point is shared by the two fine ones beside it
    place = (centre - fine[0]) / width
    i = np.minimum(place.astype(np.intp), FINE - 2)
    part = place - i
    mass = np.bincount(i, w * (1 - part), FINE) + np.bincount(i + 1, w * part, FINE)
    reach = int(6 * kernel / width)
    edges = (np.arange(-reach, reach + 2) - 0.5) * width / kernel
    mass = np.convolve(mass, np.diff(normal_cdf(edges)), mode="same")
    return fine, mass / mass.sum()
