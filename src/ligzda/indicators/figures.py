"""Counts as figures: the number that a kind of indicator shows, how sure it is, what is left out.

A share has Wilson's 95 % score interval, a mean Student's (none below 2), a ratio to a number of
people that of their number as a Poisson count. A sum, a number of things and a median have none:
they are not estimates of anything.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scipy.special import stdtrit

from ligzda.indicators.counting import COUNTED
from ligzda.indicators.dictionary import Indicator, dictionary
from ligzda.trial.power.verdict import wilson

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Figure:
    """A number. `value` is None where nothing is counted or nothing can be divided by.

    `counted`: of how many units; `left_out`: reason → how many; `key`: values of the splits.
    """

    code: str
    key: Key
    moment: str
    category: str
    value: float | None
    counted: int
    low: float | None = None
    high: float | None = None
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def entry(self) -> Indicator:
        """The indicator."""
        return dictionary()[self.code]

    @property
    def missing(self) -> int:
        """How many are left out."""
        return sum(self.left_out.values())


def figures(
    code: str, records: Iterable[Mapping[str, Any]], by: Sequence[str] = ()
) -> list[Figure]:
    """Return the figures of an indicator from its counts, in the dictionary's order."""
    entry = dictionary()[code]
    groups: dict[tuple[Key, str], list[Mapping[str, Any]]] = {}
    for row in records:
        key = tuple(row[name] for name in by)
        groups.setdefault((key, row["moment"] or ""), []).append(row)
    found = [
        figure for (key, moment), rows in groups.items() for figure in _of(entry, key, moment, rows)
    ]
    categories, moments = list(entry.categories), list(entry.when)
    return sorted(
        found,
        key=lambda one: (
            str(one.key),
            moments.index(one.moment) if one.moment in moments else -1,
            categories.index(one.category) if one.category in categories else -1,
            one.category,
        ),
    )


def _of(entry: Indicator, key: Key, moment: str, rows: Sequence[Mapping[str, Any]]) -> list[Figure]:
    if entry.kind == "ratio":
        return [_ratio(entry, key, moment, rows)]
    if entry.kind == "category":
        out = _left_out(rows)
        whole = sum(row[COUNTED] for row in rows if row["left_out"] is None)
        return [
            Figure(entry.code, key, moment, row["category"] or "", row[COUNTED], whole,
                   left_out=out if number == 0 else {})
            for number, row in enumerate(
                sorted(
                    (row for row in rows if row["left_out"] is None),
                    key=lambda row: _place(entry, row["category"]),
                )
            )
        ] or [Figure(entry.code, key, moment, "", None, 0, left_out=out)]  # fmt: skip
    return [
        _number(
            entry, key, moment, category, [r for r in rows if (r["category"] or "") == category]
        )
        for category in dict.fromkeys(row["category"] or "" for row in rows)
    ]


def _place(entry: Indicator, category: str | None) -> int:
    names = list(entry.categories)
    return names.index(category) if category in names else len(names)


def _left_out(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows:
        if row["left_out"] is not None:
            found[row["left_out"]] = found.get(row["left_out"], 0) + row[COUNTED]
    return found


def _number(
    entry: Indicator, key: Key, moment: str, category: str, rows: Sequence[Mapping[str, Any]]
) -> Figure:
    out = _left_out(rows)
    kept = next((row for row in rows if row["left_out"] is None), None)
    if kept is None:
        return Figure(entry.code, key, moment, category, None, 0, left_out=out)
    n, total = int(kept[COUNTED]), float(kept["total"] or 0)
    low = high = None
    match entry.kind:
        case "count":
            value: float | None = n
        case "sum":
            value = total
        case "median":
            value = kept["median"]
        case "share":
            value = total / n
            low, high = wilson(value, n)
        case _:
            value = total / n
            low, high = _of_mean(value, n, float(kept["squares"] or 0))
    return Figure(entry.code, key, moment, category, value, n, low, high, out)


def _of_mean(mean: float, n: int, squares: float) -> tuple[float | None, float | None]:
    if n < 2:
        return None, None
    variance = max(0.0, (squares - n * mean**2) / (n - 1))
    half = float(stdtrit(n - 1, 0.975)) * math.sqrt(variance / n)
    return mean - half, mean + half


def _ratio(entry: Indicator, key: Key, moment: str, rows: Sequence[Mapping[str, Any]]) -> Figure:
    """Divide what stands above by what stands below, of which the units are counted.

    What is divided by is a number of people: its interval as a Poisson count gives the ratio's.
    """
    kept = [row for row in rows if row["left_out"] is None]
    above = sum(float(row["total"] or 0) for row in kept if row["category"] == "above")
    below = sum(int(row[COUNTED]) for row in kept if row["category"] == "below")
    if not below or not any(row["category"] == "above" for row in kept):
        return Figure(entry.code, key, moment, "", None, below)
    low, high = poisson(below)
    return Figure(entry.code, key, moment, "", above / below, below, above / high, above / low)


def poisson(n: int) -> tuple[float, float]:
    """Return the exact 95 % interval of the mean of a count (Garwood 1936); `n` at least 1."""
    from scipy.stats import chi2

    return float(chi2.ppf(0.025, 2 * n) / 2), float(chi2.ppf(0.975, 2 * n + 2) / 2)
