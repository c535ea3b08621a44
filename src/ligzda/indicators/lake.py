"""The flat tables as a lake of Parquet, and counts over it by DuckDB or Spark. Pure: no Django.

A lake is a folder with one folder a table, divided by incubator, and `lake.json`, which says of
whom it is and as of which day. Numbers of people, stays and rows in it are pseudonyms of that
export: the same person has one number throughout a lake, and another one in the next.
"""

import datetime
import json
import secrets
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ligzda.errors import LigzdaError
from ligzda.indicators.counting import Split, counted
from ligzda.indicators.flat_tables import FlatTable, flat_tables, used_in

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir

FACTS = "lake.json"
PERSONAL = {
    "person": "person",
    "stay": "stay",
    "application": "application",
    "answer": "answer",
    "delivery": "delivery",
    "enterprise": "enterprise",
    "milestone": "milestone",
    "job": "job",
    "turnover": "turnover",
}
"""Columns that name a record of somebody, and the kind of number that each holds."""
_TYPES = {
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "string": "VARCHAR",
    "date": "DATE",
    "boolean": "BOOLEAN",
}
Span = tuple[datetime.date, datetime.date]


class LakeError(LigzdaError):
    """The folder is no lake, or is not empty; the message says which."""


def new_key() -> str:
    """Return a key for the pseudonyms of one export. It is kept nowhere."""
    return secrets.token_hex(32)


def begin(folder: Path) -> None:
    """Make the folder of a lake. Raises LakeError where something is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise LakeError(f"{folder} is not empty: an export goes into a folder of its own.")


def write_table(folder: Path, table: FlatTable, csv: Path, key: str) -> int:
    """Write a table from the CSV that PostgreSQL gave (empty cells unquoted); return its rows."""
    import duckdb

    types = {column.name: _TYPES[column.type] for column in table.columns}
    chosen = ", ".join(_pseudonym(column, key) for column in types)
    with closing(duckdb.connect()) as connection:
        source = connection.read_csv(
            str(csv), columns=types, header=True, na_values="", allow_quoted_nulls=False
        )
        source.create_view("source")
        connection.execute(
            f"COPY (SELECT {chosen} FROM source) TO '{_quoted(folder / table.name)}' "
            "(FORMAT parquet, PARTITION_BY (incubator), WRITE_PARTITION_COLUMNS true)"
        )
        row = connection.execute("SELECT count(*) FROM source").fetchone()
    return int(row[0]) if row else 0


def _pseudonym(column: str, key: str) -> str:
    """Return a column, its numbers of people replaced: 60 bits of SHA-256, the key at both ends."""
    if column == "follow_up":  # stay and wave
        wave = "split_part(follow_up, '-', 2)"
        return f"{_number('stay', 'stay', key)}::VARCHAR || '-' || {wave} AS follow_up"
    if column in PERSONAL:
        return f'{_number(column, PERSONAL[column], key)} AS "{column}"'
    return f'"{column}"'


def _number(column: str, kind: str, key: str) -> str:
    hashed = f"sha256('{key}{kind}' || \"{column}\" || '{key}')"
    return f"('0x' || left({hashed}, 15))::BIGINT"


def finish(folder: Path, facts: Mapping[str, Any]) -> None:
    """Write what the lake is: without it, it is none."""
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / FACTS).write_text(text + "\n", "utf-8")


def facts_of(folder: Path) -> dict[str, Any]:
    """Return what a lake says of itself. Raises LakeError."""
    try:
        found: dict[str, Any] = json.loads((folder / FACTS).read_text("utf-8"))
    except (OSError, ValueError):
        raise LakeError(f"{folder} is no lake: it has no {FACTS}.") from None
    return found


def in_duckdb(folder: Path, expression: "ir.Table", span: Span) -> list[dict[str, Any]]:
    """Return the rows of an expression over the flat tables of a lake, by DuckDB."""
    import duckdb
    import ibis

    with closing(duckdb.connect()) as connection:
        for name in used_in(expression):
            connection.execute(f'CREATE VIEW "{name}" AS {_view(folder, name, span)}')
        return _records(connection.execute(str(ibis.to_sql(expression, dialect="duckdb"))))


def _view(folder: Path, name: str, span: Span) -> str:
    if name == "asked":
        first, last = span
        as_of = facts_of(folder)["as_of"]
        return (
            f"SELECT DATE '{first}' AS first_day, DATE '{last}' AS last_day, "
            f"DATE '{as_of}' AS as_of"
        )
    table = flat_tables()[name]
    if not any((folder / name).glob("*/*.parquet")):
        empty = ", ".join(f'NULL::{_TYPES[each.type]} AS "{each.name}"' for each in table.columns)
        return f"SELECT {empty} WHERE false"
    files = _quoted(folder / name / "*" / "*.parquet")
    return f"SELECT * FROM read_parquet('{files}', hive_partitioning = false)"


def in_spark(
    session: Any, folder: Path, expression: "ir.Table", span: Span
) -> list[dict[str, Any]]:
    """Return the same by Spark: `session` is a SparkSession, local or a cluster's."""
    import ibis

    for name in used_in(expression):
        if name == "asked":
            session.sql(_view(folder, name, span)).createOrReplaceTempView(name)
        elif any((folder / name).glob("*/*.parquet")):
            files = session.read.parquet(str(folder / name / "*" / "*.parquet"))
            files.createOrReplaceTempView(name)
        else:
            types = ", ".join(
                f"`{column.name}` {_SPARK[column.type]}" for column in flat_tables()[name].columns
            )
            session.createDataFrame([], types).createOrReplaceTempView(name)
    query = ibis.pyspark.connect(session).compile(expression)
    return [row.asDict() for row in session.sql(query).collect()]


_SPARK = {
    "int64": "bigint",
    "float64": "double",
    "string": "string",
    "date": "date",
    "boolean": "boolean",
}


def counts(folder: Path, code: str, span: Span, by: Sequence[Split] = ()) -> list[dict[str, Any]]:
    """Return the counts of an indicator over a lake, as `counting.counted` says, by DuckDB."""
    return in_duckdb(folder, counted(code, by), span)


def _records(result: "duckdb.DuckDBPyConnection") -> list[dict[str, Any]]:
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
