"""Numbers on the command line: bounds for every option, decimals with a comma or a point.

A comma may end a number of a list or begin its decimals. With a point somewhere commas divide
(`0.2,0.4`); with semicolons or blanks they are decimal (`0,2; 0,4`); where neither is there, whole
numbers stay a list and what could be a decimal is refused, never guessed.
"""

import math
import re
from argparse import ArgumentTypeError
from collections.abc import Callable

_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)


def whole(least: int, most: int) -> Callable[[str], int]:
    """Read a whole number from `least` to `most`; ArgumentTypeError says what is wrong."""

    def read(text: str) -> int:
        if not _WHOLE.fullmatch(text.strip()):
            raise ArgumentTypeError(f"“{text}” is not a whole number")
        number = int(text)
        if not least <= number <= most:
            raise ArgumentTypeError(f"{number} is not from {least} to {most}")
        return number

    return read


def decimal(least: float, most: float) -> Callable[[str], float]:
    """Read a number from `least` to `most`, written with a decimal point or comma."""

    def read(text: str) -> float:
        if not _DECIMAL.fullmatch(text.strip()):
            raise ArgumentTypeError(f"“{text}” is not a number")
        number = float(text.replace(",", "."))
        if not (math.isfinite(number) and least <= number <= most):
            raise ArgumentTypeError(f"{text.strip()} is not from {least:g} to {most:g}")
        return number

    return read


def wholes(least: int, most: int) -> Callable[[str], list[int]]:
    """Read whole numbers divided by commas, semicolons or blanks."""
    read = whole(least, most)
    return lambda text: [read(part) for part in _parts(text, r"[,;\s]+")]


def decimals(least: float, most: float) -> Callable[[str], list[float]]:
    """Read numbers divided by semicolons, blanks, or, where they have points, commas."""
    read = decimal(least, most)

    def read_all(text: str) -> list[float]:
        if re.search(r"[;\s]", text.strip()):
            return [read(part) for part in _parts(text, r"[;\s]+")]
        if "," in text and "." not in text:
            point, apart = text.replace(",", "."), text.replace(",", "; ")
            raise ArgumentTypeError(f"“{text}” can be {point} or {apart}: write one of these")
        return [read(part) for part in _parts(text, ",")]

    return read_all


def _parts(text: str, divided_by: str) -> list[str]:
    return [part for part in re.split(divided_by, text.strip()) if part] or [text]


SEED = whole(0, 2**63 - 1)
