"""Student-t effects against independent integration and, of two terms at once, long runs of NUTS.

The integrals are made by tests/evidence/make_student.py and kept beside it in exact/student.json.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from benchmarks.differential.compare import judge
from benchmarks.differential.heavy import draw_heavy
from scipy.stats import norm
from tests.effort import amount
from tests.evidence.evaluated import evaluate
from tests.evidence.heavy_sets import SETS
from tests.evidence.make_student import (
    CALM,
    COUNTS_FEW,
    COUNTS_OUTLIER,
    EIGHT,
    EIGHT_SE,
    MODELS,
    OUTLIER,
    TIE,
    Exact,
    kept,
)

from ligzda.evidence import Estimate, Evaluation, Plan, PlanError, Table, parse_plan
from ligzda.evidence.batch import fit_many
from ligzda.evidence.codes import Note, PriorOn
from ligzda.evidence.tables import Floats

ESTIMATES = 'family = "normal"\nvalue = "y"\nse = "se"'
EXACT = kept()
COUNTS = 'family = "binomial"\nsuccesses = "y"\ntrials = "n"'


def plan_of(outcome: str, wide: float, prior: str, more: str = 'effects = "student-t"') -> Plan:
    return parse_plan(f"""
[outcome]
name = "o"
{outcome}
[roles]
site = "site"
[[terms]]
name = "average"
kind = "fixed"
prior = "normal(0, {wide})"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "{prior}"
{more}
""")


def estimates(y: Floats, se: Floats) -> Table:
    return Table.from_columns({"site": [f"s{i:02d}" for i in range(len(y))], "y": y, "se": se})


def hold(found: Evaluation, exact: list[Exact]) -> None:
    d = found.diagnosis
    assert d.good, d
    noise = [3 * (m or 0.0) for m in (d.mean_error_mcse, d.sd_error_mcse, d.limit_error_mcse)]
    for e, (mean, sd, lower, upper) in zip((found.fixed[0], found.sds[0]), exact, strict=True):
        assert abs(e.mean - mean) < (0.02 + noise[0]) * sd, (e, mean)
        assert abs(e.sd / sd - 1) < 0.02 + noise[1], (e, sd)
        assert abs(e.lower - lower) < (0.05 + noise[2]) * sd, (e, lower)
        assert abs(e.upper - upper) < (0.05 + noise[2]) * sd, (e, upper)


@pytest.mark.parametrize("df", [1, 2.1, 4, 30])
def test_schools_of_any_tail_are_those_of_integration(df: float) -> None:
    plan = plan_of(ESTIMATES, 50, "half-normal(10)", f'effects = "student-t"\ndf = {df}')
    found = evaluate(estimates(EIGHT, EIGHT_SE), plan)
    hold(found, EXACT[f"schools, df {df}"])


@pytest.mark.parametrize("name", ["none", "outlier", "tie"])
def test_outlier_none_and_a_tie_of_two_modes(name: str) -> None:
    y = {"none": CALM, "outlier": OUTLIER, "tie": TIE}[name]
    se = np.full(len(y), 0.15)
    found = evaluate(estimates(y, se), plan_of(ESTIMATES, 2, "half-normal(0.5)"))
    hold(found, EXACT[name])


@pytest.mark.parametrize("name", ["outlier", "few"])
def test_counts_are_those_of_integration(name: str) -> None:
    y = {"outlier": COUNTS_OUTLIER, "few": COUNTS_FEW}[name]
    table = Table.from_columns({"site": list("abcd"), "y": y, "n": np.full(4, 20.0)})
    found = evaluate(table, plan_of(COUNTS, 2, "half-normal(1)"))
    hold(found, EXACT[f"counts, {name}"])


@pytest.mark.parametrize("name", amount(["none"], nightly=list(MODELS)))
def test_what_is_kept_of_an_integral_is_what_the_command_makes(name: str) -> None:
    assert set(EXACT) == set(MODELS)
    for found, wanted in zip(MODELS[name](), EXACT[name], strict=True):
        assert list(found) == pytest.approx(list(wanted), rel=1e-6)


@pytest.mark.parametrize("name", sorted(SETS))
def test_two_terms_that_share_sites_are_those_of_nuts(name: str) -> None:
    right = json.loads((Path(__file__).parent / "heavy" / f"{name}.json").read_text("utf-8"))
    found = evaluate(*SETS[name]())
    d = found.diagnosis
    assert d.good, d
    noise = [3 * (m or 0.0) for m in (d.mean_error_mcse, d.sd_error_mcse, d.limit_error_mcse)]
    own = {e.term: e for e in (*found.fixed, *found.sds)}
    assert set(own) == set(right["posterior"])
    for term, figures in right["posterior"].items():
        e, sd = own[term], figures["sd"]["value"]
        slack = {figure: 3 * kept["mcse"] for figure, kept in figures.items()}
        off = {figure: abs(getattr(e, figure) - kept["value"]) for figure, kept in figures.items()}
        assert off["mean"] < (0.03 + noise[0]) * sd + slack["mean"], (e, figures)
        assert off["sd"] < (0.03 + noise[1]) * sd + slack["sd"], (e, figures)
        assert off["lower"] < (0.08 + noise[2]) * sd + slack["lower"], (e, figures)
        assert off["upper"] < (0.08 + noise[2]) * sd + slack["upper"], (e, figures)


def test_many_degrees_of_freedom_are_the_normal() -> None:
    table = estimates(EIGHT, EIGHT_SE)
    more = 'effects = "student-t"\ndf = 200'
    many = evaluate(table, plan_of(ESTIMATES, 50, "half-normal(10)", more))
    normal = evaluate(table, plan_of(ESTIMATES, 50, "half-normal(10)", ""))
    for e, wanted in zip((*many.fixed, *many.sds), (*normal.fixed, *normal.sds), strict=True):
        near(e, wanted)


def near(e: Estimate, wanted: Estimate) -> None:
    assert abs(e.mean - wanted.mean) < 0.06 * wanted.sd
    assert abs(e.sd / wanted.sd - 1) < 0.06
    assert abs(e.lower - wanted.lower) < 0.15 * wanted.sd
    assert abs(e.upper - wanted.upper) < 0.25 * wanted.sd


def test_normal_effects_by_name_are_what_they_were_to_the_last_digit() -> None:
    table = estimates(EIGHT, EIGHT_SE)
    named = evaluate(table, plan_of(ESTIMATES, 50, "half-normal(10)", 'effects = "normal"'))
    silent = evaluate(table, plan_of(ESTIMATES, 50, "half-normal(10)", ""))
    assert named.fixed == silent.fixed
    assert named.sds == silent.sds
    assert named.new_site == silent.new_site


@pytest.mark.parametrize("unit", [1e-8, 1e8])
def test_the_unit_is_a_choice_of_writing(unit: float) -> None:
    usual = evaluate(estimates(OUTLIER, CALM), plan_of(ESTIMATES, 2, "half-normal(0.5)"))
    plan = plan_of(ESTIMATES, 2 * unit, f"half-normal({0.5 * unit!r})")
    other = evaluate(estimates(unit * OUTLIER, unit * CALM), plan)
    for e, wanted in zip((*other.fixed, *other.sds), (*usual.fixed, *usual.sds), strict=True):
        assert e.mean / unit == pytest.approx(wanted.mean, abs=0.01 * wanted.sd)
        assert e.upper / unit == pytest.approx(wanted.upper, abs=0.02 * wanted.sd)


def test_an_outlier_moves_the_average_less_and_the_next_site_is_a_t() -> None:
    table = estimates(OUTLIER, np.full(9, 0.15))
    heavy = evaluate(table, plan_of(ESTIMATES, 2, "half-normal(0.5)"))
    normal = evaluate(table, plan_of(ESTIMATES, 2, "half-normal(0.5)", ""))
    assert heavy.fixed[0].mean < normal.fixed[0].mean - 0.1
    assert heavy.new_site is not None
    assert normal.new_site is not None
    scale, next_site = heavy.sds[0], heavy.new_site.link
    # the scale is well known: the prediction is nearly that of one t around the average
    tail = (next_site.upper - next_site.median) / (next_site.upper80 - next_site.median)
    assert tail > 1.7 > norm.ppf(0.975) / norm.ppf(0.9)
    assert heavy.heterogeneity is not None
    assert heavy.heterogeneity.mean == pytest.approx(2**0.5 * scale.mean)


def test_effects_that_are_known_less_well_are_named() -> None:
    se = np.where(np.arange(8) == 2, 1e4, EIGHT_SE)  # of the third school nothing is known
    more = 'effects = "student-t"\ndf = 1'
    found = evaluate(estimates(EIGHT, se), plan_of(ESTIMATES, 50, "half-normal(10)", more))
    (note,) = [one for one in found.diagnosis.notes if one.code is Note.VAGUE_EFFECTS]
    assert note.figures["term"] == "site"
    named = str(note)
    assert "s02" in named
    assert "s00" not in named


def test_without_a_variance_there_is_no_sd_between_sites() -> None:
    more = 'effects = "student-t"\ndf = 2'
    found = evaluate(estimates(EIGHT, EIGHT_SE), plan_of(ESTIMATES, 50, "half-normal(10)", more))
    assert found.heterogeneity is None
    assert found.new_site is not None


def test_the_prior_is_printed_with_its_degrees_of_freedom() -> None:
    found = evaluate(estimates(EIGHT, EIGHT_SE), plan_of(ESTIMATES, 50, "half-normal(10)"))
    scale, effects = found.priors[1:]
    assert (scale.form, scale.on) == ("half-normal", PriorOn.SCALE)
    assert (effects.form, effects.arguments, effects.on) == (
        "student-t", (4.0,), PriorOn.EFFECTS,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "key", "says"),
    [
        ("df = 4", "df", "no degrees of freedom"),
        ('effects = "student-t"\ndf = 0.5', "df", "not from 1"),
        ('effects = "student-t"\ndf = 500', "df", "not from 1"),
        ('effects = "student"', "effects", "student-t"),
    ],
)
def test_what_cannot_be_is_refused(more: str, key: str, says: str) -> None:
    with pytest.raises(PlanError, match=says) as refused:
        plan_of(ESTIMATES, 50, "half-normal(10)", more)
    assert refused.value.key == f"terms[2].{key}"


def test_many_tables_at_once_refuse_it_by_name() -> None:
    plan = plan_of(ESTIMATES, 50, "half-normal(10)")
    with pytest.raises(PlanError, match="term “site” are Student-t"):
        fit_many(plan, [estimates(EIGHT, EIGHT_SE)])


def test_missing_outcomes_refuse_it_by_name() -> None:
    text = plan_of(COUNTS, 2, "half-normal(1)").text.replace(
        'site = "site"', 'site = "site"\narm = "arm"'
    )
    arm = '[[terms]]\nname = "arm"\nkind = "fixed"\ncolumns = ["arm"]\nprior = "normal(0, 1)"\n'
    text = text.replace('trials = "n"', 'trials = "n"\nmissing = "imputation"') + arm
    with pytest.raises(PlanError, match="neither imputed nor shifted"):
        parse_plan(text)


def test_random_models_of_the_harness_are_right_and_called_so() -> None:
    for number in (1, 6):
        verdict = judge(draw_heavy(number))
        assert verdict.good
        assert verdict.excess <= 0, verdict


def test_it_is_said_that_no_second_rule_judged_the_scales_of_sites() -> None:
    table = estimates(CALM, np.full(9, 0.1))
    heavy = evaluate(table, plan_of(ESTIMATES, 1.0, "half-normal(0.3)"))
    normal = evaluate(table, plan_of(ESTIMATES, 1.0, "half-normal(0.3)", more=""))
    assert [note.code for note in heavy.diagnosis.notes].count(Note.ONE_RULE) == 1
    assert Note.ONE_RULE not in [note.code for note in normal.diagnosis.notes]
