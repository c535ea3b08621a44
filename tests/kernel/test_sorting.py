import random

import pytest

from ligzda.kernel.sorting import sort_key

# In the order of the Unicode CLDR collation for Latvian.
IN_ORDER = [
    "2 draugi",
    "Ādaži",
    "Aglona",
    "Ape",
    "Āpe",
    "Cēsis",
    "Cīrava",
    "Čakste",
    "Gulbene",
    "Ģibuļi",
    "Ygate",
    "Ikšķile",
    "Īle",
    "Jelgava",
    "Kuldīga",
    "Ķegums",
    "Limbaži",
    "Ļaudona",
    "Nīca",
    "Ņukši",
    "Qatar",
    "Rīga",
    "Saldus",
    "Šķēde",
    "Tukums",
    "Valka",
    "Wittenberg",
    "Xàtiva",
    "Zilupe",
    "Žīguri",
]


def test_names_sort_as_a_latvian_reader_expects() -> None:
    shuffled = random.sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=sort_key) == IN_ORDER


@pytest.mark.parametrize("name", ["Ādaži", "Ķegums"])
def test_a_letter_typed_as_two_code_points_sorts_the_same(name: str) -> None:
    import unicodedata

    assert sort_key(unicodedata.normalize("NFD", name)) == sort_key(name)
