"""Random models with Student-t effects: `python -m benchmarks.differential 40 --heavy`.

A list of its own, so that the numbered models of the other kinds stay what they are.
"""

from __future__ import annotations

import numpy as np
from benchmarks.differential.models import Case, Exact, draw_prior
from scipy.stats import norm, t

from ligzda.evidence import Table, parse_plan
from ligzda.evidence.priors import parse_positive
from ligzda.evidence.tables import Floats

KIND = "normal, known errors, Student-t effects"


def draw_heavy(number: int, seed: int = 1) -> Case:
    """Return case ``number``: estimates with known errors, sometimes with a site that lies out."""
    rng = np.random.default_rng([seed, number, 7])
    unit = 10.0 ** rng.uniform(-8, 8)
    n, df = int(rng.choice([3, 5, 9, 20])), float(rng.choice([2.1, 4, 10, 30]))
    y = unit * (rng.normal() + rng.choice([0.0, 0.3, 1.0]) * rng.standard_normal(n))
    y[0] += unit * float(rng.choice([0, 0, 6]))
    se = unit * np.exp(rng.normal(-0.5, 0.3, n))
    prior = f"half-normal({unit})"
    while n >= 9 and (prior := draw_prior(rng, unit)).startswith(("half-cauchy", "gamma", "unif")):
        pass  # an SD that hardly exists is no measure, and ends of a support want another grid
    text = f"""[outcome]
name = "o"
family = "normal"
value = "y"
se = "se"
[roles]
site = "site"
[[terms]]
name = "average"
kind = "fixed"
prior = "normal(0, {10 * unit})"
[[terms]]
name = "sd"
kind = "random"
columns = ["site"]
sd = "{prior}"
effects = "student-t"
df = {df}
"""
    columns = {"site": [f"s{i:03d}" for i in range(n)], "y": y, "se": se}
    exact = _exact(y / unit, se / unit, prior, unit, df)
    plan = parse_plan(text, name=f"case {number}")
    return Case(number, KIND, plan, Table.from_columns(columns), exact)


def _exact(y: Floats, se: Floats, prior: str, unit: float, df: float) -> Exact:
    """Integrate in units: once widely, then where the average is."""
    centre, reach = float(np.median(y)), 4 * max(float(y.std()), 1.0)
    sigma = np.exp(np.linspace(np.log(1e-3), np.log(40.0), 130))
    for points in (61, 121):
        mu = np.linspace(centre - reach, centre + reach, points)
        log_p = norm.logpdf(mu, 0, 10) + _log_likelihood(y, se, mu, sigma, df)
        log_p += (parse_positive(prior).log_density(sigma * unit) + np.log(sigma))[:, None]
        p = np.exp(log_p - log_p.max())
        p /= p.sum()
        average = _summary(mu, p.sum(axis=0))
        centre, reach = average[0], 7 * max(average[1], 0.01)
    found = {"average": average, "sd": _summary(sigma, p.sum(axis=1))}
    return {name: (a * unit, b * unit, c * unit, d * unit) for name, (a, b, c, d) in found.items()}


def _log_likelihood(y: Floats, se: Floats, mu: Floats, sigma: Floats, df: float) -> Floats:
    z = np.linspace(-7, 7, 141)
    density = norm.pdf(z) * (z[1] - z[0])
    u = np.where(z > 0, -1, 1) * t.ppf(norm.cdf(-np.abs(z)), df)  # even in the t's own quantiles
    log_l = np.zeros((len(sigma), len(mu)))
    for one, error in zip(y, se, strict=True):
        away = one - mu[:, None]
        for k, s in enumerate(sigma):
            if s > 0.25 * error:
                part = t.pdf((away - error * z) / s, df) / s
            else:
                part = norm.pdf((away - s * u) / error) / error
            log_l[k] += np.log(part @ density)
    return log_l


def _summary(values: Floats, share: Floats) -> tuple[float, float, float, float]:
    mean = float(share @ values)
    lower, upper = np.interp([0.025, 0.975], np.cumsum(share) - 0.5 * share, values)
    return mean, float(np.sqrt(share @ (values - mean) ** 2)), float(lower), float(upper)
