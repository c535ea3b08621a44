"""Acts and amending acts as Akoma Ntoso: valid by the strict schema, and the same text back."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree
from tests.drafting.acts import LAW, REGULATIONS, laws

from ligzda.cli import main
from ligzda.drafting import NotAnAct, read_act, read_amending_act
from ligzda.drafting.akn.amending import amending_document
from ligzda.drafting.akn.checking import faults
from ligzda.drafting.akn.reading import read_akn
from ligzda.drafting.akn.writing import act_document

AMENDMENT = """Izdarīt Sociālo inkubatoru likumā (LV, 2020, 1. nr.) šādus grozījumus:
1. Aizstāt 1. panta pirmajā daļā vārdu "pašvaldība" ar vārdiem "novada <dome>".
2. Papildināt likumu ar 2.² pantu šādā redakcijā:
"2.² pants. Jauns
(1) Pirmā.
(2) Otrā."
3. Izslēgt 2. panta pirmās daļas otro teikumu.
4. Likums stājas spēkā 2027. gada 1. janvārī.
"""


@cache
def schema() -> etree.XMLSchema:
    """Return the strict schema of OASIS; half a second of loading, once."""
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "schema" / "akomantoso30.xsd"))


def errors(text: str) -> list[str]:
    """Return what the schema says against a document."""
    schema().validate(etree.fromstring(text.encode()))
    return [str(each) for each in schema().error_log]


@pytest.mark.parametrize("text", [LAW, REGULATIONS, LAW.replace("2.^1", "2.¹")])
def test_an_act_is_valid_and_comes_back_the_same(text: str) -> None:
    act = read_act(text)
    written = act_document(act, amended="2027-01-01")
    assert errors(written) == []
    assert read_akn(written) == replace(act, repairs=())
    assert read_akn(written).render() == text


@given(laws())
def test_drawn_acts_come_back_the_same(text: str) -> None:
    assert read_akn(act_document(read_act(text))).render() == text


def test_an_amending_act_is_valid_and_each_change_is_marked() -> None:
    act = read_act(LAW)
    written = amending_document(read_amending_act(AMENDMENT), act, in_force="2027-01-01")
    assert errors(written) == []
    assert faults(written, act_document(act)) == []
    assert written.count("<mod ") == written.count("<textualMod") == 3
    assert 'type="insertion"' in written
    assert "#art_1__para_1" in written
    assert '/lav@2027-01-01/!main#art_2_2"/>' in written
    assert "novada &lt;dome&gt;" in written


def test_the_own_checks_find_what_the_schema_cannot() -> None:
    act = read_act(LAW)
    written = amending_document(read_amending_act(AMENDMENT), act)
    broken = written.replace('#point_1__mod_1"', '#point_9__mod_1"').replace("#art_1_", "#art_7_")
    said = " ".join(faults(broken, act_document(act)))
    assert "point_1__mod_1 has no textualMod" in said
    assert "#art_7__para_1 is not in the act" in said


def test_a_document_of_others_is_read_as_text() -> None:
    act = read_act(LAW)
    bare = act_document(act).replace(" xmlns:l=", " xmlns:other=").replace(" l:", " other:")
    assert 'other:gap="' in bare
    foreign = bare.replace("https://ligzda.lv/ns/act", "https://example.org/ns")
    again = read_akn(foreign)
    assert again.root.get(()).kind == "act"
    assert "(1) Likuma mērķis ir atbalstīt sociālos inkubatorus." in again.render()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<akomaNtoso><act>", "no well-formed XML"),
        ("<!DOCTYPE a><akomaNtoso/>", "declares a type or entities"),
        ("<akomaNtoso/>", "holds no act"),
    ],
)
def test_what_is_no_act_is_refused(text: str, said: str) -> None:
    with pytest.raises(NotAnAct, match=said):
        read_akn(text)


def test_the_command_reads_and_prints_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    act, amendment = tmp_path / "act.xml", tmp_path / "amendment.txt"
    act.write_text(act_document(read_act(LAW)), "utf-8")
    amendment.write_text(AMENDMENT, "utf-8")
    assert main(["amend", str(act), str(amendment), "--format", "akn"]) == 0
    consolidated = capsys.readouterr().out
    assert errors(consolidated) == []
    assert "2.² pants." in read_akn(consolidated).render()
    assert main(["amend", str(act), str(amendment), "--format", "akn-amendment"]) == 0
    assert errors(capsys.readouterr().out) == []
