"""The designs in which the engine is calibrated: a plan, and a table that lacks its outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ligzda.evidence import Plan, parse_plan


@dataclass(frozen=True)
class World:
    """A plan and the rows to which outcomes are drawn; ``columns`` has everything else.

    ``follow_up`` is the time after which survival is censored.
    """

    name: str
    title: str
    plan: Plan
    columns: Mapping[str, Any] = field(repr=False)
    follow_up: float = np.inf

    @property
    def rows(self) -> int:
        """Number of rows of the table."""
        return len(next(iter(self.columns.values())))


def _term(name: str, kind: str, prior: str, *columns: str, **more: str) -> str:
    lines = [f'name = "{name}"', f'kind = "{kind}"']
    quoted = ", ".join(f'"{column}"' for column in columns)
    lines += [f"columns = [{quoted}]"] if columns else []
    lines += [f'{"prior" if kind == "fixed" else "sd"} = "{prior}"']
    lines += [f'{key} = "{value}"' for key, value in more.items()]
    return "\n".join(["[[terms]]", *lines, ""])


def _plan(outcome: str, *terms: str, control: str = "arm 0", name: str = "calibration") -> Plan:
    head = f'[outcome]\nname = "outcome"\n{outcome}\n[roles]\nsite = "site"\narm = "arm"\n'
    return parse_plan(head + f'control = "{control}"\n' + "".join(terms), name=name)


def _crossed(sites: int, arms: int, copies: int = 1) -> dict[str, Any]:
    site = np.repeat([f"site {i}" for i in range(sites)], arms * copies)
    arm = np.tile(np.repeat([f"arm {i}" for i in range(arms)], copies), sites)
    return {"site": site, "arm": arm}


def _sizes(rows: int, low: int, high: int) -> np.ndarray:
    """Uneven numbers of participants, the same in every run."""
    return np.round(low + (high - low) * (np.arange(rows) * 0.618034 % 1)).astype(np.float64)


BINOMIAL = 'family = "binomial"\nsuccesses = "y"\ntrials = "n"\nmid = 0.05'
TRIAL = (
    _term("arm", "random", "half-normal(0.5)", "arm"),
    _term("site", "random", "half-normal(1)", "site"),
    _term("cell", "random", "half-normal(0.5)", "site", "arm"),
)
SMALL = (
    _term("intercept", "fixed", "normal(0, 1)"),
    _term("arm", "fixed", "normal(0, 0.7)", "arm", reference="arm 0"),
    _term("site", "random", "half-normal(0.5)", "site"),
)


def _network() -> dict[str, Any]:
    """Fourteen trials of two or three of five treatments, connected."""
    pairs = [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (2, 3), (3, 4), (0, 1), (0, 2), (1, 3)]
    sets = [*pairs, (0, 1, 2), (0, 3, 4), (1, 2, 4), (0, 2)]
    site = [f"trial {i:02d}" for i, arms in enumerate(sets) for _ in arms]
    arm = [f"arm {j}" for arms in sets for j in arms]
    return {"site": np.array(site), "arm": np.array(arm), "n": _sizes(len(arm), 30, 160)}


def _participants() -> dict[str, Any]:
    frame = _crossed(6, 4, 8)
    return frame | {"age": np.round(18 + 47 * (np.arange(192) * 0.754878 % 1))}


def _jtpa() -> dict[str, Any]:
    frame = _crossed(16, 2)
    frame["treated"] = (frame["arm"] == "arm 1").astype(np.float64)
    return frame | {"n": _sizes(32, 30, 240)}


def worlds() -> tuple[World, ...]:
    """Return every design, the product's own three first."""
    intercept = _term("intercept", "fixed", "normal(0, 1.5)")
    trial = _crossed(9, 8) | {"n": _sizes(72, 6, 40)}
    cells = _crossed(6, 4)
    people = _crossed(6, 4, 8)
    return (
        World(
            "trial", "Binomial, 9 sites × 8 arms",
            _plan(BINOMIAL, intercept, *TRIAL), trial,
        ),
        World(
            "jtpa", "Binomial, 16 sites × 2 arms, effect varying by site",
            _plan(
                BINOMIAL, intercept,
                _term("programme", "fixed", "normal(0, 1)", "arm", reference="arm 0"),
                _term("site", "random", "half-normal(1)", "site"),
                _term("by site", "random", "half-normal(0.5)", "site", slope="treated"),
            ),
            _jtpa(),
        ),
        World(
            "network", "Binomial, network of 14 trials of 5 treatments",
            _plan(
                BINOMIAL,
                _term("trial", "fixed", "normal(0, 1.5)", "site", coding="indicator"),
                _term("treatment", "fixed", "normal(0, 1)", "arm", reference="arm 0"),
                _term("tau", "random", "half-normal(0.5)", "site", "arm", sd_of="contrast"),
            ),
            _network(),
        ),
        World(
            "bernoulli", "Bernoulli, 192 participants with a covariate",
            _plan(
                'family = "bernoulli"\nsuccesses = "y"\nmid = 0.05', *SMALL,
                _term("age", "fixed", "normal(0, 0.5)", "age", coding="numeric")
                + "center = 40\nscale = 10\n",
            ),
            _participants(),
        ),
        World(
            "normal", "Normal, 9 sites × 8 arms, residual SD unknown",
            _plan(
                'family = "normal"\nvalue = "y"\nn = "n"\nsd = "sd"\nmid = 0.1\n'
                'residual_prior = "half-normal(1)"',
                intercept, *TRIAL,
            ),
            trial,
        ),
        World(
            "summaries", "Normal, 12 sites × 3 arms, known standard errors",
            _plan('family = "normal"\nvalue = "y"\nse = "se"\nmid = 0.1', intercept, *TRIAL),
            _crossed(12, 3) | {"se": 0.1 + 0.5 * (np.arange(36) * 0.618034 % 1)},
        ),
        World(
            "cloglog", "Binomial, complementary log-log link, 6 sites × 4 arms",
            _plan(BINOMIAL + '\nlink = "cloglog"', *SMALL), cells | {"n": _sizes(24, 8, 40)},
        ),
        World(
            "poisson", "Poisson with exposure, 6 sites × 4 arms",
            _plan(
                'family = "poisson"\ncount = "y"\nexposure = "n"\nmid = 0.1', *SMALL,
                _term("cell", "random", "half-normal(0.3)", "site", "arm"),
            ),
            cells | {"n": _sizes(24, 2, 20)},
        ),
        World(
            "negative-binomial", "Negative binomial, 60 rows in 5 sites × 3 arms",
            _plan(
                'family = "negative-binomial"\ncount = "y"\nexposure = "n"\nmid = 0.1\n'
                'dispersion_prior = "half-normal(0.5)"',
                *SMALL,
            ),
            _crossed(5, 3, 4) | {"n": _sizes(60, 1, 8)},
        ),
        World(
            "gamma", "Gamma (costs), 192 participants in 6 sites × 4 arms",
            _plan(
                'family = "gamma"\nvalue = "y"\nmid = 0.1\nvariation_prior = "half-normal(0.7)"',
                *SMALL,
            ),
            people,
        ),
        World(
            "ordinal", "Ordered categories (4), 192 participants in 6 sites × 4 arms",
            _plan(
                'family = "ordinal"\ncategory = "y"\ncategories = ["1", "2", "3", "4"]\nmid = 0.1\n'
                'gap_prior = "log-normal(0, 0.5)"',
                *SMALL,
            ),
            people,
        ),
        World(
            "survival", "Piecewise-exponential survival, 192 enterprises in 6 sites × 4 arms",
            _plan(
                'family = "survival"\ntime = "y"\nevent = "event"\nbreaks = [0.3, 1]',
                # a hazard at which somebody is still at risk after the last break
                _term("intercept", "fixed", "normal(-1, 0.6)"), *SMALL[1:],
                _term("hazard", "fixed", "normal(0, 0.5)", "interval"),
            ),
            people,
            follow_up=3.0,
        ),
    )  # fmt: skip
