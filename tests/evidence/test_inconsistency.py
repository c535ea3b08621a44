"""Compared pairs by themselves: against a published analysis, and against one pair alone."""

from typing import Any

import numpy as np
import pytest
from tests.evidence.references import Reference

from ligzda.evidence import PlanError, Table, inconsistency, parse_plan

NETWORK = """
[outcome]
name = "stopped"
family = "binomial"
successes = "responders"
trials = "sampleSize"
[roles]
site = "study"
arm = "treatment"
control = "A"
[[terms]]
name = "study"
kind = "fixed"
columns = ["study"]
coding = "indicator"
prior = "normal(0, 100)"
[[terms]]
name = "treatment"
kind = "fixed"
columns = ["treatment"]
reference = "A"
prior = "normal(0, 100)"
[[terms]]
name = "heterogeneity"
kind = "random"
columns = ["study", "treatment"]
sd = "half-normal(5)"
sd_of = "contrast"
"""

# Unrelated mean effects of the 24 trials (NICE DSU Technical Support Document 4, Dias et al. 2011,
# with the correlation of arms of one trial, and these priors; rounded as published)
PUBLISHED = {
    ("B", "A"): (0.34, 0.59), ("C", "A"): (0.90, 0.28), ("D", "A"): (1.12, 0.80),
    ("C", "B"): (0.04, 0.73), ("D", "B"): (0.61, 0.72), ("D", "C"): (0.20, 0.79),
}  # fmt: skip


def test_smoking_cessation_as_published(reference: Reference) -> None:
    table = reference.table("smoking4.csv", ("responders", "sampleSize"))
    found = inconsistency(table, parse_plan(NETWORK))
    assert found.good
    assert {(pair.level, pair.versus) for pair in found.pairs} == set(PUBLISHED)
    for pair in found.pairs:
        mean, sd = PUBLISHED[pair.level, pair.versus]
        assert pair.alone.mean == pytest.approx(mean, abs=0.05), pair
        assert pair.alone.sd == pytest.approx(sd, abs=0.05), pair
    (tau,) = found.sds_alone
    assert (tau.median, tau.sd) == pytest.approx((0.91, 0.21), abs=0.03)
    (tau,) = found.sds_network
    assert (tau.median, tau.sd) == pytest.approx((0.82, 0.19), abs=0.03)


def _loop(shift: float) -> dict[str, Any]:
    """Make three trials a pair, all alike; C beats B by ``shift`` more than the others say."""
    pairs = [("A", "B"), ("A", "C"), ("B", "C")] * 3
    effect = {"A": -1.0, "B": -0.5, "C": 0.0}
    study = np.repeat([f"t{i}" for i in range(9)], 2)
    arm = np.array(pairs).ravel()
    eta = np.array([effect[a] for a in arm])
    eta[5::6] += shift
    n = np.full(18, 4000.0)
    y = np.rint(n / (1 + np.exp(-eta)))
    return {"study": study, "treatment": arm, "responders": y, "sampleSize": n}


@pytest.mark.parametrize("shift", [0.0, 1.0])
def test_what_was_put_into_a_loop_is_found(shift: float) -> None:
    found = inconsistency(Table.from_columns(_loop(shift)), parse_plan(NETWORK))
    by_name = {(pair.level, pair.versus): pair for pair in found.pairs}
    pair = by_name["C", "B"]
    assert pair.trials == 3
    assert pair.alone.mean == pytest.approx(0.5 + shift, abs=0.03)
    # of what is known of the pair two thirds are direct, one third goes over A
    assert pair.alone.mean - pair.network.mean == pytest.approx(shift / 3, abs=0.03)
    assert found.sds_alone[0].median < 0.15
    assert (found.sds_network[0].median > 0.3) == (shift > 0)


def test_a_plan_without_intercepts_of_trials_is_refused() -> None:
    plan = parse_plan(NETWORK.replace('columns = ["study"]\ncoding = "indicator"\n', ""))
    with pytest.raises(PlanError, match="not that of a network"):
        inconsistency(Table.from_columns(_loop(0.0)), plan)
