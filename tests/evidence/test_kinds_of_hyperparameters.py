"""Kinds of posteriors of an SD that rules of integration miss, each against an integral of its own.

Needles, two modes, priors that vanish or spike at the edge, known errors that differ by thousands,
tables without an event. Densities are SciPy's or written out here; no part of the engine is used.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from math import log
from typing import Any

import numpy as np
import pytest
from scipy import stats
from scipy.optimize import brentq

from ligzda.evidence import Estimate, Evaluation, Table, evaluate, parse_plan
from ligzda.evidence.priors import parse_positive
from ligzda.evidence.tables import Floats

PLAN = """
[outcome]
name = "o"
{outcome}
[roles]
site = "site"
[[terms]]
name = "average"
kind = "fixed"
prior = "normal(0, {wide})"
[[terms]]
name = "sd"
kind = "random"
columns = ["site"]
sd = "{prior}"
"""
Known = tuple[float, float, float, float]


def log_normal(sigma: Floats, m: float, s: float) -> Floats:
    return np.asarray(stats.lognorm.logpdf(sigma, s, scale=np.exp(m)))


def gamma_precision(sigma: Floats, shape: float, rate: float) -> Floats:
    return np.asarray(stats.gamma.logpdf(sigma**-2.0, shape, scale=1 / rate) - 3 * np.log(sigma))


def half_normal(sigma: Floats, s: float) -> Floats:
    return np.asarray(stats.halfnorm.logpdf(sigma, scale=s))


PRIORS: dict[str, Callable[..., Floats]] = {
    "log-normal": log_normal,
    "gamma-precision": gamma_precision,
    "half-normal": half_normal,
}


def density_of(prior: tuple[Any, ...], sigma: Floats) -> Floats:
    """Return the log density of log σ."""
    name, *numbers = prior
    return PRIORS[name](sigma, *numbers) + np.log(sigma)


def written(prior: tuple[Any, ...]) -> str:
    name, *numbers = prior
    return f"{name}({', '.join(map(repr, map(float, numbers)))})"


def of_points(values: Floats, mass: Floats) -> Known:
    """Return mean, SD and 95 % limits of a density at even points of an axis on which it is 0."""
    mass = mass / mass.sum()
    mean = float(mass @ values)
    low, high = np.interp([0.025, 0.975], np.cumsum(mass) - 0.5 * mass, values)
    return mean, float(np.sqrt(mass @ (values - mean) ** 2)), float(low), float(high)


def of_mixture(mean: Floats, sd: Floats, mass: Floats) -> Known:
    """Return the same of a mixture of normals."""
    mass = mass / mass.sum()
    live = mass > 1e-13
    mean, sd, mass = mean[live], sd[live], mass[live]
    centre = float(mass @ mean)
    spread = float(np.sqrt(mass @ (sd**2 + (mean - centre) ** 2)))

    def quantile(p: float) -> float:
        off = lambda x: float(mass @ stats.norm.cdf(x, mean, sd)) - p  # noqa: E731
        return float(brentq(off, centre - 30 * spread, centre + 30 * spread, xtol=1e-10 * spread))

    return centre, spread, quantile(0.025), quantile(0.975)


def hold(evaluation: Evaluation, known: dict[str, Known]) -> None:
    """Hold a fit that calls itself good to .03 SD in a mean, 3 % in an SD, .06 SD in a limit."""
    assert evaluation.diagnosis.good
    found = {e.term: e for e in (*evaluation.fixed, *evaluation.sds)}
    for name, (mean, sd, lower, upper) in known.items():
        own: Estimate = found[name]
        assert own.mean == pytest.approx(mean, abs=0.03 * sd), name
        assert own.sd == pytest.approx(sd, rel=0.03), name
        assert own.lower == pytest.approx(lower, abs=0.06 * sd), name
        assert own.upper == pytest.approx(upper, abs=0.06 * sd), name


def slice_of(y: Floats, se: Floats, wide: float, prior: tuple[Any, ...]) -> tuple[Floats, ...]:
    """Return log τ, its log density, and mean and SD of the average given it."""
    u = np.linspace(np.log(se.min()) - 14, np.log(max(se.max(), np.ptp(y))) + 7, 12_001)
    tau = np.exp(u)
    variance = tau[:, None] ** 2 + se**2
    precision = (1 / variance).sum(axis=1) + wide**-2
    mean = (1 / variance) @ y / precision
    log_p = -0.5 * (np.log(variance) + (y - mean[:, None]) ** 2 / variance).sum(axis=1)
    log_p += density_of(prior, tau) - 0.5 * (mean / wide) ** 2 - 0.5 * np.log(precision)
    return u, log_p, mean, precision**-0.5


def evaluate_known(y: Floats, se: Floats, wide: float, prior: tuple[Any, ...]) -> Evaluation:
    outcome = 'family = "normal"\nvalue = "y"\nse = "se"'
    plan = parse_plan(PLAN.format(outcome=outcome, wide=wide, prior=written(prior)))
    sites = [f"s{i:03d}" for i in range(len(y))]
    return evaluate(Table.from_columns({"site": sites, "y": y, "se": se}), plan)


def hold_known(y: Floats, se: Floats, wide: float, prior: tuple[Any, ...]) -> None:
    u, log_p, mean, sd = slice_of(y, se, wide, prior)
    mass = np.exp(log_p - log_p.max())
    known = {"sd": of_points(np.exp(u), mass), "average": of_mixture(mean, sd, mass)}
    hold(evaluate_known(y, se, wide, prior), known)


EIGHT = np.array([28.0, 8, -3, 7, -1, 1, 18, 12]), np.array([15.0, 10, 16, 11, 9, 11, 10, 18])


@pytest.mark.parametrize(
    "prior",
    [
        ("log-normal", log(0.3), 0.3),  # 0 at the edge, and far below what the errors can tell
        ("log-normal", log(30.0), 0.2),
        ("log-normal", 0.0, 2.5),
        ("gamma-precision", 2.0, 0.02),
        ("gamma-precision", 0.3, 0.01),  # a spike of .1 beside a tail of data
        ("gamma-precision", 20.0, 4000.0),
    ],
    ids=str,
)
def test_priors_that_vanish_or_spike_at_the_edge(prior: tuple[Any, ...]) -> None:
    hold_known(*EIGHT, 50.0, prior)


def test_a_precision_beyond_numbers_has_no_density() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        density = parse_positive("gamma-precision(2, 1e20)").log_density(np.array([0.0, 1e-200]))
    assert (density == -np.inf).all()


@pytest.mark.parametrize(
    ("prior", "error"),
    [(("gamma-precision", 0.5, 2e-6), 0.62), (("log-normal", log(0.01), 1.2), 0.45)],
    ids=str,
)
def test_a_slice_with_two_modes(prior: tuple[Any, ...], error: float) -> None:
    """The prior knows of an SD of a hundredth, the sites of one near 1: neither gives way."""
    y = np.array([-1.6, 0.1, 0.9, 0.4, 1.2])
    se = np.full(5, error)
    _, log_p, _, _ = slice_of(y, se, 5.0, prior)
    rise = np.diff(log_p)
    assert ((rise[:-1] > 0) & (rise[1:] <= 0)).sum() == 2
    hold_known(y, se, 5.0, prior)


@pytest.mark.parametrize("ratio", [1e3, 1e5])
@pytest.mark.parametrize("prior", [("half-normal", 1.0), ("log-normal", -2.0, 1.0)], ids=str)
def test_known_errors_that_differ_by_thousands(ratio: float, prior: tuple[Any, ...]) -> None:
    rng = np.random.default_rng(7)
    se = np.geomspace(1 / ratio, 1.0, 9)
    y = 0.4 + 0.05 * rng.standard_normal(9) + se * rng.standard_normal(9)
    hold_known(y, se, 5.0, prior)


@pytest.mark.parametrize("tau", [0.0, 0.3])
def test_a_million_participants_in_150_cells(tau: float) -> None:
    """The residual SD is known to .0007 of itself: a needle on any axis but its own."""
    rng = np.random.default_rng(11)
    n = rng.integers(2_000, 11_300, 150).astype(float)
    y = 3 + tau * rng.standard_normal(150) + 40 * rng.standard_normal(150) / np.sqrt(n)
    s = 40 * np.sqrt(rng.chisquare(n - 1) / (n - 1))
    outcome = (
        'family = "normal"\nvalue = "y"\nn = "n"\nsd = "s"\nresidual_prior = "half-normal(60)"'
    )
    plan = parse_plan(PLAN.format(outcome=outcome, wide=10.0, prior="half-normal(1.0)"))
    sites = [f"s{i:03d}" for i in range(150)]

    spread, freedom = float((n - 1) @ s**2), float((n - 1).sum())
    phi = np.sqrt(spread / freedom) * np.exp(np.linspace(-8, 8, 65) / np.sqrt(2 * freedom))
    u = np.linspace(np.log(1e-5), np.log(5.0), 1201)
    tau_ = np.exp(u)[:, None]
    log_p = np.zeros((len(u), len(phi)))
    precision, top = log_p + 0.01, log_p
    for size, at in zip(n, y, strict=True):
        weight = 1 / (tau_**2 + phi**2 / size)
        precision, top = precision + weight, top + weight * at
        log_p = log_p + 0.5 * np.log(weight) - 0.5 * weight * at**2
    log_p = log_p + 0.5 * top**2 / precision - 0.5 * np.log(precision)
    log_p += -freedom * np.log(phi) - 0.5 * spread / phi**2
    log_p += density_of(("half-normal", 1.0), tau_) + density_of(("half-normal", 60.0), phi)
    mass = np.exp(log_p - log_p.max())
    known = {
        "sd": of_points(tau_[:, 0], mass.sum(axis=1)),
        "residual": of_points(phi, mass.sum(axis=0)),
        "average": of_mixture((top / precision).ravel(), precision.ravel() ** -0.5, mass.ravel()),
    }
    assert known["residual"][1] < 1e-3 * known["residual"][0]
    hold(evaluate(Table.from_columns({"site": sites, "y": y, "n": n, "s": s}), plan), known)


@pytest.mark.slow
@pytest.mark.parametrize("family", ["binomial", "poisson"])
@pytest.mark.parametrize(("sites", "size"), [(3, 20.0), (12, 1.0), (12, 40.0)])
def test_a_table_without_an_event(family: str, sites: int, size: float) -> None:
    """Nothing speaks against a very small average, nor against sites that differ much."""
    mu = np.linspace(-15, 6, 211)
    sigma = np.exp(np.linspace(np.log(1e-3), np.log(5.5), 140))
    z = np.linspace(-7.5, 7.5, 121)
    rate = np.exp(np.minimum(mu[:, None, None] + sigma[:, None] * z, 40))
    none = -size * (np.log1p(rate) if family == "binomial" else rate)
    each = np.exp(none) @ (stats.norm.pdf(z) * (z[1] - z[0]))
    log_p = sites * np.log(np.maximum(each, 1e-300)) + stats.norm.logpdf(mu, 0, 2.5)[:, None]
    log_p += density_of(("half-normal", 1.0), sigma)
    mass = np.exp(log_p - log_p.max())
    known = {"average": of_points(mu, mass.sum(axis=1)), "sd": of_points(sigma, mass.sum(axis=0))}
    outcome = 'family = "binomial"\nsuccesses = "y"\ntrials = "n"'
    if family == "poisson":
        outcome = 'family = "poisson"\ncount = "y"\nexposure = "n"'
    plan = parse_plan(PLAN.format(outcome=outcome, wide=2.5, prior="half-normal(1.0)"))
    names = [f"s{i:02d}" for i in range(sites)]
    table = Table.from_columns({"site": names, "y": np.zeros(sites), "n": np.full(sites, size)})
    hold(evaluate(table, plan), known)
