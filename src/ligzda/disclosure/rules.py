"""Which cells may not be published, by themselves, and what range each must keep.

The rules are the European ones (ESS handbook, chapters 4.2, 5.2, 5.3) with one that is stricter:
every suppressed small count keeps the whole range from nought to the threshold.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ligzda.disclosure.codes import Fault, Reason
from ligzda.disclosure.errors import DisclosureError
from ligzda.disclosure.tables import COUNT, Contributions, Place, Table
from ligzda.disclosure.trees import TOTAL


@dataclass(frozen=True)
class Rules:
    """Threshold of people; `dominance`: the p of the p % rule, in percent, which stays secret."""

    threshold: int = 5
    least_contributors: int = 3
    dominance: float | None = field(default=None, repr=False)
    extremes_from: int = 10
    """A smallest, largest or middle value of fewer people is never published."""

    def __post_init__(self) -> None:
        if self.threshold < 1:
            raise DisclosureError(Fault.THRESHOLD, threshold=self.threshold)
        # No figure goes into this refusal: p stays secret even where it is wrong.
        if self.dominance is not None and not 0 < self.dominance <= 100:
            raise DisclosureError(Fault.DOMINANCE)


@dataclass(frozen=True)
class Need:
    """Why a cell is suppressed, and the range that no attacker may narrow: `low` to `high`."""

    reason: Reason
    low: float
    high: float


def may_follow(count: float, rules: Rules, *, suppressed: bool) -> bool:
    """Whether a percentage or a mean of so many people may be published: as their count is."""
    return not suppressed and count >= rules.threshold


def may_show_extremes(count: float, rules: Rules) -> bool:
    """Whether a minimum, maximum or median of so many people may be published."""
    return count >= rules.extremes_from


def primaries(table: Table, rules: Rules) -> dict[Place, Need]:
    """Return the cells that must be suppressed, each with the range that it keeps."""
    if table.measure == COUNT:
        return _of_people(table, rules)
    return _of_money(table, rules)


def _of_people(table: Table, rules: Rules) -> dict[Place, Need]:
    found: dict[Place, Need] = {}
    few = rules.threshold
    for place, value in table.values.items():
        if place in table.structural:
            continue
        if 0 < value < few:
            found[place] = Need(Reason.SMALL, 0, few)
        elif not value and _zero_tells(table, place):
            found[place] = Need(Reason.SAMPLING_ZERO, 0, few)
    for place, need in _full_categories(table, few):
        found.setdefault(place, need)
    return found


def _zero_tells(table: Table, place: Place) -> bool:
    """Whether a zero says of people who are there that they are not in a sensitive category.

    Where the whole group is empty, nobody is told anything about.
    """
    pairs = list(zip(table.dimensions, place, strict=True))
    if not any(each.sensitive and code != TOTAL for each, code in pairs):
        return False
    group = tuple(TOTAL if each.sensitive else code for each, code in pairs)
    return table.values[group] > 0


def _full_categories(table: Table, few: int) -> Iterable[tuple[Place, Need]]:
    """Yield sensitive categories that hold everybody of their group, or all but one."""
    for dimension, above, cells in table.lines():
        people = table.values[above]
        if not dimension.sensitive or people < few:
            continue
        possible = [place for place in cells if place not in table.structural]
        if len(possible) < 2:
            continue  # it is known beforehand that there is one category only
        fullest = max(possible, key=table.values.__getitem__)
        most = table.values[fullest]
        if most >= people - 1:
            reason = Reason.GROUP if most == people else Reason.ALL_BUT_ONE
            yield fullest, Need(reason, max(most - few, 0), most)


def _of_money(table: Table, rules: Rules) -> dict[Place, Need]:
    if rules.dominance is None:
        raise DisclosureError(Fault.DOMINANCE_MISSING)
    everybody = table.contributions[table.top]
    mean = everybody.total / max(everybody.number, 1)
    found: dict[Place, Need] = {}
    for place, given in table.contributions.items():
        if place in table.structural or not given.number:
            continue
        if not given.total:
            found[place] = Need(Reason.VALUE_ZERO, 0, rules.dominance / 100 * mean)
        elif reason := dominated(given, rules):
            lacking = max(_lacking(given, rules.dominance), 0)
            found[place] = Need(reason, max(given.total - lacking, 0), given.total + lacking)
    return found


def dominated(given: Contributions, rules: Rules) -> Reason | None:
    """Say which rule a sum of money breaks: too few add to it, or p % (handbook, 4.2)."""
    if given.number < rules.least_contributors:
        return Reason.FEW_CONTRIBUTORS
    if rules.dominance is not None and _lacking(given, rules.dominance) > 0:
        return Reason.DOMINANCE
    return None


def _lacking(given: Contributions, p: float) -> float:
    """Return p % of the largest, less what all but the two largest add: its protection level."""
    rest = math.fsum((given.total, -given.first, -given.second))
    return p / 100 * given.first - max(rest, 0)


def published_value(value: float, measure: str) -> float | int:
    """Return a figure as it is written: people whole, money in cents."""
    return round(value) if measure == COUNT else round(value, 2)


Needs = Mapping[Place, Need]
