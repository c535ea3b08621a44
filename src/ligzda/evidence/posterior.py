"""The joint posterior as everything downstream sees it: marginals and joint draws.

Two kinds exist: :class:`ligzda.evidence.mixture.MixturePosterior`, the deterministic nested
approximation, and :class:`ligzda.evidence.sampled.SampledPosterior`, weighted draws where the
former was not good enough.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from ligzda.evidence.functionals import Functionals
from ligzda.evidence.hyper import HyperMarginal, HyperPosterior
from ligzda.evidence.model import Model
from ligzda.evidence.results import Estimate
from ligzda.evidence.tables import Floats

PROBABILITIES = np.array([0.025, 0.1, 0.5, 0.9, 0.975])


@dataclass(frozen=True, eq=False)
class Draws:
    """Joint draws: ``theta`` (n, d), ``x`` (n, p), ``b`` (n, G), in the model's order.

    ``x`` includes the prior means. ``functional`` gives any linear functional of them.
    """

    theta: Floats
    x: Floats
    b: Floats

    def __len__(self) -> int:
        return len(self.theta)

    def first(self, n: int) -> Draws:
        """Return the first n draws (they are in random order), or all where there are fewer."""
        return Draws(self.theta[:n], self.x[:n], self.b[:n])

    def functional(self, f: Functionals, rng: np.random.Generator | None = None) -> Floats:
        """Return draws (n, q) of functionals; fresh levels need ``rng``."""
        values = self.x @ f.x.T + self.b @ f.b.T
        if rng is not None and f.fresh.any():
            variance = self.theta**2 @ f.fresh.T
            values = values + np.sqrt(variance) * rng.standard_normal(values.shape)
        return values


class Marginals(ABC):
    """Marginal posteriors of q functionals."""

    @property
    @abstractmethod
    def mean(self) -> Floats:
        """Posterior means (q,)."""

    @property
    @abstractmethod
    def sd(self) -> Floats:
        """Posterior SDs (q,)."""

    @abstractmethod
    def cdf(self, values: Floats) -> Floats:
        """Return P(ψ ≤ values) for values (q, n)."""

    @abstractmethod
    def quantiles(self, p: Floats) -> Floats:
        """Return quantiles (q, n) at probabilities p (n,)."""


@dataclass(frozen=True, eq=False)
class Posterior(ABC):
    """Posterior of a model. ``hyper`` holds the hyperparameters' points, weights and marginals."""

    model: Model
    hyper: HyperPosterior

    @property
    def weights(self) -> Floats:
        """Weights of the hyperparameters' points (K,)."""
        return self.hyper.weights

    @abstractmethod
    def marginals(self, f: Functionals) -> Marginals:
        """Return the marginal posteriors of functionals."""

    @abstractmethod
    def draws(self, n: int, rng: np.random.Generator) -> Draws:
        """Return n joint draws of hyperparameters and effects, equally weighted."""

    def estimates(
        self, f: Functionals, term: str, levels: list[str], scale: str
    ) -> tuple[Estimate, ...]:
        """Return an Estimate of every functional."""
        if not levels:
            return ()
        marginals = self.marginals(f)
        quantiles = marginals.quantiles(PROBABILITIES)
        return tuple(
            make_estimate(term, level, scale, float(m), float(s), q)
            for level, m, s, q in zip(levels, marginals.mean, marginals.sd, quantiles, strict=True)
        )


def make_estimate(
    term: str, level: str, scale: str, mean: float, sd: float, quantiles: Floats
) -> Estimate:
    """Return an Estimate from its moments and the quantiles at :data:`PROBABILITIES`."""
    lower, lower80, median, upper80, upper = (float(q) for q in quantiles)
    return Estimate(term, level, scale, mean, sd, lower, median, upper, lower80, upper80)


def estimate_from_draws(
    term: str, level: str, scale: str, draws: Floats, weights: Floats | None = None
) -> Estimate:
    """Return an Estimate from (weighted) draws."""
    if weights is None:
        mean, sd = float(draws.mean()), float(draws.std())
        return make_estimate(term, level, scale, mean, sd, np.quantile(draws, PROBABILITIES))
    order = np.argsort(draws)
    values, share = draws[order], weights[order] / weights.sum()
    mean = float(share @ values)
    sd = float(np.sqrt(share @ (values - mean) ** 2))
    cdf = np.cumsum(share) - 0.5 * share
    return make_estimate(term, level, scale, mean, sd, np.interp(PROBABILITIES, cdf, values))


def estimate_hyper(marginal: HyperMarginal, multiplier: float, scale: str, term: str) -> Estimate:
    """Return the Estimate of a hyperparameter times a constant."""
    quantiles = marginal.quantile(PROBABILITIES) * multiplier
    return make_estimate(
        term, "", scale, marginal.mean * multiplier, marginal.sd * multiplier, quantiles
    )
