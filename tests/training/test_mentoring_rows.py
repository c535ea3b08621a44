"""Rows of mentoring: what the database refuses, and whom it shows them to, in raw SQL."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of
from tests.training.mentoring import DAY, Accompanied, accompanied, person

from ligzda.kernel.confined import EVERYWHERE, HOUSE, Only, belongs, rows_of
from ligzda.network.confining import rows_of_person
from ligzda.network.models import User
from ligzda.network.roles import Coordinator, IncubatorManager, Instructor, Mentor, Participant
from ligzda.server.privileges import _ROLE, SERVING
from ligzda.training.models import (
    MentorHours,
    MentoringMeeting,
    MentoringNote,
    MentoringPair,
    MentorOffer,
    MentorWish,
)

__all__ = ["accompanied"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_asked")]
PAIRS, OFFERS, WISHES = MentoringPair.objects, MentorOffer.objects, MentorWish.objects
HOURS, MEETINGS, NOTES = MentorHours.objects, MentoringMeeting.objects, MentoringNote.objects


def _twice(row: Any, **changed: Any) -> None:
    row.pk = None
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)


PROVOCATIONS: dict[str, Provocation] = {
    "offer_topics_are_known": lambda: OFFERS.update(topics=["magic"]),
    "offer_languages_are_known": lambda: OFFERS.update(languages=[]),
    "offer_places_within_reason": lambda: OFFERS.update(places=0),
    "mentor_hours_once_a_day": lambda: _twice(HOURS.get()),
    "mentor_hours_weekday_is_known": lambda: HOURS.update(weekday=8),
    "mentor_hours_begin_then_end": lambda: HOURS.update(begins="18:00"),
    "wish_one_at_a_time": lambda: _twice(WISHES.get()),
    "wish_topic_and_language_are_known": lambda: WISHES.update(topic="magic"),
    "pair_once_at_a_time": lambda: _twice(PAIRS.get()),
    "pair_is_of_two_people": lambda: PAIRS.update(mentor=PAIRS.get().participant_id),
    "pair_has_a_beginning": lambda: PAIRS.update(period=DateRange(None, DAY)),
    "pair_topic_and_language_are_known": lambda: PAIRS.update(language="xx"),
    "meeting_once_a_day": lambda: _twice(MEETINGS.get()),
    "meeting_of_five_minutes_to_a_day": lambda: MEETINGS.update(minutes=481),
    "note_says_something": lambda: _twice(NOTES.get(), text=""),
    "mentoringnote.as_written": lambda: NOTES.update(text="Cits."),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, accompanied: Accompanied) -> None:
    assert_refused(name, PROVOCATIONS[name])


def test_none_is_forgotten() -> None:
    assert set(PROVOCATIONS) <= constraints_of("training")


def _of(model: type[models.Model]) -> Any:
    """Return the model that a history follows, or the model itself."""
    return getattr(model, "pgh_tracked_model", model)


TABLES: tuple[type[models.Model], ...] = tuple(
    model
    for model in apps.get_app_config("training").get_models()
    if isinstance(_of(model).confined_by, Only)
)


def _sql(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def serving(accompanied: Accompanied, cast: Cast) -> Iterator[dict[str, User]]:
    """Act as the serving role, among people of Ogre's and of elsewhere."""
    there = {
        "mentor": accompanied.mentor,
        "participant": accompanied.participant,
        "manager": accompanied.manager,
        "coordinator": cast.ogre,
        "administrator": cast.administrator,
        "instructor": person(cast, Instructor, "ogres-novada-pasvaldiba", "instruktors"),
        "other mentor": person(cast, Mentor, "ogres-novada-pasvaldiba", "cita.mentore"),
        "other participant": person(cast, Participant, "ogres-novada-pasvaldiba", "cits"),
        "manager elsewhere": person(cast, IncubatorManager, "cesu-novada-pasvaldiba", "cesu"),
        "coordinator elsewhere": person(cast, Coordinator, "cesu-novada-pasvaldiba", "koord"),
    }
    _sql(_ROLE.format(role=SERVING))
    _sql(f"SET LOCAL ROLE {SERVING}")
    yield there
    _sql("RESET ROLE")


THREE = {"mentor", "participant", "manager"}
MEET = {
    MentoringPair: THREE,
    MentoringMeeting: THREE,
    MentoringNote: THREE,
    MentorWish: THREE - {"mentor"},
    MentorOffer: THREE | {"manager elsewhere"},
    MentorHours: THREE | {"manager elsewhere"},
}


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_the_database_shows_a_row_to_the_pair_and_their_manager_alone(
    model: type[models.Model], serving: dict[str, User]
) -> None:
    """Coordinator and administrator of the same place, too, ask in vain, in plain SQL."""
    count = f"SELECT count(*) FROM {model._meta.db_table}"
    assert _sql(count) == [(0,)], "no setting, and rows"
    met = set()
    for kind, user in serving.items():
        with rows_of_person(user.pk):
            if _sql(count) != [(0,)]:
                met.add(kind)
    assert met == MEET[_of(model)]
    with rows_of(EVERYWHERE):
        assert _sql(count) == [(0,)], "of every municipality, and of no person"
    with rows_of(EVERYWHERE, HOUSE):
        assert _sql(count) != [(0,)]
    assert _sql(count) == [(0,)], "the setting outlived its work"


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_the_policy_is_what_the_model_says(
    model: type[models.Model], accompanied: Accompanied
) -> None:
    """A condition changed without a migration would be a wish."""
    table = model._meta.db_table
    [(before,)] = _sql(f"SELECT qual FROM pg_policies WHERE tablename = '{table}'")
    said = belongs(model, _of(model).confined_by)
    _sql(f"CREATE POLICY as_said ON {table} USING ({said})")
    found = _sql(f"SELECT DISTINCT qual FROM pg_policies WHERE tablename = '{table}'")
    assert found == [(before,)]


def test_nobody_writes_into_somebody_else_s_pair(serving: dict[str, User]) -> None:
    with rows_of_person(serving["mentor"].pk):
        [pair] = PAIRS.all()
        NOTES.create(pair=pair, text="Mēs.", written_by=serving["mentor"])
    for kind in ("other mentor", "coordinator", "manager elsewhere"):
        with (
            rows_of_person(serving[kind].pk),
            pytest.raises(DatabaseError, match="row-level security"),
            transaction.atomic(),
        ):
            NOTES.create(pair=pair, text="Svešs.", written_by=serving[kind])
        with rows_of_person(serving[kind].pk):
            assert NOTES.all().delete() == (0, {})


def test_a_manager_whose_role_has_ended_sees_nothing(
    accompanied: Accompanied, cast: Cast, serving: dict[str, User]
) -> None:
    with rows_of_person(accompanied.manager.pk):
        assert NOTES.count() == 1
    held = accompanied.manager.memberships.get()
    _sql("RESET ROLE")
    type(held).objects.filter(pk=held.pk).update(period=DateRange(DAY, DAY.replace(day=3)))
    _sql(f"SET LOCAL ROLE {SERVING}")
    with rows_of_person(accompanied.manager.pk):
        assert NOTES.count() == 0
