"""A family that is not log-concave: refused by the nested solver by its name, or sampled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from tests.evidence.plans import fixed

from ligzda.evidence import Family, InferenceError, Table, fit, nuts, parse_plan
from ligzda.evidence.batch import fit_many
from ligzda.evidence.diagnosis import fit_model
from ligzda.evidence.families import BY_LINK, FAMILIES
from ligzda.evidence.model import build_model
from ligzda.evidence.plan import Outcome
from ligzda.evidence.refine import RefinedSample

Arrays = Mapping[str, np.ndarray]


class Cauchy(Family):
    """Values around η with a scale of 1: two far apart have two modes between them."""

    name = "made-up"
    link = "identity"
    columns = required = ("value",)
    outcome_part = "value"
    adds_up = False

    def read(self, table: Table, outcome: Outcome) -> dict[str, np.ndarray]:
        return {"y": table.numbers(outcome.columns["value"])}

    def distinct(self, data: Arrays) -> list[np.ndarray]:
        return [data["y"]]

    def reduce(self, data: Arrays, cell: np.ndarray, n_cells: int) -> dict[str, np.ndarray]:
        times = np.bincount(cell, minlength=n_cells).astype(float)
        return {"y": np.bincount(cell, data["y"], n_cells) / times, "times": times}

    def units(self, data: Arrays) -> np.ndarray:
        return np.asarray(data.get("times", np.ones_like(data["y"])))

    def total(self, data: Arrays) -> np.ndarray:
        return np.asarray(data["y"] * self.units(data))

    def log_base_measure(self, data: Arrays) -> np.ndarray:
        return np.asarray(-np.log(np.pi) * self.units(data))

    def pointwise(
        self, eta: np.ndarray, data: Arrays, parameters: Arrays, low: int, high: int
    ) -> tuple[np.ndarray, ...]:
        r, k = data["y"] - eta, self.units(data)
        q = 1 + r**2
        every = (
            -np.log(q), 2 * r / q, 2 * (r**2 - 1) / q**2, 4 * r * (r**2 - 3) / q**3,
            12 * (r**4 - 6 * r**2 + 1) / q**4,
        )  # fmt: skip
        return tuple(k * value for value in every[low : high + 1])

    def expression(self, pt: Any, eta: Any, data: Arrays, parameters: Mapping[str, Any]) -> Any:
        return -data["times"] * pt.log(1 + (data["y"] - eta) ** 2)

    def draw(
        self,
        outcome: Outcome,
        eta: np.ndarray,
        parts: Arrays,
        parameters: Mapping[str, float],
        rng: np.random.Generator,
    ) -> dict[str, np.ndarray]:
        return {"value": eta + rng.standard_cauchy(len(eta))}

    def start(self, data: Arrays) -> np.ndarray:
        return np.asarray(data["y"])

    def mean(self, eta: np.ndarray, parameters: Arrays | None = None) -> np.ndarray:
        return eta

    def observed(self, data: Arrays, cells: np.ndarray) -> tuple[float, float] | None:
        return None


PLAN = '[outcome]\nfamily = "made-up"\nvalue = "y"\n' + fixed("intercept", prior="normal(0, 5)")
VALUES = [-3.0, -2.5, 3.0, 3.5, 3.2]


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Table:
    family = Cauchy()
    monkeypatch.setitem(BY_LINK, (family.name, family.link), family)
    monkeypatch.setitem(FAMILIES, family.name, family)
    return Table.from_columns({"y": VALUES})


def test_it_really_is_not(table: Table) -> None:
    (second,) = Cauchy().pointwise(np.zeros((1, 1)), {"y": np.array([[3.0]])}, {}, 2, 2)
    assert second[0, 0] > 0


def test_the_nested_solver_refuses_it_by_name(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nuts, "find_spec", lambda name: None)
    plan = parse_plan(PLAN)
    with pytest.raises(InferenceError, match=r"made-up \(link identity\) is not log-concave"):
        fit(table, plan)
    assert "made-up" in fit_many(plan, [table], workers=1).failures[0]


def test_it_is_sampled_where_the_extra_is(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.random.default_rng(1).normal(3, 0.5, (200, 1))
    none, weights = np.zeros((200, 0)), np.full(200, 1 / 200)
    drawn = RefinedSample(none, x, none, none, none, weights, -np.inf)
    monkeypatch.setattr(nuts, "available", lambda: True)
    monkeypatch.setattr(nuts, "sample_nuts", lambda model, seed: (drawn, True))
    posterior, diagnosis = fit_model(build_model(table, parse_plan(PLAN)))
    assert (diagnosis.method, diagnosis.good) == ("NUTS", True)
    assert any("made-up" in str(step) for step in diagnosis.steps)
    assert posterior.draws(50, np.random.default_rng(1)).x.mean() == pytest.approx(3, abs=0.3)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_what_is_sampled_agrees_with_quadrature(table: Table) -> None:
    if not nuts.available():
        pytest.skip("the extra ligzda[nuts] is not installed")
    draws = fit(table, parse_plan(PLAN)).draws(8000, np.random.default_rng(1)).x[:, 0]
    at = np.linspace(-20, 20, 8001)
    level = -0.5 * (at / 5) ** 2 - np.log1p((np.array(VALUES)[:, None] - at) ** 2).sum(axis=0)
    p = np.exp(level - level.max())
    p /= p.sum()
    mean = float(p @ at)
    sd = float(np.sqrt(p @ (at - mean) ** 2))
    assert abs(draws.mean() - mean) < 0.15 * sd
    assert draws.std() == pytest.approx(sd, rel=0.15)
