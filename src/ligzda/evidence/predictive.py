r"""Outcomes drawn from a model: :math:`\tilde y \sim p(y \mid \eta, \phi)` for the rows of a table.

Used to fill in missing outcomes (:mod:`ligzda.evidence.missing`) and, in the calibration of the
engine (docs/validation.md), to simulate data from a plan's own priors.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ligzda.evidence.errors import PlanError
from ligzda.evidence.families import family_of
from ligzda.evidence.faults import Fault
from ligzda.evidence.functionals import predictor
from ligzda.evidence.level_scales import sds_of_new
from ligzda.evidence.model import Model
from ligzda.evidence.plan import Outcome, Plan
from ligzda.evidence.posterior import Draws
from ligzda.evidence.tables import Column, Floats, Table
from ligzda.evidence.terms import Frame, joined_labels, needs_labels, needs_numbers


def outcome_column(outcome: Outcome) -> str:
    """Return the table's column that holds the outcome itself.

    Raises :class:`PlanError` for survival: a participant who is not seen to the end is censored,
    which the model takes in, and not missing.
    """
    part = family_of(outcome).outcome_part
    if part is None:
        raise PlanError(
            "outcome.family",
            Fault.NOT_DRAWN_BY_ROW.of(family=outcome.family),
        )
    return outcome.columns[part]


def rows_of(table: Table, plan: Plan) -> Frame:
    """Return the predictors of every row of a table, outcomes left out."""
    labels = needs_labels(plan.terms) | {c for c in (plan.roles.site, plan.roles.arm) if c}
    labels |= {contrast.column for contrast in plan.contrasts}
    return Frame(
        {c: table.labels(c) for c in sorted(labels)},
        {
            c: table.numbers(c, Fault.COVARIATE_NOT_FINITE)
            for c in sorted(needs_numbers(plan.terms))
        },
        len(table),
    )


def row_predictor(model: Model, frame: Frame, draws: Draws, rng: np.random.Generator) -> Floats:
    r"""Return :math:`\eta` (draws, rows) of every row of ``frame``.

    A level that was not in the data has an effect drawn from its prior given the SD, the same for
    all rows of that level.
    """
    f = predictor(model, frame)
    eta = draws.x @ f.x.T + draws.b @ f.b.T
    designs = [*model.random, *([model.eliminated] if model.eliminated else [])]
    for design in designs:
        new = np.flatnonzero(design.index(frame) < 0)
        if not len(new):
            continue
        _, place = np.unique(
            joined_labels(frame, design.term.columns)[new].astype(str), return_inverse=True
        )
        name, multiplier = design.term.name, design.term.multiplier
        if (scales := model.scales.get(name)) is not None:
            unit = joined_labels(frame, scales.by)[new]
            z = rng.standard_normal((len(draws), int(place.max()) + 1))
            effect = multiplier * sds_of_new(draws.theta, scales, unit, rng) * z[:, place]
            eta[:, new] += effect * design.multiplier(frame)[new]
            continue
        sigma = draws.theta[:, [model.hyper_index(name)]] * multiplier
        effect = sigma * rng.standard_normal((len(draws), int(place.max()) + 1))
        eta[:, new] += effect[:, place] * design.multiplier(frame)[new]
    return eta


def draw_outcome(
    outcome: Outcome,
    columns: Mapping[str, Column],
    eta: Floats,
    parameters: Mapping[str, float],
    rng: np.random.Generator,
) -> dict[str, Column]:
    """Draw the outcome's column (for cells with an SD also that one) of rows with predictor η.

    ``columns`` are the other columns of the same rows: trials, exposure, n, standard errors;
    ``parameters`` the family's own (residual SD, dispersion, variation, gaps). Raises
    :class:`PlanError` for survival.
    """
    outcome_column(outcome)  # refuses what cannot be drawn row by row
    parts = {part: columns[name] for part, name in outcome.columns.items() if name in columns}
    drawn = family_of(outcome).draw(outcome, eta, parts, parameters, rng)
    return {outcome.columns[part]: values for part, values in drawn.items()}
