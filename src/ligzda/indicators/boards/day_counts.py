"""Counts of large places are kept for the day: a board is read in a moment, and says of when it is.

A place of a few hundred people is counted whenever somebody looks. Beyond `COUNTED_AT_ONCE` stays a
board is counted once a day – by night, or when somebody is the first – or when somebody asks anew.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache
from django.utils import timezone

from ligzda.indicators.queries import Asked, Record, met
from ligzda.people.models import Stay

COUNTED_AT_ONCE = 1_000
_A_DAY = 24 * 60 * 60

Records = dict[tuple[str, tuple[str, ...]], list[Record]]
"""Counts by indicator and splits."""


@dataclass(frozen=True)
class Kept:
    """Counts, and when they were made."""

    records: Records
    at: datetime.datetime
    kept: bool
    """Whether they may be older than this request."""


def kept_or_counted(given: Asked, count: Callable[[Asked], Records], *, anew: bool = False) -> Kept:
    """Return the counts of a question: kept ones of a large place, unless `anew`."""
    if not _is_large(given):
        return Kept(count(given), timezone.now(), kept=False)
    key = ":".join(["board", count.__name__, *map(str, given.parameters().values())])
    found: tuple[Records, datetime.datetime] | None = None if anew else cache.get(key)
    if found is None:
        found = count(given), timezone.now()
        cache.set(key, found, _A_DAY)
    return Kept(*found, kept=True)


def _is_large(given: Asked) -> bool:
    with met(given):
        rows = Stay.objects.filter(municipality__in=given.places).order_by()
        return rows.values("pk")[COUNTED_AT_ONCE : COUNTED_AT_ONCE + 1].exists()
