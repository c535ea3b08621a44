"""A model of the plan language as data, and the plan and table that a user would hand in of it.

:mod:`benchmarks.differential.kinds` draws it; :mod:`benchmarks.differential.peer` builds its model
for NUTS from it, without the engine's reader or design matrix.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ligzda.evidence import Plan, Table, parse_plan
from ligzda.evidence.tables import Floats, Ints

Columns = dict[str, Any]
Rng = np.random.Generator


@dataclass(frozen=True)
class Fixed:
    """Coefficients, normal around 0: of a column's levels, of its number, or the intercept."""

    name: str
    sd: float
    column: str = ""
    coding: str = "reference"


@dataclass(frozen=True)
class Random:
    """Effects of combinations of columns, with the prior of their SD: a form and its numbers."""

    name: str
    columns: tuple[str, ...]
    form: str
    numbers: tuple[float, ...]
    slope: str = ""


Term = Fixed | Random


@dataclass(frozen=True)
class Family:
    """A family of the harness: its lines of the plan, and how an outcome is drawn from η."""

    name: str
    lines: str
    draw: Callable[[Rng, Floats, Columns], Columns]
    parameters: Mapping[str, tuple[str, tuple[float, ...]]]
    level: float = -0.3  # of the linear predictor


@dataclass(frozen=True)
class Structure:
    """One model: what the plan says, the table, and in which unit an outcome is written."""

    number: int
    kind: str
    family: Family
    terms: tuple[Term, ...]
    columns: Columns
    unit: float

    @property
    def plan(self) -> Plan:
        """The plan as a user would write it, every number in the outcome's unit."""
        family, has_arms = self.family, "arm" in self.columns
        lines = ["[outcome]", 'name = "o"', family.lines]
        for name, (form, numbers) in family.parameters.items():
            scale = self.unit if name == "residual" else 1.0
            lines.append(f'{name}_prior = "{written(form, numbers, scale)}"')
        lines += ["[roles]", 'site = "site"', *['arm = "arm"', 'control = "a0"'][: 2 * has_arms]]
        for term in self.terms:
            lines += ["[[terms]]", f'name = "{term.name}"']
            if isinstance(term, Fixed):
                lines += ['kind = "fixed"', f'prior = "normal(0, {term.sd * self.unit!r})"']
                if term.column:
                    lines += [f'columns = ["{term.column}"]', f'coding = "{term.coding}"']
            else:
                columns = ", ".join(f'"{column}"' for column in term.columns)
                lines += ['kind = "random"', f"columns = [{columns}]"]
                lines += [f'sd = "{written(term.form, term.numbers, self.unit)}"']
                lines += [f'slope = "{term.slope}"'] if term.slope else []
        return parse_plan("\n".join(lines), name=f"case {self.number}")

    @property
    def table(self) -> Table:
        """The table as a user would hand it in."""
        own = [key for key in ("y", "se") if self.unit != 1 and key in self.columns]
        return Table.from_columns(
            self.columns | {key: self.columns[key] * self.unit for key in own}
        )


def written(form: str, numbers: tuple[float, ...], unit: float = 1.0) -> str:
    """Return a prior of a positive parameter as a plan writes it, in this unit."""
    a, *rest = numbers
    match form:
        case "exponential":
            return f"exponential({a / unit!r})"
        case "log-normal":
            return f"log-normal({a + float(np.log(unit))!r}, {rest[0]!r})"
        case "gamma-precision":
            return f"gamma-precision({a!r}, {rest[0] * unit**2!r})"
        case "uniform":
            return f"uniform({a * unit!r}, {rest[0] * unit!r})"
        case _:
            return f"{form}({a * unit!r})"


def codes(columns: Columns, names: tuple[str, ...]) -> tuple[tuple[str, ...], Ints]:
    """Return the combinations of labels that occur, in order, and each row's."""
    rows = [" · ".join(parts) for parts in zip(*(columns[name] for name in names), strict=True)]
    levels, at = np.unique(rows, return_inverse=True)
    return tuple(levels.tolist()), at
