"""What an evaluation returns: frozen values with everything a report or a machine needs."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ligzda.evidence.codes import Method, PriorOn, Remark, Verdict
from ligzda.evidence.plan import Plan
from ligzda.evidence.tables import Floats

if TYPE_CHECKING:
    from ligzda.evidence.missing_analysis import MissingAnalysis


@dataclass(frozen=True)
class Estimate:
    """Posterior of one quantity: mean, SD, median, equal-tailed 95 % and 80 % limits."""

    term: str
    level: str
    scale: str
    mean: float
    sd: float
    lower: float
    median: float
    upper: float
    lower80: float
    upper80: float


@dataclass(frozen=True)
class OutcomeSummary:
    """Name, family and link of the outcome, its unit, and which direction is good."""

    name: str
    family: str
    link: str
    unit: str
    better: str


@dataclass(frozen=True)
class Contrast:
    """Difference of two levels on the link scale and, where the link is not the identity, of means.

    ``probability`` is the difference of means standardised over the table's sites (for a binomial
    outcome a risk difference). ``p_positive`` is P(contrast > 0); ``p_above_mid`` is the posterior
    probability of a difference of at least ``mid`` in the good direction, on the scale of the mean.
    """

    name: str
    link: Estimate
    probability: Estimate | None
    p_positive: float
    mid: float | None
    p_above_mid: float | None


@dataclass(frozen=True, eq=False)
class Ranks:
    """Ranks of the arms, 1 = best in the direction that the plan calls better.

    ``matrix[arm, rank]``; SUCRA as in Salanti et al. (2011), *J Clin Epidemiol* 64:163–171;
    ``expected_regret`` is the expected loss, in means, of choosing this arm instead of the best.
    ``rank_lower``/``rank_upper``: 95 % limits; ``direction``: ``higher`` or ``lower`` is rank 1.
    """

    labels: tuple[str, ...]
    matrix: Floats
    p_best: Floats
    sucra: Floats
    mean_rank: Floats
    rank_lower: Floats
    rank_upper: Floats
    expected_regret: Floats
    direction: str


@dataclass(frozen=True, eq=False)
class League:
    """Differences of arms, row minus column, on the link scale: mean and 95 % limits (K, K)."""

    labels: tuple[str, ...]
    mean: Floats
    lower: Floats
    upper: Floats
    scale: str


@dataclass(frozen=True)
class Observed:
    """A site's own contrast without pooling: estimate and standard error."""

    mean: float
    se: float


@dataclass(frozen=True)
class SiteEstimate:
    """The headline contrast in one site: as observed alone, and pooled (shrunken)."""

    site: str
    n: float
    observed: Observed | None
    pooled: Estimate


@dataclass(frozen=True)
class PriorStatement:
    """A prior of a term, or of a parameter of the family, and why.

    ``form`` is the name of the density and ``arguments`` its numbers as the plan wrote them
    (:mod:`ligzda.evidence.priors`); ``on`` is what it is a density of.
    """

    term: str
    form: str
    arguments: tuple[float, ...]
    on: PriorOn
    why: str

    @property
    def density(self) -> str:
        """The density as a plan writes it, and what it is on, in English."""
        written = f"{self.form}({', '.join(f'{a:g}' for a in self.arguments)})"
        return written if self.on is PriorOn.PARAMETER else f"{written} on {self.on}"


@dataclass(frozen=True)
class Sensitivity:
    """Power-scaling sensitivity (Kallioinen et al. 2024): change of the posterior per doubling.

    ``prior`` and ``likelihood`` are the distances; above .05 counts as sensitive.
    """

    name: str
    prior: float
    likelihood: float
    verdict: Verdict


@dataclass(frozen=True)
class Diagnosis:
    """The engine's own reckoning of its error.

    ``method``: what the numbers rest on; ``steps``: what was done where that was not good enough.
    ``pareto_k`` and ``ess_fraction`` (effective draws per draw) come from importance sampling of
    the approximation on the low-dimensional set left after the largest random term is integrated
    out by quadrature; ``mean_error`` is the largest error of a mean that the checks reveal, in
    posterior SDs, ``sd_error`` that of an SD, relative to it, ``limit_error`` that of a 95 % limit,
    in posterior SDs, each with its Monte Carlo error (None where the check is no sample); what was
    weighted or sampled by them has that Monte Carlo error itself. ``hyper_error`` (mean, SD, limit)
    is the difference of two rules for the integral over the hyperparameters; ``edge_mass`` the
    hyperparameter mass at the edge of the grid; ``skewness`` the largest one left in the
    conditionals.
    """

    method: Method
    good: bool
    pareto_k: float | None
    ess_fraction: float | None
    mean_error: float | None
    mean_error_mcse: float | None
    edge_mass: float
    skewness: float
    grid_points: int
    steps: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    sd_error: float | None = None
    sd_error_mcse: float | None = None
    limit_error: float | None = None
    limit_error_mcse: float | None = None
    hyper_error: tuple[float, float, float] | None = None


@dataclass(frozen=True)
class MissingCount:
    """Participants of an arm (“” without arms), and how many of them have no outcome."""

    arm: str
    participants: float
    missing: float

    @property
    def share(self) -> float:
        """Share of the arm's participants without an outcome."""
        return self.missing / self.participants if self.participants else 0.0


@dataclass(frozen=True, eq=False)
class TailSensitivity:
    """The headline where the effects by which sites differ are Student-t, so that one may lie out.

    ``terms`` are those whose effects the plan has as normal, ``df`` the degrees of freedom taken
    instead. ``contrasts`` are those of the evaluation, in its order, and ``ranks`` its ranks; both
    come from fewer draws. ``good``: whether the calculation trusts itself; there are no contrasts
    where the table is too large for a look.
    """

    terms: tuple[str, ...]
    df: float
    good: bool
    contrasts: tuple[Contrast, ...] = ()
    ranks: Ranks | None = None


@dataclass(frozen=True, eq=False)
class Evaluation:
    """The answer to a plan. Arrays are read-only; ``to_dict()`` is ready for JSON.

    ``n_units`` counts participants, or estimates where a row is one with its standard error;
    ``n_sites`` the sites that have any (0 where the plan names no site); ``sites`` only those that
    have at least one side of the headline contrast. ``missing`` counts missing outcomes by arm
    where the plan allows any (``outcome.missing``); ``missing_analysis`` what it asks about them.
    ``tails`` is added by :func:`ligzda.evidence.tail_sensitivity`, for reports of few sites.
    """

    plan: Plan
    engine_version: str
    seed: int
    n_rows: int
    n_cells: int
    n_units: float
    n_sites: int
    outcome: OutcomeSummary
    fixed: tuple[Estimate, ...]
    sds: tuple[Estimate, ...]
    effects: tuple[Estimate, ...]
    contrasts: tuple[Contrast, ...]
    ranks: Ranks | None
    league: League | None
    sites: tuple[SiteEstimate, ...]
    new_site: Contrast | None
    heterogeneity: Estimate | None
    priors: tuple[PriorStatement, ...]
    sensitivity: tuple[Sensitivity, ...]
    diagnosis: Diagnosis
    missing: tuple[MissingCount, ...] = ()
    missing_analysis: MissingAnalysis | None = None
    tails: TailSensitivity | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain JSON values in full precision (never NaN: None instead)."""
        result = plain(self)
        assert isinstance(result, dict)
        return result


def plain(value: Any) -> Any:
    """Return dataclasses, arrays and tuples as JSON values; what is not finite is None."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    if isinstance(value, (bool, str, int)) or value is None:
        return value
    number = float(value)
    return number if math.isfinite(number) else None
