r"""Exact uniform draws from a polytope on the simplex, by triangulation.

:math:`P = \{w : Aw \le b, \sum w = 1\}`. Constraints that hold with equality everywhere on *P* are
found by linear programmes and taken out, so *P* is full-dimensional in the coordinates left; its
vertices come from the dual convex hull, its triangulation from Delaunay's (both Qhull: Barber,
Dobkin & Huhdanpaa 1996, *ACM Transactions on Mathematical Software* 22:469–483). In a simplex with
vertices :math:`v_i`, :math:`\sum_i u_i v_i` with u uniform on the standard simplex is uniform.
"""

from __future__ import annotations

from math import factorial

import numpy as np
from scipy.linalg import null_space
from scipy.optimize import linprog
from scipy.spatial import Delaunay, HalfspaceIntersection

from ligzda.evidence.decision.draws import Floats
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.errors import DecisionError

_TOLERANCE = 1e-9
#: In seven dimensions more vertices than this would take minutes to triangulate.
_VERTICES = 200


def least(objective: Floats, a: Floats, b: Floats, *, summed: int | None = None) -> Floats:
    """Return the w ≥ 0 that makes ``objective · w`` least on A w ≤ b, Σ w = 1.

    ``summed`` is the number of leading variables in the sum (default: all).
    """
    in_sum = (np.arange(objective.size) < (summed or objective.size)).astype(np.float64)
    found = linprog(objective, A_ub=a, b_ub=b, A_eq=in_sum[None, :], b_eq=[1.0], bounds=(0, 1))
    if found.x is None:
        raise DecisionError("weights", DecisionFault.NO_WEIGHTS)
    point: Floats = np.asarray(found.x, dtype=np.float64)
    return point


def sample_polytope(a: Floats, b: Floats, draws: int, rng: np.random.Generator) -> Floats:
    """Return ``weights[draw, c]`` uniform on the non-empty set A w ≤ b, Σ w = 1."""
    size = a.shape[1]
    slack = _greatest_slacks(a, b)
    tight = slack <= _TOLERANCE
    equalities = np.vstack([np.ones((1, size)), a[tight]])
    directions = null_space(equalities, rcond=1e-10)
    centre = _centre(a, b, tight)
    if directions.shape[1] == 0:
        return np.repeat(centre[None, :], draws, axis=0)
    faces, room = a[~tight] @ directions, (b - a @ centre)[~tight]
    if directions.shape[1] == 1:
        vertices = _segment(faces[:, 0], room)
        simplices = np.array([[0, 1]])
    else:
        corners = HalfspaceIntersection(
            np.hstack([faces, -room[:, None]]), np.zeros(directions.shape[1])
        ).intersections
        vertices = np.unique(corners.round(12), axis=0)
        if len(vertices) > _VERTICES:
            raise DecisionError(
                "weights",
                DecisionFault.TOO_MANY_CORNERS.of(vertices=len(vertices)),
            )
        simplices = np.asarray(Delaunay(vertices).simplices)
    shape = vertices[simplices]
    volumes = np.abs(np.linalg.det(shape[:, 1:] - shape[:, :1])) / factorial(shape.shape[2])
    chosen = rng.choice(len(simplices), size=draws, p=volumes / volumes.sum())
    inside = rng.standard_exponential((draws, shape.shape[1]))
    inside /= inside.sum(axis=1, keepdims=True)
    points = np.einsum("sv,svd->sd", inside, shape[chosen])
    weights = np.maximum(centre + points @ directions.T, 0.0)
    normalised: Floats = weights / weights.sum(axis=1, keepdims=True)
    return normalised


def _greatest_slacks(a: Floats, b: Floats) -> Floats:
    """Return for every constraint the most slack that any feasible point leaves it."""
    slacks = np.empty(len(b))
    for i, row in enumerate(a):
        slacks[i] = b[i] - float(row @ least(row, a, b))
    return slacks


def _centre(a: Floats, b: Floats, tight: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Floats:
    """Return a point whose least slack, over the constraints that are not tight, is greatest."""
    size = a.shape[1]
    # One more variable, the least slack: a w + slack ≤ b where the constraint is not tight.
    widened = np.hstack([a, (~tight)[:, None].astype(np.float64)])
    return least(np.append(np.zeros(size), -1.0), widened, b, summed=size)[:size]


def _segment(faces: Floats, room: Floats) -> Floats:
    """Return the two ends of {y : faces · y ≤ room}."""
    upper = (room[faces > _TOLERANCE] / faces[faces > _TOLERANCE]).min()
    lower = (room[faces < -_TOLERANCE] / faces[faces < -_TOLERANCE]).max()
    return np.array([[lower], [upper]])
