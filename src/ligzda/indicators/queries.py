"""Read side: counts of an indicator, and the list behind a count, from Ligzda's own records.

A count is made over everybody's rows and tells of none; a list is read as whoever asks may read
rows (ADR 0090).
"""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from ligzda.indicators import counting, rules
from ligzda.indicators.counting import Split
from ligzda.kernel.confined import HOUSE, rows_of
from ligzda.network.models import Municipality
from ligzda.network.rules import Viewer

Record = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """What is asked for: of which municipalities, from which day to which, as of which day."""

    places: tuple[int, ...]
    first_day: datetime.date
    last_day: datetime.date
    as_of: datetime.date

    def parameters(self) -> dict[str, Any]:
        """Return it as the queries take it."""
        return {
            "places": list(self.places),
            "first_day": self.first_day,
            "last_day": self.last_day,
            "as_of": self.as_of,
        }


def asked(places: Sequence[int], first_day: datetime.date, last_day: datetime.date) -> Asked:
    """Return what is asked for as of today."""
    return Asked(tuple(places), first_day, last_day, timezone.localdate())


@cache
def _counting(code: str, by: tuple[Split, ...], moment: str) -> str:
    return counting.postgres(counting.counted(code, by, moment))


@cache
def _listing(code: str) -> str:
    return counting.postgres(counting.listed(code))


def counts(
    code: str, given: Asked, by: tuple[Split, ...] = (), moment: str = ""
) -> list[Record]:  # fmt: skip
    """Return the counts of an indicator, as `counting.counted` says. Shown by check_see_… alone."""
    with met(given):
        return run(_counting(code, by, moment), given)


def met(given: Asked) -> AbstractContextManager[None]:
    """Meet everybody's rows in the places that are asked for, and none of another's.

    To count alone. What the database may meet it also need not look at: an index leads to it.
    """
    return rows_of(given.places, HOUSE)


def rows_behind(
    viewer: Viewer, code: str, municipality: Municipality, given: Asked
) -> list[Record]:
    """Return the rows behind a count to who keeps people there. Raises NotAllowedError."""
    rules.check_see_rows(viewer=viewer, municipality=municipality)
    return run(_listing(code), replace(given, places=(municipality.pk,)))


@contextmanager
def whole_tables() -> Iterator[None]:
    """Let the database join whole tables in memory, in a transaction, and look up no row alone.

    Behind row-level security the planner takes a place's people for a few: it would look through
    their answers again for each, and sort what has room in memory on the disk.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '128MB'")
        yield


def run(query: str, given: Asked) -> list[Record]:
    """Return the rows of a query over the flat tables, as whoever is set may meet them."""
    with whole_tables(), connection.cursor() as cursor:
        cursor.execute(query, given.parameters())
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
