"""Courses that would be shorter than their model: told, and forbidden where that is asked for.

Pure: no Django.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from ligzda.trial.assignment.constraints import constrain, lasting
from ligzda.trial.assignment.types import Problem, UnsatisfiableError


@dataclass(frozen=True)
class ShortCourse:
    """A model that needs more months than the shortest course that it may get."""

    code: str
    needed: int
    shortest: int


def short_courses(problem: Problem, needed: Mapping[str, int]) -> list[ShortCourse]:
    """Return the models that the constraints let run for less than they need, by code.

    `needed`: model → months. Only courses that some incubator may take are looked at, so that a
    problem that asks for long enough courses has none. Periods too many to decide among give none
    either: the draw refuses them.
    """
    try:
        found = constrain(problem)
    except UnsatisfiableError:
        return []
    allowed = [found.courses[i] for i in np.flatnonzero((~found.forbidden).any(axis=0))]
    shortest = {
        code: min((n for course in allowed for n in lasting(problem, course, code)), default=None)
        for code in needed
    }
    return [
        ShortCourse(code, needed[code], months)
        for code, months in sorted(shortest.items())
        if months is not None and months < needed[code]
    ]


def asking_for(problem: Problem, needed: Mapping[str, int]) -> Problem:
    """Return the problem with the constraint that each course lasts as long as its model."""
    arms = tuple(replace(arm, months=needed.get(arm.code)) for arm in problem.arms)
    return replace(problem, arms=arms)
