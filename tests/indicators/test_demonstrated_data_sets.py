"""The demonstration's frozen sets: two, and `ligzda evaluate` carries out the plan on one."""

import datetime
from pathlib import Path

import pytest
from benchmarks.recovery import Asked, cells
from django.utils import timezone
from tests.people.demonstrated import _shown

from ligzda.findings.evaluation import evaluate_files
from ligzda.incubators.models import Incubator
from ligzda.indicators.data_sets.taking import take
from ligzda.indicators.demonstration import load
from ligzda.indicators.models import DataSet, QualityFinding
from ligzda.network.load import system_member
from ligzda.people.demonstration.cast import invented

__all__ = ["_shown"]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("_shown", "db")]


def test_two_sets_are_frozen_once_and_one_is_evaluated_by_the_registered_plan(
    tmp_path: Path,
) -> None:
    load(by=system_member())
    found = QualityFinding.objects.count()
    load(by=system_member())
    assert QualityFinding.objects.count() == found > 0
    assert set(DataSet.objects.values_list("moment", flat=True)) == {"m6", "m12"}
    row = DataSet.objects.get(moment="m12")
    cells, plan = tmp_path / "cells.csv", tmp_path / "plan.toml"
    cells.write_text(row.content, "utf-8")
    plan.write_text(row.protocol.plan, "utf-8")
    record = evaluate_files(cells, plan, seed=1)
    assert '"A: outside body instead of municipality"' in record.to_json()


def test_the_cells_that_recovery_makes_in_memory_are_those_of_the_database() -> None:
    day = timezone.localdate() - datetime.timedelta(days=90)  # by then everybody has answered
    rows = list(Incubator.objects.select_related("municipality").order_by("slug"))
    opened = min(row.opens_on for row in rows if row.invented and row.opens_on)
    told = invented(rows, opened, timezone.localdate())
    asked = [
        Asked(slug, one.person.site.model, one.leaves, moment.paid if moment.answered else None)
        for slug, each in told.items()
        for one in each
        for moment in [one.person.waves["m12"]]
        if one.stays and one.enters <= day
    ]
    sides = {one.person.site.model: one.person.site for each in told.values() for one in each}
    made = cells(asked, {code: (site.a, site.b, site.c) for code, site in sides.items()}, day)
    assert take("in_paid_activity", "m12", day).contents == made
