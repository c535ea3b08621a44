"""Our text held against the official one, which is a witness and not the truth.

Each difference gets a class: ``presentation`` (blanks, dashes, what a publisher prints around the
act), ``editorial`` (punctuation an editor set), ``note`` (a note that names another day or act
than the amending act says: a defect of the source or drift of the witness), ``text`` (ours, until a
person has looked).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

from ligzda.drafting.acts.labels import is_remark
from ligzda.drafting.acts.model import LINES, Act
from ligzda.drafting.comparing.diff import normal


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of lines that differ, and of which class."""

    ours: str
    official: str
    kind: str


def distance(ours: Act, official: Act) -> float:
    """Return the share of signs in which two acts differ, of the longer: units and notes only.

    Title pages and tables of contents are the publisher's; their difference is in `differences`.
    """
    a, b = (normal("\n".join(_texts(act, loose=False))) for act in (ours, official))
    return float(Levenshtein.normalized_distance(a, b))


def differences(ours: Act, official: Act) -> list[Difference]:
    """Return where two acts differ, line by line, classified; title pages stand apart."""
    found = []
    for loose in (False, True):
        a, b = (_texts(act, loose=loose) for act in (ours, official))
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag != "equal":
                left, right = "\n".join(a[i1:i2]), "\n".join(b[j1:j2])
                found.append(Difference(left, right, _kind(left, right, loose=loose)))
    return found


def _texts(act: Act, *, loose: bool) -> list[str]:
    return [text for text, kind in _all(act) if (kind == LINES) is loose]


def _kind(ours: str, official: str, *, loose: bool) -> str:
    if loose or normal(ours) == normal(official):
        return "presentation"
    pair = [line for text in (ours, official) for line in text.split("\n") if line]
    if all(is_remark(line) for line in pair):
        return "note"
    bare = (re.sub(r"[,.;]|\(1\) ", "", normal(text)) for text in (ours, official))
    return "editorial" if len(set(bare)) == 1 else "text"


def _all(act: Act) -> list[tuple[str, str]]:
    """Return the lines of an act with what they belong to: title pages and contents are apart."""
    found: list[tuple[str, str]] = []
    for _, unit in act.root.walk():
        text = unit.lead + unit.text
        if not text:
            continue
        if found and "\n" not in unit.gap and unit.kind != LINES:
            found[-1] = (found[-1][0] + unit.gap + text, found[-1][1])
        else:
            found.append((text, unit.kind))
    return found
