"""Arms that are described by factors: what an arm is in every other column that the terms use.

A trial of models that are combinations of factors may have terms for the factors, for the model, or
for both; what an arm does is the sum of all of them. So wherever an arm is set, the columns that
describe it are set with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from ligzda.evidence.errors import PlanError
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import Plan, RandomTerm, Term
from ligzda.evidence.tables import Floats, natural_levels
from ligzda.evidence.terms import FixedDesign, Frame, RandomDesign, ShrunkDesign

Design = FixedDesign | ShrunkDesign | RandomDesign
_SAME = 1e-9  # of an effect's share in what a level does


def describe_levels(plan: Plan, frame: Frame) -> dict[str, Frame]:
    """Return, by compared column, one row a level with that level's value in what describes it.

    A column describes the arms where each arm has one value of it, not the same in all. Numbers
    that differ from arm to arm while every arm is a single row are a covariate that happens to:
    they say nothing of the arms. Another compared column is looked at only where no term has it.
    """
    found = {}
    used = {name for term in plan.terms for name in _names(term)}
    for column in _compared(plan):
        if column != plan.roles.arm and column in used:
            continue
        labels = frame.labels[column]
        levels = natural_levels(labels)
        rows = np.array([int(np.argmax(labels == level)) for level in levels], dtype=np.intp)
        single = len(labels) == len(levels)
        own = [
            name
            for name in dict.fromkeys(name for term in plan.terms for name in _names(term))
            if name not in (column, plan.roles.site, plan.roles.arm)
            and _follows(frame, column, name, single=single)
        ]
        found[column] = Frame(
            {c: frame.labels[c][rows] for c in (column, *own) if c in frame.labels},
            {c: frame.numbers[c][rows] for c in own if c in frame.numbers},
            len(rows),
        )
    return found


def check_told_apart(
    plan: Plan, frame: Frame, designs: Sequence[Design], participants: Floats
) -> None:
    """Refuse levels that are to be compared and that no term tells apart.

    Their contrast would be exactly 0, whatever the data: an interaction of two factors alone, say,
    is the same in both corners. A random term that has the arm only beside others (a site's own
    deviation) says nothing of the arm's average effect. ``participants`` (N,) of each cell.
    """
    share = participants / max(float(participants.sum()), 1.0)
    for column in _compared(plan):
        own = frame.belonging(column)
        telling = [
            design
            for design in designs
            if not isinstance(design, RandomDesign) or set(_names(design.term)) <= own
        ]
        if any(column in _names(design.term) for design in telling):
            continue
        key = "roles.arm" if column == plan.roles.arm else "contrasts"
        levels = natural_levels(frame.labels[column])
        frames = [frame.replace(column, level) for level in levels]
        effects = [[share @ design.matrix(one) for design in telling] for one in frames]
        for i, j in combinations(range(len(levels)), 2):
            pairs = zip(effects[i], effects[j], strict=True)
            if all(np.allclose(one, other, rtol=_SAME, atol=_SAME) for one, other in pairs):
                said = Fault.LEVELS_ALIKE.of(one=levels[i], other=levels[j], column=column)
                raise PlanError(key, said, plan=plan.name)


def _compared(plan: Plan) -> list[str]:
    arm = [plan.roles.arm] if plan.roles.arm else []
    return list(dict.fromkeys([*arm, *(contrast.column for contrast in plan.contrasts)]))


def _names(term: Term) -> list[str]:
    slope = term.slope if isinstance(term, RandomTerm) else None
    return [*term.columns, *([slope] if slope else [])]


def _follows(frame: Frame, column: str, name: str, *, single: bool) -> bool:
    labels = frame.labels[column]
    numeric = name not in frame.labels
    values = frame.numbers[name] if numeric else frame.labels[name]
    different = len(np.unique(values))
    if different == 1 or (numeric and single and different > 2):
        return False
    pairs = set(zip(labels.tolist(), values.tolist(), strict=True))
    return len(pairs) == len(np.unique(labels))
