"""Acts as trees: what is read is written back; units, superscripts, sentences, addresses."""

import pytest
from hypothesis import given
from tests.drafting.acts import LAW, REGULATIONS, laws
from tests.drafting.corpus import CORPUS

from ligzda.drafting import NotAnAct, path_of, read_act
from ligzda.drafting.acts.finding import find, regions
from ligzda.drafting.acts.markup import plain
from ligzda.drafting.acts.model import Unit
from ligzda.drafting.acts.sentence_ends import sentence_spans
from ligzda.drafting.errors import TargetAmbiguous, TargetMissing


@given(laws())
def test_an_act_that_was_read_is_written_back_to_the_letter(text: str) -> None:
    assert read_act(text).render() == text


@pytest.mark.usefixtures("shared")
def test_real_laws_are_written_back_to_the_letter() -> None:
    for path in sorted((CORPUS / "full").glob("*.txt")):
        text = path.read_text("utf-8")
        assert read_act(text).render() == text


@pytest.mark.parametrize(
    ("address", "begins"),
    [
        ("pants:1/daļa:2/punkts:2", "2) iekārtas"),
        ("pants:2/daļa:2", "Statusu reģistrē"),
        ("pants:2^1/daļa:1", "(1) Reģistru"),
        ("pārejas_noteikumi/punkts:1", "1. Likums neattiecas"),
        ("nodaļa:II", "II nodaļa"),
        ("nodaļa:2", "II nodaļa"),
    ],
)
def test_an_address_finds_its_unit(address: str, begins: str) -> None:
    root = read_act(LAW).root
    assert root.get(find(root, path_of(address)).index).render().strip().startswith(begins)


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("pants:1/nosaukums", "Likuma mērķis"),
        ("pants:1/daļa:1/teikums:2", "Atbalstu sniedz pašvaldība."),
        ("pants:2/daļa:1/teikums:last", "Pašvaldība statusu var atņemt."),
        ("pants:1/daļa:2/ievaddaļa", "Atbalsta veidi ir:"),
        ("pants:3/sankcija", "uzliek naudas sodu līdz simt euro."),
    ],
)
def test_a_facet_is_a_part_of_the_text(address: str, text: str) -> None:
    root = read_act(LAW).root
    [(at, start, end)] = regions(root, find(root, path_of(address)))
    assert root.get(at).text[start:end] == text


def test_regulations_nest_by_their_numbers() -> None:
    root = read_act(REGULATIONS).root
    assert root.get(find(root, path_of("apakšpunkts:1.2")).index).text.startswith("telpu")
    assert root.get(find(root, path_of("pamatojuma_norāde")).index).text.startswith("Izdoti")
    annexed = root.get(find(root, path_of("pielikums:1/punkts:1")).index)
    assert annexed.text == "Telpu saraksts ir pilnīgs."


def test_a_missing_unit_is_named_with_what_is_there() -> None:
    root = read_act(LAW).root
    with pytest.raises(TargetMissing, match=r"pants:9: the act has no such unit; .* 1, 2, 2\^1, 3"):
        find(root, path_of("pants:9/daļa:1"))


def test_two_units_of_one_number_are_ambiguous() -> None:
    root = read_act("1.pants. Viens teksts.\n1.pants. Otrs teksts.\n").root
    with pytest.raises(TargetAmbiguous, match="2 units have this address"):
        find(root, path_of("pants:1"))


@pytest.mark.parametrize("written", ["8.^1 pants.", "8.¹ pants.", "8.1 pants.", "8¹.pants."])
def test_a_superscript_is_read_in_every_writing(written: str) -> None:
    act = read_act(f"8.pants. Viens.\n{written} Teksts.\n")
    assert [unit.number for _, unit in act.root.of_kind("section")] == ["8", "8^1"]


def test_a_superscript_that_html_keeps_is_kept() -> None:
    html = "<p>8.pants. Viens.</p><p>8.<sup>1</sup> pants. Teksts.</p>"
    act = read_act(plain(html))
    assert [unit.number for _, unit in act.root.of_kind("section")] == ["8", "8^1"]


def test_a_lost_superscript_is_put_back_and_reported() -> None:
    act = read_act("4.pants. (5) Viens.\n(51) Divi.\n(6) Trīs.\n")
    assert [unit.number for _, unit in act.root.of_kind("part")] == ["5", "5^1", "6"]
    assert act.repairs == ("“(51)” is read as 5^1: a lost superscript",)


def test_markdown_is_read_as_its_text() -> None:
    assert plain("## I nodaļa\n\n**1.pants.** Teksts.\n") == "I nodaļa\n\n1.pants. Teksts.\n"


def test_raised_figures_alone_make_no_page_of_a_text() -> None:
    text = "1. 2.<sup>1</sup> pantā:\nizslēgt 3. punktu.\n2. Izslēgt 4. pantu.\n"
    assert plain(text) == "1. 2.^1 pantā:\nizslēgt 3. punktu.\n2. Izslēgt 4. pantu.\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Par 130.panta otrajā daļā, 131., 132. un 180.pantā noteikto uzsāk. Otrs teikums.", 2),
        ("Līdz 1. novembrim u.c. Dienas skaita.", 1),
        ("Teikums ar Nr. 5. Cits.", 1),
    ],
)
def test_an_ordinal_ends_no_sentence(text: str, count: int) -> None:
    assert len(sentence_spans(text)) == count


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The quick brown fox\njumps over the lazy dog\n", "no section, point or chapter"),
        ("x" * 5_000_001, "is it the right file"),
        ("PK\x03\x04", "a DOCX"),
    ],
)
def test_what_is_no_act_is_refused_with_what_to_do(text: str, said: str) -> None:
    with pytest.raises(NotAnAct, match=said):
        read_act(text)


def test_the_table_of_children_after_an_insertion_is_that_of_a_new_unit() -> None:
    children = tuple(Unit("section", number) for number in ("1", "2", "2", "4"))
    parent = Unit("chapter", children=(*children, Unit("part")))
    assert parent.index["section"]
    for place in range(6):
        longer = parent.insert((), place, Unit("section", "2"), Unit("section", "3"))
        assert longer.index == Unit("chapter", children=longer.children).index
