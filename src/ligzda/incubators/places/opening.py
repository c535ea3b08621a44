"""When an incubator is open.

A special day stands above a public holiday, that above a moved working day, that above the weekday.
All hours are place time (Europe/Riga): nobody's browser has a say in them.
"""

import datetime
import re
from dataclasses import dataclass
from functools import cache

import holidays
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.incubators.places.models import OpeningHours, SpecialDay
from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import BadDataError
from ligzda.languages import DEFAULT, spoken

Hours = tuple[datetime.time, datetime.time]


@dataclass(frozen=True)
class Day:
    """A day of an incubator: open from–to, or closed. `why` says what is unusual about it."""

    on: datetime.date
    hours: Hours | None
    why: str = ""

    @property
    def span(self) -> tuple[datetime.datetime, datetime.datetime] | None:
        """Return begin and end of the open hours as moments; None where it is closed."""
        if self.hours is None:
            return None
        opens, closes = self.hours
        return _moment(self.on, opens), _moment(self.on, closes)


def days(incubator: int, first: datetime.date, count: int) -> list[Day]:
    """Return `count` days of an incubator from `first` on."""
    usual = {
        row.weekday: (row.opens, row.closes)
        for row in OpeningHours.objects.filter(incubator_id=incubator)
    }
    every = [first + datetime.timedelta(days=number) for number in range(count)]
    special = {
        row.day: row
        for row in SpecialDay.objects.filter(
            incubator_id=incubator, day__range=(every[0], every[-1])
        )
    }
    return [_day(on, usual, special.get(on)) for on in every]


def _day(on: datetime.date, usual: dict[int, Hours], special: SpecialDay | None) -> Day:
    if special is not None:
        hours = (special.opens, special.closes) if special.opens and special.closes else None
        return Day(on, hours, special.reason)
    holiday = holiday_name(on)
    if holiday:
        return Day(on, None, holiday)
    if (instead_of := moved_here().get(on)) is not None:
        why = _("working day moved here from %(day)s") % {"day": plain_date(instead_of)}
        return Day(on, usual.get(instead_of.isoweekday()), why)
    return Day(on, usual.get(on.isoweekday()))


def holiday_name(on: datetime.date) -> str:
    """Return the name of a public holiday of Latvia in the active language; empty on other days."""
    return _holidays(on.year, spoken(get_language())).get(on, "")


def is_working_day(on: datetime.date) -> bool:
    """Whether offices work: no weekend, no public holiday; or a Saturday moved by the Cabinet."""
    return on in moved_here() or (on.isoweekday() < 6 and not holiday_name(on))


@cache
def _holidays(year: int, language: str) -> dict[datetime.date, str]:
    known = holidays.country_holidays("LV").supported_languages
    locale = next((each for each in known if each.split("_")[0] == language), None)
    found = holidays.country_holidays("LV", years=year, language=locale)
    return {day: str(name) for day, name in found.items() if day.year == year}


def moved_here() -> dict[datetime.date, datetime.date]:
    """Return the Saturdays that the Cabinet made working days → the day off that each is for.

    The package says so in the name of the day off alone: “Brīvdiena (pārcelta no 17.01.2026)”. It
    knows the years that the Cabinet has decided on; later ones are entered as special days.
    """
    return _moved(timezone.localdate().year)


@cache
def _moved(this_year: int) -> dict[datetime.date, datetime.date]:
    found = {}
    for year in (this_year - 1, this_year, this_year + 1):
        for off, name in _holidays(year, DEFAULT).items():
            if moved := re.search(r"(\d\d)\.(\d\d)\.(\d{4})", name):
                day, month, of = map(int, moved.groups())
                found[datetime.date(of, month, day)] = off
    return found


def _moment(day: datetime.date, clock: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, clock))


def place_time(
    day: datetime.date, clock: datetime.time, *, second: bool | None = None
) -> datetime.datetime:
    """Return the moment at which the clock of the place shows this.

    In spring an hour does not exist: refused, with the reason. In autumn one comes twice: refused
    with the question which, until `second` says it. Raises BadDataError.
    """
    naive = datetime.datetime.combine(day, clock)
    zone = timezone.get_default_timezone()
    first, later = (naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    given = {"day": plain_date(day), "clock": f"{clock:%H:%M}"}
    if first.utcoffset() == later.utcoffset():
        return first
    if first.utcoffset() < later.utcoffset():  # type: ignore[operator] # our zone has one
        raise BadDataError(
            _(
                "On %(day)s there is no %(clock)s: the clocks go forward an hour that night. "
                "Choose another time."
            )
            % given
        )
    if second is None:
        raise BadDataError(
            _(
                "On %(day)s there is %(clock)s twice: the clocks go back an hour that night. "
                "Say whether you mean the first or the second."
            )
            % given
        )
    return later if second else first
