"""Read side of evaluation runs: all of them, one with what it says, and what would stop it now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.findings.models import EvaluationRun
from ligzda.findings.runs import rules
from ligzda.indicators.data_sets.queries import Standing, standing
from ligzda.kernel.errors import NotFoundError
from ligzda.languages import spoken
from ligzda.network.rules import Viewer
from ligzda.trial.running.queries import states_of_quarters
from ligzda.trial.running.standing import CourseState


@dataclass(frozen=True)
class Seen:
    """A run, its result as a value (empty until it is finished), how its data set stands, and the
    public claims that rest on it: number and sentence.
    """

    row: EvaluationRun
    result: Mapping[str, Any]
    data_set: Standing | None
    claims: list[tuple[int, str]]


def runs(viewer: Viewer) -> list[EvaluationRun]:
    """Return every run, the newest first, without the results. Raises NotAllowedError."""
    rules.check_see_runs(viewer=viewer)
    return list(EvaluationRun.objects.select_related("data_set").defer("result", "plan"))


def run(viewer: Viewer, pk: int) -> Seen:
    """Return one run. Raises NotFoundError."""
    rules.check_see_runs(viewer=viewer)
    row = EvaluationRun.objects.select_related("data_set", "asked_by").filter(pk=pk).first()
    if row is None:
        raise NotFoundError(_("There is no such run."))
    result = json.loads(row.result) if row.result else {}
    language = spoken(get_language())
    claims = row.claims.filter(approved_at__isnull=False).order_by("number")
    stands = standing(row.data_set) if row.data_set else None
    return Seen(row, result, stands, list(claims.values_list("number", language)))


def newest(outcome: str, moment: str) -> EvaluationRun | None:
    """Return the newest finished run of an outcome at a moment; of “” at any: the latest."""
    rows = EvaluationRun.objects.filter(finished_at__isnull=False, data_set__outcome=outcome)
    rows = rows.select_related("data_set", "release")
    if moment:
        return rows.filter(data_set__moment=moment).order_by("finished_at", "pk").last()
    found = [newest(outcome, each) for each in ("m24", "m12", "m6", "w4", "exit", "entry")]
    return next((row for row in found if row is not None), None)


def fidelity(row: EvaluationRun) -> list[CourseState]:
    """Return how each model was run, as of the day of the cells."""
    return states_of_quarters(row.data_set.as_of) if row.data_set else []
