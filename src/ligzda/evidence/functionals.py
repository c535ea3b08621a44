r"""Linear functionals of the effects: what a contrast, an arm or a site is made of.

Every reported quantity on the link scale is :math:`\psi = g_x' x + g_b' b + \sum_h f_h\, \sigma_h
\varepsilon_h` – known effects, and fresh standard normal draws :math:`\varepsilon` for levels that
were not in the data (a new site).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ligzda.evidence.model import Model
from ligzda.evidence.plan import RandomTerm
from ligzda.evidence.tables import Floats
from ligzda.evidence.terms import Frame, RandomDesign, joined_labels


@dataclass(frozen=True, eq=False)
class Functionals:
    """q functionals: ``x`` (q, p), ``b`` (q, G), ``fresh`` (q, d) squared multipliers of σ_h²."""

    x: Floats
    b: Floats
    fresh: Floats

    def __sub__(self, other: Functionals) -> Functionals:
        """Return differences whose fresh parts are of different levels (independent)."""
        return Functionals(self.x - other.x, self.b - other.b, self.fresh + other.fresh)

    def take(self, rows: list[int]) -> Functionals:
        """Return some of the functionals."""
        return Functionals(self.x[rows], self.b[rows], self.fresh[rows])


Include = Callable[[RandomTerm], bool]


def everything(term: RandomTerm) -> bool:
    """Take every random term into the predictor."""
    return True


def stack(parts: list[Functionals]) -> Functionals:
    """Put functionals under each other."""
    return Functionals(
        np.concatenate([part.x for part in parts]),
        np.concatenate([part.b for part in parts]),
        np.concatenate([part.fresh for part in parts]),
    )


def predictor(
    model: Model, frame: Frame, include: Include = everything, fresh: Include = lambda term: False
) -> Functionals:
    """Return η of every row of ``frame``.

    Random terms for which ``include`` is false are left out; those for which ``fresh`` is true have
    a new level in every row, as have all whose level was not in the data.
    """
    x = np.zeros((frame.size, model.A.shape[1]))
    b = np.zeros((frame.size, max(model.n_groups, 0)))
    new = np.zeros((frame.size, len(model.hypers)))

    def unseen(design: RandomDesign, rows: np.ndarray) -> None:
        name = design.term.name
        owner = np.full(frame.size, model.new_level(name))
        if name in model.scales and not fresh(design.term):  # a new effect of a known site, perhaps
            owner = model.scales[name].owner(frame)
        size = (design.multiplier(frame) * design.term.multiplier) ** 2
        new[rows, owner[rows]] += size[rows]

    for design, columns in model.blocks():
        if not isinstance(design, RandomDesign):
            x[:, columns] = design.matrix(frame)
        elif include(design.term):
            index = design.index(frame)
            absent = (index < 0) | fresh(design.term)
            x[:, columns] = np.where(absent[:, None], 0.0, design.matrix(frame))
            unseen(design, absent)
    if model.eliminated is not None and include(model.eliminated.term):
        design = model.eliminated
        index = design.index(frame)
        absent = (index < 0) | fresh(design.term)
        rows = np.flatnonzero(~absent)
        b[rows, index[rows]] = design.multiplier(frame)[rows]
        unseen(design, absent)
    return Functionals(x, b, new)


def average(functionals: Functionals, weights: Floats) -> Functionals:
    """Return the weighted average of functionals, each with its own fresh levels."""
    share = weights / weights.sum()
    return Functionals(
        (share @ functionals.x)[None],
        (share @ functionals.b)[None],
        (share**2 @ functionals.fresh)[None],
    )


def belongs_to(model: Model, column: str) -> Include:
    """Return the rule for an average effect of ``column``.

    A random term of that column alone, or of what describes its levels, is part of the effect; one
    that varies between other things too (sites) is a deviation from the average and is left out.
    """
    own = model.frame.belonging(column)
    return lambda term: set(term.columns) <= own and term.slope in (None, *own)


def apart_from(model: Model, column: str) -> Include:
    """Return the rule for what has nothing to do with ``column``: the sites' own effects."""
    own = model.frame.belonging(column)
    return lambda term: own.isdisjoint(term.columns) and term.slope not in own


def levels_of(model: Model, column: str, levels: list[str], weights: Floats) -> Functionals:
    """Return the average predictor at each level of ``column``, deviations left out.

    The average is over the table's participants; it matters only where another term modifies the
    effect of ``column``.
    """
    parts = []
    for level in levels:
        frame = model.frame.replace(column, level)
        parts.append(average(predictor(model, frame, belongs_to(model, column)), weights))
    return stack(parts)


def deviation_variance(
    model: Model, column: str, level: str, versus: str, site: str | None = None
) -> Floats:
    """Return the squared multipliers (d,) of the SDs in a contrast's variation between sites.

    A random term that involves ``column`` beside others contributes two independent deviations,
    one per level; none, where the two levels are alike in the factors of the term. A slope on
    ``column`` contributes the difference of the slope's multiplier. Of a Student-t term the SD is
    that of ``site``, without one that of a new site (:mod:`ligzda.evidence.level_scales`).
    """
    result = np.zeros(len(model.hypers))
    one = model.frame.take(np.zeros(1, dtype=np.intp))
    plus, minus = one.replace(column, level), one.replace(column, versus)
    designs = [*model.random, *([model.eliminated] if model.eliminated else [])]
    for design in designs:
        term = design.term
        if belongs_to(model, column)(term):
            continue
        c1, c2 = float(design.multiplier(plus)[0]), float(design.multiplier(minus)[0])
        differ = joined_labels(plus, term.columns)[0] != joined_labels(minus, term.columns)[0]
        size = c1**2 + c2**2 if differ else (c1 - c2) ** 2
        place = model.new_level(term.name)
        if term.name in model.scales and site is not None:
            place = model.scales[term.name].places.get(site, place)
        result[place] += size * term.multiplier**2
    return result
