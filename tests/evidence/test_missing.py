"""Missing outcomes: counted, imputed without bias under MAR, shifted to the truth under MNAR."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import amount
from tests.evidence.plans import fixed, random

from ligzda.evidence import Plan, PlanError, Table, TableError, evaluate, parse_plan
from ligzda.evidence.batch import fit_many
from ligzda.evidence.missing import (
    complete_cases,
    count_missing,
    evaluate_imputed,
    impute,
)
from ligzda.evidence.tipping import tipping_point


def plan_of(outcome: str, mid: str = "mid = 0.05\n") -> Plan:
    return parse_plan(
        f'[outcome]\nname = "o"\n{mid}{outcome}\n'
        '[roles]\nsite = "site"\narm = "arm"\ncontrol = "a"\n'
        + fixed("intercept", prior="normal(0, 1.5)")
        + fixed("arm", "arm", prior="normal(0, 1)")
        + random("site", "site", sd="half-normal(1)")
    )


BERNOULLI = plan_of('family = "bernoulli"\nsuccesses = "y"')
TRIALS = plan_of('family = "binomial"\nsuccesses = "y"\ntrials = "n"')


def people(
    rng: np.random.Generator, n: int, gone: float = 0.3, delta: float = 0.0
) -> dict[str, Any]:
    """Participants; those of arm b whose outcome will be missing do better by ``delta``."""
    site = rng.integers(0, 6, n)
    arm = rng.integers(0, 2, n)
    absent = rng.random(n) < gone
    eta = -0.4 + np.linspace(-1, 1, 6)[site] + 0.7 * arm + delta * (absent & (arm == 1))
    y = (rng.random(n) < 1 / (1 + np.exp(-eta))).astype(float)
    columns = {"site": [f"s{i}" for i in site], "arm": np.array(["a", "b"])[arm]}
    return columns | {"y": y, "absent": absent, "index": site}


def tables(made: dict[str, Any], absent: np.ndarray | None = None) -> tuple[Table, Table]:
    """Return the whole table and the one with missing outcomes."""
    absent = made["absent"] if absent is None else absent
    predictors = {"site": made["site"], "arm": made["arm"]}
    whole = Table.from_columns(predictors | {"y": made["y"]})
    return whole, Table.from_columns(predictors | {"y": np.where(absent, np.nan, made["y"])})


def test_the_missing_are_counted_by_arm() -> None:
    table = Table.from_columns(
        {"arm": ["a", "a", "b"], "site": ["s", "t", "s"], "y": [3, None, 4], "n": [10, 5, 9]}
    )
    counts = count_missing(table, TRIALS)
    assert [(c.arm, c.participants, c.missing) for c in counts] == [("a", 15, 5), ("b", 9, 0)]
    assert counts[0].share == pytest.approx(1 / 3)


def test_without_missing_nothing_changes() -> None:
    whole, _ = tables(people(np.random.default_rng(1), 200))
    assert complete_cases(whole, BERNOULLI) is whole
    assert impute(whole, BERNOULLI) == (whole,)
    found, fits = evaluate_imputed(whole, BERNOULLI), fit_many(BERNOULLI, [whole])
    (contrast,) = found.contrasts
    assert contrast.link.mean == pytest.approx(fits.contrasts.mean[0, 0], abs=1e-12)
    assert contrast.link.sd == pytest.approx(fits.contrasts.sd[0, 0], abs=1e-12)
    assert contrast.link.lower == pytest.approx(fits.contrasts.quantiles[0, 0, 0], abs=1e-12)
    assert contrast.mcse == 0
    assert contrast.information_missing == 0
    shifted = evaluate_imputed(whole, BERNOULLI, shifts={"b": -2})
    assert shifted.contrasts[0].link.mean == pytest.approx(contrast.link.mean, abs=1e-12)


@pytest.mark.parametrize("word", ["complete-case", "imputation"])
def test_the_plan_says_what_happens_to_the_missing(word: str) -> None:
    _, table = tables(people(np.random.default_rng(3), 200))
    with pytest.raises(TableError, match="missing or not finite"):
        evaluate(table, BERNOULLI)
    plan = plan_of(f'family = "bernoulli"\nsuccesses = "y"\nmissing = "{word}"')
    found = evaluate(table, plan)
    seen = evaluate(complete_cases(table, plan), BERNOULLI)
    assert found.contrasts == seen.contrasts
    assert found.missing == count_missing(table, plan)
    note = str(found.diagnosis.notes[-1])
    assert f"b {found.missing[1].missing:.0f} of {found.missing[1].participants:.0f}" in note
    assert found.to_dict()["missing"][0]["arm"] == "a"


@settings(max_examples=amount(4, nightly=60))
@given(seed=st.integers(0, 1000), gone=st.floats(0.1, 0.5))
def test_imputation_without_a_shift_is_the_complete_cases(seed: int, gone: float) -> None:
    """Under MAR, with outcomes alone missing, both are the observed data's posterior."""
    _, table = tables(people(np.random.default_rng(seed), 300, gone))
    (found,) = evaluate_imputed(table, BERNOULLI, seed=seed).contrasts
    (exact,) = evaluate(complete_cases(table, BERNOULLI), BERNOULLI).contrasts
    assert abs(found.link.mean - exact.link.mean) < 4 * found.mcse + 0.05 * exact.link.sd
    assert found.link.sd == pytest.approx(exact.link.sd, rel=0.15)
    assert abs(found.link.lower - exact.link.lower) < 5 * found.mcse + 0.2 * exact.link.sd
    assert 0 < found.information_missing < 1
    (zero,) = evaluate_imputed(table, BERNOULLI, seed=seed, shifts={"a": 0, "b": 0}).contrasts
    assert zero.link.mean == pytest.approx(found.link.mean, abs=1e-12)


@pytest.mark.slow
def test_missing_at_random_is_unbiased() -> None:
    """Who is missing depends on arm and site; comparing the seen alone would be biased."""
    errors, naive = [], []
    for seed in range(16):
        made = people(np.random.default_rng(seed), 1500)
        site, arm = made["index"], np.asarray(made["arm"]) == "b"
        rng = np.random.default_rng([seed, 9])
        absent = rng.random(1500) < np.where(arm, 0.1 + 0.13 * site, 0.75 - 0.13 * site)
        _, table = tables(made, absent)
        (found,) = evaluate_imputed(table, BERNOULLI, imputations=30).contrasts
        errors.append(found.link.mean - 0.7)
        y = made["y"]
        seen = [y[~absent & (arm == b)].mean() for b in (False, True)]
        all_of = [y[arm == b].mean() for b in (False, True)]
        naive.append((seen[1] - seen[0]) - (all_of[1] - all_of[0]))
    error = np.std(errors) / np.sqrt(len(errors))
    assert abs(np.mean(errors)) < 3 * error
    assert abs(np.mean(errors)) < 0.1
    assert np.mean(naive) < -0.1


@pytest.mark.slow
def test_missing_not_at_random_needs_the_right_shift() -> None:
    made = people(np.random.default_rng(4), 6000, gone=0.4, delta=-1.2)
    whole, table = tables(made)
    (target,) = evaluate(whole, BERNOULLI).contrasts
    (naive,) = evaluate_imputed(table, BERNOULLI, imputations=40).contrasts
    (right,) = evaluate_imputed(table, BERNOULLI, imputations=40, shifts={"b": -1.2}).contrasts
    assert naive.link.mean - target.link.mean > 4 * target.link.sd
    # what is left is the noise of the outcomes that were lost
    assert abs(right.link.mean - target.link.mean) < 3 * right.link.sd
    assert abs(right.link.mean - target.link.mean) < 0.15


def test_the_tipping_point_is_where_the_conclusion_changes() -> None:
    _, table = tables(people(np.random.default_rng(2), 1200, gone=0.35))
    tipping = tipping_point(table, BERNOULLI, imputations=60)
    assert tipping.concluded
    assert tipping.conclusion == "above mid"
    assert tipping.arms == ("b",)
    assert list(tipping.means) == sorted(tipping.means)
    assert tipping.above is None
    assert tipping.below is not None
    assert tipping.below < 0
    shifts = {"b": tipping.below}
    (there,) = evaluate_imputed(table, BERNOULLI, imputations=60, shifts=shifts).contrasts
    assert there.p_above_mid == pytest.approx(0.95, abs=0.02)
    everybody = tipping_point(table, BERNOULLI, imputations=20, arms=["a", "b"], shifts=[-1, 1])
    assert np.ptp(everybody.means) < np.ptp(tipping.means)
    assert json.loads(json.dumps(tipping.to_dict(), allow_nan=False))["below"] == tipping.below


def test_a_conclusion_can_turn_into_its_opposite() -> None:
    _, table = tables(people(np.random.default_rng(2), 1500, gone=0.5))
    tipping = tipping_point(
        table, BERNOULLI, conclusion="excludes zero", shifts=[-8, -4, -1], imputations=20
    )
    assert tipping.concluded
    assert tipping.values[0] < 0.025  # the opposite is as certain
    assert not tipping.holds[0]
    assert tipping.below is not None
    assert -4 < tipping.below < 0


ORDINAL = (
    'family = "ordinal"\ncategory = "y"\ncategories = ["1", "2", "3"]\ngap_prior = "half-normal(1)"'
)
FAMILIES: dict[str, tuple[str, Any]] = {
    "normal": ('family = "normal"\nvalue = "y"\nresidual_prior = "half-normal(2)"', "normal"),
    "poisson": ('family = "poisson"\ncount = "y"\nexposure = "n"', "count"),
    "negative-binomial": (
        'family = "negative-binomial"\ncount = "y"\ndispersion_prior = "half-normal(1)"', "count",
    ),
    "gamma": ('family = "gamma"\nvalue = "y"\nvariation_prior = "half-normal(1)"', "positive"),
    "cloglog": ('family = "binomial"\nlink = "cloglog"\nsuccesses = "y"\ntrials = "n"', "few"),
    "ordinal": (ORDINAL, "ordinal"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_every_family_can_be_imputed(name: str) -> None:
    text, kind = FAMILIES[name]
    rng = np.random.default_rng(6)
    y: Any = {
        "normal": rng.normal(1, 1, 90), "count": rng.poisson(4, 90) * 1.0,
        "positive": rng.gamma(2, 1, 90), "few": rng.integers(0, 5, 90) * 1.0,
        "ordinal": rng.integers(1, 4, 90) * 1.0,
    }[kind]  # fmt: skip
    y[::5] = np.nan
    arm, site = np.tile(["a", "b", "c"], 30), np.repeat([f"s{i}" for i in range(5)], 18)
    table = Table.from_columns({"arm": arm, "site": site, "y": y, "n": np.full(90, 5.0)})
    plan = plan_of(text, mid="")
    found = evaluate_imputed(table, plan, imputations=12)
    exact = evaluate(complete_cases(table, plan), plan).contrasts
    for one, other in zip(found.contrasts, exact, strict=True):
        assert abs(one.link.mean - other.link.mean) < 5 * one.mcse + 0.1 * other.link.sd
    higher = evaluate_imputed(table, plan, imputations=12, shifts={"b": 1.0})
    assert higher.contrasts[0].link.mean > found.contrasts[0].link.mean
    assert higher.shifts == (("b", 1.0),)
    filled = impute(table, plan, imputations=2)[1]
    kept = np.isfinite(y)
    assert [str(v) for v in filled.labels("y")[kept]] == [f"{v:.12g}" for v in y[kept]]


def test_a_site_without_any_outcome_is_imputed_from_the_others() -> None:
    made = people(np.random.default_rng(8), 300)
    absent = made["index"] == 5
    _, table = tables(made, absent)
    first, second = impute(table, BERNOULLI, imputations=2, seed=3)
    assert not np.isnan(first.columns["y"]).any()
    assert set(np.unique(first.columns["y"])) == {0.0, 1.0}
    assert (first.columns["y"] != second.columns["y"]).any()
    assert (first.columns["y"] == second.columns["y"])[~absent].all()


def test_an_empty_field_is_missing_in_a_column_of_texts_too() -> None:
    made = people(np.random.default_rng(8), 120)
    _, table = tables(made)
    texts = ["" if np.isnan(v) else f"{v:g}" for v in table.columns["y"]]
    other = Table.from_columns({**table.columns, "y": texts})
    (one,) = evaluate_imputed(other, BERNOULLI, imputations=5).contrasts
    (two,) = evaluate_imputed(table, BERNOULLI, imputations=5).contrasts
    assert one.link.mean == pytest.approx(two.link.mean, abs=1e-12)


def test_refusals_name_what_is_wrong() -> None:
    _, table = tables(people(np.random.default_rng(1), 60))
    gone = np.where(table.columns["arm"] == "b", np.nan, table.columns["y"])
    none = Table.from_columns({**table.columns, "y": np.full(60, np.nan)})
    half = Table.from_columns({**table.columns, "y": gone})
    without = plan_of('family = "bernoulli"\nsuccesses = "y"', mid="")
    survival = plan_of('family = "survival"\ntime = "y"\nevent = "event"', mid="")
    with pytest.raises(TableError, match="every outcome is missing"):
        evaluate_imputed(none, BERNOULLI)
    with pytest.raises(TableError, match="every outcome of “b” is missing"):
        evaluate_imputed(half, BERNOULLI)
    with pytest.raises(PlanError, match="there is no arm “bb”"):
        evaluate_imputed(table, BERNOULLI, shifts={"bb": 1})
    with pytest.raises(PlanError, match="the shift of “b” is not finite"):
        evaluate_imputed(table, BERNOULLI, shifts={"b": np.inf})
    with pytest.raises(PlanError, match="“above MID” is unknown"):
        tipping_point(table, BERNOULLI, conclusion="above MID")  # type: ignore[arg-type]
    with pytest.raises(PlanError, match="there is no arm “c”"):
        tipping_point(table, BERNOULLI, arms=["c"], imputations=5)
    with pytest.raises(PlanError, match="there is no contrast"):
        tipping_point(table, BERNOULLI, contrast="c − a", imputations=5)
    with pytest.raises(PlanError, match="too few"):
        evaluate_imputed(table, BERNOULLI, imputations=1)
    with pytest.raises(PlanError, match=r"between 0\.5 and 1"):
        tipping_point(table, BERNOULLI, certainty=95, imputations=5)
    with pytest.raises(PlanError, match="not a finite number"):
        tipping_point(table, BERNOULLI, shifts=[float("nan")], imputations=5)
    with pytest.raises(PlanError, match="needs a MID"):
        tipping_point(table, without, conclusion="above mid", imputations=5)
    with pytest.raises(PlanError, match="cannot be drawn row by row"):
        evaluate_imputed(table, survival)
