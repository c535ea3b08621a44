"""Multivariate t proposals for importance sampling, fitted to weighted draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from ligzda.evidence.gamma_scores import log_gamma_quantile
from ligzda.evidence.gaussian import normal_quantile
from ligzda.evidence.tables import Floats

DEGREES = 8.0


@dataclass(frozen=True, eq=False)
class StudentT:
    """A multivariate t distribution with a location and a Cholesky root of its scale."""

    mean: Floats
    root: Floats

    @classmethod
    def fitted(
        cls, u: Floats, weights: Floats, *, widen: float, least: float | Floats = 0.0
    ) -> StudentT:
        """Fit to draws u (S, k): variances times ``widen``, SDs at least ``least``.

        With few effective draws the correlations are pulled towards 0.
        """
        mean = weights @ u
        centred = u - mean
        covariance = (centred * weights[:, None]).T @ centred * widen
        ess = float(1 / (weights**2).sum())
        keep = ess / (ess + 2 * u.shape[1])
        diagonal = np.maximum(np.diag(covariance), np.square(least)) + 1e-12
        blended = keep * covariance
        blended[np.diag_indices(len(mean))] = diagonal
        return cls(mean, np.linalg.cholesky(blended))

    def draws(self, n: int, rng: np.random.Generator) -> Floats:
        """Return n draws (n, k)."""
        z = rng.standard_normal((n, len(self.mean))) @ self.root.T
        draws: Floats = self.mean + z / np.sqrt(rng.chisquare(DEGREES, n) / DEGREES)[:, None]
        return draws

    def even_draws(self, n: int, rng: np.random.Generator) -> Floats:
        """Return n draws spread evenly, so that means have little noise.

        Normals and the chi-square come from a Kronecker sequence with a random shift, whose steps
        are powers of the generalised golden ratio (Roberts 2018).
        """
        k = len(self.mean)
        ratio = 2.0
        for _ in range(60):
            ratio = (1 + ratio) ** (1 / (k + 2))
        steps = ratio ** -np.arange(1.0, k + 2)
        u = (rng.random(k + 1) + np.arange(n)[:, None] * steps) % 1.0
        u = np.clip(u, 1e-12, 1 - 1e-12)
        scores = normal_quantile(u)
        spread = 2 * np.exp(log_gamma_quantile(scores[:, k], 0.5 * DEGREES)) / DEGREES
        z = scores[:, :k] @ self.root.T
        draws: Floats = self.mean + z / np.sqrt(spread)[:, None]
        return draws

    def log_density(self, u: Floats) -> Floats:
        """Return the log density at u (S, k), without the constant of the family."""
        z = np.linalg.solve(self.root, (u - self.mean).T)
        dimension = len(self.mean)
        value: Floats = -0.5 * (DEGREES + dimension) * np.log1p((z**2).sum(axis=0) / DEGREES)
        value -= np.log(np.diag(self.root)).sum()
        return value


def folded_log_density(proposal: StudentT, u: Floats, folded: Sequence[bool]) -> Floats:
    """Return the log density of draws u (S, k) whose first columns were folded at 0 where said.

    A folded draw stands for every way its signs may have been.
    """
    signs = [(1.0, -1.0) if each else (1.0,) for each in folded]
    total = []
    for sign in product(*signs):
        turned = u.copy()
        turned[:, : len(sign)] *= sign
        total.append(proposal.log_density(turned))
    return np.asarray(np.logaddexp.reduce(total))
