"""Until when something is decided, appealed, answered. All of it is recalled and to be checked."""

import calendar
import datetime

from ligzda.incubators.places.opening import is_working_day
from ligzda.kernel.calendar import working_day_after

DECISION_DAYS = 10
"""Working days, from the day on which the application and its documents were there."""
OFFER_DAYS = 10
"""Working days that somebody has for answering an offer, if nothing else is said."""


def decide_by(complete_on: datetime.date) -> datetime.date:
    """Return the last day for deciding on what was complete on a day."""
    return working_day_after(complete_on, DECISION_DAYS, is_working_day)


def answer_offer_by(offered_on: datetime.date) -> datetime.date:
    """Return the day until which an offer is answered, as it is proposed."""
    return working_day_after(offered_on, OFFER_DAYS, is_working_day)


def a_month_after(day: datetime.date) -> datetime.date:
    """Return the end of a limit of one month: the same day of the next, or its last one.

    Where nobody works on that day, it ends with the next working day.
    """
    year, month = divmod(day.year * 12 + day.month, 12)
    last = calendar.monthrange(year, month + 1)[1]
    end = datetime.date(year, month + 1, min(day.day, last))
    return end if is_working_day(end) else working_day_after(end, 1, is_working_day)
