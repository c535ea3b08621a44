"""Arms that the data compare with one another, directly or by others between them.

A difference of two arms is known from the data where it is a combination of what the cells show of
the fixed terms. Where it is not – two trials with intercepts of their own and no arm in common – it
is the difference of two priors, and a rank across such islands would be one of priors too. Random
terms connect: their levels are exchangeable because the plan says so.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.codes import Island, Note, Remark
from ligzda.evidence.contrasts import arm_levels
from ligzda.evidence.functionals import levels_of
from ligzda.evidence.model import Model
from ligzda.evidence.tables import Floats

_NOTHING = 1e-7  # of the largest singular value, or of a unit vector


def islands_of(model: Model) -> tuple[Island, ...]:
    """Return the arms by island, in the plan's order; one island where all are connected."""
    arms, column = arm_levels(model), model.plan.roles.arm
    if column is None or not arms:
        return ()
    fixed = model.owner < 0
    seen = model.A[model.units > 0][:, fixed]
    size = np.abs(seen).max(axis=0, initial=0.0)
    size = np.where(size > 0, size, 1.0)
    unseen = _null_space(seen / size)
    if not unseen.shape[1]:
        return (Island(arms),)
    at = levels_of(model, column, list(arms), model.units.astype(np.float64)).x[:, fixed]
    place = (at / size) @ unseen
    found: list[list[int]] = []
    for i in range(len(arms)):
        for island in found:
            if np.abs(place[i] - place[island[0]]).max() < _NOTHING:
                island.append(i)
                break
        else:
            found.append([i])
    return tuple(Island(tuple(arms[i] for i in island)) for island in found)


def islands_note(islands: tuple[Island, ...]) -> Remark:
    """Return the note that names the islands."""
    return Note.ISLANDS.of(islands=islands)


def _null_space(matrix: Floats) -> Floats:
    """Return an orthonormal base (p, k) of the coefficients of which the rows say nothing."""
    _, values, rows = np.linalg.svd(matrix)
    rank = int((values > _NOTHING * values.max(initial=0.0)).sum())
    return np.asarray(rows[rank:].T)
