"""Is the integral over the hyperparameters right? Two rules are compared; the better one is taken.

The first is the product of slices (:mod:`ligzda.evidence.hyper`), the second a lattice along the
posterior's own axes (:mod:`ligzda.evidence.lattice`), which shares neither points nor coordinates
with it. Where they agree in every mean, SD and limit the first stands and their difference is its
error. Where they do not, a second lattice between the points of the first tells which is right; the
lattices are made denser until they agree with one another. Where that takes too many points – six
hyperparameters and more – the design is sampled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ligzda.evidence.codes import Remark, Step
from ligzda.evidence.conditional import Problem
from ligzda.evidence.dependent import integrate_dependent
from ligzda.evidence.gaussian import normal_cdf
from ligzda.evidence.hyper import HyperMarginal, HyperPosterior
from ligzda.evidence.lattice import MOST, STEP, Cloud, Evidence, Explorer, Lattice, cloud_of
from ligzda.evidence.priors import Hyper
from ligzda.evidence.tables import Floats

_Z = 1.96
_DENSITY = 0.0584  # of the standard normal there
DEAR = 600  # points, where each of them is an iteration
FAR_SD, MAX_FAR = 100.0, 0.02  # an SD of effects in the predictor's scale, and P(beyond it)
_MANY = 400  # predictors beyond these are compared by means and SDs alone


class Error(NamedTuple):
    """Largest differences of two rules: means and limits in posterior SDs, SDs relatively."""

    mean: float
    sd: float
    limit: float

    def within(self, mean: float, sd: float, limit: float) -> bool:
        """Whether all are within bounds."""
        return self.mean <= mean and self.sd <= sd and self.limit <= limit

    @classmethod
    def of_draws(cls, draws: float) -> Error:
        """Return the Monte Carlo errors of a mean, an SD and a 2.5 % limit of a normal."""
        one = draws**-0.5
        return cls(one, one / 2**0.5, 0.156 / _DENSITY * one)

    @property
    def small(self) -> bool:
        """Whether nothing of it is worth another look."""
        return self.within(0.02, 0.015, 0.04)

    @property
    def good(self) -> bool:
        """Whether it is within what the engine promises."""
        return self.within(0.04, 0.04, 0.1)


@dataclass(frozen=True, eq=False)
class Settled:
    """The integral over the hyperparameters, its error (None where there are none), and how.

    ``far`` is the mass at SDs of effects beyond ``FAR_SD`` in the scale of the predictor. ``limit``
    is what a limit may be off: more, where the error is a measured Monte Carlo error.
    """

    hyper: HyperPosterior
    error: Error | None
    steps: tuple[Remark, ...]
    far: float = 0.0
    limit: float = 0.1
    slack: float = 1.0
    vague: tuple[NDArray[np.bool_], NDArray[np.bool_]] | None = None

    @property
    def good(self) -> bool:
        """Whether the error is within what the engine promises."""
        bounds = (self.slack * bound for bound in (0.04, 0.04, self.limit))
        return self.error is None or self.error.within(*bounds)


def settle(
    problem: Problem,
    hypers: tuple[Hyper, ...],
    first: HyperPosterior,
    evidence: Evidence | None = None,
    *,
    once: bool = False,
) -> Settled:
    """Check a design of the hyperparameters by a second rule, and replace it where it is wrong.

    ``evidence`` gives the second rule a log Z of its own; with ``once`` a design is only judged.
    """
    d = len(hypers)
    if not d:
        return Settled(first, None, ())
    if d not in STEP:
        return _sampled(problem, hypers, first, ())
    explorer = Explorer(problem, hypers, first, evidence)
    # of a first rule that is surely off two lattices will be wanted: each of half the points
    one = explorer.fill(0.0, STEP[d] * (2 ** (1 / d) if explorer.far else 1.0))
    own = cloud_of(hypers, first)
    error = difference(own, one.cloud, first.marginals)
    if one.whole and error.small:
        return Settled(first, error, ())
    if once:
        return Settled(first, error, ())
    before = error
    far = 0.0
    if evidence is not None:
        far = float(one.cloud.weights @ (problem.reach(one.cloud.theta) > FAR_SD))
        if far > MAX_FAR:
            return Settled(first, error, (), far)
    while one.whole:
        two = explorer.fill(0.5, one.step, one)
        both = one.cloud.joined(two.cloud)
        apart = difference(one.cloud, two.cloud)
        error = difference(own, both, first.marginals)
        if error.small:
            return Settled(first, error, ())
        if apart.good or not _affordable(one, MOST if problem.family.exactly_gaussian else DEAR):
            # what is left of the union is far less than what its halves differ by
            step = Step.LATTICE.of(
                points=len(both.u), mean=before.mean, sd=before.sd, limit=before.limit
            )
            design = explorer.posterior(one.cloud if apart.small else both, (one, two))
            # what is reported is made of the lattices: it is held against them
            made = difference(both, both, design.marginals)
            return Settled(design, Error(*map(max, apart, made)), (step,))
        one = explorer.fill(0.0, one.step * 0.7, one)
    if evidence is not None:  # the sampled design has none of its own
        return Settled(first, error, (), far)
    step = Step.SAMPLED_DESIGN.of(agreement=first.agreement)
    return _sampled(problem, hypers, first, (step,))


def difference(one: Cloud, two: Cloud, marginals: tuple[HyperMarginal, ...] | None = None) -> Error:
    """Compare effects and hyperparameters of two designs; ``marginals`` are those reported."""
    mean, sd, limit = _of_effects(one, two)
    for j in range(two.theta.shape[1]):
        values, weights = one.theta[:, j], one.weights
        if marginals is not None:
            values, weights = marginals[j].sigma, marginals[j].mass
        scale = max(_median(two.theta[:, j], two.weights), 1e-300)
        # limits on an axis that is linear near 0 and logarithmic in the tail
        ours = _Shape.of(np.arcsinh(values / scale), weights)
        right = _Shape.of(np.arcsinh(two.theta[:, j] / scale), two.weights)
        shown = ours, right
        if _has_moments(values, weights) and _has_moments(two.theta[:, j], two.weights):
            shown = _Shape.of(values, weights), _Shape.of(two.theta[:, j], two.weights)
        mean = max(mean, abs(shown[0].mean - shown[1].mean) / shown[1].sd)
        sd = max(sd, abs(shown[0].sd / shown[1].sd - 1))
        limit = max(limit, float(np.abs(ours.limits - right.limits).max()) / right.sd)
    return Error(mean, sd, limit)


class _Shape(NamedTuple):
    """Moments of a density, which weighted points know far better than its quantiles."""

    mean: float
    sd: float
    skewness: float
    kurtosis: float

    @classmethod
    def of(cls, values: Floats, weights: Floats) -> _Shape:
        mean = float(weights @ values)
        sd = max(float(np.sqrt(weights @ (values - mean) ** 2)), 1e-300)
        z = np.clip((values - mean) / sd, -1e3, 1e3)
        return cls(mean, sd, float(weights @ z**3), float(weights @ z**4) - 3)

    @property
    def limits(self) -> Floats:
        """The 95 % limits after Cornish & Fisher (1938), to the fourth moment."""
        z, g, k = np.array([-_Z, _Z]), self.skewness, self.kurtosis
        at = z + g * (z**2 - 1) / 6 + k * (z**3 - 3 * z) / 24 - g**2 * (2 * z**3 - 5 * z) / 36
        return np.asarray(self.mean + self.sd * at)


def _median(values: Floats, weights: Floats) -> float:
    order = np.argsort(values)
    return float(np.interp(0.5, np.cumsum(weights[order]), values[order]))


def _has_moments(values: Floats, weights: Floats) -> bool:
    """Whether an SD is made by more than a thousandth of the mass: a half-Cauchy tail has none."""
    order = np.argsort(values)
    square = (weights * values**2)[order]
    tail = np.cumsum(weights[order][::-1])[::-1] < 1e-3
    return float(square[tail].sum()) < 0.1 * float(square.sum())


def _of_effects(one: Cloud, two: Cloud) -> tuple[float, float, float]:
    if not one.mean.shape[1]:
        return 0.0, 0.0, 0.0
    centre, spread = _mixed(one)
    other, size = _mixed(two)
    size = np.maximum(size, 1e-300)
    mean = float((np.abs(centre - other) / size).max())
    # the effect of a site without events is as wide as the SD, and has no moments where that has
    known = _have_moments(one) & _have_moments(two)
    sd = float(np.abs(spread / size - 1)[known].max(initial=0.0))
    some = slice(0, _MANY)
    limit = 0.0
    for side in (-_Z, _Z):
        at = (centre + side * spread)[some]
        off = np.abs(_below(one, at, some) - _below(two, at, some)) / _DENSITY
        limit = max(limit, float(off.max()))
    return mean, sd, limit


def _have_moments(cloud: Cloud) -> NDArray[np.bool_]:
    """Whether each effect's SD is made by more than a thousandth of the mass."""
    square = cloud.variance + (cloud.mean - cloud.weights @ cloud.mean) ** 2
    order = np.argsort(-square, axis=0)
    weights = cloud.weights[order]
    parts = weights * np.take_along_axis(square, order, axis=0)
    tail = np.where(np.cumsum(weights, axis=0) < 1e-3, parts, 0.0)
    return np.asarray(tail.sum(axis=0) < 0.1 * parts.sum(axis=0))


def _mixed(cloud: Cloud) -> tuple[Floats, Floats]:
    w = cloud.weights
    mean = w @ cloud.mean
    return mean, np.sqrt(w @ (cloud.variance + (cloud.mean - mean) ** 2))


def _below(cloud: Cloud, at: Floats, some: slice) -> Floats:
    live = cloud.weights > 1e-6 * cloud.weights.max()
    w = cloud.weights[live]
    sd = np.sqrt(np.maximum(cloud.variance[live, some], 1e-300))
    return np.asarray(w @ normal_cdf((at - cloud.mean[live, some]) / sd))


def _affordable(lattice: Lattice, most: int) -> bool:
    """Whether a lattice of .7 of the step, and its other half, have few enough points."""
    d = len(lattice.centre)
    return len(lattice.cloud.u) * 0.7**-d < most / 2


def _sampled(
    problem: Problem, hypers: tuple[Hyper, ...], first: HyperPosterior, steps: tuple[Remark, ...]
) -> Settled:
    design, draws = integrate_dependent(problem, hypers, first)
    return Settled(design, Error.of_draws(draws), steps)
