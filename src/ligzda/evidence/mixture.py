r"""The nested approximation: a mixture of corrected Gaussians over the hyperparameter design.

Marginals of linear functionals come from the mixture itself and have no Monte Carlo error. Joint
draws, which everything non-linear uses, are made so that their mean, covariance and third cumulants
are those of :mod:`ligzda.evidence.conditional`: with :math:`\xi = L\,\varepsilon` from the base
Gaussian and :math:`\zeta` its linear predictor,

.. math:: x = \hat x + \xi + \tfrac16\, T\,[\,c^{(3)} \circ (\zeta^2 - v)\,],

the quadratic map whose third cumulant is :math:`\sum_i c^{(3)}_i T_{\cdot i}^{\otimes 3}` to first
order; the variance that it adds is taken from the base.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.conditional import Conditional
from ligzda.evidence.cumulants import square_root
from ligzda.evidence.functionals import Functionals
from ligzda.evidence.gaussian import normal_cdf, normal_quantile
from ligzda.evidence.posterior import Draws, Marginals, Posterior
from ligzda.evidence.tables import Floats

_MANY = 2500  # components beyond these are those of a sampled design
_CHUNK = 40_000  # numbers in a temporary array of their sum
_GRID = np.sinh(np.linspace(-2.6, 2.6, 105)) * 1.4  # ±9.4 SD, finest in the middle


@dataclass(frozen=True, eq=False)
class Mixture(Marginals):
    """Marginals of q functionals: for each a mixture of K skewed normals (weights (K,))."""

    weights: Floats
    mean_k: Floats
    sd_k: Floats
    skew_k: Floats

    @property
    def mean(self) -> Floats:
        """Posterior means (q,)."""
        return self.weights @ self.mean_k

    @property
    def sd(self) -> Floats:
        """Posterior SDs (q,)."""
        return np.sqrt(self.weights @ (self.sd_k**2 + (self.mean_k - self.mean) ** 2))

    def cdf(self, values: Floats) -> Floats:
        """Return P(ψ ≤ values) for values (q, n)."""
        base = self.sd_k / np.sqrt(1 + self.skew_k**2 / 18)
        if len(self.weights) > _MANY:
            return self._cdf_of_many(values, base)
        total = np.zeros_like(values)
        for w, m, s, skew in zip(self.weights, self.mean_k, base, self.skew_k, strict=True):
            # ψ = m + s(z + a(z² − 1)), a = skewness/6: z by the stable root of the quadratic
            a = (skew / 6)[:, None]
            y = (values - m[:, None]) * (1 / np.maximum(s, 1e-300))[:, None] + a
            root = np.sqrt(np.maximum(1 + 4 * a * y, 0.0))
            total += w * normal_cdf(2 * y / (1 + root))
        return total

    def _cdf_of_many(self, values: Floats, base: Floats) -> Floats:
        """Sum over many components, so many at a time that no loop over them is felt."""
        total = np.zeros_like(values)
        size = max(1, _CHUNK // max(values.size, 1))
        for low in range(0, len(base), size):
            rows = slice(low, low + size)
            a = (self.skew_k[rows] / 6)[:, :, None]
            scale = (1 / np.maximum(base[rows], 1e-300))[:, :, None]
            y = (values - self.mean_k[rows, :, None]) * scale + a
            root = np.sqrt(np.maximum(1 + 4 * a * y, 0.0))
            total += np.tensordot(self.weights[rows], normal_cdf(2 * y / (1 + root)), axes=1)
        return total

    def quantiles(self, p: Floats) -> Floats:
        """Return quantiles (q, n) at probabilities p (n,)."""
        at = self.mean[:, None] + self.sd[:, None] * _GRID
        z = normal_quantile(self.cdf(at))
        wanted = normal_quantile(p)
        rows = [
            np.interp(wanted, np.maximum.accumulate(zi), xi) for zi, xi in zip(z, at, strict=True)
        ]
        return np.array(rows)


@dataclass(frozen=True, eq=False)
class MixturePosterior(Posterior):
    """Design points of the hyperparameters, and the corrected Gaussian conditionals at each."""

    def marginals(self, f: Functionals) -> Mixture:
        """Return the mixture marginals of functionals."""
        parts = [part.functional(f.x, f.b) for part in self.hyper.parts]
        mean, variance, third = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        mean = mean + f.x @ self.model.prior_mean
        variance = variance + self.hyper.theta**2 @ f.fresh.T
        variance = np.maximum(variance, 1e-200)  # its power of 1.5 is still above 0
        # the quadratic map is monotone where it matters for |skewness| below about 1.4
        skew = np.clip(third / variance**1.5, -1.4, 1.4)
        return Mixture(self.weights, mean, np.sqrt(variance), skew)

    def draws(self, n: int, rng: np.random.Generator) -> Draws:
        """Return n joint draws.

        Design points are taken by systematic sampling, Gaussians in antithetic pairs, so means of
        near-linear functionals have next to no Monte Carlo error. The draws are in random order.
        """
        share = np.concatenate([[0.0], np.cumsum(self.weights)])
        share[-1] = 1.0
        ends = np.floor(share * n + rng.random()).astype(np.intp)
        points = np.repeat(np.arange(len(ends) - 1), ends[1:] - ends[:-1])
        x, b = [], []
        low = 0
        for part in self.hyper.parts:
            size = len(part.theta)
            for k, count in zip(
                *np.unique(
                    points[(points >= low) & (points < low + size)] - low, return_counts=True
                ),
                strict=True,
            ):
                xs, bs = _conditional_draws(part, int(k), int(count), rng)
                x.append(xs)
                b.append(bs)
            low += size
        order = rng.permutation(n)
        groups = self.model.n_groups
        return Draws(
            self.hyper.theta[points][order],
            np.concatenate(x)[order] + self.model.prior_mean,
            np.concatenate(b)[order][:, :groups],
        )


def _conditional_draws(
    part: Conditional, k: int, n: int, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    precision, s = part.precision, part.precision.structure
    R, rows = precision.covariance_x[k], precision.rows_at(k)
    covariance = R if part.bubble is None else R + part.bubble[k] * (8 / 9)
    half = -(-n // 2)
    eps = rng.standard_normal((half, len(R)))
    dx = np.concatenate([eps, -eps])[:n] @ square_root(covariance).T
    residual = precision.residual[k]
    e = rng.standard_normal((half, len(residual))) * np.sqrt(residual)
    e = np.concatenate([e, -e])[:n]
    spread = e if s.singleton else e[:, s.group]
    third = part.third[k]
    if third.any():
        zeta = dx @ rows.T + s.slope * spread
        push = third * (zeta**2 - precision.variance[k]) / 6
        dx = dx + push @ rows @ R
        e = e + residual * s.per_group(push * s.slope)
    slopes = precision.slopes[k]
    return part.x[k] + dx, part.b[k] + e - dx @ slopes.T
