"""The one public verb: a table met with a plan gives an evaluation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ligzda.evidence.codes import Note, PriorOn
from ligzda.evidence.completeness import complete_cases, count_missing, missing_note
from ligzda.evidence.contrasts import evaluate_contrasts, planned_contrasts
from ligzda.evidence.diagnosis import fit_model
from ligzda.evidence.functionals import Functionals
from ligzda.evidence.islands import islands_note, islands_of
from ligzda.evidence.league import league_table
from ligzda.evidence.model import Model, build_model
from ligzda.evidence.plan import FixedTerm, Plan, RandomTerm, ShrunkTerm
from ligzda.evidence.pooled import (
    asks_for_average,
    average_by_site,
    average_contrast,
    average_in_new_site,
    between_sites,
)
from ligzda.evidence.posterior import Draws, Posterior, estimate_hyper
from ligzda.evidence.priors import STUDENT_FORM
from ligzda.evidence.ranks import rank_arms
from ligzda.evidence.results import (
    Contrast,
    Estimate,
    Evaluation,
    OutcomeSummary,
    PriorStatement,
    SiteEstimate,
)
from ligzda.evidence.sensitivity import power_scaling
from ligzda.evidence.sites import count_sites, heterogeneity, new_site, site_estimates
from ligzda.evidence.tables import Floats, Table
from ligzda.evidence.terms import RandomDesign

if TYPE_CHECKING:
    from ligzda.evidence.missing_analysis import MissingAnalysis

ENGINE_VERSION = "1.5"
DRAWS = 16_384
FEW = 4_096
#: Draws times cells of a table that a difference of means may cost. Small tables, whose means have
#: the longest tails, get all draws.
_WORK = 400_000


def fit(table: Table, plan: Plan, *, seed: int = 1) -> Posterior:
    """Return the posterior itself: marginals of functionals and joint draws.

    ``Posterior.draws(n, rng)`` gives n joint draws of hyperparameters, effects ``x`` and levels
    ``b`` of the eliminated term; :mod:`ligzda.evidence.functionals` says how to combine them.
    """
    return fit_model(build_model(table, plan), seed)[0]


def evaluate(table: Table, plan: Plan, *, seed: int = 1) -> Evaluation:
    """Evaluate a table by a plan.

    Deterministic in (table, plan, seed); the seed touches only quantities that are not linear in
    the effects (ranks, probabilities, means), which come from joint draws. The order of the rows
    does not matter. Rows without an outcome are refused, or left out where ``outcome.missing`` says
    so (:mod:`ligzda.evidence.missing`). Raises :class:`TableError`, :class:`PlanError` or
    :class:`InferenceError`.
    """
    missing = () if plan.outcome.missing == "refuse" else count_missing(table, plan)
    model = build_model(complete_cases(table, plan) if missing else table, plan)
    posterior, diagnosis = fit_model(model, seed)
    if note := missing_note(missing, plan):
        diagnosis = replace(diagnosis, notes=(*diagnosis.notes, note))
    rng = np.random.default_rng(seed)
    width = len(model.units) + model.A.shape[1] + model.n_groups
    draws = posterior.draws(int(np.clip(1e7 / width, FEW, DRAWS)), rng)
    if described := _describing(model):
        note = Note.DESCRIBED_ARMS.of(columns=described)
        diagnosis = replace(diagnosis, notes=(*diagnosis.notes, note))
    islands = islands_of(model)
    if len(islands) > 1:
        diagnosis = replace(diagnosis, notes=(*diagnosis.notes, islands_note(islands)))
    few = draws.first(FEW)
    weights = model.units.astype(np.float64)
    if asks_for_average(plan):
        headline = _average(posterior)
    else:
        headline = _comparison(posterior, draws, weights, rng)
    fixed, effects = _terms(posterior)
    outcome = plan.outcome
    return Evaluation(
        plan=plan,
        engine_version=ENGINE_VERSION,
        seed=seed,
        n_rows=model.n_rows,
        n_cells=len(model.units),
        n_units=model.n_rows if model.family.splits else float(model.units.sum()),
        n_sites=count_sites(model),
        outcome=OutcomeSummary(
            outcome.name, outcome.family, outcome.link, outcome.unit, outcome.better
        ),
        fixed=fixed,
        sds=tuple(
            estimate_hyper(m, 1.0, outcome.link if h.is_sd else "parameter", m.name)
            for m, h in zip(posterior.hyper.marginals, model.hypers, strict=True)
            if h.around < 0
        ),
        effects=effects,
        contrasts=headline.contrasts,
        ranks=None if len(islands) > 1 else rank_arms(model, draws, few, weights),
        league=None if len(islands) > 1 else league_table(posterior, weights),
        sites=headline.sites,
        new_site=headline.new_site,
        heterogeneity=headline.heterogeneity,
        priors=_priors(plan),
        sensitivity=power_scaling(model, few, weights),
        diagnosis=diagnosis,
        missing=missing,
        missing_analysis=_missing_analysis(table, plan, seed),
    )


def _missing_analysis(table: Table, plan: Plan, seed: int) -> MissingAnalysis | None:
    if plan.missing is None:
        return None
    # Late: only this needs the batched engine, whose import costs more than a small evaluation.
    from ligzda.evidence.missing_analysis import analyse_missing

    return analyse_missing(table, plan, seed=seed)


@dataclass(frozen=True)
class _Headline:
    """The answer to the first question of a plan, and how it differs between sites."""

    contrasts: tuple[Contrast, ...]
    sites: tuple[SiteEstimate, ...] = ()
    new_site: Contrast | None = None
    heterogeneity: Estimate | None = None


def _average(posterior: Posterior) -> _Headline:
    return _Headline(
        (average_contrast(posterior),),
        average_by_site(posterior),
        average_in_new_site(posterior),
        between_sites(posterior),
    )


def _comparison(
    posterior: Posterior, draws: Draws, weights: Floats, rng: np.random.Generator
) -> _Headline:
    planned = planned_contrasts(posterior.model)
    if not planned:
        return _Headline(())
    first = planned[0]
    enough = draws.first(int(np.clip(_WORK / len(weights), FEW, DRAWS)))
    return _Headline(
        evaluate_contrasts(posterior, enough, weights),
        site_estimates(posterior, first),
        new_site(posterior, draws, first, weights, rng),
        heterogeneity(posterior, first),
    )


def _describing(model: Model) -> tuple[str, ...]:
    """Return the columns whose terms are part of what an arm does."""
    arm = model.plan.roles.arm
    own = model.frame.belonging(arm) if arm else set()
    used = dict.fromkeys(name for term in model.plan.terms for name in term.columns)
    return tuple(name for name in used if name in own and name != arm)


def _terms(posterior: Posterior) -> tuple[tuple[Estimate, ...], tuple[Estimate, ...]]:
    model: Model = posterior.model
    p, groups, d = model.A.shape[1], model.n_groups, len(model.hypers)
    fixed: list[Estimate] = []
    effects: list[Estimate] = []
    link = model.plan.outcome.link
    for design, columns in model.blocks():
        if not isinstance(design, RandomDesign):
            x = np.zeros((len(design.names), p))
            x[:, columns] = design.reported
            names, target = list(design.names), fixed
        else:
            x = np.zeros((len(design.levels), p))
            x[:, columns] = np.eye(len(design.levels))
            names, target = list(design.levels), effects
        f = Functionals(x, np.zeros((len(x), groups)), np.zeros((len(x), d)))
        target += posterior.estimates(f, design.term.name, names, link)
    if model.eliminated is not None:
        f = Functionals(np.zeros((groups, p)), np.eye(groups), np.zeros((groups, d)))
        effects += posterior.estimates(
            f, model.eliminated.term.name, list(model.eliminated.levels), link
        )
    return tuple(fixed), tuple(effects)


def _priors(plan: Plan) -> tuple[PriorStatement, ...]:
    result = []
    for term in plan.terms:
        if isinstance(term, FixedTerm):
            coefficient = (term.prior.mean, term.prior.sd)
            result.append(
                PriorStatement(term.name, "normal", coefficient, PriorOn.COEFFICIENT, term.why)
            )
            continue
        if isinstance(term, ShrunkTerm):
            on = PriorOn.INTERACTIONS
        elif term.df is None:
            on = PriorOn.DIFFERENCE if term.sd_of == "contrast" else PriorOn.LEVELS
        else:
            contrast = term.sd_of == "contrast"
            on = PriorOn.SCALE_OF_DIFFERENCE if contrast else PriorOn.SCALE
        result.append(PriorStatement(term.name, term.sd.form, term.sd.arguments, on, term.why))
        if isinstance(term, RandomTerm) and term.df is not None:
            result.append(
                PriorStatement(term.name, STUDENT_FORM, (term.df,), PriorOn.EFFECTS, term.why)
            )
    result += [
        PriorStatement(name, prior.form, prior.arguments, PriorOn.PARAMETER, "")
        for name, prior in plan.outcome.parameters.items()
    ]
    return tuple(result)
