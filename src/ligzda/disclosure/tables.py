"""A table to be published: every cell with its margins, from inner cells or as it was given."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from ligzda.disclosure.codes import Fault
from ligzda.disclosure.errors import DisclosureError
from ligzda.disclosure.trees import TOTAL, Dimension

Place = tuple[str, ...]
"""Where a cell stands: one code of each dimension, TOTAL in those that it adds up."""

LARGEST = 6_000
"""Cells of one table, margins included; beyond, a table is coarsened first (docs/disclosure.md)."""

COUNT = "count"


@dataclass(frozen=True)
class Contributions:
    """Who adds what to a cell: the number of contributors, the two largest amounts, the sum."""

    number: int
    first: float
    second: float
    total: float

    @classmethod
    def of(cls, amounts: Iterable[float]) -> Contributions:
        """Summarise the amounts of different contributors."""
        ordered = sorted(amounts, reverse=True)
        first, second = (*ordered[:2], 0.0, 0.0)[:2]
        return cls(len(ordered), first, second, math.fsum(ordered))


@dataclass(frozen=True)
class Table:
    """Figures of one measure of one population, by some dimensions, with all margins.

    `values` has every combination of codes. `given_by` holds, for a sum of money, what each
    contributor adds to each inner cell. `fixed` says where the whole table stands in dimensions
    that it does not spread out (`(("period", "2026-Q1"),)`), whose trees are in `trees`.
    """

    population: str
    measure: str
    dimensions: tuple[Dimension, ...]
    values: Mapping[Place, float]
    structural: frozenset[Place] = frozenset()
    given_by: Mapping[Place, Mapping[str, float]] = field(default_factory=dict, repr=False)
    fixed: tuple[tuple[str, str], ...] = ()
    trees: tuple[Dimension, ...] = ()

    @classmethod
    def from_cells(
        cls,
        dimensions: tuple[Dimension, ...],
        cells: Mapping[Place, float],
        *,
        population: str = "",
        measure: str = COUNT,
        structural: frozenset[Place] = frozenset(),
        given_by: Mapping[Place, Mapping[str, float]] | None = None,
        fixed: tuple[tuple[str, str], ...] = (),
        trees: tuple[Dimension, ...] = (),
    ) -> Table:
        """Add up inner cells; combinations that are not given are nought.

        `structural`: inner cells in which nobody can be. Raises DisclosureError for an empty or
        too large table, and for people where nobody can be.
        """
        refuse_large(dimensions)
        if not any(cells.values()):
            raise DisclosureError(Fault.EMPTY)
        for place in structural:
            if cells.get(place):
                cell = named(dimensions, place)
                raise DisclosureError(Fault.STRUCTURAL_PEOPLE, cell=cell, value=cells[place])
        values = dict.fromkeys(product(*(each.codes for each in dimensions)), 0.0)
        for place, value in cells.items():
            values[place] += value
        _add_up(dimensions, values)
        impossible = _structural(dimensions, structural)
        return cls(
            population, measure, dimensions, values, impossible, given_by or {}, fixed, trees
        )

    @cached_property
    def contributions(self) -> Mapping[Place, Contributions]:
        """Each cell's contributions; one who adds to several inner cells counts once above them."""
        amounts: dict[Place, defaultdict[str, float]] = {
            place: defaultdict(float) for place in self.values
        }
        for place, given in self.given_by.items():
            above = (
                (code, *each.ancestors(code))
                for each, code in zip(self.dimensions, place, strict=True)
            )
            for over in product(*above):
                for contributor, amount in given.items():
                    amounts[over][contributor] += amount
        return {place: Contributions.of(each.values()) for place, each in amounts.items()}

    def lines(self) -> Iterable[tuple[Dimension, Place, tuple[Place, ...]]]:
        """Yield every sum: along which dimension, the cell above, the cells that it adds up."""
        for at, dimension in enumerate(self.dimensions):
            others = [each.codes for place, each in enumerate(self.dimensions) if place != at]
            for rest in product(*others):
                for parent, children in dimension.children.items():
                    yield (
                        dimension,
                        (*rest[:at], parent, *rest[at:]),
                        tuple((*rest[:at], child, *rest[at:]) for child in children),
                    )

    @property
    def top(self) -> Place:
        """Where the grand total stands."""
        return (TOTAL,) * len(self.dimensions)


@dataclass(frozen=True)
class Release:
    """What is to be published together: its name, its day (ISO 8601), its tables."""

    name: str
    tables: tuple[Table, ...]
    day: str = ""


def refuse_large(dimensions: tuple[Dimension, ...]) -> None:
    """Raise DisclosureError for more cells than can be protected in a moment."""
    cells = math.prod(len(each.codes) for each in dimensions)
    if cells > LARGEST:
        widest = max(dimensions, key=lambda each: len(each.codes))
        others = cells // len(widest.codes)
        raise DisclosureError(
            Fault.TOO_LARGE,
            cells=cells,
            most=LARGEST,
            dimension=widest.name,
            levels=len(widest.leaves),
            fitting=max(LARGEST // others - 1, 0),
            without=others,
        )


def named(dimensions: tuple[Dimension, ...], place: Place) -> str:
    """Name a cell for a sentence: `age 20–29, sex female`; the grand total is `*`."""
    parts = zip(dimensions, place, strict=True)
    return ", ".join(f"{each.name} {code}" for each, code in parts if code != TOTAL) or "*"


def _add_up(dimensions: tuple[Dimension, ...], values: dict[Place, float]) -> None:
    for at, dimension in enumerate(dimensions):
        others = [
            # Along the dimensions before this one margins are there already; after it, none yet.
            each.codes if place < at else each.leaves
            for place, each in enumerate(dimensions)
            if place != at
        ]
        for rest in product(*others):
            for code in dimension.codes[:-1]:
                above = (*rest[:at], dimension.parents[code], *rest[at:])
                values[above] += values[(*rest[:at], code, *rest[at:])]


def _structural(dimensions: tuple[Dimension, ...], inner: frozenset[Place]) -> frozenset[Place]:
    """Return the inner cells and every margin all of whose inner cells are structural."""
    if not inner:
        return inner
    found = set()
    for place in product(*(each.codes for each in dimensions)):
        under = (each.leaves_of(code) for each, code in zip(dimensions, place, strict=True))
        if all(leaf in inner for leaf in product(*under)):
            found.add(place)
    return frozenset(found)
