"""What if one site is unlike the others: the headline once more with Student-t effects of sites.

With few sites a single outlying one moves the average and swells the SD between sites, and normal
effects are then too sure (Lee & Thompson 2008, *Stat Med* 27:418–434). So every report of few sites
says how its answer changes when the effects by which sites differ have the tails of a t. It is a
look beside the plan's model, from a quarter of the draws: probabilities are known to about one
percentage point, and the SDs, which are known less well, are not told.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ligzda.evidence.completeness import complete_cases
from ligzda.evidence.contrasts import evaluate_contrasts
from ligzda.evidence.diagnosis import fit_model
from ligzda.evidence.islands import islands_of
from ligzda.evidence.model import Model, build_model
from ligzda.evidence.plan import Plan, RandomTerm
from ligzda.evidence.plan_toml import USUAL_DF
from ligzda.evidence.pooled import asks_for_average, average_contrast
from ligzda.evidence.ranks import rank_arms
from ligzda.evidence.results import TailSensitivity
from ligzda.evidence.sites import count_sites
from ligzda.evidence.tables import Table

FEWEST = 3  # of two sites nobody can say which one is unlike the other
FEW = 20  # of more, one has less than a twentieth of the say, and moves an average little
MOST_CELLS, MOST_EFFECTS = 1500, 400  # beyond, a look takes longer than the evaluation
EFFORT = 0.25
DRAWS, FOR_REGRET = 4096, 256


def tail_sensitivity(table: Table, plan: Plan, *, seed: int = 1) -> TailSensitivity | None:
    """Return the contrasts and ranks with Student-t effects; None where the question is idle.

    That is with fewer than three sites or more than twenty, without normal effects that differ
    between sites, and without a headline. Missing outcomes are left out. Deterministic in (table,
    plan, seed).
    """
    names = effects_of_sites(plan)
    if not names:
        return None
    terms = (
        replace(term, df=USUAL_DF) if isinstance(term, RandomTerm) and term.name in names else term
        for term in plan.terms
    )
    heavy = replace(plan, terms=tuple(terms), missing=None)
    rows = table if plan.outcome.missing == "refuse" else complete_cases(table, plan)
    model = build_model(rows, heavy)
    if not FEWEST <= count_sites(model) <= FEW:
        return None
    if _too_large(model):
        return TailSensitivity(names, USUAL_DF, good=False)
    return _look(model, names, seed)


def effects_of_sites(plan: Plan) -> tuple[str, ...]:
    """Return the names of the terms of normal effects by which sites differ; none if any is a t.

    Those over sites alone, or over sites and what is compared; a term of villages within sites says
    how villages differ.
    """
    site = plan.roles.site
    compared = {plan.roles.arm, *(contrast.column for contrast in plan.contrasts)}
    found = [
        term
        for term in plan.terms
        if isinstance(term, RandomTerm) and site in term.columns
        if set(term.columns) <= {site, *compared}
    ]
    return () if any(term.df for term in found) else tuple(term.name for term in found)


def _look(model: Model, names: tuple[str, ...], seed: int) -> TailSensitivity | None:
    posterior, diagnosis = fit_model(model, seed, effort=EFFORT)
    draws = posterior.draws(DRAWS, np.random.default_rng(seed))
    weights = model.units.astype(np.float64)
    contrasts = (
        (average_contrast(posterior),)
        if asks_for_average(model.plan)
        else evaluate_contrasts(posterior, draws, weights)
    )
    if not contrasts:
        return None
    alone = len(islands_of(model)) > 1
    ranks = None if alone else rank_arms(model, draws, draws.first(FOR_REGRET), weights)
    return TailSensitivity(names, USUAL_DF, diagnosis.good, contrasts, ranks)


def _too_large(model: Model) -> bool:
    effects = model.A.shape[1] + model.n_groups
    large = len(model.units) > MOST_CELLS or effects > MOST_EFFECTS
    return large or not model.family.log_concave
