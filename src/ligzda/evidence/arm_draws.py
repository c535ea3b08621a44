"""Joint draws of every arm's mean: what a decision needs of an evaluation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ligzda.evidence.completeness import complete_cases
from ligzda.evidence.contrasts import standardise
from ligzda.evidence.diagnosis import fit_model
from ligzda.evidence.errors import PlanError, nearest
from ligzda.evidence.faults import Fault
from ligzda.evidence.model import build_model
from ligzda.evidence.plan import Plan
from ligzda.evidence.tables import Floats, Table


def arm_draws(
    table: Table, plan: Plan, arms: Sequence[str], draws: int, *, seed: int = 1
) -> Floats:
    """Return ``means[draw, arm]`` on the scale of the outcome's mean, rows being joint draws.

    Standardised over the table's participants like the contrasts of an evaluation (deviations of
    an arm between sites left out). Raises :class:`PlanError` without ``roles.arm`` or for an arm
    that the data lack.
    """
    if plan.roles.arm is None:
        raise PlanError("roles.arm", Fault.OPTIONS_WITHOUT_ARMS, plan=plan.name)
    seen = table if plan.outcome.missing == "refuse" else complete_cases(table, plan)
    posterior = fit_model(build_model(seen, plan), seed)[0]
    model = posterior.model
    known = sorted(set(model.frame.labels[plan.roles.arm].astype(str)))
    for arm in arms:
        if arm not in known:
            said = Fault.NO_SUCH_ARM.of(arm=arm, choice=nearest(arm, known))
            raise PlanError("decision.options", said, plan=plan.name)
    joint = posterior.draws(draws, np.random.default_rng([seed, 3]))
    weights = model.units.astype(np.float64)
    return standardise(model, joint, plan.roles.arm, tuple(arms), weights).means
