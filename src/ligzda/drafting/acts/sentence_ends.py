"""Sentences as units: where one ends, in texts full of ordinals, abbreviations and references."""

from __future__ import annotations

import re
from functools import cache

from ligzda.drafting.acts.labels import rows

_STOP = re.compile(r"[.!?][\"”»)]*(?=\s+[\"“„«(]*[A-ZĀČĒĢĪĶĻŅŠŪŽ])|[.!?][\"”»)]*\s*$")
_BEFORE = re.compile(r"(\S+)$")
_ORDINAL = re.compile(r"[(„“\"]?\d+(?:[.\^]\d+)*[¹²³⁴⁵⁶⁷⁸⁹]*$|^[IVXL]+$|^[A-ZĀČĒĢĪĶĻŅŠŪŽ]$")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(rows()["abbreviations"])


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence; an ordinal's or an abbreviation's stop ends none.

    A stop after a number ends a sentence only where a capital letter follows and the number is not
    an ordinal of what follows; that cannot be told, so a number never ends a sentence, except the
    last.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        before = _BEFORE.search(text[start : stop.start()])
        word = before[1] if before else ""
        last = not text[stop.end() :].strip()
        bare = word.lstrip('("„“')
        if not last and (_ORDINAL.search(word) or bare in _abbreviations()):
            continue
        spans.append((start, stop.end()))
        start = stop.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if start < len(text.rstrip()):
        spans.append((start, len(text.rstrip())))
    return spans
