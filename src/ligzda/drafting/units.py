"""The units of Latvian acts and their names, read once from ``data/units.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

CASES = ("nominative", "genitive", "dative", "accusative", "locative")


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A noun that names a unit; ``forms`` are five cases of the singular, then of the plural."""

    key: str
    name: str
    rank: int
    gender: str
    forms: tuple[str, ...]
    of_act: bool = False
    facet: bool = False
    named: bool = False
    plural: bool = False

    def form(self, case: str, plural: bool | None = None) -> str:
        """Return the form in a case, plural where the word lives in the plural."""
        many = self.plural if plural is None else plural
        return self.forms[CASES.index(case) + (5 if many else 0)]


def data(name: str) -> Any:
    """Return a YAML file of this room's ``data``."""
    text = files("ligzda.drafting").joinpath("data", name).read_text("utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def unit_words() -> dict[str, UnitWord]:
    """Return every unit by its key."""
    found = {}
    for key, row in data("units.yaml").items():
        flags = {flag: bool(row.get(flag)) for flag in ("of_act", "facet", "named", "plural")}
        found[key] = UnitWord(
            key, row["name"], row["rank"], row["gender"], tuple(row["forms"]), **flags
        )
    return found


@cache
def by_name() -> dict[str, str]:
    """Return the key of each name of the exchange schema; the first of several counts."""
    found: dict[str, str] = {}
    for key, word in unit_words().items():
        found.setdefault(word.name, key)
    return found


def rank(key: str) -> int:
    """Return how far out a unit stands: 0 is the act itself."""
    return unit_words()[key].rank
