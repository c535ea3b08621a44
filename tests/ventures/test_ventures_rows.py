"""Rows of enterprises: what the database refuses, and whom it shows them to, in raw SQL."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from tests.constraints import Provocation, assert_refused, constraints_of
from tests.people.conftest import CESIS, Staff
from tests.ventures.conftest import BEGAN, JOB, SOLD, day, happened

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.network.confining import rows_of_person
from ligzda.network.models import Municipality
from ligzda.people.models import Person
from ligzda.server.privileges import _ROLE, SERVING
from ligzda.ventures import actions
from ligzda.ventures.models import (
    Aid,
    Ceiling,
    Enterprise,
    Finding,
    Involvement,
    JobSpell,
    Link,
    Milestone,
    RegisterFile,
    StatusCheck,
    Turnover,
)

pytestmark = pytest.mark.django_db
COMPANY_ONLY = {"registration_number": "40003521600"}


@pytest.fixture(autouse=True)
def everything(company: Enterprise, alone: Enterprise, staff: Staff) -> Enterprise:
    """A row in every table of the room."""
    by, here = staff.social_worker, staff.here
    actions.record_job(by=by, enterprise=company, job=JOB)
    actions.record_turnover(by=by, enterprise=company, sold=SOLD)
    file = RegisterFile.objects.create(
        municipality=here, kind="aid", as_of=BEGAN, rows=1, sha256="0" * 64, taken_by=by
    )
    about = {"municipality": here, "enterprise": company}
    Aid.objects.create(
        **about, granted_on=BEGAN, amount=Decimal(100), regulation="general", kind="grant",
        giver="Ogre", form_number="F-1", reference="1", entered_by=by,
    )  # fmt: skip
    Link.objects.create(
        **about, one=f"V-{company.pk}", other="40003032949", basis="votes", reference="1",
        period=DateRange(BEGAN, None), entered_by=by,
    )  # fmt: skip
    Finding.objects.create(**about, register=file, kind="name", ours="a", theirs="b")
    StatusCheck.objects.create(**about, criterion="aim", met=True, checked_by=by)
    Ceiling.objects.get_or_create(
        regulation="general", valid_from=BEGAN,
        defaults={"amount": 1, "counting": "rolling", "source": {"lv": "a", "en": "a"}},
    )  # fmt: skip
    return company


def _one(model: type[models.Model]) -> Any:
    return model._default_manager.order_by("pk").first()


def _again(model: type[models.Model], **changed: Any) -> Any:
    row = _one(model)
    row.pk = None
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row


def _update(model: type[models.Model], **values: Any) -> Provocation:
    return lambda: model._default_manager.filter(pk=_one(model).pk).update(**values)


def _twin(model: type[models.Model], **changed: Any) -> Provocation:
    return lambda: _again(model, **changed)


def _registered_twice() -> None:
    _again(Milestone, day=day("2024-03-05"), source_on=timezone.localdate())


def _elsewhere(model: type[models.Model]) -> Provocation:
    return lambda: model._default_manager.update(municipality=Municipality.objects.get(slug=CESIS))


UUID = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
PREMISES = {"kind": "premises", "form_number": "", "reference": ""}
REFERRED = (Milestone, JobSpell, Turnover)
PROVOCATIONS: dict[str, Provocation] = {
    "enterprise_number_once_in_a_municipality": _twin(Enterprise, sealed_as=UUID),
    "enterprise_form_is_known": _update(Enterprise, form="x"),
    "enterprise_is_named_by_its_form": _update(Enterprise, name=""),
    "enterprise_number_is_of_the_register": _update(Enterprise, registration_number="16117519997"),
    "enterprise_activity_is_a_division": _update(Enterprise, activity="x"),
    "involvement_one_at_a_time": _twin(Involvement, sealed_as=UUID),
    "involvement_role_is_known": _update(Involvement, role="x"),
    "involvement_has_a_first_day": _update(Involvement, period=DateRange(None, None)),
    "milestone_reference_once": lambda: [
        _again(Milestone, kind="alive", day=day(f"2024-05-0{n}"), reference="1",
               source_on=timezone.localdate())
        for n in (1, 2)
    ],
    "milestone_once_a_day": lambda: [
        _again(Milestone, kind="alive", day=day("2024-05-01"), source_on=timezone.localdate())
        for _time in range(2)
    ],
    "milestone_happens_once": _registered_twice,
    "milestone_kind_and_source_are_known": _update(Milestone, source="x"),
    "milestone_is_said_when_it_was": _update(Milestone, source_on=day("2024-03-03")),
    "milestone_file_is_of_a_register": lambda: Milestone.objects.update(
        register=RegisterFile.objects.get()
    ),
    "milestone.in_order": _twin(Milestone, kind="lost", source_on=timezone.localdate()),
    "milestone.of_its_municipality": _elsewhere(Milestone),
    "job_reference_once": lambda: [_again(JobSpell, reference="1") for _time in range(2)],
    "job_hours_within_reason": _update(JobSpell, hours=0),
    "job_has_a_first_day": _update(JobSpell, period=DateRange(None, None)),
    "job_is_confirmed_after_it_began": _update(JobSpell, confirmed_on=day("2024-03-03")),
    "jobspell.of_its_municipality": _elsewhere(JobSpell),
    "turnover_reference_once": lambda: [
        _again(Turnover, reference="1", begins=day(f"20{n}-01-01")) for n in (22, 23)
    ],
    "turnover_once_a_time": _twin(Turnover, begins=day("2024-01-01"), months=12),
    "turnover_is_of_a_half_year_or_a_year": _update(Turnover, begins=day("2024-07-02")),
    "turnover_is_not_negative": _update(Turnover, amount=0),
    "turnover_shares_are_shares": _update(Turnover, public_share=2),
    "turnover.of_its_municipality": _elsewhere(Turnover),
    "ceiling_once": _twin(Ceiling),
    "ceiling_ends_after_it_begins": _update(Ceiling, valid_to=day("1990-01-01")),
    "ceiling_is_known": _update(Ceiling, amount=0),
    "aid_reference_once": _twin(Aid, form_number=""),
    "aid_form_once": _twin(Aid, reference=""),
    "aid_is_known": _update(Aid, giver=""),
    "aid_of_premises_is_the_rent_forgone": _twin(Aid, **PREMISES, rent_month=1, rent_months=2),
    "aid_of_premises_says_its_rent": _twin(Aid, **PREMISES),
    "aid_of_another_is_of_the_register": _update(Aid, undertaking="40003032949"),
    "aid.of_its_municipality": _elsewhere(Aid),
    "link_reference_once": _twin(Link, other="40003521600"),
    "link_one_at_a_time": _twin(Link, reference=""),
    "link_is_of_two_undertakings": _update(Link, other="161175-19997"),
    "link_has_a_basis_and_a_first_day": _update(Link, basis="x"),
    "link.of_its_municipality": _elsewhere(Link),
    "register_file_is_known": _update(RegisterFile, sha256="x"),
    "finding_once": _twin(Finding),
    "finding_kind_is_known": _update(Finding, kind="x"),
    "finding_settled_by_somebody_with_a_reason": _update(Finding, settled_at=timezone.now()),
    "finding.of_its_municipality": _elsewhere(Finding),
    "criterion_once": _twin(StatusCheck),
    "criterion_is_named": _update(StatusCheck, criterion=""),
    "statuscheck.of_its_municipality": _elsewhere(StatusCheck),
}  # fmt: skip


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str) -> None:
    assert_refused(name, PROVOCATIONS[name])


def test_none_is_forgotten() -> None:
    assert set(PROVOCATIONS) == constraints_of("ventures")


def test_an_event_is_refused_by_the_database_as_by_the_rule(
    company: Enterprise, staff: Staff
) -> None:
    """Before the first, after the last, the first one taken away from under the others."""
    happened(staff, company, "applied", "2024-04-01")
    happened(staff, company, "closed", "2025-04-01")
    alive = {"kind": "alive", "source_on": timezone.localdate()}
    for provoke in (
        _twin(Milestone, **alive, day=day("2024-03-03")),
        _twin(Milestone, **alive, day=day("2025-04-02")),
        _twin(Milestone, kind="applied", day=day("2024-05-01"), source_on=timezone.localdate()),
        lambda: Milestone.objects.filter(enterprise=company, kind="registered").delete(),
    ):
        assert_refused("milestone.in_order", provoke)
    assert Milestone.objects.filter(enterprise=company).count() == 3


def _sql(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


TABLES = [
    model
    for model in apps.get_app_config("ventures").get_models()
    if not model.__name__.startswith("Ceiling")
]


@pytest.fixture
def serving() -> Iterator[None]:
    _sql(_ROLE.format(role=SERVING))
    _sql(f"SET LOCAL ROLE {SERVING}")
    yield
    _sql("RESET ROLE")


@pytest.mark.parametrize("table", TABLES, ids=lambda model: model.__name__)
def test_rows_are_met_by_who_works_with_people_there(
    table: type[models.Model], staff: Staff, serving: None
) -> None:
    count = f'SELECT count(*) FROM "{table._meta.db_table}"'
    assert _sql(count) == [(0,)]  # nobody is signed in
    with rows_of(EVERYWHERE, HOUSE):
        there = _sql(count)
    assert there > [(0,)]
    for user in (staff.social_worker, staff.manager):
        with rows_of_person(user.pk):
            assert _sql(count) == there
    for user in (staff.elsewhere, staff.participant):
        with rows_of_person(user.pk):
            assert _sql(count) == [(0,)]


def test_a_founder_meets_their_own_enterprises(
    anna: Person, company: Enterprise, staff: Staff, serving: None
) -> None:
    with rows_of(EVERYWHERE, HOUSE):
        Person.objects.filter(pk=anna.pk).update(user=staff.participant)
    with rows_of_person(staff.participant.pk):
        assert list(Enterprise.objects.values_list("pk", flat=True)) == [company.pk]
        assert {row.enterprise_id for row in Milestone.objects.all()} == {company.pk}
        assert Involvement.objects.count() == 1
