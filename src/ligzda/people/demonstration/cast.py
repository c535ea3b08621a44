"""Who is invented for each incubator: from the generator, in the order of the line, with names."""

import datetime
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ligzda.incubators.models import Incubator
from ligzda.people.actions import PersonFacts
from ligzda.people.demonstration.said import data, planted
from ligzda.people.generator import InventedPerson, Site, generate, people
from ligzda.trial.assignment.queries import version_on

LINE = 60
"""Days before today in which those came who wait."""


@dataclass(frozen=True)
class Invented:
    """Somebody invented, with days of the calendar and what a record says of them."""

    person: InventedPerson
    facts: PersonFacts
    applied: datetime.date
    enters: datetime.date
    leaves: datetime.date
    refused: bool = False
    gives_up: bool = False
    twice: bool = False
    """Registered at another site, too."""

    @property
    def stays(self) -> bool:
        """Whether they are one of those who enter."""
        return not self.person.comparison


def sites(incubators: Sequence[Incubator], day: datetime.date) -> list[Site]:
    """Return the sites of the generator; where no model runs, people only wait."""
    found = []
    for row in incubators:
        version = version_on(row.pk, day)
        if version is None:
            found.append(Site(row.slug, "M1", a=False, b=False, c=False))
        else:
            a, b, c = version.a, version.b, version.c
            found.append(Site(row.slug, version.model.code, a=a, b=b, c=c))
    return found


def invented(
    incubators: Sequence[Incubator], opened: datetime.date, today: datetime.date
) -> dict[str, list[Invented]]:
    """Return who is invented for each incubator, by its slug."""
    said = data()
    where = sites(incubators, today)
    population = generate(said["seed"], where, comparison=said["comparison_per_site"])
    by_site: dict[str, list[InventedPerson]] = {site.slug: [] for site in where}
    for person in people(population):
        by_site[person.site.slug].append(person)
    running = {row.slug for row in incubators if version_on(row.pk, today) is not None}
    return {
        slug: _of_site(slug, rows, opened, today, opens=slug in running)
        for slug, rows in by_site.items()
    }


def _of_site(
    slug: str,
    rows: Sequence[InventedPerson],
    opened: datetime.date,
    today: datetime.date,
    *,
    opens: bool,
) -> list[Invented]:
    enter = _in_line([row for row in rows if not row.comparison]) if opens else []
    wait = [row for row in rows if row.comparison]
    chance = random.Random(f"{slug} names")
    length = (today - opened).days
    last = max((row.applied_day for row in enter if row.entry_day <= length), default=0)
    found = []
    for number, row in enumerate([*enter, *wait]):
        if row.comparison:
            row = _waits(row, number - len(enter), last, length)
        applied, enters, leaves = (
            opened + datetime.timedelta(days=day)
            for day in (row.applied_day, row.entry_day, row.exit_day)
        )
        at = number - len(enter)
        found.append(
            Invented(
                row,
                _facts(row, applied, chance),
                applied,
                enters,
                leaves,
                refused=row.comparison and at == 0,
                gives_up=row.comparison and at == 1,
            )
        )
    if planted("person_at_two_sites", slug):
        _double(found, opened)
    return found


def _in_line(rows: Sequence[InventedPerson]) -> list[InventedPerson]:
    """Let who applied first enter first, as the rule of the line says: the days stay the same."""
    rows = sorted(rows, key=lambda row: (row.applied_day, row.number))
    entries = sorted(row.entry_day for row in rows)
    return [
        replace(row, entry_day=entry, exit_day=row.exit_day + entry - row.entry_day)
        for row, entry in zip(rows, entries, strict=True)
    ]


def _waits(row: InventedPerson, at: int, last: int, length: int) -> InventedPerson:
    """Return somebody of the comparison: refused, gives up, or came after all who have entered."""
    if at < 2:
        day = max(0, length - 400)
    elif at < 4:
        day = max(last + 1, length - LINE) + 3 * at
    else:
        day = length - 2 * (at - 3)  # still to be decided
    applied = min(day, length - 1)
    return replace(row, applied_day=applied, entry_day=applied + row.waiting_days)


def _facts(row: InventedPerson, day: datetime.date, chance: random.Random) -> PersonFacts:
    said = data()["names"]
    gender = row.gender if row.gender in ("woman", "man") else chance.choice(["woman", "man"])
    born = day.replace(day=1) - datetime.timedelta(days=row.age * 365.25 + chance.randint(40, 330))
    return PersonFacts(
        given_name=chance.choice(said[gender]),
        family_name=chance.choice(said["family"])[0 if gender == "woman" else 1],
        birth_date=born,
        phone=f"+371 2000{row.number % 10_000:04d}",
        gender=row.gender,
        easy_language=bool(row.disability) and chance.random() < 0.4,
        not_the_same=True,
    )


def _double(found: list[Invented], opened: datetime.date) -> None:
    """Let one who stays on a day in the middle be the person who is registered twice."""
    middle = opened + datetime.timedelta(days=620)
    at = next(
        number
        for number, each in enumerate(found)
        if each.stays and each.enters <= middle < each.leaves
    )
    found[at] = replace(found[at], facts=identity(data()["twice"]), twice=True)


def identity(said: dict[str, Any], **changed: Any) -> PersonFacts:
    """Return what the file says of somebody; they are known to be somebody else."""
    given = {name: value for name, value in said.items() if name != "again"} | changed
    return PersonFacts(**given, code_confirmed=True, not_the_same=True)
