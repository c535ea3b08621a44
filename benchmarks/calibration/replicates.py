"""Replicates: truth from the priors, data from the truth, the truth among the quantiles.

Everything that a replicate gives is *where* the true values lie among the posterior's quantiles, as
the number of quantiles below them. Of that ranks, intervals and ECDFs are made alike.
"""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np
from benchmarks.calibration.worlds import World, worlds

from ligzda.evidence import Draws, Table
from ligzda.evidence.batch import fit_many
from ligzda.evidence.batch.shape import Shape
from ligzda.evidence.contrasts import arm_levels, good_sign, planned_contrasts, standardise
from ligzda.evidence.evaluate import fit
from ligzda.evidence.families import family_of
from ligzda.evidence.functionals import Functionals, levels_of, predictor
from ligzda.evidence.model import Model, build_model
from ligzda.evidence.predictive import draw_outcome, outcome_column, rows_of
from ligzda.evidence.priors import PositivePrior
from ligzda.evidence.ranks import rank_matrix

BATCH_LEVELS = np.array([0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975])
FINE_LEVELS = np.sort(np.concatenate([np.arange(1, 20) / 20, [0.025, 0.975]]))
DRAWS = 1999


@dataclass(frozen=True, eq=False)
class Ranks:
    """Results of R replicates of a world.

    ``places`` (R, q): how many of the posterior's quantiles at ``levels`` lie below the truth;
    ``kinds`` (q,) say what a quantity is (SD, effect, contrast, difference of means, likelihood).
    ``p_best`` (R, arms) and ``best`` (R,) the arm that is truly best. ``failed`` and ``doubtful``
    count tables that were refused, and fits that call themselves doubtful (they stay in).
    """

    world: str
    engine: str
    levels: np.ndarray
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    places: np.ndarray
    p_best: np.ndarray
    best: np.ndarray
    failed: int
    doubtful: int
    seconds: float


@dataclass(frozen=True, eq=False)
class Drawn:
    """Truths and the tables that they gave."""

    model: Model
    truth: Draws
    tables: list[Table]


def draw_positive(prior: PositivePrior, n: int, rng: np.random.Generator) -> np.ndarray:
    """Draw from a positive prior."""
    a = prior.arguments
    match prior.form:
        case "half-normal":
            return a[0] * np.abs(rng.standard_normal(n))
        case "half-cauchy":
            return a[0] * np.abs(rng.standard_cauchy(n))
        case "uniform":
            return rng.uniform(a[0], a[1], n)
        case "exponential":
            return rng.exponential(1 / a[0], n)
        case "pc":
            return rng.exponential(prior.scale, n)
        case "log-normal":
            return np.exp(a[0] + a[1] * rng.standard_normal(n))
        case _:
            return rng.gamma(a[0], 1 / a[1], n) ** -0.5


def draw_world(world: World, n: int, rng: np.random.Generator) -> Drawn:
    """Draw n truths from the plan's priors, and a table from each."""
    plan = world.plan
    family = family_of(plan.outcome)
    blank = _blank(world)
    model = build_model(blank, plan)
    hypers = [draw_positive(hyper.prior, n, rng) for hyper in model.hypers]
    theta = np.stack(hypers, axis=1) if hypers else np.zeros((n, 0))
    sd = np.where(model.owner >= 0, 0.0, model.multiplier) + np.zeros((n, 1))
    owned = model.owner >= 0
    sd[:, owned] = theta[:, model.owner[owned]] * model.multiplier[owned]
    x = model.prior_mean + sd * rng.standard_normal(sd.shape)
    b = np.zeros((n, model.n_groups))
    if model.eliminated is not None:
        size = theta[:, [model.group_owner]] * model.group_multiplier
        b = size * rng.standard_normal(b.shape)
    truth = Draws(theta, x, b)
    spread = family.split(blank, plan.outcome)
    f = predictor(model, rows_of(spread, plan))
    eta = x @ f.x.T + b @ f.b.T
    names = [hyper.name for hyper in model.hypers]
    tables = []
    for i in range(n):
        parameters = dict(zip(names, theta[i], strict=True))
        if family.splits:
            drawn = _draw_survival(world, eta[i].reshape(world.rows, -1), rng)
        else:
            drawn = draw_outcome(plan.outcome, world.columns, eta[i], parameters, rng)
        tables.append(Table.from_columns({**world.columns, **drawn}, source=f"replicate {i}"))
    return Drawn(model, truth, tables)


def _blank(world: World) -> Table:
    """Return the table with an outcome that any family takes."""
    outcome, rows = world.plan.outcome, world.rows
    family = family_of(outcome)
    if family.splits:
        made = {
            outcome.columns["time"]: np.full(rows, world.follow_up),
            outcome.columns["event"]: np.zeros(rows),
        }
    elif family.outcome_part in family.labels:
        made = {outcome_column(outcome): np.resize(outcome.categories, rows)}
    else:
        # an amount needs to be above 0; everything else may be 0 and 1
        made = {outcome_column(outcome): np.arange(rows) % 2.0 + ("variation" in family.parameters)}
        if "sd" in outcome.columns:
            made[outcome.columns["sd"]] = np.ones(rows)
    return Table.from_columns({**world.columns, **made})


def _draw_survival(
    world: World, eta: np.ndarray, rng: np.random.Generator
) -> dict[str, np.ndarray]:
    """Invert the cumulative hazard; ``eta`` is (participants, intervals)."""
    outcome = world.plan.outcome
    starts = np.array([0.0, *outcome.breaks])
    widths = np.diff(np.append(starts, world.follow_up))
    hazard = np.exp(eta)
    total = np.cumsum(hazard * widths, axis=1)
    target = rng.exponential(size=len(eta))
    k = (total < target[:, None]).sum(axis=1)
    event = k < len(starts)
    k = np.minimum(k, len(starts) - 1)
    row = np.arange(len(eta))
    before = np.where(k > 0, total[row, k - 1], 0.0)
    time_ = np.where(event, starts[k] + (target - before) / hazard[row, k], world.follow_up)
    return {
        outcome.columns["time"]: np.maximum(time_, 1e-9),
        outcome.columns["event"]: event.astype(np.float64),
    }


def _true_differences(drawn: Drawn) -> np.ndarray | None:
    """Return true differences of standardised means; None where the population is random."""
    model = drawn.model
    if model.plan.outcome.link == "identity" or model.family.splits:
        return None
    wanted = planned_contrasts(model)
    means = standardise(
        model, drawn.truth, wanted[0].column, arm_levels(model), model.units.astype(np.float64)
    )
    return np.stack([means.difference(c.level, c.versus) for c in wanted], axis=1)


def _best(drawn: Drawn) -> np.ndarray:
    model = drawn.model
    weights = model.units.astype(np.float64)
    arms = list(arm_levels(model))
    column = model.plan.roles.arm
    assert column is not None
    effects = drawn.truth.functional(levels_of(model, column, arms, weights))
    best: np.ndarray = (good_sign(model.plan) * effects).argmax(axis=1)
    return best


def run_batch(world: World, n: int, rng: np.random.Generator, widen: float = 1.0) -> Ranks:
    """Run n replicates through :func:`fit_many`.

    ``widen`` multiplies every distance of a quantile from its median: a wrong posterior, for the
    test that a wrong posterior is seen.
    """
    start = time.perf_counter()
    drawn = draw_world(world, n, rng)
    fits = fit_many(world.plan, drawn.tables, workers=1)
    shape = Shape.of(drawn.model, effects=True)
    gb = shape.gb if shape.gb.shape[1] else np.zeros((len(shape.gx), drawn.model.n_groups))
    linear = drawn.truth.x @ shape.gx.T + drawn.truth.b @ gb.T
    values = [drawn.truth.theta, linear[:, shape.joint :]]
    bands = [fits.sds, fits.effects, fits.contrasts]
    kinds = ["SD or parameter", "effect", "contrast"]
    differences = _true_differences(drawn)
    if differences is not None and len(fits.differences.names) == differences.shape[1]:
        values.append(differences)
        bands.append(fits.differences)
        kinds.append("difference of means")
    quantiles = np.concatenate([band.quantiles for band in bands], axis=1)
    middle = quantiles[:, :, 3:4]
    quantiles = middle + widen * (quantiles - middle)
    good = np.ones(n, dtype=bool)
    good[list(fits.failures)] = False
    truth = np.concatenate(values, axis=1)
    return Ranks(
        world.name, "fit_many", BATCH_LEVELS,
        tuple(name for band in bands for name in band.names),
        tuple(kind for kind, band in zip(kinds, bands, strict=True) for _ in band.names),
        (quantiles < truth[:, :, None]).sum(axis=2)[good],
        fits.p_best[good], _best(drawn)[good],
        len(fits.failures), int(fits.doubtful[good].sum()), time.perf_counter() - start,
    )  # fmt: skip


def run_evaluate(world: World, n: int, rng: np.random.Generator) -> Ranks:
    """Run n replicates through the posterior that :func:`evaluate` reports from.

    Beside parameters the likelihood of the data is asked for, which depends on parameters and data
    both and so sees errors that no parameter alone does (Modrák et al. 2023, §3).
    """
    start = time.perf_counter()
    drawn = draw_world(world, n, rng)
    model, truth = drawn.model, drawn.truth
    shape = Shape.of(model, effects=True)
    gb = shape.gb if shape.gb.shape[1] else np.zeros((len(shape.gx), model.n_groups))
    rows = slice(shape.joint, None)
    f = Functionals(shape.gx[rows], gb[rows], np.zeros((len(shape.gx[rows]), len(model.hypers))))
    linear = truth.functional(f)
    arms, column = list(arm_levels(model)), model.plan.roles.arm
    assert column is not None
    panel = levels_of(model, column, arms, model.units.astype(np.float64))
    places, p_best = [], []
    for i, table in enumerate(drawn.tables):
        posterior = fit(table, world.plan, seed=i + 1)
        draws = posterior.draws(DRAWS, rng)
        hyper = [
            np.interp(value, m.sigma, np.cumsum(m.mass) - 0.5 * m.mass)
            for value, m in zip(truth.theta[i], posterior.hyper.marginals, strict=True)
        ]
        effects = posterior.marginals(f).cdf(linear[i][:, None])[:, 0]
        own = Draws(truth.theta[[i]], truth.x[[i]], truth.b[[i]])
        at_truth = _log_likelihood(posterior.model, own)[0]
        below = (_log_likelihood(posterior.model, draws) < at_truth).sum() + rng.random()
        u = np.concatenate([hyper, effects, [below / (DRAWS + 1)]])
        places.append((u[:, None] > FINE_LEVELS).sum(axis=1))
        ranks = rank_matrix(good_sign(world.plan) * draws.functional(panel))
        p_best.append(ranks[:, 0])
    effect_names = [f"{term}: {level}" if level else term for term, level in shape.effects]
    contrast_names = [c.name for c in shape.contrasts]
    names = [h.name for h in model.hypers] + effect_names + contrast_names + ["log-likelihood"]
    kinds = ["SD or parameter"] * len(model.hypers) + ["effect"] * len(effect_names)
    kinds += ["contrast"] * len(contrast_names) + ["likelihood"]
    return Ranks(
        world.name, "evaluate", FINE_LEVELS, tuple(names), tuple(kinds), np.array(places),
        np.array(p_best), _best(drawn), 0, 0, time.perf_counter() - start,
    )  # fmt: skip


def _log_likelihood(model: Model, draws: Draws) -> np.ndarray:
    f = predictor(model, model.frame)
    eta = draws.x @ f.x.T + draws.b @ f.b.T
    parameters = {
        hyper.name: draws.theta[:, [j]] for j, hyper in enumerate(model.hypers) if not hyper.is_sd
    }
    level: np.ndarray = model.family.pointwise(eta, model.data, parameters, 0, 0)[0]
    total: np.ndarray = np.broadcast_to(level, eta.shape).sum(axis=1)
    return total


def _chunk(name: str, engine: str, n: int, seed: tuple[int, ...]) -> Ranks:
    world = next(world for world in worlds() if world.name == name)
    rng = np.random.default_rng(seed)
    return (run_batch if engine == "fit_many" else run_evaluate)(world, n, rng)


def run(
    jobs: list[tuple[str, str, int]], *, seed: int, processes: int = 2, chunk: int = 128
) -> list[Ranks]:
    """Run jobs (world, engine, replicates) in processes; the seed fixes every replicate."""
    order = [world.name for world in worlds()]
    found: list[Ranks] = []
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        futures = []
        for name, engine, total in jobs:
            size = chunk if engine == "fit_many" else 32
            parts = [
                pool.submit(
                    _chunk, name, engine, min(size, total - low),
                    (seed, order.index(name), engine == "evaluate", low),
                )
                for low in range(0, total, size)
            ]  # fmt: skip
            futures.append(parts)
        for job, parts in zip(jobs, futures, strict=True):
            joined = join([part.result() for part in parts])
            print(
                f"{job[0]} {job[1]}: {len(joined.places)} replicates, {joined.seconds:.0f} s of "
                f"one core, {joined.failed} refused, {joined.doubtful} doubtful", flush=True,
            )  # fmt: skip
            found.append(joined)
    return found


def join(parts: list[Ranks]) -> Ranks:
    """Put the replicates of one world behind each other."""
    first = parts[0]
    return Ranks(
        first.world, first.engine, first.levels, first.names, first.kinds,
        np.concatenate([part.places for part in parts]),
        np.concatenate([part.p_best for part in parts]),
        np.concatenate([part.best for part in parts]),
        sum(part.failed for part in parts), sum(part.doubtful for part in parts),
        sum(part.seconds for part in parts),
    )  # fmt: skip
