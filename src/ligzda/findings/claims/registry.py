"""What a predicate is typed against: outcomes with unit, direction and version; models; looks."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.findings.claims.faults import ClaimError, ClaimFault, unknown
from ligzda.findings.claims.predicates import (
    FactorEffect,
    OutcomeRef,
    Predicate,
    Quantity,
    Survival,
    Worthwhile,
    arguments,
)
from ligzda.languages import CODES

Said = Mapping[str, str]
DATA = Path(__file__).parent / "data"
AS_DESIGNED, IN_PART, NOT_RUN, UNKNOWN = (
    "as designed", "in part", "not run as designed", "not assessed",
)  # fmt: skip
"""Whether a model was run: the states of `trial.running.fidelity`, by their text."""


@cache
def known_factors() -> Mapping[str, Mapping[str, Said]]:
    """Return the names of the three factors (under “”) and of their sides."""
    found: dict[str, Any] = yaml.safe_load((DATA / "factors.yaml").read_text("utf-8"))
    return found


@dataclass(frozen=True)
class Unit:
    """A unit: how much of the engine's own it is, places printed, its forms in each language."""

    code: str
    size: float
    places: int
    forms: Mapping[str, Mapping[str, tuple[str, str]]]


@dataclass(frozen=True)
class Outcome:
    """An entry of the dictionary; differences of it are in `unit`, `better`: higher or lower.

    `evaluated_as` is the name that the analysis plan has for it.
    """

    code: str
    version: int
    unit: str
    better: str
    name: Said
    evaluated_as: str = ""


@dataclass(frozen=True)
class Registry:
    """All that may be named. `models`: names by language, in Latvian by case where given.

    `runs`: whether each model was run (`as designed` where nothing is said); `looks`: the plan's
    (empty: not checked).
    """

    outcomes: Mapping[str, Outcome]
    models: Mapping[str, Mapping[str, Any]]
    runs: Mapping[str, str] = field(default_factory=dict)
    looks: tuple[datetime.date, ...] = ()
    currency: str = "EUR"
    factors: Mapping[str, Mapping[str, Said]] = field(default_factory=known_factors)
    """What a factor (under “”) and each of its levels are called; those left out by their codes."""

    def outcome(self, reference: OutcomeRef) -> Outcome:
        """Return the entry that a predicate names; ClaimError where there is none."""
        found = self.outcomes.get(reference.code)
        if found is None:
            raise unknown("outcome", ClaimFault.UNKNOWN_OUTCOME, reference.code, self.outcomes)
        if found.version != reference.version:
            said = ClaimFault.OTHER_VERSION.of(
                name=found.code, known=found.version, given=reference.version
            )
            raise ClaimError("outcome", said)
        return found

    def check(self, predicate: Predicate) -> None:
        """Raise ClaimError, naming the argument, where a predicate names what is not there."""
        outcome = self.outcome(getattr(predicate, "outcome"))  # noqa: B009 - every kind has one
        if not isinstance(predicate, FactorEffect):
            for name in predicate.models:
                if name not in self.models:
                    raise unknown("model", ClaimFault.UNKNOWN_MODEL, name, self.models)
        rights = {"price": self.currency, "after": "months"}
        for name in arguments(type(predicate)):
            given = getattr(predicate, name)
            right = rights.get(name, "pp" if isinstance(predicate, Survival) else outcome.unit)
            if isinstance(given, Quantity) and given.unit != right:
                raise ClaimError(name, ClaimFault.WRONG_UNIT.of(unit=given.unit, right=right))
        if isinstance(predicate, Survival | Worthwhile) and outcome.unit != "pp":
            raise ClaimError("outcome", ClaimFault.WRONG_UNIT.of(unit=outcome.unit, right="pp"))
        for day in predicate.looks if self.looks else ():
            if day not in self.looks:
                looks = ", ".join(each.isoformat() for each in self.looks)
                said = ClaimFault.LOOK_NOT_REGISTERED.of(day=day.isoformat(), looks=looks)
                raise ClaimError("looks", said)

    def called(self, factor: str, level: str, language: str) -> str:
        """Return what a level of a factor is called, or with “” the factor itself."""
        said = self.factors.get(factor, {}).get(level)
        return said[language] if said else level or factor

    def not_run(self, predicate: Predicate) -> tuple[str, ...]:
        """Return the models it speaks of that were not run as designed."""
        return tuple(name for name in predicate.models if self.runs.get(name) == NOT_RUN)


@cache
def units() -> Mapping[str, Unit]:
    """Return the units that amounts may have, by code."""
    rows: dict[str, Any] = yaml.safe_load((DATA / "units.yaml").read_text("utf-8"))
    return {
        code: Unit(
            code,
            float(row["size"]),
            row["places"],
            {
                language: {case: (two[0], two[1]) for case, two in row[language].items()}
                for language in CODES
            },
        )
        for code, row in rows.items()
    }
