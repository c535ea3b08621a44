r"""Integration over the hyperparameters of a model with Student-t effects.

Every unit of a t term has an SD of its own (:mod:`ligzda.evidence.level_scales`), so there are as
many hyperparameters as sites, and more. They are sampled by adaptive multiple importance sampling
(Cornuet et al. 2012, as in :mod:`ligzda.evidence.dependent`) on axes where the posterior is near
normal: asinh(σ/s), folded at 0, for an SD (as in :mod:`ligzda.evidence.nested`), the logarithm for
a parameter of the family, and for κ its *normal score* w, of which the prior is exactly N(0, 1) and
from which the data move only those of sites that lie apart.

The first proposal has the scales of the model with normal effects and the prior of every w, so it
covers every way of telling which site is unlike the others; rounds in which few draws count are
tempered. A share of the last draws comes from the first proposal still: what the adapted one has
missed – a second mode – then shows in k̂ and in the effective number of draws, which are those of
draws that adapted nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ligzda.evidence.codes import Step
from ligzda.evidence.conditional import Conditional, Problem, solve
from ligzda.evidence.dependent import draws_as_marginals
from ligzda.evidence.gamma_scores import log_gamma_quantile
from ligzda.evidence.gaussian import normal_cdf, normal_quantile
from ligzda.evidence.hyper import HyperPosterior, integrate, log_prior
from ligzda.evidence.pareto import smooth
from ligzda.evidence.priors import Hyper
from ligzda.evidence.proposals import DEGREES, StudentT, folded_log_density
from ligzda.evidence.settle import Error, Settled
from ligzda.evidence.tables import Floats, Ints

ROUNDS, POINTS = 8, 400
EFFICIENT = 0.35  # effective share of a round, from which on no further one is worth it
WANTED = 6000  # effective draws of the design
MOST = 16_000
MANY = 1500  # points of a design whose conditionals are not exact …
CELLS = 36  # … of a table of so many cells, and fewer of a larger one
MORE = 3  # times as many of both, where those were not good enough
LEAST = 0.25  # share of all those points that is always taken
DEFENCE = 0.1  # share of the last draws that comes from the first proposal
MAX_PARETO_K, CLEAR = 0.7, 0.5
LIMITS = (0.025, 0.975)
MAX_LIMIT = 0.15  # Monte Carlo error of a limit, in SDs: of an SD with a long tail
FAR_OUT = 0.5  # error of a limit, in SDs, of an effect that has the tails of a t
UNKNOWN = Error(1.0, 1.0, 1.0)  # weights with such a tail do not know their own error
ROOT = (2 * np.pi) ** 0.5
SEED = 20_262


@dataclass(frozen=True, eq=False)
class _Axes:
    """u = (t of the plan's own hyperparameters, w of every unit in the data)."""

    hypers: tuple[Hyper, ...]
    own: Ints
    units: Ints
    fresh: Ints
    scale: Floats

    @classmethod
    def of(cls, hypers: tuple[Hyper, ...], fresh: Ints, scale: Floats) -> _Axes:
        """Make the axes linear below ``scale`` (of the plan's own hyperparameters)."""
        places = np.arange(len(hypers))
        around = np.array([hyper.around for hyper in hypers])
        own = places[around < 0]
        units = np.setdiff1d(places[around >= 0], fresh)
        return cls(hypers, own, units, fresh, scale)

    @property
    def folded(self) -> list[bool]:
        return [self.hypers[j].is_sd for j in self.own]

    def fold(self, u: Floats) -> Floats:
        """Take what lies below an SD of 0 to the same SD above it."""
        u = u.copy()
        some = np.flatnonzero(self.folded)
        u[:, some] = np.abs(u[:, some])
        return u

    def theta(self, u: Floats, rng: np.random.Generator) -> Floats:
        """Return all hyperparameters (S, d) at u; those of new units are drawn, evenly spread."""
        t, w = u[:, : len(self.own)], u[:, len(self.own) :]
        theta = np.empty((len(u), len(self.hypers)))
        theta[:, self.own] = np.where(self.folded, self.scale * np.sinh(np.abs(t)), np.exp(t))
        for j, score in zip(self.units, w.T, strict=True):
            theta[:, j] = theta[:, self.hypers[j].around] * _kappa(self.hypers[j], score)
        even = (np.arange(len(u)) + 0.5) / len(u)
        for j in self.fresh:
            score = normal_quantile(rng.permutation(even))
            theta[:, j] = theta[:, self.hypers[j].around] * _kappa(self.hypers[j], score)
        return theta

    def log_prior(self, u: Floats, theta: Floats) -> Floats:
        """Return the log prior density on these axes, (S,)."""
        k = len(self.own)
        slopes = np.where(self.folded, np.log(self.scale) + np.log(np.cosh(u[:, :k])), u[:, :k])
        own = tuple(self.hypers[j] for j in self.own)
        stated = log_prior(own, theta[:, self.own]) + slopes.sum(axis=1)
        return np.asarray(stated - 0.5 * (u[:, k:] ** 2).sum(axis=1))

    def log_density(self, proposal: StudentT, u: Floats) -> Floats:
        """Return the log density of folded draws."""
        return folded_log_density(proposal, u, self.folded)


@dataclass(frozen=True, eq=False)
class _Starts:
    """Where Newton's method begins at u: what the modes found so far say, linearly.

    Within ``low`` and ``high``, beyond which no line is trusted. A good beginning halves the steps.
    """

    low: Floats
    high: Floats
    lines: Floats

    @classmethod
    def at(cls, eta: Floats, k: int) -> _Starts:
        """Begin at one η everywhere."""
        return cls(np.zeros(k), np.zeros(k), np.vstack([eta, np.zeros((k, len(eta)))]))

    @classmethod
    def fitted(cls, u: Floats, eta: Floats, weights: Floats) -> _Starts:
        """Fit η (S, N) on u (S, k), by so much weight at each."""
        low, high = np.quantile(u, 0.02, axis=0), np.quantile(u, 0.98, axis=0)
        features = np.column_stack([np.ones(len(u)), np.clip(u, low, high)])
        share = weights + 0.1 / len(weights)  # all draws a little: a line wants its ends
        weighted = features * share[:, None]
        square = weighted.T @ features
        square[np.diag_indices_from(square)] *= 1 + 1e-6
        lines = np.linalg.lstsq(square, weighted.T @ eta, rcond=None)[0]
        return cls(low, high, np.asarray(lines, dtype=np.float64))

    def __call__(self, u: Floats) -> Floats:
        """Return η (S, N) to begin at."""
        return np.asarray(self.lines[0] + np.clip(u, self.low, self.high) @ self.lines[1:])


def integrate_heavy_tails(
    problem: Problem, hypers: tuple[Hyper, ...], fresh: Ints, *, effort: float = 1.0
) -> Settled:
    """Return a design of weighted draws of the hyperparameters, and how well it is known.

    ``fresh`` are the places of the SDs of new units, ``effort`` the share of the usual number of
    draws, by which what is good may be off more. Deterministic.
    """
    rng = np.random.default_rng(SEED)
    axes, first, eta = _begin(problem, hypers, fresh)
    k, exactly = len(first.mean), problem.family.exactly_gaussian
    starts, modes = _Starts.at(eta, k), np.zeros((0, len(eta)))

    def log_target(u: Floats) -> tuple[Floats, Floats]:
        theta = axes.theta(u, rng)
        stated, mode = axes.log_prior(u, theta), starts(u)
        value, inside = np.full(len(u), -np.inf), np.isfinite(stated)
        if inside.any():
            start = None if exactly else mode[inside]
            parts = solve(problem, theta[inside], start=start, variational=False, correct=False)
            value[inside] = np.concatenate([part.log_z for part in parts]) + stated[inside]
            mode[inside] = np.concatenate([part.eta for part in parts])
        return value, mode

    points = int((POINTS + 20 * k) * max(effort, 0.5))
    proposals, draws, targets = [first], np.zeros((0, k)), np.zeros(0)
    efficiency = 0.0
    for _ in range(ROUNDS):
        u = axes.fold(proposals[-1].draws(points, rng))
        value, mode = log_target(u)
        alone = _share(value - axes.log_density(proposals[-1], u))
        draws, targets = np.concatenate([draws, u]), np.concatenate([targets, value])
        density = np.logaddexp.reduce([axes.log_density(one, draws) for one in proposals])
        weights = _tempered(targets - density, 3.0 * k)
        if not exactly:
            modes = np.concatenate([modes, mode])
            starts = _Starts.fitted(draws, modes, weights)
        efficiency = max(alone, 0.02)
        if alone > EFFICIENT:
            break
        proposals.append(StudentT.fitted(draws, weights, widen=1.2, least=0.05))
    last = StudentT.fitted(draws, weights, widen=1.1, least=0.05)
    share = _share_of_draws(problem, effort)
    n = int(np.clip(share * WANTED / efficiency, share * WANTED, share * MOST))
    for times in (1, MORE):
        size = int(DEFENCE * n * times)
        u = axes.fold(np.concatenate([_even(last, n * times - size, rng), _even(first, size, rng)]))
        log_q = np.logaddexp(
            axes.log_density(last, u) + np.log1p(-DEFENCE),
            axes.log_density(first, u) + np.log(DEFENCE),
        )
        few = int(share * MANY * times)
        settled = _settled(problem, axes, u, log_target(u)[0], log_q, starts, few, rng)
        if settled.good or effort < 1:
            break
    return replace(settled, slack=effort**-0.5)


def _share_of_draws(problem: Problem, effort: float) -> float:
    """Return the share of all the points that conditionals which are not exact allow."""
    exactly, cells = problem.family.exactly_gaussian, len(problem.structure.group)
    return max(LEAST, effort * (1.0 if exactly else float(np.clip(CELLS / cells, 0.3, 1.0))))


def _begin(
    problem: Problem, hypers: tuple[Hyper, ...], fresh: Ints
) -> tuple[_Axes, StudentT, Floats]:
    """Look where the scales are if the effects were normal; return η there as well."""
    own = tuple(hyper for hyper in hypers if hyper.around < 0)
    assert problem.centre_of is not None
    owner = np.where(problem.owner >= 0, problem.centre_of[problem.owner], -1)
    normal = replace(problem, owner=owner, level_owner=None, centre_of=None)
    found = integrate(normal, own)
    median = np.concatenate([marginal.quantile(np.array([0.5])) for marginal in found.marginals])
    axes = _Axes.of(hypers, fresh, np.maximum(0.5 * median, 1e-300))
    t = np.where(axes.folded, np.arcsinh(found.theta / axes.scale), np.log(found.theta))
    centre = found.weights @ t
    spread = np.sqrt(found.weights @ (t - centre) ** 2)
    mean = np.concatenate([centre, np.zeros(len(axes.units))])
    sd = np.concatenate([np.maximum(1.5 * spread, 0.3), np.full(len(axes.units), 1.1)])
    eta = np.concatenate([part.eta for part in found.parts])[int(found.weights.argmax())]
    return axes, StudentT(mean, np.diag(sd)), eta


def _settled(
    problem: Problem, axes: _Axes, u: Floats, log_target: Floats, log_q: Floats, starts: _Starts,
    few: int, rng: np.random.Generator,
) -> Settled:  # fmt: skip
    """Make a design of the draws; where conditionals are dear, of ``few`` of them.

    Those are taken by the weights that they have with the plain Laplace approximation, and weighted
    by what the corrections change; how that goes with u corrects the marginals of all.
    """
    theta = axes.theta(u, rng)
    weights, pareto_k = smooth(log_target - log_q)
    draws = float(1 / (weights**2).sum())
    if problem.family.exactly_gaussian:
        kept = np.flatnonzero(weights > 1e-5 * weights.max())
        own = weights[kept] / weights[kept].sum()
        parts = solve(problem, theta[kept])
    else:
        ends = np.floor(np.cumsum(weights) / weights.sum() * few + rng.random())
        times = np.diff(ends, prepend=0.0)
        kept = np.flatnonzero(times)
        parts = solve(problem, theta[kept], start=starts(u[kept]), covariances=True)
        full = np.concatenate([part.log_z for part in parts]) + axes.log_prior(u, theta)[kept]
        change = full - log_target[kept]
        own, worse = smooth(change + np.log(times[kept]))
        pareto_k = max(pareto_k, worse if (own**2).sum() * few > 1 / CLEAR else -np.inf)
        features = np.column_stack([np.ones(len(u)), u])
        weighted = features[kept] * own[:, None]
        slope = np.linalg.lstsq(weighted.T @ features[kept], weighted.T @ change, rcond=1e-9)[0]
        moved = weights * np.exp(np.clip(features @ slope - slope[0], -5, 5))
        weights = moved / moved.sum()
    marginals = draws_as_marginals(axes.hypers, theta, weights)
    design = HyperPosterior(own, theta[kept], parts, marginals, 0.0, draws / len(u), 0.0)
    step = Step.LEVEL_SCALES.of(draws=draws, points=len(u), pareto_k=pareto_k)
    if pareto_k > MAX_PARETO_K and draws < CLEAR * len(u):
        return Settled(design, UNKNOWN, (step,))
    x = np.concatenate([part.x for part in parts])
    covariance = np.concatenate([part.precision.covariance_x for part in parts])
    spread = np.sqrt(np.diagonal(covariance, axis1=1, axis2=2))
    t = theta[:, axes.own]
    around = np.array([*(hyper.around for hyper in axes.hypers), -1])
    steady = around[problem.owner] < 0
    of_x, of_b = _errors(x, spread, own), _errors_of_groups(problem, parts, own)
    if of_x.limit[~steady].max(initial=of_b.limit.max(initial=0.0)) > FAR_OUT:
        return Settled(design, UNKNOWN, (step,))
    of_hypers = _errors(t, np.zeros_like(t), weights)
    pairs = zip(of_hypers, of_x, strict=True)
    largest = [max(one.max(initial=0.0), two[steady].max(initial=0.0)) for one, two in pairs]
    error = Error(*map(float, largest))
    vague = (~steady & of_x.vague, of_b.vague)
    return Settled(design, error, (step,), limit=MAX_LIMIT, vague=vague)


class _Errors(NamedTuple):
    """Monte Carlo errors (q,): of means and limits in posterior SDs, of SDs relatively."""

    mean: Floats
    sd: Floats
    limit: Floats

    @property
    def vague(self) -> NDArray[np.bool_]:
        """Which are known less well than the engine promises of the rest."""
        return (self.mean > 0.04) | (self.sd > 0.04) | (self.limit > MAX_LIMIT)


def _errors_of_groups(problem: Problem, parts: list[Conditional], w: Floats) -> _Errors:
    """Return the errors of the eliminated term's effects, where they are Student-t."""
    if problem.level_owner is None:
        return _Errors(*np.zeros((3, 0)))
    mean = np.concatenate([part.b for part in parts])
    variance = np.concatenate([part.precision.variance_b for part in parts])
    return _errors(mean, np.sqrt(np.maximum(variance, 0.0)), w)


def _errors(at: Floats, spread: Floats, w: Floats) -> _Errors:
    """Return the Monte Carlo errors of mixtures of normals: centres and SDs (K, q).

    An effect is known exactly given a point, so what varies from point to point is its mean, and
    how much of its density lies below a limit. Of hyperparameters the SDs are 0.
    """
    mean = w @ at
    sd = np.sqrt(np.maximum(w @ (spread**2 + (at - mean) ** 2), 1e-300))
    off = (at - mean) / sd
    square = 0.5 * ((spread / sd) ** 2 + off**2 - 1)
    one, two = (np.sqrt(w**2 @ value**2) for value in (off, square))
    own = np.maximum(spread, 1e-9 * sd)  # whatever the unit
    width = spread + 0.05 * sd  # a little, for the density
    limit = np.zeros(at.shape[1])
    for level in LIMITS:
        where = _quantiles(at, own, w, level)
        below = normal_cdf((where - at) / own)
        density = w @ (np.exp(-0.5 * ((where - at) / width) ** 2) / width) / ROOT
        moved = np.sqrt(w**2 @ (below - level) ** 2)
        limit = np.maximum(limit, moved / np.maximum(density * sd, 1e-3))
    return _Errors(one, two, limit)


def _quantiles(at: Floats, sd: Floats, weights: Floats, level: float) -> Floats:
    """Return quantiles (q,) of mixtures of normals (K, q) by bisection."""
    low, high = (at - 9 * sd).min(axis=0), (at + 9 * sd).max(axis=0)
    for _ in range(26):
        middle = 0.5 * (low + high)
        below = weights @ normal_cdf((middle - at) / sd) < level
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray(0.5 * (low + high))


def _even(proposal: StudentT, n: int, rng: np.random.Generator) -> Floats:
    """Return n draws of a proposal, each of its own coordinates spread evenly (a Latin hypercube).

    A sequence as that of :meth:`StudentT.even_draws` is no longer even in so many dimensions.
    """
    k = len(proposal.mean)
    order = rng.permuted(np.tile(np.arange(n)[:, None], (1, k + 1)), axis=0)
    uniform = (order + rng.random((n, k + 1))) / n
    scores = normal_quantile(uniform)
    spread = 2 * np.exp(log_gamma_quantile(scores[:, k], 0.5 * DEGREES)) / DEGREES
    z = scores[:, :k] @ proposal.root.T
    return np.asarray(proposal.mean + z / np.sqrt(spread)[:, None])


def _kappa(hyper: Hyper, score: Floats) -> Floats:
    """Return κ at its normal score: κ⁻² is gamma, and small where κ is large."""
    shape, rate = hyper.prior.arguments
    return np.asarray(np.exp(-0.5 * (log_gamma_quantile(-score, shape) - np.log(rate))))


def _share(log_weights: Floats) -> float:
    weights = np.exp(log_weights - log_weights.max())
    return float(weights.sum() ** 2 / (weights**2).sum() / len(weights))


def _tempered(log_weights: Floats, least: float) -> Floats:
    """Return normalised weights to the largest power ≤ 1 that leaves so many effective draws."""
    low, high = 0.0, 1.0
    log_weights = np.maximum(log_weights - log_weights.max(), -1e4)
    for step in range(20):
        power = 1.0 if step == 0 else 0.5 * (low + high)
        if _share(power * log_weights) * len(log_weights) >= least:
            low = power
            if step == 0:
                break
        else:
            high = power
    weights = np.exp(low * log_weights)
    return np.asarray(weights / weights.sum())
