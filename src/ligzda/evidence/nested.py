r"""Nested random terms: the exact posterior, sampled in the few dimensions that are left.

The effects of the forest are integrated out (:mod:`ligzda.evidence.messages`), so the target is a
density of the hyperparameters and the border alone. It is found in three steps:

1. the peak over the logarithms of the hyperparameters, of the Laplace approximation of the border
   at the exact integral over the forest,

   .. math:: \log p(y \mid \hat x, \theta) + \log p(\hat x \mid \theta) + \log p(\theta)
             - \log q_\theta(\hat x),

   by Newton's method with differences;
2. a multivariate t there, of the hyperparameters and of the border in units of its own Laplace
   approximation given them (:class:`_Border`): between trials that may differ much, contrasts are
   known less well than between trials alike, and no single covariance serves both;
3. adaptive multiple importance sampling from it, as in :mod:`ligzda.evidence.refine`, with every
   SD on the axis asinh(σ/s) of :mod:`ligzda.evidence.quadrature`, where 0 is a point like others:
   what falls below it is folded back, for the likelihood knows σ² alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ligzda.evidence.elimination import Mode, find_mode
from ligzda.evidence.forest import Forest
from ligzda.evidence.hyper import log_prior
from ligzda.evidence.messages import USUAL, Integral, integrate_forest, nodes_above
from ligzda.evidence.pareto import smooth
from ligzda.evidence.priors import Hyper
from ligzda.evidence.proposals import StudentT, folded_log_density
from ligzda.evidence.refine import RefinedSample
from ligzda.evidence.tables import Floats

PILOTS = 5  # rounds that only fit the proposal, until a draw of it is worth EFFICIENT
PILOT = 500
EFFICIENT = 0.4
CLIMBS = 4
LOOKS = 5  # looks at the border a number that describes it
ENOUGH, PLENTY = 2000, 20_000  # effective draws: the least, and where more would change nothing
GROUPS = 600_000
"""Integrals over groups, at the usual nodes above them, that are spent on effective draws past the
least: 2,000 leave a 95 % limit uncertain by .06 SD, and where groups are few ten times as many cost
a second or two."""
_STEP = 0.1  # of a logarithm, for differences
_CHUNK = 2_000_000  # numbers in the largest temporary array


def sample_nested(
    forest: Forest, hypers: tuple[Hyper, ...], rng: np.random.Generator
) -> RefinedSample:
    """Sample the exact posterior of a model with nested random terms."""
    target = _Target(forest, hypers)
    peak = _find_peak(target)
    axis = _Axis.at(np.exp(peak.v), hypers)
    root = _root_of_hypers(peak, axis)
    border = _Border.fitted(target, axis, peak, root)
    proposals = [_climb(target, axis, border, _first_proposal(peak, axis, root, border))]
    points: list[Floats] = []
    values: list[Floats] = []
    integrals: list[Integral] = []
    d, n, efficiency, ess = len(hypers), PILOT, 0.0, 0.0
    integrals_a_draw = len(forest.levels[0].place) * nodes_above(forest) / len(USUAL.nodes)
    enough = np.clip(GROUPS / integrals_a_draw, ENOUGH, PLENTY)
    for pilot in range(PILOTS + 1):
        last = pilot == PILOTS or efficiency > EFFICIENT
        if last:
            n = int(np.clip((enough - ess) / max(efficiency, 0.1), PILOT, 4 * enough))
        u = axis.fold(proposals[-1].even_draws(n, rng))
        value, integral = target.on_axis(axis, border, u, rng)
        points.append(u)
        values.append(value)
        integrals.append(integral)
        own, _ = smooth(values[-1] - axis.log_density(proposals[-1], u))
        efficiency = float(1 / (len(own) * (own**2).sum()))
        every = np.concatenate(points)
        sizes = np.log([len(part) for part in points])
        density = np.logaddexp.reduce(
            [
                size + axis.log_density(each, every)
                for size, each in zip(sizes, proposals, strict=True)
            ]
        )
        weights, k = smooth(np.concatenate(values) - density)
        ess = float(1 / (weights**2).sum())
        if last:
            break
        proposals.append(StudentT.fitted(every, weights, widen=1.2))
    every = np.concatenate(points)
    theta = axis.theta(every[:, :d])
    x = np.zeros((len(every), forest.width))
    x[:, forest.border] = border.x(every[:, :d], every[:, d:], forest.scales(theta)[0])
    for i, level in enumerate(forest.levels[1:]):
        x[:, level.place] = np.concatenate([integral.above[i] for integral in integrals])
    groups = forest.levels[0].place
    moments = [np.zeros((len(every), len(groups))) for _ in range(3)]
    for j, moment in enumerate(moments):
        moment[:, groups] = np.concatenate(
            [integral.moments[j] for integral in integrals if integral.moments]
        )
    return RefinedSample(theta, x, moments[0], moments[1], moments[2], weights, k)


@dataclass(frozen=True, eq=False)
class _Axis:
    """The axes that hyperparameters are sampled on: asinh(σ/s) for an SD, else the logarithm."""

    scale: Floats
    folded: tuple[bool, ...]

    @classmethod
    def at(cls, theta: Floats, hypers: tuple[Hyper, ...]) -> _Axis:
        """Make the axes linear below half of ``theta`` (d,)."""
        return cls(0.5 * theta, tuple(hyper.is_sd for hyper in hypers))

    def theta(self, t: Floats) -> Floats:
        """Return the hyperparameters at t (S, d)."""
        return np.where(self.folded, self.scale * np.sinh(np.abs(t)), np.exp(t))

    def log_slope(self, t: Floats) -> Floats:
        """Return the log of dθ/dt, multiplied over the hyperparameters: (S,)."""
        slopes = np.where(self.folded, np.log(self.scale) + np.log(np.cosh(t)), t)
        return np.asarray(slopes.sum(axis=1))

    def from_log(self, v: Floats) -> tuple[Floats, Floats]:
        """Return t at log θ = v (d,), and dt/dv."""
        ratio = np.exp(v) / self.scale
        return (
            np.where(self.folded, np.arcsinh(ratio), v),
            np.where(self.folded, ratio / np.sqrt(1 + ratio**2), 1.0),
        )

    def fold(self, u: Floats) -> Floats:
        """Take what lies below an SD of 0 to the same SD above it."""
        u = u.copy()
        for j, folded in enumerate(self.folded):
            if folded:
                u[:, j] = np.abs(u[:, j])
        return u

    def log_density(self, proposal: StudentT, u: Floats) -> Floats:
        """Return the log density of folded draws u (S, k)."""
        return folded_log_density(proposal, u, self.folded)


@dataclass(eq=False)
class _Target:
    """The posterior density of θ and the border x, the forest integrated out."""

    forest: Forest
    hypers: tuple[Hyper, ...]
    start: Mode | None = None

    def log_density(
        self, theta: Floats, x: Floats, rng: np.random.Generator | None = None
    ) -> tuple[Floats, Integral]:
        """Return the log density at theta (S, d) and x (S, p), and the integral that it is of."""
        integral = integrate_forest(self.forest, theta, x, self.start, rng)
        S = np.maximum(self.forest.scales(theta)[0], 1e-300)
        value = integral.log_p - 0.5 * ((x / S) ** 2).sum(axis=1) - np.log(S).sum(axis=1)
        value = value + log_prior(self.hypers, theta)
        return np.where(np.isfinite(value), value, -1e290), integral

    def on_axis(
        self, axis: _Axis, border: _Border, u: Floats, rng: np.random.Generator | None = None
    ) -> tuple[Floats, Integral]:
        """Return the log density of (t, w) at u (S, k), and the integral that it is of."""
        d = len(self.hypers)
        t, w = u[:, :d], u[:, d:]
        theta = axis.theta(t)
        S = self.forest.scales(theta)[0]
        value, integral = self.log_density(theta, border.x(t, w, S), rng)
        slope = axis.log_slope(t) + border.log_slope(t, S)
        return np.maximum(value + slope, -1e290), integral

    def profile(self, v: Floats) -> tuple[Floats, Mode]:
        """Return the log density of log θ = v (M, d) with the border's Laplace integral."""
        theta = np.exp(v)
        mode = find_mode(self.forest, theta, start=self.start)
        value, _ = self.log_density(theta, mode.x)
        S, _ = self.forest.scales(theta)
        assert mode.H is not None
        value = value - 0.5 * np.linalg.slogdet(mode.H)[1]
        return value + np.log(np.maximum(S, 1e-300)).sum(axis=1) + v.sum(axis=1), mode


@dataclass(frozen=True, eq=False)
class _Peak:
    """The peak over log θ: place (d,) and minus the second derivatives there."""

    v: Floats
    curvature: Floats


@dataclass(frozen=True, eq=False)
class _Border:
    r"""The border given θ, in units of its Laplace approximation: x = S(ξ(t) + ℓ(t) ∘ U(t) w).

    ``S`` are the prior SDs of x, ξ the mode in their units, and diag(ℓ) U a Cholesky root of its
    covariance. All three are fitted by quadratics in t, within ``low`` and ``high``: whatever they
    are, w is a coordinate as good as x, and where they are right it is standard normal.
    """

    low: Floats
    high: Floats
    coefficients: Floats  # (features, p + p + p(p − 1)/2)
    p: int

    @classmethod
    def fitted(cls, target: _Target, axis: _Axis, peak: _Peak, root: Floats) -> _Border:
        """Look at the modes around the peak over the hyperparameters, as wide as is likely."""
        d, p = len(peak.v), target.forest.A.shape[1]
        t0, _ = axis.from_log(peak.v)
        around = StudentT(t0, root).even_draws(LOOKS * (d + 1) * (d + 2), np.random.default_rng(1))
        t = np.concatenate([t0[None], axis.fold(around)])
        low, high = np.quantile(t, 0.02, axis=0), np.quantile(t, 0.98, axis=0)
        t = np.clip(t, low, high)
        theta, found = axis.theta(t), []
        size = max(1, _CHUNK // max(target.forest.A.size, 1))
        for first in range(0, len(t), size):
            mode = find_mode(target.forest, theta[first : first + size], start=target.start)
            S, _ = target.forest.scales(theta[first : first + size])
            assert mode.H is not None
            lower = np.linalg.cholesky(np.linalg.inv(mode.H))
            own = np.diagonal(lower, axis1=1, axis2=2)
            below = (lower / own[:, :, None])[:, *np.tril_indices(p, -1)]
            found.append(np.hstack([mode.x / np.maximum(S, 1e-300), np.log(own), below]))
        border = cls(low, high, np.zeros((1, 1)), p)
        lines = np.linalg.lstsq(border._features(t), np.concatenate(found), rcond=1e-9)[0]
        return replace(border, coefficients=np.asarray(lines, dtype=np.float64))

    def _features(self, t: Floats) -> Floats:
        """Return 1, t and its products (S, features)."""
        t = np.clip(t, self.low, self.high)
        one, two = np.triu_indices(t.shape[1])
        return np.column_stack([np.ones(len(t)), t, t[:, one] * t[:, two]])

    def x(self, t: Floats, w: Floats, S: Floats) -> Floats:
        """Return x (S, p) at t (S, d) and w (S, p), with the prior SDs ``S`` there."""
        p, out = self.p, np.empty_like(w)
        size = max(1, _CHUNK // max(p * p, 1))
        for first in range(0, len(t), size):
            rows = slice(first, first + size)
            values = self._features(t[rows]) @ self.coefficients
            U = np.tile(np.eye(p), (len(values), 1, 1))
            U[:, *np.tril_indices(p, -1)] = values[:, 2 * p :]
            turned = (U @ w[rows, :, None])[:, :, 0]
            out[rows] = values[:, :p] + np.exp(values[:, p : 2 * p]) * turned
        return S * out

    def log_slope(self, t: Floats, S: Floats) -> Floats:
        """Return log |dx/dw| (S,)."""
        own = self._features(t) @ self.coefficients[:, self.p : 2 * self.p]
        return np.asarray((own + np.log(np.maximum(S, 1e-300))).sum(axis=1))


def _find_peak(target: _Target) -> _Peak:
    hypers, d = target.hypers, len(target.hypers)
    low = np.log([max(hyper.prior.support[0], 1e-6 * hyper.start) for hyper in hypers]) + 1e-3
    high = np.log([min(hyper.prior.support[1], 1e4 * hyper.start) for hyper in hypers]) - 1e-3
    v = np.clip(np.log([0.4 * hyper.start for hyper in hypers]), low, high)
    steps = np.concatenate([np.zeros((1, d)), *_pairs(d)])
    for _ in range(25):
        values, mode = target.profile(np.clip(v + _STEP * steps, low, high))
        target.start = _one(mode, 0)
        slope, curvature = _differences(values, d)
        roots, vectors = np.linalg.eigh(curvature)
        curvature = (vectors * np.maximum(np.abs(roots), 0.25)) @ vectors.T
        move = np.clip(np.linalg.solve(curvature, slope), -1.0, 1.0)
        tries = np.clip(v + np.array([[1.0], [0.5], [0.2]]) * move, low, high)
        reached, _ = target.profile(tries)
        best = int(reached.argmax())
        if reached[best] <= values[0] + 0.01:
            break
        v = tries[best]
    return _Peak(v, curvature)


def _root_of_hypers(peak: _Peak, axis: _Axis) -> Floats:
    """Return a Cholesky root of the hyperparameters' covariance on their axes, at the peak."""
    _, slope = axis.from_log(peak.v)
    turned = np.linalg.inv(peak.curvature) * slope[:, None] * slope
    return np.asarray(np.linalg.cholesky(1.3 * turned + 1e-12 * np.eye(len(turned))))


def _first_proposal(peak: _Peak, axis: _Axis, root: Floats, border: _Border) -> StudentT:
    """Put a t distribution of (t, w) at the peak."""
    d, k = len(root), len(root) + border.p
    whole = np.sqrt(1.3) * np.eye(k)
    whole[:d, :d] = root
    return StudentT(np.concatenate([axis.from_log(peak.v)[0], np.zeros(border.p)]), whole)


def _climb(target: _Target, axis: _Axis, border: _Border, first: StudentT) -> StudentT:
    """Move a proposal to the joint peak of (t, w): the border's own, of few yes/no records, is low.

    Newton's method with the proposal's covariance for the second derivatives.
    """
    k = len(first.mean)
    covariance = first.root @ first.root.T
    step = 0.2 * np.sqrt(np.diag(covariance))
    u = first.mean
    for _ in range(CLIMBS):
        turns = np.concatenate([np.zeros((1, k)), np.diag(step), -np.diag(step)])
        values, _ = target.on_axis(axis, border, u + turns)
        slope = (values[1 : 1 + k] - values[1 + k :]) / (2 * step)
        move = covariance @ slope
        length = np.sqrt(max(float(slope @ move), 1e-300))
        move *= min(1.0, 2.0 / length)
        tries = u + np.array([[1.0], [0.5], [0.2]]) * move
        reached, _ = target.on_axis(axis, border, tries)
        best = int(reached.argmax())
        if reached[best] <= values[0] or length < 0.2:
            break
        u = axis.fold(tries[[best]])[0]
    return StudentT(u, first.root)


def _pairs(d: int) -> list[Floats]:
    """Return the steps ±e_j, then e_i + e_j for i < j."""
    eye = np.eye(d)
    single = [np.stack([eye[j], -eye[j]]) for j in range(d)]
    return single + [(eye[i] + eye[j])[None] for i in range(d) for j in range(i + 1, d)]


def _differences(values: Floats, d: int) -> tuple[Floats, Floats]:
    """Return the slope and minus the second derivatives from values at the steps of `_pairs`."""
    plus, minus = values[1 : 1 + 2 * d : 2], values[2 : 2 + 2 * d : 2]
    slope = (plus - minus) / (2 * _STEP)
    bend = np.diag((plus + minus - 2 * values[0]) / _STEP**2)
    at = 1 + 2 * d
    for i in range(d):
        for j in range(i + 1, d):
            bend[i, j] = (values[at] - plus[i] - plus[j] + values[0]) / _STEP**2
            bend[j, i] = bend[i, j]
            at += 1
    return slope, -bend


def _one(mode: Mode, k: int) -> Mode:
    """Return the mode of problem k alone."""
    rows = slice(k, k + 1)
    return Mode(
        mode.x[rows],
        [z[rows] for z in mode.z],
        [D[rows] for D in mode.D],
        [J[rows] for J in mode.J],
        None if mode.H is None else mode.H[rows],
        mode.log_laplace[rows],
    )
