"""What a line of an act is, by its label (``data/labels.yaml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ligzda.drafting.numbers import as_written, marked
from ligzda.drafting.units import data

SHORT = 80
"""Signs of the longest line that can be the label of an annex."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label found: what it begins, its number, as printed; what follows it on the line."""

    kind: str
    number: str
    lead: str
    rest: str
    marks: frozenset[str] = frozenset()


@cache
def rows() -> dict[str, Any]:
    """Return ``data/labels.yaml``."""
    found: dict[str, Any] = data("labels.yaml")
    return found


@cache
def rule(name: str) -> re.Pattern[str]:
    """Return one of the single patterns."""
    return re.compile(rows()[name], re.MULTILINE)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str], frozenset[str]]]:
    marks = ("word", "whole", "short", "bracket", "letter", "dash")
    return [
        (row["kind"], re.compile(row["pattern"]), frozenset(m for m in marks if row.get(m)))
        for row in rows()["labels"]
    ]


@lru_cache(maxsize=4096)
def label_of(line: str) -> Label | None:
    """Return the label with which a line begins, if it has one."""
    for kind, pattern, marks in _patterns():
        found = pattern.match(line)
        if not found:
            continue
        if "short" in marks and len(line) > SHORT:
            continue
        whole = "whole" in marks
        number = _number(found, marks) if not whole else ""
        if number is None:
            continue
        lead = "" if whole and kind in {"legal_basis"} else found[0]
        return Label(kind, number, lead, line[len(lead) :], marks)
    return None


def _number(found: re.Match[str], marks: frozenset[str]) -> str | None:
    if "dash" in marks:
        return ""
    first = found[1] or ""
    if "word" in marks:
        words: dict[str, str] = rows()["numeral_words"]
        return words.get(first)
    raised = (
        next((group for group in found.groups()[1:] if group), "") if found.re.groups > 1 else ""
    )
    number = as_written(first)
    return (
        f"{number}^{marked('0' + raised).rpartition('^')[2] if not raised.isdigit() else raised}"
        if raised
        else number
    )


def is_remark(text: str) -> bool:
    """Return whether a line is a note of earlier amendments."""
    return bool(rule("remark").match(text))


def is_placeholder(text: str) -> bool:
    """Return whether a text only says that its unit was deleted."""
    return text.startswith("(") and bool(rule("placeholder").match(text))
