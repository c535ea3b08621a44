"""The support of a single undertaking: who belongs to it on a day, what it received, what it may.

Pure. Regulation (EU) 2023/2831 counts support on the day on which the right to it arises, over any
three years, for all linked undertakings together; the State's system still speaks of fiscal years.
Both sums are given, neither is a decision.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

YEARS = 3


@dataclass(frozen=True)
class Edge:
    """Two undertakings are linked from a day to a last day (None: still)."""

    one: str
    other: str
    first: datetime.date
    last: datetime.date | None = None

    def holds(self, day: datetime.date) -> bool:
        """Whether they are linked on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Received:
    """Support that an undertaking received, EUR, on the day on which the right arose."""

    undertaking: str
    day: datetime.date
    amount: Decimal


@dataclass(frozen=True)
class Sums:
    """What counts on a day, EUR: over three years to the day, and over three fiscal years."""

    rolling_since: datetime.date
    rolling: Decimal
    fiscal_since: datetime.date
    fiscal: Decimal


def linked(edges: Iterable[Edge], undertaking: str, day: datetime.date) -> frozenset[str]:
    """Return the single undertaking that one belongs to on a day: itself, and all it reaches."""
    neighbours: dict[str, set[str]] = {}
    for edge in edges:
        if edge.holds(day):
            neighbours.setdefault(edge.one, set()).add(edge.other)
            neighbours.setdefault(edge.other, set()).add(edge.one)
    found, open_ones = {undertaking}, [undertaking]
    while open_ones:
        for other in neighbours.get(open_ones.pop(), set()) - found:
            found.add(other)
            open_ones.append(other)
    return frozenset(found)


def years_before(day: datetime.date, years: int = YEARS) -> datetime.date:
    """Return the same day so many years ago; of 29 February, the 28th where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def sums(received: Iterable[Received], members: frozenset[str], day: datetime.date) -> Sums:
    """Return what the members received by a day: with a day in (day − 3 years, day], and in the
    fiscal year of the day and the two before it.

    Support that arises later than `day` is no part of either.
    """
    since = years_before(day)
    first_of_fiscal = datetime.date(day.year - YEARS + 1, 1, 1)
    theirs = [row for row in received if row.undertaking in members and row.day <= day]
    rolling = sum((row.amount for row in theirs if row.day > since), Decimal(0))
    fiscal = sum((row.amount for row in theirs if row.day >= first_of_fiscal), Decimal(0))
    return Sums(since + datetime.timedelta(days=1), rolling, first_of_fiscal, fiscal)


def left(ceiling: Decimal, received: Decimal, wanted: Decimal) -> Decimal:
    """Return what would be left under a ceiling, EUR; negative by how much it is exceeded."""
    return ceiling - received - wanted
