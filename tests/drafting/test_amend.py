"""`ligzda amend`: what it prints, and what it says of bad input."""

import json
from pathlib import Path

import pytest
from tests.drafting.acts import LAW

from ligzda.cli import main

AMENDMENT = """Saeima ir pieņēmusi un Valsts prezidents izsludina šādu likumu:
Grozījumi Sociālo inkubatoru likumā
Izdarīt Sociālo inkubatoru likumā (Latvijas Vēstnesis, 2020, 1. nr.) šādus grozījumus:
1. Aizstāt 1. panta pirmajā daļā vārdu "pašvaldība" ar vārdiem "novada dome".
2. Izslēgt 2. panta pirmās daļas otro teikumu.
Likums stājas spēkā 2027. gada 1. janvārī.
Likums Saeimā pieņemts 2026. gada 12. novembrī.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Return the act and the amending act as files."""
    act, amendment = tmp_path / "act.txt", tmp_path / "amendment.txt"
    act.write_text(LAW, "utf-8")
    amendment.write_text(AMENDMENT, "utf-8")
    return str(act), str(amendment)


def test_the_amended_text_is_printed(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["amend", *files]) == 0
    out = capsys.readouterr().out
    assert "Atbalstu sniedz novada dome." in out
    assert "Pašvaldība statusu var atņemt." not in out


def test_the_text_before_the_day_in_force_is_the_old_one(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["amend", *files, "--at", "2026-12-31"]) == 0
    assert capsys.readouterr().out == LAW


def test_notes_are_an_output_of_their_own(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["amend", *files, "--result", "noted"]) == 0
    assert "12.11.2026. likumu, kas stājas spēkā 01.01.2027.)" in capsys.readouterr().out


def test_operations_are_read_in_the_schema_of_the_corpus(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["amend", "--read", files[1], "--format", "json"]) == 0
    first, second, third = json.loads(capsys.readouterr().out)
    assert first == [
        {"op": "replace_words", "targets": [["pants:1", "daļa:1"]], "old": "pašvaldība",
         "new": "novada dome"}
    ]  # fmt: skip
    assert second[0]["targets"] == [["pants:2", "daļa:1", "teikums:2"]]
    assert third == [{"op": "enter_into_force", "date": "2027-01-01"}]


def test_a_sentence_that_is_not_understood_is_named_and_the_others_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "amendment.txt"
    path.write_text("1. Izslēgt 5. pantu.\n2. Pielabot 6. pantu.\n3. Izslēgt 7. pantu.\n")
    assert main(["amend", "--read", str(path), "--format", "json"]) == 2
    told = capsys.readouterr()
    assert [len(each) for each in json.loads(told.out)] == [1, 0, 1]
    assert "“Pielabot 6. pantu.” is not understood from “Pielabot" in told.err


@pytest.mark.parametrize(
    ("form", "has"),
    [
        ("html", '<ins><span class="visually-hidden">[pievienots]</span>novada dome'),
        ("table", "| Spēkā esošā likuma redakcija |"),
        ("json", '"failure": null'),
    ],
)
def test_every_format_is_printed(
    files: tuple[str, str], form: str, has: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["amend", *files, "--format", form]) == 0
    assert has in capsys.readouterr().out


def test_each_sentence_is_explained(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["amend", *files, "--explain"]) == 0
    assert "replace_words pants:1/daļa:1 (rule: replace)" in capsys.readouterr().err


BAD = [
    ("1. Izslēgt 9. pantu.", "pants:9: the act has no such unit"),
    ('1. Aizstāt 3. pantā vārdu "suns" ar vārdu "kaķis".', "do not stand here"),
    ("1. Pārrakstīt 3. pantu labāk.", "is not understood from “Pārrakstīt"),
    ('1. Izteikt 3. pantu šādā redakcijā:\n"3. pants. Bez beigām', "opens and does not close"),
]


@pytest.mark.parametrize(("text", "said"), BAD)
def test_bad_input_prints_nothing_but_why(
    files: tuple[str, str], text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(files[1]).write_text(text, "utf-8")
    assert main(["amend", *files]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 word/document.xml", "is a DOCX, ODT or PDF, no text"),
        ("Pants āžūķ".encode("cp1257"), "is not UTF-8"),
        (b"An act in English.\nSection one.\n", "no section, point or chapter was found"),
    ],
)
def test_a_file_that_is_no_act_is_refused_with_what_to_do(
    files: tuple[str, str], data: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(files[0]).write_bytes(data)
    assert main(["amend", *files]) == 2
    assert said in capsys.readouterr().err
