"""Tables of published effects: the average, the sites and a new site, against exact integration."""

from typing import Any

import numpy as np
import pytest
from scipy.stats import norm

from ligzda.evidence import Evaluation, Table, evaluate, parse_plan

# Rubin (1981), J Educ Stat 6:377–401: coaching for the SAT in eight schools.
EFFECT = np.array([28.0, 8, -3, 7, -1, 1, 18, 12])
SE = np.array([15.0, 10, 16, 11, 9, 11, 10, 18])
PLAN = """
[outcome]
name = "coaching"
family = "normal"
value = "effect"
se = "se"
mid = 5
[roles]
site = "school"
[[terms]]
name = "average"
kind = "fixed"
prior = "normal(0, 50)"
[[terms]]
name = "school"
kind = "random"
columns = ["school"]
sd = "half-normal(10)"
"""


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    columns: dict[str, Any] = {"school": list("ABCDEFGH"), "effect": EFFECT, "se": SE}
    return evaluate(Table.from_columns(columns, source="schools.csv"), parse_plan(PLAN))


@pytest.fixture(scope="module")
def exact() -> dict[str, np.ndarray]:
    """The posterior given each value of the SD is normal; the SD is integrated on a fine grid."""
    tau = np.linspace(0.005, 60, 12_000)
    variance = SE**2 + tau[:, None] ** 2
    precision = (1 / variance).sum(axis=1) + 1 / 50**2
    mean = (EFFECT / variance).sum(axis=1) / precision
    log_p = 0.5 * (mean**2 * precision - np.log(precision)) - 0.5 * (
        np.log(variance) + EFFECT**2 / variance
    ).sum(axis=1)
    log_p -= 0.5 * (tau / 10) ** 2
    weight = np.exp(log_p - log_p.max())
    return {"tau": tau, "weight": weight / weight.sum(), "mean": mean, "variance": 1 / precision}


def test_the_average_is_the_exact_one(evaluation: Evaluation, exact: dict[str, np.ndarray]) -> None:
    (found,) = evaluation.contrasts
    mean = exact["weight"] @ exact["mean"]
    sd = np.sqrt(exact["weight"] @ (exact["variance"] + exact["mean"] ** 2) - mean**2)
    assert found.link.mean == pytest.approx(mean, abs=0.01 * sd)
    assert found.link.sd == pytest.approx(sd, rel=0.01)
    above = exact["weight"] @ norm.sf(5, exact["mean"], np.sqrt(exact["variance"]))
    assert found.p_above_mid == pytest.approx(above, abs=0.003)
    better = exact["weight"] @ norm.sf(0, exact["mean"], np.sqrt(exact["variance"]))
    assert found.p_positive == pytest.approx(better, abs=0.003)


def test_a_new_school_has_the_exact_predictive_limits(
    evaluation: Evaluation, exact: dict[str, np.ndarray]
) -> None:
    assert evaluation.new_site is not None
    found = evaluation.new_site.link
    spread = np.sqrt(exact["variance"] + exact["tau"] ** 2)
    for limit, p in ((found.lower, 0.025), (found.median, 0.5), (found.upper, 0.975)):
        assert exact["weight"] @ norm.cdf(limit, exact["mean"], spread) == pytest.approx(
            p, abs=0.002
        )


def test_every_school_is_shown_alone_and_among_the_others(
    evaluation: Evaluation, exact: dict[str, np.ndarray]
) -> None:
    assert [(site.site, site.n) for site in evaluation.sites] == [(s, 1) for s in "ABCDEFGH"]
    shrink = SE**2 / (SE**2 + exact["tau"][:, None] ** 2)
    pooled = exact["weight"] @ (shrink * exact["mean"][:, None] + (1 - shrink) * EFFECT)
    for site, effect, se, wanted in zip(evaluation.sites, EFFECT, SE, pooled, strict=True):
        assert site.observed is not None
        assert (site.observed.mean, site.observed.se) == pytest.approx((effect, se))
        assert site.pooled.mean == pytest.approx(wanted, abs=0.01 * site.pooled.sd)


def test_the_spread_is_a_posterior_and_never_nothing(
    evaluation: Evaluation, exact: dict[str, np.ndarray]
) -> None:
    assert evaluation.heterogeneity is not None
    found = evaluation.heterogeneity
    assert found.mean == pytest.approx(exact["weight"] @ exact["tau"], rel=0.01)
    assert found.lower > 0
    assert (evaluation.n_units, evaluation.n_sites) == (8, 8)
    assert [item.name for item in evaluation.sensitivity] == ["coaching", "school"]


def test_effects_that_are_contrasted_have_no_average() -> None:
    columns: dict[str, Any] = {"arm": ["a", "b"], "effect": [1.0, 2.0], "se": [0.5, 0.5]}
    plan = parse_plan("""
[outcome]
family = "normal"
value = "effect"
se = "se"
[roles]
arm = "arm"
[[terms]]
name = "arm"
kind = "fixed"
columns = ["arm"]
coding = "indicator"
prior = "normal(0, 9)"
""")
    evaluation = evaluate(Table.from_columns(columns, source="t.csv"), plan)
    assert [contrast.name for contrast in evaluation.contrasts] == ["b − a"]
    assert evaluation.n_sites == 0
