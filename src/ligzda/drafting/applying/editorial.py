"""Suggested punctuation: what an editor sets around a change, and the sentence does not say.

Every suggestion is marked as one; the literal result stands beside it (survey, section 6).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ligzda.drafting.acts.model import LINES, Unit
from ligzda.drafting.units import data


@cache
def editorial() -> dict[str, Any]:
    """Return ``data/editorial.yaml``."""
    found: dict[str, Any] = data("editorial.yaml")
    return found


@cache
def _starts(key: str) -> re.Pattern[str]:
    words = sorted(editorial()[key], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


@cache
def _clause() -> re.Pattern[str]:
    words = sorted(editorial()["clause_words"], key=len, reverse=True)
    joined = "|".join(map(re.escape, words))
    return re.compile(rf",\s+(?:\w+\s+)?(?:{joined})(?!\w)[^,]*$", re.IGNORECASE)


def around(text: str, start: int, end: int, *, replaced: bool) -> tuple[str, list[str]]:
    """Return a text with the commas that new words from ``start`` to ``end`` ask for.

    ``replaced`` words stand where others stood: the comma before them was there if it belongs.
    The list says which commas were set.
    """
    new = text[start:end]
    said: list[str] = []
    after = text[end:].lstrip()
    ends_clause = bool(_clause().search(new)) or bool(_starts("clause_words").match(new))
    if ends_clause and not replaced and not _starts("comma_before").match(new):
        ends_clause = bool(_clause().search(new))
    if after and after[0] not in ".,;:)—–-" and ends_clause:
        text = text[:end] + "," + text[end:]
        said.append("a comma after a subordinate clause")
    elif (
        not replaced
        and after
        and after[0] not in ".,;:)"
        and _starts("comma_before").match(new)
        and not _starts("joining").match(after)
    ):
        text = text[:end] + "," + text[end:]
        said.append("a comma after inserted words")
    before = text[:start].rstrip()
    joined = _starts("joining").match(new) or new.startswith(("(", ","))
    wanted = _starts("comma_before").match(new) or not joined
    if (
        not replaced
        and before
        and before[-1] not in ',;:.(„“"—–-'
        and wanted
        and before[-1].isalnum()
    ):
        text = before + "," + text[len(before) :]
        said.append("a comma before inserted words")
    return text, said


def after_deletion(text: str, at: int, deleted: str) -> tuple[str, list[str]]:
    """Return a text without the comma that belonged to a deleted clause."""
    before, after = text[:at].rstrip(), text[at:].lstrip()
    opener = _starts("clause_openers").match(deleted)
    if opener and before.endswith(",") and (not after or after[0] in ".;:,)"):
        return before[:-1] + text[at:].lstrip(" "), ["the comma of the deleted clause is gone"]
    return text, []


def in_style(text: str, dash: str) -> str:
    """Return new text with the dashes that the act itself prints (`dash_of`)."""
    return re.sub(r"(?<=\s)-(?=\s)", dash, text) if dash else text


def dash_of(root: Unit) -> str:
    """Return the dash that an act prints between words; empty where it is the hyphen."""
    texts = "\n".join(unit.text for unit in root.all() if unit.kind != LINES)
    counts = {dash: texts.count(f" {dash} ") for dash in "-—–"}
    most = max(counts, key=lambda dash: counts[dash])
    return most if most != "-" and counts[most] else ""
