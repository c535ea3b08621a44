"""Bad input: file, row, column, what is wrong, what to do; status 2; nothing written."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.findings.files import PARTICIPANT_PLAN, PLAN, cells_csv, participants_csv, write

from ligzda.cli import main


def refused(
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    data: str | bytes | None = None,
    plan: str = PLAN,
    name: str = "data.csv",
) -> str:
    """Run the command with a report wanted; give the message of its refusal."""
    data_path, plan_path = write(folder, data, plan, name)
    before = sorted(folder.rglob("*"))
    status = main(
        ["evaluate", str(data_path), "--plan", str(plan_path), "--report", str(folder / "report")]
    )
    output = capsys.readouterr()
    assert status == 2
    assert output.out == ""
    assert output.err.startswith("ligzda evaluate: ")
    assert output.err.count("\n") == 1
    assert sorted(folder.rglob("*")) == before
    return output.err


ROW = "Ķekava,usual,24,9"

CELLS_REFUSED: dict[str, tuple[str | bytes, list[str]]] = {
    "more successes than participants": (
        cells_csv().replace(ROW, "Ķekava,usual,24,25"),
        ["data.csv, row 5, column “working”", "more successes (25)", "“n”"],
    ),
    "a negative count": (
        cells_csv().replace(ROW, "Ķekava,usual,24,-9"),
        ["data.csv, row 5, column “working”", "-9 is negative"],
    ),
    "a count that is not whole": (
        cells_csv().replace(ROW, "Ķekava,usual,24,9.5"),
        ["data.csv, row 5, column “working”", "9.5 is not a whole number"],
    ),
    "NaN": (
        cells_csv().replace(ROW, "Ķekava,usual,24,NaN"),
        ["data.csv, row 5, column “working”", "missing"],
    ),
    "an empty cell": (
        cells_csv().replace(ROW, "Ķekava,usual,,9"),
        ["data.csv, row 5, column “n”", "missing"],
    ),
    "an empty label": (
        cells_csv().replace(ROW, ",usual,24,9"),
        ["data.csv, row 5, column “site”", "missing"],
    ),
    "a word for a number": (
        cells_csv().replace(ROW, "Ķekava,usual,24,deviņi"),
        ["data.csv, row 5, column “working”", "“deviņi” is not a number", "leave the cell empty"],
    ),
    "a percentage": (
        cells_csv().replace(ROW, "Ķekava,usual,24,38%"),
        ["data.csv, row 5, column “working”", "“38%” is not a number", "between 0 and 1"],
    ),
    "thousands and decimals": (
        cells_csv(";").replace(ROW.replace(",", ";"), "Ķekava;usual;1.234,5;9"),
        ["data.csv, row 5, column “n”", "“1.234,5” has signs for thousands", "1234,5"],
    ),
    "a comma that can be two things": (
        cells_csv().replace(ROW, 'Ķekava,usual,"1,024",9'),
        ["data.csv, row 5, column “n”", "“1,024” can be 1024 or 1.024", "thousands or decimals"],
    ),
    "thousands in tabs": (
        cells_csv("\t").replace(ROW.replace(",", "\t"), "Ķekava\tusual\t1,024\t9"),
        ["data.csv, row 5, column “n”", "“1,024” can be 1024 or 1.024"],
    ),
    "points and commas mixed": (
        cells_csv(";").replace(";40;22", ";40,0;22").replace(";24;9", ";24.0;9"),
        ["data.csv, row 5, column “n”", "“24.0” here, but “40,0” in row 2", "Use one of them"],
    ),
    "a row too short": (
        cells_csv().replace(ROW, "Ķekava,usual,24"),
        ["data.csv, row 5", "3 cells, but the header has 4"],
    ),
    "an open quotation mark": (
        cells_csv().replace(ROW, '"Ķekava,usual,24,9'),
        ["data.csv, row 5", "quotation marks do not match"],
    ),
    "a column missing": (
        cells_csv().replace("working", "wörking"),
        ["data.csv, row 1", "needs the column “working”", "Did you mean “wörking”?"],
    ),
    "the wrong delimiter inside": (
        cells_csv("/"),
        ["data.csv, row 1", "needs the column", "separated by “,”"],
    ),
    "a header twice": (
        cells_csv().replace("site,arm,n,", "site,arm,arm,"),
        ["data.csv, row 1, column “arm”", "twice (places 2 and 3)"],
    ),
    "an empty file": ("", ["data.csv", "the file is empty", "Give a header row"]),
    "nothing but blank": ("\ufeff\n \n", ["data.csv", "the file is empty"]),
    "a header alone": ("site,arm,n,working\n", ["data.csv", "no rows of data"]),
    "Windows-1257": (
        cells_csv().encode("cp1257"),
        ["data.csv, row 4", "is not UTF-8", "“CSV UTF-8”"],
    ),
    "UTF-16": (cells_csv().encode("utf-16"), ["data.csv", "UTF-16", "“CSV UTF-8”"]),
    "a workbook": (b"PK\x03\x04\0\0\0\0", ["data.csv", "not a text file", "CSV"]),
    "an arm with no rows": (
        "".join(line for line in cells_csv().splitlines(True) if "usual" not in line),
        ["data.csv", "“usual”"],
    ),
}


@pytest.mark.parametrize("case", CELLS_REFUSED)
def test_a_table_is_refused(case: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data, words = CELLS_REFUSED[case]
    message = refused(capsys, tmp_path, data)
    for word in words:
        assert word in message


def test_a_participant_has_0_or_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lines = participants_csv().splitlines()
    lines[99] = lines[99][:-1] + "2"
    message = refused(capsys, tmp_path, "\n".join(lines), PARTICIPANT_PLAN)
    assert "data.csv, row 100, column “working”: the value is 2" in message


def test_a_participant_without_an_outcome(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = participants_csv().splitlines()
    lines[99] = lines[99][:-1]
    message = refused(capsys, tmp_path, "\n".join(lines), PARTICIPANT_PLAN)
    assert "data.csv, row 100, column “working”: the value is missing" in message


PLANS_REFUSED = {
    "an unknown key": (
        PLAN.replace('family = "binomial"', 'familly = "binomial"'),
        ["plan.toml", "outcome.", "family"],
    ),
    "an unknown section": (PLAN + "\n[extra]\na = 1\n", ["plan.toml", "extra", "Allowed"]),
    "no TOML": ("this is not a plan", ["plan.toml", "TOML"]),
    "a prior of 0": (
        PLAN.replace("half-normal(1)", "half-normal(0)"),
        ["plan.toml", "terms[3].sd", "above 0"],
    ),
    "an unknown level": (
        PLAN.replace('level = "incubator"', 'level = "incubatr"'),
        ["incubatr", "incubator"],
    ),
}


@pytest.mark.parametrize("case", PLANS_REFUSED)
def test_a_plan_is_refused(case: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    plan, words = PLANS_REFUSED[case]
    message = refused(capsys, tmp_path, plan=plan)
    for word in words:
        assert word in message


def test_a_damaged_parquet_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    message = refused(capsys, tmp_path, b"PAR1 but no more", name="data.parquet")
    assert "data.parquet: this is not a Parquet file, or it is damaged." in message


@pytest.mark.parametrize(
    ("data", "plan", "words"),
    [
        ("nowhere.csv", "plan.toml", "nowhere.csv: there is no such file."),
        ("data.csv", "nowhere.toml", "nowhere.toml: file: there is no such file."),
        (".", "plan.toml", "this is a folder."),
        ("data.csv", ".", "this is a folder."),
    ],
)
def test_a_file_that_is_not_there(
    data: str, plan: str, words: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write(tmp_path)
    assert main(["evaluate", str(tmp_path / data), "--plan", str(tmp_path / plan)]) == 2
    assert words in capsys.readouterr().err


def test_a_foreign_folder_is_left_alone(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data, plan = write(tmp_path)
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "cat.jpg").write_bytes(b"cat")
    status = main(["evaluate", str(data), "--plan", str(plan), "--report", str(folder)])
    assert status == 2
    assert "not from a report of Ligzda" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["cat.jpg"]


def test_a_file_is_no_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data, plan = write(tmp_path)
    assert main(["evaluate", str(data), "--plan", str(plan), "--report", str(data)]) == 2
    assert "this is a file, not a folder" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--seed", "-1"], ["--seed", "x"], ["--language", "de"], []])
def test_a_wrong_option(
    options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data, plan = write(tmp_path)
    required = ["--plan", str(plan)] if options else []
    with pytest.raises(SystemExit) as caught:
        main(["evaluate", str(data), *required, *options])
    assert caught.value.code == 2
    assert "usage: ligzda evaluate" in capsys.readouterr().err


@pytest.mark.parametrize("case", ["NaN", "an empty file"])
def test_from_a_shell(case: str, tmp_path: Path) -> None:
    data, words = CELLS_REFUSED[case]
    data_path, plan_path = write(tmp_path, data)
    done = subprocess.run(
        [
            sys.executable, "-m", "ligzda.cli", "evaluate", data_path, "--plan", plan_path,
            "--report", tmp_path / "report",
        ],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert words[0] in done.stderr
    assert not (tmp_path / "report").exists()
