"""Net benefit, increments, dominance, acceptability, cost an outcome."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import amount

from ligzda.evidence.decision import (
    DecisionError,
    acceptability,
    cost_per_outcome,
    dominance,
    evpi,
    increments,
    net_benefit,
    net_benefits,
)

DRAWS = 500


def arrays(seed: int, options: int = 4) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    effects = rng.normal(0.3, 0.1, (DRAWS, options)) + rng.normal(0, 0.05, options)
    costs = rng.gamma(50, 120, (DRAWS, options)) * rng.uniform(0.5, 1.5, options)
    return effects, costs


seeds = st.integers(0, 10**6)


def test_it_works() -> None:
    effects, costs = arrays(1)
    result = net_benefits(effects, costs, 20_000, options=["M1", "M2", "M3", "M4"])
    best = max(result.options, key=lambda row: row.benefit.mean)
    assert result.best == best.option
    assert best.expected_loss == min(row.expected_loss for row in result.options)
    assert sum(row.p_best for row in result.options) == pytest.approx(1)
    json.dumps(result.to_dict(), allow_nan=False)


def test_net_benefit_is_the_arithmetic() -> None:
    effects, costs = arrays(2)
    assert np.array_equal(net_benefit(effects, costs, 1000), 1000 * effects - costs)


@given(seeds, st.floats(-1e4, 1e4))
@settings(max_examples=amount(10, nightly=250))
def test_a_constant_added_to_all_options_changes_no_decision(seed: Any, constant: float) -> None:
    effects, costs = arrays(seed)
    plain = net_benefits(effects, costs, 20_000)
    moved = net_benefits(effects, costs + constant, 20_000, net_costs=True)
    assert moved.best == plain.best
    for a, b in zip(plain.options, moved.options, strict=True):
        assert b.p_best == a.p_best
        assert b.expected_loss == pytest.approx(a.expected_loss, abs=1e-6)


@given(seeds, st.permutations(range(4)))
@settings(max_examples=amount(10, nightly=250))
def test_permuting_options_permutes_the_curve_and_the_standings(seed: Any, order: Any) -> None:
    effects, costs = arrays(seed)
    names = ["a", "b", "c", "d"]
    grid = [0, 10_000, 50_000]
    plain = acceptability(effects, costs, grid, options=names)
    mixed = acceptability(
        effects[:, order], costs[:, order], grid, options=[names[j] for j in order]
    )
    assert np.allclose(mixed.curve, plain.curve[:, order])
    assert mixed.frontier == plain.frontier
    assert [names for _, *names in mixed.switches] == [names for _, *names in plain.switches]
    assert [at for at, *_ in mixed.switches] == pytest.approx([at for at, *_ in plain.switches])
    states = {row.option: row.state for row in dominance(effects, costs, options=names)}
    again = dominance(effects[:, order], costs[:, order], options=[names[j] for j in order])
    assert {row.option: row.state for row in again} == states


@given(seeds)
@settings(max_examples=amount(10, nightly=250))
def test_the_curve_sums_to_one_and_nothing_to_pay_ranks_by_cost(seed: Any) -> None:
    effects, costs = arrays(seed)
    result = acceptability(effects, costs, [0, 5_000, 20_000, 80_000])
    assert np.allclose(result.curve.sum(axis=1), 1)
    assert result.frontier[0] == result.options[int(costs.mean(axis=0).argmin())]


def test_the_curve_shares_ties() -> None:
    effects = np.zeros((DRAWS, 3))
    costs = np.tile([100.0, 100.0, 200.0], (DRAWS, 1))
    assert acceptability(effects, costs, [0]).curve.tolist() == [[0.5, 0.5, 0]]


def test_the_frontier_loss_is_the_evpi() -> None:
    effects, costs = arrays(3)
    result = acceptability(effects, costs, [0, 10_000, 40_000])
    for value, loss in zip(result.willingness, result.frontier_loss, strict=True):
        assert loss == pytest.approx(evpi(value * effects - costs).value)


def test_switches_are_the_ratios_along_the_frontier() -> None:
    effects, costs = arrays(4, options=6)
    on = [row for row in dominance(effects, costs) if row.ratio_from_previous is not None]
    ratios = sorted(row.ratio_from_previous or 0.0 for row in on)
    switches = [at for at, _, _ in acceptability(effects, costs, [0, 1e9]).switches]
    assert switches == pytest.approx(ratios)


def test_dominance_and_extended_dominance_by_hand() -> None:
    # Cost, effect: A 0/0, B 100/1, C 300/2 (mix of B and D is better), D 350/3, E 400/2.5.
    costs = np.tile([0.0, 100, 300, 350, 400], (DRAWS, 1))
    effects = np.tile([0.0, 1, 2, 3, 2.5], (DRAWS, 1))
    rows = dominance(effects, costs, options=list("ABCDE"))
    assert [row.state for row in rows] == [
        "frontier",
        "frontier",
        "extendedly dominated",
        "frontier",
        "dominated",
    ]
    assert rows[2].by == ("B", "D")
    assert rows[4].by == ("D",)
    assert [row.ratio_from_previous for row in rows] == [None, 100, None, 125, None]
    assert [row.p_dominated for row in rows] == [0, 0, 0, 0, 1]


def test_a_ratio_stands_with_its_quadrants() -> None:
    rng = np.random.default_rng(5)
    effects = np.column_stack([np.zeros(4000), rng.normal(0.1, 0.08, 4000)])
    costs = np.column_stack([np.full(4000, 5000.0), rng.normal(5500, 400, 4000)])
    (row,) = increments(effects, costs)
    q = row.ratio.quadrants
    shares = [
        q.better_and_dearer,
        q.better_and_no_dearer,
        q.no_better_and_no_dearer,
        q.no_better_and_dearer,
    ]
    assert sum(shares) == pytest.approx(1)
    assert min(shares) > 0
    assert row.ratio.value == pytest.approx(row.cost.mean / row.effect.mean)
    assert row.ratio.lower is None  # a tenth of the draws lies on the other side
    assert row.ratio.upper is None


@pytest.mark.parametrize(
    ("effect", "cost", "word"),
    [
        (0.1, -5, "dominates"),
        (-0.1, 5, "dominated"),
        (0.0, 5, "undefined"),
        (0.1, 5, "EUR for"),
        (-0.1, -5, "given up"),
    ],
)
def test_a_ratio_says_what_its_sign_hides(effect: float, cost: int, word: str) -> None:
    effects = np.tile([0.3, 0.3 + effect], (DRAWS, 1))
    costs = np.tile([100.0, 100.0 + cost], (DRAWS, 1))
    (row,) = increments(effects, costs)
    assert word in row.ratio.verdict
    assert (row.ratio.value is None) == (word in {"dominates", "dominated", "undefined"})


def test_cost_per_outcome_is_undefined_not_infinite() -> None:
    rng = np.random.default_rng(6)
    costs = rng.gamma(100, 60, (DRAWS, 3))
    shares = np.column_stack(
        [
            np.full(DRAWS, 0.25),
            np.zeros(DRAWS),
            np.where(np.arange(DRAWS) < 50, 0.0, 0.2),
        ]
    )
    always, never, mostly = cost_per_outcome(costs, shares, options=["a", "b", "c"])
    assert always.value == pytest.approx(costs[:, 0].mean() / 0.25)
    assert always.p_undefined == 0
    assert (never.value, never.lower, never.median, never.upper) == (None, None, None, None)
    assert never.note == "undefined: nobody reached the outcome"
    assert mostly.p_undefined == pytest.approx(0.1)
    assert mostly.median is not None
    assert mostly.upper is None
    json.dumps([row.to_dict() for row in (always, never, mostly)], allow_nan=False)


def test_refusals_are_sentences() -> None:
    effects, costs = arrays(7)
    hole = effects.copy()
    hole[12, 1] = np.nan
    with pytest.raises(DecisionError, match=r"effects: 1 value.*draw 13, option 2"):
        net_benefits(hole, costs, 1000)
    with pytest.raises(DecisionError, match="there is only one, so there is nothing to decide"):
        net_benefits(effects[:, :1], costs[:, :1], 1000)
    with pytest.raises(DecisionError, match=r"has 1 draw\(s\)"):
        net_benefits(effects[:1], costs[:1], 1000)
    with pytest.raises(DecisionError, match=r"a cost cannot be negative.*net_costs=True"):
        net_benefits(effects, costs - 50_000, 1000)
    with pytest.raises(DecisionError, match="pair"):
        net_benefits(effects, costs[:300], 1000)
    with pytest.raises(DecisionError, match="willingness: -5 is out of range"):
        net_benefits(effects, costs, -5)
    with pytest.raises(DecisionError, match=r"“M9” is no option\. There are: option 1"):
        net_benefits(effects, costs, 5, reference="M9")
    with pytest.raises(DecisionError, match="rising"):
        acceptability(effects, costs, [5, 5])
    with pytest.raises(DecisionError, match="twice"):
        net_benefits(effects, costs, 5, options=["a", "a", "b", "c"])
    with pytest.raises(DecisionError, match="not an array of numbers"):
        net_benefits([["x"]], costs, 5)
