r"""Integration over the hyperparameters on a lattice along the posterior's own axes.

The second, independent rule: where :mod:`ligzda.evidence.hyper` takes a product of slices along the
coordinates, this one takes the plain sum over a lattice :math:`u = \bar u + L h (k + o)`,
:math:`k \in \mathbb{Z}^d`, with :math:`L L'` the posterior's covariance of u – the logarithms of
the hyperparameters (logits of their place, where a prior has two ends), on which every posterior is
smooth, goes to 0 at either end, and strong correlations are turned away. The sum is the trapezoidal
rule, whose error falls exponentially with 1/h (Trefethen & Weideman 2014, *SIAM Review*
56:385–458). The lattice is filled from every point that the first rule found likely, outwards as
long as the density is not negligible, so it follows spikes, shelves and ridges; where its own
moments are not those it began with, it begins again with those.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, reduce
from itertools import product

import numpy as np

from ligzda.evidence.conditional import Conditional, Problem, solve
from ligzda.evidence.errors import InferenceError
from ligzda.evidence.hyper import FAR, HyperMarginal, HyperPosterior, log_prior
from ligzda.evidence.lattice_marginals import DENSER, FINE, KERNEL, interpolated, refined, smoothed
from ligzda.evidence.priors import Hyper
from ligzda.evidence.tables import Floats, Ints
from ligzda.evidence.tilting import tilted

STEP = {1: 0.5, 2: 0.8, 3: 1.0, 4: 1.3, 5: 1.5}
CUT = 10.0  # a log density this far below the top is negligible
MOST = 2500  # points
_ATTEMPTS = 8
_FAR = -1e290
_FARTHEST = 1e4  # SDs of effects, in the scale of the predictor

Evidence = Callable[[Problem, Conditional], Floats]


@dataclass(frozen=True, eq=False)
class Axes:
    """The coordinates u of the hyperparameters, and back."""

    lower: Floats
    upper: Floats

    @classmethod
    def of(cls, hypers: tuple[Hyper, ...]) -> Axes:
        """Take the ends of the priors' supports."""
        ends = np.array([hyper.prior.support for hyper in hypers])
        return cls(ends[:, 0], ends[:, 1])

    def coordinates(self, theta: Floats) -> Floats:
        """Return u of θ (…, d)."""
        above = np.maximum(theta - self.lower, 1e-290)
        below = np.where(np.isfinite(self.upper), np.maximum(self.upper - theta, 1e-290), 1.0)
        return np.asarray(np.log(above) - np.log(below))

    def values(self, u: Floats) -> tuple[Floats, Floats]:
        """Return θ of u (…, d), and the log of the Jacobian of all coordinates together (…)."""
        u = np.clip(u, -600, 600)
        finite = np.isfinite(self.upper)
        width = np.where(finite, self.upper - self.lower, 1.0)
        share = 1 / (1 + np.exp(-u))
        theta = self.lower + np.where(finite, width * share, np.exp(np.where(finite, 0.0, u)))
        log_share = -np.logaddexp(0, -u) - np.logaddexp(0, u)
        jacobian = np.where(finite, np.log(width) + log_share, u)
        return theta, jacobian.sum(axis=-1)


@dataclass(frozen=True, eq=False)
class Cloud:
    """Weighted points of the hyperparameters with what the effects are at each.

    ``mean`` and ``variance`` (K, p + N) of the coefficients and of the linear predictors.
    """

    u: Floats
    theta: Floats
    log_density: Floats
    mean: Floats
    variance: Floats

    @property
    def weights(self) -> Floats:
        """Normalised weights (K,)."""
        weights = np.exp(self.log_density - self.log_density.max())
        return np.asarray(weights / weights.sum())

    def moments(self) -> tuple[Floats, Floats]:
        """Return mean (d,) and covariance (d, d) of u."""
        w = self.weights
        centre = w @ self.u
        off = self.u - centre
        return centre, (off * w[:, None]).T @ off

    def joined(self, other: Cloud) -> Cloud:
        """Return the points of both: two lattices side by side are one, twice as dense."""
        return Cloud(
            np.concatenate([self.u, other.u]),
            np.concatenate([self.theta, other.theta]),
            np.concatenate([self.log_density, other.log_density]),
            np.concatenate([self.mean, other.mean]),
            np.concatenate([self.variance, other.variance]),
        )


@dataclass(frozen=True, eq=False)
class Lattice:
    """A filled lattice: its points, and the frame (centre, L) that fits them."""

    cloud: Cloud
    centre: Floats
    root: Floats
    step: float
    offset: float
    whole: bool


class Explorer:
    """Solves at points of the hyperparameters and fills lattices with them.

    ``evidence`` gives log Z of the points where that of the conditionals is not good enough.
    """

    def __init__(
        self,
        problem: Problem,
        hypers: tuple[Hyper, ...],
        first: HyperPosterior,
        evidence: Evidence | None = None,
    ) -> None:
        self.evidence = evidence
        self.problem, self.hypers, self.axes = problem, hypers, Axes.of(hypers)
        eta = np.concatenate([part.eta for part in first.parts])
        self.start = eta[int(first.weights.argmax())]
        self.far = first.agreement < FAR
        self.seeds = self.axes.coordinates(first.theta)[first.weights > 1e-4 * first.weights.max()]
        u, w = self.axes.coordinates(first.theta), first.weights
        centre = w @ u
        off = u - centre
        self.frame = centre, _root((off * w[:, None]).T @ off)

    def fill(self, offset: float, step: float, like: Lattice | None = None) -> Lattice:
        """Fill a lattice; ``like`` gives the frame of one that was filled before."""
        centre, root = self.frame if like is None else (like.centre, like.root)
        seeds = self.seeds
        if like is not None:
            seeds = like.cloud.u[like.cloud.weights > 1e-4 * like.cloud.weights.max()]
        # the frame may be found by modes; what is returned is not
        quick = like is None and self.far
        for attempt in range(_ATTEMPTS):
            cloud, whole = self._grow(centre, root, step, offset, seeds, quick)
            if like is not None:
                break
            found, covariance = cloud.moments()
            if cloud.weights.max() > 0.7:  # a needle between the points: look closer
                best = int(cloud.weights.argmax())
                centre, root = cloud.u[best], root / 4
                seeds = cloud.u[[best]]
                continue
            inner = np.linalg.solve(root, np.linalg.solve(root, covariance).T)
            size = np.linalg.eigvalsh(inner)
            if whole and size.min() > 0.4 and size.max() < 2.5:
                if not quick:
                    break
                quick = False
                continue
            if attempt >= _ATTEMPTS - 2 and not quick:
                whole = False
                break
            quick = attempt < _ATTEMPTS - 3
            centre, root = found, _root(covariance)
            seeds = cloud.u[cloud.weights > 1e-3 * cloud.weights.max()]
        return Lattice(cloud, centre, root, step, offset, whole)

    def at(self, u: Floats, quick: bool = False) -> Cloud:
        """Solve at points u (K, d); ``quick``: by the modes alone."""
        theta, jacobian = self.axes.values(u)
        stated = log_prior(self.hypers, theta) + jacobian
        n, p = self.problem.structure.A.shape
        value = np.full(len(u), _FAR)
        mean, variance = np.zeros((2, len(u), p + n))

        def look(rows: Ints) -> None:
            """Solve, by halves where one of the points defies arithmetic."""
            try:
                parts = solve(
                    self.problem, theta[rows], start=self.start,
                    variational=not quick, correct=not quick,
                )  # fmt: skip
            except InferenceError:
                if len(rows) > 1:
                    look(rows[: len(rows) // 2])
                    look(rows[len(rows) // 2 :])
                return
            if self.evidence is not None and not quick:
                parts = [replace(part, log_z=self.evidence(self.problem, part)) for part in parts]
            log_z = np.concatenate([part.log_z for part in parts])
            value[rows] = np.where(np.isfinite(log_z), log_z + stated[rows], _FAR)
            mean[rows], variance[rows] = effects(parts)

        # an SD of ten thousand in a log odds ratio is beyond arithmetic, and beyond any model
        likely = np.flatnonzero((stated > -700) & (self.problem.reach(theta) < _FARTHEST))
        if len(likely):
            look(likely)
        return Cloud(u, theta, value, mean, variance)

    def _grow(
        self, centre: Floats, root: Floats, step: float, offset: float, seeds: Floats, quick: bool
    ) -> tuple[Cloud, bool]:
        d = len(centre)

        def place(k: Floats) -> Floats:
            return np.asarray(centre + step * (k + offset) @ root.T)

        cut = CUT if d < 3 else 8.0
        near = int(2 / step) + 1
        ball = [k for k in product(range(-near, near + 1), repeat=d)
                if sum(x * x for x in k) * step * step <= 6.3]  # fmt: skip
        own = np.rint(np.linalg.solve(root, (seeds - centre).T).T / step - offset)
        wanted = dict.fromkeys(ball)
        wanted |= dict.fromkeys(tuple(int(x) for x in row) for row in own)
        known: dict[tuple[int, ...], None] = {}
        cloud: Cloud | None = None
        keys: list[tuple[int, ...]] = []
        opened: set[tuple[int, ...]] = set()
        while wanted and len(known) < MOST:
            fresh = list(wanted)[: MOST - len(known)]
            known |= dict.fromkeys(fresh)
            keys += fresh
            more = self.at(place(np.array(fresh, dtype=np.float64)), quick)
            cloud = more if cloud is None else cloud.joined(more)
            live = np.flatnonzero(cloud.log_density > cloud.log_density.max() - cut)
            wanted = {}
            for i in live:
                if keys[i] in opened:
                    continue
                opened.add(keys[i])
                for j in range(d):
                    for side in (-1, 1):
                        neighbour = (*keys[i][:j], keys[i][j] + side, *keys[i][j + 1 :])
                        if neighbour not in known:
                            wanted[neighbour] = None
        assert cloud is not None
        return cloud, not wanted

    def posterior(self, design: Cloud, lattices: tuple[Lattice, ...]) -> HyperPosterior:
        """Return the points that matter as a design, with marginals made of ``lattices``."""
        weights = design.weights
        kept = np.flatnonzero(weights > 1e-4 * weights.max())
        p = self.problem.structure.A.shape[1]
        around = design.mean[kept, p:], design.variance[kept, p:]
        parts = solve(self.problem, design.theta[kept], around=around, covariances=True)
        if self.evidence is not None:
            parts = [replace(part, log_z=self.evidence(self.problem, part)) for part in parts]
        share = weights[kept] / weights[kept].sum()
        marginals = self.marginals(lattices)
        return HyperPosterior(share, design.theta[kept], parts, marginals, 0.0, 1.0, 0.0)

    def marginals(self, lattices: tuple[Lattice, ...]) -> tuple[HyperMarginal, ...]:
        """Return the marginal of every hyperparameter from lattices of one step and one frame."""
        cloud = reduce(Cloud.joined, [lattice.cloud for lattice in lattices])
        if len(self.hypers) == 1:
            fine, mass = interpolated(cloud.u[:, 0], cloud.log_density)
            sigma = self.axes.values(fine[:, None])[0][:, 0]
            return (HyperMarginal(self.hypers[0].name, sigma, mass),)
        parts = [
            refined(one.cloud.u, one.cloud.log_density, one.centre, one.root, one.step, one.offset)
            for one in lattices
        ]
        u, log_density = (np.concatenate(part) for part in zip(*parts, strict=True))
        share = np.exp(log_density - log_density.max())
        return tuple(
            self._marginal(cloud, j, hyper.name, u[:, j], share)
            for j, hyper in enumerate(self.hypers)
        )

    def _marginal(self, cloud: Cloud, j: int, name: str, u: Floats, share: Floats) -> HyperMarginal:
        """Smooth the fine points on axis j, and give them the moments of the lattices' own."""
        d = len(self.hypers)
        fine, mass = smoothed(u, share, KERNEL[d] / DENSER[d])
        column = np.zeros((FINE, d))
        column[:, j] = fine
        sigma = self.axes.values(column)[0][:, j]
        own, weights = cloud.theta[:, j], cloud.weights
        # in logarithms too: a spike near 0 is nothing on any other axis
        middle = weights @ cloud.u[:, j]
        spread = np.sqrt(weights @ (cloud.u[:, j] - middle) ** 2)
        scale = np.sqrt(weights @ own**2)

        def features(u: Floats, value: Floats) -> Floats:
            z, y = (u - middle) / spread, value / scale
            return np.stack([z, z**2, z**3, y, y**2], axis=1)

        mass = tilted(mass, features(fine, sigma), weights @ features(cloud.u[:, j], own))
        return HyperMarginal(name, sigma, mass)


def effects(parts: list[Conditional]) -> tuple[Floats, Floats]:
    """Return mean and variance (K, p + N) of coefficients and predictors at every point."""
    mean = [np.concatenate([part.x, part.eta], axis=1) for part in parts]
    variance = [
        np.concatenate(
            [np.diagonal(part.precision.covariance_x, axis1=1, axis2=2), part.precision.variance],
            axis=1,
        )
        for part in parts
    ]
    return np.concatenate(mean), np.concatenate(variance)


def cloud_of(hypers: tuple[Hyper, ...], hyper: HyperPosterior) -> Cloud:
    """Return a design as a cloud."""
    u = Axes.of(hypers).coordinates(hyper.theta)
    log_weights = np.log(np.maximum(hyper.weights, 1e-300))
    return Cloud(u, hyper.theta, log_weights, *effects(hyper.parts))


def _root(covariance: Floats) -> Floats:
    """Return a square root, never singular, turned so that no two points project on one place."""
    values, vectors = np.linalg.eigh(covariance)
    floor = max(float(values.max()) * 1e-8, 1e-20)
    return np.asarray((vectors * np.sqrt(np.maximum(values, floor))) @ _turn(len(values)))


@cache
def _turn(d: int) -> Floats:
    """Return an orthogonal matrix in general position: a turn by an irrational slope in each plane.

    The marginals of an axis are made of projected points; a lattice along the axis has few.
    """
    turn = np.eye(d)
    for i in range(d):
        for j in range(i):
            slope = (5**0.5 - 1) / 2 / (1 + i - j)
            angle = np.arctan(slope)
            plane = np.eye(d)
            plane[[i, j], [i, j]] = np.cos(angle)
            plane[i, j], plane[j, i] = np.sin(angle), -np.sin(angle)
            turn = turn @ plane
    return turn
