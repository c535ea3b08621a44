"""What pages read: the right units on each day, both languages, no growth of queries."""

import csv
import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.sorting import sort_key
from ligzda.network import queries
from ligzda.network.english_names import english_name

DAYS = {
    datetime.date(2009, 7, 1): 119,
    datetime.date(2016, 3, 17): 119,
    datetime.date(2021, 6, 30): 119,
    datetime.date(2021, 7, 1): 43,
    datetime.date(2025, 6, 30): 43,
    datetime.date(2025, 7, 1): 42,
    datetime.date(2030, 1, 1): 42,
    datetime.date(2009, 6, 30): 0,
}
OGRE_DAY = datetime.date(2016, 3, 17)
TODAY = datetime.date(2025, 7, 1)


@pytest.mark.parametrize(("day", "number"), DAYS.items(), ids=str)
def test_as_many_municipalities_as_stood(cast: Cast, day: datetime.date, number: int) -> None:
    rows = queries.municipalities(day)
    assert len(rows) == len({row.slug for row in rows}) == number
    assert [row.name for row in rows] == sorted((row.name for row in rows), key=sort_key)
    assert len(queries.shapes(day)) == number


def test_an_unknown_population_is_no_data(cast: Cast) -> None:
    rows = {row.name: row for row in queries.municipalities(OGRE_DAY)}
    assert rows["Ogres novads"].population is None
    assert sum(row.population is None for row in rows.values()) == 39
    aluksne = rows["Alūksnes novads"]
    assert (aluksne.population, aluksne.population_on) == (17332, datetime.date(2016, 1, 1))
    assert "blis.lps.lv" in aluksne.population_source


def test_the_figure_nearest_to_the_day_is_shown(cast: Cast) -> None:
    rows = {row.name: row for row in queries.municipalities(datetime.date(2017, 1, 1))}
    assert rows["Alūksnes novads"].population == 16745


def test_the_populations_are_those_of_the_reference_table(cast: Cast, shared: Path) -> None:
    with (shared / "domain/geo/latvia_2016_119.csv").open(encoding="utf-8") as file:
        wanted = {
            row["name_lv"]: int(row["population_2016_01_01"])
            for row in csv.DictReader(file)
            if row["population_2016_01_01"]
        }
    found = {
        row.name: row.population
        for row in queries.municipalities(OGRE_DAY)
        if row.population_on == datetime.date(2016, 1, 1)
    }
    assert found == wanted
    assert len(wanted) == 41


def test_varaklani_joined_madona(cast: Cast) -> None:
    madona = queries.municipality("madonas-novads", TODAY)
    assert {row.slug for row in madona.predecessors} == {"madonas-novads", "varaklanu-novads"}
    assert (madona.atvk, madona.valid_to) == ("LV0038001", None)
    varaklani = queries.municipality("varaklanu-novads", datetime.date(2025, 6, 30))
    assert varaklani.valid_to == datetime.date(2025, 6, 30)
    with pytest.raises(NotFoundError):
        queries.municipality("varaklanu-novads", TODAY)


def test_the_joined_outline_is_as_large_as_its_parts(cast: Cast) -> None:
    def area(slug: str, day: datetime.date) -> float:
        ring = next(row for row in queries.shapes(day) if row.slug == slug).rings[0]
        return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))) / 2

    before = datetime.date(2025, 6, 30)
    parts = area("madonas-novads", before) + area("varaklanu-novads", before)
    assert area("madonas-novads", TODAY) == pytest.approx(parts, rel=1e-3)


def test_a_split_unit_has_two_successors(cast: Cast) -> None:
    aglona = queries.municipality("aglonas-novads")
    assert {row.slug for row in aglona.successors} == {"preilu-novads", "kraslavas-novads"}
    old = sum(
        len(queries.municipality(row.slug, OGRE_DAY).successors) > 0
        for row in queries.municipalities(OGRE_DAY)[:20]
    )
    assert old == 20


def test_without_a_day_a_municipality_is_as_it_is_now_or_was_last(cast: Cast) -> None:
    assert queries.municipality("augsdaugavas-novads").valid_from == datetime.date(2021, 7, 1)
    assert queries.municipality("ogres-novads").valid_from == datetime.date(2021, 7, 1)
    assert queries.municipality("ogres-novads", OGRE_DAY).valid_to == datetime.date(2021, 6, 30)
    assert queries.municipality("aglonas-novads").valid_to == datetime.date(2021, 6, 30)


def test_ogre_is_real_and_its_votes_are_not_known(cast: Cast) -> None:
    ogre = queries.municipality("ogres-novads")
    assert (ogre.takes_part, ogre.invented) == (True, False)
    decision = ogre.decisions[0]
    assert decision.sitting_on == OGRE_DAY
    assert decision.sitting_on.isoweekday() == 4
    assert not decision.votes_known
    assert decision.document_url is None
    assert not decision.invented


def test_the_other_eight_say_that_they_are_invented(cast: Cast) -> None:
    others = [
        row
        for row in queries.municipalities(OGRE_DAY)
        if row.takes_part and row.slug != "ogres-novads"
    ]
    assert len(others) == 8
    for row in others:
        assert row.invented
        detail = queries.municipality(row.slug)
        assert detail.partner is not None
        assert detail.partner.invented
        assert [decision.invented for decision in detail.decisions] == [True]
        assert detail.decisions[0].votes_known
        assert detail.decisions[0].sitting_on.isoweekday() <= 5


def test_partners_stand_municipalities_first(cast: Cast) -> None:
    rows = queries.partners()
    assert [row.kind for row in rows] == (
        ["municipality"] * 9 + ["university", "association", "ministry", "ministry", "foundation"]
    )


def test_both_languages_are_complete(cast: Cast) -> None:
    for language, name in (
        ("lv", "Rīgas Tehniskā universitāte"),
        ("en", "Riga Technical University"),
    ):
        with translation.override(language):
            assert queries.partner("rtu").name == name
            assert all(row.role for row in queries.partners())


@pytest.mark.parametrize("read", [queries.municipality, queries.partner, queries.decisions])
def test_what_is_not_there_is_not_found(cast: Cast, read: object) -> None:
    with pytest.raises(NotFoundError):
        read("nav-tada")  # type: ignore[operator]


def test_lists_take_as_many_queries_for_one_row_as_for_a_hundred(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(2):
        queries.municipalities(OGRE_DAY)
    with django_assert_max_num_queries(1):
        queries.shapes(OGRE_DAY)
    with django_assert_max_num_queries(1):
        queries.partners()
    with django_assert_max_num_queries(6):
        queries.municipality("madonas-novads", TODAY)


def test_english_pages_call_a_municipality_as_it_calls_itself(cast: Cast) -> None:
    with translation.override("en"):
        before = {row.slug: row.name for row in queries.municipalities(OGRE_DAY)}
        now = [row.name for row in queries.municipalities(TODAY)]
        became = queries.municipality("varaklanu-novads").successors
    assert before["cesu-novads"] == "Cēsis Municipality"
    assert before["plavinu-novads"] == "Pļaviņas Municipality"
    assert before["saldus-novads"] == "Saldus Municipality"
    assert before["riga"] == "Rīga"
    assert now == sorted(now, key=sort_key)
    assert not [name for name in now if "novads" in name]
    assert [row.name for row in became] == ["Madona Municipality"]


def test_an_english_name_is_a_nominative() -> None:
    shapes = {
        "Ogres novads": "Ogre Municipality",  # -es
        "Jaunpiebalgas novads": "Jaunpiebalga Municipality",  # -as
        "Ādažu novads": "Ādaži Municipality",  # -u, plural
        "Mērsraga novads": "Mērsrags Municipality",  # -a, masculine
        "Jēkabpils novads": "Jēkabpils Municipality",
    }
    assert {name: english_name(name) for name in shapes} == shapes
