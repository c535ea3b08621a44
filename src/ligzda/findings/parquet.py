"""Parquet through DuckDB: only the columns that are used, grouped where they are."""

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ligzda.evidence import TableError
from ligzda.evidence.errors import nearest
from ligzda.findings.delimited import refuse_taken
from ligzda.findings.file_faults import FileFault
from ligzda.indicators import cells_sql, columns_sql
from ligzda.labels import label

if TYPE_CHECKING:
    import duckdb

_NUMBERS = (
    *("BOOL", "DECIMAL", "TINYINT", "SMALLINT", "INT", "BIGINT", "HUGEINT"),
    *("UTINYINT", "USMALLINT", "UINT", "UBIGINT", "UHUGEINT"),
)
_RECORDS = "records"
_NUMBERED = "file_row_number"
_ROW = " row"
"""No column of a file is called so: names are read without blanks around them."""


def read_cells(
    path: Path, labels: Sequence[str], numbers: Sequence[str]
) -> dict[tuple[str | float, ...], tuple[int, int]]:
    """Count the rows of every combination: combination → how many, the first row (from 1)."""
    with _open(path, (*labels, *numbers)) as connection:
        schema = _schema(connection, path, labels, numbers)
        query = cells_sql(schema, labels, numbers, row=_ROW, table=_RECORDS, dialect="duckdb")
        rows = connection.execute(query).fetchall()
    if not rows:
        raise TableError(FileFault.NO_ROWS, source=path.name)
    return {
        tuple(_value(value, place >= len(labels)) for place, value in enumerate(key)): (
            participants,
            first + 1,
        )
        for *key, participants, first in rows
    }


def read_columns(
    path: Path, labels: Sequence[str], numbers: Sequence[str], made: Collection[str] = ()
) -> tuple[dict[str, np.ndarray], list[int]]:
    """Read columns whole, and the number of every row (from 1).

    None of the file's may be called like one that is `made` of the others.
    """
    with _open(path, (*labels, *numbers), made) as connection:
        schema = _schema(connection, path, labels, numbers)
        query = columns_sql(schema, labels, numbers, table=_RECORDS, dialect="duckdb")
        found = connection.execute(f"{query} ORDER BY {_quoted(_ROW)}").fetchnumpy()
    columns = {}
    for name in (*labels, *numbers):
        values = np.ma.filled(found[name], "" if name in labels else np.nan)
        columns[name] = values.astype(str) if name in labels else values.astype(np.float64)
    return columns, list(range(1, len(next(iter(columns.values()))) + 1))


def _open(
    path: Path, wanted: Sequence[str], made: Collection[str] = ()
) -> "duckdb.DuckDBPyConnection":
    """Return a connection with a view of the wanted columns, named as labels are, and of rows."""
    import duckdb

    connection = duckdb.connect(
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    )
    try:
        records = connection.read_parquet(_one_file(path), hive_partitioning=False)
        names = _names(records.columns, wanted, path.name)
        refuse_taken(map(label, records.columns), made, path.name)
        row = f"row_number() OVER () - 1 AS {_quoted(_ROW)}"
        if _NUMBERED not in records.columns:
            records = connection.read_parquet(
                _one_file(path), hive_partitioning=False, file_row_number=True
            )
            row = f"{_NUMBERED} AS {_quoted(_ROW)}"
        columns = [f"{_quoted(given)} AS {_quoted(name)}" for name, given in names.items()]
        records.project(", ".join([*columns, row])).create_view(_RECORDS)
    except duckdb.Error:
        connection.close()
        raise TableError(
            FileFault.NOT_PARQUET,
            source=path.name,
        ) from None
    except TableError:
        connection.close()
        raise
    return connection


def _one_file(path: Path) -> str:
    """Write a path so that DuckDB, which reads names as patterns, meets that file and no other."""
    return re.sub(r"[\[*?]", r"[\g<0>]", str(path))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _names(given: Sequence[str], wanted: Sequence[str], source: str) -> dict[str, str]:
    """Find the wanted columns among those of a file: name → as the file spells it."""
    spelled: dict[str, list[str]] = {}
    for name in given:
        spelled.setdefault(label(name), []).append(name)
    for name in wanted:
        if name not in spelled:
            said = FileFault.NO_PARQUET_COLUMN.of(name=name, choice=nearest(name, list(spelled)))
            raise TableError(said, source=source)
        if len(spelled[name]) > 1:
            first, second = (given.index(each) + 1 for each in spelled[name][:2])
            said = FileFault.COLUMN_TWICE.of(seen=first, place=second)
            raise TableError(said, source=source, column=name)
    return {name: spelled[name][0] for name in wanted}


def _schema(
    connection: "duckdb.DuckDBPyConnection",
    path: Path,
    labels: Sequence[str],
    numbers: Sequence[str],
) -> dict[str, str]:
    """Return the used columns' types in Ibis' words; refuse text where a number is due."""
    described = connection.execute(f"DESCRIBE {_RECORDS}").fetchall()
    types = {name: kind.upper() for name, kind, *_ in described}
    schema = {_ROW: "int64"}
    for name in (*labels, *numbers):
        kind = types[name]
        if kind in ("FLOAT", "DOUBLE"):
            schema[name] = "float64"
        elif kind == "VARCHAR":
            schema[name] = "string"
        else:
            schema[name] = "int64"  # a date or a decimal, too, is cast where it is used
        if name in numbers and schema[name] != "float64" and not kind.startswith(_NUMBERS):
            raise TableError(
                FileFault.COLUMN_TYPE.of(kind=kind.lower()),
                source=path.name,
                column=name,
            )
    return schema


def _value(value: str | float | None, number: bool) -> str | float:
    if value is None:
        return float("nan") if number else ""
    return value
