"""Value of information against closed forms and brute-force nested simulation."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import norm
from tests.effort import amount

from ligzda.evidence.decision import (
    BinomialStudy,
    DecisionError,
    NormalStudy,
    Population,
    evpi,
    evppi,
    evsi,
    evsi_over_sizes,
    over_population,
    perfect_information,
    study_value,
)


def unit_loss(z: float) -> float:
    """The unit normal loss integral L(z) = φ(z) − z (1 − Φ(z)) (Raiffa & Schlaifer 1961)."""
    return float(norm.pdf(z) - z * norm.sf(z))


def two_options(seed: int, mean: float, sd: float, noise: float, draws: int = 4000) -> Any:
    rng = np.random.default_rng(seed)
    theta = mean + sd * rng.standard_normal(draws)
    rest = noise * rng.standard_normal(draws)
    return theta, np.column_stack([np.zeros(draws), theta + rest])


@pytest.mark.parametrize(("mean", "sd", "noise"), [(0.3, 1.0, 1.0), (0.0, 1.0, 2.0), (1, 1, 0.5)])
def test_evpi_and_evppi_of_two_normal_options(mean: float, sd: float, noise: float) -> None:
    theta, benefit = two_options(1, mean, sd, noise)
    both = float(np.hypot(sd, noise))
    whole, part = evpi(benefit), evppi(benefit, theta)
    assert abs(whole.value - both * unit_loss(mean / both)) < 3 * whole.se
    assert abs(part.value - sd * unit_loss(mean / sd)) < 3 * part.se


def test_standard_errors_match_repetition() -> None:
    found = []
    for seed in range(60):
        theta, benefit = two_options(seed, 0.3, 1.0, 1.0, draws=1000)
        whole, part = evpi(benefit), evppi(benefit, theta)
        found.append([whole.value, whole.se, part.value, part.se])
    values = np.array(found)
    # An SD from 60 repetitions is known to 9 %; four of these, and ours vary a little too.
    assert values[:, 0].std(ddof=1) == pytest.approx(values[:, 1].mean(), rel=0.36)
    assert values[:, 2].std(ddof=1) == pytest.approx(values[:, 3].mean(), rel=0.36)
    assert values[:, 2].mean() == pytest.approx(
        unit_loss(0.3), abs=4 * values[:, 3].mean() / 60**0.5
    )


@pytest.mark.slow
def test_errors_are_calibrated() -> None:
    """(Estimate − truth) ÷ standard error has an SD near 1: the figures in docs/economics.md."""
    sizes = [5, 10, 20, 40, 80]
    shrink = [1 / np.sqrt(1 + 25 / n) for n in sizes] + [1.0]
    truth = np.array([s * unit_loss(0.3 / s) for s in shrink])
    scores = []
    repetitions = amount(80, nightly=200)
    for seed in range(repetitions):
        theta, benefit = two_options(seed, 0.3, 1.0, 1.0, draws=1000)
        found = evsi_over_sizes(benefit, theta, NormalStudy(theta, 5.0), sizes, seed=seed)
        estimates = [row.evsi for row in found.sizes] + [found.ceiling]
        scores.append([(e.value - t) / e.se for e, t in zip(estimates, truth, strict=True)])
    # Four standard errors: an SD from n repetitions is known to 1/√2n, a mean to 1/√n.
    sd, mean = np.std(scores, axis=0), np.mean(scores, axis=0)
    assert sd == pytest.approx([1.0] * 6, abs=4 / (2 * repetitions) ** 0.5)
    assert np.abs(mean).max() < 4 / repetitions**0.5


def test_the_bias_of_evpi_is_reckoned_right() -> None:
    # Two equal options: the truth is known, the plug-in is too low by half the mean gap.
    values, biases = [], []
    for seed in range(200):
        rng = np.random.default_rng(seed)
        result = evpi(rng.standard_normal((100, 2)))
        values.append(result.value)
        biases.append(result.bias)
    truth = 2**0.5 * unit_loss(0)
    error = np.std(values, ddof=1) / 200**0.5
    assert abs(np.mean(values) - (truth - np.sqrt(2 / 100) * unit_loss(0))) < 4 * error
    assert -0.08 < np.mean(biases) < 0


def test_evppi_of_linear_models_with_groups() -> None:
    # NB_1 = a + b + c, independent standard normals: EVPPI of q of them is √q L(0).
    rng = np.random.default_rng(2)
    phi = rng.standard_normal((4000, 6))
    benefit = np.column_stack([np.zeros(4000), phi.sum(axis=1)])
    for group in (1, 2, 3, 5, 6):
        result = evppi(benefit, phi[:, :group])
        assert abs(result.value - group**0.5 * unit_loss(0)) < 3 * result.se


def test_evppi_of_a_curved_and_an_interacting_model_against_nested_simulation() -> None:
    def model(x: Any, y: Any, e: Any) -> Any:
        return np.stack([np.sin(2 * x) + 0.3 * e, x * y, 0.2 * np.ones_like(x * y)], axis=-1)

    rng = np.random.default_rng(3)
    outer, inner = 2000, 500
    x = rng.standard_normal((outer, 1))
    means = model(x, rng.standard_normal((outer, inner)), rng.standard_normal((outer, inner)))
    conditional = means.mean(axis=1)
    nested = conditional.max(axis=1).mean() - conditional.mean(axis=0).max()
    nested_se = conditional.max(axis=1).std() / outer**0.5
    # The inner means are noisy: x·y given x has SD |x|/√500, which lifts maxima a little.
    x, y, e = rng.standard_normal((3, 4000))
    result = evppi(model(x, y, e), x)
    assert abs(result.value - nested) < 3 * np.hypot(result.se, nested_se) + 0.01
    # For both together only e is left open, and it is integrated out exactly.
    known = np.stack([np.sin(2 * x), x * y, np.full_like(x, 0.2)], axis=1)
    exact = known.max(axis=1).mean() - known.mean(axis=0).max()
    both = evppi(model(x, y, e), np.column_stack([x, y]))
    assert both.value == pytest.approx(exact, abs=0.03)


def test_a_parameter_that_decides_nothing_is_worth_nothing() -> None:
    values = []
    for seed in range(12):
        rng = np.random.default_rng(seed)
        result = evppi(rng.standard_normal((2000, 2)), rng.standard_normal(2000))
        values.append(result.value)
        assert result.value <= 3.5 * result.se + 0.005
    assert np.mean(values) < 0.006  # the EVPI is .56


def test_few_levels_are_a_factor() -> None:
    rng = np.random.default_rng(4)
    level = rng.integers(0, 3, 4000)
    means = np.array([-1.0, 0.5, 2.0])
    benefit = np.column_stack([np.zeros(4000), means[level] + rng.standard_normal(4000)])
    share = np.bincount(level) / 4000
    exact = float(share @ np.maximum(means, 0) - max(share @ means, 0))
    assert evppi(benefit, level).value == pytest.approx(exact, abs=0.04)


@given(st.integers(0, 10**6), st.floats(-1e5, 1e5))
@settings(max_examples=amount(4, nightly=60))
def test_information_is_ordered_and_indifferent_to_labels_and_constants(
    seed: int, constant: float
) -> None:
    rng = np.random.default_rng(seed)
    phi = rng.standard_normal((600, 2))
    slopes = rng.normal(size=(2, 4))
    benefit = 1000 * (phi @ slopes + rng.standard_normal((600, 4)) + rng.normal(0, 0.5, 4))
    whole, part = evpi(benefit), evppi(benefit, phi[:, 0])
    both = evppi(benefit, phi)
    assert part.value >= 0
    assert part.value <= whole.value + 3 * part.se
    assert part.value <= both.value + 3 * (part.se + both.se)
    order = rng.permutation(4)
    assert evpi(benefit[:, order]).value == pytest.approx(whole.value, rel=1e-9)
    # The value itself is the same; its standard error and bias come from other random numbers.
    permuted = evppi(benefit[:, order], phi[:, 0])
    assert permuted.value == pytest.approx(part.value, abs=0.5 * part.se)
    moved = evppi(benefit + constant, phi[:, 0])
    assert moved.value == pytest.approx(part.value, rel=1e-5, abs=1e-4)
    assert evpi(benefit + constant).value == pytest.approx(whole.value, rel=1e-6, abs=1e-6)
    # What is common to all options in a draw decides nothing either.
    common = rng.standard_normal((600, 1)) * 5000
    assert evppi(benefit + common, phi[:, 0]).value == pytest.approx(part.value, abs=1e-3)
    # A value cut off at zero does not say how far below its estimate lay.
    assume(part.value > 0 and permuted.value > 0)
    assert permuted.value + permuted.bias == pytest.approx(part.value + part.bias, abs=1e-3)


def test_evsi_of_the_normal_case_over_sizes() -> None:
    mean, sd, individual = 0.3, 1.0, 5.0
    theta, benefit = two_options(5, mean, sd, 0.5)
    sizes = [0, 5, 10, 25, 50, 100, 200, 1e7]
    result = evsi_over_sizes(benefit, theta, NormalStudy(theta, individual), sizes)
    nobody, *asked = result.sizes
    assert (nobody.size, nobody.evsi.value) == (0, 0)
    checked = []
    for row in asked:
        spread = sd**2 / np.sqrt(sd**2 + individual**2 / row.size)
        exact = spread * unit_loss(mean / spread)
        assert abs(row.evsi.value - exact) < 3 * row.evsi.se
        checked += [(row.size, row.by_regression, exact)] if row.by_regression else []
    assert [size for size, _, _ in checked] == [5, 25, 100, 1e7]
    for _, found, exact in checked:
        assert abs(found.value - exact) < 3 * found.se
    values = [row.evsi.value for row in result.sizes]
    assert values == sorted(values)
    assert values[-1] == pytest.approx(result.ceiling.value, rel=1e-4)
    # h is individual² / sd² participants.
    assert result.half_size is not None
    assert result.half_size_log_se is not None
    assert abs(np.log(result.half_size / 25)) < 3 * result.half_size_log_se + 0.02
    json.dumps(result.to_dict(), allow_nan=False)


def test_evsi_for_two_binomial_arms_against_nested_simulation() -> None:
    # Beta posteriors are conjugate, so the inner expectation is exact: (a + x) / (a + b + n).
    a, b, n = np.array([12.0, 15.0]), np.array([38.0, 35.0]), 40
    rng = np.random.default_rng(6)
    p = rng.beta(a, b, (200_000, 2))
    after = (a + rng.binomial(n, p)) / (a + b + n)
    worth, cost = 20_000, np.array([5_000.0, 6_000.0])
    inner = worth * after - cost
    exact = inner.max(axis=1).mean() - (worth * a / (a + b) - cost).max()
    draws = p[:4000]
    study = BinomialStudy(draws)
    result = evsi_over_sizes(worth * draws - cost, draws, study, [10, 20, 40, 80])
    (row,) = [row for row in result.sizes if row.size == n]
    assert abs(row.evsi.value - exact) < 3 * row.evsi.se
    summaries = study.simulate(n, np.random.default_rng(7))
    single = evsi(worth * draws - cost, summaries)
    assert abs(single.value - exact) < 3 * single.se
    assert single.value <= evppi(worth * draws - cost, draws).value + 3 * single.se


def test_one_more_year_counts_the_intake_of_each_arm() -> None:
    rng = np.random.default_rng(8)
    p = rng.beta(10, 30, (2000, 3))
    study = BinomialStudy(p, per_unit=[30, 20, 10])
    year = study.simulate(1, np.random.default_rng(1))
    assert np.allclose(np.rint(year * [30, 20, 10]), year * [30, 20, 10])
    residual = (year - p).std(axis=0)
    assert residual == pytest.approx(np.sqrt((p * (1 - p)).mean(axis=0) / [30, 20, 10]), rel=0.08)


def test_population_and_the_best_size() -> None:
    theta, benefit = two_options(9, 0.3, 1.0, 0.5)
    sizes = [0, 5, 10, 25, 50, 100, 200, 400]
    result = evsi_over_sizes(benefit * 1000, theta, NormalStudy(theta, 5.0), sizes)
    people = Population("six municipalities", people_per_year=60, years=10, rate=0.03)
    worth = study_value(result, people, fixed_cost=5_000, cost_per_unit=50, delay=1)
    by_hand = 60 * sum(1.03 ** -(t + 0.5) for t in range(1, 10))
    assert worth.people == pytest.approx(by_hand)
    h, s2 = 25.0, 1.0

    def net(n: float) -> float:
        spread = 1000 * np.sqrt(s2 * n / (n + h))
        return float(by_hand * spread * unit_loss(300 / spread) - 5_000 - 50 * n)

    best = max(sizes[1:], key=net)
    assert worth.certain
    assert best in worth.as_good
    assert worth.sizes[0].net == 0
    dear = study_value(result, people, fixed_cost=1e7, cost_per_unit=50, delay=1)
    assert dear.best is None
    assert dear.as_good == ()
    late = study_value(result, people, fixed_cost=5_000, cost_per_unit=50, delay=lambda n: n / 20)
    assert late.best is not None
    assert late.best is not None
    assert worth.best is not None
    assert late.best.size <= worth.best.size
    total = over_population(evpi(benefit), people, delay=10)
    assert total.total.value == 0


def test_perfect_information_orders_the_parameters() -> None:
    rng = np.random.default_rng(10)
    phi = rng.standard_normal((2000, 2))
    benefit = np.column_stack([np.zeros(2000), 3 * phi[:, 0] + phi[:, 1]])
    result = perfect_information(benefit, {"price": phi[:, 1], "effect": phi[:, 0], "both": phi})
    assert [row.name for row in result.parameters] == ["both", "effect", "price"]
    assert result.parameters[0].share_of_evpi == pytest.approx(1, abs=0.01)


def test_certainty_is_worth_nothing() -> None:
    certain = np.tile([1.0, 2.0, 3.0], (500, 1))
    assert evpi(certain).to_dict() == {
        "value": 0.0,
        "se": 0.0,
        "bias": 0.0,
        "corrected": False,
        "draws": 500,
    }
    rng = np.random.default_rng(11)
    theta = rng.standard_normal(500)
    assert evppi(certain, theta).value == 0
    result = evsi_over_sizes(certain, theta, NormalStudy(theta, 1.0), [10, 20])
    assert [row.evsi.value for row in result.sizes] == [0, 0]
    assert result.half_size is None


def test_refusals_are_sentences() -> None:
    rng = np.random.default_rng(12)
    benefit, phi = rng.standard_normal((500, 3)), rng.standard_normal((500, 2))
    with pytest.raises(DecisionError, match="“place”: parameter 1 is the same in every draw"):
        perfect_information(benefit, {"place": np.ones(500)})
    with pytest.raises(DecisionError, match="nothing to decide"):
        evpi(benefit[:, :1])
    with pytest.raises(DecisionError, match=r"has 1 draw\(s\)"):
        evpi(benefit[:1])
    with pytest.raises(DecisionError, match="missing or infinite"):
        evppi(benefit, np.where(phi > 2, np.nan, phi))
    with pytest.raises(DecisionError, match="which is no amount"):
        evppi(benefit, phi * 1e60)
    with pytest.raises(DecisionError, match="too many for 500 draws"):
        evppi(benefit, rng.standard_normal((500, 20)))
    with pytest.raises(
        DecisionError, match=r"400 draws where the other arrays have 500\. Rows are joint"
    ):
        evppi(benefit, phi[:400])
    with pytest.raises(DecisionError, match="between 0 and 1"):
        BinomialStudy(phi).simulate(10, rng)
    with pytest.raises(DecisionError, match="one positive number for each of the 2"):
        NormalStudy(phi, 1.0, per_unit=[1]).simulate(10, rng)
    with pytest.raises(DecisionError, match="without participants"):
        BinomialStudy(norm.cdf(phi)).simulate(0.2, rng)
    with pytest.raises(DecisionError, match="rising"):
        evsi_over_sizes(benefit, phi, NormalStudy(phi, 1.0), [5, 2])


@pytest.mark.parametrize("unit", [1e-200, 1e-12, 1e12, 1e45])
def test_the_unit_of_a_parameter_does_not_matter(unit: float) -> None:
    theta, benefit = two_options(15, 0.3, 1.0, 1.0, draws=500)
    assert evppi(benefit, unit * theta).value == pytest.approx(evppi(benefit, theta).value)


def test_a_heavy_tail_breaks_nothing() -> None:
    rng = np.random.default_rng(16)
    for phi in (rng.standard_cauchy(500), np.exp(5 * rng.standard_normal(500)), np.eye(500)[0]):
        result = evppi(rng.standard_normal((500, 3)), phi)
        assert 0 <= result.value <= evpi(rng.standard_normal((500, 3))).value


def test_collinear_parameters_are_one() -> None:
    theta, benefit = two_options(13, 0.3, 1.0, 1.0)
    one = evppi(benefit, theta)
    twice = evppi(benefit, np.column_stack([theta, 2 * theta + 1]))
    assert twice.value == pytest.approx(one.value, abs=2 * one.se)


def test_a_net_benefit_that_is_its_parameter() -> None:
    theta, benefit = two_options(14, 0.3, 1.0, 0.0)
    assert evppi(benefit, theta).value == pytest.approx(evpi(benefit).value, rel=1e-4)
