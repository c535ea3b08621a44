"""What a drafter is told: each rule is provoked by name, with place and remedy."""

from pathlib import Path

import pytest

from ligzda.cli import main
from ligzda.drafting import apply_all, read_act, read_amending_act
from ligzda.drafting.linting.finding import Finding
from ligzda.drafting.linting.rules import lint
from ligzda.drafting.units import data

ACT = """Inkubatoru likums

1. pants. Termini

Likumā lietoti termini:

1) sociālais inkubators – vieta, kurā ražo;

2) atbalsts – nauda.

2. pants. Atbalsts

(1) Pašvaldība piešķir inkubatoram telpas bez maksas uz laiku, kas nav ilgāks par pieciem \
gadiem, un par to noslēdz līgumu.

(2) Lēmumu par atbalsta piešķiršanu pieņem novada dome.

3. pants. Lēmumi

(1) Šā likuma 2. panta otrajā daļā minēto lēmumu paziņo. \
Šā panta otrajā daļā noteikto termiņu skaita dienās.

(2) Termiņš ir mēnesis.
"""
OPENING = "Izdarīt Inkubatoru likumā (LV, 2020, 1. nr.) šādus grozījumus:\n"
TWICE = "Lēmumu par atbalsta piešķiršanu pieņem novada dome."
LONGER = (
    "(1) Pašvaldība piešķir inkubatoram telpas bez maksas uz laiku, kas nav ilgāks par desmit "
    "gadiem, un par to noslēdz līgumu."
)


def found(text: str) -> list[Finding]:
    act, amending = read_act(ACT), read_amending_act(text)
    return lint(act, amending, apply_all(act, amending.operations))


CASES = [
    ("dangling_reference", "1. Izslēgt 2. panta otro daļu.\n2. Izslēgt 1. panta 2. punktu."),
    ("dangling_reference", "1. Izslēgt 3. panta otro daļu.\n2. Izslēgt 1. panta 2. punktu."),
    ("moved_reference", "1. Uzskatīt līdzšinējo 2. pantu par 4. pantu.\n2. Izslēgt 1. pantu."),
    ("needless_restatement", f'1. Izteikt 2. panta pirmo daļu šādā redakcijā:\n"{LONGER}"'),
    ("superscript_in_restated_unit",
     '1. Izteikt 3. pantu šādā redakcijā:\n"3. pants. Lēmumi\n(1) Cits.\n(1^1) Vēl cits."'),
    ("duplicated_rule",
     f'1. Papildināt 3. pantu ar trešo daļu šādā redakcijā:\n"(3) {TWICE}"'),
    ("term_differs",
     '1. Papildināt 3. pantu ar trešo daļu šādā redakcijā:\n"(3) Privātais inkubators maksā."'),
    ("editorial_change_alone",
     '1. Aizstāt 2. panta otrajā daļā vārdu "Lēmumu" ar vārdu "lēmumu".'),
    ("opening_number", "1. Izslēgt 1. panta 2. punktu."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_each_rule_finds_what_it_is_for(rule: str, text: str) -> None:
    said = [each for each in found(OPENING + text) if each.rule == rule]
    assert said
    for language in ("lv", "en"):
        assert "{" not in said[0].said(language)


def test_an_opening_is_missing_or_names_no_source() -> None:
    body = "1. Izslēgt 2. pantu.\n2. Izslēgt 1. panta 2. punktu."
    assert "no_opening" in {each.rule for each in found(body)}
    bare = "Izdarīt Inkubatoru likumā šādus grozījumus:\n"
    assert "opening_without_source" in {each.rule for each in found(bare + body)}


def test_a_clean_amending_act_has_no_findings() -> None:
    text = "1. Izslēgt 1. panta 2. punktu.\n2. Izslēgt 3. panta pirmās daļas pirmo teikumu."
    assert found(OPENING + text) == []


def test_every_rule_speaks_both_languages() -> None:
    assert all(set(row) == {"lv", "en"} for row in data("findings.yaml").values())


def test_the_command_says_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    act, amendment = tmp_path / "act.txt", tmp_path / "amendment.txt"
    act.write_text(ACT, "utf-8")
    amendment.write_text(OPENING + CASES[0][1], "utf-8")
    assert main(["amend", str(act), str(amendment), "--lint", "--language", "en"]) == 0
    assert "dangling_reference: 3. pants, 1. daļa: “Šā likuma 2. panta otrajā daļā”" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sociālais inkubators maksā. Par inkubatoru atbild dome.",
        "Sociālo inkubatoru uztur dome.",
        "Dome inkubatorizē olas.",
    ],
)
def test_a_term_named_in_full_or_another_word_is_no_finding(text: str) -> None:
    sentence = f'1. Papildināt 3. pantu ar trešo daļu šādā redakcijā:\n"(3) {text}"'
    assert "term_differs" not in {each.rule for each in found(OPENING + sentence)}
