"""Numbers of units: ``9``, ``9^1``, ``4.2``, ``3^2.1``, ``II``, ``a``, and how they are written.

A number is kept as text in one notation: levels divided by full stops, a superscript after ``^``.
Copies of acts write the same number in many ways and mostly lose the superscript; `as_written`
undoes what is certain by the form alone, `repaired` what the unit word and the last stop decide
(the survey of amending acts, section 4.1). What stays open is said, never guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SUP = re.compile(r"\.?\s*(?:<sup>\s*(\d+)\s*</sup>|\^\s*(\d+)|([⁰¹²³⁴⁵⁶⁷⁸⁹]+))")
NUMBER = r"\d+(?:\.?(?:\^\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|<sup>\d+</sup>)|\.\d+)*\.?"
Key = tuple[tuple[int, int], ...]


def marked(text: str) -> str:
    """Write every raised figure as ``^n`` right after its number (``38.¹`` is ``38^1``)."""
    return _SUP.sub(lambda m: "^" + (m[1] or m[2] or m[3].translate(SUPERSCRIPTS)), text)


def as_written(raw: str) -> str:
    """Return the number as it stands, raised figures marked, the closing stop taken off."""
    return marked(raw.strip()).rstrip(".")


def is_raised(raw: str) -> bool:
    """Return whether the writing itself shows a raised figure."""
    return "^" in marked(raw)


def repaired(raw: str, unit: str, *, in_law: bool) -> tuple[str, bool]:
    """Return the number meant by a copy, and whether a lost superscript was put back.

    In laws ``N.M`` before section, part or point is N with a raised M; elsewhere a number of
    several levels without a last stop has its last figure raised.
    """
    number = as_written(raw)
    roman = re.fullmatch(r"([IVXLC]+)(\d+)", number)
    if roman:
        return f"{roman[1]}^{roman[2]}", True
    if "^" in number or "." not in number or not number.replace(".", "").isdigit():
        return number, False
    if unit in {"section", "part"} or (in_law and unit == "point"):
        base, _, raised = number.partition(".")
        return f"{base}^{raised}", True
    if unit == "subpoint" and number.count(".") == 1:
        return number, False  # a subpoint has two levels: its last stop was lost
    if not raw.strip().endswith("."):
        head, _, last = number.rpartition(".")
        return f"{head}^{last}", True
    return number, False


@lru_cache(maxsize=4096)
def key(number: str) -> Key:
    """Return what numbers are compared and sorted by; Roman, Arabic and letters are one order."""
    roman = _roman(number)
    if roman:
        return ((roman, 0),)
    levels = []
    for level in number.split("."):
        base, _, raised = level.partition("^")
        levels.append((_value(base), int(raised) if raised.isdigit() else 0))
    return tuple(levels)


def _value(base: str) -> int:
    if base.isdigit():
        return int(base)
    roman = _roman(base)
    return roman or sum(ord(letter) << (16 * n) for n, letter in enumerate(reversed(base.lower())))


def _roman(text: str) -> int:
    if not text or any(letter not in _ROMAN for letter in text):
        return 0
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


def printed(number: str, *, caret: bool = False) -> str:
    """Write a number as an act prints it: ``9.¹``, ``3.1.²`` (with carets: ``9.^1``)."""
    out = ""
    for level in number.split("."):
        base, raised, figure = level.partition("^")
        out += base + "."
        if raised:
            out += f"^{figure}" if caret else figure.translate(RAISED)
    return out


def follows(earlier: str, later: str) -> bool:
    """Return whether one number stands before another."""
    return key(earlier) < key(later)
