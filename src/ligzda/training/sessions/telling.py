"""Moments of a session in words, and the moments that words mean: by the clock in Latvia."""

import datetime
import re

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.incubators.places.opening import place_time
from ligzda.kernel.errors import BadDataError

_LINE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})\.? +"
    r"(?P<begins>\d{1,2}[:.]\d\d) *[-–—] *(?P<ends>\d{1,2}[:.]\d\d)"
)


def said(moment: datetime.datetime) -> str:
    """Return a moment as people read it, by the clock in Latvia."""
    here = timezone.localtime(moment)
    return f"{date_format(here, 'l, d.m.Y')} {here:%H:%M}"


def span(begins: datetime.datetime, ends: datetime.datetime) -> str:
    """Return a meeting as people read it."""
    return f"{said(begins)}–{timezone.localtime(ends):%H:%M}"


def meeting(
    day: datetime.date, begins: datetime.time, ends: datetime.time
) -> tuple[datetime.datetime, datetime.datetime]:
    """Return from when to when: hours that a night does not have are refused (BadDataError)."""
    return place_time(day, begins), place_time(day, ends)


def meetings(text: str) -> list[tuple[datetime.datetime, datetime.datetime]]:
    """Read meetings, one a line: "05.12.2026 10:00–16:00". Raises BadDataError with the line."""
    return [_line(line.strip()) for line in text.splitlines() if line.strip()]


def _line(line: str) -> tuple[datetime.datetime, datetime.datetime]:
    if found := _LINE.fullmatch(line):
        try:
            day = _day(found["day"])
            begins, ends = (_clock(found[side]) for side in ("begins", "ends"))
        except ValueError:
            pass
        else:
            return meeting(day, begins, ends)
    raise BadDataError(
        _("“%(line)s” is no meeting. Write the day and the hours: 05.12.2026 10:00–16:00.")
        % {"line": line[:60]}
    )


def _day(text: str) -> datetime.date:
    form = "%Y-%m-%d" if "-" in text else "%d.%m.%Y"
    return datetime.datetime.strptime(text, form).replace(tzinfo=datetime.UTC).date()


def _clock(text: str) -> datetime.time:
    hours, minutes = re.split("[:.]", text)
    return datetime.time(int(hours), int(minutes))
