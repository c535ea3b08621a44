"""`ligzda verify`: five words, a sentence that sums up, an exit status."""

from pathlib import Path

import pytest
from tests.methodology import forged
from tests.methodology.editions_made import edition

from ligzda.cli import main


def run(folder: Path, pdf: bytes, *options: str) -> int:
    (folder / "edition.pdf").write_bytes(pdf)
    (folder / "log.jsonl").write_text(forged.log_of(edition()), encoding="utf-8")
    return main(["verify", str(folder / "edition.pdf"), *options])


def test_it_tells_of_each_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, forged.genuine("en"), "--log", str(tmp_path / "log.jsonl")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("intact: yes")
    assert "claim 2: recomputes – rests on data that are not public; worded as computed – yes" in (
        lines
    )
    assert lines[-1] == (
        "Intact, recomputes as far as its data are public, and an edition that was published."
    )


def test_what_does_not_hold_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = ("--log", str(tmp_path / "log.jsonl"))
    assert run(tmp_path, forged.consistent(), *log, "--language", "lv") == 1
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Nemainīts un izrēķināms, cik tā dati ir publiski, bet nav publicēts izdevums."
    )
    assert run(tmp_path, forged.reworded("+23,8", "+28,3"), *log) == 1


def test_what_cannot_be_read_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, b"text", "--language", "lv") == 2
    assert "šī nav PDF datne. Dodiet izdevuma PDF." in capsys.readouterr().err
    assert main(["verify", str(tmp_path / "absent.pdf")]) == 2
    assert "absent.pdf: No such file" in capsys.readouterr().err
