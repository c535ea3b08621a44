"""Quarters within years, as the ledger of releases names them. Pure: no Django."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ligzda.disclosure import Dimension


def quarters(days: Iterable[datetime.date]) -> "Dimension":
    """Return quarters within years, those of `days` (first days of quarters)."""
    from ligzda.disclosure import TOTAL, Dimension

    found = {day.isoformat(): str(day.year) for day in sorted(set(days))}
    return Dimension("period", {**found, **dict.fromkeys(found.values(), TOTAL)}, sensitive=False)
