"""Make an assignment informative: coordinate exchange over the incubators' courses.

The response of an incubator in a period is, for design purposes, period + main effects + incubator
+ error, the incubator's variance being `RATIO` times the error's. Its information on the fixed
effects is X'V^-1 X (generalised least squares); log det of the sum over incubators is the D
criterion (Meyer & Nachtsheim 1995 for exchange, Hussey & Hughes 2007 for the stepped start).
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import numpy.typing as npt

from ligzda.trial.assignment.constraints import Constraints
from ligzda.trial.assignment.types import Assignment, Problem

Matrix = npt.NDArray[np.float64]
# Variance between incubators over that of a period within one: of the order of domain figures (site
# SD .2-.4 logit against a period of 30 participants); designs hardly depend on it (ADR 0061).
RATIO = 1.0
# Keeps the determinant finite while a factor does not vary yet.
RIDGE = 1e-6


def course_information(problem: Problem, courses: tuple[tuple[str, ...], ...]) -> Matrix:
    """Return X'V^-1 X of every course, shape (courses, p, p): periods, then main effects."""
    length = len(problem.periods)
    factors = sorted(problem.arms[0].cell)
    cell = {
        arm.code: [1.0 if arm.cell[f] == "+" else -1.0 for f in factors] for arm in problem.arms
    }
    inverse = np.linalg.inv(np.eye(length) + RATIO * np.ones((length, length)))
    X = np.array([np.column_stack([np.eye(length), [cell[c] for c in t]]) for t in courses])
    return np.asarray(np.einsum("nti,ts,nsj->nij", X, inverse, X))


def criterion(information: Matrix) -> Matrix:
    """Return log det of one or many information matrices."""
    p = information.shape[-1]
    return np.asarray(np.linalg.slogdet(information + RIDGE * np.eye(p))[1])


def improve(
    problem: Problem, constraints: Constraints, start: npt.NDArray[np.int64], seed: int
) -> Assignment:
    """Exchange courses, one incubator or a pair at a time, while the criterion rises.

    Every step stays within the constraints; of equally good exchanges the one drawn first wins.
    """
    random = np.random.default_rng([seed, 1])
    each = course_information(problem, constraints.courses)
    matrix, (lower, upper) = constraints.matrix, constraints.limits
    count = len(constraints.courses)
    row = matrix.reshape(len(matrix), constraints.sites, count)
    now = start.copy()
    places = np.arange(constraints.sites)
    forbidden = constraints.forbidden
    while True:
        moves = _moves(now, forbidden)
        moves = moves[random.permutation(len(moves))]
        value = criterion(each[moves].sum(axis=1))
        best = float(criterion(each[now].sum(axis=0)))
        for index in np.argsort(-value, kind="stable"):
            if value[index] <= best + 1e-9:
                return _finish(problem, constraints, now, each, seed)
            activity = row[:, places, moves[index]].sum(axis=1)
            if ((activity >= lower - 1e-9) & (activity <= upper + 1e-9)).all():
                now = moves[index]
                break
        else:
            return _finish(problem, constraints, now, each, seed)


def _moves(now: npt.NDArray[np.int64], forbidden: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Return all assignments one exchange away, as rows; the present one where there is none."""
    found = []
    for site, allowed in enumerate(~forbidden):
        for course in np.flatnonzero(allowed):
            if course != now[site]:
                other = now.copy()
                other[site] = course
                found.append(other)
    for one, other_site in combinations(range(len(now)), 2):
        if now[one] != now[other_site]:
            if forbidden[one, now[other_site]] or forbidden[other_site, now[one]]:
                continue
            other = now.copy()
            other[[one, other_site]] = other[[other_site, one]]
            found.append(other)
    return np.array(found or [now])


def _finish(
    problem: Problem,
    constraints: Constraints,
    now: npt.NDArray[np.int64],
    each: Matrix,
    seed: int,
) -> Assignment:
    information = each[now].sum(axis=0)
    factors = sorted(problem.arms[0].cell)
    covariance = np.linalg.pinv(information)
    errors = np.sqrt(np.diag(covariance)[len(problem.periods) :])
    return Assignment(
        seed,
        {
            site.code: constraints.courses[int(course)]
            for site, course in zip(problem.sites, now, strict=True)
        },
        float(criterion(information)),
        dict(zip(factors, (float(e) for e in errors), strict=True)),
    )
