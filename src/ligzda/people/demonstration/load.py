"""Load the invented people: an incubator at a time, each as a whole or not at all."""

import datetime
import random
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from ligzda.incubators.models import Incubator
from ligzda.network.models import User
from ligzda.people.actions import register_people
from ligzda.people.applications.group_models import TargetGroup
from ligzda.people.demonstration import applying, asking, special, staying, troubles
from ligzda.people.demonstration.actions import enter_invented
from ligzda.people.demonstration.cast import Invented, invented
from ligzda.people.demonstration.rows import Book, Case, Here, plans
from ligzda.people.demonstration.said import data
from ligzda.people.demonstration.staff import staff_of
from ligzda.people.keys import unlock
from ligzda.people.models import Person
from ligzda.trial.assignment.queries import version_on


def load(*, by: User) -> None:
    """Invent people for each incubator that has none. Killed at any line, it goes on there."""
    rows = list(Incubator.objects.select_related("municipality").order_by("slug"))
    running = [row for row in rows if row.invented and row.opens_on]
    today = timezone.localdate()
    if not running or version_on(running[0].pk, today) is None:
        return  # no invented trial runs: without a model nobody can stay
    opened = min(row.opens_on for row in running if row.opens_on)
    by_incubator = invented(rows, opened, today)
    for incubator in rows:
        there = Person.objects.filter(municipality=incubator.municipality, invented=True)
        if not there.exists():
            _enter(by, incubator, by_incubator[incubator.slug], opened)


@transaction.atomic
def _enter(by: User, incubator: Incubator, told: Sequence[Invented], opened: datetime.date) -> None:
    here = Here(
        incubator,
        staff_of(by=by, municipality=incubator.municipality),
        timezone.localdate(),
        random.Random(f"{incubator.slug} people"),
    )
    cases = register(here, told, by)
    book = written(here, cases, opened)
    troubles.plant(here, book)
    enter_invented(by=by, incubator=incubator, book=book, seed=data()["seed"])
    special.happen(by=by, here=here)


def register(here: Here, told: Sequence[Invented], by: User) -> list[Case]:
    """Open the records, by the action that every way in ends with."""
    people = register_people(
        by=by,
        municipality=here.incubator.municipality,
        given=[each.facts for each in told],
        invented=True,
    )
    for each, person in zip(told, people, strict=True):
        person.registered_at = here.noon(each.applied)
    Person.objects.bulk_update(people, ["registered_at"])
    unlock(people)
    return [Case(each, person) for each, person in zip(told, people, strict=True)]


def written(here: Here, cases: Sequence[Case], opened: datetime.date) -> Book:
    """Return everything that is written down of people, from the application to today."""
    book, stays = Book(), []
    listed = {row.code: row for row in TargetGroup.objects.filter(valid_to__isnull=True)}
    version = version_on(here.incubator.pk, here.today)
    for case in cases:
        applying.apply(here, case, listed, book)
        if version is None or not case.told.stays or case.told.enters > here.today:
            continue
        row = staying.stay(here, case, version, book)
        away = staying.absences(here, case, row, book)
        stays.append((row, away))
        plans(here, case, row, book)
        staying.support(here, case, row, away, book)
        asking.at_entry(here, case, row, book)
        asking.at_exit(here, case, row, book)
        asking.followed_up(here, case, row, book)
    staying.sessions(here, stays, opened, book)
    return book
