"""Rows about people: what the database refuses, and whom it shows them to, in raw SQL."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.backends.postgresql.psycopg_any import DateRange
from tests.constraints import Provocation, assert_refused, constraints_of
from tests.people.conftest import Staff

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.confined import EVERYWHERE, HOUSE, Only, belongs, rows_of
from ligzda.network.confining import rows_of_person
from ligzda.network.models import User
from ligzda.network.roles import ROLES, Permission
from ligzda.people.actions import note_reading
from ligzda.people.confining import SEEN_FUNCTION
from ligzda.people.models import (
    ApplicationDraft,
    EntrySnapshot,
    NetworkQuestion,
    Person,
    PossibleDouble,
    Reading,
    SearchToken,
    Stay,
)
from ligzda.server.privileges import _ROLE, SERVING

pytestmark = pytest.mark.django_db
FIRST = datetime.date(2026, 3, 2)


@pytest.fixture
def stay(anna: Person, staff: Staff) -> Stay:
    row = Stay.objects.create(
        person=anna,
        municipality=staff.here,
        incubator=Incubator.objects.get(slug="ogre"),
        version=ModelVersion.objects.filter(published_at__isnull=False).earliest("pk"),
        period=DateRange(FIRST, None),
        contract_on=FIRST,
    )
    EntrySnapshot.objects.create(
        stay=row, person=anna, municipality=staff.here, age=47, gender="woman",
        labour_status="inactive",
    )  # fmt: skip
    note_reading(by=staff.manager, people=[anna], what="record")
    return row


PEOPLE, STAYS, ENTRIES, READINGS = (
    Person.objects, Stay.objects, EntrySnapshot.objects, Reading.objects,
)  # fmt: skip


def _again(row: Any, **changed: Any) -> None:
    row.pk = None
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def _twin() -> None:
    PEOPLE.update(code_token=1)
    twin = PEOPLE.get()
    twin.take_key(None)
    for name in ("given_name", "family_name", "birth_date", "phone"):
        setattr(twin, name, "")
    _again(twin, sealed_as="6ba7b810-9dad-41d1-80b4-00c04fd430c8")


def _new_entry(**values: Any) -> None:
    stay = STAYS.get()
    stay.pk, stay.sealed_as = None, "6ba7b810-9dad-41d1-80b4-00c04fd430c9"
    stay.period = DateRange(FIRST - datetime.timedelta(30), FIRST)
    stay.contract_on, stay.exit_state, stay.exit_reason = stay.period.lower, "education", "by_plan"
    stay.save(force_insert=True)
    given = {"gender": "man", "labour_status": "inactive"} | values
    ENTRIES.create(stay=stay, person=stay.person, municipality=stay.municipality, **given)


def _pair(**values: Any) -> None:
    one = PEOPLE.get()
    twin = PEOPLE.create(municipality=one.municipality)
    given = {"person": one, "other": twin, "likeness": 90} | values
    PossibleDouble.objects.create(municipality=one.municipality, **given)
    if not values:
        PossibleDouble.objects.create(municipality=one.municipality, **given)


def _token(**values: Any) -> None:
    given = {"person": PEOPLE.get(), "municipality": PEOPLE.get().municipality, "token": 1}
    for _time in range(2):
        SearchToken.objects.create(**given | {"kind": "n"} | values)


def _question(purpose: str) -> NetworkQuestion:
    here = PEOPLE.get().municipality
    by = READINGS.get().by
    return NetworkQuestion.objects.create(municipality=here, by=by, purpose=purpose, known=True)


PROVOCATIONS: dict[str, Provocation] = {
    "person_code_once_in_a_municipality": _twin,
    "person_birth_year_within_reason": lambda: PEOPLE.update(birth_year=1899),
    "person_gender_and_language_are_known": lambda: PEOPLE.update(gender="x"),
    "person_is_not_merged_into_self": lambda: PEOPLE.update(merged_into=models.F("id")),
    "person_erased_is_empty": lambda: PEOPLE.update(erased_at="2026-01-01T00:00Z"),
    "double_named_once": _pair,
    "double_names_the_older_first": lambda: _pair(other=PEOPLE.earliest("pk")),
    "double_state_and_likeness_are_known": lambda: _pair(likeness=101),
    "token_once_a_person": _token,
    "token_kind_is_known": lambda: _token(kind="x"),
    "question_says_what_for": lambda: _question(""),
    "networkquestion.as_it_was": lambda: _question("x").delete(),
    "reading_says_what": lambda: _again(READINGS.get(), what=""),
    "reading.as_it_was": lambda: READINGS.all().delete(),
    "stay_one_at_a_time": lambda: _again(
        STAYS.get(), sealed_as="6ba7b810-9dad-41d1-80b4-00c04fd430c9"
    ),
    "stay_has_a_first_day": lambda: STAYS.update(period=DateRange(None, None)),
    "stay_ends_with_state_and_reason": lambda: STAYS.update(exit_state="unknown"),
    "stay_state_and_reason_are_known": lambda: STAYS.update(
        exit_state="rich", exit_reason="by_plan", period=DateRange(FIRST, FIRST.replace(day=9))
    ),
    "stay_begins_with_its_contract": lambda: STAYS.update(contract_on=FIRST.replace(day=3)),
    "stay_is_planned_to_end_after_it_begins": lambda: STAYS.update(
        planned_end=FIRST.replace(day=1)
    ),
    "entry_codes_are_known": lambda: _new_entry(labour_status="lazy"),
    "entry_months_are_of_the_unemployed": lambda: _new_entry(months_unemployed=3),
    "entry_age_within_reason": lambda: _new_entry(age=111),
    "entry_what_was_not_asked_is_empty": lambda: _new_entry(disability="I"),
    "entrysnapshot.as_it_was": lambda: ENTRIES.update(age=30),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
@pytest.mark.usefixtures("stay")
def test_the_database_refuses(name: str) -> None:
    assert_refused(name, PROVOCATIONS[name])


def test_none_is_forgotten() -> None:
    assert set(PROVOCATIONS) <= constraints_of("people")


def test_the_function_of_the_database_names_the_roles_that_work_with_people() -> None:
    work = {Permission.KEEP_PEOPLE, Permission.SUPPORT_PEOPLE, Permission.PROTECT_DATA}
    for role in ROLES:
        assert (f"'{role.key}'" in SEEN_FUNCTION) == bool(work & role.permissions), role.key


def _sql(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def _confined_by(table: type[models.Model]) -> Only | None:
    followed: Any = getattr(table, "pgh_tracked_model", table)
    found: Only | None = followed.confined_by
    return found


def _tables() -> list[type[models.Model]]:
    """Return the tables about people: all but the law's, which are public, and the drafts."""
    every = apps.get_app_config("people").get_models()
    return [table for table in every if _confined_by(table) not in (None, DRAFT)]


DRAFT = ApplicationDraft.confined_by


def test_what_is_about_no_person_or_about_somebody_unknown_is_named() -> None:
    others = {each.__name__ for each in apps.get_app_config("people").get_models()}
    assert others - {each.__name__ for each in _tables()} == {
        "ApplicationDraft", "ConsentText", "TargetGroup", "TargetGroupEvent",
        "Device",
    }  # fmt: skip


@pytest.fixture
def serving(stay: Stay, staff: Staff) -> Iterator[dict[str, User]]:
    """Act as the serving role, among those who work with people and those who do not."""
    _sql(_ROLE.format(role=SERVING))
    _sql(f"SET LOCAL ROLE {SERVING}")
    yield {
        "social worker": staff.social_worker,
        "manager": staff.manager,
        "instructor": staff.instructor,
        "officer": staff.officer,
        "participant": staff.participant,
        "social worker elsewhere": staff.elsewhere,
    }
    _sql("RESET ROLE")


MEET = {"social worker", "manager", "instructor", "officer"}


@pytest.mark.parametrize("table", _tables(), ids=lambda model: model.__name__)
def test_rows_are_met_by_who_works_with_people_there(
    table: type[models.Model], serving: dict[str, User]
) -> None:
    count = f'SELECT count(*) FROM "{table._meta.db_table}"'
    assert _sql(count) == [(0,)]  # nobody is signed in
    with rows_of(EVERYWHERE, HOUSE):
        there = _sql(count)
    for who, user in serving.items():
        with rows_of_person(user.pk):
            assert _sql(count) == (there if who in MEET else [(0,)]), who


def test_somebody_meets_their_own_rows_and_no_others(
    anna: Person, serving: dict[str, User]
) -> None:
    with rows_of(EVERYWHERE, HOUSE):
        Person.objects.filter(pk=anna.pk).update(user=serving["participant"])
    with rows_of_person(serving["participant"].pk):
        for table in (Person, Stay, EntrySnapshot, Reading):
            assert table.objects.count() == 1
        assert Person.objects.get().phone == "+371 20000001"


@pytest.mark.parametrize("table", _tables(), ids=lambda model: model.__name__)
def test_each_policy_is_what_its_model_says(table: type[models.Model]) -> None:
    confined_by = _confined_by(table)
    assert isinstance(confined_by, Only)
    [(told,)] = _sql(
        f"SELECT pg_get_expr(polqual, polrelid) FROM pg_policy "
        f"WHERE polrelid = '{table._meta.db_table}'::regclass"
    )
    said = belongs(table, confined_by)
    assert "people_seen()" in told
    assert "people_seen()" in said
    assert ("person_id IN" in told) == ("person_id IN" in said)
