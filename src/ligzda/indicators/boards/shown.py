"""Figures in words: the number with its measure, how sure it is, of how many of what."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.indicators.dictionary import Indicator, moments
from ligzda.indicators.figures import Figure
from ligzda.indicators.queries import Asked
from ligzda.indicators.shown import MEASURES, named, said
from ligzda.languages import spoken
from ligzda.people.support.services import name_of
from ligzda.publishing import Numbers

_DIGITS = {"EUR": 0, "days": 0, "hours": 1, "points": 1, "jobs": 2, "percent": 0}


def category(entry: Indicator, code: str) -> str:
    """Return a category of an indicator in words."""
    if entry.code == "support_hours":
        return name_of(code)
    return named(entry.categories, code)


@dataclass(frozen=True)
class Line:
    """A figure as a board shows it."""

    figure: Figure

    @property
    def name(self) -> str:
        """Which indicator, and of what."""
        return " · ".join(filter(None, (said(self.figure.entry.name), self.moment, self.category)))

    @property
    def moment(self) -> str:
        """When, in words."""
        return named(moments(), self.figure.moment)

    @property
    def category(self) -> str:
        """Which category, in words."""
        return category(self.figure.entry, self.figure.category)

    @property
    def value(self) -> str:
        """The number in its measure; a dash where there is none."""
        return self._written(self.figure.value, unit=True)

    @property
    def interval(self) -> str:
        """How sure it is: 95 %."""
        if self.figure.low is None or self.figure.high is None:
            return ""
        numbers = Numbers(spoken(get_language()))
        low, high = self._written(self.figure.low), self._written(self.figure.high, unit=True)
        return numbers.span(low, high)

    @property
    def counted(self) -> str:
        """Of how many of what."""
        numbers = Numbers(spoken(get_language()))
        return f"{numbers.integer(self.figure.counted)} – {said(self.figure.entry.units)}"

    @property
    def left_out(self) -> list[str]:
        """What is left out and why, a line each."""
        names = self.figure.entry.left_out
        return [
            f"{named(names, reason)}: {number}" for reason, number in self.figure.left_out.items()
        ]

    def _written(self, number: float | None, *, unit: bool = False) -> str:
        if number is None:
            return "–"
        numbers = Numbers(spoken(get_language()))
        entry = self.figure.entry
        if entry.kind == "share":
            written = numbers.decimal(100 * number, 0)
            return f"{written}\u00a0%" if unit else written
        if entry.kind in ("count", "category"):
            return numbers.integer(number)
        written = numbers.decimal(number, _DIGITS[entry.measure])
        return f"{written}\u00a0{MEASURES[entry.measure]}".rstrip() if unit else written


def address(given: Asked) -> str:
    """Return the period of a question as addresses have it."""
    return urlencode({"first": given.first_day.isoformat(), "last": given.last_day.isoformat()})


def caption(figure: Figure) -> str:
    """Say a figure in one sentence, for who does not see a chart."""
    line = Line(figure)
    if not line.interval:
        return f"{line.name}: {line.value}"
    return _("%(name)s: %(value)s (95 %%: %(interval)s), of %(counted)s") % {
        "name": line.name,
        "value": line.value,
        "interval": line.interval,
        "counted": line.counted,
    }
