"""Integrate models with Student-t effects, once: ``python -m tests.evidence.make_student``.

On grids: a site's effect out on a grid of its own, then the average and the scale together. No part
of the engine but the priors' densities is used. Mean, SD and 95 % limits of the average and of the
scale go to ``exact/student.json``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from scipy.special import gammaln
from scipy.stats import norm, t

from ligzda.evidence.priors import parse_positive
from ligzda.evidence.tables import Floats

Exact = tuple[float, float, float, float]
FILE = Path(__file__).parent / "exact" / "student.json"
EIGHT = np.array([28.0, 8, -3, 7, -1, 1, 18, 12])
EIGHT_SE = np.array([15.0, 10, 16, 11, 9, 11, 10, 18])
CALM = np.array([0.31, 0.12, 0.44, 0.25, 0.51, 0.08, 0.37, 0.29, 0.42])
OUTLIER = np.append(CALM[:8], 3.1)
TIE = np.array([0.05, -0.1, 0.08, 0.0, 2.1, 1.95, 2.02, 1.9])
COUNTS_OUTLIER, COUNTS_FEW = np.array([3.0, 5, 4, 19]), np.array([0.0, 1, 0, 2])


def summary(values: Floats, share: Floats) -> Exact:
    mean = float(share @ values)
    lower, upper = np.interp([0.025, 0.975], np.cumsum(share) - 0.5 * share, values)
    return mean, float(np.sqrt(share @ (values - mean) ** 2)), float(lower), float(upper)


def integrated(log_l: Floats, mu: Floats, sigma: Floats, wide: float, prior: str) -> list[Exact]:
    """Return average and scale from log p(y | μ, σ) on grids (σ even in its logarithm)."""
    log_p = log_l + norm.logpdf(mu, 0, wide)
    log_p += (parse_positive(prior).log_density(sigma) + np.log(sigma))[:, None]
    p = np.exp(log_p - log_p.max())
    p /= p.sum()
    return [summary(mu, p.sum(axis=0)), summary(sigma, p.sum(axis=1))]


def density_of_t(at: Floats, df: float) -> Floats:
    """Return what SciPy's `t.pdf` returns, in a quarter of its time."""
    whole = gammaln((df + 1) / 2) - gammaln(df / 2) - 0.5 * np.log(df * np.pi)
    return np.asarray(np.exp(whole - 0.5 * (df + 1) * np.log1p(at**2 / df)))


def exact_estimates(y: Floats, se: Floats, wide: float, prior: str, df: float) -> list[Exact]:
    unit = float(np.median(se))
    sigma = np.exp(np.linspace(np.log(2e-3 * unit), np.log(60 * unit), 160))
    reach = 4 * max(float(y.std()), unit)
    mu = np.linspace(np.median(y) - reach, np.median(y) + reach, 241)
    z = np.linspace(-8, 8, 401)
    density = norm.pdf(z) * (z[1] - z[0])
    u = np.where(z > 0, -1, 1) * t.ppf(norm.cdf(-np.abs(z)), df)  # even in the t's own quantiles
    log_l = np.zeros((len(sigma), len(mu)))
    for one, error in zip(y, se, strict=True):
        away = one - mu[:, None]
        for k, s in enumerate(sigma):
            if s > 0.1 * error:
                part = density_of_t((away - error * z) / s, df) / s
            else:
                part = norm.pdf((away - s * u) / error) / error
            log_l[k] += np.log(part @ density)
    return integrated(log_l, mu, sigma, wide, prior)


def exact_counts(y: Floats, n: Floats, wide: float, prior: str, df: float) -> list[Exact]:
    sigma = np.exp(np.linspace(np.log(0.02), np.log(40.0), 110))
    mu, eta = np.linspace(-9, 7, 161), np.linspace(-40, 40, 1601)
    edges = np.concatenate([[-np.inf], 0.5 * (eta[1:] + eta[:-1]), [np.inf]])
    level = np.stack([k * eta - m * np.logaddexp(0, eta) for k, m in zip(y, n, strict=True)])
    log_l = np.zeros((len(sigma), len(mu)))
    for k, s in enumerate(sigma):
        share = np.diff(t.cdf((edges - mu[:, None]) / s, df), axis=1)
        log_l[k] = np.log(np.exp(level) @ share.T).sum(axis=0)
    return integrated(log_l, mu, sigma, wide, prior)


def _schools(df: float) -> list[Exact]:
    return exact_estimates(EIGHT, EIGHT_SE, 50, "half-normal(10)", df)


def _sites(y: Floats) -> list[Exact]:
    return exact_estimates(y, np.full(len(y), 0.15), 2, "half-normal(0.5)", 4)


def _counts(y: Floats) -> list[Exact]:
    return exact_counts(y, np.full(4, 20.0), 2, "half-normal(1)", 4)


MODELS: dict[str, Callable[[], list[Exact]]] = {
    **{f"schools, df {df}": partial(_schools, df) for df in (1, 2.1, 4, 30)},
    "none": partial(_sites, CALM),
    "outlier": partial(_sites, OUTLIER),
    "tie": partial(_sites, TIE),
    "counts, outlier": partial(_counts, COUNTS_OUTLIER),
    "counts, few": partial(_counts, COUNTS_FEW),
}


def kept() -> dict[str, list[Exact]]:
    """Return average and scale of every model as they were integrated."""
    found: dict[str, list[Exact]] = json.loads(FILE.read_text("utf-8"))
    return found


if __name__ == "__main__":
    FILE.write_text(json.dumps({name: make() for name, make in MODELS.items()}, indent=1) + "\n")
