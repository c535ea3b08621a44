"""What importance weights say of the nested approximation: errors of means, SDs and limits.

The draws come from the approximation and adapted nothing; their weights lead to the exact
posterior (:mod:`ligzda.evidence.importance`). Differences of the same draws weighted and
unweighted have a small Monte Carlo error, which stands beside each.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from ligzda.evidence.functionals import Functionals
from ligzda.evidence.hyper import HyperMarginal, HyperPosterior
from ligzda.evidence.importance import WeightedSample
from ligzda.evidence.mixture import Mixture, MixturePosterior
from ligzda.evidence.tables import Floats
from ligzda.evidence.tilting import positive_features, tilted

LIMITS = np.array([0.025, 0.975])
TAIL_DENSITY = 0.0584  # of the standard normal at its 2.5 % limit


class Measured(NamedTuple):
    """The largest size of an error among all quantities, and its Monte Carlo error."""

    size: float
    mcse: float

    def within(self, bound: float) -> bool:
        """Whether it is within a bound, but for twice its Monte Carlo error."""
        return self.size <= bound + 2 * self.mcse


@dataclass(frozen=True)
class Shift:
    """Errors of means and limits in posterior SDs, of SDs relatively."""

    mean: Measured
    sd: Measured
    limit: Measured

    @property
    def small(self) -> bool:
        """Whether the approximation can stand as it is."""
        near = self.mean.within(0.035) and self.sd.within(0.025) and self.limit.within(0.05)
        return near and self.mean.mcse <= 0.02 and self.sd.mcse <= 0.012

    @property
    def sure(self) -> bool:
        """Whether it is small even at the far end of what few draws know of a limit."""
        return self.small and self.limit.size + 2 * self.limit.mcse <= 0.1


def shifts(posterior: MixturePosterior, checked: WeightedSample) -> Shift:
    """Compare what is reported of every coefficient and hyperparameter with the weighted draws.

    Student-t effects and their SDs are left out: where a site's data are silent they have the tails
    of a t, of which a thousand draws say nothing.

    The worst limit is the one that may be furthest off, twice its Monte Carlo error included.
    """
    model = posterior.model
    steady, stated = model.steady, sum(hyper.around < 0 for hyper in model.hypers)
    x = checked.x if steady.all() else checked.x[:, steady]  # a copy would round otherwise
    values = np.concatenate([checked.theta[:, :stated], x], axis=1)
    centre, sd = values.mean(axis=0), values.std(axis=0)
    off = (values - centre) / np.where(sd > 0, sd, 1.0)
    change = checked.weights - 1 / len(values)
    mean = _largest(change, off)
    spread = _largest(change, 0.5 * (off**2 - 1) - off * (change @ off))
    limits = (
        _limits(posterior, checked, change),
        _hyper_limits(posterior.hyper.marginals[:stated], checked, change),
    )
    return Shift(mean, spread, max(limits, key=lambda limit: limit.size + 2 * limit.mcse))


def monte_carlo(draws: float) -> Shift:
    """Return the Monte Carlo errors of so many effective draws: what is known of their errors."""
    one = float(draws**-0.5)
    two, three = one / 2**0.5, 0.156 / TAIL_DENSITY * one  # √(.025 × .975) = .156
    return Shift(Measured(one, one), Measured(two, two), Measured(three, three))


def corrected_marginals(
    hyper: HyperPosterior, checked: WeightedSample
) -> tuple[HyperMarginal, ...]:
    """Return the hyperparameters' marginals with the draws' weights in them.

    A marginal is tilted by as much as the weights change the draws' moments: the same correction as
    that of the effects.
    """
    result = []
    change = checked.weights - 1 / len(checked.weights)
    for j, marginal in enumerate(hyper.marginals):
        scale = max(marginal.mean, 1e-300)
        features = positive_features(marginal.sigma, scale)
        moved = change @ positive_features(checked.theta[:, j], scale)
        mass = tilted(marginal.mass, features, marginal.mass @ features + moved)
        result.append(HyperMarginal(marginal.name, marginal.sigma, mass))
    return tuple(result)


def _largest(change: Floats, values: Floats) -> Measured:
    if not values.shape[1]:
        return Measured(0.0, 0.0)
    size = np.abs(change @ values)
    worst = int(size.argmax())
    return Measured(float(size[worst]), float(np.sqrt(change**2 @ values[:, worst] ** 2)))


def _limits(posterior: MixturePosterior, checked: WeightedSample, change: Floats) -> Measured:
    """Compare the limits of the coefficients, which are corrected for skewness.

    The draws are not: what they would give without weights is known from the mixture, so only the
    effect of the weights is sampled. A share of draws is a distance by the density at the limit,
    which a long tail has less of than a normal one. Student-t effects are not among them.
    """
    p, groups = checked.x.shape[1], posterior.model.n_groups
    if not p:
        return Measured(0.0, 0.0)
    d = checked.theta.shape[1]
    steady = posterior.model.steady
    if not steady.any():
        return Measured(0.0, 0.0)
    one = np.eye(p)[steady]
    f = Functionals(one, np.zeros((len(one), groups)), np.zeros((len(one), d)))
    mixture: Mixture = posterior.marginals(f)
    at = mixture.quantiles(LIMITS)
    plain = replace(mixture, skew_k=np.zeros_like(mixture.skew_k)).cdf(at)
    draws = checked.x + posterior.model.prior_mean
    if not steady.all():
        draws = draws[:, steady]
    step = 0.1 * mixture.sd[:, None]
    density = np.clip((mixture.cdf(at + step) - mixture.cdf(at - step)) / 0.2, 0.01, TAIL_DENSITY)
    worst = Measured(0.0, 0.0)
    for side, level in enumerate(LIMITS):
        below = (draws <= at[:, side]) - level
        size = np.abs(change @ below + plain[:, side] - level) / density[:, side]
        i = int(size.argmax())
        if size[i] >= worst.size:
            mcse = float(np.sqrt(change**2 @ below[:, i] ** 2)) / float(density[i, side])
            worst = Measured(float(size[i]), mcse)
    return worst


def _hyper_limits(
    marginals: tuple[HyperMarginal, ...], checked: WeightedSample, change: Floats
) -> Measured:
    """Compare the limits of the hyperparameters, whose draws lie on the few points of a design.

    A share of those points beyond a limit says little; but weights change their moments by a known
    amount, and what a tilt of the marginal by so much moves beyond the limit is, to first order,
    the regression of "beyond" on the moments' features (:func:`corrected_marginals`).
    """
    worst = Measured(0.0, 0.0)
    for j, marginal in enumerate(marginals):
        mass, sigma, scale = marginal.mass, marginal.sigma, max(marginal.mean, 1e-300)
        features = positive_features(sigma, scale)
        features = features - mass @ features
        drawn = positive_features(checked.theta[:, j], scale)
        drawn = drawn - drawn.mean(axis=0)
        weighted = (features * mass[:, None]).T
        cdf = np.cumsum(mass) - 0.5 * mass
        step = 0.1 * marginal.sd
        for at, level in zip(marginal.quantile(LIMITS), LIMITS, strict=True):
            below = (sigma <= at) - level
            slope = np.linalg.lstsq(weighted @ features, weighted @ below, rcond=1e-9)[0]
            low, high = np.interp([at - step, at + step], sigma, cdf)
            density = np.clip((high - low) / 0.2, 0.01, TAIL_DENSITY)
            moved = drawn @ slope
            size = float(abs(change @ moved) / density)
            if size >= worst.size:
                worst = Measured(size, float(np.sqrt(change**2 @ moved**2) / density))
    return worst
