"""References inside an act, and those that a change leaves without what they point to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ligzda.drafting.acts.finding import find
from ligzda.drafting.acts.model import LINES, NOTE, Act, Index, Unit
from ligzda.drafting.errors import DraftingError
from ligzda.drafting.linting.finding import Finding, path_at, shown
from ligzda.drafting.operations import Action, Operation, Path
from ligzda.drafting.reading.sentences import heading_paths
from ligzda.drafting.reading.tokens import tokens
from ligzda.drafting.reading.vocabulary import pattern

_NAMING = frozenset({"NUM", "ORDINAL", "LETTER", "UNIT", "RANGE", "SEP", "FROM", "TO", "AND"})
_LONGEST = 160


def references(root: Unit) -> Iterator[tuple[Index, str, tuple[Path, ...]]]:
    """Yield each reference to the act itself: the unit it stands in, its words, its addresses.

    Only what says so is one (``šā likuma``, ``šā panta``): a bare number may be another act's.
    """
    for at, unit in root.walk():
        if unit.kind in {NOTE, LINES} or not unit.text:
            continue
        for own in pattern("own_reference").finditer(unit.text):
            ahead = tokens(unit.text[own.end() : own.end() + _LONGEST], ())
            run = list(takewhile(lambda token: token.type in _NAMING, ahead))
            while run and run[-1].type != "UNIT":
                run.pop()
            if not run:
                continue
            end = own.end() + (run[-1].start_pos or 0)
            while end < len(unit.text) and unit.text[end].isalpha():
                end += 1
            named = heading_paths(unit.text[own.end() : end] + ":")
            base = _base(path_at(root, at), own["within"].lower())
            if named and base is not None:
                yield at, unit.text[own.start() : end], tuple(base + path for path in named)


def _base(path: Path, word: str) -> Path | None:
    """Return the address that ``šā panta`` stands for; nothing for the whole act."""
    unit = {"panta": "section", "daļas": "part", "punkta": "point"}.get(word)
    if unit is None:
        return ()
    for place, step in enumerate(path):
        if step.unit == unit:
            return path[: place + 1]
    return None


def dangling(before: Act, after: Act, operations: list[Operation]) -> list[Finding]:
    """Return the references of the text after, whose target was there before and is no more."""
    moved = {path for each in operations if each.action is Action.RENUMBER for path in each.targets}
    found: dict[Finding, None] = {}
    for at, words, paths in references(after.root):
        for path in paths:
            rule = ""
            if any(path[: len(old)] == old for old in moved):
                rule = "moved_reference"
            elif _stands(before, path) and not _stands(after, path):
                rule = "dangling_reference"
            if rule:
                details = (("quoted", words), ("target", shown(path)))
                found[Finding(rule, shown(path_at(after.root, at)), details)] = None
    return list(found)


def _stands(act: Act, path: Path) -> bool:
    try:
        index = find(act.root, path).index
    except DraftingError:
        return False
    return not any(act.root.get(index[:length]).deleted for length in range(len(index) + 1))
