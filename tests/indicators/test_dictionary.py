"""The dictionary and the rules: a function for each code, and counts that can be opened."""

import datetime

import pytest
from tests.cast import Cast
from tests.indicators.people import YEAR, Exit, answers, place, stays

from ligzda.indicators import queries
from ligzda.indicators.definitions import codes
from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.flat_tables import flat_tables
from ligzda.indicators.queries import Asked, counts, rows_behind
from ligzda.kernel.errors import NotAllowedError
from ligzda.network.confining import rows_of_person
from ligzda.network.models import Municipality

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 30)


def of(*slugs: str, year: tuple[datetime.date, datetime.date] = YEAR) -> Asked:
    places = [place(slug).municipality_id for slug in slugs]
    every = places or list(Municipality.objects.values_list("pk", flat=True))
    return Asked(tuple(every), *year, TODAY)


def test_every_code_has_one_rule_and_every_rule_its_code() -> None:
    assert sorted(codes()) == sorted(dictionary())


@pytest.mark.parametrize("code", dictionary())
def test_sources_are_columns_of_flat_tables(code: str) -> None:
    for source in dictionary()[code].sources:
        table, column = source.split(".")
        assert column in flat_tables()[table].schema


@pytest.mark.parametrize("code", dictionary())
def test_every_indicator_can_be_counted(cast: Cast, code: str) -> None:
    stay = stays(datetime.date(2025, 2, 3), Exit(datetime.date(2025, 6, 3)))
    answers(stay, "who5", "exit", datetime.date(2025, 6, 3), {}, score=56)
    entry = dictionary()[code]
    for row in counts(code, of(), ("incubator", "month")):
        assert row["left_out"] in {None, *entry.left_out}
        assert row["moment"] in {None, *entry.when}
        assert row["category"] in {None, *entry.categories}


def test_a_share_says_who_was_left_out_and_why(cast: Cast) -> None:
    day = datetime.date(2025, 3, 3)
    for reason in ("by_plan", "by_plan", "own_wish", "died"):
        stays(day, Exit(day, reason=reason))
    stays(day)  # lasts still: no exit
    stays(day, Exit(day), where="cesis")
    rows = counts("completed", of("ogre"))
    assert {row["left_out"]: (row["counted"], row["total"]) for row in rows} == {
        "died": (1, 0.0),
        None: (3, 2.0),
    }


def test_somebody_who_does_not_answer_is_left_out_and_not_unemployed(cast: Cast) -> None:
    day = datetime.date(2025, 1, 10)
    asked_in_july = [stays(day, Exit(day)) for _ in range(3)]
    on = datetime.date(2025, 7, 15)
    answers(asked_in_july[0], "follow_up", "m6", on, {"state": "open_job", "hours": 20})
    answers(asked_in_july[1], "follow_up", "m6", on, {"state": "unemployed"})
    rows = [row for row in counts("in_paid_activity", of("ogre")) if row["moment"] == "m6"]
    assert {row["left_out"]: (row["counted"], row["total"]) for row in rows} == {
        None: (2, 1.0),
        "not_answered": (1, 0.0),
    }


def test_nothing_of_the_future_is_counted(cast: Cast) -> None:
    stays(datetime.date(2026, 12, 1))
    later = (datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    assert counts("entered", of("ogre", year=later)) == []


def test_the_list_has_the_rows_of_the_count(cast: Cast) -> None:
    first = stays(datetime.date(2025, 4, 1))
    stays(datetime.date(2025, 4, 2), where="cesis")
    with rows_of_person(cast.ogre.pk):
        rows = rows_behind(cast.ogre, "entered", first.municipality, of())
    assert [row["stay"] for row in rows] == [first.pk]


def test_a_list_is_for_those_who_keep_people_there(cast: Cast) -> None:
    for other in (cast.cesis, cast.evaluator, cast.participant, cast.stranger):
        with pytest.raises(NotAllowedError):
            queries.rows_behind(other, "entered", place().municipality, of("ogre"))
