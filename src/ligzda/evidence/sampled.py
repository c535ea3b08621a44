"""A posterior of weighted draws: what is left where the Gaussian mixture was not good enough."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.functionals import Functionals
from ligzda.evidence.posterior import Draws, Marginals, Posterior
from ligzda.evidence.tables import Floats


@dataclass(frozen=True, eq=False)
class WeightedValues(Marginals):
    """Weighted draws (S, q) of q functionals; ``weights`` (S,) sum to 1."""

    values: Floats
    weights: Floats

    @property
    def mean(self) -> Floats:
        """Posterior means (q,)."""
        return self.weights @ self.values

    @property
    def sd(self) -> Floats:
        """Posterior SDs (q,)."""
        return np.sqrt(self.weights @ (self.values - self.mean) ** 2)

    def cdf(self, values: Floats) -> Floats:
        """Return P(ψ ≤ values) for values (q, n)."""
        return np.stack(
            [
                [float(self.weights @ (self.values[:, j] <= at)) for at in row]
                for j, row in enumerate(values)
            ]
        )

    def quantiles(self, p: Floats) -> Floats:
        """Return quantiles (q, n) at probabilities p (n,)."""
        result = []
        for column in self.values.T:
            order = np.argsort(column)
            cdf = np.cumsum(self.weights[order]) - 0.5 * self.weights[order]
            result.append(np.interp(p, cdf, column[order]))
        return np.array(result)


@dataclass(frozen=True, eq=False)
class SampledPosterior(Posterior):
    """Weighted draws: x (S, p) with its prior mean, and moments of b (S, G) given each.

    ``b_third`` are third central moments; ``seed`` fixes the noise of b and of fresh levels in
    marginals.
    """

    x: Floats
    b_mean: Floats
    b_variance: Floats
    b_third: Floats
    seed: int

    def marginals(self, f: Functionals) -> WeightedValues:
        """Return the weighted draws of functionals."""
        variance = self.hyper.theta**2 @ f.fresh.T
        mean, third = self.x @ f.x.T, np.zeros_like(variance)
        if f.b.any():
            mean = mean + self.b_mean @ f.b.T
            variance = variance + self.b_variance @ (f.b**2).T
            third = self.b_third @ (f.b**3).T
        noise = np.random.default_rng(self.seed).standard_normal(len(mean))
        return WeightedValues(mean + skewed(noise[:, None], variance, third), self.weights)

    def draws(self, n: int, rng: np.random.Generator) -> Draws:
        """Return n draws by systematic resampling."""
        share = np.concatenate([[0.0], np.cumsum(self.weights)])
        share[-1] = 1.0
        ends = np.floor(share * n + rng.random()).astype(np.intp)
        chosen = rng.permutation(np.repeat(np.arange(len(ends) - 1), ends[1:] - ends[:-1]))
        noise = rng.standard_normal((n, self.b_mean.shape[1]))
        return Draws(
            self.hyper.theta[chosen],
            self.x[chosen],
            self.b_mean[chosen] + skewed(noise, self.b_variance[chosen], self.b_third[chosen]),
        )


def skewed(noise: Floats, variance: Floats, third: Floats) -> Floats:
    """Turn standard normal noise into deviations of a variance and a third central moment.

    By the quadratic map :math:`u + a (u^2 - 1)`, a sixth of the skewness for a, as in the mixture.
    """
    a = np.clip(third / np.maximum(variance, 1e-200) ** 1.5, -1.4, 1.4) / 6
    result: Floats = np.sqrt(variance / (1 + 2 * a**2)) * (noise + a * (noise**2 - 1))
    return result
