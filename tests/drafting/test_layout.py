"""Copies of amending acts whose layout was lost: in one line, without marks, with glued numbers."""

import pytest

from ligzda.drafting import address, read_amending_act

OPENING = "Izdarīt Kluba likumā (Latvijas Vēstnesis, 2017, 1. nr.) šādus grozījumus:"


def found(text: str) -> list[str]:
    """Return what was read: action, first target, new text."""
    act = read_amending_act(text)
    assert [str(item.failure) for item in act.failures] == []
    return [
        " | ".join(filter(None, [each.action, *map(address, each.targets), each.new]))
        for each in act.operations
    ]


def test_an_act_in_one_line_is_read_item_by_item() -> None:
    text = (
        f"Grozījumi Kluba likumā{OPENING} "
        '1. Papildināt 3. pantu ar trešo daļu šādā redakcijā: "(3) Klubs glabā atslēgu." '
        '2. 14. pantā: izteikt pirmās daļas sankciju šādā redakcijā: "izsaka brīdinājumu."; '
        'izslēgt otro daļu; aizstāt trešajā daļā vārdu "valde" ar vārdu "padome". '
        "3. Izslēgt 15. pantu. Likums stājas spēkā 2027. gada 1. janvārī. "
        "Likums Saeimā pieņemts 2026. gada 3. jūnijā. Valsts prezidents"
    )
    assert found(text) == [
        "insert_unit | pants:3 | (3) Klubs glabā atslēgu.",
        "restate | pants:14/daļa:1/sankcija | izsaka brīdinājumu.",
        "delete_unit | pants:14/daļa:2",
        "replace_words | pants:14/daļa:3 | padome",
        "delete_unit | pants:15",
        "enter_into_force",
    ]


def test_a_line_with_the_number_that_was_named_is_new_text_and_no_commencement() -> None:
    text = (
        f"{OPENING}\n1. Papildināt pārejas noteikumus ar 7. un 8. punktu šādā redakcijā:\n"
        "7. Šā likuma 3. pants stājas spēkā 2027. gada 1. janvārī.\n"
        "8. Šā likuma 4. pants stājas spēkā 2028. gada 1. janvārī.\n"
        "2. Izslēgt 9. pantu.\nLikums stājas spēkā 2026. gada 1. maijā."
    )
    one, two, three = found(text)
    assert one.startswith("insert_unit | pārejas_noteikumi | 7. Šā likuma 3.")
    assert one.endswith("2028. gada 1. janvārī.")
    assert (two, three) == ("delete_unit | pants:9", "enter_into_force")


def test_a_number_on_a_line_of_its_own_goes_before_the_item() -> None:
    text = f'{OPENING}\n1.\nIzslēgt 4. pantu.\n2.\nIzteikt 5. pantu šādā redakcijā:\n"5. pants. A."'
    assert found(text) == ["delete_unit | pants:4", "restate | pants:5 | 5. pants. A."]
    assert [item.number for item in read_amending_act(text).items] == ["1", "2"]


def test_a_number_without_a_blank_after_it_is_the_items_and_places_are_kept() -> None:
    text = (
        f"{OPENING}\n1.Izslēgt 4.pantu.\n2.5.pantā:\nizslēgt otro daļu.\n"
        "3.6.1 pantā:\nizslēgt pirmo daļu."
    )
    assert found(text) == [
        "delete_unit | pants:4", "delete_unit | pants:5/daļa:2", "delete_unit | pants:6^1/daļa:1",
    ]  # fmt: skip
    last = read_amending_act(text).items[-1]
    assert text[slice(*last.span)].strip() == "izslēgt pirmo daļu."


@pytest.mark.parametrize(
    "head",
    [
        "“Grozījumi likumā “Par klubiem””",
        'Izdoti saskaņā ar likuma "Par klubiem" 5. panta otro daļu',
    ],
)
def test_quotations_before_the_opening_do_not_hide_it(head: str) -> None:
    act = read_amending_act(f"{head}\n\n{OPENING}\n1. Izslēgt 4. pantu.")
    assert act.opening == OPENING
    assert len(act.items) == 1


def test_what_stands_after_the_signature_is_no_item() -> None:
    text = (
        f"{OPENING}\n1. Izslēgt 4. pantu.\n2. Noteikumi stājas spēkā 2027. gada 1. maijā.\n"
        "Ministru prezidents A. Bērzs\nKluba ministrs B. Kalns\n"
        "Redakcijas piebilde: noteikumi stājas spēkā ar 2027. gada 2. maiju."
    )
    assert found(text) == ["delete_unit | pants:4", "enter_into_force"]


def test_what_an_act_says_of_its_own_execution_changes_nothing() -> None:
    act = read_amending_act(
        f"{OPENING}\n1. Izslēgt 4. pantu.\n2. Kluba valde ir atbildīga par noteikumu izpildi."
    )
    assert [(item.transitional, len(item.operations)) for item in act.items] == [
        (False, 1), (True, 0),
    ]  # fmt: skip
