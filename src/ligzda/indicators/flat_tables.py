"""The flat tables that every count begins with (data/tables.yaml), as Ibis tables.

PostgreSQL makes them from Ligzda's own records (data/sql), a lake holds them as Parquet: an
expression over them is the same everywhere (ADR 0024, ADR 0120). Pure: no Django.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ligzda.languages import CODES

if TYPE_CHECKING:
    import ibis.expr.types as ir

_DATA = Path(__file__).resolve().parent / "data"
_TYPES = {"int64", "float64", "string", "date", "boolean"}


@dataclass(frozen=True)
class FlatColumn:
    """A column. `type`: a name of Ibis'; `said`: what it holds, by language."""

    name: str
    type: str
    said: Mapping[str, str]


@dataclass(frozen=True)
class FlatTable:
    """A flat table: what a row is (`unit`, by language), its columns in their order."""

    name: str
    said: Mapping[str, str]
    unit: Mapping[str, str]
    columns: tuple[FlatColumn, ...]

    @property
    def key(self) -> str:
        """The column that names a row."""
        return self.columns[0].name

    @property
    def schema(self) -> dict[str, str]:
        """The types by name, as Ibis takes them."""
        return {column.name: column.type for column in self.columns}

    @property
    def source(self) -> str:
        """The query that makes it in PostgreSQL, with the places of a question as parameters."""
        return (_DATA / "sql" / f"{self.name}.sql").read_text("utf-8")


@cache
def flat_tables() -> Mapping[str, FlatTable]:
    """Return the tables by name, in the order of the file."""
    rows: dict[str, dict[str, Any]] = yaml.safe_load((_DATA / "tables.yaml").read_text("utf-8"))
    return {name: _table(name, row) for name, row in rows.items()}


@cache
def inside_tables() -> Mapping[str, FlatTable]:
    """Return those too that only checks of data quality read, and no lake holds."""
    rows: dict[str, dict[str, Any]] = yaml.safe_load(
        (_DATA / "inside_tables.yaml").read_text("utf-8")
    )
    return {**flat_tables(), **{name: _table(name, row) for name, row in rows.items()}}


def _table(name: str, row: Mapping[str, Any]) -> FlatTable:
    columns = tuple(
        FlatColumn(column, given["type"], _said(given)) for column, given in row["columns"].items()
    )
    unknown = {column.type for column in columns} - _TYPES
    if unknown:
        raise ValueError(f"{name}: no such type: {', '.join(sorted(unknown))}")
    return FlatTable(name, _said(row), row["unit"], columns)


def _said(row: Mapping[str, Any]) -> dict[str, str]:
    return {code: row[code] for code in CODES}


class Tables:
    """The flat tables as attributes, for expressions: `t.stays.first_day`."""

    def __getattr__(self, name: str) -> "ir.Table":
        import ibis

        if name not in inside_tables():
            raise AttributeError(name)
        return ibis.table(schema=inside_tables()[name].schema, name=name)


def used_in(expression: "ir.Expr") -> list[str]:
    """Return the names of the flat tables that an expression reads, in the order of the file."""
    import ibis.expr.operations as ops

    found = {node.name for node in expression.op().find(ops.UnboundTable)}
    return [name for name in inside_tables() if name in found]
