"""Rows of a municipality, asked for in raw SQL by the role that the house serves as."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from pytest_django import DjangoDbBlocker
from tests.addresses import people
from tests.cast import Cast, _loaded, cast
from tests.incubators.budget import make_budget
from tests.incubators.conftest import Workshop, furnished, one_of_each

from ligzda.incubators.bookings import actions
from ligzda.incubators.models import Incubator, Quota, Room, Waiting
from ligzda.incubators.places.actions import add_special_day
from ligzda.incubators.rights.actions import give_right
from ligzda.kernel.confined import EVERYWHERE, POLICY, SETTING, Only, belongs, rows_of
from ligzda.network.confining import ConfinedMiddleware, rows_of_person, set_municipalities
from ligzda.network.models import Municipality, User
from ligzda.network.rules import roles_held
from ligzda.server.privileges import _ROLE, SERVING

__all__ = ["_loaded", "cast"]
CONFINED_ROOMS = ("incubators", "indicators", "people", "training", "ventures")
"""Rooms whose rows belong to municipalities; one that is not there yet holds nothing. The courses
and certificates of training are the foundation's."""


def _models() -> list[type[models.Model]]:
    return [
        model
        for config in apps.get_app_configs()
        if config.label in CONFINED_ROOMS
        for model in config.get_models()
    ]


def way(model: type[models.Model]) -> str | Only | None:
    """Return by which way rows belong to a municipality; a history's as its model's."""
    followed: Any = getattr(model, "pgh_tracked_model", model)
    found: str | Only | None = followed.confined_by
    return found


CONFINED = [model for model in _models() if isinstance(way(model), str)]
"""What belongs to persons is in tests/training/test_mentoring_rows.py."""


def _sql(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture(scope="module")
def _booked(_loaded: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Workshop]:
    with furnished(django_db_blocker) as workshop:
        _book(workshop)
        yield workshop


@pytest.fixture
def booked(_booked: Workshop, db: None) -> Workshop:
    """Something in every confined table of Ogre's, history included; made once for all tests."""
    return deepcopy(_booked)


def _book(workshop: Workshop) -> None:
    ogre = User.objects.get(email="koordinators.ogre@ligzda.example")
    one_of_each(workshop)
    wanted = workshop.wanted(workshop.at("10:00", "12:00"))
    booking = actions.book(by=ogre, incubator=workshop.incubator, wanted=wanted)
    Quota.objects.create(incubator=workshop.incubator, role="instructor", hours=8)
    Waiting.objects.create(
        incubator=workshop.incubator,
        room=workshop.room,
        begins=booking.begins,
        ends=booking.ends,
        purpose="Kastes",
        asked_by=ogre,
    )
    give_right(
        by=User.objects.get(is_system=True),
        person=workshop.instructor,
        equipment=workshop.laser,
        certificate="0123456789",
        since=workshop.monday,
        until=None,
    )
    add_special_day(
        by=ogre,
        incubator=workshop.incubator,
        day=workshop.monday,
        opens=None,
        closes=None,
        reason="Talka",
    )
    make_budget(workshop.incubator, ogre)


@pytest.fixture
def serving(booked: Workshop) -> Iterator[Workshop]:
    """Let this transaction act as the serving role from now on."""
    _sql(_ROLE.format(role=SERVING))
    _sql(f"SET LOCAL ROLE {SERVING}")
    yield booked
    _sql("RESET ROLE")


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_table_says_whether_it_is_public_or_how_it_is_confined(
    model: type[models.Model], booked: Workshop
) -> None:
    """And the database does as the model says."""
    table = model._meta.db_table
    [(on,)] = _sql(f"SELECT relrowsecurity FROM pg_class WHERE oid = '{table}'::regclass")
    policies = _sql(f"SELECT policyname FROM pg_policies WHERE tablename = '{table}'")
    assert on == bool(way(model))
    assert policies == [(POLICY,)] * bool(way(model))


def test_a_view_looks_with_the_eyes_of_who_asks(booked: Workshop) -> None:
    """Without `security_invoker` a view shows every row to everybody: its owner looks."""
    views = """
        SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
            AND NOT coalesce(reloptions @> '{security_invoker=on}', false)
    """
    assert _sql(views) == []
    _sql("CREATE VIEW all_rooms AS SELECT * FROM incubators_room")
    assert _sql(views) == [("all_rooms",)]


@pytest.mark.parametrize("model", CONFINED, ids=lambda model: model.__name__)
def test_raw_sql_meets_no_row_of_another_municipality(
    model: type[models.Model], serving: Workshop
) -> None:
    table = model._meta.db_table
    ogre = serving.incubator.municipality_id
    count = f"SELECT count(*) FROM {table}"
    assert _sql(count) == [(0,)], "no setting, and rows"
    with rows_of([ogre]):
        own = [number for (number,) in _sql(f"SELECT id FROM {table}")]
        assert own
        assert _sql(f"{count} WHERE NOT ({belongs(model, way(model) or '')})") == [(0,)]
    with rows_of([Incubator.objects.get(slug="cesis").municipality_id]):
        ogres = f"id = ANY ('{{{','.join(map(str, own))}}}')"
        assert _sql(f"{count} WHERE {ogres}") == [(0,)]
        _sql(f"UPDATE {table} SET id = id WHERE {ogres}")
        _sql(f"DELETE FROM {table} WHERE {ogres}")
    with rows_of(EVERYWHERE):
        [(every,)] = _sql(count)
        assert every >= len(own)
    assert _sql(count) == [(0,)], "the setting outlived its work"


def test_nothing_is_written_into_another_municipality(serving: Workshop) -> None:
    cesis = Incubator.objects.get(slug="cesis")
    with rows_of([serving.incubator.municipality_id]):
        own = serving.room.building
        Room.objects.create(incubator=serving.incubator, building=own, name="Sava")
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Room.objects.create(incubator=cesis, building=own, name="Sveša")
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Room.objects.filter(incubator=serving.incubator).update(incubator=cesis)


def test_who_serves_cannot_take_the_confinement_off(serving: Workshop) -> None:
    for attempt in (
        "ALTER TABLE incubators_room DISABLE ROW LEVEL SECURITY",
        f"DROP POLICY {POLICY} ON incubators_room",
        "ALTER ROLE CURRENT_USER BYPASSRLS",
        "CREATE OR REPLACE FUNCTION ligzda_municipalities() RETURNS bigint[] RETURN NULL",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            _sql(attempt)


def test_a_failed_transaction_leaves_no_setting(serving: Workshop) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), rows_of(EVERYWHERE):
        _sql("SELECT 1 / 0")
    assert _sql("SELECT count(*) FROM incubators_room") == [(0,)]


def test_the_setting_is_what_the_roles_say(cast: Cast) -> None:
    every = {number: str(number) for number in Municipality.objects.values_list("pk", flat=True)}
    assert every
    for kind, user in people().items():
        if user is None:
            continue
        held = list(roles_held(user))
        own = {partner.municipality_id for _role, partner in held} - {None}
        expected = {every[number] for number in own if number}
        if any(role.scope == "network" for role, _partner in held):
            expected = {EVERYWHERE}
        found = set(filter(None, set_municipalities(user.pk).split(",")))
        assert found == expected, kind


def test_a_request_meets_its_own_rows_and_leaves_nothing_to_the_next(
    cast: Cast, serving: Workshop
) -> None:
    seen: list[int] = []

    def view(request: object) -> object:
        seen.append(Room.objects.count())
        raise LookupError

    request = type("Request", (), {})()
    for user in (cast.ogre, cast.participant, cast.evaluator, User(), cast.cesis):
        request.user = user
        with pytest.raises(LookupError):
            ConfinedMiddleware(view)(request)  # type: ignore[arg-type]
        assert _sql(f"SELECT current_setting('{SETTING}', true)")[0][0] in ("", None)
    own = 1
    assert seen[0] == own
    assert (seen[1], seen[3]) == (0, 0)
    assert seen[2] >= own


def test_whoever_comes_next_on_a_connection_meets_nothing_of_who_was_there_before(
    cast: Cast, serving: Workshop
) -> None:
    """Whatever the view did, and although the statement stays prepared on the connection."""
    seen: list[int] = []

    def fails(request: object) -> object:
        with transaction.atomic():
            _sql("SELECT 1 / 0")
        raise AssertionError

    def asks_for_another(request: object) -> object:
        with rows_of_person(cast.cesis.pk):
            seen.append(Room.objects.filter(incubator=serving.incubator).count())
        seen.append(Room.objects.filter(incubator=serving.incubator).count())
        raise LookupError

    def looks(request: object) -> object:
        seen.append(Room.objects.count())
        raise LookupError

    request = type("Request", (), {})()
    for user, view, error in (
        (cast.ogre, fails, DatabaseError),
        (User(), looks, LookupError),
        (cast.ogre, asks_for_another, LookupError),
        (User(), looks, LookupError),
        (cast.participant, looks, LookupError),
    ):
        request.user = user
        with pytest.raises(error):
            ConfinedMiddleware(view)(request)  # type: ignore[arg-type]
    assert seen == [0, 0, 1, 0, 0]
    assert _sql("SELECT name FROM pg_prepared_statements WHERE name = 'ligzda_confine'")


def test_a_setting_that_fails_is_set_back(cast: Cast, serving: Workshop) -> None:
    broken = type("Request", (), {"user": User(pk=2**70)})()
    with rows_of(EVERYWHERE), pytest.raises(DatabaseError), transaction.atomic():
        ConfinedMiddleware(lambda request: None)(broken)  # type: ignore[arg-type,return-value]
    assert _sql("SELECT count(*) FROM incubators_room") == [(0,)]
