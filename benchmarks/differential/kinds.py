"""Random structures that no grid settles: every family, every way in which terms stand together.

Nested and crossed terms, networks with and without islands, arms described by factors, effects that
vary by site. Within a kind the shape stays and all else is drawn, so that NUTS compiles it once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from benchmarks.differential.structures import (
    Columns,
    Family,
    Fixed,
    Random,
    Rng,
    Structure,
    Term,
    codes,
)

from ligzda.evidence.tables import Floats, Ints


def draw_structure(number: int, seed: int = 1) -> Structure:
    """Return structure ``number``; the kinds take turns."""
    rng = np.random.default_rng([seed, number, 11])
    kind = list(KINDS)[number % len(KINDS)]
    family, frame, terms = KINDS[kind]
    columns, drawn = frame(rng), terms(rng)
    parts = [_effect(rng, term, columns) for term in drawn]
    eta = family.level + rng.normal(0, 0.7) + sum(parts, np.zeros(1))
    outcome = family.draw(rng, eta, columns)
    unit = 10.0 ** rng.uniform(-8, 8) if family.name.startswith("normal") else 1.0
    return Structure(number, kind, family, drawn, columns | outcome, unit)


def _effect(rng: Rng, term: Term, columns: Columns) -> Floats:
    """Return a term's part of η, from a truth that its prior may or may not expect."""
    rows = len(columns["site"])
    if isinstance(term, Fixed):
        if term.column not in columns:  # the intercept, and the intervals of survival
            return np.zeros(rows)
        if term.coding == "numeric":
            return np.asarray(rng.normal(0, 0.5) * columns[term.column])
        levels, at = codes(columns, (term.column,))
        return np.asarray(rng.normal(0, 0.5, len(levels))[at])
    levels, at = codes(columns, term.columns)
    effects = float(rng.choice([0.0, 0.3, 0.9])) * rng.standard_normal(len(levels))
    return np.asarray(effects[at] * (columns[term.slope] if term.slope else 1.0))


def _labels(letter: str, which: Ints) -> list[str]:
    return [f"{letter}{i}" if letter == "a" else f"{letter}{i:03d}" for i in which]


def crossed(sites: int, arms: int, copies: int = 1) -> Columns:
    """Return rows of every arm in every site, with a covariate and the second arm's indicator."""
    site, arm = np.divmod(np.arange(sites * arms * copies) // copies, arms)
    age = np.round(np.arange(len(site)) * 0.754878 % 1 * 4 - 2, 2)
    return {
        "site": _labels("s", site), "arm": _labels("a", arm), "age": age,
        "treated": (arm == 1).astype(float),
    }  # fmt: skip


def sized(columns: Columns, rng: Rng, low: float, high: float) -> Columns:
    """Add the participants (or months) of each cell."""
    n = np.round(np.exp(rng.uniform(np.log(low), np.log(high), len(columns["site"]))))
    return columns | {"n": n}


def nested(rows: int, groups: int, places: int, letter: str) -> Columns:
    """Return rows in groups in places, unevenly."""
    group = np.sort(np.concatenate([np.arange(groups), (np.arange(rows - groups) ** 2) % groups]))
    place = np.sort(np.concatenate([np.arange(places), np.arange(groups - places) % places]))[group]
    height = np.round(np.arange(rows) * 0.618034 % 1 * 4 - 2, 2)
    return {"site": _labels("s", place), letter: _labels(letter[0], group), "age": height}


def network(sets: Sequence[tuple[int, ...]]) -> Columns:
    """Return the arms of trials."""
    site = np.array([i for i, arms in enumerate(sets) for _ in arms])
    arm = np.array([j for arms in sets for j in arms])
    return {"site": _labels("s", site), "arm": _labels("a", arm)}


def factors(sites: int) -> Columns:
    """Return eight arms a site, described by three factors."""
    columns = crossed(sites, 8)
    arm = np.tile(np.arange(8), sites)
    for bit, name in enumerate(("host", "money", "route")):
        columns[name] = [f"{name[0]}{(j >> bit) & 1}" for j in arm]
    return columns


def rated(people: int, raters: int) -> Columns:
    """Return participants of sites, each seen by three of the raters."""
    person = np.repeat(np.arange(people), 3)
    rater = (np.arange(3 * people) * 7 + person) % raters
    return {
        "site": _labels("s", person % 5), "person": _labels("p", person),
        "rater": _labels("r", rater), "age": np.round(person * 0.618034 % 1 * 4 - 2, 2),
    }  # fmt: skip


CONNECTED = [(0, 1), (0, 2), (0, 3), (1, 2), (2, 3), (0, 1, 2), (0, 3), (1, 3), (0, 2, 3)]
APART = [(0, 1), (0, 1), (0, 2), (1, 2), (3, 4), (3, 4), (3, 5), (4, 5)]


def _size(rng: Rng, around: float = 0.7) -> float:
    return float(around * np.exp(rng.normal(0, 0.5)))


def _half_normal(rng: Rng, name: str, *columns: str, slope: str = "") -> Random:
    return Random(name, columns, "half-normal", (_size(rng),), slope)


def _other(rng: Rng, form: str, name: str, *columns: str) -> Random:
    s = _size(rng)
    numbers = {
        "exponential": (1 / s,), "log-normal": (float(np.log(s)), 0.7),
        "gamma-precision": (2.0, 2 * s**2), "uniform": (0.0, 4 * s),
    }.get(form, (s,))  # fmt: skip
    return Random(name, columns, form, numbers)


def _small(rng: Rng) -> tuple[Term, ...]:
    return Fixed("average", 1.5), Fixed("arm", 1.0, "arm"), _half_normal(rng, "sites", "site")


def _with_covariate(rng: Rng) -> tuple[Term, ...]:
    return *_small(rng), Fixed("age", 0.7, "age", "numeric")


def _trial(rng: Rng) -> tuple[Term, ...]:
    return (
        Fixed("average", 1.5), _other(rng, "exponential", "arms", "arm"),
        _half_normal(rng, "sites", "site"), _half_normal(rng, "cells", "site", "arm"),
    )  # fmt: skip


def _by_site(rng: Rng) -> tuple[Term, ...]:
    return *_small(rng), _half_normal(rng, "effect by site", "site", slope="treated")


def _network(rng: Rng) -> tuple[Term, ...]:
    return (
        Fixed("trial", 3.0, "site", "indicator"), Fixed("arm", 1.5, "arm"),
        _other(rng, "log-normal", "between trials", "site", "arm"),
    )  # fmt: skip


def _factors(rng: Rng) -> tuple[Term, ...]:
    mains = [Fixed(name, 0.7, name, "indicator") for name in ("host", "money", "route")]
    return Fixed("average", 1.5), *mains, _half_normal(rng, "sites", "site")


def _rated(rng: Rng) -> tuple[Term, ...]:
    return (
        Fixed("average", 3.0), Fixed("age", 1.0, "age", "numeric"),
        _half_normal(rng, "people", "person"), _other(rng, "half-cauchy", "raters", "rater"),
        _half_normal(rng, "sites", "site"),
    )  # fmt: skip


def _broods(rng: Rng) -> tuple[Term, ...]:
    return (
        Fixed("average", 2.0), Fixed("age", 1.0, "age", "numeric"),
        _half_normal(rng, "broods", "brood"), _other(rng, "gamma-precision", "places", "site"),
    )  # fmt: skip


def _mothers(rng: Rng) -> tuple[Term, ...]:
    return (
        Fixed("average", 2.0), Fixed("age", 1.0, "age", "numeric"),
        _other(rng, "uniform", "mothers", "mother"), _half_normal(rng, "places", "site"),
    )  # fmt: skip


def _hazards(rng: Rng) -> tuple[Term, ...]:
    return *_small(rng), Fixed("hazard", 0.7, "interval")


_OF_N = 'family = "binomial"\nsuccesses = "y"\ntrials = "n"'


def _yes_no(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    return {"y": (rng.random(len(eta)) < 1 / (1 + np.exp(-eta))).astype(float)}


def _of_n(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    return {"y": rng.binomial(columns["n"].astype(int), 1 / (1 + np.exp(-eta))).astype(float)}


def _hit(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    return {"y": rng.binomial(columns["n"].astype(int), -np.expm1(-np.exp(eta))).astype(float)}


def _counts(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    n = columns.get("n", np.ones(len(eta)))
    return {"n": n, "y": rng.poisson(n * np.exp(np.minimum(eta, 3))).astype(float)}


def _clumped(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    return _counts(rng, eta + np.log(rng.gamma(2.0, 0.5, len(eta))), columns)


def _amounts(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    return {"y": np.exp(eta) * rng.gamma(3.0, 1 / 3, len(eta))}


def _known(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    se = np.exp(rng.normal(-0.7, 0.4, len(eta)))
    return {"y": eta + se * rng.standard_normal(len(eta)), "se": se}


def _measured(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    return {"y": eta + 0.8 * rng.standard_normal(len(eta))}


def _answers(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    latent = eta + rng.logistic(size=len(eta))
    return {"y": [str(1 + k) for k in np.searchsorted([0.0, 1.0, 2.3], latent)]}


def _times(rng: Rng, eta: Floats, columns: Columns) -> Columns:
    time = rng.exponential(np.exp(-eta))
    return {"y": np.clip(time, 1e-3, 3.0), "event": (time < 3.0).astype(float)}


BERNOULLI = Family("bernoulli", 'family = "bernoulli"\nsuccesses = "y"', _yes_no, {})
BINOMIAL = Family("binomial", _OF_N, _of_n, {}, -1.0)
CLOGLOG = Family("cloglog", f'{_OF_N}\nlink = "cloglog"', _hit, {}, -1.0)
POISSON = Family("poisson", 'family = "poisson"\ncount = "y"\nexposure = "n"', _counts, {})
NEGATIVE_BINOMIAL = Family(
    "negative-binomial",
    'family = "negative-binomial"\ncount = "y"\nexposure = "n"',
    _clumped,
    {"dispersion": ("half-normal", (0.7,))},
)
GAMMA = Family(
    "gamma", 'family = "gamma"\nvalue = "y"', _amounts, {"variation": ("half-normal", (0.7,))}
)
KNOWN = Family("normal, known errors", 'family = "normal"\nvalue = "y"\nse = "se"', _known, {})
NORMAL = Family(
    "normal", 'family = "normal"\nvalue = "y"', _measured, {"residual": ("half-normal", (1.5,))}
)
ORDINAL = Family(
    "ordinal",
    'family = "ordinal"\ncategory = "y"\ncategories = ["1", "2", "3", "4"]',
    _answers,
    {"gap": ("log-normal", (0.0, 0.5))},
)
SURVIVAL = Family(
    "survival", 'family = "survival"\ntime = "y"\nevent = "event"\nbreaks = [0.3, 1]', _times, {}
)  # fmt: skip
KINDS: dict[str, tuple[Family, Callable[[Rng], Columns], Callable[[Rng], tuple[Term, ...]]]] = {
    "yes/no, a covariate": (BERNOULLI, lambda _: crossed(6, 4, 4), _with_covariate),
    "binomial, crossed": (BINOMIAL, lambda rng: sized(crossed(8, 5), rng, 1, 40), _trial),
    "effect by site": (BINOMIAL, lambda rng: sized(crossed(12, 2), rng, 3, 90), _by_site),
    "network": (BINOMIAL, lambda rng: sized(network(CONNECTED), rng, 8, 150), _network),
    "network with islands": (BINOMIAL, lambda rng: sized(network(APART), rng, 8, 150), _network),
    "arms by factors": (BINOMIAL, lambda rng: sized(factors(5), rng, 1, 30), _factors),
    "complementary log-log": (CLOGLOG, lambda rng: sized(crossed(6, 4), rng, 2, 40), _small),
    "yes/no, nested": (BERNOULLI, lambda _: nested(150, 70, 12, "mother"), _mothers),
    "Poisson, nested": (POISSON, lambda _: nested(120, 40, 10, "brood"), _broods),
    "negative binomial": (
        NEGATIVE_BINOMIAL, lambda rng: sized(crossed(5, 3, 4), rng, 1, 8), _small
    ),
    "gamma": (GAMMA, lambda _: crossed(6, 4, 4), _small),
    "normal, known errors, crossed": (KNOWN, lambda _: crossed(9, 4), _trial),
    "normal, crossed raters": (NORMAL, lambda _: rated(30, 6), _rated),
    "ordinal": (ORDINAL, lambda _: crossed(5, 3, 6), _small),
    "survival": (SURVIVAL, lambda _: crossed(5, 3, 5), _hazards),
}  # fmt: skip
