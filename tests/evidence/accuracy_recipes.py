"""Small trials from a seed, one for every family and link at least, with densities of SciPy's own.

Each has two arms in a few sites: η = μ + β·arm + b(site), b ~ N(0, τ²). Nothing of the engine is
used, neither to draw the outcomes nor for their densities.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import stats
from scipy.special import expit

Columns = dict[str, Any]
ARMS = ("usual", "new")

TERMS = """
[roles]
site = "site"
arm = "arm"
control = "usual"
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal({mean}, {sd})"
[[terms]]
name = "arm"
kind = "fixed"
columns = ["arm"]
reference = "usual"
prior = "normal(0, 1)"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal(0.7)"
"""


@dataclass(frozen=True)
class Recipe:
    """A trial, how its outcomes are drawn, and the log density of its rows.

    ``draw(rng, eta, phi, rows)`` returns the outcome's columns; ``log_density(columns, eta, phi)``
    takes η (K, 1) and returns (K, rows), up to a constant. ``parameter`` is the engine's name of φ,
    half-normal(1) a priori, or "" without one.
    """

    name: str
    outcome: str
    seed: int
    draw: Callable[[np.random.Generator, np.ndarray, float], Columns]
    log_density: Callable[[Columns, np.ndarray, float], np.ndarray]
    mu: float = 0.0
    beta: float = 0.5
    tau: float = 0.4
    parameter: str = ""
    phi: float = 1.0
    sites: int = 6
    copies: int = 1
    prior: tuple[float, float] = (0.0, 1.5)

    @property
    def plan(self) -> str:
        """The plan's text."""
        mean, sd = self.prior
        return f'[outcome]\nname = "{self.name}"\n{self.outcome}\n' + TERMS.format(mean=mean, sd=sd)

    def columns(self) -> Columns:
        """Draw the table."""
        rng = np.random.default_rng(self.seed)
        site = np.repeat(np.arange(self.sites), 2 * self.copies)
        arm = np.tile(np.repeat([0, 1], self.copies), self.sites)
        b = self.tau * rng.standard_normal(self.sites)
        drawn = self.draw(rng, self.mu + self.beta * arm + b[site], self.phi)
        own = {"site": [f"site {i + 1}" for i in site], "arm": [ARMS[i] for i in arm]}
        return own | {name: np.asarray(values).tolist() for name, values in drawn.items()}


def _sizes(rng: np.random.Generator, eta: np.ndarray, low: int, high: int) -> np.ndarray:
    return rng.integers(low, high, len(eta)).astype(float)


def _share(p: Callable[[np.ndarray], np.ndarray]) -> dict[str, Any]:
    def draw(rng: np.random.Generator, eta: np.ndarray, phi: float) -> Columns:
        n = _sizes(rng, eta, 8, 30)
        return {"n": n, "y": rng.binomial(n.astype(int), p(eta)).astype(float)}

    def log_density(columns: Columns, eta: np.ndarray, phi: float) -> np.ndarray:
        return np.asarray(stats.binom.logpmf(columns["y"], columns["n"], p(eta)))

    return {"draw": draw, "log_density": log_density}


def _cells(rng: np.random.Generator, eta: np.ndarray, phi: float) -> Columns:
    n = _sizes(rng, eta, 5, 15)
    people = [rng.normal(m, phi, int(k)) for m, k in zip(eta, n, strict=True)]
    values = np.array([[p.mean(), p.std(ddof=1)] for p in people]).round(4)
    return {"n": n, "y": values[:, 0], "sd": values[:, 1]}


def _of_cells(columns: Columns, eta: np.ndarray, phi: float) -> np.ndarray:
    n, sd = np.array(columns["n"]), np.array(columns["sd"])
    spread = stats.chi2.logpdf((n - 1) * (sd / phi) ** 2, n - 1) - 2 * np.log(phi)
    return np.asarray(stats.norm.logpdf(columns["y"], eta, phi / np.sqrt(n)) + spread)


def _estimates(rng: np.random.Generator, eta: np.ndarray, phi: float) -> Columns:
    se = rng.uniform(0.2, 0.6, len(eta)).round(3)
    return {"se": se, "y": rng.normal(eta, se).round(4)}


def _counts(rng: np.random.Generator, eta: np.ndarray, phi: float) -> Columns:
    t = rng.uniform(2, 9, len(eta)).round(2)
    return {"t": t, "y": rng.poisson(t * np.exp(eta)).astype(float)}


def _overdispersed(rng: np.random.Generator, eta: np.ndarray, phi: float) -> Columns:
    t = rng.uniform(2, 9, len(eta)).round(2)
    p = 1 / (1 + phi * t * np.exp(eta))
    return {"t": t, "y": rng.negative_binomial(1 / phi, p).astype(float)}


def _of_overdispersed(columns: Columns, eta: np.ndarray, phi: float) -> np.ndarray:
    p = 1 / (1 + phi * np.array(columns["t"]) * np.exp(eta))
    return np.asarray(stats.nbinom.logpmf(columns["y"], 1 / phi, p))


def _of_amounts(columns: Columns, eta: np.ndarray, phi: float) -> np.ndarray:
    shape = phi**-2
    return np.asarray(stats.gamma.logpdf(columns["y"], shape, scale=np.exp(eta) / shape))


LEVELS = ("none", "some", "full")


def _categories(rng: np.random.Generator, eta: np.ndarray, phi: float) -> Columns:
    latent = rng.logistic(eta)
    return {"c": [LEVELS[i] for i in (latent > 0).astype(int) + (latent > phi)]}


def _of_categories(columns: Columns, eta: np.ndarray, phi: float) -> np.ndarray:
    place = np.array([LEVELS.index(label) for label in columns["c"]])
    above = np.stack([np.ones_like(eta), expit(eta), expit(eta - phi), np.zeros_like(eta)])
    return np.asarray(np.log((above[:-1] - above[1:])[place, :, 0].T))


def _times(rng: np.random.Generator, eta: np.ndarray, phi: float) -> Columns:
    time = rng.exponential(np.exp(-eta))
    return {"t": np.minimum(time, 24).round(3) + 0.001, "d": (time <= 24).astype(float)}


def _of_times(columns: Columns, eta: np.ndarray, phi: float) -> np.ndarray:
    t, d = np.array(columns["t"]), np.array(columns["d"])
    scale = np.exp(-eta)
    died, seen = stats.expon.logpdf(t, scale=scale), stats.expon.logsf(t, scale=scale)
    return np.asarray(np.where(d == 1, died, seen))


RECIPES = (
    Recipe(
        "binomial", 'family = "binomial"\nsuccesses = "y"\ntrials = "n"', 101, mu=-0.4,
        **_share(expit),
    ),
    Recipe(
        "binomial-cloglog",
        'family = "binomial"\nlink = "cloglog"\nsuccesses = "y"\ntrials = "n"', 102, mu=-1.0,
        **_share(lambda eta: -np.expm1(-np.exp(eta))),
    ),
    Recipe(
        "normal", 'family = "normal"\nvalue = "y"\nn = "n"\nsd = "sd"\n'
        'residual_prior = "half-normal(1)"', 103, _cells, _of_cells, parameter="residual",
        phi=1.2,
    ),
    Recipe(
        "normal-estimates", 'family = "normal"\nvalue = "y"\nse = "se"', 104, _estimates,
        lambda columns, eta, phi: np.asarray(stats.norm.logpdf(columns["y"], eta, columns["se"])),
    ),
    Recipe(
        "poisson", 'family = "poisson"\ncount = "y"\nexposure = "t"', 105, _counts,
        lambda columns, eta, phi: np.asarray(
            stats.poisson.logpmf(columns["y"], np.array(columns["t"]) * np.exp(eta))
        ),
    ),
    Recipe(
        "negative-binomial", 'family = "negative-binomial"\ncount = "y"\nexposure = "t"\n'
        'dispersion_prior = "half-normal(1)"', 106, _overdispersed, _of_overdispersed,
        parameter="dispersion", phi=0.5, copies=4,
    ),
    Recipe(
        "gamma", 'family = "gamma"\nvalue = "y"\nvariation_prior = "half-normal(1)"', 107,
        lambda rng, eta, phi: {
            "y": rng.gamma(phi**-2, np.exp(eta) * phi**2).round(4) + 0.0001
        },
        _of_amounts, parameter="variation", phi=0.7, mu=1.0, copies=8, prior=(1.0, 2.0),
    ),
    Recipe(
        "ordinal", 'family = "ordinal"\ncategory = "c"\ncategories = ["none", "some", "full"]\n'
        'gap_prior = "half-normal(1)"', 108, _categories, _of_categories, parameter="gap 2",
        phi=1.1, copies=8,
    ),
    Recipe(
        "survival", 'family = "survival"\ntime = "t"\nevent = "d"', 109, _times, _of_times,
        mu=-2.5, copies=8, prior=(-2.0, 1.5),
    ),
)  # fmt: skip
