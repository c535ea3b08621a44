"""The plan of an analysis: outcome, terms with their priors, contrasts, thresholds.

A plan is written before the data are seen. It is a frozen value: the same plan, table and seed give
the same evaluation. :mod:`ligzda.evidence.plan_toml` reads one from text.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ligzda.evidence.missing_plan import MissingPlan
from ligzda.evidence.plan_texts import PlanText
from ligzda.evidence.priors import NormalPrior, PositivePrior


@dataclass(frozen=True)
class Outcome:
    """What was measured, in which columns, and which direction is good.

    ``columns`` maps the family's parts (``successes``, ``trials``, ``value``, ``se`` …) to the
    names of columns in the table. ``parameters`` are the priors of the family's own positive
    parameters (the residual SD, a dispersion).
    """

    name: str
    family: str
    link: str
    columns: dict[str, str]
    better: Literal["higher", "lower"] = "higher"
    unit: str = ""
    parameters: dict[str, PositivePrior] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    breaks: tuple[float, ...] = ()
    missing: Literal["refuse", "complete-case", "imputation"] = "refuse"

    @property
    def of_estimates(self) -> bool:
        """Whether a row is a published estimate with its standard error, not a participant."""
        return "se" in self.columns


@dataclass(frozen=True)
class Roles:
    """Which columns hold the sites and the arms, and which arm is the control."""

    site: str | None = None
    arm: str | None = None
    control: str | None = None
    arms: tuple[str, ...] = ()


@dataclass(frozen=True)
class FixedTerm:
    """Coefficients with independent normal priors.

    ``columns`` empty: the intercept. ``coding`` of its factors: ``reference`` (treatment coding),
    ``indicator`` (one coefficient per level), ``sum`` (effects sum to zero) or ``numeric`` (the
    column's number itself). Several columns: their product (interaction). ``coded`` is False where
    the plan leaves the coding to the default: then a column of many numbers is refused.
    """

    name: str
    columns: tuple[str, ...]
    prior: NormalPrior
    coding: Literal["reference", "indicator", "sum", "numeric"] = "reference"
    reference: dict[str, str] = field(default_factory=dict)
    center: float = 0.0
    scale: float = 1.0
    power: int = 1
    why: str = ""
    coded: bool = True


@dataclass(frozen=True)
class RandomTerm:
    """Exchangeable effects: one per combination of the columns' levels, around 0.

    ``sd`` is the prior of their SD, or, where ``sd_of`` is ``contrast``, of the SD of the
    *difference* of two of them (√2 times as large): the convention of network meta-analysis, where
    τ is the SD between studies of a contrast (Higgins & Whitehead 1996). With ``slope`` the effect
    multiplies that numeric column.

    The effects are normal, or with ``df`` Student-t with so many degrees of freedom; then ``sd`` is
    the prior of the t distribution's scale σ, and the SD is σ √(df / (df − 2)), from 2 on.
    """

    name: str
    columns: tuple[str, ...]
    sd: PositivePrior
    slope: str | None = None
    sd_of: Literal["level", "contrast"] = "level"
    why: str = ""
    df: float | None = None

    @property
    def multiplier(self) -> float:
        """SD of one effect, per unit of the hyperparameter."""
        return math.sqrt(0.5) if self.sd_of == "contrast" else 1.0


@dataclass(frozen=True)
class ShrunkTerm:
    """Interactions of factors, exchangeable around 0 with an SD that is estimated.

    ``products`` lists the columns of each interaction; factors are in sum coding (−1, +1 for two
    levels), so main effects beside them are averages over the other factors. With a tighter prior
    on ``sd`` than on the main effects they are shrunk harder: effect heredity in a 2³ plan.
    """

    name: str
    products: tuple[tuple[str, ...], ...]
    sd: PositivePrior
    why: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that a product uses, once."""
        return tuple(dict.fromkeys(name for product in self.products for name in product))

    @property
    def multiplier(self) -> float:
        """SD of one coefficient, per unit of the hyperparameter."""
        return 1.0


Term = FixedTerm | RandomTerm | ShrunkTerm


@dataclass(frozen=True)
class ContrastPlan:
    """``level`` minus ``versus`` of one column; ``mid`` is the minimal important difference.

    The MID is on the scale of the outcome's mean: a difference of probabilities, of rates, or of
    the outcome's own unit.
    """

    name: str
    column: str
    level: str
    versus: str
    mid: float | None = None


@dataclass(frozen=True)
class Plan:
    """Everything that is decided before looking at the data.

    ``missing`` is what is to be done about missing outcomes beyond leaving them out; ``texts`` are
    the plan's words by language (:mod:`ligzda.evidence.plan_texts`).
    """

    name: str
    outcome: Outcome
    terms: tuple[Term, ...]
    roles: Roles = Roles()
    contrasts: tuple[ContrastPlan, ...] = ()
    mid: float | None = None
    text: str = ""
    missing: MissingPlan | None = None
    texts: Mapping[str, PlanText] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the plan names, once."""
        parts = [*self.outcome.columns.values(), self.roles.site, self.roles.arm]
        for term in self.terms:
            parts += [*term.columns, getattr(term, "slope", None)]
        parts += [contrast.column for contrast in self.contrasts]
        return tuple(dict.fromkeys(name for name in parts if name))
