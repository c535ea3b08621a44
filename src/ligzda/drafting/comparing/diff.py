"""Two texts compared word by word: what is kept, deleted, added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from ligzda.drafting.acts.model import LINES, NOTE, Act, Unit
from ligzda.drafting.numbers import marked
from ligzda.drafting.units import unit_words

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words: ``kept``, ``deleted`` or ``added``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A unit that differs: its name, its text before and after (empty where it is not there)."""

    name: str
    before: str
    after: str


def words(before: str, after: str) -> list[Run]:
    """Return the runs of two texts, in reading order; deleted words stand before added ones."""
    a, b = _WORD.findall(before), _WORD.findall(after)
    runs: list[Run] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("kept", "".join(a[i1:i2])))
            continue
        if i1 < i2:
            runs.append(Run("deleted", "".join(a[i1:i2])))
        if j1 < j2:
            runs.append(Run("added", "".join(b[j1:j2])))
    return runs


def rows(before: Act, after: Act) -> list[Row]:
    """Return every section or top-level point that differs, in the order of the act after."""
    old, new = _units(before.root), _units(after.root)
    names = list(new) + [name for name in old if name not in new]
    return [
        Row(name, old.get(name, ""), new.get(name, ""))
        for name in names
        if old.get(name, "") != new.get(name, "")
    ]


def _units(root: Unit) -> dict[str, str]:
    found: dict[str, str] = {}
    loose = 0

    def gather(unit: Unit, outer: str) -> None:
        nonlocal loose
        for child in unit.children:
            name = outer + _name(child)
            if child.kind in {"chapter", "division", "subchapter", "transitional", "annex"}:
                gather(child, f"{name}, " if child.kind in {"transitional", "annex"} else outer)
            elif child.kind in {NOTE, LINES, "heading"} or not child.number:
                loose += 1
                found[f"{outer}{child.kind} {loose}"] = child.render().strip()
            else:
                found[name] = child.render().strip()

    gather(root, "")
    return found


def _name(unit: Unit) -> str:
    word = unit_words().get(unit.kind)
    return (
        f"{unit.number}. {word.name}"
        if word and unit.number
        else (word.name if word else unit.kind)
    )


def normal(text: str) -> str:
    """Return a text without what copies differ in: dashes, marks, blanks, raised figures."""
    text = re.sub(r"[-–—]", "-", marked(text))
    return re.sub(r"\s+", " ", re.sub(r"[\"“”„«»]|''", '"', text)).strip()
