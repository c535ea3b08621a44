"""Exact sampling of disputed weights, and what the options' supporters must hold."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kstest
from tests.effort import amount

from ligzda.evidence.decision import DecisionError, ValueFunction, WeightSpace, smaa
from ligzda.wording import wording

CRITERIA = ("jobs", "cost", "well-being", "equity", "survival")
ANY = WeightSpace(CRITERIA)
UNIT = [ValueFunction(name, "points", 0, 1) for name in CRITERIA]


def drawn(space: WeightSpace, draws: int = 20_000, seed: int = 1) -> np.ndarray:
    weights = space.sample(draws, np.random.default_rng(seed))
    assert np.allclose(weights.sum(axis=1), 1)
    assert (weights >= 0).all()
    return weights


def test_without_constraints_every_weight_is_beta() -> None:
    weights = drawn(ANY)
    for c in range(5):
        assert kstest(weights[:, c], "beta", (1, 4)).pvalue > 1e-3


def test_an_order_has_rank_order_centroids_and_is_a_sorted_simplex() -> None:
    weights = drawn(ANY.ranked(*CRITERIA))
    assert (np.diff(weights, axis=1) <= 1e-9).all()
    centroid = [sum(1 / k for k in range(r, 6)) / 5 for r in range(1, 6)]
    assert weights.mean(axis=0) == pytest.approx(centroid, abs=0.004)
    # Five times the smallest weight of a uniform simplex is Beta(1, 4).
    assert kstest(5 * weights[:, 4], "beta", (1, 4)).pvalue > 1e-3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("space", "way"),
    [
        (ANY.between("jobs", 0.1, 0.5).between("cost", 0.1, 0.5), "simplex"),
        (
            ANY.between("jobs", 0.2, 0.25).between("cost", 0.2, 0.25).between("equity", 0.2, 0.25),
            "box",
        ),
        (ANY.ranked("jobs", "cost", "equity", "survival").between("jobs", 0.3, 0.5), "triangles"),
    ],
)
def test_constrained_draws_are_uniform_whichever_way_they_are_found(space: Any, way: str) -> None:
    weights = drawn(space)
    plain = ANY.sample(3_000_000, np.random.default_rng(2))
    for constraint in space.constraints:
        assert (weights @ constraint.coefficients <= constraint.bound + 1e-9).all()
        plain = plain[plain @ constraint.coefficients <= constraint.bound]
    assert len(plain) > 400
    error = weights.std(axis=0) * np.sqrt(1 / len(plain) + 1 / len(weights))
    assert (np.abs(weights.mean(axis=0) - plain.mean(axis=0)) < 4.5 * error).all(), way
    for c in range(5):
        a, b = np.quantile(plain[:, c], 0.5), np.mean(weights[:, c] < np.median(plain[:, c]))
        assert b == pytest.approx(0.5, abs=4.5 * 0.5 * np.sqrt(1 / len(plain) + 1 / 20_000)), a


def test_fixed_and_equal_weights_leave_a_smaller_set() -> None:
    weights = drawn(ANY.between("jobs", 0.4, 0.4).ranked("cost", "equity").ranked("equity", "cost"))
    assert np.allclose(weights[:, 0], 0.4)
    assert np.allclose(weights[:, 1], weights[:, 3], atol=1e-8)
    assert weights[:, 4].std() > 0.05
    point = ANY
    for name in CRITERIA[:4]:
        point = point.between(name, 0.2, 0.2)
    assert np.allclose(drawn(point, 100), 0.2)
    segment = WeightSpace(("a", "b")).between("a", 0.3, 0.31)
    assert kstest(drawn(segment, 4000)[:, 0], "uniform", (0.3, 0.01)).pvalue > 1e-3


def test_a_clash_is_named_and_nothing_else() -> None:
    space = ANY.between("equity", 0.05, 0.2).between("jobs", 0.5, 1).between("cost", 0.6, 1)
    with pytest.raises(DecisionError) as caught:
        space.ranked("well-being", "survival").sample(10, np.random.default_rng(1))
    text = str(caught.value)
    assert "the weight of “jobs” is at least 0.5; the weight of “cost” is at least 0.6" in text
    said = wording("lv").refusal(caught.value)
    assert "kritērija „jobs” svars ir vismaz 0,5; kritērija „cost” svars ir vismaz 0,6" in said
    assert "equity" not in text
    assert "survival" not in text


def test_symmetrical_options_are_accepted_alike() -> None:
    values = np.random.default_rng(3).random((4000, 8, 5))
    result = smaa(values, UNIT)
    ranks = np.array([row.ranks for row in result.options])
    assert np.allclose(ranks.sum(axis=0), 1)
    assert np.allclose(ranks.sum(axis=1), 1)
    assert np.abs(ranks - 1 / 8).max() < 4.5 * np.sqrt(7 / 64 / 4000)
    assert np.allclose(result.wins + result.wins.T, 1)
    json.dumps(result.to_dict(), allow_nan=False)


def test_identical_options_share_every_rank() -> None:
    values = np.repeat(np.random.default_rng(4).random((500, 1, 5)), 3, axis=1)
    for row in smaa(values, UNIT).options:
        assert row.ranks == pytest.approx([1 / 3] * 3)
        assert row.confidence == pytest.approx(1 / 3)


def test_two_criteria_two_options_by_hand() -> None:
    # A is (1, 0), B is (.5, .8): A first where w > .8 (1 − w) + .5 w, that is w > 8/13.
    values = np.tile([[1.0, 0.0], [0.5, 0.8]], (40_000, 1, 1))
    functions = [ValueFunction("x", "", 0, 1), ValueFunction("y", "", 0, 1)]
    a, b = smaa(values, functions, options=["A", "B"]).options
    assert a.ranks[0] == pytest.approx(5 / 13, abs=0.01)
    assert a.central_weights == pytest.approx([(1 + 8 / 13) / 2, (1 - 8 / 13) / 2], abs=0.005)
    assert b.central_weights == pytest.approx([4 / 13, 9 / 13], abs=0.005)
    assert (a.confidence, b.confidence) == (1, 1)
    dominated = np.tile([[1.0, 1.0], [0.5, 0.8]], (500, 1, 1))
    never = smaa(dominated, functions).options[1]
    assert (never.central_weights, never.confidence, never.ranks) == (None, None, (0.0, 1.0))


@given(st.integers(0, 10**6), st.permutations(range(4)))
@settings(max_examples=amount(10, nightly=200))
def test_permuting_options_permutes_the_result(seed: int, order: Any) -> None:
    values = np.random.default_rng(seed).normal(0.5, 0.3, (200, 4, 5))
    space = ANY.ranked("jobs", "cost")
    plain, mixed = smaa(values, UNIT, space), smaa(values[:, order], UNIT, space)
    for position, j in enumerate(order):
        assert mixed.options[position].ranks == pytest.approx(plain.options[j].ranks)
        assert mixed.options[position].central_weights == pytest.approx(
            plain.options[j].central_weights
        )


def test_dropping_an_option_never_reorders_two_others_in_a_draw() -> None:
    values = np.random.default_rng(5).random((1000, 5, 5))
    whole, less = smaa(values, UNIT), smaa(values[:, :4], UNIT)
    assert np.array_equal(whole.wins[:4, :4], less.wins)


def test_value_functions_are_stated_in_the_criterions_unit() -> None:
    cost = ValueFunction("cost", "EUR", worst=12_000, best=5_000, between=((8_000, 0.4),))
    assert cost.worth(np.array([20_000, 12_000, 10_000, 8_000, 5_000, 1.0])) == pytest.approx(
        [0, 0, 0.2, 0.4, 1, 1]
    )
    assert cost.beyond(np.array([20_000, 6_000.0])) == 0.5
    with pytest.raises(DecisionError, match="one direction"):
        ValueFunction("cost", "EUR", worst=5, best=5)
    with pytest.raises(DecisionError, match="must not fall"):
        ValueFunction("cost", "EUR", worst=0, best=5, between=((2, 0.7), (3, 0.2)))


def test_weights_go_by_name_not_by_place() -> None:
    values = np.random.default_rng(6).random((500, 3, 2))
    functions = [ValueFunction("a", "", 0, 1), ValueFunction("b", "", 0, 1)]
    only_a = smaa(values, functions, WeightSpace(("b", "a")).between("a", 1, 1))
    best = (values[:, :, 0] == values[:, :, 0].max(axis=1, keepdims=True)).mean(axis=0)
    assert [row.ranks[0] for row in only_a.options] == pytest.approx(list(best))


def test_refusals_are_sentences() -> None:
    values = np.random.default_rng(7).random((200, 3, 5))
    with pytest.raises(DecisionError, match="missing or infinite"):
        smaa(np.where(values > 0.99, np.nan, values), UNIT)
    with pytest.raises(DecisionError, match=r"values\[draw, option, criterion\]"):
        smaa(values[:1], UNIT)
    with pytest.raises(DecisionError, match="nothing to decide"):
        smaa(values[:, :1], UNIT)
    with pytest.raises(DecisionError, match="value functions are over"):
        smaa(values, UNIT, WeightSpace(("a", "b")))
    with pytest.raises(DecisionError, match="“price” is no criterion"):
        ANY.between("price", 0, 1)
    with pytest.raises(DecisionError, match=r"at least 0\.5 but at most 0\.2"):
        ANY.between("jobs", 0.5, 0.2)
    with pytest.raises(DecisionError, match="two different names"):
        WeightSpace(("a", "a"))
    with pytest.raises(DecisionError, match="out of range"):
        ANY.between("jobs", -0.1, 0.2)
