"""Thousands of full Bayesian refits of one plan: tables to chunks, chunks to answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from ligzda.evidence.batch.conditionals import Solver, has_compiler
from ligzda.evidence.batch.designs import sort_by_design
from ligzda.evidence.batch.executors import run
from ligzda.evidence.batch.results import Arrays, FitMany
from ligzda.evidence.batch.shape import Shape
from ligzda.evidence.batch.summary import PROBABILITIES, Marginals, marginals, rank
from ligzda.evidence.batch.surface import Integrated, integrate
from ligzda.evidence.errors import EvidenceError, PlanError, TableError
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import Plan, RandomTerm
from ligzda.evidence.tables import Floats, Ints, Table

CHUNK = 64
_LARGE_CELLS = 600  # designs with more cells are fitted one table at a time
# beyond these an answer counts as doubtful; see FitMany
MISFIT, EDGE, NEGATIVE, SKEW = 0.6, 0.02, 0.15, 0.9

Progress = Callable[[int, int], None]


def fit_many(
    plan: Plan,
    tables: Iterable[Table],
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    effects: bool = True,
    compiled: bool | None = None,
    scheduler: str | None = None,
) -> FitMany:
    """Fit one plan to many tables with the same sites, arms and covariate levels.

    The approximation is that of :func:`ligzda.evidence.evaluate` with the hyperparameters
    integrated on a smaller design (:mod:`ligzda.evidence.batch.surface`): means agree within .05
    posterior SD, SDs within 3 %. The answer for a table does not depend on the other tables, on
    their order, or on ``workers`` (threads; the default is the number of usable cores).

    ``progress(done, total)`` is called after every chunk of tables. Without ``effects`` only
    contrasts, SDs and ranks are made. ``compiled`` chooses between compiled code and NumPy (None:
    compiled where Numba is installed). ``scheduler`` is the address of a dask.distributed
    scheduler (``tcp://host:8786``; ``pip install ligzda[cluster]``).

    Raises :class:`PlanError` where the plan does not fit any table, and :class:`TableError` where
    there is no table; one bad table among many is named in ``failures`` instead.
    """
    tables = list(tables)
    if not tables:
        raise TableError(Fault.NO_TABLES)
    groups, failures = sort_by_design(plan, tables, effects)
    jobs = []
    for shape, rows, data in groups:
        for low in range(0, len(rows), chunk_size(shape)):
            part = slice(low, low + chunk_size(shape))
            jobs.append((shape, rows[part], {k: v[part] for k, v in data.items()}))
    return fit_arrays(
        plan, jobs, len(tables), failures, workers=workers, progress=progress,
        compiled=compiled, scheduler=scheduler,
    )  # fmt: skip


Job = tuple[Shape, Ints, dict[str, Floats]]


def chunk_size(shape: Shape) -> int:
    """Return how many tables are fitted together."""
    return CHUNK if len(shape.model.A) <= _LARGE_CELLS else 1


def fit_arrays(
    plan: Plan,
    jobs: Sequence[Job],
    total: int,
    failures: dict[int, str],
    *,
    workers: int | None,
    progress: Progress | None,
    compiled: bool | None,
    scheduler: str | None,
) -> FitMany:
    """Fit chunks of tables given as arrays and put them together."""
    for i, term in enumerate(plan.terms, 1):
        if isinstance(term, RandomTerm) and term.df is not None:
            said = Fault.STUDENT_IN_BATCH.of(name=term.name)
            raise PlanError(f"terms[{i}].effects", said, plan=plan.name)
    use = has_compiler() if compiled is None else compiled
    shape = jobs[0][0]
    out = Arrays.empty(shape, total)
    done = len(failures)
    for job, result in run(fit_chunk, jobs, use, workers, scheduler):
        rows = job[1]
        arrays, bad = result
        for name, values in arrays.items():
            getattr(out, name)[rows] = values
        for i, message in bad.items():
            failures[int(rows[i])] = message
        done += len(rows)
        if progress is not None:
            progress(done, total)
    return out.to_fit(plan, shape, failures)


def fit_chunk(
    shape: Shape, data: dict[str, Floats], compiled: bool
) -> tuple[dict[str, Floats], dict[int, str]]:
    """Fit the tables of a chunk; where that fails, each alone, so that none spoils another."""
    tables = len(next(iter(data.values())))
    try:
        with np.errstate(all="ignore"):
            arrays = _fit(shape, data, compiled)
    except (np.linalg.LinAlgError, FloatingPointError, EvidenceError) as error:
        if tables == 1:
            return {}, {0: f"the posterior could not be computed ({error})."}
        parts = [
            fit_chunk(shape, {k: v[[i]] for k, v in data.items()}, compiled) for i in range(tables)
        ]
        good = next((part for part, bad in parts if not bad), {})
        blank = {k: np.full_like(v, np.nan, dtype=np.float64) for k, v in good.items()}
        joined = {k: np.concatenate([part.get(k, blank[k]) for part, _ in parts]) for k in good}
        return joined, {i: bad[0] for i, (_, bad) in enumerate(parts) if bad}
    finite = np.ones(tables, dtype=bool)
    for name in ("mean", "sd", "hyper_mean", "hyper_sd", "arm_means", "difference_sd"):
        finite &= np.isfinite(arrays.get(name, np.zeros((tables, 1)))).all(axis=1)
    problem = "the posterior of {} could not be computed to a finite number."
    terms = ", ".join(hyper.name for hyper in shape.model.hypers) or "the coefficients"
    return arrays, {int(i): problem.format(terms) for i in np.flatnonzero(~finite)}


def _fit(shape: Shape, data: dict[str, Floats], compiled: bool) -> dict[str, Floats]:
    model, joint = shape.model, shape.joint
    solver = Solver(model.problem(), shape.gx, shape.gb, joint, compiled)
    found: Integrated = integrate(solver, model.hypers, data, PROBABILITIES)
    tables, points = found.weights.shape
    m = found.moments
    q = len(shape.gx)
    mean = m.mean.reshape(tables, points, q) + shape.shift
    variance = np.maximum(m.variance.reshape(tables, points, q), 1e-200)
    third = m.third.reshape(tables, points, q)
    rest = slice(joint, q)
    summary = marginals(
        found.weights, mean[:, :, rest], variance[:, :, rest], third[:, :, rest],
        _thresholds(shape, q - joint), solver.compiled,
    )  # fmt: skip
    skew = np.abs(third[:, :, rest]) / (variance[:, :, rest] * np.sqrt(variance[:, :, rest]))
    ended = (m.converged != 0).reshape(tables, points).all(axis=1)
    negative = -np.minimum(found.weights, 0).sum(axis=1)
    skewness = np.abs(found.weights[:, :, None] * skew).sum(axis=1).max(axis=1, initial=0.0)
    arrays = {
        "mean": summary.mean,
        "sd": summary.sd,
        "quantiles": summary.quantiles,
        "below": summary.below,
        "hyper_mean": found.hyper_mean,
        "hyper_sd": found.hyper_sd,
        "hyper_quantiles": found.hyper_quantiles,
        "misfit": found.misfit,
        "edge_mass": found.edge_mass,
        "negative_weight": negative,
        "skewness": skewness,
        "correction": found.correction.reshape(tables),
        "doubtful": (
            ~(ended & found.centred)
            | (found.misfit > MISFIT)
            | (found.edge_mass > EDGE)
            | (negative > NEGATIVE)
            | (skewness > SKEW)
        ).astype(np.float64),
    }
    arrays |= _means(shape, data, found, summary, mean, third, solver)
    return arrays


def _means(
    shape: Shape,
    data: dict[str, Floats],
    found: Integrated,
    summary: Marginals,
    mean: Floats,
    third: Floats,
    solver: Solver,
) -> dict[str, Floats]:
    """Rank the arms, and describe every contrast as a difference of population means."""
    model, joint = shape.model, shape.joint
    tables, points = found.weights.shape
    covariance = found.moments.covariance.reshape(tables, points, joint, joint)
    units = np.broadcast_to(model.family.units(data), (tables, len(model.A)))
    many = len(shape.contrasts)
    arrays = {
        "difference_mean": np.full((tables, many), np.nan),
        "difference_sd": np.full((tables, many), np.nan),
        "difference_quantiles": np.full((tables, many, len(PROBABILITIES)), np.nan),
        "above": np.full((tables, many), np.nan),
    }
    for panel in shape.panels:
        own = list(panel.own)
        at = [len(shape.effects) + i for i in own]
        exact = np.concatenate(
            [summary.mean[:, at, None], summary.sd[:, at, None], summary.quantiles[:, at]], axis=2
        )
        of = panel.functionals
        ranking = rank(
            panel, found.weights, found.theta, mean[:, :, of], covariance[:, :, of, of],
            third[:, :, of], panel.share(units), exact, model.family,
            dict(model.problem().parameters), solver.compiled,
        )  # fmt: skip
        arrays["difference_mean"][:, own] = ranking.mean
        arrays["difference_sd"][:, own] = ranking.sd
        arrays["difference_quantiles"][:, own] = ranking.quantiles
        arrays["above"][:, own] = ranking.above
        if panel is shape.panel:
            arrays |= {
                "rank_matrix": ranking.matrix,
                "expected_regret": ranking.regret,
                "arm_means": ranking.level,
            }
    return arrays


def _thresholds(shape: Shape, q: int) -> Floats:
    """0 for everything, and the MID on the contrasts' own scale (for the identity link)."""
    thresholds = np.zeros((q, 2))
    contrasts = shape.contrasts
    sign = shape.panel.sign if shape.panel else 1.0
    mids = [sign * c.mid if c.mid is not None else 0.0 for c in contrasts]
    if contrasts:
        thresholds[-len(contrasts) :, 1] = mids
    return thresholds
