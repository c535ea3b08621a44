"""The eight models as the corners of a cube: three questions, two answers each. Pure geometry."""

from dataclasses import dataclass
from itertools import product

FACTORS = ("A", "B", "C")
"""A runs to the right, B upwards, C into the depth (an oblique projection)."""

Cell = tuple[bool, bool, bool]
"""The answers to A, B and C; True is plus."""

WIDTH, HEIGHT = 720, 425
_ORIGIN = (180, 335)
_STEPS = {"A": (220, 0), "B": (0, -210), "C": (130, -85)}
_HIDDEN: Cell = (False, False, True)
"""The corner behind the three faces one sees; its edges are drawn dashed."""


@dataclass(frozen=True)
class Edge:
    """A line between two corners that differ in one answer."""

    x1: int
    y1: int
    x2: int
    y2: int
    hidden: bool


def corner(cell: Cell) -> tuple[int, int]:
    """Return x and y of a cell's corner."""
    x, y = _ORIGIN
    for factor, plus in zip(FACTORS, cell, strict=True):
        if plus:
            x, y = x + _STEPS[factor][0], y + _STEPS[factor][1]
    return x, y


def cell(levels: dict[str, str]) -> Cell:
    """Return the cell written as {"A": "-", "B": "+", "C": "-"}."""
    if sorted(levels) != sorted(FACTORS) or not set(levels.values()) <= {"-", "+"}:
        raise ValueError(f"a cell says - or + for each of A, B and C, not {levels}")
    a, b, c = (levels[factor] == "+" for factor in FACTORS)
    return a, b, c


def edges() -> tuple[Edge, ...]:
    """Return the twelve edges, hidden ones first, so that the others are drawn over them."""
    found = []
    for start in product((False, True), (False, True), (False, True)):
        for axis in range(3):
            if not start[axis]:
                a, b, c = start
                end = (a or axis == 0, b or axis == 1, c or axis == 2)
                found.append(Edge(*corner(start), *corner(end), _HIDDEN in (start, end)))
    return tuple(sorted(found, key=lambda edge: not edge.hidden))
