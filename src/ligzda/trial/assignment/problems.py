"""A problem of assignment as a file, and back: `problem.json` is what is stored, hashed and shown.

The file is canonical: sorted keys, one space of indentation, UTF-8, a newline at its end, so that
the same problem is the same bytes and `sha256sum problem.json` prints the hash that was published.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import pairwise

from ligzda.kernel.calendar import month_after
from ligzda.kernel.hashing import canonical_json
from ligzda.trial.assignment.types import Arm, Problem, Site


def to_json(problem: Problem) -> str:
    """Return the text of `problem.json`; a set becomes a sorted list.

    A model's shortest course is written only where it is asked for, so that problems without it
    keep the file and the hash that they were published with.
    """
    found = asdict(problem)
    for arm in found["arms"]:
        if arm["months"] is None:
            del arm["months"]
    return canonical_json(found, default=sorted) + "\n"


def from_json(text: str) -> Problem:
    """Return the problem that `problem.json` holds."""
    found = json.loads(text)
    sites = tuple(
        Site(**{**site, "models": None if site["models"] is None else frozenset(site["models"])})
        for site in found["sites"]
    )
    arms = tuple(Arm(**arm) for arm in found["arms"])
    return Problem(**{**found, "sites": sites, "arms": arms, "periods": tuple(found["periods"])})


def periods(start: datetime.date, count: int, months: int) -> tuple[str, ...]:
    """Return periods as ISO intervals "2017-01-01/2017-07-01" (the end is not part of it)."""
    days = [month_after(start, months * i) for i in range(count + 1)]
    return tuple(f"{a.isoformat()}/{b.isoformat()}" for a, b in pairwise(days))


def bounds(period: str) -> tuple[datetime.date, datetime.date]:
    """Return first day and the day after the last of a period."""
    begin, end = period.split("/")
    return datetime.date.fromisoformat(begin), datetime.date.fromisoformat(end)


def stretches(
    periods: Sequence[str], course: Sequence[str]
) -> list[tuple[str, datetime.date, datetime.date]]:
    """Join periods in which the model stays the same: (model, first day, day after the last)."""
    found: list[tuple[str, datetime.date, datetime.date]] = []
    for period, code in zip(periods, course, strict=True):
        begin, end = bounds(period)
        if found and found[-1][0] == code:
            found[-1] = (code, found[-1][1], end)
        else:
            found.append((code, begin, end))
    return found
