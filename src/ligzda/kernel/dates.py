"""How a day is written where Django's formats have none for it: with its weekday, without its year.

The formats are translated like any text, so that each language writes its own: “Monday, 23 Nov
2026”, “pirmdiena, 23.11.2026”.
"""

import datetime

from django.utils.formats import date_format
from django.utils.translation import pgettext


def weekday_date(day: datetime.date) -> str:
    """Return a day with its weekday."""
    return date_format(day, pgettext("format of a day with its weekday", "l, j M Y"))


def plain_date(day: datetime.date) -> str:
    """Return a day as it stands inside a sentence."""
    return date_format(day, pgettext("format of a day in a sentence", "j M Y"))


def day_month(day: datetime.date) -> str:
    """Return a day of a year that is known."""
    return date_format(day, pgettext("format of a day without its year", "j M"))
