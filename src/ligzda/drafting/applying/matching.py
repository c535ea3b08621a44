"""Quoted words found in a text: dashes, quotation marks, blanks and superscripts alike."""

from __future__ import annotations

import re
from functools import lru_cache

from ligzda.drafting.numbers import RAISED, marked

_TOKEN = re.compile(r"\s+|[-–—]|[\"“”„«»]|''|\^\d+|\d+|\w+|.", re.DOTALL)
_DASH, _QUOTE = "[-–—]", "(?:[\"“”„«»]|'')"


@lru_cache(maxsize=2048)
def matcher(words: str) -> re.Pattern[str]:
    """Return a pattern of whole words, case-sensitive (one act changes only a capital letter).

    A blank may be missing after a stop and stand where there was none (``10.pants``); ``82.1``
    matches 82.¹ in every writing, because copies of acts lose the superscript.
    """
    text = marked(words.strip())
    pieces: list[str] = []
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else ""
        if token.isspace():
            pieces.append(r"\s*" if before in {".", "-", "–", "—"} else r"\s+")
        elif token in "-–—":
            pieces.append(_DASH)
        elif token in '"“”„«»' or token == "''":
            pieces.append(_QUOTE)
        elif token.startswith("^") or (token.isdigit() and before == "." and place > 1):
            figure = token.lstrip("^")
            pieces.append(rf"(?:\^?{figure}|{figure.translate(RAISED)})")
        else:
            after_stop = before == "." and (token[0].isalpha() or token[0].isdigit())
            pieces.append((r"\s*" if after_stop else "") + re.escape(token))
    body = "".join(pieces)
    start = r"(?<!\w)" if text[:1].isalnum() else ""
    end = r"(?!\w)" if text[-1:].isalnum() else ""
    return re.compile(start + body + end)


def hits(text: str, words: str, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
    """Return every place of some words between two signs of a text."""
    return list(matcher(words).finditer(text, start, len(text) if end is None else end))


def anchored(text: str, anchor: str, words: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where words stand right after an anchor (a comma may stand between)."""
    found = []
    for at in hits(text, anchor, start, end):
        follow = re.compile(r"[\s,]*").match(text, at.end())
        assert follow
        hit = matcher(words).match(text, follow.end(), end)
        if hit is None:
            nearest = matcher(words).search(text, at.end(), end)
            hit = nearest
        if hit:
            found.append(hit.span())
    return found


def without(text: str, start: int, end: int) -> str:
    """Return a text without a span, and without the blank that it leaves double or stray."""
    before, after = text[:start], text[end:]
    if before[-1:].isspace() or not before:
        after = after.lstrip(" ")
    if after[:1] in {".", ";", ",", ":", ")"} or not after:
        before = before.rstrip(" ")
    elif (
        before
        and after
        and not before[-1].isspace()
        and not after[0].isspace()
        and (after[0].isalnum() and before[-1] not in '(„“"«')
    ):
        before += " "
    return before + after


def with_inserted(text: str, at: int, words: str) -> tuple[str, int, int]:
    """Return a text with words put at a place, blanks set, and the span of the new words."""
    before, after = text[:at], text[at:]
    left = "" if not before or before[-1].isspace() or words[:1] in ",.;:)" else " "
    right = "" if not after or after[0].isspace() or after[0] in ',.;:)”"' else " "
    start = len(before) + len(left)
    return before + left + words + right + after, start, start + len(words)
