"""Numbers, dates and plurals as each language writes them, by the Unicode CLDR (Babel).

The house's own: the minus is U+2212 everywhere, and how a share and an interval are written stands
in `captions.toml`.
"""

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from ligzda.languages import Language, locale_of
from ligzda.publishing.captions import WORDS

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Writes numbers in one language."""

    language: Language

    def decimal(self, value: float, places: int = 2, *, sign: bool = False) -> str:
        """Write a number with fixed places; `sign` shows the plus as well.

        What rounds to zero has no sign: nobody can act on "−0,00".
        """
        if not math.isfinite(value):
            raise ValueError(f"{value} is not a number that can be written in a report.")
        # Python rounds the float itself; Babel would round the decimal that stands for it.
        rounded = Decimal(f"{abs(value):.{places}f}")
        pattern = "#,##0." + places * "0" if places else "#,##0"
        text: str = format_decimal(rounded, format=pattern, locale=locale_of(self.language))
        if not rounded:
            return text
        return (MINUS if value < 0 else "+" if sign else "") + text

    def integer(self, value: float) -> str:
        """Write a count."""
        return self.decimal(value, 0)

    def plain(self, value: float) -> str:
        """Write a number as somebody gave it, with the places that it has: at most ten digits."""
        text = f"{value:.10g}".replace(".", get_decimal_symbol(locale_of(self.language)))
        return text.replace("-", MINUS)

    def significant(self, value: float, digits: int = 3) -> str:
        """Write a number with so many significant digits, never in powers of ten."""
        if value == 0:
            return "0"
        places = max(0, digits - 1 - math.floor(math.log10(abs(value))))
        return self.decimal(value, places)

    def percent(self, share: float, places: int = 0, *, sign: bool = False) -> str:
        """Write a share (0 to 1) in percent."""
        number = self.decimal(100 * share, places, sign=sign)
        return WORDS[self.language]["percent"].format(number=number)

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
        return WORDS[self.language]["interval"].format(lower=lower, upper=upper)

    def span(self, lower: str, upper: str) -> str:
        """Join two written numbers to an interval in a table, where words would be too long."""
        return f"{lower}{NO_BREAK_SPACE}…{NO_BREAK_SPACE}{upper}"

    def date(self, day: date) -> str:
        """Write a date in full: "2016. gada 17. marts", "17 March 2016"."""
        return format_date(day, "long", locale=locale_of(self.language))

    def plural(self, count: int, one: str, many: str) -> str:
        """Write a count with its noun: Latvian takes the singular for 1, 21, 31 … but not 11."""
        singular = locale_of(self.language).plural_form(count) == "one"
        return f"{self.integer(count)}{NO_BREAK_SPACE}{one if singular else many}"

    def vega_locale(self) -> dict[str, Any]:
        """Give the same marks to the axes of a chart (d3-format's locale definition)."""
        locale = locale_of(self.language)
        money = locale.currency_formats["standard"]
        return {
            "decimal": get_decimal_symbol(locale),
            "thousands": get_group_symbol(locale),
            "grouping": [3],
            "currency": [end[0].replace("¤", "€") for end in (money.prefix, money.suffix)],
            "percent": WORDS[self.language]["percent"].format(number=""),
            "minus": MINUS,
        }
