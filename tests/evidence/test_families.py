"""Families: their posteriors against brute force, their refusals."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.evidence.plans import fixed, random

from ligzda.evidence import PlanError, Table, TableError, evaluate, parse_plan
from ligzda.evidence.families.ordinal import COMPILED_FROM, Ordinal

HEAD = '[outcome]\nname = "o"\n'
ONE: dict[str, tuple[str, dict[str, list[Any]], Any]] = {
    "poisson": (
        'family = "poisson"\ncount = "y"\nexposure = "e"\n',
        {"y": [3, 0, 7], "e": [2.0, 1.0, 4.0]},
        lambda x: 10 * x - 7 * np.exp(x),
    ),
    "cloglog": (
        'family = "binomial"\nlink = "cloglog"\nsuccesses = "y"\ntrials = "n"\n',
        {"y": [4], "n": [11]},
        lambda x: 4 * np.log(-np.expm1(-np.exp(x))) - 7 * np.exp(x),
    ),
    "survival": (
        'family = "survival"\ntime = "t"\nevent = "d"\nbreaks = [6, 12]\n',
        {"t": [3.0, 8.0, 20.0, 12.0], "d": [1, 0, 1, 1]},
        lambda x: 3 * x - 43 * np.exp(x),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_one_parameter_agrees_with_brute_force(name: str) -> None:
    text, columns, log_likelihood = ONE[name]
    plan = parse_plan(HEAD + text + fixed("intercept", prior="normal(0, 2)"))
    found = evaluate(Table.from_columns(columns), plan).fixed[0]
    x = np.linspace(-10, 6, 40_001)
    log_p = log_likelihood(x) - 0.5 * (x / 2) ** 2
    p = np.exp(log_p - log_p.max())
    p /= p.sum()
    mean = float(p @ x)
    sd = float(np.sqrt(p @ (x - mean) ** 2))
    assert abs(found.mean - mean) < 0.03 * sd
    assert found.sd == pytest.approx(sd, rel=0.03)
    assert abs(found.lower - float(np.interp(0.025, np.cumsum(p), x))) < 0.1 * sd


def test_gamma_costs_recover_mean_and_variation() -> None:
    rng = np.random.default_rng(2)
    arm = np.repeat(["a", "b"], 400)
    value = rng.gamma(
        4.0, np.where(arm == "b", 300.0, 250.0)
    )  # variation .5, means 1,200 and 1,000
    plan = parse_plan(
        HEAD
        + 'family = "gamma"\nvalue = "cost"\nvariation_prior = "half-normal(1)"\n'
        + '[roles]\narm = "arm"\ncontrol = "a"\n'
        + fixed("intercept", prior="normal(6, 3)")
        + fixed("arm", "arm", prior="normal(0, 1)")
    )
    evaluation = evaluate(Table.from_columns({"cost": value, "arm": arm}), plan)
    assert evaluation.n_cells == 2
    assert evaluation.sds[0].mean == pytest.approx(0.5, abs=3 * evaluation.sds[0].sd)
    ratio = np.log(value[arm == "b"].mean() / value[arm == "a"].mean())
    assert evaluation.contrasts[0].link.mean == pytest.approx(ratio, abs=0.005)
    assert evaluation.contrasts[0].probability is not None
    difference = value[arm == "b"].mean() - value[arm == "a"].mean()
    assert evaluation.contrasts[0].probability.mean == pytest.approx(difference, rel=0.05)


def test_negative_binomial_agrees_with_a_grid() -> None:
    rng = np.random.default_rng(3)
    y = rng.negative_binomial(2.0, 2.0 / (2.0 + 3.0), 150)  # mean 3, dispersion .5
    plan = parse_plan(
        HEAD
        + 'family = "negative-binomial"\ncount = "y"\ndispersion_prior = "half-normal(1)"\n'
        + fixed("intercept", prior="normal(0, 2)")
    )
    evaluation = evaluate(Table.from_columns({"y": y}), plan)
    from scipy.special import gammaln

    eta, alpha = np.linspace(0.5, 1.7, 241)[:, None], np.linspace(0.02, 1.6, 317)[None]
    log_p = -0.5 * (eta / 2) ** 2 - 0.5 * alpha**2
    for value, times in zip(*np.unique(y, return_counts=True), strict=True):
        mu = np.exp(eta)
        log_p = log_p + times * (
            gammaln(value + 1 / alpha)
            - gammaln(1 / alpha)
            + value * np.log(alpha * mu)
            - (value + 1 / alpha) * np.log1p(alpha * mu)
        )
    p = np.exp(log_p - log_p.max())
    p /= p.sum()
    mean = float((p * eta).sum())
    assert evaluation.fixed[0].mean == pytest.approx(mean, abs=0.002)
    assert evaluation.fixed[0].sd == pytest.approx(
        float(np.sqrt((p * (eta - mean) ** 2).sum())), rel=0.01
    )
    spread = float((p * alpha).sum())
    assert evaluation.sds[0].mean == pytest.approx(spread, rel=0.01)
    assert evaluation.sds[0].sd == pytest.approx(
        float(np.sqrt((p * (alpha - spread) ** 2).sum())), rel=0.03
    )


def test_two_ordered_categories_are_a_binomial_outcome() -> None:
    labels = ["no"] * 6 + ["yes"] * 5
    terms = fixed("intercept", prior="normal(0, 2)")
    ordinal = parse_plan(
        HEAD + 'family = "ordinal"\ncategory = "c"\ncategories = ["no", "yes"]\n' + terms
    )
    binomial = parse_plan(HEAD + 'family = "binomial"\nsuccesses = "y"\ntrials = "n"\n' + terms)
    one = evaluate(Table.from_columns({"c": labels}), ordinal).fixed[0]
    two = evaluate(Table.from_columns({"y": [5], "n": [11]}), binomial).fixed[0]
    assert (one.mean, one.sd, one.upper) == pytest.approx((two.mean, two.sd, two.upper), rel=1e-6)


def test_ordered_categories_recover_effect_and_gaps() -> None:
    rng = np.random.default_rng(5)
    arm = np.repeat(["a", "b"], 1500)
    latent = rng.logistic(np.where(arm == "b", 1.0, 0.2))
    names = np.array(["none", "some", "much", "full"])
    category = names[np.searchsorted([0.0, 1.0, 2.5], latent)]
    plan = parse_plan(
        HEAD
        + 'family = "ordinal"\ncategory = "c"\ncategories = ["none", "some", "much", "full"]\n'
        + 'gap_prior = "half-normal(2)"\n[roles]\narm = "arm"\ncontrol = "a"\n'
        + fixed("intercept", prior="normal(0, 2)")
        + fixed("arm", "arm", prior="normal(0, 1)")
    )
    evaluation = evaluate(Table.from_columns({"c": category, "arm": arm}), plan)
    for found, truth in zip(
        (*evaluation.fixed, *evaluation.sds), (0.2, 0.8, 1.0, 1.5), strict=True
    ):
        assert abs(found.mean - truth) < 3 * found.sd
        assert found.sd < 0.1


def test_survival_with_sites_and_intervals() -> None:
    rng = np.random.default_rng(6)
    arm = np.repeat(["a", "b"], 300)
    site = np.tile([f"s{i}" for i in range(6)], 100)
    time = rng.exponential(np.where(arm == "b", 20.0, 10.0))
    table = Table.from_columns(
        {"arm": arm, "site": site, "t": np.minimum(time, 24.0), "d": (time < 24).astype(float)}
    )
    plan = parse_plan(
        HEAD
        + 'family = "survival"\ntime = "t"\nevent = "d"\nbreaks = [6, 12]\nbetter = "lower"\n'
        + '[roles]\nsite = "site"\narm = "arm"\ncontrol = "a"\n'
        + fixed("interval", "interval", coding="indicator", prior="normal(-2, 2)")
        + fixed("arm", "arm", prior="normal(0, 1)")
        + random("site", "site", sd="half-normal(0.5)")
        + random("arm in site", "site", "arm", sd="half-normal(0.5)")
    )
    evaluation = evaluate(table, plan)
    assert (evaluation.n_rows, evaluation.n_units) == (600, 600)
    assert [e.level for e in evaluation.fixed[:3]] == ["0–6", "12+", "6–12"]
    hazard_ratio = evaluation.contrasts[0].link
    assert abs(hazard_ratio.mean - np.log(0.5)) < 3 * hazard_ratio.sd
    assert evaluation.diagnosis.good


@pytest.mark.parametrize(
    ("text", "columns", "words"),
    [
        (ONE["poisson"][0], {"y": [1.5], "e": [1]}, "not a whole number"),
        (ONE["poisson"][0], {"y": [1], "e": [0]}, "exposure is 0"),
        (ONE["survival"][0], {"t": [0.0], "d": [1]}, "not above 0"),
        (ONE["survival"][0], {"t": [2.0], "d": [2]}, "1 (event) or 0"),
        (
            'family = "gamma"\nvalue = "v"\nvariation_prior = "half-normal(1)"\n',
            {"v": [3.0, 0.0]},
            "not above 0",
        ),
        (
            'family = "ordinal"\ncategory = "c"\ncategories = ["lo", "hi"]\n',
            {"c": ["lo", "hy"]},
            "“hy” is not among",
        ),
    ],
)
def test_impossible_outcomes_are_refused(text: str, columns: dict[str, Any], words: str) -> None:
    plan = parse_plan(HEAD + text + fixed("intercept", prior="normal(0, 2)"))
    with pytest.raises(TableError) as caught:
        evaluate(Table.from_columns(columns), plan)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('family = "ordinal"\ncategory = "c"\n', "outcome.categories"),
        ('family = "survival"\ntime = "t"\nevent = "d"\nbreaks = [12, 6]\n', "outcome.breaks"),
        ('family = "negative-binomial"\ncount = "y"\n', "outcome.dispersion_prior"),
        ('family = "poisson"\ncount = "y"\nlink = "logit"\n', "outcome.link"),
        ('family = "gamma"\n', "outcome.value"),
    ],
)
def test_incomplete_outcomes_are_refused(text: str, key: str) -> None:
    with pytest.raises(PlanError) as caught:
        parse_plan(HEAD + text + fixed("intercept", prior="normal(0, 2)"))
    assert caught.value.key == key


def test_compiled_sums_over_cutpoints_are_those_of_numpy() -> None:
    """Few cells are summed in NumPy, many by compiled code: the same cells, repeated."""
    rng = np.random.default_rng(3)
    family, few, times = Ordinal(), 12, 20
    seen = rng.integers(0, 4, few)
    data = {f"n{k + 1}": (seen == k) * 1.0 for k in range(4)}
    data["n2"][:3] += 4.0
    many = {key: np.tile(values, times) for key, values in data.items()}
    m, v = rng.normal(0, 3, (5, few)), np.tile([[0.1], [0.8], [1.9], [5.0], [20.0]], few)
    gaps = {f"gap {k}": rng.uniform(0.2, 3, (5, 1)) for k in (2, 3)}
    assert few * 4 < COMPILED_FROM <= few * times * 4
    for row in range(5):  # one at a time: a rule is chosen for the widest of them
        own = {key: values[[row]] for key, values in gaps.items()}
        small = family.expected(m[[row]], v[[row]], data, own, 0, 4)
        wide = np.tile(m[[row]], times), np.tile(v[[row]], times)
        for one, other in zip(small, family.expected(*wide, many, own, 0, 4), strict=True):
            np.testing.assert_allclose(np.tile(one, times), other, atol=1e-10)
        plain = family.pointwise(m[[row]], data, own, 0, 4)
        for one, other in zip(plain, family.pointwise(wide[0], many, own, 0, 4), strict=True):
            np.testing.assert_allclose(np.tile(one, times), other, atol=1e-10)


def test_a_cell_is_summed_by_the_rule_of_its_own_variance() -> None:
    rng = np.random.default_rng(4)
    seen = rng.integers(0, 4, COMPILED_FROM)
    data = {f"n{k + 1}": (seen == k) * 1.0 for k in range(4)}
    m, gaps = rng.normal(0, 2, (1, len(seen))), {f"gap {k}": np.full((1, 1), 0.7) for k in (2, 3)}
    variances = rng.choice([0.1, 1.9, 20.0], m.shape)
    mixed = Ordinal().expected(m, variances, data, gaps, 0, 4)
    for one in np.unique(variances):
        alike = Ordinal().expected(m, np.full_like(m, one), data, gaps, 0, 4)
        for here, there in zip(mixed, alike, strict=True):
            np.testing.assert_array_equal(here[variances == one], there[variances == one])
