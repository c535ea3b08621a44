"""The layout of copies set right: every item on a line of its own, its number apart from its words.

Some copies print a whole act in one line, some ``3.1.pantā:`` for the third item, on section 1.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from ligzda.drafting.reading.quotes import Masked
from ligzda.drafting.reading.vocabulary import in_line, vocabulary


@cache
def _parted() -> re.Pattern[str]:
    """Return what matches the blank before an item in line; after a figure a stop ends nothing."""
    ended = r"(?:(?<=[;:\ue001])|(?<=[^\d]\.))"
    return re.compile(rf"{ended}[ \t](?=[ \t]*(?:{in_line().pattern}))", re.IGNORECASE)


@cache
def _glued() -> re.Pattern[str]:
    verbs = "|".join(vocabulary()["verbs"].values())
    glued = vocabulary()["glued"].replace("VERBS", verbs)
    return re.compile(rf"^[ \t]*(?:{glued})", re.IGNORECASE | re.MULTILINE)


def laid_out(masked: Masked) -> Masked:
    """Break the line before each item, and put a blank after a number that has none.

    A break takes the place of a blank; what stands after a new blank leads to where it led before.
    """
    text = _parted().sub("\n", masked.text)
    blanks = [number.end() for number in _glued().finditer(text)]
    ends = [*blanks, len(text)]
    pieces = [text[start:end] for start, end in zip([0, *blanks], ends, strict=True)]
    moved = [(place + bisect_left(blanks, place), source) for place, source in masked.shifts]
    added = [(at + n, masked.source(at)) for n, at in enumerate(blanks, 1)]
    return Masked(" ".join(pieces), masked.quotes, tuple(sorted(moved + added)))
