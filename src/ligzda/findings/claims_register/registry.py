"""What a claim may name: outcomes of the dictionary at a moment, the models, how they were run.

An outcome is named by its code alone, `in_paid_activity`, which means the latest follow-up of which
there is a run; or with a moment of the dictionary, `in_paid_activity_m12`.
"""

import datetime
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from ligzda.evidence import PlanError, parse_plan
from ligzda.findings.claims import Outcome, Predicate, Registry, known_models, units
from ligzda.findings.claims.registry import NOT_RUN
from ligzda.findings.models import EvaluationRun
from ligzda.findings.runs.queries import newest
from ligzda.indicators.data_sets.contents import outcomes
from ligzda.indicators.dictionary import Indicator, dictionary, moments
from ligzda.languages import CODES
from ligzda.trial.registry.queries import registered
from ligzda.trial.running.queries import states_of_quarters

LATEST = ""
"""The moment of an outcome that is named by its code alone."""


@cache
def _names() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(
        (Path(__file__).parent / "data" / "names.yaml").read_text("utf-8")
    )
    return found


def registry() -> Registry:
    """Return all that may be named today."""
    better, called = _planned()
    found = {}
    for code in outcomes():
        entry = dictionary()[code]
        unit = "pp" if entry.kind == "share" else entry.measure
        if unit not in units():
            continue
        for moment in (LATEST, *(each for each in moments() if each in entry.when)):
            name = named(code, moment)
            found[name] = Outcome(
                name, entry.version, unit, better, _said(entry, moment), called.get(code, "")
            )
    return Registry(found, known_models(), not_run(timezone.localdate()))


def named(code: str, moment: str) -> str:
    """Return what predicates call an outcome of the dictionary at a moment."""
    return f"{code}_{moment}" if moment else code


def as_of(known: Registry, day: datetime.date) -> Registry:
    """Return the registry with the models that were not run by a day, that of the cells."""
    return replace(known, runs=not_run(day))


def not_run(day: datetime.date) -> dict[str, str]:
    """Return the models that by a day were not run as designed anywhere, as far as assessed.

    A quarter that was assessed later counts where it had begun by then; one that came later does
    not: cells are judged by how the model was run while they arose.
    """
    by_model: dict[str, list[str]] = {}
    for each in states_of_quarters(day):
        by_model.setdefault(each.course.code, []).append(str(each.fidelity))
    return {code: NOT_RUN for code, found in by_model.items() if set(found) == {NOT_RUN}}


def run_for(predicate: Predicate) -> EvaluationRun | None:
    """Return the run that a predicate is held against; None while there is none."""
    name = predicate.outcome.code  # type: ignore[attr-defined] # every kind has one
    for code in outcomes():
        for moment in (LATEST, *moments()):
            if named(code, moment) == name:
                return newest(code, moment)
    return None


def _planned() -> tuple[str, dict[str, str]]:
    """Return which values the registered plan calls better, and how it calls its outcome."""
    protocol = registered()
    try:
        outcome = parse_plan(protocol.plan).outcome if protocol else None
    except PlanError:
        outcome = None
    if outcome is None:
        return "higher", {}
    return outcome.better, dict.fromkeys(outcome.columns.values(), outcome.name)


def _said(entry: Indicator, moment: str) -> dict[str, str]:
    words = moments()[moment] if moment else _names()["latest"]
    names = {each: entry.name[each] for each in CODES}
    return {each: f"{name[0].lower()}{name[1:]}, {words[each]}" for each, name in names.items()}
