"""How long enterprises last: one row for each, censored at the last day it is known to be alive.

Pure. Not at today: an enterprise that nobody has heard of since March is not known to live in June,
and to count it as alive would flatter every model. The estimate itself is the engine's
(`ligzda.evidence.survival_curve`).
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ligzda.kernel.calendar import month_after
from ligzda.ventures.order import Step

_SIGNS_OF_LIFE = frozenset(Step) - {Step.CLOSED, Step.DORMANT, Step.LOST, Step.VAT_ENDED}
"""Events on whose day an enterprise works. That it is dormant or loses a status says nothing."""
_TO_HAVE_SOLD = 6
"""Months within which a surviving enterprise has had turnover (outcomes: enterprise_survives)."""


@dataclass(frozen=True)
class Sales:
    """Turnover, EUR, from a first to a last day."""

    first: datetime.date
    last: datetime.date
    amount: float


@dataclass(frozen=True)
class Life:
    """What is known of an enterprise: its events, its turnover, days on which a job was there.

    `until`: nothing later is looked at, so that a report of a day can be made again.
    """

    key: int
    events: Sequence[tuple[datetime.date, Step]]
    sales: Sequence[Sales] = ()
    jobs_seen: Sequence[datetime.date] = ()
    support: Sequence[datetime.date] = ()
    until: datetime.date = datetime.date.max


@dataclass(frozen=True)
class Spell:
    """A row of the analysis: from registration to closing (`event`) or to the last sign of life."""

    key: int
    entry: datetime.date
    exit: datetime.date
    event: bool

    @property
    def days(self) -> int:
        """How long it was followed."""
        return (self.exit - self.entry).days


def last_alive(life: Life) -> datetime.date | None:
    """Return the last day on which something shows that an enterprise worked.

    Turnover counts to the last day of its time, a job to the day on which it was last confirmed.
    None where it was not registered by `until`.
    """
    if _day_of(life, Step.REGISTERED) is None:
        return None
    signs = [day for day, step in life.events if step in _SIGNS_OF_LIFE]
    signs += [sales.last for sales in life.sales if sales.amount > 0]
    signs += [*life.jobs_seen, *life.support]
    return max((day for day in signs if day <= life.until), default=None)


def spell(life: Life) -> Spell | None:
    """Return the row of an enterprise; None where it was not registered by `until`."""
    entry, last = _day_of(life, Step.REGISTERED), last_alive(life)
    if entry is None or last is None:
        return None
    closed = _day_of(life, Step.CLOSED)
    if closed is not None:
        return Spell(life.key, entry, closed, event=True)
    return Spell(life.key, entry, max(entry, last), event=False)


def spells(lives: Iterable[Life]) -> list[Spell]:
    """Return the rows of all that were registered: (entry, exit or censoring, event)."""
    return [row for life in lives if (row := spell(life)) is not None]


def survives(life: Life, months: int) -> bool | None:
    """Whether an enterprise survived so many months: registered, and sold in the last six of them.

    None where that is not known: the day is still to come, or no figure covers those months.
    """
    entry = _day_of(life, Step.REGISTERED)
    if entry is None:
        return None
    day = month_after(entry, months)
    closed = _day_of(life, Step.CLOSED)
    if closed is not None and closed <= day:
        return False
    since = month_after(day, -_TO_HAVE_SOLD)
    seen = [each for each in life.sales if each.first <= day and each.last > since]
    if any(each.amount > 0 for each in seen):
        return True
    # Nothing sold, as far as is known: only where the figures cover all of the months.
    covered = min((each.first for each in seen), default=day) <= since and any(
        each.last >= day for each in seen
    )
    return False if covered and day <= life.until else None


def _day_of(life: Life, step: Step) -> datetime.date | None:
    return next((day for day, each in life.events if each == step and day <= life.until), None)
