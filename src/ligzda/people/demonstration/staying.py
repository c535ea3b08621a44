"""How invented people stayed: contract, entry, absences, support, group sessions, exit."""

import datetime
import uuid
from collections.abc import Sequence

from django.db.backends.postgresql.psycopg_any import DateRange

from ligzda.blueprints.models import ModelVersion
from ligzda.kernel.calendar import month_after
from ligzda.people.demonstration.rows import DAY, Book, Case, Here, last_day
from ligzda.people.demonstration.said import data
from ligzda.people.models import (
    Absence,
    AbsenceKind,
    EntrySnapshot,
    ExitReason,
    ExitState,
    Mode,
    Stay,
)
from ligzda.people.stays.actions import EntryFacts, taken_down
from ligzda.people.support.actions import Given, delivery_of

MONTHS = 12
"""What a contract plans."""
_KINDS = (AbsenceKind.EXCUSED, AbsenceKind.LEAVE, AbsenceKind.PRACTICE, AbsenceKind.UNEXCUSED)


def stay(here: Here, case: Case, version: ModelVersion, book: Book) -> Stay:
    """Write down the stay of somebody who has entered, with what was true on its first day."""
    told, begins = case.told, case.told.enters
    row = Stay(
        person=case.person, municipality=case.person.municipality, incubator=here.incubator,
        version=version, period=DateRange(begins, None), contract_on=begins,
        planned_end=month_after(begins, MONTHS),
    )  # fmt: skip
    if told.leaves <= here.today:
        row.period = DateRange(begins, told.leaves + DAY)
        row.exit_state, row.exit_reason = exit_of(here, case)
    book.add(row, taken_down(row, case.person, entry_of(case)))
    return row


def entry_of(case: Case) -> EntryFacts:
    """Return what somebody says at entry; health where eligibility depends on it, else not."""
    person = case.told.person
    known = EntrySnapshot.Collected
    return EntryFacts(
        labour_status=person.labour_status,
        months_unemployed=person.months_unemployed,
        education=person.education,
        household=person.household,
        collected=known.ELIGIBILITY if person.disability else known.NOT,
        disability=person.disability,
    )


def exit_of(here: Here, case: Case) -> tuple[str, str]:
    """Return the state at exit and why the stay ended."""
    at_exit = case.told.person.waves["exit"]
    if case.told.person.dropped_out:
        state = at_exit.state if at_exit.answered else ExitState.UNKNOWN
        return state, here.chance.choice(data()["dropout_reasons"])
    found_work = at_exit.state in (ExitState.OPEN_JOB, ExitState.WISE_JOB)
    return at_exit.state, ExitReason.JOB if found_work else ExitReason.BY_PLAN


def absences(here: Here, case: Case, row: Stay, book: Book) -> list[Absence]:
    """Write down when somebody was away: now and then, a few days."""
    found, begins = [], row.period.lower
    ends = last_day(row) or here.today
    day = here.after(begins + 30 * DAY, 120)
    while day + 10 * DAY <= ends:
        last = here.after(day + DAY, 7)
        found.append(
            Absence(
                **case.about, stay=row, period=DateRange(day, last + DAY),
                kind=here.chance.choice(_KINDS),
            )
        )  # fmt: skip
        day = here.after(last + 60 * DAY, 200)
    book.add(*found)
    return found


def support(here: Here, case: Case, row: Stay, away: Sequence[Absence], book: Book) -> None:
    """Write the log of what was given to somebody alone, every third week."""
    said = data()["support"]
    ends = last_day(row) or here.today
    day = here.after(row.period.lower, 10)
    while day <= ends:
        if not _away(away, day):
            no_show = here.chance.random() < said["no_show"]
            given = Given(
                service=here.chance.choice(said["services"][case.goal]),
                day=day,
                minutes=0 if no_show else here.chance.choice(said["minutes"]),
                mode=Mode.PHONE if here.chance.random() < 0.15 else Mode.ONE,
                planned=here.chance.random() < 0.85,
                no_show=no_show,
            )
            book.add(delivery_of(here.staff.worker, row, given))
        day += said["every_days"] * DAY


def sessions(
    here: Here, stays: Sequence[tuple[Stay, Sequence[Absence]]], first: datetime.date, book: Book
) -> None:
    """Write group sessions: whoever stays that day and is not away was expected."""
    said, day, number = data()["sessions"], first + 20 * DAY, 0
    while day <= here.today:
        there = [
            row
            for row, away in stays
            if row.period.lower <= day <= (last_day(row) or here.today) and not _away(away, day)
        ]
        came = [row for row in there if here.chance.random() >= said["no_show"]]
        group = uuid.uuid5(uuid.NAMESPACE_URL, f"ligzda:{here.incubator.slug}:{day}")
        for row in there if len(came) > 1 else ():
            given = Given(
                service="group",
                day=day,
                minutes=said["minutes"] if row in came else 0,
                mode=Mode.GROUP,
                no_show=row not in came,
            )
            book.add(delivery_of(here.staff.worker, row, given, group=group))
        day += said["every_days"] * DAY
        number += 1


def _away(away: Sequence[Absence], day: datetime.date) -> bool:
    return any(row.period.lower <= day < row.period.upper for row in away)
