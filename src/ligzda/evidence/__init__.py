"""What do the records say? Bayesian hierarchical evaluation, exact enough to trust.

A :class:`Table` of records and a :class:`Plan` give an :class:`Evaluation`::

    plan = parse_plan(text)
    evaluation = evaluate(Table.from_columns(columns, source="data.csv"), plan)

The room is pure: NumPy and SciPy, no files, no clock. Read it in this order: ``plan``, ``priors``,
``terms``, ``families``, ``model`` (what is asked); ``latent``, ``conditional``, ``quadrature``,
``hyper``, ``posterior`` (inference); ``functionals``, ``contrasts``, ``ranks``, ``sites``,
``pooled``, ``evaluate`` (answers); ``diagnosis``, ``refine``, ``importance``, ``nuts`` (how far the
answer can be trusted, and what is done where it cannot), ``tail_sensitivity`` (what if one site is
unlike the others), ``inconsistency`` (do the comparisons of a network agree). Missing outcomes:
``missing`` (multiple imputation) and ``tipping`` (how far off they would have to be). Thousands of
fits at once: ``batch``; how long something lasts: ``kaplan_meier``; costs and what more knowledge
is worth: ``decision``.
"""

from ligzda.evidence.errors import (
    DesignError,
    EvidenceError,
    InferenceError,
    PlanError,
    TableError,
)
from ligzda.evidence.evaluate import ENGINE_VERSION, evaluate, fit
from ligzda.evidence.families import Family, family_of
from ligzda.evidence.inconsistency import ComparedPair, Inconsistency, inconsistency
from ligzda.evidence.kaplan_meier import SurvivalPoint, survival_curve
from ligzda.evidence.plan import Plan
from ligzda.evidence.plan_toml import parse_plan
from ligzda.evidence.posterior import Draws, Posterior
from ligzda.evidence.results import (
    Contrast,
    Diagnosis,
    Estimate,
    Evaluation,
    League,
    Observed,
    OutcomeSummary,
    PriorStatement,
    Ranks,
    Sensitivity,
    SiteEstimate,
    TailSensitivity,
)
from ligzda.evidence.tables import Table
from ligzda.evidence.tail_sensitivity import tail_sensitivity

__all__ = [
    "ENGINE_VERSION",
    "ComparedPair",
    "Contrast",
    "DesignError",
    "Diagnosis",
    "Draws",
    "Estimate",
    "Evaluation",
    "EvidenceError",
    "Family",
    "Inconsistency",
    "InferenceError",
    "League",
    "Observed",
    "OutcomeSummary",
    "Plan",
    "PlanError",
    "Posterior",
    "PriorStatement",
    "Ranks",
    "Sensitivity",
    "SiteEstimate",
    "SurvivalPoint",
    "Table",
    "TableError",
    "TailSensitivity",
    "evaluate",
    "family_of",
    "fit",
    "inconsistency",
    "parse_plan",
    "survival_curve",
    "tail_sensitivity",
]
