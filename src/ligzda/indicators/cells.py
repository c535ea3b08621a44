"""Records to cells: one expression, on whichever engine holds the records.

Inference sees cells only – how many participants share a combination of labels and outcome – so
its cost does not grow with their number, and no row about a person leaves the engine that holds
it. The expression is Ibis: DuckDB for files on one machine, PostgreSQL for Ligzda's own records,
Spark where one machine is too small (ADR 0024).
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import ibis.expr.types as ir

PARTICIPANTS = "participants in the cell"
FIRST_ROW = "first row of the cell"
LARGEST_WHOLE = 2.0**53  # above it double precision no longer counts


def cells(
    records: "ir.Table", labels: Sequence[str], numbers: Sequence[str], *, row: str | None = None
) -> "ir.Table":
    """Return the expression that counts the rows of every combination of values.

    `labels` are read as text (a whole number that was stored as 1.0 reads 1, as in a
    spreadsheet) and `numbers` in double precision; a missing value is a value of its own, for the
    reader to refuse. `row` names the column that numbers the rows: the smallest of each cell comes
    along, so that a refusal can say where. Columns of the result: labels, numbers, PARTICIPANTS
    and, with `row`, FIRST_ROW; in no particular order.
    """
    counted = {PARTICIPANTS: records.count()}
    if row is not None:
        counted[FIRST_ROW] = records[row].min()
    return records.group_by(_columns(records, labels, numbers)).agg(**counted)


def cells_sql(
    schema: Mapping[str, str],
    labels: Sequence[str],
    numbers: Sequence[str],
    *,
    row: str | None = None,
    table: str,
    dialect: Literal["duckdb", "postgres"],
) -> str:
    """Return the same expression as a query in an engine's own SQL, for a connection of one's own.

    `schema` maps the columns of `table` to Ibis' names of types. Spark's dialect needs a session to
    ask for its settings: there, compile `cells` with `ibis.pyspark.connect(session)`.
    """
    import ibis

    records = ibis.table(schema=dict(schema), name=table)
    return str(ibis.to_sql(cells(records, labels, numbers, row=row), dialect=dialect))


def columns_sql(
    schema: Mapping[str, str],
    labels: Sequence[str],
    numbers: Sequence[str],
    *,
    table: str,
    dialect: Literal["duckdb", "postgres"],
) -> str:
    """Return the query for the same columns row by row, where rows cannot be counted together."""
    import ibis

    records = ibis.table(schema=dict(schema), name=table)
    return str(ibis.to_sql(records.select(_columns(records, labels, numbers)), dialect=dialect))


def _columns(
    records: "ir.Table", labels: Sequence[str], numbers: Sequence[str]
) -> "list[ir.Value]":
    return [
        *(_as_label(records[name]).name(name) for name in labels),
        *(records[name].cast("float64").name(name) for name in numbers),
    ]


def _as_label(column: "ir.Value") -> "ir.Value":
    import ibis

    if column.type().is_floating():
        whole = (column == column.floor()) & (column.abs() < LARGEST_WHOLE)
        return ibis.ifelse(whole, column.cast("int64").cast("string"), column.cast("string"))
    return column.cast("string")
