"""Who has no outcome, and the table without them."""

from __future__ import annotations

import numpy as np

from ligzda.evidence.codes import Count, Note, Remark
from ligzda.evidence.errors import TableError
from ligzda.evidence.families import family_of
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import Plan
from ligzda.evidence.predictive import outcome_column
from ligzda.evidence.results import MissingCount
from ligzda.evidence.tables import Column, Floats, Mask, Table, natural_levels


def missing_rows(table: Table, plan: Plan) -> Mask:
    """Return which rows have no outcome: an empty field, NaN or nothing else."""
    column = table.column(outcome_column(plan.outcome))
    absent = np.isnan(column) if column.dtype.kind == "f" else column == ""
    return np.asarray(absent, dtype=np.bool_)


def count_missing(table: Table, plan: Plan) -> tuple[MissingCount, ...]:
    """Count participants without an outcome, by arm in the order of the report."""
    absent = missing_rows(table, plan)
    size = _participants(table, plan)
    if plan.roles.arm is None:
        return (MissingCount("", float(size.sum()), float(size[absent].sum())),)
    labels = table.labels(plan.roles.arm)
    arms = plan.roles.arms or natural_levels(labels)
    result = []
    for arm in arms:
        own = labels == arm
        result.append(MissingCount(arm, float(size[own].sum()), float(size[own & absent].sum())))
    return tuple(result)


def complete_cases(table: Table, plan: Plan) -> Table:
    """Return the rows that have an outcome; the table itself where none is missing.

    Raises :class:`TableError` where an arm has no outcome at all.
    """
    absent = missing_rows(table, plan)
    if not absent.any():
        return table
    name = outcome_column(plan.outcome)
    if absent.all():
        raise TableError(Fault.ALL_MISSING, source=table.source, column=name)
    for count in count_missing(table, plan):
        if count.participants and count.missing == count.participants:
            raise TableError(
                Fault.ARM_ALL_MISSING.of(arm=count.arm),
                source=table.source, column=name,
            )  # fmt: skip
    kept = ~absent
    columns: dict[str, Column] = {c: v[kept] for c, v in table.columns.items()}
    family = family_of(plan.outcome)
    if columns[name].dtype.kind != "f" and family.outcome_part not in family.labels:
        columns[name] = Table.from_columns(
            {name: columns[name]}, source=table.source, rows=table.rows[kept]
        ).numbers(name)
    return Table.from_columns(columns, source=table.source, rows=table.rows[kept])


def _participants(table: Table, plan: Plan) -> Floats:
    size = family_of(plan.outcome).size_part
    if size in plan.outcome.columns:
        return table.numbers(plan.outcome.columns[size])
    return np.ones(len(table))


def missing_note(counts: tuple[MissingCount, ...], plan: Plan) -> Remark | None:
    """Say who is missing and what was done about it; None where nobody is."""
    if not any(count.missing for count in counts):
        return None
    done = Note.LEFT_OUT if plan.outcome.missing == "complete-case" else Note.IMPUTED
    return done.of(missing=tuple(Count(c.arm, c.missing, c.participants) for c in counts))
