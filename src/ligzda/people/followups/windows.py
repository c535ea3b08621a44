"""The windows of follow-ups, computed from the last day of a stay; no row is needed for one.

What is asked is the *reference week*: the last whole week, Monday to Sunday, that has ended by the
day on which the follow-up falls due (four weeks, 6, 12, 24 months after the last day). The window
opens when that week is over. The widths are our own choice: the first is short because ESF+ counts
what is so "within four weeks", the others are as wide as a quarter's report can wait.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ligzda.kernel.calendar import month_after
from ligzda.people.followups.models import Wave

_WEEK = datetime.timedelta(days=7)
_MONTHS = {Wave.SIX_MONTHS: 6, Wave.A_YEAR: 12, Wave.TWO_YEARS: 24}
_ON_TIME = {
    Wave.FOUR_WEEKS: datetime.timedelta(weeks=2),
    Wave.SIX_MONTHS: datetime.timedelta(weeks=6),
    Wave.A_YEAR: datetime.timedelta(weeks=6),
    Wave.TWO_YEARS: datetime.timedelta(weeks=8),
}


class State(StrEnum):
    """How it stands with a follow-up on a day."""

    NOT_YET = "not_yet"
    OPEN = "open"
    LATE = "late"
    DONE = "done"
    LOST = "lost"


@dataclass(frozen=True)
class Window:
    """When one follow-up of a stay is asked: days, each included."""

    wave: Wave
    week_begins: datetime.date
    """The Monday of the reference week."""
    opens: datetime.date
    on_time_until: datetime.date

    @property
    def week_ends(self) -> datetime.date:
        """The Sunday of the reference week."""
        return self.week_begins + _WEEK - datetime.timedelta(days=1)

    def state(self, on: datetime.date, *, done: bool = False, lost: bool = False) -> State:
        """Return how it stands on a day; an answer counts, even of somebody given up."""
        if done:
            return State.DONE
        if lost:
            return State.LOST
        if on < self.opens:
            return State.NOT_YET
        return State.OPEN if on <= self.on_time_until else State.LATE


def falls_due(last_day: datetime.date, wave: Wave) -> datetime.date:
    """Return the day so long after the last day of a stay."""
    if wave == Wave.FOUR_WEEKS:
        return last_day + 4 * _WEEK
    return month_after(last_day, _MONTHS[wave])


def window(last_day: datetime.date, wave: Wave) -> Window:
    """Return the window of a follow-up after a stay's last day."""
    due = falls_due(last_day, wave)
    # The Sunday on or before the day: Sunday's isoweekday is 7.
    sunday = due - datetime.timedelta(days=due.isoweekday() % 7)
    opens = sunday + datetime.timedelta(days=1)
    return Window(wave, opens - _WEEK, opens, due + _ON_TIME[wave])


def windows(last_day: datetime.date) -> Mapping[Wave, Window]:
    """Return all four, in their order."""
    return {wave: window(last_day, wave) for wave in Wave}
