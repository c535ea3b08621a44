"""Operations applied to an act of our own: exactly what is said, failures by their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drafting.acts import LAW, REGULATIONS

from ligzda.drafting import (
    DraftingError,
    Outcome,
    Source,
    apply_all,
    read_act,
    read_amending_act,
    with_notes,
)

SOURCE = Source("2026-11-12", "", "2027-01-01")


def amended(text: str, act: str = LAW) -> Outcome:
    """Apply sentences, each on lines of its own, to the act."""
    amending = read_amending_act(text)
    assert not amending.failures
    return apply_all(read_act(act), amending.operations, SOURCE)


def changed(text: str, act: str = LAW, *, edited: bool = False) -> tuple[str, str]:
    """Return what went and what came: the lines that differ."""
    outcome = amended(text, act)
    assert not outcome.failures, outcome.failures
    result = (outcome.edited if edited else outcome.literal).render()
    before, after = act.split("\n"), result.split("\n")
    gone = [line for line in before if line not in after]
    come = [line for line in after if line not in before]
    return "\n".join(gone), "\n".join(come)


CASES: list[tuple[str, str, str]] = [
    ('Aizstāt 1. panta pirmajā daļā vārdu "pašvaldība" ar vārdiem "novada dome".',
     "(1) Likuma mērķis ir atbalstīt sociālos inkubatorus. Atbalstu sniedz pašvaldība.",
     "(1) Likuma mērķis ir atbalstīt sociālos inkubatorus. Atbalstu sniedz novada dome."),
    ("Izslēgt 1. panta pirmās daļas otro teikumu.",
     "(1) Likuma mērķis ir atbalstīt sociālos inkubatorus. Atbalstu sniedz pašvaldība.",
     "(1) Likuma mērķis ir atbalstīt sociālos inkubatorus."),
    ("Izslēgt 1. panta trešo daļu.", "(3) Kārtību nosaka Ministru kabinets.", "(3) (Izslēgta)"),
    ('Papildināt 1. panta otro daļu ar 1.¹ punktu šādā redakcijā:\n"1¹) transportu;".', "",
     "1¹) transportu;"),
    ('Papildināt 2. panta otro daļu ar teikumu šādā redakcijā:\n"To pārskata."',
     "Statusu reģistrē Labklājības ministrija.",
     "Statusu reģistrē Labklājības ministrija. To pārskata."),
    ('Izteikt 3. panta sankciju šādā redakcijā:\n"uzliek brīdinājumu."',
     "uzliek naudas sodu līdz simt euro.", "uzliek brīdinājumu."),
    ('Izteikt 1. panta nosaukumu šādā redakcijā:\n"1. pants. Mērķis"', "1. pants. Likuma mērķis",
     "1. pants. Mērķis"),
    ('Papildināt 2. panta otro daļu ar vārdiem "un publicē tīmekļvietnē".',
     "Statusu reģistrē Labklājības ministrija.",
     "Statusu reģistrē Labklājības ministrija un publicē tīmekļvietnē."),
]  # fmt: skip


PENAL = """Atbalsta likums

5.pants. Atbalsta izlietošana

Par atbalsta izlietošanu citam mērķim —

soda ar naudas sodu līdz simt latiem.

Pārejas noteikumi

1. Likums piemērojams no 2004.gada.
"""
BASED = """Atbalsta noteikumi

Izdoti saskaņā ar
Atbalsta likuma 2.panta ceturto daļu

1. Noteikumi nosaka veidus.
2.^1 Komisiju veido dome.

1.pielikums
Pieteikums
1. Vārds.
"""


@pytest.mark.parametrize(
    ("act", "text", "gone", "come"),
    [
        (PENAL, 'Izteikt 5. panta sankciju šādā redakcijā: "soda ar brīdinājumu."',
         "soda ar naudas sodu līdz simt latiem.", "soda ar brīdinājumu."),
        (PENAL, 'Izteikt 5. panta dispozīciju šādā redakcijā: "Par X —".',
         "Par atbalsta izlietošanu citam mērķim —", "Par X —"),
        (PENAL, 'Izteikt likuma nosaukumu šādā redakcijā: "Palīdzības likums".',
         "Atbalsta likums", "Palīdzības likums"),
        (PENAL, "Izslēgt pārejas noteikumus.",
         "Pārejas noteikumi\n1. Likums piemērojams no 2004.gada.", "Pārejas noteikumi (Izslēgti)"),
        (PENAL, ('Papildināt likumu ar 5.1 un 5.2 pantu šādā redakcijā:\n"51 pants. X\nY.\n'
                 '52 pants. Z\nW."'), "", "5.¹ pants. X\nY.\n5.² pants. Z\nW."),
        (PENAL, ('Papildināt likumu ar informatīvu atsauci uz Eiropas Savienības direktīvu šādā '
                 'redakcijā:\n"Informatīva atsauce uz Eiropas Savienības direktīvu\nNormas."'),
         "", "Informatīva atsauce uz Eiropas Savienības direktīvu\nNormas."),
        (BASED, ('Izteikt norādi, uz kāda likuma pamata noteikumi izdoti, šādā redakcijā:\n'
                 '"Izdoti saskaņā ar X likuma 1.pantu"'),
         "Izdoti saskaņā ar\nAtbalsta likuma 2.panta ceturto daļu",
         "Izdoti saskaņā ar X likuma 1.pantu"),
        (BASED, 'papildināt noteikumus ar 2.2 punktu šādā redakcijā: "2.2 X."', "", "2.^2 X."),
        (BASED, "svītrot 1. pielikumu.", "1.pielikums\nPieteikums\n1. Vārds.",
         "1.pielikums (Svītrots)"),
    ],
)  # fmt: skip
def test_what_is_printed_in_ways_of_its_own_is_found(
    act: str, text: str, gone: str, come: str
) -> None:
    went, came = changed(text, act)
    assert (went.replace("\n\n", "\n"), came.replace("\n\n", "\n")) == (gone, come)


def test_a_renumbering_after_a_deletion_is_named() -> None:
    text = "Izslēgt 1. panta otro daļu, attiecīgi mainot turpmāko daļu numerāciju."
    [failed] = amended(text).failures
    assert failed.failure
    assert failed.failure.name == "payload_mismatch"


@pytest.mark.parametrize(("text", "gone", "come"), CASES)
def test_an_operation_changes_what_it_names_and_nothing_else(
    text: str, gone: str, come: str
) -> None:
    assert changed(text) == (gone, come)


def test_a_new_section_stands_after_the_number_before_it() -> None:
    text = 'Papildināt likumu ar 2.² pantu šādā redakcijā:\n"2.² pants. Jauns\nTeksts."'
    result = amended(text).literal.render()
    assert (
        result.index("2.^1 pants.") < result.index("2.² pants. Jauns") < result.index("II nodaļa")
    )


def test_an_inserted_subpoint_goes_under_its_point() -> None:
    text = 'papildināt noteikumus ar 1.3. apakšpunktu šādā redakcijā:\n"1.3. nomas maksu."'
    _, come = changed(text, REGULATIONS)
    assert come == "1.3. nomas maksu."


def test_inflected_words_come_with_their_forms() -> None:
    text = (
        'Aizstāt visā likumā vārdu "pašvaldība" (attiecīgā locījumā) ar vārdiem '
        '"novada dome" (attiecīgā locījumā).'
    )
    outcome = amended(text)
    assert "Novada dome statusu var atņemt." in outcome.literal.render()
    assert {each.old for each in outcome.log[0].proposals} == {"pašvaldība", "Pašvaldība"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Izslēgt 9. pantu.", "target_missing"),
        ('Aizstāt 3. pantā vārdu "suns" ar vārdu "kaķis".', "words_missing"),
        ('Papildināt 2. panta pirmo daļu pēc vārda "var" ar vārdu "drīkst".', None),
        ('Papildināt 2. panta pirmo daļu pēc vārda "Statusu" ar vārdu "to".', None),
        ('Papildināt 1. pantu ar trešo daļu šādā redakcijā:\n"(3) Teksts."', "slot_occupied"),
        ('Izteikt 1. panta trešo daļu šādā redakcijā:\n"(3) Kārtību nosaka Ministru kabinets."',
         "no_effect"),
        ('Papildināt 1. pantu ar 4. un 5. daļu šādā redakcijā:\n"(4) Viena."', "payload_mismatch"),
        ("Izslēgt 1. pantu.\nIzslēgt 1. pantu.", "two_claims_on_one_slot"),
    ],
)  # fmt: skip
def test_a_failure_has_its_name_and_changes_nothing(text: str, name: str | None) -> None:
    outcome = amended(text)
    assert [each.failure.name for each in outcome.failures if each.failure] == (
        [name] if name else []
    )


def test_words_that_stand_several_times_are_refused_where_one_place_is_meant() -> None:
    act = "1.pants. Dome lemj par telpām, bet par telpām neatbild.\n"
    outcome = amended('Papildināt 1. pantu pēc vārdiem "par telpām" ar vārdu "tikai".', act)
    [failed] = outcome.failures
    assert failed.failure
    assert failed.failure.name == "words_several_times"
    assert outcome.literal.render() == act


def test_a_number_is_not_used_again() -> None:
    text = (
        "1. Izslēgt 1. panta trešo daļu.\n"
        '2. Papildināt 1. pantu ar trešo daļu šādā redakcijā:\n"(3) A."'
    )
    [failed] = amended(text).failures
    assert failed.failure
    assert failed.failure.name == "number_reused"


def test_the_editor_sets_punctuation_beside_the_literal_result() -> None:
    text = 'Papildināt 1. panta otro daļu ar 3. punktu šādā redakcijā:\n"3) apmācību."'
    assert changed(text)[1] == "3) apmācību."
    assert changed(text, edited=True)[1] == "2) iekārtas uz laiku;\n3) apmācību."
    comma = 'Papildināt 1. panta trešo daļu ar vārdiem "ja likums to paredz".'
    assert changed(comma, edited=True)[1].endswith("Ministru kabinets, ja likums to paredz.")


def test_what_stands_in_brackets_asks_for_no_comma() -> None:
    text = 'Papildināt 1. panta trešo daļu pēc vārda "kabinets" ar vārdu "(valdība)".'
    assert changed(text, edited=True)[1].endswith("Ministru kabinets (valdība).")


def test_final_provisions_may_be_a_numbered_chapter() -> None:
    act = "Noteikumi par klubiem\n\nI. Sākums\n\n1. A.\n\nII. Noslēguma jautājumi\n\n2. B.\n"
    text = 'Papildināt noteikumus ar noslēguma jautājumu 3. punktu šādā redakcijā:\n"3. C."'
    outcome = apply_all(read_act(act), read_amending_act(text).operations)
    assert not outcome.failures
    assert outcome.literal.render() == act + "\n3. C.\n"


def test_a_placeholder_names_the_amending_law() -> None:
    _, come = changed("Izslēgt 1. panta trešo daļu.", edited=True)
    assert come == "(3) (Izslēgta ar 12.11.2026. likumu)"


def test_the_note_line_is_that_of_a_consolidated_text() -> None:
    noted = with_notes(amended("Izslēgt 1. panta trešo daļu."), SOURCE).render()
    assert (
        "(Ar grozījumiem, kas izdarīti ar 12.11.2026. likumu, kas stājas spēkā 01.01.2027.)"
        in noted
    )


DISJOINT = (
    'Aizstāt 1. panta pirmajā daļā vārdu "pašvaldība" ar vārdu "dome".',
    "Izslēgt 1. panta trešo daļu.",
    'Izteikt 2. panta nosaukumu šādā redakcijā:\n"2. pants. Statuss"',
    'Papildināt likumu ar 4. pantu šādā redakcijā:\n"4. pants. Jauns\nTeksts."',
    'Papildināt pārejas noteikumus ar 2. punktu šādā redakcijā:\n"2. Teksts."',
    "Izslēgt 2. panta pirmās daļas otro teikumu.",
)


@given(st.permutations(DISJOINT))
def test_disjoint_operations_commute(order: list[str]) -> None:
    straight = amended("\n".join(DISJOINT)).literal.render()
    assert amended("\n".join(order)).literal.render() == straight


@given(st.sampled_from(DISJOINT), st.integers(0, 3))
def test_a_failed_operation_leaves_the_others_alone(text: str, place: int) -> None:
    lines = [text, 'Aizstāt 77. pantā vārdu "a" ar vārdu "b".']
    mixed = amended("\n".join(lines if place % 2 else lines[::-1]))
    assert len(mixed.failures) == 1
    assert isinstance(mixed.failures[0].failure, DraftingError)
    assert mixed.literal.render() == amended(text).literal.render()


CLAUSE = """Kluba likums

1. pants. Atbildība
Par noteikumu pārkāpšanu —
izsaka brīdinājumu.
Par to pašu darbību, ja tā izdarīta atkārtoti, —
izslēdz no kluba.
"""


def test_a_penalty_on_a_line_of_its_own_is_no_part_of_the_section() -> None:
    text = (
        '1. pantā:\naizstāt otrajā daļā vārdu "atkārtoti" ar vārdu "vairākkārt";\n'
        'izteikt pirmās daļas sankciju šādā redakcijā:\n"uzliek naudas sodu.";\n'
        'papildināt pantu ar trešo daļu šādā redakcijā:\n"Par kavēšanu —\nuzliek naudas sodu."'
    )
    assert changed(text, CLAUSE) == (
        "izsaka brīdinājumu.\nPar to pašu darbību, ja tā izdarīta atkārtoti, —",
        (
            "uzliek naudas sodu.\nPar to pašu darbību, ja tā izdarīta vairākkārt, —\n"
            "Par kavēšanu —\nuzliek naudas sodu."
        ),
    )


def test_a_target_within_another_is_changed_once() -> None:
    text = 'Aizstāt 1. pantā un tā nosaukumā vārdu "Atbildība" ar vārdiem "Liela Atbildība".'
    assert changed(text, CLAUSE) == (
        "1. pants. Atbildība", "1. pants. Liela Atbildība",
    )  # fmt: skip


def test_no_line_of_a_new_annex_is_lost() -> None:
    whole = 'Papildināt likumu ar pielikumu šādā redakcijā:\n"Kluba likuma\npielikums\nVeidlapa"'
    assert changed(whole, CLAUSE) == ("", "Kluba likuma\npielikums\nVeidlapa")
    two = (
        "Papildināt likumu ar 1. un 2. pielikumu šādā redakcijā:\n"
        '"1. pielikums\nVeidlapa\n2. pielikums\nSaraksts"'
    )
    assert changed(two, CLAUSE) == ("", "1. pielikums\nVeidlapa\n2. pielikums\nSaraksts")
    unclear = (
        "Papildināt likumu ar 1. un 2. pielikumu šādā redakcijā:\n"
        '"Kluba likuma\n1. pielikums\nVeidlapa"'
    )
    [applied] = amended(unclear, CLAUSE).log
    assert applied.failure is not None
    assert applied.failure.name == "payload_mismatch"


def test_a_chapter_whose_superscript_was_lost_gets_it_back() -> None:
    text = (
        'Papildināt likumu ar I1 nodaļu šādā redakcijā:\n"I1 nodaļa\nBiedri\n'
        '1.1 pants. Tiesības\nBiedrs balso."'
    )
    assert changed(text, CLAUSE)[1].startswith("I.¹ nodaļa\nBiedri\n1.¹ pants. Tiesības")


def test_a_deleted_point_of_regulations_is_struck_out() -> None:
    assert "(Svītrots)" in changed("Svītrot 2. punktu.", REGULATIONS)[1]


def test_new_words_with_a_comma_of_their_own_get_no_second_one() -> None:
    text = 'Papildināt 1. panta sankciju pēc vārda "izsaka" ar vārdiem ", ja vajag,".'
    assert changed(text, CLAUSE, edited=True)[1] == "izsaka, ja vajag, brīdinājumu."
