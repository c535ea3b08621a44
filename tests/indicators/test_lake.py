"""A lake of Parquet: the same counts as PostgreSQL's by DuckDB and Spark, and nobody's number."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from tests.cast import Cast
from tests.indicators.people import YEAR, Exit, answers, place, stays
from tests.indicators.test_cells import spark

from ligzda.indicators import lake
from ligzda.indicators.counting import Split, counted
from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.esf.participants import report
from ligzda.indicators.esf.queries import records
from ligzda.indicators.export import export_lake
from ligzda.indicators.lake import LakeError
from ligzda.indicators.queries import Asked, counts
from ligzda.kernel.errors import NotFoundError
from ligzda.people.models import Stay

__all__ = ["spark"]
pytestmark = pytest.mark.django_db(transaction=False)
DAY = datetime.date(2025, 1, 10)
Rows = list[dict[str, Any]]


@pytest.fixture
def people(cast: Cast) -> None:
    for number, where in enumerate(("ogre", "cesis", "ogre", "ogre")):
        left = Exit(DAY + number * datetime.timedelta(days=30), "wise_job")
        stay = stays(DAY, left, where=where, age=30 + number)
        answers(stay, "who5", "exit", left.day, {}, score=4 * number)
        answers(stay, "entry", "entry", DAY, {"hours": 10 + number, "income_benefits": 250.5})
        later = {"state": "open_job", "hours": 38, "income_work": 700}
        answers(stay, "follow_up", "m6", datetime.date(2025, 9, 9), later)
    stays(DAY, Exit(DAY, reason="own_wish"))


def asked() -> Asked:
    places = [place(slug).municipality_id for slug in ("ogre", "cesis")]
    return Asked(tuple(places), *YEAR, timezone.localdate())


def same(rows: Rows) -> list[list[str]]:
    """Return rows as comparable texts: numbers to nine digits, in an order of their own."""
    return sorted([_text(row[name]) for name in sorted(row)] for row in rows)


def _text(value: Any) -> str:
    return f"{value:.9g}" if isinstance(value, int | float) else str(value)


def test_duckdb_counts_as_postgresql_does(people: None, tmp_path: Path) -> None:
    assert dict(export_lake(tmp_path / "lake"))["stays"] == 5
    by: tuple[Split, ...] = ("incubator", "gender", "quarter")
    for code in dictionary():
        there = [row for row in counts(code, asked(), by) if row["incubator"] in ("ogre", "cesis")]
        here = lake.counts(tmp_path / "lake", code, YEAR, by)
        found = [row for row in here if row["incubator"] in ("ogre", "cesis")]
        assert same(found) == same(there), code


def test_duckdb_gives_the_same_report_of_participants(people: None, tmp_path: Path) -> None:
    list(export_lake(tmp_path / "lake"))
    found = lake.in_duckdb(tmp_path / "lake", report("activity"), YEAR)
    assert same(found) == same(records("activity", asked()))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # PySpark's own deprecations
def test_spark_counts_as_postgresql_does(people: None, tmp_path: Path, spark: Any) -> None:
    list(export_lake(tmp_path / "lake"))
    for code in ("entered", "waiting_days", "exit_state", "in_paid_activity", "who5"):
        found = lake.in_spark(spark, tmp_path / "lake", counted(code, ("gender",)), YEAR)
        assert same(found) == same(counts(code, asked(), ("gender",))), code
    found = lake.in_spark(spark, tmp_path / "lake", report("operation"), YEAR)
    assert same(found) == same(records("operation", asked()))


def test_a_number_is_one_throughout_an_export_and_another_in_the_next(
    people: None, tmp_path: Path
) -> None:
    numbers = []
    for name in ("first", "second"):
        list(export_lake(tmp_path / name, "ogres-novads"))
        rows = {
            table: lake.in_duckdb(tmp_path / name, _table(table), YEAR)
            for table in ("stays", "answers", "follow_ups")
        }
        known = {row["stay"] for row in rows["stays"]}
        assert {row["stay"] for row in (*rows["answers"], *rows["follow_ups"])} <= known
        assert len(known) == 4
        numbers.append(known)
    own = set(Stay.objects.values_list("pk", flat=True))
    assert numbers[0] & numbers[1] == set()
    assert (numbers[0] | numbers[1]) & own == set()


def _table(name: str) -> Any:
    from ligzda.indicators.flat_tables import Tables

    return getattr(Tables(), name)


def test_an_export_takes_a_folder_of_its_own(people: None, tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("")
    with pytest.raises(LakeError, match="not empty"):
        list(export_lake(tmp_path))
    with pytest.raises(LakeError, match="no lake"):
        lake.facts_of(tmp_path)
    with pytest.raises(NotFoundError, match="nekur"):
        list(export_lake(tmp_path / "other", "nekur"))
