"""The same records, however they were saved, are the same table."""

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pytest
from tests.findings.files import CELLS, PARTICIPANT_PLAN, PLAN, cells_csv, participants_csv, write

from ligzda.evidence import Table, TableError, evaluate, parse_plan
from ligzda.findings.delimited import numbers, read_columns, read_text
from ligzda.findings.evaluation import evaluate_files
from ligzda.findings.records import read_data, read_records
from ligzda.indicators import PARTICIPANTS


def columns(table: Table) -> dict[str, list[Any]]:
    return {name: table.column(name).tolist() for name in ("site", "arm", "n", "working")}


def as_excel(text: str) -> bytes:
    """As Latvian Excel saves: byte order mark, semicolons, CR LF, trailing empty rows."""
    return ("\ufeff" + text + ";;;\n").replace("\n", "\r\n").encode()


SAVED = {
    "comma": cells_csv().encode(),
    "semicolon": cells_csv(";").encode(),
    "tab": cells_csv("\t").encode(),
    "Excel": as_excel(cells_csv(";")),
    "sep": b"sep=;\n" + cells_csv(";").encode(),
    "decimal commas": cells_csv(";").replace(";22\n", ";22,0\n").encode(),
    "quoted": "".join(
        ",".join(f'"{cell}"' for cell in line.split(",")) + "\n"
        for line in cells_csv().splitlines()
    ).encode(),
    "quoted decimal commas": cells_csv().replace(",22\n", ',"22,0"\n').encode(),
    "other columns": "".join(
        f'"{number}",{line},"x;y"\n' if number else f",{line},note\n"
        for number, line in enumerate(cells_csv().splitlines())
    ).encode(),
    "blank lines": cells_csv().replace("\n", "\n\n").encode(),
    "spaces": cells_csv().replace(",", " , ").encode(),
}


@pytest.mark.parametrize("case", SAVED)
def test_however_it_was_saved(case: str, tmp_path: Path) -> None:
    path, _ = write(tmp_path, SAVED[case])
    records = read_records(read_data(path), parse_plan(PLAN))
    assert columns(records.table) == {
        "site": [cell[0] for cell in CELLS],
        "arm": [cell[1] for cell in CELLS],
        "n": [cell[2] for cell in CELLS],
        "working": [cell[3] for cell in CELLS],
    }
    assert records.aggregate
    assert records.rows == len(CELLS)


def test_rows_are_counted_as_the_file_counts_them() -> None:
    text = 'site,n\n"two\nlines",1\n\nOgre,2\n'
    found = read_columns(text, "data.csv", ["site", "n"])
    assert found.lines == [2, 5]


def test_a_label_that_looks_like_a_number_stays_a_label(tmp_path: Path) -> None:
    text = cells_csv().replace("Ogre", "01").replace("Talsi", "1")
    path, _ = write(tmp_path, text)
    table = read_records(read_data(path), parse_plan(PLAN)).table
    assert {"01", "1"} < set(table.labels("site").tolist())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,5", 12.5), ("12.5", 12.5), ("1 234,5", 1234.5), ("1\u00a0234", 1234.0),
        ("−3", -3.0), ("1e-3", 0.001), (".5", 0.5), ("+7", 7.0),
    ],
)  # fmt: skip
def test_a_number_as_people_write_it(text: str, value: float) -> None:
    assert numbers([text], [2], "n", "data.csv").tolist() == [value]


@pytest.mark.parametrize(
    "text", ["1.234,5", "1,234.5", "1,234,567", "1.234.567", "12 34", "x", "0x10", "1_000", "٣"]
)
def test_what_is_no_number_or_could_be_two(text: str) -> None:
    with pytest.raises(TableError, match=r"data\.csv, row 2, column “n”"):
        numbers([text], [2], "n", "data.csv")


def test_labels_that_look_alike_are_one() -> None:
    text = "si\u200bte,n\nĶekava,1\nK\u0327ekava,2\nĶekava\u00a0,3\n"
    assert set(read_columns(text, "data.csv", ["site", "n"]).columns["site"]) == {"Ķekava"}


def test_the_rows_say_by_what_a_file_is_split() -> None:
    text = "Strādā, pēc gada, jā;site;n\n1,5;Ogre;3\n2,5;Talsi;4\n"
    found = read_columns(text, "data.csv", ["site", "n"])
    assert (found.delimiter, found.columns["n"]) == (";", ["3", "4"])


def test_a_long_cell_in_a_column_nobody_asked_for() -> None:
    text = f"site,border,n\nOgre,{'x' * 200_000},3\n"
    assert read_columns(text, "data.csv", ["n"]).columns == {"n": ["3"]}


@pytest.mark.parametrize("text", ["", "NA", "n/a", "NaN", "null", ".", "–"])
def test_what_is_missing(text: str) -> None:
    assert np.isnan(numbers([text, "1"], [2, 3], "n", "data.csv")).tolist() == [True, False]


def test_text_with_and_without_a_byte_order_mark() -> None:
    assert read_text("\ufeffā".encode(), "x") == read_text("ā".encode(), "x") == "ā"


def test_a_category_is_a_label(tmp_path: Path) -> None:
    plan = PLAN.replace('family = "binomial"', 'family = "ordinal"').replace(
        'successes = "working"\ntrials = "n"',
        'category = "grade"\nn = "n"\ncategories = ["poor", "fair", "good"]\n'
        'gap_prior = "half-normal(1)"',
    )
    rows = "".join(f"{s},{a},{n},{('poor', 'fair', 'good')[w % 3]}\n" for s, a, n, w in CELLS)
    path, _ = write(tmp_path, f"site,arm,n,grade\n{rows}")
    table = read_records(read_data(path), parse_plan(plan)).table
    assert set(table.labels("grade").tolist()) == {"poor", "fair", "good"}


def test_participants_become_cells(tmp_path: Path) -> None:
    path, _ = write(tmp_path, participants_csv())
    records = read_records(read_data(path), parse_plan(PARTICIPANT_PLAN))
    assert records.rows == sum(cell[2] for cell in CELLS) == 355
    assert not records.aggregate
    assert len(records.table) == 2 * len(CELLS)
    assert records.table.numbers(PARTICIPANTS).sum() == 355
    assert records.table.numbers("working").sum() == sum(cell[3] for cell in CELLS)


def parquet(folder: Path, query: str) -> Path:
    path = folder / "data.parquet"
    duckdb.sql(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path


def test_participants_or_cells_csv_or_parquet_give_the_same_posterior(tmp_path: Path) -> None:
    cells_path, _ = write(tmp_path, name="cells.csv")
    people_path, _ = write(tmp_path, participants_csv(), name="people.csv")
    cells_parquet = parquet(tmp_path, f"SELECT * FROM read_csv('{cells_path}')")
    people_parquet = parquet(tmp_path, f"SELECT * FROM read_csv('{people_path}')").rename(
        tmp_path / "people.parquet"
    )
    cells_parquet = parquet(tmp_path, f"SELECT * FROM read_csv('{cells_path}')")
    found = []
    for path, text in (
        (cells_path, PLAN),
        (cells_parquet, PLAN),
        (people_path, PARTICIPANT_PLAN),
        (people_parquet, PARTICIPANT_PLAN),
    ):
        records = read_records(read_data(path), parse_plan(text))
        found.append(evaluate(records.table, records.engine_plan).contrasts)
    assert found[0] == found[1] == found[2] == found[3]


def people(site: str, working: str) -> str:
    return f"SELECT {site} AS site, 'usual' AS arm, {working} AS working FROM range(10) t(i)"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT 'Ogre' AS site, 'usual' AS arm", "needs the column “working”"),
        ("SELECT 'Ogre' AS site, 'usual' AS arm, 'yes' AS working", "holds varchar, not numbers"),
        ("SELECT 'Ogre' AS site, 'usual' AS arm, 1 AS working LIMIT 0", "the file has no rows"),
        (
            people("'Ogre'", "CASE i WHEN 6 THEN NULL ELSE i % 2 END"),
            "row 7, column “working”: the value is missing",
        ),
        (
            people("'Ogre'", "CASE i WHEN 6 THEN 3 ELSE i % 2 END"),
            "row 7, column “working”: the value is 3",
        ),
        (
            people("CASE i WHEN 4 THEN NULL ELSE 'Ogre' END", "i % 2"),
            "row 5, column “site”: the label is missing",
        ),
    ],
)
def test_parquet_is_refused_by_row_and_column(query: str, words: str, tmp_path: Path) -> None:
    path = parquet(tmp_path, query)
    plan = tmp_path / "plan.toml"
    plan.write_text(PARTICIPANT_PLAN, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        evaluate_files(path, plan)
    assert words in str(caught.value)


def test_parquet_labels_read_as_in_a_spreadsheet(tmp_path: Path) -> None:
    query = (
        "SELECT (i % 3)::DOUBLE AS site, CASE WHEN i < 5 THEN 'usual' ELSE 'incubator' END AS arm, "
        "i % 2 = 0 AS working FROM range(10) t(i)"
    )
    table = read_records(read_data(parquet(tmp_path, query)), parse_plan(PARTICIPANT_PLAN)).table
    assert set(table.labels("site").tolist()) == {"0", "1", "2"}
    assert set(table.numbers("working").tolist()) == {0, 1}


def test_a_million_participants_come_down_to_their_cells(tmp_path: Path) -> None:
    """Inference sees 9 sites × 2 arms × 2 outcomes; how long it takes: docs/performance.md."""
    path = parquet(
        tmp_path,
        "SELECT 'site ' || (i % 9) AS site, CASE WHEN i % 2 = 0 THEN 'usual' ELSE 'incubator' END "
        "AS arm, (hash(i) % 10 < 3 + i % 2)::INT AS working FROM range(1000000) t(i)",
    )
    plan = parse_plan(PARTICIPANT_PLAN)
    records = read_records(read_data(path), plan)
    evaluation = evaluate(records.table, records.engine_plan)
    assert len(records.table.rows) == 36
    assert evaluation.n_units == records.rows == 1_000_000
    assert evaluation.contrasts[0].probability is not None
    assert evaluation.contrasts[0].probability.mean == pytest.approx(0.1, abs=0.01)
