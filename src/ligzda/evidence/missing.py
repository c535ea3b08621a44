r"""Missing outcomes: who is missing, and what is known in spite of it.

Two analyses of the same table, which assume that outcomes are *missing at random* given arm, site
and covariates (MAR); :mod:`ligzda.evidence.tipping` says how far from that the truth would have to
be to change the conclusion.

**Complete cases.** Rows without an outcome are left out. Where only outcomes are missing, and the
plan's model holds what missingness depends on, the likelihood of the complete cases is the observed
data's (Little & Rubin 2019, ch. 6): nothing is lost or biased.

**Multiple imputation through the model.** With :math:`\theta^{(m)} \sim p(\theta \mid y_{obs})`
and :math:`y_{mis}^{(m)} \sim p(y \mid \theta^{(m)})` every completed table is refitted, and

.. math:: p(\psi \mid y_{obs}) = \int p(\psi \mid y_{obs}, y_{mis})\, p(y_{mis} \mid y_{obs})\,
   dy_{mis} \approx \frac1M \sum_m p(\psi \mid y_{obs}, y_{mis}^{(m)})

(Rubin 1987, ch. 3). The posteriors are *mixed* with equal weights, which a fully Bayesian analysis
asks for and which needs no normality (Gelman et al. 2013, ch. 18; Zhou & Reiter 2010), rather than
summarised by Rubin's rules. Mean and variance of the mixture are Rubin's: the mean of the means,
and :math:`W + B`, within plus between; the Monte Carlo error of the finite M,
:math:`\sqrt{B/M}`, which Rubin's :math:`(1 + 1/M)B` adds to the variance, is reported beside it.

A missing participant of arm a may be taken to differ from those seen: the linear predictor is
:math:`\eta + \delta_a`, on the link scale (log odds for a binomial outcome; Carpenter & Kenward
2013, ch. 10).

Carpenter, J. R. & Kenward, M. G. (2013) *Multiple Imputation and its Application*, Wiley. Gelman,
A. et al. (2013) *Bayesian Data Analysis*, 3rd ed. Little, R. J. A. & Rubin, D. B. (2019)
*Statistical Analysis with Missing Data*, 3rd ed. Rubin, D. B. (1987) *Multiple Imputation for
Nonresponse in Surveys*, Wiley. Zhou, X. & Reiter, J. P. (2010) *The American Statistician*
64:159–163.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ligzda.evidence.batch import Bands, fit_many
from ligzda.evidence.completeness import complete_cases, count_missing, missing_rows
from ligzda.evidence.diagnosis import fit_model
from ligzda.evidence.errors import InferenceError, PlanError, nearest
from ligzda.evidence.families import family_of
from ligzda.evidence.faults import Fault
from ligzda.evidence.gaussian import normal_cdf, normal_quantile
from ligzda.evidence.missing_plan import IMPUTATIONS
from ligzda.evidence.model import build_model
from ligzda.evidence.plan import Plan
from ligzda.evidence.posterior import PROBABILITIES, make_estimate
from ligzda.evidence.predictive import draw_outcome, outcome_column, row_predictor, rows_of
from ligzda.evidence.results import Estimate, MissingCount, plain
from ligzda.evidence.tables import Floats, Mask, Table, natural_levels

__all__ = [
    "Imputed", "MissingCount", "PooledContrast", "complete_cases", "count_missing",
    "evaluate_imputed", "impute",
]  # fmt: skip

_BATCH = np.array([0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975])


@dataclass(frozen=True)
class PooledContrast:
    """A contrast after multiple imputation.

    ``link`` and ``probability`` as in :class:`ligzda.evidence.Contrast`; ``mcse`` is the Monte
    Carlo error of ``link.mean`` that more imputations would take away; ``information_missing`` is
    Rubin's share of the variance that comes from not knowing the missing outcomes, B / (W + B).
    """

    name: str
    link: Estimate
    probability: Estimate | None
    p_positive: float
    mid: float | None
    p_above_mid: float | None
    mcse: float
    information_missing: float


@dataclass(frozen=True)
class Imputed:
    """What multiple imputation says; ``shifts`` are the δ by arm, empty under MAR."""

    missing: tuple[MissingCount, ...]
    imputations: int
    shifts: tuple[tuple[str, float], ...]
    contrasts: tuple[PooledContrast, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain JSON values."""
        result = plain(self)
        assert isinstance(result, dict)
        return result


def impute(
    table: Table,
    plan: Plan,
    *,
    imputations: int = IMPUTATIONS,
    seed: int = 1,
    shifts: Mapping[str, float] | None = None,
) -> tuple[Table, ...]:
    """Return tables whose missing outcomes are drawn from the posterior predictive distribution.

    ``shifts`` are added to the linear predictor of missing participants, by arm. Runs with the same
    seed use the same random numbers, so that two shifts differ by the shift. Without anything
    missing the result is the table itself, once.
    """
    return Imputer.of(table, plan, imputations, seed).tables(shifts or {})


def evaluate_imputed(
    table: Table,
    plan: Plan,
    *,
    imputations: int = IMPUTATIONS,
    seed: int = 1,
    shifts: Mapping[str, float] | None = None,
) -> Imputed:
    """Evaluate the plan's contrasts by multiple imputation through the model itself.

    ``shifts`` by arm (link scale) say how the missing differ from those seen; without them the
    missing are like those seen with the same arm, site and covariates (MAR). Deterministic in all
    arguments. Raises :class:`PlanError` for a family without imputation (survival), unknown arms
    or no contrasts, :class:`TableError` as :func:`complete_cases` does.
    """
    return pool(Imputer.of(table, plan, imputations, seed), shifts or {})


@dataclass(frozen=True, eq=False)
class Imputer:
    """A table met with what its complete cases say about the missing: ``eta`` (M, missing rows)."""

    table: Table
    plan: Plan
    absent: Mask
    eta: Floats
    parameters: tuple[dict[str, float], ...]
    levels: tuple[str, ...]
    seed: int

    @classmethod
    def of(cls, table: Table, plan: Plan, imputations: int, seed: int) -> Imputer:
        """Fit the complete cases and draw what decides the missing outcomes."""
        if imputations < 2:
            raise PlanError("imputations", Fault.TOO_FEW_IMPUTATIONS.of(imputations=imputations))
        absent = missing_rows(table, plan)
        seen = complete_cases(table, plan)
        rows = np.flatnonzero(absent)
        arm = plan.roles.arm
        levels = plan.roles.arms or (natural_levels(table.labels(arm)) if arm else ())
        if not len(rows):
            return cls(table, plan, absent, np.zeros((1, 0)), ({},), levels, seed)
        posterior = fit_model(build_model(seen, plan), seed)[0]
        rng = np.random.default_rng([seed, 1])
        draws = posterior.draws(imputations, rng)
        frame = rows_of(table, plan).take(rows)
        eta = row_predictor(posterior.model, frame, draws, rng)
        names = [(j, h.name) for j, h in enumerate(posterior.model.hypers) if not h.is_sd]
        parameters = tuple({name: float(theta[j]) for j, name in names} for theta in draws.theta)
        return cls(table, plan, absent, eta, parameters, levels, seed)

    def tables(self, shifts: Mapping[str, float]) -> tuple[Table, ...]:
        """Return the completed tables for shifts by arm."""
        for arm in shifts:
            if arm not in self.levels:
                raise PlanError(
                    "shifts", Fault.NO_SUCH_ARM.of(arm=arm, choice=nearest(arm, self.levels))
                )
            if not np.isfinite(shifts[arm]):
                raise PlanError("shifts", Fault.SHIFT_NOT_FINITE.of(arm=arm))
        if not self.absent.any():
            return (self.table,)
        delta = np.zeros(self.eta.shape[1])
        if shifts and self.plan.roles.arm is not None:
            labels = self.table.labels(self.plan.roles.arm)[self.absent]
            delta = np.array([shifts.get(str(label), 0.0) for label in labels])
        others = {c: v[self.absent] for c, v in self.table.columns.items()}
        name = outcome_column(self.plan.outcome)
        result = []
        for m, eta in enumerate(self.eta):
            rng = np.random.default_rng([self.seed, 2, m])
            drawn = draw_outcome(self.plan.outcome, others, eta + delta, self.parameters[m], rng)
            columns = dict(self.table.columns)
            for column, values in drawn.items():
                filled = columns[column]
                if values.dtype.kind != "f" and filled.dtype.kind == "f":  # categories 1, 2, 3
                    filled = np.array([f"{v:.12g}" for v in filled])
                elif values.dtype.kind == "f" and filled.dtype.kind != "f":
                    filled = np.array([float(v) if v else np.nan for v in filled])
                filled = filled.astype(np.result_type(filled, values))
                filled[self.absent] = values
                columns[column] = filled
            source = f"{self.table.source}, {name} imputed {m + 1}"
            result.append(Table.from_columns(columns, source=source, rows=self.table.rows))
        return tuple(result)

    def level_of(self, contrast: int) -> str:
        """Return the arm that a contrast looks at."""
        if self.plan.contrasts:
            return self.plan.contrasts[contrast].level
        control = self.plan.roles.control or self.levels[0]
        return [level for level in self.levels if level != control][contrast]


def pool(imputer: Imputer, shifts: Mapping[str, float]) -> Imputed:
    """Refit the completed tables and mix their posteriors."""
    plan, tables = imputer.plan, imputer.tables(shifts)
    fits = fit_many(plan, tables, effects=False)
    if fits.failures:
        first, reason = next(iter(fits.failures.items()))
        raise InferenceError(Fault.NO_POSTERIOR.of(source=tables[first].source, detail=reason))
    if not fits.contrasts.names:
        raise PlanError("contrasts", Fault.NOTHING_COMPARED)
    column = plan.contrasts[0].column if plan.contrasts else (plan.roles.arm or "")
    link = _mixed(fits.contrasts, column, plan.outcome.link)
    means: list[Estimate] | None = None
    if plan.outcome.link != "identity" and fits.differences.names == fits.contrasts.names:
        means = _mixed(fits.differences, column, family_of(plan.outcome).mean_scale)
    between = _between(fits.contrasts.mean)
    within = (fits.contrasts.sd**2).mean(axis=0)
    mids = [c.mid for c in plan.contrasts] or [plan.mid] * len(link)
    pooled = []
    for c, name in enumerate(fits.contrasts.names):
        above = float(fits.p_above_mid[:, c].mean())
        pooled.append(
            PooledContrast(
                name, link[c], means[c] if means else None, float(fits.p_positive[:, c].mean()),
                mids[c], above if mids[c] is not None and np.isfinite(above) else None,
                float(np.sqrt(between[c] / len(tables))),
                float(between[c] / (within[c] + between[c])),
            )
        )  # fmt: skip
    return Imputed(
        count_missing(imputer.table, plan), len(tables),
        tuple(sorted((arm, float(value)) for arm, value in shifts.items())), tuple(pooled),
    )  # fmt: skip


def _between(means: Floats) -> Any:
    """Return Rubin's B: the variance of the means between imputations."""
    return means.var(axis=0, ddof=1) if len(means) > 1 else np.zeros_like(means[0])


def _mixed(bands: Bands, column: str, scale: str) -> list[Estimate]:
    """Return the mixture of the tables' posteriors, for each contrast.

    Each posterior is taken from its seven quantiles: the normal score of its distribution function
    is linear between them and beyond the last, which is exact for a normal.
    """
    wanted, score = PROBABILITIES, normal_quantile(_BATCH)
    result = []
    for c, name in enumerate(bands.names):
        at, mean, sd = bands.quantiles[:, c], bands.mean[:, c], bands.sd[:, c]
        variance = float((sd**2).mean() + _between(mean))
        if len(at) == 1:
            keep = [0, 1, 3, 5, 6]
            estimate = make_estimate(column, name, scale, float(mean[0]), float(sd[0]), at[0, keep])
            result.append(estimate)
            continue
        grid = np.linspace((mean - 6 * sd).min(), (mean + 6 * sd).max(), 2001)
        total = np.zeros_like(grid)
        for q in at:
            q = np.maximum.accumulate(q + 1e-12 * np.arange(len(q)) * (q[-1] - q[0] + 1e-300))
            z = np.interp(grid, q, score)
            low, high = grid < q[0], grid > q[-1]
            z[low] = score[0] + (grid[low] - q[0]) * (score[1] - score[0]) / (q[1] - q[0])
            z[high] = score[-1] + (grid[high] - q[-1]) * (score[-1] - score[-2]) / (q[-1] - q[-2])
            total += normal_cdf(z)
        limits = np.interp(wanted, total / len(at), grid)
        result.append(
            make_estimate(column, name, scale, float(mean.mean()), float(variance**0.5), limits)
        )
    return result
