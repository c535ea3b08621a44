"""`ligzda protect` and `ligzda attack`: tables out, bad input refused, the ledger written whole."""

import json
from pathlib import Path

import pytest

from ligzda.cli import main

CELLS = """town,age,people
Ogre,15–24,3
Ogre,25–54,20
Ogre,55+,31
Cēsis,15–24,40
Cēsis,25–54,17
Cēsis,55+,22
Bauska,15–24,19
Bauska,25–54,28
Bauska,55+,2
"""
BY = ["--by", "town,age", "--sensitive", "none"]
COUNT = [*BY, "--count", "people"]


def write(folder: Path, text: str, name: str = "cells.csv") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def test_cells_get_their_status_and_no_small_figure_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["protect", write(tmp_path, CELLS), *COUNT, "--format", "json"]) == 0
    cells = json.loads(capsys.readouterr().out)["cells"]
    by_place = {(cell["town"], cell["age"]): cell for cell in cells}
    assert by_place["Ogre", "15–24"]["count"] is None
    assert by_place["Ogre", "15–24"]["count_status"] == "primary"
    assert by_place["total", "total"]["count"] == 182
    assert len(cells) == 16


def test_what_leaves_the_house_tells_no_two_suppressions_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["protect", write(tmp_path, CELLS), *COUNT, "--format", "csv", "--public"]) == 0
    out = capsys.readouterr().out
    assert "suppressed" in out
    assert "primary" not in out
    assert "secondary" not in out


def test_a_published_table_is_attacked_as_an_outsider_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published = tmp_path / "published.csv"
    source = write(tmp_path, CELLS)
    assert main(["protect", source, *COUNT, "--format", "csv", "--output", str(published)]) == 0
    attacked = [
        "attack",
        str(published),
        "--by",
        "town,age",
        "--count",
        "count",
        "--format",
        "json",
    ]
    assert main(attacked) == 0
    found = json.loads(capsys.readouterr().out)
    assert found
    assert all(each["kept"] == "yes" and each["high"] > each["low"] for each in found)


def test_an_attack_works_out_a_cell_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = "town,n\nOgre,\nCēsis,20\ntotal,23\n"
    assert main(["attack", write(tmp_path, table), "--by", "town", "--count", "n"]) == 0
    out = capsys.readouterr().out
    assert "3 to 3" in out
    assert "worked out: 1" in out


def test_the_ledger_grows_by_one_line_a_release_and_only_once(tmp_path: Path) -> None:
    source, ledger = write(tmp_path, CELLS), tmp_path / "ledger.jsonl"
    command = ["protect", source, *COUNT, "--ledger", str(ledger), "--output", str(tmp_path / "o")]
    assert main([*command, "--dry-run"]) == 0
    assert not ledger.exists()
    assert main(command) == main(command) == 0
    assert len(ledger.read_text("utf-8").splitlines()) == 1
    assert ledger.stat().st_mode & 0o077 == 0
    assert main([*command, "--merge", "age=15–24 + 25–54"]) == 0
    assert len(ledger.read_text("utf-8").splitlines()) == 2


def test_sums_of_money_keep_p_to_themselves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f"Ogre,{100 + at},a{at}" for at in range(6)]
    rows += [f"Cēsis,{90 + at},b{at}" for at in range(6)]
    rows += ["Bauska,9000,c1", "Bauska,5,c2", "Bauska,4,c3", "Bauska,4,c4", "Bauska,4,c5"]
    source = write(tmp_path, "town,paid,who\n" + "\n".join(rows) + "\n")
    monkeypatch.setenv("LIGZDA_DOMINANCE", "17.25")
    command = ["protect", source, "--by", "town", "--euro", "paid", "--contributor", "who"]
    assert main([*command, "--sensitive", "none"]) == 0
    out = capsys.readouterr().out
    assert "One or two make up most of this sum" in out
    assert "9017" not in out
    assert "17.25" not in out


def deep(levels: int) -> str:
    rows = [f"a{at},b{at % 300},1" for at in range(levels)]
    return "town,age,people\n" + "\n".join(rows) + "\n"


REFUSED: dict[str, tuple[str, list[str], list[str]]] = {
    "a threshold of nought": (CELLS, ["--threshold", "0"], ["at least 1", "The usual one is 5"]),
    "an empty table": (
        "town,age,people\nOgre,15–24,0\n",
        [],
        ["cells.csv: there is nobody in the table"],
    ),
    "only a heading": ("town,age,people\n", [], ["cells.csv: ", "no rows of data"]),
    "a negative count": (
        CELLS.replace("Cēsis,25–54,17", "Cēsis,25–54,-17"),
        [],
        ["cells.csv, row 6, column “people”: −17 is negative"],
    ),
    "half a person": (
        CELLS.replace("Cēsis,25–54,17", "Cēsis,25–54,1.5"),
        [],
        ["row 6, column “people”: 1.5 is not a whole number"],
    ),
    "contradictory totals": (
        CELLS + "Ogre,total,55\n",
        [],
        ["row 11, column “people”", "“town Ogre” is 55", "add up to 54"],
    ),
    "a cell twice": (
        CELLS + "Ogre,55+,31\nOgre,total,54\n",
        [],
        ["row 11: the cell “town Ogre, age 55+” is there twice"],
    ),
    "a column that is not there": (
        CELLS.replace("people", "n"),
        [],
        ["cells.csv, row 1: there is no column “people” in the header"],
    ),
    "people where nobody can be": (
        CELLS,
        ["--structural", "town=Ogre,age=55+"],
        ["“town Ogre, age 55+”, in which nobody can be, has 31"],
    ),
    "a dimension that is none": (
        CELLS,
        ["--structural", "sex=male"],
        ["“sex” is none of the table's dimensions. Allowed: town, age"],
    ),
    "ten to the fifth cells": (
        deep(330),
        [],
        ["99,631 cells", "no more than 6,000", "Leave out “town”", "at most 18"],
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_bad_input_to_protect_is_refused_with_where_and_what_to_do(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, options, said = REFUSED[case]
    source, ledger = write(tmp_path, text), tmp_path / "ledger.jsonl"
    assert main(["protect", source, *COUNT, "--ledger", str(ledger), *options]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("ligzda protect: ")
    assert [each for each in said if each not in output.err] == [], output.err
    assert not ledger.exists()


def test_negative_euro_are_refused_with_their_row_in_latvian(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path, "town,paid,who\nOgre,5,a\nOgre,-2,b\n")
    command = ["protect", source, "--by", "town", "--euro", "paid", "--contributor", "who"]
    assert main([*command, "--language", "lv"]) == 2
    error = capsys.readouterr().err
    assert "cells.csv, 3. rinda, kolonna „paid”: −2 ir negatīvs." in error


def test_what_cannot_be_protected_comes_with_a_proposal_that_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = ["--ledger", str(tmp_path / "ledger.jsonl"), "--sensitive", "none"]
    both = "town,sex,n\nt0,f,3\nt0,m,2\nt1,f,30\nt1,m,20\nt2,f,30\nt2,m,40\n"
    source = write(tmp_path, both)
    for by in ("town", "sex"):
        assert main(["protect", source, "--by", by, "--count", "n", *ledger]) == 0
    capsys.readouterr()
    stricter = ["protect", source, "--by", "town,sex", "--count", "n", *ledger, "--threshold", "7"]
    assert main(stricter) == 2
    error = capsys.readouterr().err
    assert "cannot be protected" in error
    merged = error.partition('--merge "')[2].partition('"')[0]
    assert main([*stricter, "--merge", merged]) == 0


def test_a_damaged_ledger_publishes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_text('{"name": "R"}\n', "utf-8")
    assert main(["protect", write(tmp_path, CELLS), *COUNT, "--ledger", str(ledger)]) == 2
    assert "ledger.jsonl, row 1: the ledger is damaged" in capsys.readouterr().err
    assert ledger.read_text("utf-8") == '{"name": "R"}\n'
