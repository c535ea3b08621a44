"""Draws on trial: what chance has every incubator of every model? They decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ligzda.network.models import User
from ligzda.trial import runs
from ligzda.trial.assignment.draw import problem_hash
from ligzda.trial.assignment.models import ChanceRun
from ligzda.trial.assignment.odds import TRIED
from ligzda.trial.assignment.problems import to_json
from ligzda.trial.assignment.types import Clash, Problem


def start(problem: Problem, *, by: User | None = None) -> ChanceRun:
    """Return the row of these constraints; new ones are tried by a job."""
    return runs.start(
        ChanceRun,
        problem_hash(problem),
        to_json(problem),
        total=TRIED,
        task="ligzda.trial.tasks.try_constraints",
        by=by,
    )


def answer(key: str, *, stop: Callable[[], bool] = lambda: False) -> None:
    """Try constraints that wait, and store what came out."""
    runs.carry_out(ChanceRun, key, "ligzda.trial.assignment.odds:try_draws", stop)


def clashes(answer: Mapping[str, Any]) -> tuple[Clash, ...]:
    """Return the constraints that cannot be met together, where that is the answer."""
    return tuple(Clash(kind, about) for kind, about in answer.get("clashes", ()))
