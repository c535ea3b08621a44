"""The demonstration's frozen sets: two, and `ligzda evaluate` carries out the plan on one."""

from pathlib import Path

import pytest
from tests.people.demonstrated import _shown

from ligzda.findings.evaluation import evaluate_files
from ligzda.indicators.demonstration import load
from ligzda.indicators.models import DataSet, QualityFinding
from ligzda.network.load import system_member

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
