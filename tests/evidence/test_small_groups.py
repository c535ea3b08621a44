"""Effects of groups with few or one-sided data are skewed: against brute force over all of them."""

from __future__ import annotations

from collections.abc import Callable
from math import lgamma

import numpy as np
import pytest
from tests.evidence.evaluated import evaluate

from ligzda.evidence import Estimate, Table, parse_plan
from ligzda.evidence.tables import Floats

PLAN = """
[outcome]
name = "o"
{outcome}
[roles]
site = "site"
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(0, {wide})"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal({sd})"
"""
# Gaver & O'Muircheartaigh 1987: failures of ten pumps in thousands of hours
PUMPS = np.array([5.0, 1, 5, 14, 3, 19, 1, 1, 4, 22])
HOURS = np.array([94.3, 15.7, 62.9, 126, 5.24, 31.4, 1.05, 1.05, 2.1, 10.5])


def poisson(y: float, t: float, eta: Floats) -> Floats:
    return np.asarray(y * (eta + np.log(t)) - t * np.exp(eta) - lgamma(y + 1))


def cloglog(y: float, n: float, eta: Floats) -> Floats:
    rate = np.exp(np.minimum(eta, 6.0))
    return np.asarray(y * np.log(-np.expm1(-rate)) - (n - y) * rate)


def brute_force(
    log_likelihood: Callable[[float, float, Floats], Floats],
    y: Floats, n: Floats, wide: float, sd: float,
) -> Floats:  # fmt: skip
    """Return mean, SD, 2.5 % and 97.5 % limits of every site's effect: (sites, 4)."""
    mu = np.linspace(-3.2 * wide, 3.2 * wide, 161)[:, None, None]
    sigma = (np.linspace(0.02, 4.5 * sd, 90))[None, :, None]
    z = np.linspace(-7, 7, 281)
    prior = np.exp(-0.5 * z**2)
    log_p = -0.5 * (mu / wide) ** 2 - 0.5 * (sigma / sd) ** 2
    log_p = log_p[:, :, 0]
    given = []
    for a, b in zip(y, n, strict=True):
        density = np.exp(log_likelihood(a, b, mu + sigma * z)) * prior
        total = density.sum(axis=2)
        log_p = log_p + np.log(np.maximum(total, 1e-300))
        given.append(density / np.maximum(total, 1e-300)[:, :, None])
    weight = np.exp(log_p - log_p.max())
    weight /= weight.sum()
    fine = np.linspace(-7 * sd, 7 * sd, 4001)
    rows = []
    for density in given:
        # (σ, z) after μ is integrated out, then the distribution of b = σ z
        joint = (weight[:, :, None] * density).sum(axis=0)
        b = sigma[0] * z
        mean = (joint * b).sum()
        spread = np.sqrt((joint * (b - mean) ** 2).sum())
        cdf = sum(
            np.interp(fine, row, np.cumsum(p) - 0.5 * p, right=p.sum())
            for row, p in zip(b, joint, strict=True)
        )
        rows.append([mean, spread, *np.interp([0.025, 0.975], cdf, fine)])
    return np.array(rows)


def row(estimate: Estimate) -> list[float]:
    return [estimate.mean, estimate.sd, estimate.lower, estimate.upper]


def compare(found: Floats, wanted: Floats) -> None:
    sd = wanted[:, 1]
    assert np.abs((found[:, 0] - wanted[:, 0]) / sd).max() < 0.05
    assert np.abs(found[:, 1] / sd - 1).max() < 0.03
    assert np.abs((found[:, 2:] - wanted[:, 2:]) / sd[:, None]).max() < 0.1


def test_effects_of_few_events() -> None:
    plan = parse_plan(
        PLAN.format(outcome='family = "poisson"\ncount = "y"\nexposure = "t"', wide=3.0, sd=2.0)
    )
    site = [f"pump {i:02d}" for i in range(10)]
    table = Table.from_columns({"site": site, "y": PUMPS, "t": HOURS})
    wanted = brute_force(poisson, PUMPS, HOURS, 3.0, 2.0)
    evaluation = evaluate(table, plan)
    assert evaluation.diagnosis.method == "nested Gaussian"
    compare(np.array([row(e) for e in evaluation.effects if e.term == "site"]), wanted)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_effects_of_groups_where_all_succeed(seed: int) -> None:
    n = np.array([8.0, 23, 38, 21, 36, 39])
    y = np.array([8.0, 23, 38, 19, 36, 25])
    plan = parse_plan(
        PLAN.format(
            outcome='family = "binomial"\nlink = "cloglog"\nsuccesses = "y"\ntrials = "n"',
            wide=1.0, sd=0.5,
        )
    )  # fmt: skip
    table = Table.from_columns({"site": [f"site {i}" for i in range(6)], "y": y, "n": n})
    evaluation = evaluate(table, plan, seed=seed)
    assert evaluation.diagnosis.good
    compare(
        np.array([row(e) for e in evaluation.effects if e.term == "site"]),
        brute_force(cloglog, y, n, 1.0, 0.5),
    )
