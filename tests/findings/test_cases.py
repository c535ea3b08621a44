"""Files that other tools misread: each folder of ../shared/cases has the input and the answer."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import duckdb
import pytest
from tests.published import SHARED, present

from ligzda.evidence import TableError, parse_plan
from ligzda.evidence.codes import Note
from ligzda.evidence.tables import natural_levels
from ligzda.findings.evaluation import EvaluationRecord, evaluate_files
from ligzda.findings.records import read_data, read_records

COMMAND = (sys.executable, "-m", "ligzda.cli", "evaluate")


def case(number: str) -> Path:
    """Return the folder of a case by its number."""
    folder = present(SHARED / "cases")
    return next(folder.glob(f"{number}-*"))


def evaluated(folder: Path, data: str, plan: str = "plan.toml") -> EvaluationRecord:
    return evaluate_files(folder / data, folder / plan)


def mean(record: EvaluationRecord) -> float:
    return record.evaluation.contrasts[0].link.mean


@pytest.mark.parametrize("name", ["data[1].parquet", "da?a.parquet", "data*.parquet"])
def test_a_file_is_read_by_its_name_and_no_other(tmp_path: Path, name: str) -> None:
    folder = case("01")
    for put in (tmp_path, within := tmp_path / "proj[1]"):
        put.mkdir(exist_ok=True)
        (put / name).write_bytes((folder / "data[1].parquet").read_bytes())
        (put / "data1.parquet").write_bytes((folder / "data1.parquet").read_bytes())
    (beside := tmp_path / "proj1").mkdir()
    (beside / name).write_bytes((folder / "data1.parquet").read_bytes())
    for put in (tmp_path, within):
        found = evaluate_files(put / name, folder / "plan.toml")
        assert found.evaluation.n_units == 150
        assert mean(found) == pytest.approx(0.81, abs=0.01)


def test_a_column_called_like_the_counter_of_rows_is_a_column(tmp_path: Path) -> None:
    folder = case("01")
    data = tmp_path / "numbered.parquet"
    records = duckdb.read_parquet(str(folder / "data[[]1].parquet"))
    records.project("*, 7 AS file_row_number").write_parquet(str(data))
    assert mean(evaluate_files(data, folder / "plan.toml")) == pytest.approx(0.81, abs=0.01)


def test_a_survival_plan_uses_the_intervals_that_its_family_makes(tmp_path: Path) -> None:
    folder = case("03")
    right = json.loads((folder / "expected.json").read_text("utf-8"))
    duckdb.read_csv(str(folder / "data.csv")).write_parquet(str(tmp_path / "data.parquet"))
    for data in (folder / "data.csv", tmp_path / "data.parquet"):
        found = evaluate_files(data, folder / "plan.toml").evaluation
        close = right["tolerance_sd"] * right["log_hazard_ratio"]["sd"]
        told = found.contrasts[0].link
        assert told.level == "high − low"
        for part, wanted in right["log_hazard_ratio"].items():
            assert getattr(told, part) == pytest.approx(wanted, abs=close)
        hazards = {each.level: (each.mean, each.sd) for each in found.fixed}
        for interval, (wanted, sd) in right["log_hazards"].items():
            within = right["tolerance_sd"] * sd
            assert hazards[interval] == pytest.approx((wanted, sd), abs=within)


@pytest.mark.parametrize("name", ["data.csv", "data.parquet"])
def test_a_file_with_a_column_that_the_family_makes_is_refused(tmp_path: Path, name: str) -> None:
    folder = case("03")
    records = duckdb.read_csv(str(folder / "data.csv")).project("*, 'late' AS interval")
    data = tmp_path / name
    (records.write_csv if data.suffix == ".csv" else records.write_parquet)(str(data))
    with pytest.raises(TableError, match=r"made from outcome\.breaks") as refused:
        evaluate_files(data, folder / "plan.toml")
    assert refused.value.column == "interval"


@pytest.mark.parametrize(
    ("data", "plan", "row", "cell"),
    [
        ("costs.tsv", "plan.toml", 2, "1,234"),
        ("costs.csv", "plan.toml", 2, "1.234"),
        ("counts.tsv", "counts.toml", 2, "1,000"),
    ],
)
def test_thousands_are_refused_in_every_delimiter(
    data: str, plan: str, row: int, cell: str
) -> None:
    with pytest.raises(TableError) as refused:
        evaluated(case("04"), data, plan)
    assert refused.value.row == row
    assert cell in str(refused.value)


def test_labels_are_sorted_alike_in_every_run() -> None:
    folder = case("05")
    runs = {
        subprocess.run(
            [*COMMAND, "data.csv", "--plan", "plan.toml", "--json"],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in range(3)
    }
    assert len(runs) == 1
    plan = parse_plan((folder / "plan.toml").read_text("utf-8"))
    records = read_records(read_data(folder / "data.csv"), plan)
    assert natural_levels(records.table.labels("site")) == ("1", "2", "3", "5", "6", "10", "NaN")


@pytest.mark.parametrize("word", ["NA", "N/A", "NaN", "null", ".", "-", "–"])
def test_an_arm_that_says_missing_is_refused(tmp_path: Path, word: str) -> None:
    folder = case("06")
    data = tmp_path / "arms.csv"
    data.write_text((folder / "arms.csv").read_text("utf-8").replace(",NA,", f",{word},"), "utf-8")
    with pytest.raises(TableError) as refused:
        evaluate_files(data, folder / "arms.toml")
    assert (refused.value.row, refused.value.column) == (8, "arm")


def test_an_arm_that_the_plan_names_is_one_whatever_its_name(tmp_path: Path) -> None:
    folder = case("06")
    plan = tmp_path / "plan.toml"
    text = (folder / "arms.toml").read_text("utf-8")
    plan.write_text(text.replace("[roles]", '[roles]\narms = ["usual", "hub", "NA"]'), "utf-8")
    found = evaluate_files(folder / "arms.csv", plan)
    assert "NA − usual" in {contrast.name for contrast in found.evaluation.contrasts}


def test_a_site_that_says_missing_may_be_namibia_and_is_told(tmp_path: Path) -> None:
    folder = case("06")
    data = tmp_path / "sites.csv"
    text = (folder / "arms.csv").read_text("utf-8").replace("D,NA,10,3\n", "")
    data.write_text(text.replace("C,", "NA,").replace("B,", "a,"), "utf-8")
    notes = evaluate_files(data, folder / "arms.toml").evaluation.diagnosis.notes
    assert Note.LABEL_SAYS_MISSING.of(column="site", text="NA") in notes
    assert Note.LABELS_BY_CASE.of(column="site", one="A", other="a") in notes


def test_a_category_that_says_missing_is_a_missing_outcome() -> None:
    found = evaluated(case("06"), "ratings.csv", "ratings.toml")
    assert found.evaluation.n_units == 26
    assert mean(found) == pytest.approx(0.51, abs=0.01)


@pytest.mark.parametrize(
    ("data", "plan", "sites"),
    [
        ("padded.parquet", "plan.toml", 3),
        ("decomposed.csv", "plan.toml", 2),
        ("blanks.csv", "plan.toml", 2),
        ("zero-width.csv", "plan.toml", 2),
        ("header.csv", "header.toml", 3),
    ],
)
def test_labels_that_look_alike_are_one(data: str, plan: str, sites: int) -> None:
    found = evaluated(case("07"), data, plan).evaluation
    assert (found.n_units, found.n_sites, len(found.contrasts)) == (150, sites, 1)
    assert found.contrasts[0].link.mean == pytest.approx(0.81, abs=0.02)


def test_a_plan_and_a_parquet_file_may_spell_a_column_in_other_ways(tmp_path: Path) -> None:
    folder = case("07")
    plan, data = tmp_path / "plan.toml", tmp_path / "data.parquet"
    text = (folder / "header.toml").read_text("utf-8").replace('"usual"', '"usual\u200b "')
    plan.write_text(unicodedata.normalize("NFD", text), "utf-8")
    duckdb.read_csv(str(folder / "header.csv")).write_parquet(str(data))
    found = evaluate_files(data, plan).evaluation
    assert found.contrasts[0].link.mean == pytest.approx(0.81, abs=0.02)


def test_two_columns_that_look_alike_are_refused(tmp_path: Path) -> None:
    data = tmp_path / "data.parquet"
    records = duckdb.read_parquet(str(case("01") / "data[[]1].parquet"))
    records.project('*, site AS "site "').write_parquet(str(data))
    with pytest.raises(TableError, match="twice"):
        evaluate_files(data, case("07") / "plan.toml")


def test_the_delimiter_is_that_by_which_all_rows_fit() -> None:
    found = evaluated(case("08"), "data.csv").evaluation
    assert (found.n_units, found.n_sites) == (100, 2)


def test_a_long_cell_in_a_column_nobody_asked_for_does_no_harm(tmp_path: Path) -> None:
    folder = case("09")
    subprocess.run([sys.executable, folder / "make.py"], cwd=tmp_path, check=True)
    assert evaluate_files(tmp_path / "data.csv", folder / "plan.toml").evaluation.n_units == 100


@pytest.mark.parametrize("how", ["complete-case", "imputation"])
def test_a_missing_covariate_is_no_missing_outcome(tmp_path: Path, how: str) -> None:
    folder = case("25")
    plan = tmp_path / "plan.toml"
    text = (folder / "plan.toml").read_text("utf-8")
    plan.write_text(text.replace('"complete-case"', f'"{how}"'), "utf-8")
    with pytest.raises(TableError, match="It is a covariate") as refused:
        evaluate_files(folder / "data.csv", plan)
    assert (refused.value.row, refused.value.column) == (3, "age")
    assert "rows like this: 2" in str(refused.value)


def test_only_what_the_plan_may_treat_is_told_to_be_treated(tmp_path: Path) -> None:
    text = (case("25") / "data.csv").read_text("utf-8")
    data = tmp_path / "data.csv"
    data.write_text(text.replace("NA", "40").replace(",1\n", ",\n", 1), "utf-8")
    plan = tmp_path / "plan.toml"
    plan.write_text(
        (case("25") / "plan.toml").read_text("utf-8").replace('"complete-case"', '"refuse"'),
        "utf-8",
    )
    with pytest.raises(TableError, match="say in the plan how missing outcomes are treated"):
        evaluate_files(data, plan)
