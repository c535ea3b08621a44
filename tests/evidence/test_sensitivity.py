"""Power-scaling: what rests on the prior is said to."""

from __future__ import annotations

import numpy as np
import pytest
from tests.evidence.plans import fixed

from ligzda.evidence import Table, evaluate, parse_plan
from ligzda.evidence.sensitivity import cumulative_jensen_shannon


def plan(prior: str) -> str:
    return (
        '[outcome]\nname = "o"\nfamily = "normal"\nvalue = "v"\nse = "s"\n'
        '[roles]\narm = "arm"\ncontrol = "a"\n'
        + fixed("intercept", prior="normal(0, 10)")
        + fixed("arm", "arm", prior=prior)
    )


TABLE = Table.from_columns({"arm": ["a", "b"], "v": [0.0, 3.0], "s": [0.3, 0.3]})


@pytest.mark.parametrize(
    ("prior", "verdict"),
    [("normal(0, 20)", "none"), ("normal(0, 0.5)", "prior-data conflict")],
)
def test_a_conflicting_prior_is_named(prior: str, verdict: str) -> None:
    evaluation = evaluate(TABLE, parse_plan(plan(prior)))
    (found,) = [s for s in evaluation.sensitivity if s.name == "b − a"]
    assert found.verdict == verdict


def test_a_weak_likelihood_is_named() -> None:
    table = Table.from_columns({"arm": ["a", "b"], "v": [0.0, 0.1], "s": [8.0, 8.0]})
    evaluation = evaluate(table, parse_plan(plan("normal(0, 0.5)")))
    (found,) = [s for s in evaluation.sensitivity if s.name == "b − a"]
    assert found.verdict == "strong prior or weak likelihood"


def test_distance_of_a_sample_from_itself_is_zero() -> None:
    values = np.random.default_rng(1).normal(size=500)
    equal = np.full(500, 1 / 500)
    assert cumulative_jensen_shannon(values, equal) == pytest.approx(0, abs=1e-7)
    tilted = np.exp(values)
    assert 0.05 < cumulative_jensen_shannon(values, tilted / tilted.sum()) < 1


def test_a_tight_prior_weighs_more_than_a_loose_one() -> None:
    evaluation = evaluate(TABLE, parse_plan(plan("normal(0, 0.5)")))
    loose = evaluate(TABLE, parse_plan(plan("normal(0, 20)")))
    strong, weak = (
        next(s for s in e.sensitivity if s.name == "b − a") for e in (evaluation, loose)
    )
    assert strong.prior > 10 * weak.prior
