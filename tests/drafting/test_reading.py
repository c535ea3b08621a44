"""Amending sentences of our own wording → operations, by every kind of formula."""

import pytest

from ligzda.drafting import (
    NotUnderstood,
    address,
    as_row,
    from_row,
    read_amending_act,
    read_sentence,
    sentences,
)
from ligzda.drafting.errors import QuoteUnbalanced

FORMS: list[tuple[str, str, str]] = [
    ('Izteikt 9. panta pirmo daļu šādā redakcijā:\n"(1) Jauns."', "restate", "pants:9/daļa:1"),
    ('Izslēgt 33., 34. un 35. pantu.', "delete_unit", "pants:33 pants:34 pants:35"),
    ('Svītrot 12.3.–12.5. apakšpunktu.', "delete_unit",
     "apakšpunkts:12.3 apakšpunkts:12.4 apakšpunkts:12.5"),
    ('Aizstāt 3.1 panta otrajā daļā vārdu "a" ar vārdu "b".', "replace_words",
     "pants:3^1/daļa:2"),
    ('Aizstāt 20.7 punktā skaitli "1" ar skaitli "2".', "replace_words", "punkts:20^7"),
    ('Aizstāt visā likuma tekstā vārdus "a b" ar vārdu "c".', "replace_words", "akts"),
    ('Papildināt 2. pantu ar 2.¹ un 2.² daļu šādā redakcijā:\n"(2¹) A.\n(2²) B."', "insert_unit",
     "pants:2"),
    ('Papildināt pārejas noteikumus ar 4. punktu šādā redakcijā:\n"4. Teksts."', "insert_unit",
     "pārejas_noteikumi"),
    ('Papildināt 5. panta otro daļu pirms vārda "dome" ar vārdiem "valsts vai".', "insert_words",
     "pants:5/daļa:2"),
    ('izslēgt 6. punkta "b" apakšpunktā vārdus "kā arī".', "delete_words",
     "punkts:6/apakšpunkts:b"),
    ('Papildināt 5. punktu ar apakšpunktu 5.4. šādā redakcijā: "5.4. Nauda."', "insert_unit",
     "punkts:5"),
    ('Izteikt apakšpunktu 5.4. šādā redakcijā: "5.4. Nauda."', "restate", "apakšpunkts:5.4"),
    ('Svītrot punktu 12.', "delete_unit", "punkts:12"),
    ('Papildināt likumu ar pārejas noteikumu 15. punktu šādā redakcijā: "15. Teksts."',
     "insert_unit", "pārejas_noteikumi"),
    ('Papildināt likumu ar 5. panta otro daļu šādā redakcijā: "(2) Teksts."', "insert_unit",
     "pants:5"),
    ('18. punktā pēc vārda "a" papildināt ar vārdiem "un b".', "insert_words", "punkts:18"),
    ('35. punktu izteikt šādā redakcijā: „35. Teksts.”', "restate", "punkts:35"),
    (('Izdarīt Tukuma domes noteikumos Nr. 4 "Par suņiem" (prot. Nr. 13) grozījumu un izteikt '
     '3. punktu šādā redakcijā: "3. Teksts."'), "restate", "punkts:3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "action", "targets"), FORMS)
def test_a_formula_is_read(text: str, action: str, targets: str) -> None:
    [operation] = read_sentence(text).operations
    assert operation.action == action
    assert " ".join(map(address, operation.targets)) == targets
    assert from_row(as_row(operation)) == operation.at(new_unit=False)


@pytest.mark.parametrize("marks", ['""', "“”", "„”", "«»", "''\""])
def test_quotation_marks_of_every_kind(marks: str) -> None:
    opening, closing = marks[:-1], marks[-1]
    [operation] = read_sentence(f"Izslēgt 3. pantā vārdus {opening}kā arī{closing}.").operations
    assert operation.old == "kā arī"


def test_a_quotation_holds_quotations_and_numbered_lines() -> None:
    text = (
        '1. Izteikt 2. punktu šādā redakcijā:\n"2. Noteikumi "Par ielām":\n2.1. pirmie;\n'
        '2.2. otrie "Par parkiem"."\n2. Svītrot 4. punktu.'
    )
    first, second = read_amending_act(text).items
    assert first.operations[0].new.endswith('2.2. otrie "Par parkiem".')
    assert second.operations[0].action == "delete_unit"


def test_new_text_that_lost_its_marks_is_read_and_said() -> None:
    act = read_amending_act(
        "1. Izteikt 2. punktu šādā redakcijā:\n2. Teksts.\n2. Svītrot 4. punktu."
    )
    assert [len(item.operations) for item in act.items] == [1, 1]
    assert act.items[0].operations[0].new == "2. Teksts."
    assert "quotation marks are missing" in act.items[0].reading.remarks[0]


def test_items_take_their_target_from_the_heading_line() -> None:
    text = (
        "Izdarīt Sociālo inkubatoru likumā (Latvijas Vēstnesis, 2020, 1. nr.) šādus grozījumus:\n"
        '1. 5. panta otrajā daļā:\naizstāt ievaddaļā vārdu "a" ar vārdu "b";\n'
        "izslēgt 3. punktu.\n2. Izslēgt 7. pantu.\nLikums stājas spēkā 2027. gada 1. janvārī."
    )
    act = read_amending_act(text)
    assert [address(o.targets[0]) for o in act.operations if o.targets] == [
        "pants:5/daļa:2/ievaddaļa", "pants:5/daļa:2/punkts:3", "pants:7",
    ]  # fmt: skip
    assert act.operations[-1].date == "2027-01-01"


@pytest.mark.parametrize(
    ("items", "targets"),
    [
        (("1. 21. pantā:\npirmajā daļā:\nizslēgt 3. punktu;\notrajā daļā:\nizslēgt 4. punktu.\n"
         "2. Izslēgt 22. pantu."),
         "pants:21/daļa:1/punkts:3 pants:21/daļa:2/punkts:4 pants:22"),
        (("1. 17. punktā:\n1.1. 17.1. apakšpunktā:\n1.1.1. svītrot otro teikumu;\n"
         "1.2. svītrot 17.2. apakšpunktu;\n2. svītrot 18. punktu."),
         "apakšpunkts:17.1/teikums:2 apakšpunkts:17.2 punkts:18"),
        (("1. Pārejas noteikumos:\n1) 12. punktā:\na) izslēgt otro teikumu;\n"
         "2) izslēgt 13. punktu.\n2. Izslēgt 5. pantu."),
         "pārejas_noteikumi/punkts:12/teikums:2 pārejas_noteikumi/punkts:13 pants:5"),
        (('1. Papildināt 9. panta pirmo daļu ar 5. punktu šādā redakcijā:\n"5) piektais.";\n'
         "un izslēgt otro daļu.\n2. Izslēgt 5. pantu."),
         "pants:9/daļa:1 pants:9/daļa:2 pants:5"),
    ],
)  # fmt: skip
def test_headings_under_headings_and_an_item_that_goes_on(items: str, targets: str) -> None:
    opening = "Izdarīt Kluba likumā (Latvijas Vēstnesis, 2017, 1. nr.) šādus grozījumus:\n"
    act = read_amending_act(f"{opening}{items}\n")
    assert [address(o.targets[0]) for o in act.operations] == targets.split()


def test_a_lettered_item_ends_the_new_text_before_it() -> None:
    found = read_amending_act(
        """Izdarīt Kluba likumā (Latvijas Vēstnesis, 2017, 1. nr.) šādus grozījumus:
1. 7. panta pirmajā daļā:
a) izteikt pirmo teikumu šādā redakcijā: "Padomē ir septiņi locekļi.";
b) izslēgt otro teikumu.
2. Papildināt 9. pantu ar vārdiem "un pašvaldību".
"""
    ).operations
    assert [(str(each.action), each.new) for each in found] == [
        ("restate", "Padomē ir septiņi locekļi."),
        ("delete_unit", ""),
        ("insert_words", "un pašvaldību"),
    ]


def test_a_verb_is_shared_by_numbered_items() -> None:
    text = (
        'Aizstāt visā noteikumu tekstā:\n2.1. vārdu "a" ar vārdu "b";\n'
        '2.2. vārdu "c" (attiecīgā locījumā) ar vārdu "d" (attiecīgā locījumā).'
    )
    [[first, second]] = sentences(text)
    assert (first.old, first.inflect, second.old, second.inflect) == ("a", False, "c", True)


def test_a_renumbering_is_applied_before_the_insertion_that_causes_it() -> None:
    text = (
        'Papildināt 8. pantu ar jaunu 6. punktu šādā redakcijā:\n"6) jauns;";\n'
        "uzskatīt līdzšinējo 6. punktu par 7. punktu."
    )
    [[first, second]] = sentences(text)
    assert (first.action, second.action) == ("renumber", "insert_unit")
    assert address(first.destination[0]) == "pants:8/punkts:7"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Izteikt 5. pantu skaistāk.", "skaistāk"),
        ('Pārrakstīt 5. pantu šādā redakcijā: "x"', "Pārrakstīt"),
        (
            'Papildināt likumu ar 5. panta otro daļu un 6. panta trešo daļu šādā redakcijā: "x"',
            "Papildināt",
        ),
        ("Section 5 is hereby repealed.", "Section"),
    ],
)
def test_what_is_not_understood_is_named_with_its_part(text: str, part: str) -> None:
    with pytest.raises(NotUnderstood, match="is not understood from") as caught:
        read_sentence(text)
    assert caught.value.part.startswith(part)


def test_a_quotation_that_never_closes_is_named() -> None:
    with pytest.raises(QuoteUnbalanced, match="opens and does not close"):
        read_sentence('Izteikt 5. pantu šādā redakcijā:\n"5.pants. Teksts bez beigām')


def test_an_item_that_is_not_understood_stays_in_the_list() -> None:
    act = read_amending_act(
        "1. Izslēgt 5. pantu.\n2. Izslēgt visu, kas nepatīk.\n3. Izslēgt 6. pantu."
    )
    assert [bool(item.failure) for item in act.items] == [False, True, False]


def test_a_quoted_name_in_the_title_hides_no_opening() -> None:
    act = read_amending_act(
        'Grozījums likumā "Par policiju"\n\n'
        'Izdarīt likumā "Par policiju" šādu grozījumu:\n\n1. Svītrot 4. pantu.\n'
    )
    assert act.opening == 'Izdarīt likumā "Par policiju" šādu grozījumu:'
    assert [item.text for item in act.items] == ["1. Svītrot 4. pantu."]
