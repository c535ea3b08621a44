"""Months, as the day each begins on."""

import datetime
import re

from ligzda.kernel.calendar import month_after

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def month_of(day: datetime.date) -> datetime.date:
    """Return the month of a day."""
    return day.replace(day=1)


def between(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Return the months from the first to the last, both of them too."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [month_after(first, number) for number in range(count)]


def of_year(year: int) -> list[datetime.date]:
    """Return the twelve months of a year."""
    return [datetime.date(year, number, 1) for number in range(1, 13)]


def written(month: datetime.date) -> str:
    """Return the month as ISO 8601 has it: 2026-11."""
    return f"{month.year:04}-{month.month:02}"


def read(text: str) -> datetime.date | None:
    """Return the month that `written` wrote; None for anything else."""
    found = _MONTH.fullmatch(text)
    if found is None:
        return None
    year, number = map(int, found.groups())
    return datetime.date(year, number, 1) if year and 1 <= number <= 12 else None
