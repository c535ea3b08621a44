"""The checks on the demonstration: what is wrong on purpose is found, and no other error."""

from collections.abc import Iterator

import pytest
from tests.people.demonstrated import _shown

from ligzda.indicators.models import QualityFinding
from ligzda.indicators.quality.actions import run_checks
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.network.load import system_member
from ligzda.people.demonstration.said import troubles

__all__ = ["_shown"]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("_shown", "db")]


@pytest.fixture(autouse=True)
def _checked(_shown: None) -> Iterator[None]:
    """Run the checks as the night does; meet what they found everywhere."""
    with rows_of(EVERYWHERE, HOUSE):
        run_checks(by=system_member())
        yield


def test_what_is_wrong_on_purpose_is_found_and_nothing_else_is_an_error() -> None:
    planted = {(row.code, slug) for row in troubles() for slug in row.incubators}
    open_rows = QualityFinding.objects.filter(closed_on=None)
    found = set(open_rows.values_list("check_code", "incubator"))
    assert planted <= found
    errors = set(open_rows.filter(severity="error").values_list("check_code", "incubator"))
    assert errors <= planted
    # Of the troubles one each, but one person at two sites is a finding at both.
    assert open_rows.filter(severity="error").count() == len(errors)


def test_no_warning_stands_beside_the_planted_ones_of_costs_and_models() -> None:
    for code in ("cost_in_the_wrong_month", "model_not_run"):
        [slugs] = [row.incubators for row in troubles() if row.code == code]
        found = QualityFinding.objects.filter(check_code=code, closed_on=None)
        assert set(found.values_list("incubator", flat=True)) == set(slugs)
