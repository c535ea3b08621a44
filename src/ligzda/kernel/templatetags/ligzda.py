"""Filters of every room's pages: signs, shares and numbers as a reader expects them."""

from django import template
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from ligzda.kernel.calendar import quarter_name

register = template.Library()


@register.filter
def signs(cell: str) -> str:
    """Write "+-+" with true minus signs, on one line."""
    return "\u00a0".join(cell).replace("-", "−")


@register.filter
def percent(share: float | None, digits: int = 0) -> str:
    """Write a share as a percentage with a no-break space; a dash where there is none."""
    if share is None:
        return "–"
    return f"{localize(round(share * 100, digits) if digits else round(share * 100))}\u00a0%"


@register.filter
def points(share: float) -> str:
    """Write a difference of shares in percentage points, without a superfluous digit."""
    return str(localize(round(share * 100, 1) if share * 1000 % 10 else round(share * 100)))


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


@register.filter
def linked(source: str) -> SafeString:
    """Write a source; where it is an address, as the link that it is."""
    if source.startswith("http"):
        return format_html('<a href="{0}">{0}</a>', source)
    return conditional_escape(source)
