"""Simulated trials: reproducible, honest about coverage, and right where the answer is known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from ligzda.evidence import DesignError, PlanError, parse_plan
from ligzda.evidence.batch import Design, Truth, default_plan, simulate

SITES = tuple(f"site {i}" for i in range(6))
DESIGN = Design(SITES, ("control", "hub", "shop"), 40, mid=0.05)
TRUTH = Truth(0.4, (0.0, 0.6, 0.2), site_sd=0.4, cell_sd=0.15)


def test_the_seed_gives_the_same_experiments_whoever_works() -> None:
    one = simulate(DESIGN, TRUTH, 130, seed=5, workers=1)
    two = simulate(DESIGN, TRUTH, 130, seed=5, workers=2)
    other = simulate(DESIGN, TRUTH, 130, seed=6)
    assert np.array_equal(one.true_differences, two.true_differences)
    assert np.array_equal(one.fits.contrasts.quantiles, two.fits.contrasts.quantiles)
    assert np.array_equal(one.fits.rank_matrix, two.fits.rank_matrix)
    assert not np.array_equal(one.fits.contrasts.mean, other.fits.contrasts.mean)


@pytest.mark.slow
def test_intervals_cover_when_the_truth_is_drawn_from_the_plan() -> None:
    """SDs are drawn from their priors too: then coverage is exact for an exact posterior."""
    rng = np.random.default_rng(8)
    inside: dict[int, list[np.ndarray]] = {50: [], 80: [], 95: []}
    for seed in range(150):
        u, a, w = np.abs(rng.standard_normal(3))
        base = 1 / (1 + np.exp(-1.5 * rng.standard_normal()))
        truth = Truth(float(base), arm_sd=a, site_sd=u, cell_sd=w)
        result = simulate(DESIGN, truth, 8, seed=seed)
        for percent, found in inside.items():
            lower, upper = result.fits.contrasts.limits(percent)
            covered = (lower <= result.true_contrasts) & (result.true_contrasts <= upper)
            found.append(covered.mean())
    for percent, found in inside.items():
        error = np.std(found) / np.sqrt(len(found))
        assert abs(np.mean(found) - percent / 100) < 0.01 + 3 * error


def test_summaries_of_a_design() -> None:
    result = simulate(DESIGN, TRUTH, 192, seed=1)
    assert not result.fits.failures
    power = result.power(0.5)
    assert power[0] > power[1]
    assert (result.power(0.9) <= power).all()
    assert 0.7 < result.p_correct_selection <= 1
    assert 0 <= result.expected_regret < 0.05
    assert result.type_s[0] < 0.05
    assert result.type_m[1] > 1
    assert (np.abs(result.bias) < 0.2).all()
    assert (result.rmse > np.abs(result.bias)).all()
    assert (result.coverage(50) < result.coverage(80)).all()
    assert (result.mcse(result.coverage(95)) < 0.03).all()


def test_a_larger_trial_knows_more() -> None:
    small, large = (
        simulate(Design(SITES, DESIGN.arms, n, mid=0.05), TRUTH, 64, seed=2) for n in (10, 4000)
    )
    assert (large.rmse < small.rmse).all()
    assert large.p_correct_selection > small.p_correct_selection


@pytest.mark.slow
def test_no_effect_gives_no_claims_beyond_chance() -> None:
    result = simulate(DESIGN, Truth(0.4, site_sd=0.4), 128, seed=3)
    lower, upper = result.fits.contrasts.limits(95)
    assert ((lower > 0) | (upper < 0)).mean() < 0.05
    assert (result.type_s[((lower > 0) | (upper < 0)).any(axis=0)] == 1).all()


def test_incomplete_designs_and_normal_outcomes() -> None:
    participants = np.full((6, 3), 25)
    participants[:3, 2] = 0
    design = Design(SITES, DESIGN.arms, participants, mid=1.0, family="normal")
    result = simulate(design, Truth(10, (0, 1.5, 0), site_sd=1, residual_sd=3), 96, seed=4)
    assert not result.fits.failures
    assert result.fits.sds.names[-1] == "residual"
    assert result.fits.sds.mean[:, -1].mean() == pytest.approx(3, rel=0.05)
    assert result.coverage(95).min() > 0.85
    assert np.array_equal(result.fits.differences.mean, result.fits.contrasts.mean)


def test_own_plan_and_refusals() -> None:
    plan = default_plan(DESIGN, TRUTH)
    same = simulate(DESIGN, TRUTH, 4, seed=1, plan=plan)
    assert len(same.fits) == 4
    with pytest.raises(PlanError, match="family"):
        simulate(Design(SITES, DESIGN.arms, 20, family="normal"), TRUTH, 4, seed=1, plan=plan)
    with pytest.raises(PlanError, match="MID"):
        simulate(Design(SITES, DESIGN.arms, 20), TRUTH, 4, seed=1).power()
    without = parse_plan(plan.text.replace('trials = "n"\n', ""))
    with pytest.raises(PlanError, match="participants"):
        simulate(DESIGN, TRUTH, 4, seed=1, plan=without)


@pytest.mark.parametrize(
    ("design", "truth", "argument"),
    [
        ({"sites": ()}, {}, "sites"),
        ({"sites": ("Ogre", "Ogre")}, {}, "sites"),
        ({"arms": ("control",)}, {}, "arms"),
        ({"participants": 0}, {}, "participants"),
        ({"participants": np.array([[5, 0], [5, 0]])}, {}, "participants"),
        ({"participants": -1}, {}, "participants"),
        ({"participants": 1.5}, {}, "participants"),
        ({"participants": np.ones((3, 3))}, {}, "participants"),
        ({"mid": 0.0}, {}, "mid"),
        ({"family": "binomal"}, {}, "family"),
        ({"better": "more"}, {}, "better"),
        ({}, {"base": float("nan")}, "base"),
        ({}, {"base": 40.0}, "base"),
        ({}, {"effects": (0.0, 0.5, 0.5)}, "effects"),
        ({}, {"site_sd": -0.1}, "site_sd"),
        ({"family": "normal"}, {"residual_sd": 0.0}, "residual_sd"),
    ],
)
def test_what_cannot_be_simulated_is_refused_by_name(
    design: dict[str, Any], truth: dict[str, Any], argument: str
) -> None:
    usual: dict[str, Any] = {"sites": ("Ogre", "Cēsis"), "arms": ("control", "hub")}
    with pytest.raises(DesignError) as caught:
        simulate(
            Design(**{**usual, "participants": 10, **design}), Truth(**{"base": 0.4, **truth}),
            4, seed=1,
        )  # fmt: skip
    assert caught.value.argument == argument
    assert str(caught.value).startswith(f"{argument}: ")


def test_no_experiments_cannot_be_drawn() -> None:
    with pytest.raises(DesignError, match="n: 0 experiments"):
        simulate(DESIGN, TRUTH, 0, seed=1)


def test_names_may_hold_quotation_marks() -> None:
    design = Design(('Ogre "S"', "Cēsis"), ('the "old" way', "hub\\shop"), 20)
    assert simulate(design, Truth(0.4), 4, seed=1).good.all()
