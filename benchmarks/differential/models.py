r"""Random small models of the plan language whose posterior is known by exact integration.

Families that a grid of one or two dimensions settles, every prior of an SD with numbers of every
size, few and many sites, few and many events, units from 1e-8 to 1e8. Effects are integrated out in
closed form (normal outcomes) or site by site (counts), so a coefficient and an SD, or two SDs, are
left to the grid. Nested, crossed and larger models want a sampler: they are not here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from scipy.interpolate import CubicSpline

from ligzda.evidence import Plan, Table, parse_plan
from ligzda.evidence.gaussian import normal_cdf
from ligzda.evidence.priors import PositivePrior, parse_positive
from ligzda.evidence.tables import Floats

Exact = dict[str, tuple[float, float, float, float]]
Drawn = tuple[str, dict[str, Any], Exact]
Z = np.linspace(-8, 8, 41)


@dataclass(frozen=True)
class Case:
    """One model: its kind, plan and table, and mean, SD and 95 % limits of what it asks."""

    number: int
    kind: str
    plan: Plan
    table: Table
    exact: Exact


def draw_case(number: int, seed: int = 1) -> Case:
    """Return case ``number``; the kinds take turns."""
    rng = np.random.default_rng([seed, number])
    kind = list(KINDS)[number % len(KINDS)]
    text, columns, exact = KINDS[kind](rng)
    plan = parse_plan(text, name=f"case {number}")
    return Case(number, kind, plan, Table.from_columns(columns), exact)


def draw_prior(rng: np.random.Generator, unit: float) -> str:
    """Return a prior of a positive parameter of about this size."""
    s = unit * float(np.exp(rng.normal(0, 0.7)))
    forms = [
        f"half-normal({s})", f"half-cauchy({s})", f"exponential({1 / s})", f"pc({2 * s}, 0.05)",
        f"uniform(0, {4 * s})", f"log-normal({np.log(s)}, {rng.uniform(0.3, 2)})",
        f"gamma-precision(0.001, {0.001 * unit**2})", f"gamma-precision(2, {2 * s**2})",
    ]  # fmt: skip
    return str(rng.choice(forms))


def _known_errors(rng: np.random.Generator) -> Drawn:
    """Estimates with known standard errors, whose sizes may differ by thousands."""
    unit = 10.0 ** rng.uniform(-8, 8)
    n = int(rng.choice([3, 5, 8, 20, 60, 200]))
    tau = unit * float(rng.choice([0.0, 0.3, 1.0]))
    se = unit * np.exp(rng.normal(0, rng.choice([0.2, 0.6, 3.0]), n))
    y = unit * rng.normal() + tau * rng.standard_normal(n) + se * rng.standard_normal(n)
    prior, wide = draw_prior(rng, unit), 10 * unit
    if n < 8 and prior.startswith(("gamma-precision(0.001", "half-cauchy")):
        prior = f"half-normal({unit})"  # an SD of the SD that hardly exists is no measure
    grid = _grid(parse_positive(prior), min(float(se.min()), unit), unit)
    variance = grid[:, None] ** 2 + se**2
    weight = 1 / variance
    precision = weight.sum(axis=1) + wide**-2
    mean = (weight @ y) / precision
    rest = y - mean[:, None]
    log_p = -0.5 * (np.log(variance) + weight * rest**2).sum(axis=1)
    log_p += -0.5 * (mean / wide) ** 2 - 0.5 * np.log(precision)
    log_p += parse_positive(prior).log_density(grid) + np.log(grid) + _ends(grid)
    w = _normalised(log_p)
    exact = {"sd": _weighted(grid, w), "average": _mixed(mean, precision**-0.5, w)}
    text = _plan('family = "normal"\nvalue = "y"\nse = "se"', "average", wide, prior)
    return text, {"site": _labels(n), "y": y, "se": se}, exact


def _participants(rng: np.random.Generator) -> Drawn:
    """Cells of participants with an unknown residual SD, known to a needle or hardly at all."""
    unit = 10.0 ** rng.uniform(-8, 8)
    sites = int(rng.choice([3, 6, 12, 40]))
    size = int(rng.choice([3, 10, 300, 100_000]))
    tau, phi = unit * float(rng.choice([0.0, 0.3, 1.0])), unit * float(np.exp(rng.normal(0, 0.5)))
    n = np.full(sites, float(size))
    mean = unit * rng.normal() + tau * rng.standard_normal(sites)
    mean = mean + phi * rng.standard_normal(sites) / np.sqrt(n)
    sd = phi * np.sqrt(rng.chisquare(size - 1, sites) / (size - 1))
    prior, residual, wide = draw_prior(rng, unit), draw_prior(rng, phi), 10 * unit
    if sites < 8 and prior.startswith(("gamma-precision(0.001", "half-cauchy")):
        prior = f"half-normal({unit})"
    pooled = float(np.sqrt(((n - 1) @ sd**2) / (n - 1).sum()))
    spread = min(12 / np.sqrt(2 * (n - 1).sum()), 4.0)
    # a uniform prior may end amid the likelihood, or before it: then nearly all lies at that end
    low, high = np.clip(pooled * np.exp([-spread, spread]), *parse_positive(residual).support)
    if high < pooled:
        steep = (n - 1).sum() * ((pooled / high) ** 2 - 1)
        low = min(low, high * np.exp(-min(40 / steep, 4.0)))
    phis = np.clip(np.exp(np.linspace(np.log(low), np.log(high), 161)), low, high)
    grid = _grid(parse_positive(prior), phi / np.sqrt(size), unit, 401)

    def joint(grid: Floats) -> tuple[Floats, Floats, Floats]:
        """Return log p(SD, residual) and the average's centre and precision given both."""
        variance = (grid**2)[:, None, None] + (phis**2)[None, :, None] / n
        weight = 1 / variance
        precision = weight.sum(axis=2) + wide**-2
        centre = (weight @ mean) / precision
        off = mean - centre[:, :, None]
        log_p = -0.5 * (np.log(variance) + weight * off**2).sum(axis=2)
        log_p += -0.5 * (centre / wide) ** 2 - 0.5 * np.log(precision)
        log_p += -(n - 1).sum() * np.log(phis) - 0.5 * ((n - 1) @ sd**2) / phis**2
        log_p += (parse_positive(prior).log_density(grid) + np.log(grid) + _ends(grid))[:, None]
        log_p += parse_positive(residual).log_density(phis) + np.log(phis) + _ends(phis)
        return log_p, centre, precision

    # a posterior that piles up at the prior's end is narrower than one step of the whole range
    near = joint(grid)[0].max(axis=1)
    live = np.flatnonzero(near > near.max() - 40)
    first, last = grid[max(live[0] - 1, 0)], grid[min(live[-1] + 1, len(grid) - 1)]
    grid = np.clip(np.exp(np.linspace(np.log(first), np.log(last), len(grid))), first, last)
    log_p, centre, precision = joint(grid)
    w = _normalised(log_p)
    exact = {
        "sd": _weighted(grid, w.sum(axis=1)),
        "residual": _weighted(phis, w.sum(axis=0)),
        "average": _mixed(centre.ravel(), precision.ravel() ** -0.5, w.ravel()),
    }
    outcome = f'family = "normal"\nvalue = "y"\nn = "n"\nsd = "s"\nresidual_prior = "{residual}"'
    text = _plan(outcome, "average", wide, prior)
    return text, {"site": _labels(sites), "y": mean, "n": n, "s": sd}, exact


def _binomial(rng: np.random.Generator) -> Drawn:
    """Yes or no in sites, from one record a site."""
    size, prior, eta = _site_truths(rng)
    y = rng.binomial(int(size), 1 / (1 + np.exp(-eta))).astype(float)
    level = _sites(y, lambda k, at: k * at - size * np.logaddexp(0, at), prior)
    outcome = 'family = "binomial"\nsuccesses = "y"\ntrials = "n"'
    columns = {"site": _labels(len(y)), "y": y, "n": np.full(len(y), size)}
    return _plan(outcome, "average", 2.0, prior), columns, level


def _poisson(rng: np.random.Generator) -> Drawn:
    """Events in sites, from none at all."""
    size, prior, eta = _site_truths(rng)
    size = min(size, 3.0)  # more events than that determine the average more finely than the grid
    y = rng.poisson(size * np.exp(np.minimum(eta, 0.5))).astype(float)
    level = _sites(y, lambda k, at: k * at - size * np.exp(np.minimum(at, 50)), prior)
    outcome = 'family = "poisson"\ncount = "y"\nexposure = "n"'
    columns = {"site": _labels(len(y)), "y": y, "n": np.full(len(y), size)}
    return _plan(outcome, "average", 2.0, prior), columns, level


def _site_truths(rng: np.random.Generator) -> tuple[float, str, Floats]:
    sites, size = int(rng.choice([3, 6, 12, 20])), float(rng.choice([1, 3, 20]))
    prior = draw_prior(rng, 0.7)
    tau = float(rng.choice([0.0, 0.4, 1.2]))
    return size, prior, rng.normal(-1, 1.2) + tau * rng.standard_normal(sites)


COEFFICIENT = np.linspace(-12, 8, 251)  # without an event its posterior reaches beyond -8
# to where a half-Cauchy prior leaves a millionth; beyond, the likelihood of counts is flat
SIGMA = np.exp(np.linspace(np.log(1e-4), np.log(1e6), 185))
NARROW = int(np.searchsorted(SIGMA, 0.15))
ETA = np.linspace(-30, 15, 901)


@cache
def _spread() -> Floats:
    """Return P(η in each bin) for every coefficient and every SD that is not narrow."""
    edges = np.concatenate([[-np.inf], 0.5 * (ETA[1:] + ETA[:-1]), [np.inf]])
    at = (edges - COEFFICIENT[:, None, None]) / SIGMA[NARROW:, None]
    return np.diff(normal_cdf(at), axis=2)


def _sites(y: Floats, level: Callable[[float, Floats], Floats], prior: str) -> Exact:
    """Integrate coefficient and SD on a grid, every site's effect by quadrature."""
    density = parse_positive(prior)
    log_l = np.tile(-0.5 * (COEFFICIENT[:, None] / 2) ** 2, (1, len(SIGMA)))
    weight = np.exp(-0.5 * Z**2)
    weight /= weight.sum()
    for k, many in zip(*np.unique(y, return_counts=True), strict=True):
        near = level(k, COEFFICIENT[:, None, None] + SIGMA[:NARROW, None] * Z)
        far = level(k, ETA)
        parts = [np.exp(near - near.max()) @ weight, _spread() @ np.exp(far - far.max())]
        logs = [np.log(np.maximum(part, 1e-300)) for part in parts]
        log_l += many * np.concatenate([logs[0] + near.max(), logs[1] + far.max()], axis=1)
    # a prior's ends lie between the points; the likelihood is smooth there
    low, high = density.support
    low, high = max(low, float(SIGMA[0])), min(high, float(SIGMA[-1]))
    fine = np.linspace(np.log(low), np.log(high), 1501)
    sigma = np.clip(np.exp(fine), low, high)
    log_p = CubicSpline(np.log(SIGMA), log_l, axis=1)(fine)
    w = _normalised(log_p + density.log_density(sigma) + fine + _ends(fine))
    exact = {"average": _weighted(COEFFICIENT, w.sum(axis=1))}
    mass = w.sum(axis=0)
    if mass[sigma > 1e5].sum() < 1e-4:  # else the data leave the SD to an all but improper prior
        exact["sd"] = _weighted(sigma, mass)
        if (mass * sigma**2)[sigma > 1e3].sum() > 1e-3 * (mass @ sigma**2):  # no moments
            exact["sd"] = (np.nan, np.nan, *exact["sd"][2:])
    return exact


def _grid(prior: PositivePrior, least: float, unit: float, points: int = 4001) -> Floats:
    """Return points of an SD, even in its logarithm, from next to nothing to the prior's end."""
    low, high = prior.support
    low, high = max(low, 1e-4 * min(least, unit)), min(high, 1e3 * unit)
    # an end that rounding puts outside the support would lose all of its mass
    return np.clip(np.exp(np.linspace(np.log(low), np.log(high), points)), low, high)


def _ends(grid: Floats) -> Floats:
    """Return the logs of the trapezoidal rule's weights: a prior may end where it is not small."""
    weights = np.zeros(len(grid))
    weights[[0, -1]] = np.log(0.5)
    return weights


def _normalised(log_p: Floats) -> Floats:
    p = np.exp(log_p - log_p.max())
    return np.asarray(p / p.sum())


def _weighted(values: Floats, w: Floats) -> tuple[float, float, float, float]:
    mean = float(w @ values)
    fine = np.linspace(0, len(w) - 1, 8 * len(w))
    live = w > w.max() * 1e-14
    place = np.arange(len(w))
    inside = (fine >= place[live][0]) & (fine <= place[live][-1])
    mass = np.zeros(len(fine))
    density = w.copy()
    density[[0, -1]] *= 2  # the rule's weights there are halves
    mass[inside] = np.exp(CubicSpline(place[live], np.log(density[live]))(fine[inside]))
    mass /= mass.sum()
    at = CubicSpline(place, values)(fine)
    lower, upper = np.interp([0.025, 0.975], np.cumsum(mass) - 0.5 * mass, at)
    return mean, float(np.sqrt(w @ (values - mean) ** 2)), float(lower), float(upper)


def _mixed(mean: Floats, sd: Floats, w: Floats) -> tuple[float, float, float, float]:
    """Moments and limits of a mixture of normals."""
    live = w > 1e-9
    mean, sd, w = mean[live], sd[live], w[live] / w[live].sum()
    centre = float(w @ mean)
    spread = float(np.sqrt(w @ (sd**2 + (mean - centre) ** 2)))
    at = centre + spread * np.linspace(-9, 9, 601)
    cdf = np.array([float(w @ normal_cdf((x - mean) / sd)) for x in at])
    lower, upper = np.interp([0.025, 0.975], cdf, at)
    return centre, spread, float(lower), float(upper)


def _labels(n: int) -> list[str]:
    return [f"s{i:03d}" for i in range(n)]


def _plan(outcome: str, name: str, wide: float, prior: str) -> str:
    return f"""[outcome]
name = "o"
{outcome}
[roles]
site = "site"
[[terms]]
name = "{name}"
kind = "fixed"
prior = "normal(0, {wide})"
[[terms]]
name = "sd"
kind = "random"
columns = ["site"]
sd = "{prior}"
"""


KINDS = {
    "normal, known errors": _known_errors,
    "normal, residual SD": _participants,
    "binomial in sites": _binomial,
    "Poisson in sites": _poisson,
}
