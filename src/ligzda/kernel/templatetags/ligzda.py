"""Filters of every room's pages: signs, shares and numbers as a reader expects them."""

import re
from decimal import Decimal

from babel.numbers import format_decimal
from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.calendar import quarter_name
from ligzda.kernel.dates import day_month, plain_date, weekday_date
from ligzda.languages import locale_of, spoken

register = template.Library()

_ADDRESS = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?")
"""A host without capitals, and a path: "ltfe.org", "vestnesis.lv/ta/id/298035"."""


_REMARK = re.compile(r"(.+) \(([a-z ]+)\)")
REMARKS = {
    "verify": _("to be checked"),
    "copy of the report": _("copy of the report"),
    "trial record": _("trial record"),
}
"""What may stand in brackets after a source, whatever language it is kept in."""


@register.filter
def signs(cell: str) -> str:
    """Write "+-+" with true minus signs, on one line."""
    return "\u00a0".join(cell).replace("-", "−")


@register.filter
def percent(share: float | None, digits: int = 0) -> str:
    """Write a share as a percentage with a no-break space; a dash where there is none."""
    if share is None:
        return "–"
    return f"{_written(round(share * 100, digits), '#,##0.' + digits * '0')}\u00a0%"


@register.filter
def points(share: float) -> str:
    """Write a difference of shares in percentage points, without a superfluous digit."""
    return _written(round(share * 100, 1), "#,##0.#")


@register.filter
def euros(amount: Decimal | None) -> str:
    """Write an amount to the cent, with a true minus; a dash where there is none."""
    return "–" if amount is None else _written(amount, "#,##0.00").replace("-", "−")


def _written(number: float | Decimal, pattern: str) -> str:
    """Write a number by a pattern of the CLDR: 0 is always written, # where it tells."""
    written: str = format_decimal(number, pattern, locale=locale_of(spoken(get_language())))
    return written


@register.filter
def heat(share: float) -> str:
    """Return the class that shades a share: five steps."""
    return f"heat-{min(4, int(share * 4 + 0.5))}"


@register.filter
def unlocalize_number(number: int | None) -> str:
    """Write a number as figures only, for identifiers such as seeds."""
    return "" if number is None else str(number)


@register.filter
def item(mapping: dict[str, object], key: str) -> object:
    """Return a mapping's value."""
    return mapping.get(key, "")


register.filter(quarter_name)
register.filter(weekday_date)
register.filter(day_month)
register.filter("plain_date", plain_date, expects_localtime=True)


@register.filter
def linked(source: str) -> SafeString:
    """Write a source; where it is an address, also without "https://", as the link that it is."""
    if (found := _REMARK.fullmatch(source)) and found[2] in REMARKS:
        return format_html("{} ({})", linked(found[1]), REMARKS[found[2]])
    if source.startswith("http"):
        return format_html('<a href="{0}">{0}</a>', source)
    if _ADDRESS.fullmatch(source):
        return format_html('<a href="https://{0}">{0}</a>', source)
    return conditional_escape(source)
