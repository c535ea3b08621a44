"""Draws on trial: what chance has every incubator of every model? They decide nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ligzda.trial import runs
from ligzda.trial.assignment.draw import problem_hash
from ligzda.trial.assignment.models import ChanceRun
from ligzda.trial.assignment.problems import from_json, to_json
from ligzda.trial.assignment.solve import assign
from ligzda.trial.assignment.types import Clash, Problem, UnsatisfiableError

TRIED = 60


def start(problem: Problem) -> ChanceRun:
    """Return the row of these constraints; new ones are tried by a job."""
    return runs.start(
        ChanceRun,
        problem_hash(problem),
        to_json(problem),
        total=TRIED,
        task="ligzda.trial.tasks.try_constraints",
    )


def answer(key: str) -> None:
    """Try constraints that wait, and store what came out."""
    runs.carry_out(ChanceRun, key, _try)


def _try(question: str, progress: runs.Progress) -> Mapping[str, Any]:
    try:
        return chances(from_json(question), progress)
    except UnsatisfiableError as refused:
        return {"clashes": [[clash.kind, clash.about] for clash in refused.clashes]}


def chances(problem: Problem, progress: runs.Progress) -> dict[str, Any]:
    """Return how often each incubator ended with each model, of TRIED draws.

    `shares`: incubator → model → share of the draws. `errors`: factor → standard error of its main
    effect in the first draw, over the smallest of them. Raises UnsatisfiableError.
    """
    counts: dict[str, Counter[str]] = {site.code: Counter() for site in problem.sites}
    first = assign(problem, 0)
    for seed in range(TRIED):
        drawn = assign(problem, seed) if seed else first
        for site, course in drawn.courses.items():
            counts[site][course[-1]] += 1
        progress(seed + 1, TRIED)
    least = min(first.standard_errors.values())
    return {
        "shares": {
            site: {arm.code: found[arm.code] / TRIED for arm in problem.arms}
            for site, found in counts.items()
        },
        "errors": {f: error / least for f, error in sorted(first.standard_errors.items())},
    }


def clashes(answer: Mapping[str, Any]) -> tuple[Clash, ...]:
    """Return the constraints that cannot be met together, where that is the answer."""
    return tuple(Clash(kind, about) for kind, about in answer.get("clashes", ()))
