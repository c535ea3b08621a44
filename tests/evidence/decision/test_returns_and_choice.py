"""Social return, public balance, pairing, discounting, and the choice within a budget."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr
from tests.effort import amount

from ligzda.evidence.decision import (
    Beta,
    DecisionError,
    Fixed,
    Flow,
    FromDraws,
    Population,
    SocialOutcome,
    Triangular,
    Uniform,
    best_within_budget,
    correlation_sensitivity,
    discount_factors,
    evpi,
    pair,
    present_value,
    public_net_balance,
    social_return,
)
from ligzda.evidence.decision.choice import Reason
from ligzda.evidence.errors import EvidenceError


def outcome(**changes: Any) -> SocialOutcome:
    plain = {
        "name": "in paid activity",
        "quantity": Fixed(20),
        "unit_value": Fixed(3_000),
        "deadweight": Fixed(0.25),
        "attribution": Fixed(0.2),
        "displacement": Fixed(0.1),
        "drop_off": Fixed(0.3),
        "years": 3,
    }
    return SocialOutcome(**{**plain, **changes})


def test_discounting_by_hand() -> None:
    assert discount_factors(3, 0.1, "end") == pytest.approx([1 / 1.1, 1 / 1.21, 1 / 1.331])
    assert discount_factors(2, 0.1, "middle") == pytest.approx([1.1**-0.5, 1.1**-1.5])
    assert present_value([[100, 100], [0, 121]], 0.1, "start") == pytest.approx([190.909090, 110])
    assert discount_factors(4, 0.0).tolist() == [1, 1, 1, 1]
    people = Population("town", 10, 3, 0.03)
    assert people.people() == pytest.approx(10 * sum(1.03 ** -(t + 0.5) for t in range(3)))
    assert people.people(after=1.5) == pytest.approx(10 * (0.5 * 1.03**-1.75 + 1.03**-2.5))
    for rate in (-0.1, float("nan"), 2):
        with pytest.raises(DecisionError, match="rate"):
            discount_factors(2, rate)


def test_point_inputs_equal_the_arithmetic_and_are_shown_up() -> None:
    result = social_return([outcome()], Fixed(40_000), rate=0.035)
    kept = 20 * 3_000 * 0.75 * 0.8 * 0.9
    value = sum(kept * 0.7**t / 1.035 ** (t + 1) for t in range(3))
    assert result.ratio.mean == pytest.approx(value / 40_000)
    assert result.ratio.lower == pytest.approx(result.ratio.upper)
    assert result.net_value.mean == pytest.approx(value - 40_000)
    assert result.tornado == ()
    assert "in paid activity: deadweight" in result.without_range
    assert len(result.without_range) == 7


def test_the_return_is_a_range_and_the_tornado_names_what_moves_it() -> None:
    result = social_return(
        [
            outcome(deadweight=Beta(0.5, 0.15), unit_value=Triangular(2_000, 3_000, 5_000)),
            outcome(name="well-being", quantity=Uniform(5, 15), unit_value=Uniform(100, 150)),
        ],
        Uniform(38_000, 42_000),
        rate=0.03,
    )
    assert result.ratio.lower < result.ratio.median < result.ratio.upper
    assert str(result).startswith(f"{result.ratio.lower:.2f} to {result.ratio.upper:.2f} EUR")
    swings = [bar.swing for bar in result.tornado]
    assert swings == sorted(swings, reverse=True)
    assert result.tornado[0].input == "in paid activity: deadweight"
    assert result.tornado[0].ratio_at_low > result.tornado[0].ratio_at_high
    assert sum(i.mean for _, i in result.by_outcome) == pytest.approx(
        result.net_value.mean + 40_000, rel=0.01
    )
    json.dumps(result.to_dict(), allow_nan=False)


@pytest.mark.parametrize("share", ["deadweight", "attribution", "displacement", "drop_off"])
@given(low=st.floats(0, 0.5), more=st.floats(0.01, 0.5))
@settings(max_examples=amount(5, nightly=100))
def test_more_of_any_deduction_is_less_return(share: str, low: float, more: float) -> None:
    a = social_return([outcome(**{share: Fixed(low)})], Fixed(1e4), rate=0.03, draws=100)
    b = social_return([outcome(**{share: Fixed(low + more)})], Fixed(1e4), rate=0.03, draws=100)
    assert b.ratio.mean < a.ratio.mean


def test_refusals_of_the_social_return() -> None:
    with pytest.raises(DecisionError, match="taken off twice"):
        outcome(basis="against comparison")
    assert outcome(basis="against comparison", deadweight=Fixed(0.0)).years == 3
    with pytest.raises(DecisionError, match=r"drop-off: ranges from .* but it is a share"):
        social_return([outcome(drop_off=Uniform(0.5, 1.5))], Fixed(1e4), rate=0.03)
    with pytest.raises(DecisionError, match="investment: is not above 0"):
        social_return([outcome()], Fixed(0), rate=0.03)
    with pytest.raises(DecisionError, match="same name"):
        social_return([outcome(), outcome()], Fixed(1), rate=0.03)
    uneven = outcome(quantity=FromDraws(np.ones(100)), unit_value=FromDraws(np.ones(200)))
    with pytest.raises(DecisionError, match="different numbers of draws: 100, 200"):
        social_return([uneven], Fixed(1), rate=0.03)
    with pytest.raises(DecisionError, match=r"no share has mean 0\.5 and SD 0\.6"):
        Beta(0.5, 0.6)
    with pytest.raises(DecisionError, match="missing or infinite"):
        FromDraws(np.full(200, np.nan))
    assert issubclass(DecisionError, EvidenceError)


def test_the_public_balance_by_hand_and_its_assumptions() -> None:
    flows = [
        Flow("incubator", "cost", Fixed(10_000), 1, 1, "budget of the first year"),
        Flow(
            "benefits", "benefit saved", Fixed(3_000), 2, 3, "against the waiting list", Fixed(0.5)
        ),
        Flow(
            "tax", "tax gained", Uniform(1_000, 2_000), 2, 3, "income tax on the difference in pay"
        ),
    ]
    result = public_net_balance(flows, rate=0.0)
    assert result.balance.mean == pytest.approx(10_000 - 3_000 * 1.75 - 4_500, abs=60)
    assert result.cumulative[0].mean == pytest.approx(10_000)
    assert result.p_paid_back[:3] == (0, 0, 0)
    assert 0 < result.p_paid_back[3] < 1
    assert result.without_range == ("incubator", "benefits")
    assert result.assumptions[1] == "benefits: against the waiting list"
    later = public_net_balance(flows, rate=0.05, timing="end")
    assert later.cumulative[0].mean == pytest.approx(10_000 / 1.05)
    json.dumps(result.to_dict(), allow_nan=False)
    with pytest.raises(DecisionError, match="has no assumption in words"):
        Flow("x", "cost", Fixed(1), 1, 1, " ")
    with pytest.raises(DecisionError, match="hold no cost"):
        public_net_balance(flows[1:], rate=0.03)
    with pytest.raises(DecisionError, match="is a cost below 0"):
        public_net_balance([Flow("x", "cost", Uniform(-1, 1), 1, 1, "y")], rate=0.03)


def test_pairing_keeps_margins_and_reaches_the_correlation() -> None:
    rng = np.random.default_rng(1)
    effects, costs = rng.beta(8, 20, (4000, 3)), rng.gamma(30, 200, (4000, 3))
    for rho in (-0.7, 0.0, 0.5, 1.0):
        joint = pair(effects, costs, correlation=rho)
        assert np.array_equal(joint.effects, effects)
        assert np.array_equal(np.sort(joint.costs, axis=0), np.sort(costs, axis=0))
        for j in range(3):
            wanted = 6 / np.pi * np.arcsin(rho / 2)  # Spearman's of a Gaussian copula
            found = spearmanr(joint.effects[:, j], joint.costs[:, j]).statistic
            assert found == pytest.approx(wanted, abs=0.06)
            assert joint.achieved[j] == pytest.approx(found, abs=1e-9)
        assert "assumed" in joint.assumption or "independent" in joint.assumption


def test_independent_pairing_keeps_costs_of_options_together() -> None:
    rng = np.random.default_rng(2)
    common = rng.gamma(30, 200, (4000, 1))
    costs = common + rng.gamma(3, 50, (4000, 2))
    joint = pair(rng.random((3000, 2)), costs, correlation=0.0)
    assert joint.costs.shape == (3000, 2)
    assert correlation(joint.costs) == pytest.approx(correlation(costs), abs=0.02)
    given_joint = pair(costs / 1e5, costs, correlation=None)
    assert given_joint.achieved == pytest.approx((1.0, 1.0))
    constant = pair(rng.random((4000, 1)), np.full((4000, 1), 5.0), correlation=0.5)
    assert constant.achieved == (None,)


def test_the_correlation_moves_doubt_but_not_the_best() -> None:
    rng = np.random.default_rng(3)
    effects = rng.normal([0.3, 0.33], 0.04, (4000, 2))
    costs = rng.gamma([900, 1000], 8, (4000, 2))
    cases = correlation_sensitivity(effects, costs, 20_000)
    assert len({case.best for case in cases}) == 1
    means = [case.increment.mean for case in cases]
    assert max(means) - min(means) < 1e-6 * abs(means[0]) + 1e-6
    # A dearer model that is also better costs less doubt than one that is dearer and worse.
    sds = [case.increment.sd for case in cases]
    assert sds == sorted(sds, reverse=True)
    assert cases[0].evpi.value > cases[-1].evpi.value
    with pytest.raises(DecisionError, match=r"correlation: 1\.5 is out of range"):
        pair(effects, costs, correlation=1.5)


def correlation(draws: np.ndarray) -> float:
    return float(np.asarray(np.corrcoef(draws.T))[0, 1])


def choice_draws(seed: int = 4, gap: float = 0.08) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    values = rng.normal([0.25, 0.25 + gap, 0.25 + 2 * gap], 0.02, (4000, 3))
    costs = rng.normal([5_000, 7_000, 11_000], 300, (4000, 3))
    return values, costs


def test_the_best_within_the_budget_is_not_the_best() -> None:
    values, costs = choice_draws()
    names = ["M1", "M2", "M3"]
    rich = best_within_budget(values, costs, 300_000, places=20, mid=0.03, options=names)
    poor = best_within_budget(values, costs, 150_000, places=20, mid=0.03, options=names)
    assert (rich.recommended, poor.recommended) == ("M3", "M2")
    assert poor.candidates[2].expected_loss is None
    assert sum(c.p_best_within_budget for c in poor.candidates) + poor.p_nothing_affordable == (
        pytest.approx(1)
    )
    assert min(c.expected_loss or 0.0 for c in rich.candidates) == pytest.approx(evpi(values).value)
    json.dumps(poor.to_dict(), allow_nan=False)


def test_abstention() -> None:
    values, costs = choice_draws()
    none = best_within_budget(values, costs, 50_000, places=20, mid=0.03)
    assert none.recommended is None
    assert str(none.reason).startswith("no option stays within the budget")
    assert none.reason.code is Reason.NONE_AFFORDABLE
    assert none.p_nothing_affordable == 1
    alike, costs = choice_draws(gap=0.0)
    unsure = best_within_budget(alike, costs, 1e6, places=20, mid=0.005)
    assert unsure.recommended is None
    assert unsure.reason.code is Reason.TOO_CLOSE
    assert set(unsure.to_dict()["reason"]["figures"]) == {"option", "loss", "mid"}
    relaxed = best_within_budget(alike, costs, 1e6, places=20, mid=0.05)
    assert relaxed.recommended is not None


@given(st.integers(0, 10**6), st.permutations(range(3)))
@settings(max_examples=amount(10, nightly=200))
def test_permuting_and_shifting_changes_no_choice(seed: int, order: Any) -> None:
    values, costs = choice_draws(seed)
    names = ["M1", "M2", "M3"]
    plain = best_within_budget(values, costs, 160_000, places=20, mid=0.03, options=names)
    mixed = best_within_budget(
        values[:, order] + 5,
        costs[:, order],
        160_000,
        places=20,
        mid=0.03,
        options=[names[j] for j in order],
    )
    assert mixed.recommended == plain.recommended
