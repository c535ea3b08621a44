"""The same thing at the same hours of several days: each day answers for itself."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from ligzda.incubators.bookings import rules
from ligzda.incubators.bookings.actions import book
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import (
    TakenError,
    Wanted,
    check_used_by,
    check_wanted,
    nearest_to,
    sentence,
)
from ligzda.incubators.models import Incubator
from ligzda.incubators.places.opening import place_time
from ligzda.incubators.rights.rules import NoRightError
from ligzda.kernel.errors import BadDataError, RefusedError
from ligzda.network.models import User

MOST_OF_A_SERIES = 60
"""A year of weeks and a few more: who asks for a thousand has mistyped a date."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """The same thing at the same hours of several days, by the clock of the place."""

    thing: Thing
    days: Sequence[datetime.date]
    begins: datetime.time
    ends: datetime.time
    purpose: str
    instructor: User | None = None
    used_by: User | None = None


@dataclass(frozen=True)
class Try:
    """What became of one day of a series: free, or why not and what is free nearest to it."""

    on: datetime.date
    wanted: Wanted | None = None
    refused: str = ""
    nearest: Time | None = None


def try_series(*, by: User, incubator: Incubator, series: Series) -> list[Try]:
    """Say of each day of a series whether it could be booked; book nothing.

    Raises BadDataError where the series is too long.
    """
    rules.check_book(by=by, incubator=incubator)
    rules.check_for_oneself(
        incubator=incubator, thing=series.thing, booked_by=by, used_by=series.used_by
    )
    if len(series.days) > MOST_OF_A_SERIES:
        raise BadDataError(
            _("A series has at most %(most)s days; this one would have %(count)s.")
            % {"most": MOST_OF_A_SERIES, "count": len(series.days)}
        )
    return [_tried(by, incubator, series, day) for day in series.days]


@transaction.atomic
def book_free(*, by: User, incubator: Incubator, series: Series) -> list[Try]:
    """Book those days of a series that are free; say of the others why not."""
    found = []
    for tried in try_series(by=by, incubator=incubator, series=series):
        refused, free = tried.refused, tried.nearest
        if tried.wanted is not None and not refused:
            try:
                book(by=by, incubator=incubator, wanted=tried.wanted)
            except TakenError as taken:  # by somebody else, a moment ago
                refused, free = str(taken), taken.nearest
            except RefusedError as used_up:  # the hours of that week, by the days before it
                refused = str(used_up)
        found.append(Try(tried.on, tried.wanted, refused, free))
    return found


def _tried(by: User, incubator: Incubator, series: Series, day: datetime.date) -> Try:
    try:
        time = Time(place_time(day, series.begins), place_time(day, series.ends))
    except BadDataError as refused:  # an hour that is not there, or twice
        return Try(day, None, str(refused))
    wanted = Wanted(
        thing=series.thing,
        time=time,
        purpose=series.purpose,
        instructor=series.instructor,
        used_by=series.used_by,
    )
    try:
        check_wanted(incubator, wanted)
        check_used_by(by, incubator, wanted)
    except NoRightError as refused:
        return Try(day, wanted, str(refused))
    except RefusedError as refused:
        return Try(day, wanted, str(refused), nearest_to(wanted))
    found = nearest_to(wanted)
    return Try(day, wanted) if found == time else Try(day, wanted, sentence(wanted, found), found)
