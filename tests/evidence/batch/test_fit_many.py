"""Batches: against NUTS, against the single evaluation, against NumPy, and against each other."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from tests.evidence.evaluated import evaluate
from tests.evidence.plans import GOLD, JTPA, JTPA_POOLED, network
from tests.evidence.references import Reference

from ligzda.evidence import EvidenceError, Table, TableError, parse_plan
from ligzda.evidence.batch import FitMany, fit_many
from ligzda.evidence.batch.conditionals import Solver, has_compiler
from ligzda.evidence.batch.shape import Shape
from ligzda.evidence.model import build_model

needs_numba = pytest.mark.skipif(not has_compiler(), reason="Numba is not installed")

ARRAYS = ("p_positive", "p_above_mid", "rank_matrix", "expected_regret", "misfit", "edge_mass")


def made(seed: int, sites: int = 5, arms: int = 4) -> Table:
    """One invented experiment."""
    rng = np.random.default_rng(seed)
    s, a = np.divmod(np.arange(sites * arms), arms)
    n = rng.integers(15, 40, size=sites * arms)
    eta = 0.5 * rng.standard_normal(sites)[s] + 0.4 * rng.standard_normal(arms)[a] - 0.3
    y = rng.binomial(n, 1 / (1 + np.exp(-eta)))
    return Table.from_columns(
        {
            "site": [f"s{i}" for i in s],
            "model": [f"m{i}" for i in a],
            "n": n.astype(float),
            "y": y.astype(float),
        },
        source=f"experiment {seed}",
    )


def assert_same(one: FitMany, other: FitMany, *, exactly: bool) -> None:
    allowed = 0.0 if exactly else 1e-9
    for bands in ("effects", "contrasts", "differences", "sds"):
        for name in ("mean", "sd", "quantiles"):
            x, y = getattr(getattr(one, bands), name), getattr(getattr(other, bands), name)
            np.testing.assert_allclose(x, y, rtol=allowed, atol=allowed)
    for name in ARRAYS:
        np.testing.assert_allclose(
            getattr(one, name), getattr(other, name), rtol=allowed, atol=allowed
        )


@pytest.mark.parametrize("compiled", [pytest.param(True, marks=needs_numba), False])
def test_gold_standard(reference: Reference, compiled: bool) -> None:
    gold = reference.json("peer/gold.json")
    table = reference.table("peer/peer_bench_data_0.csv", ("n", "y"))
    fits = fit_many(parse_plan(GOLD), [table], compiled=compiled)
    models = [i for i, name in enumerate(fits.effects.names) if name.startswith("model:")]
    mean, sd = np.array(gold["v_mean"]), np.array(gold["v_sd"])
    assert np.abs((fits.effects.mean[0, models] - mean) / sd).max() < 0.02
    assert np.abs(fits.effects.sd[0, models] / sd - 1).max() < 0.03
    assert np.abs(fits.p_best[0] - gold["p_best"]).max() < 0.01
    assert np.abs(fits.sucra[0] - gold["sucra"]).max() < 0.01
    for name, key in (("site", "su"), ("model", "sv"), ("cell", "sw")):
        i = fits.sds.names.index(name)
        assert abs(fits.sds.mean[0, i] - gold["hyper"][key][0]) < 0.05 * gold["hyper"][key][1]
        assert fits.sds.sd[0, i] == pytest.approx(gold["hyper"][key][1], rel=0.05)
    assert not fits.doubtful.any()


@pytest.mark.parametrize(
    ("name", "ranked"),
    [
        ("peer 0", True), ("peer 1", True), ("jtpa", False), ("pooled", False),
        ("thrombolytic8", True), ("smoking4", True),
    ],
)  # fmt: skip
def test_agrees_with_the_single_evaluation(reference: Reference, name: str, ranked: bool) -> None:
    if name.startswith("peer"):
        plan = parse_plan(GOLD)
        table = reference.table(f"peer/peer_bench_data_{name[-1]}.csv", ("n", "y"))
    elif name in ("jtpa", "pooled"):
        plan = parse_plan(JTPA if name == "jtpa" else JTPA_POOLED)
        table = reference.table("jtpa_women_sites.csv", ("n", "mean_Y", "sd_Y", "any_earnings"))
    else:
        om = reference.json(f"{name}.ref.json")["model"]["priors"]["om.scale"]
        plan = parse_plan(network("AtPA" if name == "thrombolytic8" else "A", om, 15 * om))
        table = reference.table(f"{name}.csv", ("responders", "sampleSize"))
    wanted, fits = evaluate(table, plan), fit_many(plan, [table])
    effects = {
        f"{e.term}: {e.level}" if e.level else e.term: e for e in (*wanted.fixed, *wanted.effects)
    }
    estimates = [*(effects[n] for n in fits.effects.names), *(c.link for c in wanted.contrasts)]
    sd = np.array([e.sd for e in estimates])

    def off(attribute: str, *found: np.ndarray) -> float:
        values = np.concatenate(found)
        return float(np.abs((values - [getattr(e, attribute) for e in estimates]) / sd).max())

    # A network is answered by draws: thrice what they are known to be off comes on top.
    told = wanted.diagnosis
    drawn = [3 * (each or 0.0) for each in (told.sd_error_mcse, told.limit_error_mcse)]
    spreads = np.concatenate([fits.effects.sd[0], fits.contrasts.sd[0]])
    assert off("mean", fits.effects.mean[0], fits.contrasts.mean[0]) < 0.05
    assert np.abs(spreads / sd - 1).max() < 0.03 + drawn[0]
    for percent, lower, upper in ((95, "lower", "upper"), (80, "lower80", "upper80")):
        for i, attribute in enumerate((lower, upper)):
            bands = (fits.effects.limits(percent)[i][0], fits.contrasts.limits(percent)[i][0])
            assert off(attribute, *bands) < 0.1 + drawn[1]
    for i, estimate in enumerate(wanted.sds):
        assert abs(fits.sds.mean[0, i] - estimate.mean) < 0.05 * estimate.sd
        assert fits.sds.sd[0, i] == pytest.approx(estimate.sd, rel=0.05)
    rankings = [] if wanted.ranks is None else [wanted.ranks]
    assert len(rankings) == ranked
    for ranks in rankings:  # both sides are made of draws: .01 each
        assert np.abs(fits.p_best[0] - ranks.p_best).max() < 0.02
        assert np.abs(fits.sucra[0] - ranks.sucra).max() < 0.01
        assert np.abs(fits.expected_regret[0] - ranks.expected_regret).max() < 0.005
    for i, contrast in enumerate(wanted.contrasts):
        assert contrast.probability is not None
        p = contrast.probability
        assert abs(fits.differences.mean[0, i] - p.mean) < 0.05 * p.sd
        assert fits.p_positive[0, i] == pytest.approx(contrast.p_positive, abs=0.01)


@needs_numba
@pytest.mark.parametrize("family", ["binomial, one cell a level", "binomial, slope", "normal"])
def test_compiled_conditionals_are_those_of_numpy(family: str) -> None:
    text = GOLD
    columns = {name: made(3).columns[name] for name in ("site", "model", "n", "y")}
    if family == "binomial, slope":
        text = GOLD.replace('name = "cell"', 'name = "slope"\nslope = "late"')
        text = text.replace('columns = ["site", "model"]', 'columns = ["site"]')
        columns["late"] = (np.arange(20) % 3).astype(float)
    if family == "normal":
        text = GOLD.replace("binomial", "normal").replace('successes = "y"', 'value = "y"')
        text = text.replace('trials = "n"', 'n = "n"\nsd = "sd"\nresidual_prior="half-normal(9)"')
        columns["sd"] = 2 + np.arange(20) % 4 * 0.3
    model = build_model(Table.from_columns(columns), parse_plan(text))
    p, groups, d = model.A.shape[1], model.n_groups, len(model.hypers)
    gx, gb = np.concatenate([np.eye(p), np.zeros((1, p))]), np.zeros((p + 1, groups))
    gb[-1, :2] = 1.0, -1.0
    theta = 0.4 * np.exp(0.5 * np.random.default_rng(1).standard_normal((12, d)))
    which, data = np.zeros(12, dtype=np.intp), {k: v[None] for k, v in model.data.items()}
    found = []
    for compiled in (True, False):
        solver = Solver(model.problem(), gx, gb, 5, compiled)
        into, rows = solver.room(12, d), np.arange(12)[::-1]
        solver.solve(data, which, theta, None, into, rows)
        found.append(into)
    fast, slow = found
    for name in ("log_z", "correction", "mean", "variance", "covariance", "third"):
        x, y = getattr(fast, name), getattr(slow, name)
        assert np.abs(x - y).max() < 3e-4 * (1 + np.abs(y).max()), name
    for name in ("gradient", "information"):
        x, y = getattr(fast, name), getattr(slow, name)
        assert np.abs(x - y).max() < 3e-3 * (1 + np.abs(y).max()), name


@needs_numba
def test_compiled_summaries_are_those_of_numpy() -> None:
    plan = parse_plan(GOLD.replace("[roles]", "mid = 0.1\n[roles]"))
    tables = [made(seed) for seed in range(3)]
    fast, slow = (fit_many(plan, tables, compiled=compiled) for compiled in (True, False))
    for bands in ("effects", "contrasts", "sds"):
        sd = getattr(slow, bands).sd
        assert np.abs((getattr(fast, bands).mean - getattr(slow, bands).mean) / sd).max() < 1e-3
        difference = getattr(fast, bands).quantiles - getattr(slow, bands).quantiles
        assert np.abs(difference / sd[:, :, None]).max() < 2e-3
    assert np.abs(fast.p_positive - slow.p_positive).max() < 1e-3
    # a draw on the edge may fall to either side
    assert np.abs(fast.rank_matrix - slow.rank_matrix).max() < 5e-3
    assert np.abs(fast.p_above_mid - slow.p_above_mid).max() < 5e-3
    assert np.abs(fast.expected_regret - slow.expected_regret).max() < 1e-3


def test_order_of_the_tables_does_not_matter() -> None:
    plan, tables = parse_plan(GOLD), [made(seed) for seed in range(70)]
    forward, backward = fit_many(plan, tables), fit_many(plan, tables[::-1])
    np.testing.assert_allclose(
        forward.contrasts.mean, backward.contrasts.mean[::-1], rtol=0, atol=1e-9
    )
    np.testing.assert_allclose(forward.p_best, backward.p_best[::-1], rtol=0, atol=1e-9)
    alone = fit_many(plan, tables[4:5])
    np.testing.assert_allclose(forward.sds.sd[4], alone.sds.sd[0], rtol=1e-9)


def test_the_number_of_workers_does_not_change_a_bit() -> None:
    plan, tables = parse_plan(GOLD), [made(seed) for seed in range(130)]
    before = threading.active_count()
    one, three = (fit_many(plan, tables, workers=w) for w in (1, 3))
    assert_same(one, three, exactly=True)
    assert threading.active_count() == before


def test_a_table_that_cannot_be_fitted_is_named_and_spoils_no_other() -> None:
    plan, good = parse_plan(GOLD), [made(seed) for seed in range(3)]
    wrong = {name: np.array(good[1].columns[name]) for name in good[1].columns}
    wrong["y"][2] = wrong["n"][2] + 1
    other = made(7, arms=3)
    tables = [good[0], Table.from_columns(wrong, source="typed.csv"), good[1], other, good[2]]
    fits = fit_many(plan, tables)
    assert set(fits.failures) == {1, 3}
    assert "typed.csv, row 3" in fits.failures[1]
    assert "other sites, arms or levels" in fits.failures[3]
    assert np.isnan(fits.contrasts.mean[[1, 3]]).all()
    assert np.isnan(fits.p_best[[1, 3]]).all()
    np.testing.assert_allclose(
        fits.contrasts.mean[[0, 2, 4]], fit_many(plan, good).contrasts.mean, rtol=0, atol=1e-9
    )


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_separated_and_constant_outcomes_have_a_proper_posterior(share: float) -> None:
    plan, table = parse_plan(GOLD), made(1)
    columns = {name: np.array(table.columns[name]) for name in table.columns}
    one_arm, everywhere = dict(columns), dict(columns)
    first = columns["model"] == "m0"
    one_arm["y"] = np.where(first, share * columns["n"], columns["y"])
    everywhere["y"] = share * columns["n"]
    fits = fit_many(plan, [Table.from_columns(one_arm), table, Table.from_columns(everywhere)])
    assert not fits.failures
    for bands in (fits.effects, fits.contrasts, fits.sds):
        assert np.isfinite(bands.mean).all()
        assert (bands.sd > 0).all()
    assert (np.diff(fits.contrasts.quantiles, axis=2) > 0).all()
    m0 = fits.effects.names.index("model: m0")
    assert np.sign(fits.effects.mean[0, m0]) == (1 if share else -1)


def test_ranks_are_probabilities() -> None:
    fits = fit_many(parse_plan(GOLD), [made(seed) for seed in range(5)])
    np.testing.assert_allclose(fits.rank_matrix.sum(axis=1), 1, atol=1e-12)
    np.testing.assert_allclose(fits.rank_matrix.sum(axis=2), 1, atol=1e-12)
    assert (fits.expected_regret > 0).all()
    np.testing.assert_allclose(fits.sucra.mean(axis=1), 0.5, atol=1e-12)


def test_lower_is_better_turns_the_ranks_round() -> None:
    table = made(2)
    higher = fit_many(parse_plan(GOLD), [table])
    lower = fit_many(parse_plan(GOLD.replace("[roles]", 'better = "lower"\n[roles]')), [table])
    np.testing.assert_allclose(higher.rank_matrix[0], lower.rank_matrix[0][:, ::-1], atol=1e-12)
    np.testing.assert_allclose(higher.contrasts.mean, lower.contrasts.mean)


def test_progress_counts_every_table() -> None:
    seen: list[tuple[int, int]] = []
    tables = [made(seed) for seed in range(70)]
    fit_many(parse_plan(GOLD), tables, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (70, 70)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_no_tables_and_only_bad_tables_are_refused() -> None:
    plan = parse_plan(GOLD)
    with pytest.raises(TableError, match="no tables"):
        fit_many(plan, [])
    with pytest.raises(TableError, match="no column “y”"):
        fit_many(plan, [Table.from_columns({"site": ["a"], "model": ["b"], "n": [1.0]})])


def test_a_cluster_by_its_address() -> None:
    distributed = pytest.importorskip(
        "distributed", reason="dask.distributed is not installed (ligzda[cluster])"
    )
    plan, tables = parse_plan(GOLD), [made(seed) for seed in range(70)]
    # Without its host it asks what this machine is called to the outside, which tests may not.
    with distributed.LocalCluster(
        protocol="tcp",
        host="127.0.0.1",
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        dashboard_address=None,
    ) as cluster:
        there = fit_many(plan, tables, scheduler=cluster.scheduler_address)
    assert_same(there, fit_many(plan, tables), exactly=False)


def test_without_dask_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(EvidenceError, match=r"ligzda\[cluster\]"):
        fit_many(parse_plan(GOLD), [made(1)], scheduler="tcp://127.0.0.1:8786")


def test_functionals_of_an_interaction_depend_on_participants() -> None:
    text = GOLD.replace(
        '[[terms]]\nname = "model"\nkind = "random"\ncolumns = ["model"]\nsd = "half-normal(1)"\n',
        '[[terms]]\nname = "model"\nkind = "fixed"\ncolumns = ["model"]\nprior = "normal(0, 1)"\n'
        '[[terms]]\nname = "model by late"\nkind = "fixed"\ncolumns = ["model", "late"]\n'
        'prior = "normal(0, 1)"\n',
    )
    tables = []
    for seed in (1, 2):
        columns = dict(made(seed).columns)
        columns["late"] = np.array(["no", "yes"])[np.arange(20) // 4 % 2]
        tables.append(Table.from_columns(columns))
    plan = parse_plan(text)
    assert Shape.of(build_model(tables[0], plan), effects=False).weighted
    fits = fit_many(plan, tables)
    for i, table in enumerate(tables):
        wanted = evaluate(table, plan)
        found = np.array([c.link.mean for c in wanted.contrasts])
        sd = np.array([c.link.sd for c in wanted.contrasts])
        assert np.abs((fits.contrasts.mean[i] - found) / sd).max() < 0.05
        regret = wanted.ranks.expected_regret if wanted.ranks else np.zeros(0)
        assert np.abs(fits.expected_regret[i] - regret).max() < 0.01


FACTORIAL = """
[outcome]
name = "in work"
family = "binomial"
successes = "y"
trials = "n"
better = "{better}"
mid = 0.05
[roles]
site = "site"
arm = "model"
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(-0.6, 1)"
[[terms]]
name = "A"
kind = "fixed"
columns = ["A"]
coding = "sum"
prior = "normal(0, 0.5)"
[[terms]]
name = "route"
kind = "fixed"
columns = ["B"]
coding = "reference"
prior = "normal(0, 0.5)"
[[terms]]
name = "model"
kind = "random"
columns = ["model"]
sd = "half-normal(0.2)"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal(0.5)"
[[contrasts]]
name = "host"
column = "A"
level = "+"
versus = "-"
[[contrasts]]
name = "the third against the first"
column = "model"
level = "M3"
versus = "M1"
mid = 0.02
[[contrasts]]
name = "route"
column = "B"
level = "slow"
versus = "quick"
"""


@pytest.mark.parametrize("compiled", [pytest.param(True, marks=needs_numba), False])
@pytest.mark.parametrize("better", ["higher", "lower"])
def test_contrasts_of_every_column_come_on_both_scales(compiled: bool, better: str) -> None:
    """Factors beside the arms that they describe, as in the protocol's own plan."""
    rng = np.random.default_rng(7)
    cells = [(site, a, b) for site in range(6) for a in "-+" for b in ("quick", "slow")]
    chosen = [cell for i, cell in enumerate(cells) if i % 3]
    n = rng.integers(20, 60, len(chosen))
    table = Table.from_columns(
        {
            "site": [f"s{site}" for site, _, _ in chosen],
            "A": [a for _, a, _ in chosen],
            "B": [b for _, _, b in chosen],
            "model": [f"M{1 + 2 * (b == 'slow') + (a == '+')}" for _, a, b in chosen],
            "n": n.astype(float),
            "y": rng.binomial(n, [0.3 + 0.15 * (a == "+") for _, a, _ in chosen]).astype(float),
        },
        source="a factorial experiment",
    )
    plan = parse_plan(FACTORIAL.format(better=better))
    wanted, fits = evaluate(table, plan), fit_many(plan, [table], compiled=compiled)
    assert wanted.diagnosis.good
    assert fits.differences.names == tuple(c.name for c in wanted.contrasts)
    for i, one in enumerate(wanted.contrasts):
        known = one.probability
        assert known is not None
        sd = known.sd
        assert abs(fits.differences.mean[0, i] - known.mean) < 0.05 * sd
        assert fits.differences.sd[0, i] == pytest.approx(sd, rel=0.04)
        for percent, names in ((95, ("lower", "upper")), (80, ("lower80", "upper80"))):
            for limit, name in zip(fits.differences.limits(percent), names, strict=True):
                assert abs(limit[0, i] - getattr(known, name)) < 0.1 * sd
        assert fits.p_above_mid[0, i] == pytest.approx(one.p_above_mid, abs=0.02)
