r"""Outcomes drawn from a model: :math:`\tilde y \sim p(y \mid \eta, \phi)` for the rows of a table.

Used to fill in missing outcomes (:mod:`ligzda.evidence.missing`) and, in the calibration of the
engine (docs/validation.md), to simulate data from a plan's own priors.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from ligzda.evidence.errors import PlanError
from ligzda.evidence.functionals import predictor
from ligzda.evidence.model import Model
from ligzda.evidence.plan import Outcome, Plan
from ligzda.evidence.posterior import Draws
from ligzda.evidence.tables import Column, Floats, Table
from ligzda.evidence.terms import Frame, joined_labels, needs_labels, needs_numbers

_OUTCOME = {
    "binomial": "successes",
    "normal": "value",
    "poisson": "count",
    "negative-binomial": "count",
    "gamma": "value",
    "ordinal": "category",
}


def outcome_column(outcome: Outcome) -> str:
    """Return the table's column that holds the outcome itself.

    Raises :class:`PlanError` for survival: a participant who is not seen to the end is censored,
    which the model takes in, and not missing.
    """
    if outcome.family not in _OUTCOME:
        raise PlanError(
            "outcome.family",
            f"an outcome of the family {outcome.family} cannot be drawn row by row.",
            "Give the time until which each participant was seen; 0 in the column of events says "
            "that observation ended without the event.",
        )
    return outcome.columns[_OUTCOME[outcome.family]]


def rows_of(table: Table, plan: Plan) -> Frame:
    """Return the predictors of every row of a table, outcomes left out."""
    labels = needs_labels(plan.terms) | {c for c in (plan.roles.site, plan.roles.arm) if c}
    labels |= {contrast.column for contrast in plan.contrasts}
    return Frame(
        {c: table.labels(c) for c in sorted(labels)},
        {c: table.numbers(c) for c in sorted(needs_numbers(plan.terms))},
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
        sigma = draws.theta[:, [model.hyper_index(design.term.name)]] * design.term.multiplier
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
    name, parts = outcome_column(outcome), outcome.columns

    def column(part: str) -> Floats:
        values = columns[parts[part]] if part in parts else np.ones(len(eta))
        return np.asarray(values, dtype=np.float64)

    value: Column
    match outcome.family:
        case "binomial":
            p = -np.expm1(-np.exp(eta)) if outcome.link == "cloglog" else _logistic(eta)
            value = rng.binomial(column("trials").astype(np.int64), p).astype(np.float64)
        case "poisson":
            value = rng.poisson(_mean_count(column("exposure"), eta)).astype(np.float64)
        case "negative-binomial":
            # a Poisson count whose rate has a gamma factor of mean 1 and variance α
            alpha = max(parameters["dispersion"], 1e-9)
            factor = rng.gamma(1 / alpha, alpha, len(eta))
            value = rng.poisson(_mean_count(column("exposure"), eta) * factor).astype(np.float64)
        case "gamma":
            shape = max(parameters["variation"], 1e-6) ** -2.0
            value = np.maximum(rng.gamma(shape, np.exp(eta) / shape), np.finfo(float).tiny)
        case "ordinal":
            gaps = [parameters[f"gap {k}"] for k in range(2, len(outcome.categories))]
            cuts = np.concatenate([[0.0], np.cumsum(gaps)])
            higher = _logistic(eta[:, None] - cuts)
            place = (rng.random((len(eta), 1)) < higher).sum(axis=1)
            value = np.array(outcome.categories)[place]
        case _:
            return _draw_normal(name, parts, column, eta, parameters, rng)
    return {name: value}


def _draw_normal(
    name: str,
    parts: Mapping[str, str],
    column: Callable[[str], Floats],
    eta: Floats,
    parameters: Mapping[str, float],
    rng: np.random.Generator,
) -> dict[str, Column]:
    if "se" in parts:
        return {name: eta + column("se") * rng.standard_normal(len(eta))}
    residual, n = parameters["residual"], column("n")
    value = eta + residual * rng.standard_normal(len(eta)) / np.sqrt(n)
    if "sd" not in parts:
        return {name: value}
    degrees = np.maximum(n - 1, 1)
    sd = residual * np.sqrt(rng.chisquare(degrees) / degrees)
    return {name: value, parts["sd"]: np.where(n > 1, sd, 0.0)}


def _logistic(eta: Floats) -> Floats:
    result: Floats = 0.5 * (1 + np.tanh(0.5 * eta))
    return result


def _mean_count(exposure: Floats, eta: Floats) -> Floats:
    """Return the Poisson mean, held below what the generator can draw."""
    result: Floats = np.minimum(exposure * np.exp(np.minimum(eta, 300.0)), 1e15)
    return result
