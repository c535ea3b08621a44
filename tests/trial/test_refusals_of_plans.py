"""What the engine refuses of a plan is said on the trial's pages in the reader's language (B8)."""

import pytest
from django.utils.translation import override

from ligzda.evidence import parse_plan
from ligzda.evidence.errors import PlanError
from ligzda.kernel.errors import BadDataError
from ligzda.trial.confined import told
from ligzda.trial.power.faults import SimulationFault
from ligzda.trial.power.models import DesignRun
from ligzda.trial.registry import rules
from ligzda.trial.registry.plan_lines import line_of
from ligzda.trial.registry.plan_text import TEMPLATE


@pytest.mark.parametrize(
    ("plan", "latvian"),
    [
        (
            TEMPLATE.replace('"binomial"', '"binomal"'),
            "plāns, 7. rinda: outcome.family: „binomal” šeit nav",
        ),
        ("title == 1", "plāns: TOML: teksts nav derīgs TOML: kļūda 1. rindas 8. zīmē."),
    ],
)
def test_a_plan_is_refused_in_the_readers_language(plan: str, latvian: str) -> None:
    with override("lv"), pytest.raises(BadDataError) as caught:
        rules.check_plan(plan)
    assert str(caught.value).startswith(latvian)
    with pytest.raises(PlanError) as english:
        parse_plan(plan)
    with override("en"), pytest.raises(BadDataError) as caught:
        rules.check_plan(plan)
    place = f"plan, line {line}" if (line := line_of(plan, english.value.key)) else "plan"
    assert str(caught.value) == str(english.value).replace("plan", place, 1)


def test_what_a_worker_could_not_simulate_is_said_to_each_reader() -> None:
    error = PlanError("roles", SimulationFault.NO_ROLES)
    row = DesignRun(problem=told(error))
    with override("lv"):
        assert row.refusal.startswith("plan: roles: nepieciešama inkubatoru un modeļu kolonna.")
    with override("en"):
        assert row.refusal == str(error)
    assert DesignRun(problem="as it was").refusal == "as it was"
