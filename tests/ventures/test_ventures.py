"""Enterprises: found, correct, what happens to them, their jobs, their turnover."""

import dataclasses
import datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from tests.people.conftest import ANNA, CESIS, Staff
from tests.ventures.conftest import (
    ALONE,
    BEGAN,
    COMPANY,
    JOB,
    NUMBER,
    NUMBER_2,
    SOLD,
    day,
    happened,
)

from ligzda.kernel.errors import BadDataError, NotAllowedError, NotFoundError
from ligzda.network.models import AuditEvent, Municipality
from ligzda.people.actions import register_person
from ligzda.people.models import Person
from ligzda.ventures import actions, queries
from ligzda.ventures.actions import Founder
from ligzda.ventures.models import Enterprise, Involvement, Milestone, Turnover
from ligzda.ventures.order import Step

pytestmark = pytest.mark.django_db


def test_it_works(company: Enterprise, staff: Staff, anna: Person, berta: Person) -> None:
    """Two founders, one company; the day of registration is its first event."""
    actions.record_job(by=staff.manager, enterprise=company, job=JOB)
    actions.record_turnover(by=staff.manager, enterprise=company, sold=SOLD)
    [row] = queries.enterprise_rows(staff.here)
    assert row.founders == (anna.pk, berta.pk)
    [event] = queries.event_rows([company.pk])
    assert (event.step, event.day, event.source) == (Step.REGISTERED, BEGAN, "founder")
    jobs = queries.jobs_on(queries.job_rows([company.pk]), day("2024-06-01"))
    assert (jobs.fte, jobs.heads, jobs.target_heads) == (Decimal("0.5"), 1, 0)
    [sold] = queries.turnover_rows([company.pk])
    assert (sold.first, sold.last) == (day("2024-07-01"), day("2024-12-31"))
    assert AuditEvent.objects.filter(action="enterprise.found", by=staff.social_worker).exists()


def test_one_founder_has_two_enterprises(company: Enterprise, alone: Enterprise) -> None:
    berta = alone.person
    assert Involvement.objects.filter(person=berta).count() == 2


def test_a_personal_enterprise_is_sealed_as_its_person(alone: Enterprise) -> None:
    kept = Enterprise.objects.filter(pk=alone.pk)
    assert kept.values_list("name", "registration_number").get() == ("", "")
    assert b"Bertas" not in bytes(kept.values_list("own_name", flat=True).get())
    assert Enterprise.objects.get(pk=alone.pk).title == "Bertas adījumi"
    event = AuditEvent.objects.get(action="enterprise.found", object_id=alone.pk)
    assert (event.after or {})["own_name"] == "(personal)"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"number": "40003521601"}, "does not fit"),
        ({"number": "161175-19997"}, "code of a person"),
        ({"number": "4000352160"}, "eleven digits"),
        ({"number": ""}, "eleven digits"),
        ({"name": " "}, "Write the name"),
        ({"form": "self_employed"}, "no registration number"),
        ({"form": "?"}, "Choose the legal form"),
        ({"activity": "1"}, "two digits"),
        ({"registered_on": timezone.localdate() + datetime.timedelta(1)}, "to come"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_is_refused(
    changed: dict[str, object], sentence: str, staff: Staff, anna: Person
) -> None:
    founding = dataclasses.replace(COMPANY, **changed)  # type: ignore[arg-type]
    with pytest.raises(BadDataError, match=sentence):
        actions.found(
            by=staff.social_worker,
            municipality=staff.here,
            founding=founding,
            founders=[Founder(person=anna)],
        )
    assert not Enterprise.objects.exists()


def test_only_who_keeps_people_there_writes_and_sees(
    company: Enterprise, staff: Staff, anna: Person
) -> None:
    for other in (staff.elsewhere, staff.instructor, staff.officer, staff.participant):
        with pytest.raises(NotAllowedError):
            actions.record_job(by=other, enterprise=company, job=JOB)
        with pytest.raises(NotAllowedError):
            actions.found(
                by=other, municipality=staff.here, founding=ALONE, founders=[Founder(person=anna)]
            )
        with pytest.raises(NotFoundError):
            queries.enterprise(other, company.pk)
    assert queries.enterprise(staff.manager, company.pk) == company


def test_somebody_of_another_municipality_or_nobody_founds_nothing(staff: Staff) -> None:
    cesis = Municipality.objects.get(slug=CESIS)
    other = register_person(by=staff.elsewhere, municipality=cesis, facts_given=ANNA)
    for founders, sentence in (([Founder(person=other)], "another municipality"), ([], "who")):
        with pytest.raises(BadDataError, match=sentence):
            actions.found(
                by=staff.social_worker,
                municipality=staff.here,
                founding=COMPANY,
                founders=founders,
            )


def test_a_name_is_corrected_and_the_history_keeps_none_of_a_person(
    company: Enterprise, alone: Enterprise, staff: Staff
) -> None:
    by = staff.manager
    actions.change_enterprise(by=by, enterprise=company, name="Ozols", number=NUMBER_2)
    assert Enterprise.objects.get(pk=company.pk).title == "Ozols"
    actions.change_enterprise(by=by, enterprise=alone, name="Berta ada", number="")
    assert Enterprise.objects.get(pk=alone.pk).title == "Berta ada"
    with pytest.raises(NotAllowedError):
        actions.change_enterprise(by=staff.elsewhere, enterprise=alone, name="X", number="")


def test_somebody_joins_and_leaves(company: Enterprise, staff: Staff, anna: Person) -> None:
    joined = actions.involve(
        by=staff.manager, enterprise=company, person=anna, role="board", since=day("2024-05-01")
    )
    actions.end_involvement(by=staff.manager, involvement=joined, last=day("2024-06-30"))
    assert Involvement.objects.get(pk=joined.pk).period.upper == day("2024-07-01")
    with pytest.raises(BadDataError, match="before the first"):
        actions.end_involvement(by=staff.manager, involvement=joined, last=day("2024-04-30"))
    with pytest.raises(NotAllowedError):
        actions.end_involvement(by=staff.elsewhere, involvement=joined, last=BEGAN)


@pytest.mark.parametrize(
    ("kind", "on", "sentence"),
    [
        ("first_invoice", "2024-03-03", "not registered yet"),
        ("registered", "2024-05-01", "happens once"),
        ("granted", "2024-06-01", "granted already"),
        ("refused", "2024-06-01", "nobody had applied"),
        ("lost", "2024-04-02", "not granted"),
        ("alive", "2025-07-01", "was closed"),
    ],
)
def test_an_impossible_order_is_refused(
    kind: str, on: str, sentence: str, company: Enterprise, staff: Staff
) -> None:
    for each, when in (
        ("applied", "2024-04-01"),
        ("granted", "2024-05-02"),
        ("closed", "2025-06-30"),
    ):
        happened(staff, company, each, when)
    with pytest.raises(BadDataError, match=sentence):
        happened(staff, company, kind, on)


def test_the_status_is_for_companies_and_is_refused_and_applied_for_again(
    company: Enterprise, alone: Enterprise, staff: Staff
) -> None:
    for kind, on in (
        ("applied", "2024-04-01"),
        ("refused", "2024-05-02"),
        ("applied", "2024-06-01"),
        ("granted", "2024-06-01"),
        ("lost", "2025-01-02"),
    ):
        happened(staff, company, kind, on)
    with pytest.raises(BadDataError, match="limited-liability"):
        happened(staff, alone, "applied", "2024-06-01")
    with pytest.raises(BadDataError, match="before it happened"):
        happened(staff, company, "alive", "2025-03-01", said_on=day("2025-02-01"))


def test_what_is_wrong_is_taken_back_unless_something_stands_on_it(
    company: Enterprise, staff: Staff
) -> None:
    happened(staff, company, "applied", "2024-04-01")
    happened(staff, company, "refused", "2024-05-01")
    applied, refused = Milestone.objects.filter(kind__in=("applied", "refused"))
    with pytest.raises(BadDataError, match="nobody had applied"):
        actions.take_back(by=staff.manager, row=applied)
    with pytest.raises(NotAllowedError):
        actions.take_back(by=staff.elsewhere, row=refused)
    actions.take_back(by=staff.manager, row=refused)
    actions.take_back(by=staff.manager, row=applied)
    assert Milestone.objects.count() == 1


def test_a_job_is_a_spell_that_ends(company: Enterprise, staff: Staff) -> None:
    job = dataclasses.replace(JOB, target_group=True)
    row = actions.record_job(by=staff.manager, enterprise=company, job=job)
    actions.end_job(by=staff.manager, row=row, last=day("2024-12-31"))
    rows = queries.job_rows()
    assert queries.jobs_on(rows, day("2024-12-31")).target_fte == Decimal("0.5")
    assert queries.jobs_on(rows, day("2025-01-01")).heads == 0
    for changed, sentence in (
        ({"hours": Decimal(61)}, "at most 60"),
        ({"last": day("2024-03-03")}, "before the first"),
        ({"confirmed_on": day("2024-03-03")}, "before it began"),
        ({"first": timezone.localdate() + datetime.timedelta(1)}, "to come"),
    ):
        with pytest.raises(BadDataError, match=sentence):
            actions.change_job(by=staff.manager, row=row, job=dataclasses.replace(job, **changed))


def test_turnover_of_a_time_stands_once_and_is_corrected(company: Enterprise, staff: Staff) -> None:
    for amount in ("100", "200"):
        sold = dataclasses.replace(SOLD, amount=Decimal(amount))
        actions.record_turnover(by=staff.manager, enterprise=company, sold=sold)
    assert Turnover.objects.get().amount == Decimal(200)
    for changed, sentence in (
        ({"begins": day("2024-07-02")}, "first or second half"),
        ({"begins": day("2024-07-01"), "months": 12}, "first or second half"),
        ({"begins": day("2999-01-01")}, "not over"),
        ({"amount": Decimal(-1)}, "not negative"),
        ({"amount": Decimal(0)}, "Nothing was sold"),
        ({"largest_share": Decimal("1.2")}, "between 0 and 100"),
    ):
        with pytest.raises(BadDataError, match=sentence):
            actions.record_turnover(
                by=staff.manager,
                enterprise=company,
                sold=dataclasses.replace(SOLD, **changed),
            )
    assert company.registration_number == NUMBER
