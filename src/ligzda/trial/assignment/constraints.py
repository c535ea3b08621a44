"""The constraints of an assignment as named groups of linear rows over 0/1 variables.

Variable (s, t) says that incubator s follows course t. Feasibility is decided exactly by SciPy's
mixed-integer solver (HiGHS); a random objective drawn from the seed makes it a draw. A minimal
conflict is found by the deletion filter (Chinneck & Dravnieks 1991): leave out one constraint after
the other and keep out those without which there is still no solution.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from math import comb

import numpy as np
import numpy.typing as npt

from ligzda.kernel.calendar import whole_months
from ligzda.trial.assignment.problems import stretches
from ligzda.trial.assignment.types import Arm, Clash, Problem, Site, UnsatisfiableError

Matrix = npt.NDArray[np.float64]
Courses = tuple[tuple[str, ...], ...]
MAX_COURSES = 4000


@dataclass(frozen=True)
class Rows:
    """lower <= matrix @ x <= upper: one named constraint."""

    name: Clash
    matrix: Matrix
    lower: Matrix
    upper: Matrix


@dataclass(frozen=True)
class Constraints:
    """Every course that is considered, and the named rows over sites x courses."""

    courses: Courses
    sites: int
    groups: tuple[Rows, ...]

    @property
    def matrix(self) -> Matrix:
        """All rows stacked, shape (rows, sites * courses)."""
        return np.vstack([group.matrix for group in self.groups])

    @property
    def limits(self) -> tuple[Matrix, Matrix]:
        """Lower and upper limits of all rows."""
        return (
            np.concatenate([group.lower for group in self.groups]),
            np.concatenate([group.upper for group in self.groups]),
        )

    @property
    def forbidden(self) -> npt.NDArray[np.bool_]:
        """Whether a row with an upper limit of 0 forbids a course, shape (sites, courses)."""
        _lower, upper = self.limits
        rows = self.matrix.reshape(-1, self.sites, len(self.courses))
        return np.asarray((rows[upper == 0] > 0).any(axis=0))


def lasting(problem: Problem, course: Sequence[str], code: str) -> list[int]:
    """Return how many whole months each stretch of a model along a course lasts."""
    parts = stretches(problem.periods, course)
    return [whole_months(begin, end) for model, begin, end in parts if model == code]


def changes(course: Sequence[str]) -> int:
    """Return how often the model changes along a course."""
    return sum(a != b for a, b in pairwise(course))


def courses(problem: Problem) -> Courses:
    """Return the courses worth considering, the forbidden among them too.

    With a stepped factor: constant courses, and for every plus model the steps from its minus
    twin. Otherwise all sequences with at most `changes` changes. Courses which "at most k changes"
    or "stepped start" forbid stay in the list, so that the conflict filter can let go of them.

    Raises UnsatisfiableError where there are too many to decide among.
    """
    codes = [arm.code for arm in problem.arms]
    length = len(problem.periods)
    found = {(code,) * length for code in codes}
    if problem.stepped is not None:
        for arm in problem.arms:
            twin = problem.without(arm)
            if arm.cell[problem.stepped] == "+" and twin is not None:
                found |= {
                    (twin.code,) * step + (arm.code,) * (length - step) for step in range(1, length)
                }
    else:
        count = _count(len(codes), length, problem.changes)
        if count > MAX_COURSES:
            raise UnsatisfiableError((Clash("courses", str(count)),))
        found |= set(_sequences(codes, length, problem.changes))
    return tuple(sorted(found))


def _count(codes: int, length: int, most: int) -> int:
    """Return how many sequences change at most so often: where they change, and to what."""
    return sum(
        comb(length - 1, times) * codes * (codes - 1) ** times
        for times in range(min(most, length - 1) + 1)
    )


def _sequences(codes: Sequence[str], length: int, most: int) -> Iterator[tuple[str, ...]]:
    for times in range(min(most, length - 1) + 1):
        for at in combinations(range(1, length), times):
            for runs in product(codes, repeat=times + 1):
                if changes(runs) == times:
                    ends = zip((0, *at), (*at, length), strict=True)
                    lengths = [end - begin for begin, end in ends]
                    yield tuple(
                        code for code, n in zip(runs, lengths, strict=True) for _ in range(n)
                    )


def constrain(problem: Problem) -> Constraints:
    """Write the problem's constraints as named rows."""
    choice = courses(problem)
    build = _Builder(problem, choice)
    build.one_course_each()
    for place, site in enumerate(problem.sites):
        build.feasible(place, site)
        build.capacity(place, site)
    build.at_most_changes()
    build.every_model_runs()
    build.replicated()
    build.stepped_start()
    build.waiting_lists()
    for arm in problem.arms:
        build.long_enough(arm)
    return Constraints(choice, len(problem.sites), tuple(build.groups))


class _Builder:
    def __init__(self, problem: Problem, choice: Courses) -> None:
        self.problem = problem
        self.courses = choice
        self.groups: list[Rows] = []
        self.last = [course[-1] for course in choice]

    def _add(self, kind: str, about: str, rows: Sequence[Matrix], low: float, high: float) -> None:
        if rows:
            matrix = np.array([row.ravel() for row in rows])
            ones = np.ones(len(matrix))
            self.groups.append(Rows(Clash(kind, about), matrix, low * ones, high * ones))

    def _zeros(self) -> Matrix:
        return np.zeros((len(self.problem.sites), len(self.courses)))

    def _forbid(self, kind: str, about: str, sites: Sequence[int], bad: Sequence[bool]) -> None:
        row = self._zeros()
        row[np.ix_(np.asarray(sites), np.flatnonzero(bad))] = 1
        if row.any():
            self._add(kind, about, [row], 0, 0)

    def one_course_each(self) -> None:
        """Every incubator follows one course. Not a wish: it cannot be let go of."""
        rows = []
        for place in range(len(self.problem.sites)):
            row = self._zeros()
            row[place] = 1
            rows.append(row)
        self._add("one course", "", rows, 1, 1)

    def feasible(self, place: int, site: Site) -> None:
        """Only models that are feasible at the incubator."""
        if site.models is not None:
            bad = [not set(course) <= site.models for course in self.courses]
            self._forbid("feasible", site.code, [place], bad)

    def capacity(self, place: int, site: Site) -> None:
        """Only models whose places fit into the incubator."""
        if site.places is not None:
            needed = {arm.code: arm.places for arm in self.problem.arms}
            most = site.places
            bad = [any(needed[code] > most for code in course) for course in self.courses]
            self._forbid("capacity", site.code, [place], bad)

    def at_most_changes(self) -> None:
        """At most so many changes of model at one incubator."""
        bad = [changes(course) > self.problem.changes for course in self.courses]
        self._forbid("changes", "", range(len(self.problem.sites)), bad)

    def every_model_runs(self) -> None:
        """Every model runs somewhere in the last period, none more often than needs be."""
        most = -(-len(self.problem.sites) // len(self.problem.arms))
        for arm in self.problem.arms:
            row = self._zeros()
            row[:, [code == arm.code for code in self.last]] = 1
            self._add("every model runs", arm.code, [row], 1, max(1, most))

    def replicated(self) -> None:
        """The named model runs at two incubators at the end."""
        if self.problem.replicate is not None:
            row = self._zeros()
            row[:, [code == self.problem.replicate for code in self.last]] = 1
            self._add("replicate", self.problem.replicate, [row], 2, np.inf)

    def stepped_start(self) -> None:
        """Plus models begin on their minus side, and not all at the same step."""
        factor = self.problem.stepped
        if factor is None:
            return
        sign = {arm.code: arm.cell[factor] for arm in self.problem.arms}
        bad = [sign[course[0]] == "+" for course in self.courses]
        self._forbid("stepped start", factor, range(len(self.problem.sites)), bad)
        if self.problem.per_step is not None:
            rows = []
            for period in range(1, len(self.problem.periods)):
                row = self._zeros()
                row[:, [_steps_at(course, sign, period) for course in self.courses]] = 1
                rows.append(row)
            self._add("per step", factor, rows, 0, self.problem.per_step)

    def waiting_lists(self) -> None:
        """Enough incubators have more applicants than places all along."""
        if not self.problem.waiting:
            return
        places = {arm.code: arm.places for arm in self.problem.arms}
        row = self._zeros()
        for place, site in enumerate(self.problem.sites):
            if site.applicants is not None:
                row[place] = [
                    all(places[code] < site.applicants for code in course)
                    for course in self.courses
                ]
        self._add("waiting list", "", [row], self.problem.waiting, np.inf)

    def long_enough(self, arm: Arm) -> None:
        """Every course of the model lasts as long as the model asks."""
        if (least := arm.months) is not None:
            bad = [
                any(n < least for n in lasting(self.problem, course, arm.code))
                for course in self.courses
            ]
            self._forbid("course length", arm.code, range(len(self.problem.sites)), bad)


def _steps_at(course: Sequence[str], sign: dict[str, str], period: int) -> bool:
    return sign[course[period - 1]] == "-" and sign[course[period]] == "+"


def solution(constraints: Constraints, seed: int | None) -> npt.NDArray[np.int64] | None:
    """Return the number of each site's course, drawn by seed; None where there is none."""
    found = _solve(constraints.groups, constraints.sites, len(constraints.courses), seed)
    return None if found is None else found.argmax(axis=1)


def _solve(groups: Sequence[Rows], sites: int, count: int, seed: int | None) -> Matrix | None:
    # Late: every start of the house imports this module, and the solver is its largest import.
    from scipy.optimize import Bounds, LinearConstraint, milp

    size = sites * count
    cost = np.zeros(size) if seed is None else np.random.default_rng(seed).random(size)
    # Variables that a row forbids outright need not be branched on.
    upper = np.ones(size)
    for group in groups:
        for row, high in zip(group.matrix, group.upper, strict=True):
            if high == 0 and (row >= 0).all():
                upper[row > 0] = 0
    found = milp(
        cost,
        integrality=np.ones(size, dtype=np.int64),
        bounds=Bounds(np.zeros(size), upper),
        constraints=[LinearConstraint(g.matrix, g.lower, g.upper) for g in groups if g.upper.any()],
    )
    return None if found.x is None else np.round(found.x).reshape(sites, count)


def minimal_conflict(constraints: Constraints) -> tuple[Clash, ...]:
    """Return constraints that cannot be met together, each of which is needed for the conflict."""
    fixed = [g for g in constraints.groups if g.name.kind == "one course"]
    kept = [g for g in constraints.groups if g.name.kind != "one course"]
    for group in list(kept):
        rest = [other for other in kept if other is not group]
        if _solve([*fixed, *rest], constraints.sites, len(constraints.courses), None) is None:
            kept = rest
    return tuple(group.name for group in kept)
