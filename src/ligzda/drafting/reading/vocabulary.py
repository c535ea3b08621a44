"""The words of amending sentences, looked up by form: what is a unit, a number, a verb."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ligzda.drafting.units import CASES, data, unit_words

LAST = "last"


@cache
def vocabulary() -> dict[str, Any]:
    """Return ``data/vocabulary.yaml``."""
    found: dict[str, Any] = data("vocabulary.yaml")
    return found


@cache
def unit_forms() -> dict[str, tuple[str, frozenset[str], bool]]:
    """Return form → (unit, cases it can stand in, whether it is a plural form only)."""
    found: dict[str, tuple[str, frozenset[str], bool]] = {}
    for key, word in unit_words().items():
        if " " in word.forms[0] or key in {"legal_basis", "reference", "item_group", "footnote"}:
            continue
        for place, form in enumerate(word.forms):
            case = CASES[place % 5]
            before = found.get(form)
            if before and before[0] == key:
                found[form] = (key, before[1] | {case}, before[2] and place >= 5)
            elif not before:
                found[form] = (key, frozenset({case}), place >= 5)
    return found


@cache
def ordinals() -> dict[str, str]:
    """Return form → number (``otrajā`` → ``2``; ``pēdējo`` → ``last``)."""
    rows = vocabulary()["ordinals"]
    endings = {*rows["masculine"], *rows["feminine"]}
    found = {
        stem + ending: str(number)
        for number, stem in enumerate(rows["stems"], 1)
        for ending in endings
    }
    for ten, value in rows["tens"].items():
        found |= {ten + ending: str(value) for ending in endings}
        for number, stem in enumerate(rows["stems"][:9], 1):
            for ending in endings:
                found[f"{ten} {stem}{ending}"] = str(value + number)
    found |= {rows["last"] + ending: LAST for ending in endings}
    return found


@cache
def ordinal(number: int, gender: str, case: str) -> str:
    """Return an ordinal word in a case of the singular (1 to 39)."""
    rows = vocabulary()["ordinals"]
    ending = rows["masculine" if gender == "m" else "feminine"][CASES.index(case)]
    if number > len(rows["stems"]):
        ten = next(word for word, value in rows["tens"].items() if value == number // 10 * 10)
        return f"{ten} {rows['stems'][number % 10 - 1]}{ending}"
    return f"{rows['stems'][number - 1]}{ending}"


@cache
def word_kinds() -> dict[str, str]:
    """Return single words and verbs → the terminal of the grammar."""
    rows = vocabulary()
    found: dict[str, str] = {}
    for terminal, forms in {**rows["words"], **rows["verbs"]}.items():
        found |= dict.fromkeys(forms.split("|"), terminal)
    return found


@cache
def pattern(*keys: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return a regular expression of the vocabulary, by its keys."""
    row: Any = vocabulary()
    for key in keys:
        row = row[key]
    return re.compile(row, flags)


@cache
def verb() -> re.Pattern[str]:
    """Return what matches any verb of an operation."""
    return re.compile(r"\b(?:" + "|".join(vocabulary()["verbs"].values()) + r")\b", re.IGNORECASE)


@cache
def item_start() -> re.Pattern[str]:
    """Return what matches where a new item of an amending act begins, at the start of a line.

    A number or a letter, then a verb, a heading, a closing formula, or “un” with which the item
    goes on; a numbered line inside new text has none of them.
    """
    verbs = "|".join(vocabulary()["verbs"].values())
    number = r"(?:(?:\d+(?:\.\d+)*[.)]?|[a-z]\))\s+|\d+(?:\.\d+)*\.)?"
    starts, heading = vocabulary()["item_starts"], vocabulary()["heading_line"]
    target = vocabulary()["target_first"]
    return re.compile(
        rf"\s*{number}(?:(?:{verbs})\b|{starts}|{target})|\s*(?:{heading}|un\s)",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def in_line() -> re.Pattern[str]:
    """Return what matches an item that stands in one line with the one before it."""
    verbs = "|".join(vocabulary()["verbs"].values())
    heading = r"(?:[^\n:\"\ue000]{0,120}(?:ā|os|ē|ī):\s+)?"
    number = r"\d+(?:\.\d+)*\.\s+"
    return re.compile(
        rf"{number}{heading}(?:{verbs})\b|(?:{number})?{vocabulary()['in_line']}", re.IGNORECASE
    )
