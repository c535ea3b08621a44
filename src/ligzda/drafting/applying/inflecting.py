"""Words ``attiecīgā locījumā``: each hit with its proposed form, for a person to confirm.

The sentence gives old and new words in the nominative; the text has them in any case. The hits are
the act's own word forms that share the stems in the same order; the ending of the head noun says
the case, and the new words are declined to it, head and agreeing words, and every member of a
co-ordinated phrase (survey, section 5). What agrees with the noun elsewhere in the sentence is not
covered by the formula and stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ligzda.drafting.acts.model import Unit
from ligzda.drafting.units import CASES, data

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One hit: where it stands in its text, the form that stands there, the form proposed.

    ``case`` is the case and number by which it was declined; ``sure`` is False where several fit
    and differ, or the new words have no regular form.
    """

    start: int
    end: int
    old: str
    new: str
    case: str
    sure: bool


@cache
def _tables() -> dict[str, Any]:
    found: dict[str, Any] = data("declensions.yaml")
    return found


def forms(word: str, *, adjective: bool = False) -> list[list[str]]:
    """Return the paradigms a nominative can have: ten cells each (singular, then plural)."""
    found = []
    tables = _tables()["adjectives" if adjective else "nouns"]
    for row in tables.values():
        ending = row["ending"]
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        stem = word[: -len(ending)] + row.get("keep", "")
        soft = _softened(stem)
        cells = [
            (soft if n in row.get("soft", ()) else stem) + cell.removeprefix(row.get("keep", " "))
            for n, cell in enumerate(row["cells"])
        ]
        cells[0] = word
        found.append(cells)
    return found


def _softened(stem: str) -> str:
    table: dict[str, str] = _tables()["soft"]
    for length in (2, 1):
        if stem[-length:] in table:
            return stem[:-length] + table[stem[-length:]]
    return stem


def proposals(attested: frozenset[str], text: str, old: str, new: str) -> list[Proposal]:
    """Return every hit of the old words, in any case, with the new words in the same."""
    found = []
    for match, cells in _matches(text, old, attested):
        ranked = _preferred(text, match.start(), cells)
        options = {_declined(new, cell, attested) for cell in ranked}
        chosen = _declined(new, ranked[0], attested)
        if match[0][:1].isupper() and old[:1].islower():
            chosen = chosen[:1].upper() + chosen[1:]
        if _stands(text, match.start(), match.end(), chosen, match[0]):
            continue
        name = f"{CASES[ranked[0] % 5]}, {'plural' if ranked[0] >= 5 else 'singular'}"
        found.append(
            Proposal(match.start(), match.end(), match[0], chosen, name, len(options) == 1)
        )
    return found


def attested_forms(root: Unit) -> frozenset[str]:
    """Return every word form of the act: its own forms decide between paradigms."""
    return frozenset(word for unit in root.all() for word in _WORD.findall(unit.text.lower()))


def _likeliest(paradigms: list[list[str]], attested: frozenset[str]) -> list[list[str]]:
    """Return the paradigms of which the act itself shows the most forms; regular ones first."""
    shown = [len({form.lower() for form in each[1:]} & attested) for each in paradigms]
    best = max(shown, default=0)
    return [each for each, count in zip(paradigms, shown, strict=True) if count == best][:1]


def _stands(text: str, start: int, end: int, new: str, old: str) -> bool:
    """Return whether the new words stand there already (they may contain the old)."""
    at = new.lower().find(old.lower())
    return (
        at >= 0
        and len(new) > len(old)
        and (text[max(0, start - at) : start - at + len(new)].lower() == new.lower())
    )


@lru_cache(maxsize=256)
def _pattern(
    old: str, attested: frozenset[str]
) -> tuple[re.Pattern[str], list[dict[str, set[int]]]]:
    """Return what finds the phrase in any case: per word its forms and their cells."""
    words = _WORD.findall(old)
    tables: list[dict[str, set[int]]] = []
    for place, word in enumerate(words):
        cells: dict[str, set[int]] = {}
        last = place == len(words) - 1
        options = _likeliest(forms(word), attested)
        options += [] if last else forms(word, adjective=True)
        options += (
            [[form[:1].upper() + form[1:] for form in each] for each in options]
            if not place
            else []
        )
        for paradigm in options:
            for cell, form in enumerate(paradigm):
                cells.setdefault(form, set()).add(cell)
        if not last:  # a genitive attribute stays as it is in every case
            cells.setdefault(word, set()).update(range(10))
        cells.setdefault(word, set()).update({0} if last else range(10))
        if not place:
            cells.setdefault(word[:1].upper() + word[1:], set()).update({0} if last else range(10))
        tables.append(cells)
    parts = ["(" + "|".join(map(re.escape, sorted(c, key=len, reverse=True))) + ")" for c in tables]
    return re.compile(r"(?<!\w)" + r"[\s,]+".join(parts) + r"(?!\w)"), tables


def _matches(
    text: str, old: str, attested: frozenset[str]
) -> list[tuple[re.Match[str], list[int]]]:
    pattern, tables = _pattern(old, attested)
    found = []
    for match in pattern.finditer(text):
        cells = set(range(10))
        for word, table in zip(match.groups(), tables, strict=True):
            cells &= table[word]
        if cells:
            found.append((match, sorted(cells)))
    return found


_DATIVE_AFTER = re.compile(r"(?:\bno|\bar|\blīdz|\bpie|\bpar|\bbez|\buz|\bpēc|\bkopā ar)\s+$")


def _preferred(text: str, start: int, cells: list[int]) -> list[int]:
    """Return the cells in the order of likelihood: a noun that follows makes a genitive likely."""
    after_preposition = _DATIVE_AFTER.search(text[:start])
    order = [0, 1, 3, 4, 2, 6, 5, 8, 9, 7]
    if after_preposition:
        order = [3, 1, 2, 8, 7, 6, 4, 0, 9, 5]
    elif start and text[:start].rstrip()[-1:] not in {"", "."}:
        order = [1, 3, 0, 4, 2, 6, 8, 5, 9, 7]
    return sorted(cells, key=order.index)


def _declined(phrase: str, cell: int, attested: frozenset[str] = frozenset()) -> str:
    """Return a phrase in the nominative, declined: its heads and what agrees with them."""
    joining = _tables()["joining"]
    pieces = re.split(rf"(,\s+|\s+(?:{'|'.join(joining)})\s+)", phrase)
    return "".join(
        piece if n % 2 else _member(piece, cell, attested) for n, piece in enumerate(pieces)
    )


def _member(phrase: str, cell: int, attested: frozenset[str]) -> str:
    words = phrase.split(" ")
    head = words[-1]
    paradigms = _likeliest(forms(head), attested)
    if not paradigms:
        return phrase
    paradigm = paradigms[0]
    words[-1] = paradigm[cell]
    feminine = head[-1:] in {"a", "e"}
    for place, word in enumerate(words[:-1]):
        if _agrees(word, feminine=feminine):
            words[place] = _adjective(word, cell)
    return " ".join(words)


def _agrees(word: str, *, feminine: bool) -> bool:
    """Return whether a word before the head is an adjective in its gender (not a genitive)."""
    if feminine:
        return word.endswith("ā")
    return word.endswith("ais")


def _adjective(word: str, cell: int) -> str:
    options = forms(word, adjective=True)
    return options[0][cell] if options else word


def table(old: str, new: str) -> list[tuple[str, str]]:
    """Return the ten forms of old and new side by side, for the page where a person confirms."""
    cells = zip(
        *([_declined(each, cell) for cell in range(10)] for each in (old, new)), strict=True
    )
    return list(dict.fromkeys(cells))
