"""A problem of assignment as plain data and back: what is stored, hashed and shown."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict
from itertools import pairwise
from typing import Any

from ligzda.trial.assignment.types import Arm, Problem, Site


def plain(problem: Problem) -> dict[str, Any]:
    """Return the problem as JSON holds it; sets become sorted lists."""
    found = asdict(problem)
    for site in found["sites"]:
        if site["models"] is not None:
            site["models"] = sorted(site["models"])
    found["sites"], found["arms"] = list(found["sites"]), list(found["arms"])
    found["periods"] = list(found["periods"])
    return found


def from_plain(found: Mapping[str, Any]) -> Problem:
    """Return the problem again."""
    sites = tuple(
        Site(**{**site, "models": None if site["models"] is None else frozenset(site["models"])})
        for site in found["sites"]
    )
    arms = tuple(Arm(**arm) for arm in found["arms"])
    given = {**found, "sites": sites, "arms": arms, "periods": tuple(found["periods"])}
    return Problem(**given)


def periods(start: datetime.date, count: int, months: int) -> tuple[str, ...]:
    """Return periods as ISO intervals "2017-01-01/2017-07-01" (the end is not part of it)."""
    days = [month_after(start, months * i) for i in range(count + 1)]
    return tuple(f"{a.isoformat()}/{b.isoformat()}" for a, b in pairwise(days))


def month_after(day: datetime.date, months: int) -> datetime.date:
    """Return the same day of the month so many months later; days past the 28th become the 28th."""
    index = day.year * 12 + day.month - 1 + months
    return datetime.date(index // 12, index % 12 + 1, min(day.day, 28))


def bounds(period: str) -> tuple[datetime.date, datetime.date]:
    """Return first day and the day after the last of a period."""
    begin, end = period.split("/")
    return datetime.date.fromisoformat(begin), datetime.date.fromisoformat(end)
