"""Numbers, dates and plurals as each language writes them.

Latvian: decimal comma, thousands and the percent sign set off by a no-break space, the minus
sign U+2212. English: decimal point, comma, percent sign close.
"""

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from ligzda.publishing.blocks import Language

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_MONTHS = {
    "lv": (
        "janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs",
        "jūlijs", "augusts", "septembris", "oktobris", "novembris", "decembris",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbers:
    """Writes numbers in one language."""

    language: Language

    @property
    def _marks(self) -> tuple[str, str]:
        return (",", NO_BREAK_SPACE) if self.language == "lv" else (".", ",")

    def decimal(self, value: float, places: int = 2, *, sign: bool = False) -> str:
        """Write a number with fixed places; `sign` shows the plus as well.

        What rounds to zero has no sign: nobody can act on "−0,00".
        """
        if not math.isfinite(value):
            raise ValueError(f"{value} is not a number that can be written in a report.")
        text = f"{abs(value):,.{places}f}"
        point, thousands = self._marks
        text = text.replace(",", "\0").replace(".", point).replace("\0", thousands)
        if not any(digit in text for digit in "123456789"):
            return text
        return (MINUS if value < 0 else "+" if sign else "") + text

    def integer(self, value: float) -> str:
        """Write a count."""
        return self.decimal(value, 0)

    def significant(self, value: float, digits: int = 3) -> str:
        """Write a number with so many significant digits, never in powers of ten."""
        if value == 0:
            return "0"
        places = max(0, digits - 1 - math.floor(math.log10(abs(value))))
        return self.decimal(value, places)

    def percent(self, share: float, places: int = 0, *, sign: bool = False) -> str:
        """Write a share (0 to 1) in percent."""
        space = NO_BREAK_SPACE if self.language == "lv" else ""
        return f"{self.decimal(100 * share, places, sign=sign)}{space}%"

    def probability(self, value: float) -> str:
        """Write a posterior probability in whole percent; never "0 %" or "100 %".

        A posterior excludes nothing: below half a percent from the edge it says so.
        """
        if value < 0.005:
            return f"<{NO_BREAK_SPACE}{self.percent(0.01)}"
        if value > 0.995:
            return f">{NO_BREAK_SPACE}{self.percent(0.99)}"
        return self.percent(value)

    def interval(self, lower: str, upper: str) -> str:
        """Join two written numbers to an interval in words, so that a minus is never a dash."""
        return f"no {lower} līdz {upper}" if self.language == "lv" else f"{lower} to {upper}"

    def span(self, lower: str, upper: str) -> str:
        """Join two written numbers to an interval in a table, where words would be too long."""
        return f"{lower}{NO_BREAK_SPACE}…{NO_BREAK_SPACE}{upper}"

    def date(self, day: date) -> str:
        """Write a date in full: "2016. gada 17. marts", "17 March 2016"."""
        month = _MONTHS[self.language][day.month - 1]
        if self.language == "lv":
            return f"{day.year}. gada {day.day}. {month}"
        return f"{day.day} {month} {day.year}"

    def plural(self, count: int, one: str, many: str) -> str:
        """Write a count with its noun: Latvian takes the singular for 1, 21, 31 … but not 11."""
        singular = count % 10 == 1 and count % 100 != 11 if self.language == "lv" else count == 1
        return f"{self.integer(count)}{NO_BREAK_SPACE}{one if singular else many}"

    def vega_locale(self) -> dict[str, Any]:
        """Give the same marks to the axes of a chart (d3-format's locale definition)."""
        decimal, thousands = self._marks
        return {
            "decimal": decimal,
            "thousands": thousands,
            "grouping": [3],
            "currency": ["", f"{NO_BREAK_SPACE}€"] if self.language == "lv" else ["€", ""],
            "percent": f"{NO_BREAK_SPACE}%" if self.language == "lv" else "%",
            "minus": MINUS,
        }
