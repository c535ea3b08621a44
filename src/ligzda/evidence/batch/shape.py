"""What tables of one shape have in common: the design, and the functionals that are reported."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.contrasts import arm_levels, good_sign, planned_contrasts
from ligzda.evidence.functionals import (
    Functionals,
    apart_from,
    average,
    belongs_to,
    predictor,
    stack,
)
from ligzda.evidence.model import Model
from ligzda.evidence.plan import ContrastPlan, RandomTerm
from ligzda.evidence.tables import Floats, Ints, natural_levels
from ligzda.evidence.terms import FixedDesign, Frame


@dataclass(frozen=True, eq=False)
class Panel:
    """The levels of one column that are compared, in terms of functionals of the shape, ``first``
    and those behind it, ``size`` in all.

    Functional i < A − 1 is the effect of level i + 1 against level 0. ``place[a, r]`` is the
    functional that is the linear predictor of row r of the population under level a; where the
    level only adds its effect (``additive``) all levels share the rows of level 0. ``cell`` (A, N)
    is the row of every cell, to weight the rows by participants; without a link function there are
    no rows. ``pairs`` are the contrasts (level, versus), ``mids`` their MIDs (∞: none), ``own``
    their places among the plan's.
    """

    column: str
    first: int
    size: int
    levels: tuple[str, ...]
    sign: float
    additive: bool
    place: Ints
    cell: Ints
    own: tuple[int, ...]
    pairs: Ints
    mids: Floats

    @property
    def functionals(self) -> slice:
        """Where the panel's functionals stand among those of the shape."""
        return slice(self.first, self.first + self.size)

    def share(self, units: Floats) -> Floats:
        """Return the weights (B, A, R) of the rows for participants per cell (B, N)."""
        rows = self.place.shape[1]
        share = np.zeros((len(units), len(self.levels), rows))
        if rows:
            for a in range(len(self.levels)):
                indicator = np.zeros((units.shape[1], rows))
                indicator[np.arange(units.shape[1]), self.cell[a]] = 1.0
                share[:, a] = units @ indicator / units.sum(axis=1, keepdims=True)
        return share


@dataclass(frozen=True, eq=False)
class Shape:
    """Functionals ``gx`` (q, p), ``gb`` (q, G or 0) of a model; the first ``joint`` jointly.

    Those are the ``panels``': of the arms, which are ranked, and behind a link function of every
    other column that the plan contrasts.
    Then follow ``effects`` (term, level) and the contrasts on the link scale, ``contrasts``.
    ``shift`` is the functionals' value at the prior means. ``weighted`` says that the functionals
    themselves depend on the numbers of participants (interactions with the arm).
    """

    model: Model
    panel: Panel | None
    panels: tuple[Panel, ...]
    gx: Floats
    gb: Floats
    shift: Floats
    joint: int
    effects: tuple[tuple[str, str], ...]
    contrasts: tuple[ContrastPlan, ...]
    weighted: bool

    @classmethod
    def of(cls, model: Model, *, effects: bool) -> Shape:
        """Collect the functionals; with ``effects`` those of every fixed and kept random term."""
        weights = model.units.astype(np.float64)
        column, levels = _ranked(model)
        panels: list[Panel] = []
        parts: list[Functionals] = []
        for of, among in (_compared(model, column) | {column: levels}).items():
            if of is not None and len(among) > 1:
                panel, f = _panel(model, of, among, sum(len(part.x) for part in parts))
                panels.append(panel)
                parts.append(f)
        joint = sum(len(part.x) for part in parts)
        names: list[tuple[str, str]] = []
        if effects:
            for term, levels, f in _effects(model):
                parts.append(f)
                names += [(term, level) for level in levels]
        wanted = planned_contrasts(model)
        weighted = False
        for contrast in wanted:
            f = _difference(model, contrast, weights)
            uneven = weights * (1 + np.arange(len(weights)) % 3)
            other = _difference(model, contrast, uneven)
            weighted |= not (np.allclose(f.x, other.x) and np.allclose(f.b, other.b))
            parts.append(f)
        p, groups = model.A.shape[1], model.n_groups
        gx = np.concatenate([np.zeros((0, p)), *(part.x for part in parts)])
        gb = np.concatenate([np.zeros((0, groups)), *(part.b for part in parts)])
        return cls(
            model=model,
            panel=next((panel for panel in panels if panel.column == column), None),
            panels=tuple(panels),
            gx=np.ascontiguousarray(gx),
            gb=np.ascontiguousarray(gb if gb.any() else gb[:, :0]),
            shift=gx @ model.prior_mean,
            joint=joint,
            effects=tuple(names),
            contrasts=wanted,
            weighted=weighted,
        )


def _population(model: Model, column: str) -> tuple[Frame, Ints]:
    """Return the rows of the table that differ in other columns than this and what describes it,
    and each cell's row.
    """
    frame = model.frame
    own = frame.belonging(column)
    others = [c for c in (*frame.labels, *frame.numbers) if c not in own]
    columns = [frame.labels[c] if c in frame.labels else frame.numbers[c] for c in others]
    keys = [np.unique(values, return_inverse=True)[1] for values in columns]
    if not keys:
        return frame.take(np.zeros(1, dtype=np.intp)), np.zeros(frame.size, dtype=np.intp)
    _, first, cell = np.unique(np.stack(keys), axis=1, return_index=True, return_inverse=True)
    return frame.take(first), cell.ravel()


def _levels(model: Model, column: str, levels: list[str], weights: Floats) -> Functionals:
    """Return ``functionals.levels_of``, looking at each distinct row of the population once."""
    frame, cell = _population(model, column)
    share: Floats = np.bincount(cell, weights=weights, minlength=frame.size).astype(np.float64)
    return stack(
        [
            average(
                predictor(model, frame.replace(column, level), belongs_to(model, column)), share
            )
            for level in levels
        ]
    )


def _difference(model: Model, contrast: ContrastPlan, weights: Floats) -> Functionals:
    at = _levels(model, contrast.column, [contrast.level, contrast.versus], weights)
    return at.take([0]) - at.take([1])


def _effects(model: Model) -> list[tuple[str, tuple[str, ...], Functionals]]:
    """Functionals of the fixed terms' reported effects and of the random terms' levels.

    Levels of the eliminated term (mostly the cells) are left out unless it is the arms' own.
    """
    p, groups, d = model.A.shape[1], model.n_groups, len(model.hypers)
    result = []
    for design, columns in model.blocks():
        if isinstance(design, FixedDesign):
            rows, names = design.reported, design.names
        else:
            rows, names = np.eye(len(design.levels)), design.levels
        x = np.zeros((len(names), p))
        x[:, columns] = rows
        f = Functionals(x, np.zeros((len(x), groups)), np.zeros((len(x), d)))
        result.append((design.term.name, tuple(names), f))
    last = model.eliminated
    if last is not None and last.term.columns == (model.plan.roles.arm,):
        f = Functionals(np.zeros((groups, p)), np.eye(groups), np.zeros((groups, d)))
        result.append((last.term.name, last.levels, f))
    return result


def _ranked(model: Model) -> tuple[str | None, tuple[str, ...]]:
    """Return the column whose levels are ranked, the arms' or else the first contrast's."""
    wanted = planned_contrasts(model)
    column = model.plan.roles.arm or (wanted[0].column if wanted else None)
    if column is None:
        return None, ()
    if column in model.frame.labels:
        return column, arm_levels(model) or natural_levels(model.frame.labels[column])
    return column, _compared(model, None)[column]


def _compared(model: Model, ranked: str | None) -> dict[str | None, tuple[str, ...]]:
    """Return the levels that the plan contrasts by column, the ranked one first.

    Without a link function the contrasts themselves are differences of means.
    """
    levels: dict[str | None, dict[str, None]] = {ranked: {}}
    for contrast in planned_contrasts(model):
        levels.setdefault(contrast.column, {})
        levels[contrast.column] |= {contrast.level: None, contrast.versus: None}
    linked = model.plan.outcome.link != "identity" or ranked is None
    return {column: tuple(found) for column, found in levels.items() if linked or column == ranked}


def _panel(
    model: Model, column: str, levels: tuple[str, ...], first: int
) -> tuple[Panel, Functionals]:
    plan, wanted = model.plan, planned_contrasts(model)
    weights = model.units.astype(np.float64)
    at = _levels(model, column, list(levels), weights)
    zero = [0] * (len(levels) - 1)
    joint = at.take(list(range(1, len(levels)))) - at.take(zero)
    place = np.zeros((len(levels), 0), dtype=np.int64)
    cell = np.zeros((len(levels), len(weights)), dtype=np.intp)
    additive = True
    if plan.outcome.link != "identity":
        frame, row_of = _population(model, column)

        def include(term: RandomTerm) -> bool:
            # as in contrasts.standardise: the sites' own effects, not the arm's deviations there
            return belongs_to(model, column)(term) or apart_from(model, column)(term)

        rows = []
        for level in levels:
            f = predictor(model, frame.replace(column, level), include)
            rows.append(np.concatenate([f.x, f.b], axis=1))
        effect = np.concatenate([joint.x, joint.b], axis=1)
        additive = all(
            np.allclose(row - rows[0], e, atol=1e-12)
            for row, e in zip(rows[1:], effect, strict=True)
        )
        if additive:
            rows = rows[:1]
        distinct, inverse = np.unique(np.concatenate(rows), axis=0, return_inverse=True)
        inverse = inverse.reshape(len(rows), frame.size)[:, row_of]
        p = model.A.shape[1]
        joint = Functionals(
            np.concatenate([joint.x, distinct[:, :p]]),
            np.concatenate([joint.b, distinct[:, p:]]),
            np.zeros((len(joint.x) + len(distinct), len(model.hypers))),
        )
        place = np.tile(len(levels) - 1 + np.arange(len(distinct)), (len(levels), 1))
        cell = np.broadcast_to(inverse, (len(levels), len(weights)))
    own = [i for i, c in enumerate(wanted) if c.column == column]
    pairs = [(levels.index(wanted[i].level), levels.index(wanted[i].versus)) for i in own]
    mids = [wanted[i].mid for i in own]
    return Panel(
        column=column,
        first=first,
        size=len(joint.x),
        levels=tuple(levels),
        sign=good_sign(plan),
        additive=additive,
        place=place.astype(np.int64),
        cell=cell,
        own=tuple(own),
        pairs=np.array(pairs, dtype=np.int64).reshape(-1, 2),
        mids=np.array([np.inf if mid is None else mid for mid in mids], dtype=np.float64),
    ), joint
