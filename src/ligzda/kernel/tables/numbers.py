"""Numbers as people write them: decimal points or commas, thousands set off by blanks.

Pure. What can be read in two ways is refused, never guessed; what decides is the whole column,
not the one cell: “1,234” is 1234 to an English spreadsheet and 1.234 to a Latvian one, but beside
“0,435” it can only be the latter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ligzda.labels import MISSING

PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_BLANKS = re.compile("[ \u00a0\u202f\u2009]")
_SPACED = re.compile(r"[+-]?\d{1,3}([ \u00a0\u202f\u2009]\d{3})+([.,]\d*)?", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d+([.,]\d{3})+([.,]\d*)?", re.ASCII)
_DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


class NumberFault(StrEnum):
    """Why a cell is not a number, or is two."""

    NOT_A_NUMBER = "not-a-number"
    TWO_SIGNS = "two-signs"
    THOUSANDS_OR_DECIMALS = "thousands-or-decimals"
    MIXED = "mixed"


@dataclass(frozen=True)
class NotRead:
    """A cell that was not read. For a mixed column `other` is the place that decided otherwise."""

    fault: NumberFault
    text: str
    sign: str = ""
    other: int = -1


def plain_numbers(texts: Sequence[str], *, separated_by: str = "") -> list[str | NotRead | None]:
    """Spell each number of a column as `float`, `int` and `Decimal` read it; None is missing.

    `separated_by` is the delimiter of the file: where that is the comma, the file is not of a
    country of decimal commas, and a point can only be a decimal point.
    """
    found: list[str | NotRead | None] = []
    signs: dict[str, list[int]] = {",": [], ".": []}
    for place, text in enumerate(texts):
        if text.lower() in MISSING:
            found.append(None)
            continue
        digits = _BLANKS.sub("", text) if _SPACED.fullmatch(text) else text
        digits = digits.replace("\u2212", "-")
        if ("," in digits and ("." in digits or digits.count(",") > 1)) or digits.count(".") > 1:
            number = _GROUPED.fullmatch(digits)
            fault = NumberFault.TWO_SIGNS if number else NumberFault.NOT_A_NUMBER
            found.append(NotRead(fault, text))
        elif not PLAIN.fullmatch(digits.replace(",", ".")):
            found.append(NotRead(NumberFault.NOT_A_NUMBER, text))
        else:
            if sign := "," if "," in digits else "." if "." in digits else "":
                signs[sign].append(place)
            found.append(digits)
    _refuse_doubtful(found, signs, texts, separated_by)
    _refuse_mixed(found, signs, texts)
    return [cell.replace(",", ".") if isinstance(cell, str) else cell for cell in found]


def undecided(texts: Sequence[str], sign: str, *, separated_by: str) -> bool:
    """Whether no number of a column says if `sign` is one for thousands or for decimals."""
    if sign == "." and separated_by == ",":
        return False
    with_sign = (text for text in texts if sign in text)
    first = next(with_sign, None)
    return first is not None and all(_DOUBTFUL.fullmatch(text) for text in (first, *with_sign))


def _refuse_doubtful(
    found: list[str | NotRead | None],
    signs: dict[str, list[int]],
    texts: Sequence[str],
    separated_by: str,
) -> None:
    for sign, places in signs.items():
        written = [cell for place in places if isinstance(cell := found[place], str)]
        if written and undecided(written, sign, separated_by=separated_by):
            for place in places:
                fault = NumberFault.THOUSANDS_OR_DECIMALS
                found[place] = NotRead(fault, texts[place], sign)
            places.clear()


def _refuse_mixed(
    found: list[str | NotRead | None], signs: dict[str, list[int]], texts: Sequence[str]
) -> None:
    if signs[","] and signs["."]:
        first, later = sorted(signs.values())
        for place in later:
            found[place] = NotRead(NumberFault.MIXED, texts[place], other=first[0])
