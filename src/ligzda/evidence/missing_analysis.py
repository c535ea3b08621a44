"""What a plan asks of missing outcomes, carried out: imputation, scenarios, tipping point."""

from __future__ import annotations

from dataclasses import dataclass

from ligzda.evidence.missing import Imputed, Imputer, pool
from ligzda.evidence.missing_plan import MissingPlan
from ligzda.evidence.plan import Plan
from ligzda.evidence.tables import Table
from ligzda.evidence.tipping import Tipping, tipping_of


@dataclass(frozen=True)
class MissingAnalysis:
    """The answers under other assumptions about the missing than that nobody is.

    ``at_random`` imputes them as those seen with the same arm, site and covariates (MAR),
    ``shifted`` by each of the plan's scenarios, in its order; all rest on the same random numbers.
    """

    at_random: Imputed
    shifted: tuple[Imputed, ...]
    tipping: Tipping | None


def analyse_missing(table: Table, plan: Plan, *, seed: int = 1) -> MissingAnalysis | None:
    """Carry out ``plan.missing``; None where the plan asks nothing or nobody is missing.

    Raises as :func:`ligzda.evidence.missing.evaluate_imputed`.
    """
    wanted: MissingPlan | None = plan.missing
    if wanted is None:
        return None
    imputer = Imputer.of(table, plan, wanted.imputations, seed)
    if not imputer.absent.any():
        return None
    start = pool(imputer, {})
    tipping = None
    if wanted.tipping is not None:
        asked = wanted.tipping
        tipping = tipping_of(
            imputer,
            start,
            arms=asked.arms or None,
            contrast=asked.contrast,
            conclusion=asked.conclusion,
            certainty=asked.certainty,
            shifts=asked.shifts,
        )
    shifted = tuple(pool(imputer, dict(one)) for one in wanted.shifts)
    return MissingAnalysis(start, shifted, tipping)
