"""How each model functioned: was it run, what is its chance to be the best, what is claimed of it.

Of a model that was not run as designed no number is given: it did not fail, it was not tried.
"""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from ligzda.findings.claims import known_models, parse
from ligzda.findings.claims.registry import NOT_RUN
from ligzda.findings.claims_register.page import Shown, shown
from ligzda.findings.claims_register.queries import claims
from ligzda.findings.claims_register.registry import not_run
from ligzda.findings.models import EvaluationRun
from ligzda.findings.releasing.queries import public_result
from ligzda.findings.runs.queries import newest
from ligzda.findings.runs.shown import FIDELITY, outcome_of
from ligzda.languages import Language
from ligzda.publishing import Numbers
from ligzda.trial.running.queries import states_of_quarters

PERCENTAGE_POINTS = 100


@dataclass(frozen=True)
class ModelRow:
    """A model: how it was run and where; P(best) and expected regret, “” where nothing is said."""

    code: str
    name: str
    was: str
    places: list[str]
    best: str
    regret: str
    claims: list[Shown]


@dataclass(frozen=True)
class Published:
    """What is public of the run that models are compared by: parts of its result, what was kept
    beside it, and the models that were not run as designed by the day of its cells.
    """

    outcome: str
    run: int | None
    result: Mapping[str, Any]
    beside: Mapping[str, Any]
    not_run: Collection[str]


@dataclass(frozen=True)
class Functioned:
    """The models by their code, and what they are compared by: “” and nothing before a run."""

    day: datetime.date
    published: Published
    rows: list[ModelRow]


def functioned(language: Language) -> Functioned:
    """Return how the models of the trial functioned, on the newest cells of the latest moment."""
    run = _run()
    result: Mapping[str, Any] = public_result(run) if run else {}
    ranks = result.get("ranks") or {"labels": []}
    day = _day(run)
    silent, numbers, rows = not_run(day), Numbers(language), []
    public = [(parse(row.predicate).models, shown(row, language)) for row in claims()]
    for code, places, was in _courses(day):
        best = regret = ""
        if code in ranks["labels"] and silent.get(code) != NOT_RUN:
            at = ranks["labels"].index(code)
            best = numbers.percent(ranks["p_best"][at], 0)
            regret = numbers.decimal(ranks["expected_regret"][at] * PERCENTAGE_POINTS, 1)
        said = [one for models, one in public if code in models[:2]]
        name = known_models().get(code, {}).get(language, {}).get("nom", code)
        rows.append(ModelRow(code, name, was, places, best, regret, said))
    data_set = run.data_set if run else None
    published = Published(
        outcome=outcome_of(data_set) if data_set else "",
        run=run.pk if run else None,
        result=result,
        beside=run.beside if run else {},
        not_run=silent,
    )
    return Functioned(day, published, rows)


def _run() -> EvaluationRun | None:
    """Return the newest run of a share, which ranks can be told of in percentage points."""
    return newest("in_paid_activity", "")


def _day(run: EvaluationRun | None) -> datetime.date:
    """Return the day as of which it is asked whether a model was run: that of the cells."""
    return run.data_set.as_of if run and run.data_set else timezone.localdate()


def _courses(day: datetime.date) -> list[tuple[str, list[str], str]]:
    """Return each model of the trial with its places and how it was run there, by code."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for each in states_of_quarters(day):
        places, words = found.setdefault(each.course.code, ([], []))
        places.append(each.course.place)
        words.append(str(FIDELITY[each.fidelity]))
    return [(code, places, "; ".join(words)) for code, (places, words) in sorted(found.items())]
