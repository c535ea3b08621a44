"""The values in a decision's plan: money as it was written, options, sources, distributions."""

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ligzda.evidence.errors import nearest
from ligzda.evidence.plan_reader import Reader
from ligzda.findings.decision_faults import DecisionPlanFault as Fault
from ligzda.findings.decision_plan import Amount, Source

WAYS = ("draws", "records", "evaluation", "amounts")
SOURCE = (*WAYS, "columns", "plan", "why")

# A distribution, and its arguments.
DISTRIBUTIONS = {
    "normal": "mean, SD", "gamma": "mean, SD", "beta": "mean, SD", "uniform": "low, high",
    "triangular": "low, most likely, high",
}  # fmt: skip
_WRITTEN = re.compile(r"([a-z]+)\(([^()]*)\)")


class Values(Reader):
    """Typed access to a decision's values; remembers the options, which most sections name."""

    options: tuple[str, ...] = ()

    def amount(
        self, raw: Mapping[str, Any], key: str, path: str, default: Decimal | None = None,
        *, least: float = -math.inf, most: float = math.inf,
    ) -> Decimal:  # fmt: skip
        """Return a number as it was written; without a default the key must be there."""
        if key not in raw:
            if default is None:
                raise self.fail(f"{path}.{key}", Fault.NO_NUMBER)
            return default
        value = raw[key]
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise self.fail(f"{path}.{key}", Fault.NOT_NUMBER)
        number = Decimal(value)
        if not number.is_finite() or not least <= number <= most:
            ends = {"least": _end(least), "most": _end(most)}
            raise self.fail(f"{path}.{key}", Fault.OUT_OF_RANGE.of(value=str(number), **ends))
        return number

    def whole(
        self, raw: Mapping[str, Any], key: str, path: str, default: int | None,
        *, least: int, most: int,
    ) -> int:  # fmt: skip
        """Return a whole number."""
        start = None if default is None else Decimal(default)
        number = self.amount(raw, key, path, start, least=least, most=most)
        if number != int(number):
            raise self.fail(f"{path}.{key}", Fault.NOT_WHOLE.of(value=str(number)))
        return int(number)

    def flag(self, raw: Mapping[str, Any], key: str, path: str) -> bool:
        """Return true or false; false where the key is not given."""
        value = raw.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"{path}.{key}", Fault.TRUE_OR_FALSE)
        return value

    def numbers(
        self, raw: Mapping[str, Any], key: str, path: str, *, least: float = -math.inf
    ) -> tuple[float, ...]:
        """Return a list of numbers, empty where the key is not given."""
        value = raw.get(key, [])
        if not isinstance(value, list):
            raise self.fail(f"{path}.{key}", Fault.NUMBERS)
        named = {str(place): one for place, one in enumerate(value, 1)}
        at = f"{path}.{key}"
        return tuple(float(self.amount(named, place, at, least=least)) for place in named)

    def some_options(self, raw: Mapping[str, Any], key: str, path: str) -> tuple[str, ...]:
        """Return options by their names; “all” stands for every one."""
        if raw.get(key) == "all":
            return self.options
        found = self.texts(raw, key, path)
        for one in found:
            if one not in self.options:
                raise self.fail(
                    f"{path}.{key}",
                    Fault.UNKNOWN_NAME.of(name=one, choice=nearest(one, self.options)),
                )
        return found

    def source(self, raw: Mapping[str, Any], path: str) -> Source:
        """Read where draws come from: exactly one way."""
        given = [way for way in WAYS if way in raw]
        if len(given) != 1:
            several = Fault.TWO_SOURCES.of(given=tuple(given), ways=WAYS)
            raise self.fail(path, several if given else Fault.NO_SOURCE.of(ways=WAYS))
        way = given[0]
        if ("plan" in raw) != (way == "records"):
            raise self.fail(
                f"{path}.plan",
                Fault.RECORDS_AND_PLAN,
            )
        if "columns" in raw and way != "draws":
            raise self.fail(f"{path}.columns", Fault.COLUMNS_OF_DRAWS)
        columns = {}
        if "columns" in raw:
            table = self.table(raw, "columns", path)
            self.known(f"{path}.columns", table, self.options)
            columns = {option: self.text(table, option, f"{path}.columns") for option in table}
        amounts = (
            self.amounts(self.table(raw, way, path), f"{path}.amounts") if way == WAYS[3] else {}
        )
        files = {key: self.text(raw, key, path) for key in (*WAYS[:3], "plan") if key in raw}
        return Source(
            path, columns=columns, amounts=amounts, why=self.text(raw, "why", path, ""), **files
        )

    def amounts(self, raw: Mapping[str, Any], path: str) -> dict[str, Amount]:
        """Return the stated distributions of every option."""
        self.known(path, raw, self.options)
        for option in self.options:
            if option not in raw:
                raise self.fail(f"{path}.{option}", Fault.NO_AMOUNT)
        found = {}
        for option, value in raw.items():
            years = value if isinstance(value, list) else [value]
            if not years:
                raise self.fail(f"{path}.{option}", Fault.NO_YEARS)
            found[option] = tuple(self.distribution(one, f"{path}.{option}") for one in years)
        if len({len(amount) for amount in found.values()}) > 1:
            raise self.fail(path, Fault.UNEQUAL_YEARS)
        return found

    def distribution(self, value: Any, path: str) -> tuple[str, tuple[Decimal, ...]]:
        """Read a number, or a distribution such as "gamma(5200, 520)"."""
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return "fixed", (self.amount({"amount": value}, "amount", path),)
        written = _WRITTEN.fullmatch(value.strip()) if isinstance(value, str) else None
        known = tuple(f"{name}({what})" for name, what in DISTRIBUTIONS.items())
        if written is None or written[1] not in DISTRIBUTIONS:
            raise self.fail(path, Fault.NO_DISTRIBUTION.of(text=str(value), known=known))
        parts = [part.strip() for part in written[2].split(",")]
        if len(parts) != DISTRIBUTIONS[written[1]].count(",") + 1:
            raise self.fail(path, Fault.ARGUMENTS.of(text=value, known=known))
        if not all(re.fullmatch(r"-?\d+(\.\d+)?", part) for part in parts):
            raise self.fail(path, Fault.ARGUMENTS.of(text=value, known=known))
        return written[1], tuple(Decimal(part) for part in parts)


def _end(bound: float) -> str:
    """Write the end of a range."""
    return f"{bound:g}" if math.isfinite(bound) else ("−∞" if bound < 0 else "∞")
