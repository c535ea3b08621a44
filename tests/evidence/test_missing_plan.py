"""What a plan registers for missing outcomes is carried out by `evaluate`, or refused."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from tests.evidence.plans import fixed, random

from ligzda.evidence import Plan, PlanError, Table, evaluate, parse_plan
from ligzda.evidence.missing import evaluate_imputed
from ligzda.evidence.missing_plan import IMPUTATIONS, MissingPlan
from ligzda.evidence.tipping import tipping_point

MISSING = """
[missing]
imputations = 12
shifts = [{ b = -1 }, { b = -1, a = 0.5 }]
why = "those who are lost work less often"
[missing.tipping]
certainty = 0.8
arms = ["b"]
shifts = [-2, 2]
"""


def plan_text(missing: str = MISSING, word: str = "imputation", roles: str = "") -> str:
    return (
        '[outcome]\nfamily = "bernoulli"\nsuccesses = "y"\nmid = 0.05\n'
        f'missing = "{word}"\n[roles]\nsite = "site"\narm = "arm"\ncontrol = "a"\n{roles}'
        + fixed("intercept", prior="normal(0, 1.5)")
        + fixed("arm", "arm", prior="normal(0, 1)")
        + random("site", "site", sd="half-normal(1)")
        + missing
    )


def plan_of(*args: str, **kwargs: str) -> Plan:
    return parse_plan(plan_text(*args, **kwargs))


@pytest.fixture(scope="module")
def table() -> Table:
    rng = np.random.default_rng(5)
    site, arm = rng.integers(0, 5, 240), rng.integers(0, 2, 240)
    y = (rng.random(240) < 0.4 + 0.2 * arm).astype(float)
    y[rng.random(240) < 0.25] = np.nan
    return Table.from_columns(
        {"site": [f"s{i}" for i in site], "arm": np.array(["a", "b"])[arm], "y": y}
    )


def test_what_is_registered_is_carried_out(table: Table) -> None:
    plan = plan_of()
    found = evaluate(table, plan, seed=3).missing_analysis
    assert found is not None
    arguments: dict[str, Any] = {"imputations": 12, "seed": 3}
    assert found.at_random == evaluate_imputed(table, plan, **arguments)
    assert found.shifted == (
        evaluate_imputed(table, plan, shifts={"b": -1.0}, **arguments),
        evaluate_imputed(table, plan, shifts={"b": -1.0, "a": 0.5}, **arguments),
    )
    assert found.tipping == tipping_point(
        table, plan, certainty=0.8, arms=["b"], shifts=[-2, 2], **arguments
    )
    assert found.shifted[0].contrasts[0].link != found.at_random.contrasts[0].link


def test_the_word_alone_registers_imputation(table: Table) -> None:
    plan = plan_of(missing="")
    assert plan.missing == MissingPlan()
    found = evaluate(table, plan).missing_analysis
    assert found is not None
    assert found.at_random.imputations == IMPUTATIONS
    assert found.shifted == ()
    assert found.tipping is None


def test_complete_cases_may_register_scenarios_too(table: Table) -> None:
    found = evaluate(table, plan_of(word="complete-case"))
    assert found.missing_analysis is not None
    assert len(found.missing_analysis.shifted) == 2
    assert evaluate(table, plan_of(missing="", word="complete-case")).missing_analysis is None


def test_everything_leaves_as_json(table: Table) -> None:
    told = json.loads(json.dumps(evaluate(table, plan_of()).to_dict(), allow_nan=False))
    assert told["missing_analysis"]["shifted"][0]["shifts"] == [["b", -1.0]]
    assert told["plan"]["missing"]["tipping"]["certainty"] == 0.8


def test_where_nobody_is_missing_there_is_nothing_to_impute(table: Table) -> None:
    full = Table.from_columns({**table.columns, "y": np.nan_to_num(table.columns["y"])})
    assert evaluate(full, plan_of()).missing_analysis is None


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("[missing]\nimputation = 3", r"missing\.imputation: .*Did you mean “imputations”"),
        ("[missing]\nimputations = 1", r"missing\.imputations: .*from 2 to"),
        ("[missing]\nimputations = true", r"missing\.imputations"),
        ("[missing]\nshifts = { b = 1 }", r"missing\.shifts: .*list of scenarios"),
        ("[missing]\nshifts = [{}]", r"missing\.shifts"),
        ('[missing]\nshifts = [{ b = "one" }]', r"missing\.shifts\[1\]\.b: .*finite"),
        ("[missing]\nshifts = [{ b = nan }]", r"missing\.shifts\[1\]\.b: .*finite"),
        ("[missing]\nshifts = [{ c = 1 }]", r"missing\.shifts\[1\]: there is no arm “c”"),
        ("[missing]\nshifts = [{ b = 1 }, { b = 1.0 }]", r"missing\.shifts\[2\]: .*twice"),
        ("[missing]\ntipping = true", r"missing\.tipping: .*section"),
        ("[missing.tipping]\narm = 'b'", r"missing\.tipping\.arm: .*“arms”"),
        ('[missing.tipping]\narms = ["c"]', r"missing\.tipping\.arms: there is no arm"),
        ('[missing.tipping]\nconclusion = "above MID"', r"missing\.tipping\.conclusion"),
        ("[missing.tipping]\ncertainty = 95", r"missing\.tipping\.certainty: .*0\.5 and 1"),
        ("[missing.tipping]\nshifts = [inf]", r"missing\.tipping\.shifts\[1\]: .*finite"),
        ("[missing.tipping]\nshifts = []", r"missing\.tipping\.shifts"),
    ],
)
def test_a_wrong_key_is_named(missing: str, words: str) -> None:
    with pytest.raises(PlanError, match=words):
        plan_of(missing=missing, roles='arms = ["a", "b"]\n')


def test_what_could_not_be_carried_out_is_refused() -> None:
    with pytest.raises(
        PlanError, match=r"missing: .*would do nothing\. Write missing = .imputation"
    ):
        plan_of(word="refuse")
    nothing = plan_text(missing="").replace('arm = "arm"\ncontrol = "a"\n', "")
    with pytest.raises(PlanError, match=r"outcome\.missing: .*compares nothing"):
        parse_plan(nothing)
    contrast = '[[contrasts]]\nname = "b against a"\nlevel = "b"\n'
    tipping = '[missing.tipping]\ncontrast = "a against b"\n'
    with pytest.raises(PlanError, match=r"missing\.tipping\.contrast: .*“b against a”"):
        plan_of(missing=contrast + tipping)


def test_an_arm_that_only_the_table_could_know_is_refused_by_the_table(table: Table) -> None:
    with pytest.raises(PlanError, match="there is no arm “c”"):
        evaluate(table, plan_of(missing="[missing]\nimputations = 2\nshifts = [{ c = 1 }]"))
