"""What is written down of invented people: rows as the actions would have left them, by days.

Everything that one action decides is asked of the same functions as the action asks. Only the clock
is another: a decision, a plan, an answer carry the day on which they would have been written.
"""

import datetime
import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Model
from django.utils import timezone

from ligzda.incubators.models import Incubator
from ligzda.people.demonstration.cast import Invented
from ligzda.people.demonstration.said import data
from ligzda.people.demonstration.staff import Staff
from ligzda.people.models import Goal, Person, Plan, PlanReview, PlanStep, Stay

DAY = datetime.timedelta(days=1)


@dataclass
class Book:
    """Rows that are not kept yet, in the order in which they can be."""

    rows: dict[type[Model], list[Model]] = field(default_factory=dict)

    def add(self, *rows: Model) -> None:
        """Take rows in."""
        for row in rows:
            self.rows.setdefault(type(row), []).append(row)

    def of(self, kind: type[Model]) -> list[Model]:
        """Return the rows of a model."""
        return self.rows.get(kind, [])


@dataclass(frozen=True)
class Here:
    """What all rows of an incubator have in common."""

    incubator: Incubator
    staff: Staff
    today: datetime.date
    chance: random.Random

    def noon(self, day: datetime.date) -> datetime.datetime:
        """Return when something was written that happened on a day; never in the future."""
        at = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
        return min(at, timezone.now())

    def after(self, day: datetime.date, most: int) -> datetime.date:
        """Return a day up to so many days later."""
        return day + self.chance.randint(0, most) * DAY


@dataclass(frozen=True)
class Case:
    """Somebody invented with their record."""

    told: Invented
    person: Person

    @property
    def about(self) -> dict[str, object]:
        """The fields that every row about them has."""
        return {"person": self.person, "municipality": self.person.municipality}

    @property
    def goal(self) -> Goal:
        """What their plan leads to: factor B."""
        return Goal.ACTIVITY if self.told.person.site.b else Goal.JOB


def last_day(stay: Stay) -> datetime.date | None:
    """Return the last day of a stay."""
    return stay.period.upper - DAY if stay.period.upper else None


def plans(here: Here, case: Case, stay: Stay, book: Book) -> Plan | None:
    """Write the plan of a stay two weeks after its first day, with steps and reviews."""
    said, begins = data()["texts"], stay.period.lower
    ends = last_day(stay) or here.today
    written = here.after(begins + 7 * DAY, 7)
    if written + 7 * DAY > ends:
        return None
    plan = Plan(
        **case.about, stay=stay, number=1, goal=case.goal, aim=said["aim"][case.goal],
        written_by=here.staff.worker, written_at=here.noon(written),
        approved_by=here.staff.manager, approved_at=here.noon(here.after(written + DAY, 5)),
    )  # fmt: skip
    book.add(plan)
    for number, what in enumerate(said["steps"][case.goal], start=1):
        due = written + 60 * number * DAY
        done = here.after(due - 10 * DAY, 20)
        book.add(
            PlanStep(
                **case.about, plan=plan, number=number, what=what, due=due,
                done_on=done if done <= ends and here.chance.random() < 0.8 else None,
            )
        )  # fmt: skip
    for day in _every(written + 75 * DAY, 75, ends):
        book.add(
            PlanReview(
                **case.about, plan=plan, day=day, text=said["review"], by=here.staff.worker,
                at=here.noon(day),
            )
        )  # fmt: skip
    return plan


def _every(first: datetime.date, days: int, last: datetime.date) -> Iterable[datetime.date]:
    while first <= last:
        yield first
        first += days * DAY
