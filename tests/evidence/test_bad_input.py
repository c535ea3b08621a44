"""Hostile tables and plans: a proper posterior, or a refusal that says where and what to do."""

from __future__ import annotations

import math
from typing import Any

import pytest
from tests.evidence.evaluated import evaluate
from tests.evidence.plans import fixed, outcome, random, trial

from ligzda.evidence import EvidenceError, PlanError, Table, TableError, parse_plan

SITES = ["x", "x", "y", "y", "z", "z"]
ARMS = ["a", "b"] * 3


def cells(y: list[float], n: list[float], **more: Any) -> Table:
    """Three sites × two arms; rows are numbered as in a file with a header."""
    columns: dict[str, Any] = {"site": SITES, "arm": ARMS, "y": y, "n": n} | more
    return Table.from_columns(columns, source="data.csv", rows=range(2, 8))


def assert_proper(table: Table, plan: str) -> None:
    """Evaluate; everything must be finite and every SD above 0 (warnings are errors here)."""
    evaluation = evaluate(table, parse_plan(plan))

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        elif isinstance(value, float):
            assert math.isfinite(value)

    walk(evaluation.to_dict())
    for estimate in (*evaluation.fixed, *evaluation.sds, *(c.link for c in evaluation.contrasts)):
        assert estimate.sd > 0
        assert estimate.lower < estimate.median < estimate.upper


@pytest.mark.parametrize(
    ("y", "n"),
    [
        ([5, 8, 6, 9, 7, 7], [10, 10, 12, 12, 15, 15]),
        ([0, 10, 0, 12, 0, 15], [10, 10, 12, 12, 15, 15]),  # complete separation
        ([0] * 6, [10] * 6),
        ([10] * 6, [10] * 6),
        ([0, 1, 1, 1, 0, 1], [1] * 6),
        ([4, 5, 3_000_000, 6, 2, 7], [10, 10, 10_000_000, 12, 15, 15]),
        ([4, 5, 0, 6, 2, 7], [10, 10, 0, 12, 15, 15]),  # a cell without participants
    ],
    ids=["ordinary", "separation", "none", "all", "one-each", "ten-million", "empty-cell"],
)
@pytest.mark.parametrize(
    "prior",
    ["normal(0, 1.5)", pytest.param("normal(0, 1000)", marks=pytest.mark.slow)],  # NUTS if there
)
def test_extreme_counts_give_a_proper_posterior(y: list[float], n: list[float], prior: str) -> None:
    assert_proper(cells(y, n), trial(prior=prior))


def test_one_site() -> None:
    table = Table.from_columns({"site": ["x", "x"], "arm": ["a", "b"], "y": [4, 7], "n": [20, 20]})
    assert_proper(table, trial())
    notes = evaluate(table, parse_plan(trial())).diagnosis.notes
    assert any("“site” has a single level" in str(note) for note in notes)


def test_one_arm_cannot_be_compared() -> None:
    table = Table.from_columns({"site": ["x", "y"], "arm": ["a", "a"], "y": [4, 7], "n": [20, 20]})
    with pytest.raises(PlanError, match="single level") as caught:
        evaluate(table, parse_plan(trial(), name="plan.toml"))
    assert "“arm”" in str(caught.value)
    assert "plan.toml" in str(caught.value)


def test_collinear_terms_are_said_to_rest_on_their_priors() -> None:
    plan = trial() + fixed("again", "arm", prior="normal(0, 1.5)")
    table = cells([5, 8, 6, 9, 7, 7], [10, 10, 12, 12, 15, 15])
    assert_proper(table, plan)
    notes = evaluate(table, parse_plan(plan)).diagnosis.notes
    assert any("again" in str(note) and "priors decide" in str(note) for note in notes)


@pytest.mark.parametrize(
    ("y", "n", "column", "row", "words"),
    [
        ([5, 8, 13, 9, 7, 7], [10, 10, 12, 12, 15, 15], "y", 4, "more successes (13) than"),
        ([5, 8, 6, -1, 7, 7], [10, 10, 12, 12, 15, 15], "y", 5, "negative"),
        ([5, 8, 6, 1, 7, 7], [10, -10, 12, 12, 15, 15], "n", 3, "negative"),
        ([5, 8, 6.5, 1, 7, 7], [10, 10, 12, 12, 15, 15], "y", 4, "whole number"),
        ([5, 8, math.nan, 1, 7, 7], [10, 10, 12, 12, 15, 15], "y", 4, "missing"),
        ([5, 8, math.inf, 1, 7, 7], [10, 10, 12, 12, 15, 15], "y", 4, "not finite"),
    ],
)
def test_impossible_counts_are_refused_with_their_place(
    y: list[float], n: list[float], column: str, row: int, words: str
) -> None:
    with pytest.raises(TableError) as caught:
        evaluate(cells(y, n), parse_plan(trial()))
    assert (caught.value.source, caught.value.column, caught.value.row) == ("data.csv", column, row)
    assert words in str(caught.value)
    assert caught.value.remedy


def test_text_in_a_number_column() -> None:
    table = Table.from_columns({"site": ["x"], "arm": ["a"], "y": ["seven"], "n": [9]}, rows=[2])
    with pytest.raises(TableError, match="“seven” is not a number"):
        evaluate(table, parse_plan(outcome("y", "n") + fixed("intercept")))


def test_a_participant_has_zero_or_one() -> None:
    table = Table.from_columns({"y": [0, 1, 3]})
    with pytest.raises(TableError, match=r"outcome\.trials"):
        evaluate(table, parse_plan(outcome("y") + fixed("intercept")))


def test_missing_column_names_the_nearest() -> None:
    table = Table.from_columns({"sit": SITES, "arm": ARMS, "y": [1] * 6, "n": [2] * 6})
    with pytest.raises(TableError, match=r"no column “site”.*Did you mean “sit”"):
        evaluate(table, parse_plan(trial()))


def test_missing_label() -> None:
    table = Table.from_columns({"site": ["x", ""], "arm": ["a", "b"], "y": [1, 1], "n": [2, 2]})
    with pytest.raises(TableError, match="label is missing") as caught:
        evaluate(table, parse_plan(trial()))
    assert caught.value.row == 2


def test_an_arm_without_participants() -> None:
    with pytest.raises(TableError, match="“b” has no participants") as caught:
        evaluate(cells([5, 0, 6, 0, 7, 0], [10, 0, 12, 0, 15, 0]), parse_plan(trial()))
    assert caught.value.column == "arm"


def test_an_arm_of_the_plan_without_rows() -> None:
    plan = trial().replace('control = "a"', 'control = "a"\narms = ["a", "b", "c"]')
    with pytest.raises(PlanError, match="“c” has no rows"):
        evaluate(cells([1] * 6, [3] * 6), parse_plan(plan))


def test_an_arm_that_the_plan_does_not_know() -> None:
    plan = trial().replace('control = "a"', 'control = "a"\narms = ["a", "k"]')
    with pytest.raises(TableError, match="“b” is not among the arms") as caught:
        evaluate(cells([1] * 6, [3] * 6), parse_plan(plan))
    assert caught.value.row == 3


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ("[roles]", "[rolls]", "rolls", "Did you mean “roles”?"),
        ("successes =", "succeses =", "outcome.succeses", "Did you mean “successes”?"),
        ('sd = "half', 'sdd = "half', "terms[3].sdd", "Did you mean “sd”?"),
        ('family = "binomial"', 'family = "binomal"', "outcome.family", "Did you mean “binomial”?"),
        ("normal(0, 1.5)", "normal(0, 0)", "terms[1].prior", "must be above 0"),
        ("half-normal(0.5)", "half-normal(0)", "terms[3].sd", "must be above 0"),
        ("half-normal(0.5)", "half-norm(1)", "terms[3].sd", "is not a prior of a positive"),
        ("normal(0, 1.5)", "normal(0)", "terms[1].prior", "normal(mean, sd)"),
        ('name = "cell"', 'name = "site"', "terms[4].name", "used twice"),
        ('kind = "fixed"', 'kind = "fix"', "terms[1].kind", "Did you mean “fixed”?"),
        ('control = "a"', 'control = "q"', "roles.control", "“q” has no rows"),
        ("[outcome]", "[outcome", "TOML", "not valid TOML"),
    ],
)
def test_plans_are_refused_with_their_key(old: str, new: str, key: str, words: str) -> None:
    table = cells([1] * 6, [3] * 6)
    with pytest.raises(PlanError) as caught:
        evaluate(table, parse_plan(trial().replace(old, new, 1), name="plan.toml"))
    assert caught.value.key == key
    assert words in str(caught.value)
    assert str(caught.value).startswith("plan.toml: ")


def test_a_contrast_with_an_unknown_level() -> None:
    plan = trial() + '[[contrasts]]\nlevel = "zz"\n'
    with pytest.raises(PlanError, match="“zz” has no rows") as caught:
        evaluate(cells([1] * 6, [3] * 6), parse_plan(plan))
    assert caught.value.key == "contrasts[1].level"


def test_constant_outcome_leaves_nothing_to_estimate_a_residual_from() -> None:
    plan = (
        '[outcome]\nname = "euro"\nfamily = "normal"\nvalue = "v"\n'
        'residual_prior = "half-normal(1)"\n' + fixed("mean", prior="normal(0, 10)")
    )
    with pytest.raises(EvidenceError, match="same value") as caught:
        evaluate(Table.from_columns({"v": [3.0, 3.0, 3.0]}), parse_plan(plan))
    assert "“v”" in str(caught.value)


def test_a_slope_on_a_column_of_zeros() -> None:
    plan = trial() + random("slope", "site", sd="half-normal(1)", slope="dose")
    with pytest.raises(TableError, match="0 in every row") as caught:
        evaluate(cells([1] * 6, [3] * 6, dose=[0.0] * 6), parse_plan(plan))
    assert caught.value.column == "dose"


def test_an_empty_table() -> None:
    with pytest.raises(TableError, match="no rows"):
        Table.from_columns({"y": []}, source="empty.csv")


def test_columns_of_unequal_length() -> None:
    with pytest.raises(TableError, match="shorter") as caught:
        Table.from_columns({"y": [1, 2], "n": [3]})
    assert caught.value.column == "n"
