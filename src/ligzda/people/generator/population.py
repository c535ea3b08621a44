"""Invented people as arrays, one element a person: a million as well as three hundred. No Django.

Every topic has a random stream of its own, so that a new question changes no other answer. Nobody
is selected into a model and leaving early tells nothing of the outcome: the effects of the truth
are those of the whole population, and what hides them is whose answers are missing.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ligzda.people.generator import outcomes
from ligzda.people.generator.truth import COVARIATES, TRUTH, Truth, weights

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

DAYS = 3 * 365
"""How long people apply."""


@dataclass(frozen=True)
class Site:
    """An incubator under its model: the levels of A, B, C, the longest stay."""

    slug: str
    model: str
    a: bool
    b: bool
    c: bool
    months: int = 24


@dataclass(frozen=True)
class Population:
    """Everything that is true of invented people. Days are counted from the first of the trial.

    `comparison`: waits, and never enters. `paid`, `state`, `answered`, `hours` and the incomes are
    by wave (WAVES): arrays (waves, people). Codes are indices into the names beside them.
    """

    seed: int
    truth: Truth
    sites: Sequence[Site]
    site_effect: Floats
    cost_per_participant_eur: Floats
    site: Ints
    comparison: Flags
    age: Ints
    gender: Ints
    disability: Ints
    labour_status: Ints
    months_unemployed: Ints
    education: Ints
    household: Ints
    covariates: Flags
    """(people, COVARIATES)."""
    logit: Floats
    applied_day: Ints
    waiting_days: Ints
    exit_day: Ints
    dropped_out: Flags
    after: outcomes.Outcomes
    names: dict[str, Sequence[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.site)

    @property
    def entry_day(self) -> Ints:
        """The day of the contract."""
        return self.applied_day + self.waiting_days

    def factor(self, name: str) -> Flags:
        """Return for each person whether all factors of a product ("AB") are on; False where
        somebody is of the comparison group."""
        on = [all(getattr(site, letter.lower()) for letter in name) for site in self.sites]
        return np.asarray(on, dtype=bool)[self.site] & ~self.comparison


def generate(
    seed: int,
    sites: Sequence[Site],
    *,
    per_site: int | None = None,
    comparison: int | None = None,
    truth: Truth = TRUTH,
) -> Population:
    """Return the people of these sites.

    per_site: participants of each; without, drawn with the truth's mean between its bounds.
    comparison: people of each site's waiting list who never enter; without, the file's number.
    """
    if not sites:
        raise ValueError("there is no site to invent people for")
    ours = truth.ours
    site, waits = _sizes(_stream(seed, "sizes"), len(sites), per_site, comparison, truth)
    many = len(site)

    def draw(topic: str, shares: dict[str, float]) -> Ints:
        _codes, chances = weights(shares)
        edges = np.cumsum(chances)[:-1]
        return np.searchsorted(edges, _stream(seed, topic).random(many), side="right")

    age = _ages(seed, many, truth)
    status = draw("labour status", ours["labour_status"])
    months = _months_unemployed(seed, many, truth)
    unemployed = tuple(ours["labour_status"]).index("unemployed")
    months = np.where(status == unemployed, months, -1)
    disability, education, household = (
        draw(topic, ours[topic]) for topic in ("disability", "education", "household")
    )
    covariates = np.column_stack(
        [
            disability == tuple(ours["disability"]).index("1."),
            months > 24,
            age > 54,
            education != tuple(ours["education"]).index("isced_0_2"),
            household == tuple(ours["household"]).index("family"),
        ]
    )
    site_effect = truth.site_sd * _stream(seed, "sites").standard_normal(len(sites))
    cells = np.asarray([truth.cell(a=each.a, b=each.b, c=each.c) for each in sites])
    intercepts = truth.intercepts
    logit = np.where(waits, intercepts["comparison"], intercepts["M1"] + cells[site])
    logit = logit + site_effect[site] + covariates @ np.asarray([*truth.covariates.values()])

    route = np.asarray([each.b for each in sites])[site] & ~waits
    applied = _stream(seed, "applied").integers(0, DAYS - 60, many)
    median = np.asarray([truth.median_wait(open_call=each.b) for each in sites])[site]
    spread = _stream(seed, "waiting").standard_normal(many) * ours["waiting_log_sd"]
    waiting = np.maximum(1, np.rint(median * np.exp(spread))).astype(np.int64)
    dropped, inside = _inside(seed, np.asarray([each.months for each in sites])[site], truth)
    return Population(
        seed=seed,
        truth=truth,
        sites=tuple(sites),
        site_effect=site_effect,
        cost_per_participant_eur=_costs(seed, sites, truth),
        site=site,
        comparison=waits,
        age=age,
        gender=draw("gender", ours["gender"]),
        disability=disability,
        labour_status=status,
        months_unemployed=months,
        education=education,
        household=household,
        covariates=covariates,
        logit=logit,
        applied_day=applied,
        waiting_days=waiting,
        exit_day=applied + waiting + inside,
        dropped_out=dropped & ~waits,
        after=outcomes.draw(seed, logit, route, waits, truth, _stream),
        names={
            topic: tuple(ours[topic])
            for topic in ("gender", "disability", "labour_status", "education", "household")
        },
    )


def logit_rate(logit: Floats) -> Floats:
    """Return the chance at a logit."""
    rate: Floats = 1 / (1 + np.exp(-logit))
    return rate


def _stream(seed: int, topic: str) -> np.random.Generator:
    return np.random.default_rng([seed, zlib.crc32(topic.encode())])


def _sizes(
    chance: np.random.Generator,
    sites: int,
    per_site: int | None,
    comparison: int | None,
    truth: Truth,
) -> tuple[Ints, Flags]:
    """Return the site of each person and whether they are of the comparison group."""
    wanted = truth.given["participants_per_site"]
    least, most = wanted["min"], wanted["max"]
    # A triangle's mean is that of its three corners.
    corner = 3 * wanted["mean"] - least - most
    drawn = np.rint(chance.triangular(least, corner, most, sites)).astype(np.int64)
    inside = drawn if per_site is None else np.full(sites, per_site)
    waiting = np.full(
        sites, truth.ours["comparison_per_site"] if comparison is None else comparison
    )
    numbers = np.arange(sites)
    site = np.concatenate([np.repeat(numbers, inside), np.repeat(numbers, waiting)])
    return site, np.arange(len(site)) >= inside.sum()


def _ages(seed: int, many: int, truth: Truth) -> Ints:
    bands = truth.ours["ages"]
    weights({str(row["from"]): row["share"] for row in bands})
    edges = np.cumsum([row["share"] for row in bands])[:-1]
    band = np.searchsorted(edges, _stream(seed, "age").random(many), side="right")
    first, last = (np.asarray([row[end] for row in bands])[band] for end in ("from", "to"))
    return _stream(seed, "age within").integers(first, last + 1)


def _months_unemployed(seed: int, many: int, truth: Truth) -> Ints:
    said = truth.ours["months_unemployed"]
    spread = np.exp(_stream(seed, "months").standard_normal(many) * said["log_sd"])
    months: Ints = np.clip(np.rint(said["median"] * spread), 0, said["most"]).astype(np.int64)
    return months


def _inside(seed: int, months: Ints, truth: Truth) -> tuple[Flags, Ints]:
    """Return who leaves early, and the days from the contract to the last day."""
    said = truth.ours["days_inside"]
    chance = _stream(seed, "inside")
    days = said["median"] * np.exp(chance.standard_normal(len(months)) * said["log_sd"])
    days = np.minimum(days, months * 30.4)
    dropped = chance.random(len(months)) < truth.given["dropout"]["base"]
    part = chance.uniform(0.1, 0.7, len(months))
    return dropped, np.maximum(14, np.rint(np.where(dropped, part * days, days))).astype(np.int64)


def _costs(seed: int, sites: Sequence[Site], truth: Truth) -> Floats:
    """Return euro per participant of each site: its model's, spread by the truth's CV."""
    said = truth.given["cost_per_participant_eur"]
    spread = _stream(seed, "costs").standard_normal(len(sites)) * said["site_cv"]
    costs: Floats = np.asarray([said[each.model] for each in sites]) * (1 + spread)
    return costs


assert len(COVARIATES) == 5  # the columns above
