"""Nested random terms, held against dense algebra, against grids, and against long NUTS runs."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from tests.evidence.cases import case
from tests.evidence.evaluated import evaluate
from tests.evidence.make_nested import FOLDER
from tests.evidence.nested_sets import SETS

from ligzda.evidence import Table, parse_plan
from ligzda.evidence.conditional import solve
from ligzda.evidence.elimination import find_mode
from ligzda.evidence.forest import Forest, forest_of
from ligzda.evidence.messages import integrate_forest
from ligzda.evidence.model import Model, build_model
from ligzda.evidence.tables import Floats

PLAN = """
[outcome]
name = "outcome"
family = "{family}"
{outcome}
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(0, 2)"
[[terms]]
name = "x"
kind = "fixed"
columns = ["x"]
coding = "numeric"
prior = "normal(0, 1)"
{terms}
"""
LEVEL = '[[terms]]\nname = "{0}"\nkind = "random"\ncolumns = ["{0}"]\nsd = "half-normal(1)"\n'


def nested_model(*columns: str, family: str = "poisson", rows: int = 40) -> tuple[Model, Forest]:
    """A model of places with broods of two to three rows each, in the terms named."""
    rng = np.random.default_rng(3)
    brood = np.repeat(np.arange(rows), rng.integers(2, 4, rows))[:rows]
    place = brood // 3
    terms = "".join(LEVEL.format(column) for column in columns)
    outcome = 'count = "y"' if family == "poisson" else 'successes = "y"'
    y = rng.poisson(1.5, rows) if family == "poisson" else rng.integers(0, 2, rows)
    table = Table.from_columns(
        {
            # shuffled: the forest sorts its cells itself
            "row": [f"r{i * 7 % rows:03d}" for i in range(rows)],
            "brood": [f"b{i * 5 % 31:02d}" for i in brood],
            "place": [f"p{i}" for i in place],
            "x": rng.standard_normal(rows).tolist(),
            "y": y.astype(float).tolist(),
        }
    )
    model = build_model(table, parse_plan(PLAN.format(family=family, outcome=outcome, terms=terms)))
    forest = forest_of(model, model.problem())
    assert forest is not None
    return model, forest


@pytest.mark.parametrize(
    "columns", [("row", "brood", "place"), ("place", "brood"), ("row", "place")]
)
@pytest.mark.parametrize("theta", [(0.5, 0.8, 0.6), (1e-4, 1.3, 0.3)])
def test_elimination_is_the_dense_algebra(
    columns: tuple[str, ...], theta: tuple[float, ...]
) -> None:
    model, forest = nested_model(*columns)
    values = np.array([theta[: len(columns)]])
    dense = solve(model.problem(), values, variational=False, correct=False)[0]
    along = find_mode(forest, values)
    assert [len(level.place) for level in forest.levels] == sorted(
        (len(level.place) for level in forest.levels), reverse=True
    )
    assert along.log_laplace == pytest.approx(dense.log_z, abs=1e-3)
    np.testing.assert_allclose(along.x, dense.x[:, forest.border], atol=2e-3)


def grid(forest: Forest, theta: Floats, x: Floats) -> tuple[float, Floats, Floats]:
    """Return log p(y | x, θ) of two levels, and the upper effects' mean and SD, by a grid."""
    low, high = forest.levels
    z = np.linspace(-8, 8, 201)
    sds = [level.multiplier * theta[level.owner] for level in forest.levels]
    base = forest.offset + forest.A @ x
    parameters = forest.problem.parameter_values(theta[None])
    total, mean, sd = 0.0, [], []
    step = np.log(z[1] - z[0]) - 0.5 * np.log(2 * np.pi)
    place = low.parent  # the group of every cell
    for root in range(len(high.place)):
        level = -0.5 * z**2 + step  # of the upper effect, as a function of it
        for group in np.flatnonzero(high.parent == root):
            cells = np.flatnonzero(place == group)
            data = {key: value[cells] for key, value in forest.data.items()}
            eta = base[cells] + sds[1] * z[:, None, None] + sds[0] * z[:, None]
            value = forest.problem.family.pointwise(
                eta.reshape(-1, len(cells)), data, parameters, 0, 0
            )[0].sum(axis=1)
            value = value.reshape(len(z), len(z)) - 0.5 * z**2 + step
            level = level + np.logaddexp.reduce(value, axis=1)
        share = np.exp(level - level.max())
        total += float(np.log(share.sum()) + level.max())
        share /= share.sum()
        mean.append(sds[1] * float(share @ z))
        sd.append(sds[1] * float(np.sqrt(share @ z**2 - (share @ z) ** 2)))
    return total, np.array(mean), np.array(sd)


@pytest.mark.parametrize("family", ["poisson", "binomial"])
@pytest.mark.parametrize("theta", [(0.6, 0.8), (2.5, 0.9), (0.05, 2.0), (3.0, 1e-3)])
def test_integrals_and_draws_are_those_of_a_grid(family: str, theta: tuple[float, float]) -> None:
    _, forest = nested_model("brood", "place", family=family)
    values, x = np.array(theta), np.array([0.3, -0.4])
    exact, mean, sd = grid(forest, values, x)
    draws = 4000
    result = integrate_forest(
        forest, np.tile(values, (draws, 1)), np.tile(x, (draws, 1)), None, np.random.default_rng(1)
    )
    assert result.log_p[0] == pytest.approx(exact, abs=0.02)
    above = result.above[0]
    np.testing.assert_allclose((above.mean(axis=0) - mean) / sd, 0, atol=0.03)
    np.testing.assert_allclose(above.std(axis=0) / sd, 1, atol=0.03)


@pytest.mark.parametrize("family", ["poisson", "binomial"])
@pytest.mark.parametrize("trials", [1.0, 3.0])
def test_the_compiled_loops_are_those_of_any_family(
    family: str, trials: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, forest = nested_model("brood", "place", family=family)
    name = "n" if family == "binomial" else "exposure"
    forest = replace(forest, data={**forest.data, name: trials * forest.data[name]})
    theta, x = np.array([[0.7, 0.9]]), np.array([[0.3, -0.4]])
    compiled = integrate_forest(forest, theta, x, None, np.random.default_rng(1))
    monkeypatch.setattr(type(forest.problem.family), "level_kernel", lambda self, data: None)
    plain = integrate_forest(forest, theta, x, None, np.random.default_rng(1))
    np.testing.assert_allclose(compiled.log_p, plain.log_p, rtol=1e-9)
    assert compiled.moments is not None
    assert plain.moments is not None
    for one, other in zip(compiled.moments, plain.moments, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-9)


def test_rows_of_a_brood_of_a_place_agree_with_two_levels_where_rows_do_not_vary() -> None:
    _, three = nested_model("row", "brood", "place")
    _, two = nested_model("brood", "place")
    x = np.array([[0.3, -0.4]])
    a = integrate_forest(three, np.array([[1e-6, 0.8, 0.6]]), x).log_p[0]
    b = integrate_forest(two, np.array([[0.8, 0.6]]), x).log_p[0]
    assert a == pytest.approx(b, abs=0.02)


def test_a_crossed_term_is_no_level() -> None:
    rng = np.random.default_rng(5)
    rows = 60
    table = Table.from_columns(
        {
            "row": [f"r{i}" for i in range(rows)],
            "brood": [f"b{i % 12}" for i in range(rows)],
            "place": [f"p{i % 5}" for i in range(rows)],
            "x": rng.standard_normal(rows).tolist(),
            "y": rng.poisson(2.0, rows).astype(float).tolist(),
        }
    )
    terms = "".join(LEVEL.format(column) for column in ("row", "brood", "place"))
    text = PLAN.format(family="poisson", outcome='count = "y"', terms=terms)
    model = build_model(table, parse_plan(text))
    forest = forest_of(model, model.problem())
    assert forest is not None
    assert [len(level.place) for level in forest.levels] == [60, 12]
    assert len(forest.border) == 2 + 5  # the crossed places stay in the border


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "names"),
    [
        (
            "engine-nested-effects",
            {
                "a": "a",
                "h": "h",
                "row": "sd row",
                "brood": "sd brood",
                "location": "sd location",
            },
        ),
        (
            "engine-binary-families",
            {"a": "a", "older": "older", "family": "sd family", "village": "sd village"},
        ),
        (
            "engine-sparse-network",
            {
                "coach − usual": "coach − usual",
                "hub − usual": "hub − usual",
                "voucher − usual": "voucher − usual",
            },
        ),
    ],
)
def test_nested_cases_agree_with_long_nuts_runs(
    name: str, names: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # by the engine itself, not by its last rung
    monkeypatch.setattr("ligzda.evidence.nuts.available", lambda: False)
    given = case(name)
    evaluation, expected = evaluate(given.table(), given.plan()), given.expected
    assert evaluation.diagnosis.good
    found = {estimate.term: estimate for estimate in (*evaluation.fixed, *evaluation.sds)}
    found |= {contrast.name: contrast.link for contrast in evaluation.contrasts}
    if evaluation.heterogeneity:
        found["tau"] = evaluation.heterogeneity
        names = {**names, "tau": "tau (SD of a contrast)"}
    for ours, right in ((found[own], expected[key]) for own, key in names.items()):
        sd, mcse = right["sd"], right["mcse"]
        assert ours.mean == pytest.approx(right["mean"], abs=0.05 * sd + 3 * mcse), ours.term
        assert ours.sd == pytest.approx(sd, rel=0.05), ours.term
        # the MCSE of a limit is some three times that of the mean
        assert ours.lower == pytest.approx(right["q025"], abs=0.1 * sd + 9 * mcse), ours.term
        assert ours.upper == pytest.approx(right["q975"], abs=0.1 * sd + 9 * mcse), ours.term


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_nested_sets_agree_with_nuts(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ligzda.evidence.nuts.available", lambda: False)
    table, plan = SETS[name]()
    evaluation = evaluate(table, plan, seed=1)
    assert evaluation.diagnosis.good
    wanted = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))["posterior"]
    found = {f"{e.term}|{e.level}": e for e in (*evaluation.fixed, *evaluation.sds)}
    assert wanted.keys() == found.keys()
    for key, right in wanted.items():
        ours, sd = found[key], right["sd"]["value"]
        for figure, allowed in (("mean", 0.05), ("sd", 0.05), ("lower", 0.1), ("upper", 0.1)):
            bound = allowed * sd + 3 * right[figure]["mcse"]
            value = right[figure]["value"]
            assert getattr(ours, figure) == pytest.approx(value, abs=bound), (key, figure)
