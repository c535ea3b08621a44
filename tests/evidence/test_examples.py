"""The shipped examples evaluate, by the text that ships with them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import numpy as np
import pytest

from ligzda.evidence import Table, evaluate, parse_plan
from ligzda.evidence.plan import RandomTerm

REPOSITORY = Path(__file__).resolve().parents[2]
NUMBERS = {"n", "any_earnings", "mean_earnings", "sd_earnings", "responders", "sampleSize", "arm"}


def read(folder: str, plan: str) -> tuple[Table, str]:
    path = REPOSITORY / "examples" / folder / "data.csv"
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    columns = {
        name: [float(row[name]) if name in NUMBERS else row[name] for row in rows]
        for name in rows[0]
    }
    return Table.from_columns(columns, source="data.csv"), path.with_name(plan).read_text("utf-8")


@pytest.mark.parametrize(
    ("folder", "plan", "mean", "sd"),
    [
        ("jtpa", "plan.toml", 0.147, 0.080),
        ("jtpa", "plan-earnings.toml", 1245.0, 362.0),
        ("thrombolytic", "plan.toml", -0.0187, 0.0900),
    ],
)
def test_examples(folder: str, plan: str, mean: float, sd: float) -> None:
    table, text = read(folder, plan)
    evaluation = evaluate(table, parse_plan(text, name=plan))
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
    table, text = read("thrombolytic", "plan.toml")
    ranks = evaluate(table, parse_plan(text)).ranks
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
