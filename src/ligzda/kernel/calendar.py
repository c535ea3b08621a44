"""Months, quarters, working days.

Pure. Which days are working days the place says (incubators.places.opening).
"""

import datetime
from collections.abc import Callable


def month_after(day: datetime.date, months: int) -> datetime.date:
    """Return the same day of the month so many months later; days past the 28th become the 28th.

    So every month has it, and steps of one month end where one step of twelve does.
    """
    index = day.year * 12 + day.month - 1 + months
    return datetime.date(index // 12, index % 12 + 1, min(day.day, 28))


def whole_months(begin: datetime.date, end: datetime.date) -> int:
    """Return how many whole months lie between two days, as `month_after` counts them."""
    months = (end.year - begin.year) * 12 + end.month - begin.month
    return months if month_after(begin, months) <= end else months - 1


def quarter(day: datetime.date) -> datetime.date:
    """Return the first day of a day's quarter."""
    return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)


def quarter_name(day: datetime.date) -> str:
    """Return a day's quarter as people name it: "2017/3"."""
    return f"{day.year}/{(day.month - 1) // 3 + 1}"


def quarters(begin: datetime.date, end: datetime.date) -> list[datetime.date]:
    """Return the first days of the quarters from that of `begin` to the last one before `end`."""
    found = [quarter(begin)]
    while (following := month_after(found[-1], 3)) < end:
        found.append(following)
    return found


def working_day_after(
    day: datetime.date, days: int, works: Callable[[datetime.date], bool]
) -> datetime.date:
    """Return the working day so many working days after a day, which is not counted itself.

    `days` 1 is the next working day. A limit "within ten working days" ends with the tenth.
    """
    if days < 1:
        raise ValueError("a limit has at least one working day")
    while days:
        day += datetime.timedelta(days=1)
        days -= works(day)
    return day
