r"""Nested random terms as a forest: rows in broods in places, children of mothers in villages.

The model's eliminated term (:mod:`ligzda.evidence.terms`) is the lowest level. A term whose every
level is a union of those below it is the next, and so on up. Given the hyperparameters and the few
coefficients that are left (the *border*: covariates, arms, crossed terms) the trees are
independent, and within a tree the children of a node are, so modes, variances and integrals cost
as much as there are nodes (:mod:`ligzda.evidence.elimination`, :mod:`ligzda.evidence.messages`).

A fixed intercept a trial with its own cells is a level as well, whose SD is that of its prior.

Cells and nodes are numbered here so that the children of a node lie side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.conditional import Problem
from ligzda.evidence.families import Data
from ligzda.evidence.model import Model
from ligzda.evidence.tables import Floats, Ints
from ligzda.evidence.terms import FixedDesign, RandomDesign

FEW_EFFECTS = 24  # so many beside the eliminated term are no burden for the dense algebra
# with more in the border, and more with an SD of their own, one proposal for all hits too rarely
MOST_IN_BORDER, MOST_CROSSED = 40, 8


@dataclass(frozen=True, eq=False)
class Level:
    """The nodes of one term.

    ``parent`` is the node of every child (a cell, at the lowest level), ascending; ``place`` the
    column of ``x`` (of ``b``, at the lowest level) that holds each node's effect. ``owner`` and
    ``multiplier`` give the SD as in :class:`ligzda.evidence.model.Model`.
    """

    parent: Ints
    starts: Ints
    place: Ints
    owner: int
    multiplier: float

    @classmethod
    def of(cls, parent: Ints, place: Ints, owner: int, multiplier: float) -> Level:
        """Number the nodes from their children."""
        starts = np.searchsorted(parent, np.arange(len(place)))
        return cls(parent, starts, place, owner, multiplier)

    def gather(self, values: Floats) -> Floats:
        """Sum (…, children) over the children of every node."""
        if len(self.place) == len(self.parent):
            return values
        return np.add.reduceat(values, self.starts, axis=-1)

    def spread(self, values: Floats) -> Floats:
        """Give every child its node's value, from (…, nodes)."""
        if len(self.place) == len(self.parent):
            return values
        return np.take(values, self.parent, axis=-1)


@dataclass(frozen=True, eq=False)
class Forest:
    """The problem in the forest's order: ``levels`` from the lowest up, and the border.

    ``A`` (N, p) is the border's design, at the columns ``border`` of ``x``; ``slope`` (N,)
    multiplies the effects of the lowest level in the cells.
    """

    problem: Problem
    levels: tuple[Level, ...]
    A: Floats
    border: Ints
    slope: Floats
    offset: Floats
    data: Data

    @property
    def width(self) -> int:
        """Number of coefficients of ``x``, those of the nodes above the lowest included."""
        return len(self.problem.owner)

    @property
    def comes_first(self) -> bool:
        """Whether to go along the forest before anything else is tried."""
        crossed = int((self.problem.owner[self.border] >= 0).sum())
        few = len(self.border) <= MOST_IN_BORDER and crossed <= MOST_CROSSED
        return few and self.width > FEW_EFFECTS

    def scales(self, theta: Floats) -> tuple[Floats, list[Floats]]:
        """Return the prior SDs of the border (M, p) and of every level (M, 1)."""
        S, _ = self.problem.scales(theta)
        sds = []
        for level in self.levels:
            owned = theta[:, [level.owner]] if level.owner >= 0 else np.ones((len(theta), 1))
            sds.append(level.multiplier * owned)
        return S[:, self.border], sds


def forest_of(model: Model, problem: Problem) -> Forest | None:
    """Return the forest of a model; None where no term lies above the eliminated one."""
    lowest = model.eliminated
    if lowest is None:
        return None
    blocks = {id(design): columns for design, columns in model.blocks()}
    candidates = _possible_levels(model)
    indices: list[Ints] = [model.group]
    chosen: list[RandomDesign | FixedDesign] = []
    while True:
        above = [
            (design, index)
            for design in candidates
            if not any(design is other for other in chosen)
            and _is_above(indices[-1], index := _index(design, model))
        ]
        if not above:
            break
        design, index = max(above, key=lambda pair: int(pair[1].max()))
        chosen.append(design)
        indices.append(index)
    if not chosen:
        return None
    order = np.lexsort(indices)
    levels = []
    nodes = np.arange(len(order))  # every child's place in the forest's order
    for i, index in enumerate(indices):
        labels = index[order]
        first = np.concatenate([[True], labels[1:] != labels[:-1]])
        number = np.cumsum(first) - 1
        at = np.flatnonzero(np.concatenate([[True], nodes[1:] != nodes[:-1]]))
        place = labels[first]
        if i == 0:
            owner, multiplier = problem.group_owner, problem.group_multiplier
        else:
            columns = blocks[id(chosen[i - 1])]
            place = place + columns.start
            owner = int(problem.owner[columns.start])
            multiplier = float(problem.multiplier[columns.start])
        levels.append(Level.of(number[at], place, owner, multiplier))
        nodes = number
    inner = np.concatenate([level.place for level in levels[1:]])
    border = np.setdiff1d(np.arange(model.A.shape[1]), inner)
    return Forest(
        problem=problem,
        levels=tuple(levels),
        A=np.ascontiguousarray(model.A[np.ix_(order, border)]),
        border=border,
        slope=model.slope[order],
        offset=problem.offset[order],
        data={key: values[order] for key, values in model.data.items()},
    )


def _possible_levels(model: Model) -> list[RandomDesign | FixedDesign]:
    """Return the terms whose effects add to a cell as they are, one of them to every cell."""
    random = [design for design in model.random if design.term.slope is None]
    fixed = [
        design
        for design in model.fixed
        if isinstance(design, FixedDesign)
        and design.term.columns
        and design.term.coding == "indicator"
    ]
    return [*random, *fixed]


def _index(design: RandomDesign | FixedDesign, model: Model) -> Ints:
    return np.asarray(design.matrix(model.frame).argmax(axis=1))


def _is_above(below: Ints, index: Ints) -> bool:
    """Whether all cells of a group of ``below`` have one level of ``index``."""
    first = np.full(int(below.max()) + 1, -1)
    first[below[::-1]] = index[::-1]
    return bool((first[below] == index).all())
