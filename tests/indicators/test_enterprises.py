"""Enterprises in counts: registered, surviving by their turnover, jobs of the day."""

import datetime

import pytest
from tests.ventures.conftest import (
    JOB,
    SOLD,
    Staff,
    _loaded,
    anna,
    berta,
    cast,
    company,
    keys,
    staff,
)

from ligzda.indicators.queries import Asked, Record, counts
from ligzda.ventures.actions import record_job, record_turnover
from ligzda.ventures.models import Enterprise

__all__ = ["Staff", "_loaded", "anna", "berta", "cast", "company", "keys", "staff"]
pytestmark = pytest.mark.django_db


def found(code: str, staff: Staff) -> list[Record]:
    span = (datetime.date(2024, 1, 1), datetime.date(2025, 12, 31))
    return counts(code, Asked((staff.here.pk,), *span, datetime.date(2026, 1, 1)))


def test_an_enterprise_counts_on_the_day_of_the_register(staff: Staff, company: Enterprise) -> None:
    assert [row["counted"] for row in found("enterprise_registered", staff)] == [1]
    assert [row["category"] for row in found("se_status", staff)] == []


def test_survival_is_by_turnover_and_not_known_without(staff: Staff, company: Enterprise) -> None:
    unknown = {(row["moment"], row["left_out"]) for row in found("enterprise_survives", staff)}
    assert unknown == {("m6", "turnover_not_known"), ("m12", "turnover_not_known")}
    record_turnover(by=staff.social_worker, enterprise=company, sold=SOLD)
    rows = {row["moment"]: row for row in found("enterprise_survives", staff)}
    assert (rows["m6"]["left_out"], rows["m6"]["total"]) == (None, 1.0)


def test_jobs_are_those_of_the_day(staff: Staff, company: Enterprise) -> None:
    record_job(by=staff.social_worker, enterprise=company, job=JOB)
    at_six = {
        row["category"]: row["total"] for row in found("jobs_fte", staff) if row["moment"] == "m6"
    }
    assert at_six == {"fte": 0.5, "heads": 1.0, "target_fte": 0.0, "target_heads": 0.0}


def test_turnover_tells_what_large_buyers_took(staff: Staff, company: Enterprise) -> None:
    record_turnover(by=staff.social_worker, enterprise=company, sold=SOLD)
    rows = {row["category"]: round(row["total"], 2) for row in found("turnover", staff)}
    assert rows == {"all": 12000.5, "public": 3600.15, "largest": 5400.23}
