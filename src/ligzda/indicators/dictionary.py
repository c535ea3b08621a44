"""The outcome dictionary (data/dictionary.yaml): what is counted, in which unit, by which rule.

It is closed: whoever wants another indicator writes it here, with a function of its code in
`definitions`, or keeps it in the drawer of their municipality, which is never aggregated. Pure: no
Django.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).resolve().parent / "data" / "dictionary.yaml"

Said = Mapping[str, str]
"""A text by language."""

LEVELS = ("person", "stay", "activity", "enterprise", "site", "network")
KINDS = ("count", "share", "category", "mean", "median", "sum", "ratio")
"""What a number is: how many rows; which share of them (0 or 1); how many of each category; mean
or median of a value; its sum; a sum over another (categories `above` and `below`)."""


@dataclass(frozen=True)
class Version:
    """A version of a rule: since when it holds, and what it changed."""

    number: int
    since: datetime.date
    change: Said


@dataclass(frozen=True)
class Indicator:
    """An entry. `unit`: what one counted thing is called, in the singular and in the plural."""

    code: str
    level: str
    kind: str
    when: tuple[str, ...]
    sources: tuple[str, ...]
    name: Said
    definition: Said
    formula: Said
    unit: Said
    units: Said
    measure: str
    """What a value is measured in, such as EUR; empty where rows are counted."""
    categories: Mapping[str, Said]
    left_out: Mapping[str, Said]
    versions: tuple[Version, ...]
    to_be_checked: Said = field(default_factory=dict)

    @property
    def version(self) -> int:
        """The number of the rule in force."""
        return self.versions[-1].number


@cache
def dictionary() -> Mapping[str, Indicator]:
    """Return the entries by code, in the order of the file."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return {row["code"]: _indicator(row, content) for row in content["indicators"]}


@cache
def moments() -> Mapping[str, Said]:
    """Return what the moments of outcomes are called, by code."""
    found: dict[str, Said] = yaml.safe_load(_FILE.read_text("utf-8"))["moments"]
    return found


def _indicator(row: Mapping[str, Any], content: Mapping[str, Any]) -> Indicator:
    if row["level"] not in LEVELS or row["kind"] not in KINDS:
        raise ValueError(f"{row['code']}: {row['level']} or {row['kind']} is not known")
    unit = content["units"][row["unit"]]
    named = row.get("categories", {})
    return Indicator(
        code=row["code"],
        level=row["level"],
        kind=row["kind"],
        when=tuple(row["when"]),
        sources=tuple(row["sources"]),
        name=row["name"],
        definition=row["definition"],
        formula=row["formula"],
        unit={code: unit[code][0] for code in unit},
        units={code: unit[code][1] for code in unit},
        measure=row.get("measure", ""),
        categories=content["categories"][named] if isinstance(named, str) else named,
        left_out={reason: content["left_out"][reason] for reason in row.get("left_out", ())},
        versions=tuple(
            Version(each["number"], each["since"], each["change"]) for each in row["versions"]
        ),
        to_be_checked=row.get("to_be_checked", {}),
    )
