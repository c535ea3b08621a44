"""The shipped examples evaluate, by the text that ships with them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from ligzda.evidence import Evaluation, parse_plan
from ligzda.evidence.plan import RandomTerm
from ligzda.findings.evaluation import evaluate_files

pytestmark = pytest.mark.usefixtures("kept_engine")

REPOSITORY = Path(__file__).resolve().parents[2]


def evaluation_of(folder: str, plan: str) -> Evaluation:
    example = REPOSITORY / "examples" / folder
    return evaluate_files(example / "data.csv", example / plan).evaluation


@pytest.mark.parametrize(
    ("folder", "plan", "mean", "sd"),
    [
        ("jtpa", "plan.toml", 0.147, 0.080),
        ("jtpa", "plan-earnings.toml", 1245.0, 362.0),
        ("thrombolytic", "plan.toml", -0.0187, 0.0900),
    ],
)
def test_examples(folder: str, plan: str, mean: float, sd: float) -> None:
    evaluation = evaluation_of(folder, plan)
    headline = evaluation.contrasts[0].link
    assert headline.mean == pytest.approx(mean, abs=0.2 * sd)
    assert evaluation.diagnosis.good
    assert evaluation.heterogeneity is not None
    assert evaluation.heterogeneity.lower > 0
    assert evaluation.new_site is not None
    assert evaluation.new_site.link.sd > headline.sd
    assert len(evaluation.sites) > 5
    json.dumps(evaluation.to_dict(), allow_nan=False)


def test_fewer_deaths_are_better() -> None:
    ranks = evaluation_of("thrombolytic", "plan.toml").ranks
    assert ranks is not None
    assert ranks.labels[int(np.argmax(ranks.sucra))] == "AtPA"
    assert ranks.labels[int(np.argmin(ranks.expected_regret))] == "AtPA"


def test_the_plans_in_the_documentation_are_accepted() -> None:
    text = (REPOSITORY / "docs" / "evidence.md").read_text("utf-8")
    block, shrunk, missing, effects = re.findall(r"```toml\n(.*?)```", text, flags=re.DOTALL)
    assert parse_plan(effects).outcome.of_estimates
    plan = parse_plan(block)
    assert "[missing]" in missing
    assert len(parse_plan(block + "\n[[terms]]\n" + shrunk).terms) == len(plan.terms) + 1
    assert [term.name for term in plan.terms if isinstance(term, RandomTerm)] == [
        "model", "municipality", "model in municipality",
    ]  # fmt: skip
