"""From tables to arrays: tables of one design share a model and differ in their outcomes only."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ligzda.evidence.batch.shape import Shape
from ligzda.evidence.errors import EvidenceError, TableError
from ligzda.evidence.families import family_of
from ligzda.evidence.faults import Fault
from ligzda.evidence.model import Model, build_model
from ligzda.evidence.plan import Plan
from ligzda.evidence.tables import Column, Floats, Ints, Table
from ligzda.evidence.terms import Frame, needs_labels, needs_numbers


def sort_by_design(
    plan: Plan, tables: list[Table], effects: bool
) -> tuple[list[tuple[Shape, Ints, dict[str, Floats]]], dict[int, str]]:
    """Return (shape, places of its tables, stacked data) per design, and what was refused.

    The first table of a design builds the model, the others only bring data.
    """
    family = family_of(plan.outcome)
    columns = sorted(
        needs_labels(plan.terms)
        | needs_numbers(plan.terms)
        | {c for c in (plan.roles.site, plan.roles.arm) if c}
        | {contrast.column for contrast in plan.contrasts}
    )
    readers: dict[object, _Reader] = {}
    failures: dict[int, str] = {}
    first_error: EvidenceError | None = None
    shape: Shape | None = None
    for i, table in enumerate(tables):
        try:
            rows = family.split(table, plan.outcome)
            # where the split into rows is in the data, tables share cells, not rows
            key: object = (
                frozenset(zip(*(rows.column(c).tolist() for c in columns), strict=True))
                if family.splits
                else tuple((c, rows.column(c).dtype.str, rows.column(c).tobytes()) for c in columns)
            )
            data = family.read(rows, plan.outcome)
            if family.distinct(data) or not (family.units(data) > 0).all():
                key = (i, "own")
            reader = readers.get(key)
            if reader is None or reader.shape.weighted:
                model = build_model(table, plan)
                own = Shape.of(model, effects=effects)
                if shape is None:
                    shape = own
                elif own.effects != shape.effects or own.contrasts != shape.contrasts:
                    raise TableError(
                        Fault.OTHER_SHAPE,
                        source=table.source,
                    )
                if own.weighted:
                    key = (i, "weighted")
                reader = readers[key] = _Reader(own, model, rows, columns)
                reader.add(i, model.data)
            else:
                cell = reader.cells(rows) if family.splits else reader.cell
                reader.add(i, reader.reduce(data, cell))
        except EvidenceError as error:
            failures[i] = str(error)
            first_error = first_error or error
    if first_error is not None and len(failures) == len(tables):
        raise first_error
    return [reader.stacked() for reader in readers.values() if reader.rows], failures


class _Reader:
    """One design and the tables that share it."""

    def __init__(self, shape: Shape, model: Model, table: Table, columns: list[str]) -> None:
        self.shape = shape
        self.rows: list[int] = []
        self.data: list[dict[str, Floats]] = []
        self.columns = columns
        values = self._values(model.frame)
        self.known = {key: i for i, key in enumerate(zip(*values, strict=True))}
        self.cell = self.cells(table)
        # sums of one row a cell only change places
        cells = len(model.units)
        single = len(self.cell) == cells and len(np.unique(self.cell)) == cells
        places = single and model.family.adds_up and not model.family.splits
        self.order = np.argsort(self.cell) if places else None

    def _values(self, frame: Frame) -> list[Column]:
        return [frame.labels[c] if c in frame.labels else frame.numbers[c] for c in self.columns]

    def cells(self, table: Table) -> Ints:
        """Return the cell of every row of a table."""
        labels = self.shape.model.frame.labels
        own = [table.labels(c) if c in labels else table.numbers(c) for c in self.columns]
        keys = zip(*own, strict=True) if own else [()] * len(table)
        return np.array([self.known.get(key, 0) for key in keys], dtype=np.intp)

    def reduce(self, data: Mapping[str, Floats], cell: Ints) -> dict[str, Floats]:
        """Reduce a table's rows to the design's cells."""
        if self.order is not None:
            return {key: values[self.order] for key, values in data.items()}
        model = self.shape.model
        return model.family.reduce(data, cell, len(model.units))

    def add(self, row: int, data: dict[str, Floats]) -> None:
        self.rows.append(row)
        self.data.append(data)

    def stacked(self) -> tuple[Shape, Ints, dict[str, Floats]]:
        stacked = {key: np.stack([d[key] for d in self.data]) for key in self.data[0]}
        return self.shape, np.array(self.rows, dtype=np.intp), stacked
