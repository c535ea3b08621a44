"""Read side of the ESF+ report: counts by gender, place and span; the identities between them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from django.utils import timezone

from ligzda.indicators import counting
from ligzda.indicators.boards.day_counts import Records
from ligzda.indicators.esf.dictionary import broken, common
from ligzda.indicators.esf.participants import CODES, Per, report
from ligzda.indicators.queries import Asked, Record, met, run
from ligzda.people.models import Gender

SPANS = ("period", "so_far")
DUE = (1, 30)
"""Month and day by which the report of a year is due."""
GENDERS = (Gender.WOMAN, Gender.MAN, Gender.NON_BINARY, Gender.UNKNOWN)
"""In the order of the report's columns."""


@dataclass(frozen=True)
class Counted:
    """A code in an activity (or in all): by span and gender; a code that is not counted has none.

    `numbers`: (span, gender) → how many participants.
    """

    code: str
    numbers: dict[tuple[str, str], int]

    def number(self, span: str, gender: str = "") -> int | None:
        """Return how many, of all genders where none is given; None where it is not counted."""
        if not self.numbers:
            return None
        genders = (gender,) if gender else tuple(Gender.values)
        return sum(self.numbers.get((span, each), 0) for each in genders)


@dataclass(frozen=True)
class Report:
    """A report. `activity`: incubator and model, or empty for the whole of what was asked."""

    activity: tuple[str, str] | None
    rows: Sequence[Counted]
    broken: Sequence[str]
    """Names of identities that do not hold: none, unless the records contradict themselves."""


def year_to_report(today: datetime.date | None = None) -> int:
    """Return the calendar year of the report that is due next, by 30 January."""
    day = today or timezone.localdate()
    return day.year - 1 if (day.month, day.day) <= DUE else day.year


@cache
def _query(per: Per) -> str:
    return counting.postgres(report(per))


def records(per: Per, given: Asked) -> list[Record]:
    """Return the report's rows by place and gender. Shown by check_see_… alone."""
    with met(given):
        return run(_query(per), given)


def of_report(given: Asked) -> Records:
    """Count all that a report shows: by the operation, and by the activity."""
    return {(f"esf_{per}", ()): records(per, given) for per in get_args(Per)}


def whole(counted: Records) -> Report:
    """Return the report of all operations that were asked for, each participant once in each."""
    return _report(None, counted["esf_operation", ()])


def by_activity(counted: Records) -> list[Report]:
    """Return a report for each activity; a participant of two activities is in both."""
    rows: dict[tuple[str, str], list[Record]] = {}
    for row in counted["esf_activity", ()]:
        rows.setdefault((row["incubator"], row["model"]), []).append(row)
    return [_report(activity, rows[activity]) for activity in sorted(rows)]


def _report(activity: tuple[str, str] | None, rows: Sequence[Record]) -> Report:
    found = {code: Counted(code, {}) for code in (*CODES, *common())}
    for code in CODES:
        for span in SPANS:
            for row in rows:
                key = (span, row["gender"] or Gender.UNKNOWN.value)
                numbers = found[code].numbers
                numbers[key] = numbers.get(key, 0) + row[f"{code}_{span}"]
    if not rows:
        for code in CODES:
            found[code].numbers.update({(span, Gender.UNKNOWN.value): 0 for span in SPANS})
    wrong = [
        name
        for span in SPANS
        for gender in Gender.values
        for name in broken({code: found[code].number(span, gender) or 0 for code in CODES})
    ]
    return Report(activity, [found[code] for code in common()], list(dict.fromkeys(wrong)))


def table_rows(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Return reports as rows of `esf.tables.REPORT`."""
    return [
        {
            "code": row.code,
            "incubator": one.activity[0] if one.activity else None,
            "model": one.activity[1] if one.activity else None,
            "span": span,
            "women": row.number(span, Gender.WOMAN),
            "men": row.number(span, Gender.MAN),
            "non_binary": row.number(span, Gender.NON_BINARY),
            "not_said": row.number(span, Gender.UNKNOWN),
            "total": row.number(span),
            "estimated": not row.numbers,
            "special": common()[row.code].special,
            "to_be_checked": not common()[row.code].seen,
        }
        for one in reports
        for row in one.rows
        for span in SPANS
    ]
