"""The flat tables: their queries give the declared columns, and say what the rooms say."""

import datetime
from dataclasses import replace

import pytest
from django.db import connection
from tests.cast import Cast
from tests.indicators.people import YEAR, Exit, answers, place, somebody, stays

from ligzda.indicators.flat_tables import FlatTable, flat_tables, inside_tables
from ligzda.indicators.queries import Asked, met, run
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.network.models import Municipality
from ligzda.people.followups.windows import windows
from ligzda.people.models import Person
from ligzda.server.privileges import _ROLE, SERVING

pytestmark = pytest.mark.django_db
TYPES = {20: "int64", 701: "float64", 25: "string", 1043: "string", 1082: "date", 16: "boolean"}
"""Of PostgreSQL, by number."""


def asked() -> Asked:
    everywhere = tuple(Municipality.objects.values_list("pk", flat=True))
    return Asked(everywhere, *YEAR, datetime.date(2026, 1, 1))


@pytest.mark.parametrize("table", inside_tables().values(), ids=lambda table: table.name)
def test_a_query_gives_the_columns_that_are_declared(cast: Cast, table: FlatTable) -> None:
    with connection.cursor() as cursor:
        cursor.execute(table.source, asked().parameters())
        found = {column.name: TYPES[column.type_code] for column in cursor.description or ()}
    assert found == table.schema


def test_a_follow_up_opens_when_the_room_of_people_says(cast: Cast) -> None:
    last_days = [datetime.date(2025, month, day) for month in (1, 8) for day in (1, 27, 28, 31)]
    ended = {stays(day, Exit(day)).pk: day for day in last_days}
    with rows_of(EVERYWHERE, HOUSE):
        rows = run(flat_tables()["follow_ups"].source, asked())
    found = {(row["stay"], row["wave"]): (row["opens_on"], row["on_time_until"]) for row in rows}
    assert found == {
        (stay, wave.value): (window.opens, window.on_time_until)
        for stay, day in ended.items()
        for wave, window in windows(day).items()
    }


def test_nobody_is_asked_who_died_moved_on_or_came_back(cast: Cast) -> None:
    day = datetime.date(2025, 3, 3)
    for reason in ("died", "transfer"):
        stays(day, Exit(day, "unknown", reason))
    first = stays(day, Exit(day))
    again = stays(datetime.date(2025, 5, 5), Exit(datetime.date(2025, 6, 6)), person=first.person)
    with rows_of(EVERYWHERE, HOUSE):
        rows = run(flat_tables()["follow_ups"].source, asked())
    assert {row["stay"] for row in rows} == {again.pk}


def test_answers_that_were_corrected_count_once_as_corrected(cast: Cast) -> None:
    day = datetime.date(2025, 3, 3)
    stay = stays(day, Exit(day))
    first = answers(stay, "follow_up", "m6", datetime.date(2025, 9, 9), {"state": "unemployed"})
    answers(
        stay, "follow_up", "m6", datetime.date(2025, 9, 10), {"state": "open_job", "hours": 30},
        supersedes=first, corrected_because="misheard",
    )  # fmt: skip
    with rows_of(EVERYWHERE, HOUSE):
        rows = run(flat_tables()["answers"].source, asked())
    assert [(row["state"], row["hours"]) for row in rows] == [("open_job", 30.0)]


def test_one_person_by_a_code_and_by_a_merge_overlaps_once_at_each_site(cast: Cast) -> None:
    first, last = datetime.date(2025, 2, 3), datetime.date(2025, 6, 3)
    here, there, merged = somebody("ogre"), somebody("cesis"), somebody("aluksne")
    Person.objects.filter(pk__in=[here.pk, there.pk]).update(code_token=77)
    Person.objects.filter(pk__in=[there.pk, merged.pk]).update(merged_into=here)
    for where, person in (("ogre", here), ("cesis", there), ("aluksne", merged)):
        stays(first, Exit(last), where=where, person=person)
    with rows_of(EVERYWHERE, HOUSE):
        rows = run(inside_tables()["overlaps"].source, asked())
    found = sorted((row["incubator"], row["other_incubator"]) for row in rows)
    assert found == [
        (one, other)
        for one in ("aluksne", "cesis", "ogre")
        for other in ("aluksne", "cesis", "ogre")
        if one != other
    ]


def test_a_place_counts_whom_it_had_before_they_moved(cast: Cast) -> None:
    day = datetime.date(2025, 3, 3)
    stay = stays(day, Exit(day, "unknown", "transfer"))
    answers(stay, "who5", "entry", day, {})
    Person.objects.filter(pk=stay.person_id).update(municipality=place("cesis").municipality)
    here = replace(asked(), places=(stay.municipality_id,))
    with connection.cursor() as cursor:
        cursor.execute(_ROLE.format(role=SERVING))
        cursor.execute(f"SET LOCAL ROLE {SERVING}")
        with met(here):
            found = [run(flat_tables()[name].source, here) for name in ("stays", "answers")]
        cursor.execute("RESET ROLE")
    assert [[row["person"] for row in rows] for rows in found] == [[stay.person_id]] * 2
