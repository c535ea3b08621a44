"""Where a course is, as of a day: nothing is said to have happened before it has.

A course is one incubator, one model, one period. An incubator that changes its model has two
courses; neither answers for the other's quarters.
"""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ligzda.kernel.calendar import month_after, quarters
from ligzda.trial.assignment.queries import CourseRow
from ligzda.trial.running.fidelity import Score, State


class Standing(StrEnum):
    """How far a course is."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    ASSESSED = "assessed"
    ANALYSED = "analysed"


@dataclass(frozen=True)
class CourseState:
    """A course as of a day. `due`: its quarters that are over and not assessed."""

    course: CourseRow
    standing: Standing
    fidelity: State
    due: Sequence[datetime.date]


Key = tuple[str, str, datetime.date]
Scores = Mapping[tuple[str, datetime.date], Score]


def key_of(course: CourseRow) -> Key:
    """Return what names a course: incubator, model, first day."""
    return course.incubator_slug, course.code, course.begin


def quarters_of(course: CourseRow) -> list[datetime.date]:
    """Return the quarters that are the course's: it ran on their first day."""
    return [day for day in quarters(course.begin, course.end) if course.begin <= day]


def course_at(courses: Sequence[CourseRow], slug: str, quarter: datetime.date) -> CourseRow | None:
    """Return the course whose quarter this is."""
    mine = (row for row in courses if row.incubator_slug == slug)
    return next((row for row in mine if row.begin <= quarter < row.end), None)


def place_of(day: datetime.date, courses: Sequence[CourseRow]) -> int:
    """Return in which of an incubator's courses something happened: the last begun by that day."""
    begun = [i for i, course in enumerate(courses) if course.begin <= day]
    return begun[-1] if begun else 0


def standing(
    course: CourseRow, scores: Scores, today: datetime.date, analysed: Collection[Key] = ()
) -> CourseState:
    """Return where a course is on a day. `analysed`: the courses that an analysis has used."""
    assessed = {q: scores[course.incubator_slug, q].state for q in quarters_of(course)
                if (course.incubator_slug, q) in scores}  # fmt: skip
    due = [q for q in quarters_of(course) if q not in assessed and month_after(q, 3) <= today]
    if today < course.begin:
        where = Standing.PLANNED
    elif today < course.end:
        where = Standing.RUNNING
    elif key_of(course) in analysed:
        where = Standing.ANALYSED
    else:
        whole = len(assessed) == len(quarters_of(course))
        where = Standing.ASSESSED if whole else Standing.ENDED
    return CourseState(course, where, overall(list(assessed.values())), due)


def overall(states: Sequence[State]) -> State:
    """Return what may be said of a model over its assessed quarters.

    "The model failed" must not be said where the answer is NOT_RUN: most of its assessed quarters
    were not run as designed.
    """
    if not states:
        return State.UNKNOWN
    if states.count(State.NOT_RUN) * 2 > len(states):
        return State.NOT_RUN
    if all(state is State.AS_DESIGNED for state in states):
        return State.AS_DESIGNED
    return State.IN_PART
