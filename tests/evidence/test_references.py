"""The engine against numbers that others made: long NUTS runs, JAGS, lme4."""

from __future__ import annotations

import numpy as np
import pytest
from tests.evidence.evaluated import evaluate
from tests.evidence.plans import GOLD, JTPA, JTPA_POOLED, fixed, network, outcome, random
from tests.evidence.references import Reference

from ligzda.evidence import Table, fit, parse_plan
from ligzda.evidence.codes import Step
from ligzda.evidence.functionals import Functionals, levels_of


def test_gold_standard_of_nine_sites_and_eight_models(reference: Reference) -> None:
    gold = reference.json("peer/gold.json")
    table = reference.table("peer/peer_bench_data_0.csv", ("n", "y"))
    evaluation = evaluate(table, parse_plan(GOLD))
    models = [e for e in evaluation.effects if e.term == "model"]
    mean, sd = np.array(gold["v_mean"]), np.array(gold["v_sd"])
    assert np.abs((np.array([e.mean for e in models]) - mean) / sd).max() < 0.02
    assert np.abs(np.array([e.sd for e in models]) / sd - 1).max() < 0.03
    assert evaluation.ranks is not None
    assert np.abs(evaluation.ranks.p_best - gold["p_best"]).max() < 0.01
    assert np.abs(evaluation.ranks.sucra - gold["sucra"]).max() < 0.01
    for name, key in (("site", "su"), ("model", "sv"), ("cell", "sw")):
        (estimate,) = (e for e in evaluation.sds if e.term == name)
        assert abs(estimate.mean - gold["hyper"][key][0]) < 0.05 * gold["hyper"][key][1]
        assert estimate.sd == pytest.approx(gold["hyper"][key][1], rel=0.05)


@pytest.mark.parametrize(("name", "control"), [("thrombolytic8", "AtPA"), ("smoking4", "A")])
def test_network_meta_analyses(reference: Reference, name: str, control: str) -> None:
    ref = reference.json(f"{name}.ref.json")
    om = ref["model"]["priors"]["om.scale"]
    table = reference.table(f"{name}.csv", ("responders", "sampleSize"))
    plan = parse_plan(network(control, om, 15 * om))
    evaluation, posterior = evaluate(table, plan), fit(table, plan)
    for key, wanted in ref["reference"].items():
        if key == "sd.d":
            (found,) = evaluation.sds
        else:
            _, versus, level = key.split(".")
            at = levels_of(posterior.model, "treatment", [level, versus], posterior.model.units)
            (found,) = posterior.estimates(at.take([0]) - at.take([1]), "", [key], "logit")
        allowed = 0.1 * wanted["sd"] + 3 * wanted["mcse"]
        assert abs(found.mean - wanted["mean"]) < 0.1 * wanted["sd"], key
        assert abs(found.sd - wanted["sd"]) < 0.1 * wanted["sd"], key
        assert abs(found.median - wanted["q50"]) < allowed, key
        assert abs(found.lower - wanted["q2.5"]) < allowed + 0.1 * wanted["sd"], key
        assert abs(found.upper - wanted["q97.5"]) < allowed + 0.1 * wanted["sd"], key
    assert evaluation.league is not None
    assert evaluation.league.mean == pytest.approx(-evaluation.league.mean.T)
    assert (evaluation.league.lower <= evaluation.league.mean).all()
    assert evaluation.ranks is not None
    for arm, row in zip(evaluation.ranks.labels, evaluation.ranks.matrix, strict=True):
        wanted_row = [ref["rank_probabilities"][arm][f"rank{r + 1}"] for r in range(len(row))]
        assert np.abs(row - wanted_row).max() < (0.04 if arm == "UK" else 0.03), arm


def test_national_jtpa_study(reference: Reference) -> None:
    ref = reference.json("jtpa_women.ref.json")["glmer_any_earnings"]
    table = reference.table("jtpa_women_sites.csv", ("arm", "n", "mean_Y", "sd_Y", "any_earnings"))
    pooled = evaluate(table, parse_plan(JTPA_POOLED)).contrasts[0]
    assert pooled.link.mean == pytest.approx(ref["fixef"]["arm"], abs=0.02)
    assert pooled.link.sd == pytest.approx(ref["se"]["arm"], abs=0.02)
    hierarchical = evaluate(table, parse_plan(JTPA))
    assert hierarchical.contrasts[0].link.mean == pytest.approx(ref["fixef"]["arm"], abs=0.02)
    # REML puts this SD at its boundary 0; a posterior has a mean, and limits, above it
    assert hierarchical.heterogeneity is not None
    assert 0 < hierarchical.heterogeneity.lower < hierarchical.heterogeneity.mean < 0.3


@pytest.mark.parametrize(
    ("variant", "sd"),
    [
        ("test1", "gamma-precision(0.001, 0.001)"),
        ("test3", "exponential(1)"),
        ("test4", "uniform(0, 10)"),
        ("test5", "uniform(0, 10)"),
    ],
)
def test_seeds_under_four_priors(reference: Reference, variant: str, sd: str) -> None:
    seeds = reference.json("seeds.json")
    data = seeds["data"]
    table = Table.from_columns(
        {k: data[k] for k in ("r", "n", "x1", "x2")} | {"plate": [f"p{i}" for i in range(21)]}
    )
    plan = parse_plan(
        outcome("r", "n")
        + fixed("alpha0")
        + fixed("alpha1", "x1", coding="numeric")
        + fixed("alpha2", "x2", coding="numeric")
        + fixed("alpha12", "x1", "x2", coding="numeric")
        + random("sigma", "plate", sd=sd)
    )
    evaluation = evaluate(table, plan)
    for found in (*evaluation.fixed, *evaluation.sds):
        wanted = seeds["reference"][variant]["stats"][found.term]
        allowed = 0.1 * wanted["sd"] + 3 * wanted["mcse"]
        assert abs(found.mean - wanted["mean"]) < allowed, found.term
        assert found.sd == pytest.approx(wanted["sd"], rel=0.08), found.term


def test_seeds_with_centred_plate_effects(reference: Reference) -> None:
    """Variant 2 measures the intercept with the plates' effects centred: a functional of them."""
    seeds = reference.json("seeds.json")
    data = seeds["data"]
    table = Table.from_columns(
        {k: data[k] for k in ("r", "n", "x1", "x2")} | {"plate": [f"p{i:02d}" for i in range(21)]}
    )
    plan = parse_plan(
        outcome("r", "n")
        + fixed("alpha0")
        + fixed("alpha1", "x1", coding="numeric")
        + fixed("alpha2", "x2", coding="numeric")
        + fixed("alpha12", "x1", "x2", coding="numeric")
        + random("sigma", "plate", sd="gamma-precision(0.001, 0.001)")
    )
    posterior = fit(table, plan)
    coefficients, plates = posterior.model.A.shape[1], posterior.model.n_groups
    x, b = np.eye(coefficients), np.zeros((coefficients, plates))
    b[0] = 1 / plates
    centred = Functionals(x, b, np.zeros((coefficients, 1)))
    names = ["alpha0", "alpha1", "alpha2", "alpha12"]
    for found in posterior.estimates(centred, "", names, "logit"):
        wanted = seeds["reference"]["test2"]["stats"][found.level]
        assert abs(found.mean - wanted["mean"]) < 0.1 * wanted["sd"] + 3 * wanted["mcse"]
        assert found.sd == pytest.approx(wanted["sd"], rel=0.05), found.level


def test_cattle_disease_near_maximum_likelihood(reference: Reference) -> None:
    ref = reference.json("cbpp.ref.json")["fits"]["glmer_agq25"]
    plan = parse_plan(
        outcome("incidence", "size")
        + fixed("intercept")
        + fixed("period", "period")
        + random("herd", "herd", sd="uniform(0, 10)")
    )
    evaluation = evaluate(reference.table("cbpp.csv", ("incidence", "size")), plan)
    wanted = list(ref["fixef"].values())
    for found, ml in zip(evaluation.fixed, wanted, strict=True):
        assert abs(found.mean - ml["est"]) < 0.25 * ml["se"]
        assert found.sd == pytest.approx(ml["se"], rel=0.2)
    # the posterior mean of an SD from 15 herds lies above its mode, never below
    assert 0 < evaluation.sds[0].mean - ref["sd"]["herd"]["(Intercept)"] < evaluation.sds[0].sd
    assert evaluation.diagnosis.good


@pytest.mark.slow
def test_contraception_near_maximum_likelihood(reference: Reference) -> None:
    ref = reference.json("contraception.ref.json")["fits"]["glmer_agq15"]
    raw = reference.table("contraception.csv", ("age",))
    table = Table.from_columns({**raw.columns, "y": (raw.columns["use"] == "Y").astype(float)})
    plan = parse_plan(
        outcome("y")
        + fixed("intercept")
        + fixed("urban", "urban")
        + fixed("age", "age", coding="numeric")
        + fixed("age squared", "age", coding="numeric", power=2)
        + fixed("livch", "livch")
        + random("district", "district", sd="uniform(0, 10)")
    )
    evaluation = evaluate(table, plan)
    for found, ml in zip(evaluation.fixed, ref["fixef"].values(), strict=True):
        assert abs(found.mean - ml["est"]) < 0.1 * ml["se"], found.term
        assert found.sd == pytest.approx(ml["se"], rel=0.03), found.term
    assert abs(evaluation.sds[0].median - ref["sd"]["district"]["(Intercept)"]) < 0.04
    assert evaluation.diagnosis.good


@pytest.mark.slow
def test_toenail_makes_the_engine_distrust_itself(reference: Reference) -> None:
    """SD 4: a Laplace approximation is badly biased; the engine must see that and integrate."""
    fits = reference.json("toenail.ref.json")["fits"]
    quadrature, laplace = fits["glmer_agq25"], fits["glmer_laplace"]
    raw = reference.table("toenail.csv", ("time",))
    treated = (raw.columns["treatment"] == "terbinafine").astype(float)
    table = Table.from_columns(
        {
            **raw.columns,
            "y": (raw.columns["outcome"] != "none or mild").astype(float),
            "treated": treated,
        }
    )
    plan = parse_plan(
        outcome("y")
        + fixed("intercept")
        + fixed("treatment", "treated", coding="numeric")
        + fixed("time", "time", coding="numeric")
        + fixed("treatment × time", "treated", "time", coding="numeric")
        + random("patient", "patientID", sd="uniform(0, 20)")
    )
    evaluation = evaluate(table, plan)
    assert any(step.code is Step.QUADRATURE for step in evaluation.diagnosis.steps)
    assert evaluation.diagnosis.good
    for found, right in zip(evaluation.fixed, quadrature["fixef"].values(), strict=True):
        assert abs(found.mean - right["est"]) < 0.3 * right["se"], found.term
        assert found.sd == pytest.approx(right["se"], rel=0.12), found.term
    sd = evaluation.sds[0]
    assert abs(sd.mean - quadrature["sd"]["patientID"]["(Intercept)"]) < 0.3
    assert sd.mean < laplace["sd"]["patientID"]["(Intercept)"] - 0.5 * sd.sd


def test_jtpa_earnings_from_means_and_standard_deviations(reference: Reference) -> None:
    """Six thousand participants from 32 cells; the residual SD is known to within 1 %."""
    ref = reference.json("jtpa_women.ref.json")["lmer_REML"]
    table = reference.table("jtpa_women_sites.csv", ("arm", "n", "mean_Y", "sd_Y"))
    plan = parse_plan(
        '[outcome]\nname = "earnings"\nfamily = "normal"\nvalue = "mean_Y"\nn = "n"\nsd = "sd_Y"\n'
        'residual_prior = "half-normal(50000)"\n'
        + fixed("intercept", prior="normal(0, 100000)")
        + fixed("T", "arm", coding="numeric", prior="normal(0, 100000)")
        + random("site", "site", sd="half-normal(10000)")
    )
    evaluation = evaluate(table, plan)
    for found, name in zip(evaluation.fixed, ("(Intercept)", "T"), strict=True):
        assert abs(found.mean - ref["fixef"][name]) < 0.05 * ref["se"][name]
        assert found.sd == pytest.approx(ref["se"][name], rel=0.15)
    site, residual = evaluation.sds
    assert residual.mean == pytest.approx(13274.25, rel=2e-3)
    assert residual.sd == pytest.approx(13274.25 / (2 * 6102) ** 0.5, rel=0.02)
    assert abs(site.median - 1817) < 0.5 * site.sd
