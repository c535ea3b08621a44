"""What must hold whatever the data are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import amount
from tests.evidence.plans import fixed, outcome, random, trial

from ligzda.evidence import Evaluation, Table, evaluate, parse_plan
from ligzda.evidence.codes import Method, Note


@st.composite
def small_trials(draw: st.DrawFn) -> dict[str, list[Any]]:
    """Two to four sites × three arms, any counts: empty cells, all, none."""
    sites = draw(st.integers(2, 4))
    columns: dict[str, list[Any]] = {"site": [], "arm": [], "n": [], "y": []}
    for site in range(sites):
        for arm in "abc":
            n = draw(st.integers(1, 40))
            columns["site"].append(f"s{site}")
            columns["arm"].append(arm)
            columns["n"].append(float(n))
            columns["y"].append(float(draw(st.integers(0, n))))
    return columns


def numbers(evaluation: Evaluation) -> list[float]:
    """Every estimate's mean, SD and limits, in order."""
    estimates = [*evaluation.fixed, *evaluation.sds, *evaluation.effects]
    estimates += [contrast.link for contrast in evaluation.contrasts]
    return [value for e in estimates for value in (e.mean, e.sd, e.lower, e.upper)]


@pytest.mark.slow
@settings(max_examples=amount(5, nightly=100))
@given(small_trials(), st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(columns: dict[str, list[Any]], rnd: Any) -> None:
    order = list(range(len(columns["n"])))
    rnd.shuffle(order)
    shuffled = {name: [values[i] for i in order] for name, values in columns.items()}
    plan = parse_plan(trial())
    one = evaluate(Table.from_columns(columns), plan)
    two = evaluate(Table.from_columns(shuffled), plan)
    assert one.to_dict() == two.to_dict()


@pytest.mark.slow
@settings(max_examples=amount(5, nightly=100))
@given(small_trials())
def test_participants_and_cells_give_the_same_posterior(columns: dict[str, list[Any]]) -> None:
    people: dict[str, list[Any]] = {"site": [], "arm": [], "y": []}
    for site, arm, n, y in zip(*(columns[k] for k in ("site", "arm", "n", "y")), strict=True):
        for i in range(int(n)):
            people["site"].append(site)
            people["arm"].append(arm)
            people["y"].append(float(i < y))
    cells = evaluate(Table.from_columns(columns), parse_plan(trial()))
    rows = evaluate(Table.from_columns(people), parse_plan(trial().replace('trials = "n"\n', "")))
    assert rows.n_cells == cells.n_cells
    assert rows.n_rows == int(sum(columns["n"]))
    assert numbers(rows) == numbers(cells)


@pytest.mark.slow
@settings(max_examples=amount(5, nightly=100))
@given(small_trials())
def test_renaming_arms_permutes_the_results(columns: dict[str, list[Any]]) -> None:
    swap = {"a": "a", "b": "c", "c": "b"}
    renamed = {**columns, "arm": [swap[arm] for arm in columns["arm"]]}
    one = evaluate(Table.from_columns(columns), parse_plan(trial()))
    two = evaluate(Table.from_columns(renamed), parse_plan(trial()))
    for first, second in ((0, 1), (1, 0)):
        a, b = one.contrasts[first].link, two.contrasts[second].link
        # where the engine had to sample, it did so twice
        sampled = {one.diagnosis.method, two.diagnosis.method} - {Method.NESTED, Method.EXACT}
        allowed = 0.15 * a.sd if sampled else 1e-4
        assert (a.mean, a.sd, a.lower) == pytest.approx((b.mean, b.sd, b.lower), abs=allowed)
    assert one.ranks is not None
    assert two.ranks is not None
    assert one.ranks.matrix[[0, 2, 1]] == pytest.approx(two.ranks.matrix, abs=0.02)


@pytest.mark.slow
@settings(max_examples=amount(5, nightly=100))
@given(small_trials())
def test_ranks_are_permutations_in_every_draw(columns: dict[str, list[Any]]) -> None:
    ranks = evaluate(Table.from_columns(columns), parse_plan(trial())).ranks
    assert ranks is not None
    assert ranks.matrix.sum(axis=0) == pytest.approx(np.ones(3))
    assert ranks.matrix.sum(axis=1) == pytest.approx(np.ones(3))
    assert ranks.sucra.mean() == pytest.approx(0.5)
    assert (ranks.rank_lower <= ranks.rank_upper).all()
    assert (ranks.expected_regret >= 0).all()


@settings(max_examples=amount(20, nightly=400))
@given(st.integers(1, 60), st.data(), st.floats(0.3, 3.0))
def test_one_parameter_agrees_with_brute_force(n: int, data: st.DataObject, sd: float) -> None:
    """Intercept only: the posterior can be integrated on a grid of 20,001 points."""
    y = data.draw(st.integers(0, n))
    plan = parse_plan(outcome("y", "n") + fixed("intercept", prior=f"normal(0.2, {sd})"))
    found = evaluate(Table.from_columns({"y": [float(y)], "n": [float(n)]}), plan).fixed[0]
    eta = np.linspace(0.2 - 12 * sd, 0.2 + 12 * sd, 20_001)
    log_p = y * eta - n * np.logaddexp(0, eta) - 0.5 * ((eta - 0.2) / sd) ** 2
    p = np.exp(log_p - log_p.max())
    p /= p.sum()
    mean = float(p @ eta)
    spread = float(np.sqrt(p @ (eta - mean) ** 2))
    lower, upper = np.interp([0.025, 0.975], np.cumsum(p), eta)
    assert abs(found.mean - mean) < 0.03 * spread
    assert found.sd == pytest.approx(spread, rel=0.03)
    assert abs(found.lower - lower) < 0.1 * spread
    assert abs(found.upper - upper) < 0.1 * spread


def test_conjugate_normal_is_exact() -> None:
    """Known standard errors and a normal prior: precision-weighted mean, to rounding."""
    value, se = np.array([1.0, 2.5, 0.3]), np.array([0.5, 1.0, 0.8])
    plan = parse_plan(
        '[outcome]\nname = "euro"\nfamily = "normal"\nvalue = "v"\nse = "s"\n'
        + fixed("mean", prior="normal(1, 2)")
    )
    found = evaluate(Table.from_columns({"v": value, "s": se}), plan).fixed[0]
    precision = (se**-2).sum() + 1 / 4
    mean = ((value / se**2).sum() + 1 / 4) / precision
    assert found.mean == pytest.approx(mean, rel=1e-10)
    assert found.sd == pytest.approx(precision**-0.5, rel=1e-9)
    assert found.upper == pytest.approx(mean + 1.959964 * precision**-0.5, rel=1e-5)


def test_random_effects_meta_analysis_agrees_with_brute_force() -> None:
    """Normal-normal model: the two parameters (mean, SD) integrated on a fine grid."""
    value = np.array([28.39, 7.94, -2.75, 6.82, -0.64, 0.63, 18.01, 12.16])
    se = np.array([14.9, 10.2, 16.3, 11.0, 9.4, 11.4, 10.4, 17.6])  # Rubin's eight schools
    plan = parse_plan(
        '[outcome]\nname = "points"\nfamily = "normal"\nvalue = "v"\nse = "s"\n'
        + fixed("mean", prior="normal(0, 20)")
        + random("school", "school", sd="half-cauchy(5)")
    )
    table = Table.from_columns({"v": value, "s": se, "school": [f"s{i}" for i in range(8)]})
    evaluation = evaluate(table, plan)
    tau = np.tan(np.linspace(0, 1, 4001)[1:-1] * np.pi / 2) * 5
    variance = se**2 + tau[:, None] ** 2
    total = (1 / variance).sum(axis=1) + 1 / 400
    mu = (value / variance).sum(axis=1) / total
    log_p = -0.5 * (np.log(variance) + value**2 / variance).sum(axis=1)
    log_p += -0.5 * np.log(total) + 0.5 * total * mu**2  # half-Cauchy: uniform in the angle
    p = np.exp(log_p - log_p.max())
    p /= p.sum()
    mean = float(p @ mu)
    assert evaluation.fixed[0].mean == pytest.approx(mean, abs=1e-3)
    assert evaluation.fixed[0].sd == pytest.approx(
        float(np.sqrt(p @ (1 / total + (mu - mean) ** 2))), rel=1e-3
    )
    assert evaluation.sds[0].mean == pytest.approx(float(p @ tau), rel=5e-3)
    assert evaluation.sds[0].median == pytest.approx(
        float(np.interp(0.5, np.cumsum(p), tau)), rel=5e-3
    )


def test_unknown_residual_sd_agrees_between_participants_and_cells() -> None:
    rng = np.random.default_rng(4)
    arm = np.repeat(["a", "b"], 60)
    value = rng.normal(np.where(arm == "b", 3.0, 1.0), 2.0)
    terms = fixed("mean", prior="normal(0, 10)") + fixed("arm", "arm", prior="normal(0, 10)")
    head = '[outcome]\nname = "euro"\nfamily = "normal"\nresidual_prior = "half-normal(5)"\n'
    people = parse_plan(head + 'value = "v"\n' + terms)
    cells = parse_plan(head + 'value = "m"\nn = "n"\nsd = "s"\n' + terms)
    one = evaluate(Table.from_columns({"v": value, "arm": arm}), people)
    two = evaluate(
        Table.from_columns(
            {
                "arm": ["a", "b"],
                "n": [60.0, 60.0],
                "m": [value[arm == g].mean() for g in "ab"],
                "s": [value[arm == g].std(ddof=1) for g in "ab"],
            }
        ),
        cells,
    )
    assert numbers(one) == pytest.approx(numbers(two), rel=1e-7)
    assert one.sds[0].mean == pytest.approx(2.0, abs=0.4)
    pooled = np.sqrt(np.mean([value[arm == g].var(ddof=1) for g in "ab"]))
    assert one.sds[0].median == pytest.approx(pooled, rel=0.02)


def test_interactions_are_shrunk_harder_than_main_effects() -> None:
    """A 2³ plan with one real main effect; the four interactions share an estimated SD."""
    rng = np.random.default_rng(9)
    columns: dict[str, list[Any]] = {"host": [], "route": [], "money": [], "n": [], "y": []}
    for host in ("city", "ngo"):
        for route in ("job", "own"):
            for money in ("wage", "grant"):
                columns["host"].append(host)
                columns["route"].append(route)
                columns["money"].append(money)
                columns["n"].append(250.0)
                p = 1 / (1 + np.exp(0.4 - (0.8 if host == "ngo" else 0.0)))
                columns["y"].append(float(rng.binomial(250, p)))
    factors = ["host", "route", "money"]
    plan = outcome("y", "n") + fixed("intercept", prior="normal(0, 1.5)")
    plan += "".join(fixed(f, f, coding="sum", prior="normal(0, 0.5)") for f in factors)
    plan += (
        '[[terms]]\nname = "interactions"\nkind = "shrunk"\nsd = "half-normal(0.15)"\n'
        'products = [["host", "route"], ["host", "money"], ["route", "money"], '
        '["host", "route", "money"]]\n'
        '[[contrasts]]\ncolumn = "host"\nlevel = "ngo"\nversus = "city"\n'
    )
    evaluation = evaluate(Table.from_columns(columns), parse_plan(plan))
    interactions = [e for e in evaluation.fixed if e.term == "interactions"]
    assert next(e.level for e in interactions) == "host × route"
    assert all(abs(e.mean) < 0.1 for e in interactions)
    contrast = evaluation.contrasts[0].link
    assert abs(contrast.mean - 0.8) < 3 * contrast.sd
    main = next(e for e in evaluation.fixed if e.term == "host" and e.level == "ngo")
    assert contrast.mean == pytest.approx(2 * main.mean, rel=1e-6)


def test_arms_that_other_terms_describe_are_ranked_by_all_that_they_do() -> None:
    plan = """
[outcome]
name = "paid work"
family = "binomial"
successes = "y"
trials = "n"
[roles]
site = "site"
arm = "model"
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(0, 2)"
[[terms]]
name = "host"
kind = "fixed"
columns = ["host"]
prior = "normal(0, 1)"
[[terms]]
name = "model"
kind = "random"
columns = ["model"]
sd = "half-normal(0.5)"
"""
    table = Table.from_columns(
        {
            "site": ["s1", "s2", "s3", "s4"] * 2,
            "model": ["M1", "M2", "M3", "M4"] * 2,
            "host": ["-", "-", "+", "+"] * 2,
            "n": [30.0] * 8,
            "y": [5.0, 6.0, 20.0, 22.0, 7.0, 5.0, 21.0, 19.0],
        },
        source="test",
        rows=list(range(8)),
    )
    result = evaluate(table, parse_plan(plan))
    assert result.ranks is not None
    assert result.ranks.p_best[:2].max() < 0.01 < 0.3 < result.ranks.p_best[2:].min()
    assert result.league is not None
    assert any(note.code is Note.DESCRIBED_ARMS for note in result.diagnosis.notes)
