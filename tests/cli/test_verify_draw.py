"""Anybody can remake a draw and the table that follows from it (fault B15)."""

import itertools
from pathlib import Path

import pytest
from tests.trial.world import problem

from ligzda.cli import main
from ligzda.trial.assignment import draw
from ligzda.trial.assignment.problems import stretches, to_json
from ligzda.trial.assignment.solve import assign
from ligzda.trial.assignment.types import Problem

SEED, SALT, DICE = 20_170_101, "0123456789abcdef" * 2, "3 5 1 6"


def dated() -> Problem:
    days = ("2017-01-01", "2017-07-01", "2018-01-01", "2018-07-01", "2019-01-01")
    spans = tuple(f"{a}/{b}" for a, b in itertools.pairwise(days))
    return problem(periods=spans)


@pytest.fixture
def published(tmp_path: Path) -> tuple[list[str], Path]:
    """Write what is published; return the arguments, and the table."""
    asked = dated()
    file, table = tmp_path / "problem.json", tmp_path / "assignment.csv"
    file.write_bytes(to_json(asked).encode())
    drawn = assign(asked, draw.seed_of(SEED, SALT, DICE))
    lines = ["incubator,name,model,first_day,last_day"]
    for site, course in drawn.courses.items():
        for code, begin, end in stretches(asked.periods, course):
            lines.append(f"{site},x,{code},{begin},{end - end.resolution}")
    table.write_text("\n".join(lines) + "\n", "utf-8-sig")
    hashed = draw.commitment(SEED, SALT, draw.problem_hash(asked))
    arguments = ["verify-draw", str(file), "--seed", str(SEED), "--salt", SALT.upper()]
    arguments += ["--public", f" {DICE} ", "--published", hashed.upper()]
    return arguments, table


def test_the_table_follows_from_what_was_published(
    published: tuple[list[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, table = published
    assert main([*arguments, "--assignment", str(table)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("incubator,model,first_day,last_day\n")
    assert "is the one that follows" in err


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (("--seed", str(SEED), str(SEED + 1)), "does not count"),
        (("--public", f" {DICE} ", "6 6 6 6"), "follow"),
    ],
)
def test_what_does_not_follow_is_refused(
    published: tuple[list[str], Path],
    capsys: pytest.CaptureFixture[str],
    changed: tuple[str, str, str],
    sentence: str,
) -> None:
    arguments, table = published
    name, before, after = changed
    arguments[arguments.index(name) + 1] = after
    assert before != after
    assert main([*arguments, "--assignment", str(table)]) == 2
    assert sentence in capsys.readouterr().err


def test_a_line_that_was_changed_or_left_out_is_named(
    published: tuple[list[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, table = published
    lines = table.read_text("utf-8-sig").splitlines()
    for anew in (lines[:-1], [*lines[:-1], lines[-1].replace("M", "N")]):
        table.write_text("\n".join(anew), "utf-8-sig")
        assert main([*arguments, "--assignment", str(table)]) == 2
        assert lines[-1].split(",")[0] in capsys.readouterr().err


def test_what_is_no_file_of_a_draw_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "problem.json"
    for text in ("", "[]", "{}", "x"):
        file.write_text(text)
        given = ["verify-draw", str(file), "--seed", "1", "--salt", "a", "--public", "1"]
        assert main(given) == 2
        assert "no problem.json" in capsys.readouterr().err
