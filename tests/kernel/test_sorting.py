import random

import pytest

from ligzda.kernel.sorting import sort_key, without_shared_ending

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


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Ogre social incubator", "Cēsis social incubator"], ["Ogre", "Cēsis"]),
        (["Ogres inkubators", "Jaunais Cēsu inkubators"], ["Ogres", "Jaunais Cēsu"]),
        (["Inkubators", "Ogres inkubators"], ["Inkubators", "Ogres inkubators"]),
        (["Ogres inkubators"], ["Ogres inkubators"]),
        (["Same name", "Same name"], ["Same name", "Same name"]),
        ([], []),
    ],
)
def test_names_are_told_apart_by_what_they_do_not_share(names: list[str], short: list[str]) -> None:
    assert without_shared_ending(names) == short
