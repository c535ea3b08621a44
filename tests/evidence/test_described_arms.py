"""Arms that are described by factors: an arm does what its factors do (../shared/cases)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from tests.evidence.cases import Case, case
from tests.evidence.plans import fixed, outcome, random

from ligzda.evidence import PlanError, Table, evaluate, parse_plan
from ligzda.evidence.batch import fit_many
from ligzda.evidence.codes import Note
from ligzda.evidence.faults import Fault

SD = "half-normal(1)"
ROLES = '[roles]\nsite = "site"\narm = "model"\n'


@pytest.fixture(scope="module")
def four_models() -> Case:
    return case("engine-arm-without-term")


def test_contrasts_and_ranks_are_sums_over_the_factors(four_models: Case) -> None:
    evaluation = evaluate(four_models.table(), four_models.plan())
    for found in evaluation.contrasts:
        wanted = four_models.expected["contrasts"][found.name]
        for key in ("mean", "sd", "lower", "upper"):
            assert getattr(found.link, key) == pytest.approx(wanted[key], abs=2e-3), key
        assert found.p_positive == pytest.approx(wanted["p_positive"], abs=1e-4)
        assert found.p_above_mid == pytest.approx(wanted["p_above_mid"], abs=1e-4)
    ranks = evaluation.ranks
    assert ranks is not None
    assert ranks.p_best == pytest.approx(four_models.expected["ranks"]["p_best"], abs=0.01)
    assert ranks.sucra == pytest.approx(four_models.expected["ranks"]["sucra"], abs=0.01)
    assert evaluation.league is not None
    (note,) = (n for n in evaluation.diagnosis.notes if n.code is Note.DESCRIBED_ARMS)
    assert note.figures["columns"] == ("A", "B")


def test_many_fits_know_the_factors_too(four_models: Case) -> None:
    fits = fit_many(four_models.plan(), [four_models.table()])
    assert not fits.failures
    for i, name in enumerate(fits.contrasts.names):
        wanted = four_models.expected["contrasts"][name]
        assert fits.contrasts.mean[0, i] == pytest.approx(wanted["mean"], abs=1e-3)
        assert fits.contrasts.sd[0, i] == pytest.approx(wanted["sd"], abs=1e-3)
    best = four_models.expected["ranks"]["p_best"]
    assert fits.p_best[0] == pytest.approx(best, abs=0.01)


def test_numeric_factors_describe_as_well(four_models: Case) -> None:
    """−1 and +1 as numbers are the sum coding of two levels."""
    text = four_models.text().replace('coding = "sum"', 'coding = "numeric"')
    evaluation = evaluate(four_models.table(), parse_plan(text))
    wanted = four_models.expected["contrasts"]
    for found in evaluation.contrasts:
        assert found.link.mean == pytest.approx(wanted[found.name]["mean"], abs=1e-3)
        assert found.link.sd == pytest.approx(wanted[found.name]["sd"], abs=1e-3)


def test_a_forgotten_term_is_named(four_models: Case) -> None:
    with pytest.raises(PlanError) as refused:
        four_models.plan("plan-forgotten.toml")
    assert refused.value.code is Fault.ARM_WITHOUT_TERM
    assert "roles.arm" in str(refused.value)
    assert 'columns = ["model"]' in str(refused.value)


def binary(**columns: Sequence[object]) -> Table:
    rng = np.random.default_rng(4)
    size = len(next(iter(columns.values())))
    y = rng.binomial(40, 0.4, size).astype(float)
    return Table.from_columns({**columns, "n": [40.0] * size, "y": y})


SITES = [f"s{i}" for i in range(4) for _ in range(4)]
MODELS = ["K1", "K2", "K3", "K4"] * 4


def test_the_deviation_of_an_arm_in_a_site_is_no_effect_of_the_arm() -> None:
    plan = outcome("y", "n") + ROLES + fixed("intercept") + random("cell", "site", "model", sd=SD)
    with pytest.raises(PlanError, match=r"roles\.arm"):
        parse_plan(plan)


def test_arms_alike_in_every_factor_are_refused_by_name() -> None:
    table = binary(site=SITES, model=MODELS, A=["a", "a", "b", "c"] * 4)
    plan = parse_plan(outcome("y", "n") + ROLES + fixed("intercept") + fixed("A", "A"))
    with pytest.raises(PlanError) as refused:
        evaluate(table, plan)
    assert refused.value.code is Fault.LEVELS_ALIKE
    assert refused.value.figures["one"] == "K1"
    assert refused.value.figures["other"] == "K2"


def test_an_interaction_alone_leaves_opposite_corners_alike() -> None:
    """−1 times −1 is 1 times 1, and beside a reference level every product is 0."""
    corners = {"A": ["a", "a", "b", "b"] * 4, "B": ["c", "d", "c", "d"] * 4}
    table = binary(site=SITES, model=MODELS, **corners)
    start = outcome("y", "n") + ROLES + fixed("intercept") + random("site", "site", sd=SD)
    for coding, alike in (("sum", "K4"), ("reference", "K2")):
        both = fixed("both", "A", "B", coding=coding)
        with pytest.raises(PlanError) as refused:
            evaluate(table, parse_plan(start + both))
        assert refused.value.code is Fault.LEVELS_ALIKE
        assert refused.value.figures["one"] == "K1"
        assert refused.value.figures["other"] == alike
    evaluate(table, parse_plan(start + both + fixed("A", "A") + fixed("B", "B")))


def test_an_own_term_beside_factors_is_added_to_them() -> None:
    """With the factor's coefficient nearly fixed at 0 the model's own effect is all there is."""
    table = binary(site=SITES, model=MODELS, A=["a", "a", "b", "b"] * 4)
    alone = outcome("y", "n") + ROLES + fixed("intercept") + random("model", "model", sd=SD)
    beside = alone + fixed("A", "A", prior="normal(2, 0.0001)")
    one, both = (evaluate(table, parse_plan(plan)) for plan in (alone, beside))
    own = [e.mean for e in both.effects if e.term == "model"]
    for name, level in (("K2 − K1", 1), ("K3 − K1", 2)):
        (found,) = (c for c in both.contrasts if c.name == name)
        wanted = own[level] - own[0] + (2.0 if level >= 2 else 0.0)
        assert found.link.mean == pytest.approx(wanted, abs=1e-3)
    assert one.ranks is not None
    assert both.ranks is not None


def test_two_arms_of_one_factor_level_share_its_deviation_in_a_site() -> None:
    """K1 and K2 have the same A: a site's deviation of A is none of their difference."""
    table = binary(site=SITES, model=MODELS, A=["a", "a", "b", "b"] * 4)
    plan = outcome("y", "n") + ROLES + fixed("intercept") + fixed("model", "model")
    plan += random("A in site", "site", "A", sd=SD)
    evaluation = evaluate(table, parse_plan(plan))
    assert evaluation.contrasts[0].name == "K2 − K1"
    assert evaluation.heterogeneity is None
    new = evaluation.new_site
    assert new is not None
    assert new.link.sd == pytest.approx(evaluation.contrasts[0].link.sd, rel=1e-3)


def test_a_covariate_that_differs_by_chance_is_no_factor() -> None:
    """One row an arm: mean age is a function of the arm, but nobody said that it describes it."""
    table = binary(model=["K1", "K2", "K3"], age=[31.0, 35.5, 40.0])
    roles = '[roles]\narm = "model"\n'
    age = fixed("age", "age", coding="numeric", prior="normal(0, 0.1)")
    plan = parse_plan(
        outcome("y", "n") + roles + fixed("intercept") + random("m", "model", sd=SD) + age
    )
    evaluation = evaluate(table, plan)
    own = [e.mean for e in evaluation.effects if e.term == "m"]
    assert evaluation.contrasts[0].link.mean == pytest.approx(own[1] - own[0], abs=1e-6)


def test_many_numbers_are_levels_only_where_the_plan_says_so() -> None:
    ages = [float(20 + 3 * i) for i in range(16)]
    table = binary(site=SITES, model=MODELS, age=ages)
    start = outcome("y", "n") + ROLES + fixed("intercept") + random("model", "model", sd=SD)
    unsaid = fixed("age", "age").replace('coding = "reference"\n', "")
    with pytest.raises(PlanError) as refused:
        evaluate(table, parse_plan(start + unsaid))
    assert refused.value.code is Fault.NUMBERS_AS_LEVELS
    assert refused.value.figures["count"] == 16
    for coding in ("numeric", "reference"):
        evaluate(table, parse_plan(start + fixed("age", "age", coding=coding)))
