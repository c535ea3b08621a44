"""What a data set holds: cells of an outcome by arm, site and quarter, as `ligzda evaluate` reads
them, in one canonical text. Pure: no Django.

A cell says how many were counted (`participants`) and, in the column that is named as the outcome,
how many of them it is true of (a share) or their mean (a mean, with `<outcome>_sd` beside it).
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ligzda.indicators.dictionary import dictionary
from ligzda.kernel.hashing import sha256
from ligzda.kernel.tables.delimited import rows, written

LABELS = ("incubator", "model", "A", "B", "C", "quarter", "moment")
NUMBER = "participants"
KINDS = ("share", "mean")
"""Kinds of indicators of which cells can be made."""

Sides = Mapping[str, tuple[bool, bool, bool]]
"""The sides of the three factors, by the code of a model."""


@dataclass(frozen=True)
class Contents:
    """The text of a data set and its SHA-256."""

    text: str

    @property
    def sha256(self) -> str:
        """The hash by which the set is known."""
        return sha256(self.text)

    def cells(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Return the numbers of each cell, by its labels."""
        width = len(LABELS)
        cells = [cells for number, _line, cells in rows(self.text, ",") if number > 1]
        return {tuple(row[:width]): tuple(row[width:]) for row in cells}


def outcomes() -> list[str]:
    """Return the codes of the dictionary of which cells can be made."""
    return [
        code
        for code, entry in dictionary().items()
        if entry.kind in KINDS and entry.level in ("person", "stay")
    ]


def columns(code: str) -> tuple[str, ...]:
    """Return the columns of a data set of an outcome."""
    more = (f"{code}_sd",) if dictionary()[code].kind == "mean" else ()
    return (*LABELS, NUMBER, code, *more)


def planned_moment(outcome: str) -> str | None:
    """Return the moment of which a plan's outcome speaks, “in paid activity after 12 months”."""
    found = re.search(r"\b(6|12|24)[- ]month", outcome)
    return f"m{found[1]}" if found else None


def missing(code: str, planned: Iterable[str]) -> list[str]:
    """Return the columns that a plan names and a data set of an outcome does not have."""
    return [name for name in planned if name not in columns(code)]


def contents(
    code: str, moment: str, counted: Iterable[Mapping[str, Any]], sides: Sides
) -> Contents:
    """Return the cells of an outcome at a moment from its counts (counting.counted).

    What a rule leaves out is in no cell. Rows are in the order of their labels and lines end alike,
    so that the same cells have the same bytes on every machine.
    """
    cells = sorted(
        _cell(code, row, sides)
        for row in counted
        if row["left_out"] is None and row["moment"] == moment and row["model"] in sides
    )
    return Contents(written([columns(code), *cells]))


def _cell(code: str, row: Mapping[str, Any], sides: Sides) -> tuple[str, ...]:
    many, total = int(row["counted"]), float(row["total"] or 0)
    labels = [row["incubator"], row["model"], *("+" if x else "-" for x in sides[row["model"]])]
    labels += [f"{row['quarter']:%Y-%m-%d}", row["moment"]]
    if dictionary()[code].kind == "share":
        return (*labels, str(many), str(round(total)))
    mean = total / many
    spread = max(0.0, float(row["squares"]) - many * mean * mean)
    sd = math.sqrt(spread / (many - 1)) if many > 1 else 0.0
    return (*labels, str(many), f"{mean:.6f}", f"{sd:.6f}")


@dataclass(frozen=True)
class Change:
    """A cell in which two sets differ: its labels, its numbers then and now; none where it was
    not there.
    """

    labels: tuple[str, ...]
    before: tuple[str, ...]
    now: tuple[str, ...]


def changed(before: Contents, now: Contents) -> list[Change]:
    """Return the cells in which two sets differ, in the order of their labels."""
    first, second = before.cells(), now.cells()
    return [
        Change(labels, first.get(labels, ()), second.get(labels, ()))
        for labels in sorted(first.keys() | second.keys())
        if first.get(labels) != second.get(labels)
    ]
