"""What chance has every incubator of every model? Told from draws on trial. Pure: no Django."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from ligzda.trial.assignment.problems import from_json
from ligzda.trial.assignment.solve import assign
from ligzda.trial.assignment.types import Problem, UnsatisfiableError

TRIED = 60


def try_draws(question: str, progress: Callable[[int, int], None]) -> Mapping[str, Any]:
    """Try the constraints in `problem.json`; return the chances, or what cannot be met together."""
    try:
        return chances(from_json(question), progress)
    except UnsatisfiableError as refused:
        return {"clashes": [[clash.kind, clash.about] for clash in refused.clashes]}


def chances(problem: Problem, progress: Callable[[int, int], None]) -> dict[str, Any]:
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
