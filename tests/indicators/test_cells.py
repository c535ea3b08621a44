"""The same cells from DuckDB, PostgreSQL and Spark."""

import importlib.util
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import amount

from ligzda.indicators import cells, cells_sql

ROWS = [
    (row, ["Ogre", "Cēsis", "Līvāni"][row % 3], float(row % 2), (row * 7) % 5, float(row % 4 == 0))
    for row in range(1, 241)
]
COLUMNS = "number BIGINT, site VARCHAR, arm DOUBLE PRECISION, age INTEGER, y DOUBLE PRECISION"


@pytest.fixture(scope="module")
def parquet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cells") / "records.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE records ({COLUMNS})")
        connection.executemany("INSERT INTO records VALUES (?, ?, ?, ?, ?)", ROWS)
        connection.execute(f"COPY records TO '{path}' (FORMAT parquet)")
    return path


def expected() -> dict[tuple[Any, ...], tuple[int, int]]:
    counts = Counter((site, str(int(arm)), y) for _, site, arm, _, y in ROWS)
    first = {(site, str(int(arm)), y): row for row, site, arm, _, y in reversed(ROWS)}
    return {key: (count, first[key]) for key, count in counts.items()}


SCHEMA = {"number": "int64", "site": "string", "arm": "float64", "age": "int32", "y": "float64"}


def query(dialect: Any) -> str:
    return cells_sql(SCHEMA, ["site", "arm"], ["y"], row="number", table="records", dialect=dialect)


def found(rows: Iterable[Sequence[Any]]) -> dict[tuple[Any, ...], tuple[int, int]]:
    return {(site, arm, y): (count, first) for site, arm, y, count, first in rows}


def test_duckdb(parquet: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW records AS SELECT * FROM read_parquet('{parquet}')")
        assert found(connection.execute(query("duckdb")).fetchall()) == expected()


@pytest.mark.django_db
def test_postgresql() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE records ({COLUMNS}) ON COMMIT DROP")
        cursor.executemany("INSERT INTO records VALUES (%s, %s, %s, %s, %s)", ROWS)
        cursor.execute(query("postgres"))
        assert found(cursor.fetchall()) == expected()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("PySpark is not installed: pip install 'ligzda[spark]'")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java 17: apt-get install openjdk-17-jre-headless")
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # PySpark's own deprecations
def test_spark(parquet: Path, spark: Any) -> None:
    spark.read.parquet(str(parquet)).createOrReplaceTempView("records")
    import ibis

    there = ibis.pyspark.connect(spark)
    expression = cells(there.table("records"), ["site", "arm"], ["y"], row="number")
    assert found(spark.sql(there.compile(expression)).collect()) == expected()


@cache
def by_site() -> str:
    schema = {"site": "string", "y": "float64"}
    return cells_sql(schema, ["site"], ["y"], table="records", dialect="duckdb")


@pytest.mark.slow
@settings(max_examples=amount(20, nightly=250))
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.text(st.characters(exclude_categories=("Cs", "Cc")))),
            st.one_of(st.none(), st.sampled_from([0.0, 1.0])),
        ),
        min_size=1,
    )
)
def test_nobody_is_lost(rows: list[tuple[str | None, float | None]]) -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE records (site VARCHAR, y DOUBLE)")
        connection.executemany("INSERT INTO records VALUES (?, ?)", rows)
        counted = {(site, y): count for site, y, count in connection.execute(by_site()).fetchall()}
    assert counted == Counter(rows)
