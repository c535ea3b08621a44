"""Invented people one by one, from the arrays: what a room writes down. No Django."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from ligzda.people.generator.outcomes import (
    RATERS,
    SKILLS,
    STATES,
    WHO5_ITEMS,
    WHO5_MOMENTS,
)
from ligzda.people.generator.population import Population, Site
from ligzda.people.generator.truth import WAVES


@dataclass(frozen=True)
class Moment:
    """How somebody stands at a wave after their last day, and whether they answer."""

    state: str
    paid: bool
    answered: bool
    attempts: int
    hours: int
    income_work: Decimal
    income_benefits: Decimal


@dataclass(frozen=True)
class InventedPerson:
    """Somebody invented, whole: also what nobody would know. Days are counted from the trial's
    first; euro are a month's, net."""

    number: int
    site: Site
    comparison: bool
    age: int
    gender: str
    disability: str
    labour_status: str
    months_unemployed: int | None
    education: str
    household: str
    applied_day: int
    entry_day: int
    exit_day: int
    dropped_out: bool
    waves: Mapping[str, Moment]
    who5: Mapping[str, Mapping[str, int]]
    """Moment → item → 0 to 5."""
    skills: Mapping[tuple[str, str], Mapping[str, int]]
    """(entry or exit, who rates) → skill → 1 to 5."""
    satisfaction: int
    choose_again: bool
    registers: bool
    enterprise_alive: Mapping[str, bool]
    jobs_fte: float

    @property
    def waiting_days(self) -> int:
        """From the application to the contract."""
        return self.entry_day - self.applied_day


def people(population: Population) -> Iterator[InventedPerson]:
    """Yield everybody, in the order of the arrays."""
    for number in range(len(population)):
        yield person(population, number)


def person(population: Population, number: int) -> InventedPerson:
    """Return one of the people."""
    found, names = population, population.names
    months = int(found.months_unemployed[number])
    return InventedPerson(
        number=number,
        site=found.sites[int(found.site[number])],
        comparison=bool(found.comparison[number]),
        age=int(found.age[number]),
        gender=names["gender"][found.gender[number]],
        disability=names["disability"][found.disability[number]],
        labour_status=names["labour_status"][found.labour_status[number]],
        months_unemployed=months if months >= 0 else None,
        education=names["education"][found.education[number]],
        household=names["household"][found.household[number]],
        applied_day=int(found.applied_day[number]),
        entry_day=int(found.entry_day[number]),
        exit_day=int(found.exit_day[number]),
        dropped_out=bool(found.dropped_out[number]),
        waves={wave: _moment(found, number, at) for at, wave in enumerate(WAVES)},
        who5={
            moment: _told(WHO5_ITEMS, found.after.who5[at, number])
            for at, moment in enumerate(WHO5_MOMENTS)
        },
        skills={
            (moment, rater): _told(SKILLS, found.after.skills[at, by, number])
            for at, moment in enumerate(("entry", "exit"))
            for by, rater in enumerate(RATERS)
        },
        satisfaction=int(found.after.satisfaction[number]),
        choose_again=bool(found.after.choose_again[number]),
        registers=bool(found.after.registers[number]),
        enterprise_alive={
            wave: bool(found.after.enterprise_alive[at, number]) for at, wave in enumerate(WAVES)
        },
        jobs_fte=float(found.after.jobs_fte[number]),
    )


def _moment(population: Population, number: int, at: int) -> Moment:
    after = population.after
    return Moment(
        state=STATES[after.state[at, number]],
        paid=bool(after.paid[at, number]),
        answered=bool(after.answered[at, number]),
        attempts=int(after.attempts[at, number]),
        hours=int(after.hours[at, number]),
        income_work=_euro(after.income_work[at, number]),
        income_benefits=_euro(after.income_benefits[at, number]),
    )


def _told(names: tuple[str, ...], values: npt.NDArray[np.int8]) -> dict[str, int]:
    return dict(zip(names, values.tolist(), strict=True))


def _euro(cents: np.int64) -> Decimal:
    return Decimal(int(cents)) / 100
