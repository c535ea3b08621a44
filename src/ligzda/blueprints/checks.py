"""Checks of the models that a person can read: unique, traced, full 2³, aliases, infeasible cells.

The mathematics is in distance.py and design.py; here rows of the database become their input, and
codes become words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ligzda.blueprints import queries
from ligzda.blueprints.design import Alias, FactorialCheck, aliases, full_factorial, inseparable
from ligzda.blueprints.distance import (
    FactorScale,
    Levels,
    Neighbour,
    gower,
    nearest_practice,
    nearest_twins,
    unseen_levels,
)
from ligzda.blueprints.models import Exclusion, Factor, Practice, SpanningFactor
from ligzda.blueprints.proposer import Exclusion as Excluded
from ligzda.blueprints.proposer import Spanning
from ligzda.kernel.models import in_language

SPANNING = ("A", "B", "C")
# Factors whose levels have an order. The others are names.
ORDERED = frozenset({"duration"})


@dataclass(frozen=True)
class Nearest:
    """A model's nearest twin or practice, in words."""

    code: str
    name: str
    distance: float
    compared: int
    differing: Sequence[str]


@dataclass(frozen=True)
class ModelCheck:
    """What the checks say about one model.

    `mismatch`: spanning factors its levels contradict; `distances`: to every model in order, None
    to itself; `clashes`: levels of its that exclude each other; `undecided`: factors without one.
    """

    code: str
    name: str
    number: int
    draft: bool
    cell: str
    distances: Sequence[float | None]
    clashes: Sequence[str]
    undecided: Sequence[str]
    twin: Nearest | None
    practice: Nearest | None
    traced: Sequence[str]
    unseen: Sequence[str]
    mismatch: Sequence[str]


@dataclass(frozen=True)
class AliasRow:
    """A secondary factor, and what it explains of every spanning effect."""

    factor: str
    cells: Sequence[Alias]


@dataclass(frozen=True)
class Report:
    """All checks."""

    models: Sequence[ModelCheck]
    factorial: FactorialCheck
    effects: Sequence[str]
    aliases: Sequence[AliasRow]
    inseparable: Sequence[tuple[str, str]]

    @property
    def unique(self) -> bool:
        """Whether no two models have the same levels."""
        return all(row.twin is None or row.twin.distance > 0 for row in self.models)

    @property
    def traced(self) -> bool:
        """Whether every model is traced to a practice."""
        return all(row.traced for row in self.models)

    @property
    def consistent(self) -> bool:
        """Whether every model's levels stand on the sides its cell says."""
        return not any(row.mismatch for row in self.models)

    @property
    def allowed(self) -> bool:
        """Whether no model has levels that exclude each other."""
        return not any(row.clashes for row in self.models)

    @property
    def decided(self) -> bool:
        """Whether every model has one level of every factor."""
        return not any(row.undecided for row in self.models)

    @property
    def passed(self) -> bool:
        """Whether all checks are passed."""
        return (
            self.unique
            and self.traced
            and self.factorial.full
            and self.consistent
            and self.allowed
            and self.decided
        )


def scales() -> list[FactorScale]:
    """Return the factors as distances see them."""
    return [
        FactorScale(
            factor.code, tuple(level.code for level in factor.levels), factor.code in ORDERED
        )
        for factor in queries.factors()
    ]


def practice_levels() -> dict[str, dict[str, str]]:
    """Return what is known of every practice: code → factor → level."""
    rows = Practice.objects.prefetch_related("levels__factor", "levels__level")
    return {
        row.code: {known.factor.code: known.level.code for known in row.levels.all()}
        for row in rows
    }


def spanning() -> list[Spanning]:
    """Return A, B and C as the proposer needs them: those that have sides."""
    rows = SpanningFactor.objects.order_by("code").prefetch_related("sides__level__factor")
    found = []
    for row in rows:
        sides = list(row.sides.all())
        if sides:
            plus = frozenset(side.level.code for side in sides if side.plus)
            found.append(Spanning(row.code, sides[0].level.factor.code, plus))
    return found


def exclusions() -> list[Excluded]:
    """Return the pairs of levels that no model can have together."""
    rows = Exclusion.objects.select_related("first__factor", "second__factor")
    return [
        Excluded(
            (row.first.factor.code, row.first.code),
            (row.second.factor.code, row.second.code),
            in_language(row, "reason"),
        )
        for row in rows
    ]


def check(*, drafts: bool = False) -> Report:
    """Check the newest published versions of all models, or the drafts in their place."""
    return check_models(queries.designs(drafts=drafts))


def check_models(rows: Sequence[queries.Design]) -> Report:
    """Check these models."""
    levels: Mapping[str, Levels] = {row.code: row.levels for row in rows}
    names = {row.code: row.name for row in rows}
    factor_scales = scales()
    factor_names = {row.code: in_language(row, "name") for row in Factor.objects.all()}
    labels = {
        (factor.code, level.code): level.label
        for factor in queries.factors()
        for level in factor.levels
    }
    known = practice_levels()
    practice_names = {row.code: in_language(row, "name") for row in Practice.objects.all()}
    twins = nearest_twins(levels, factor_scales)
    unseen = unseen_levels(levels, known)
    sides = spanning()
    cells = {row.code: row.cell for row in rows}
    spanned = {side.factor for side in sides}
    secondary = [scale.code for scale in factor_scales if scale.code not in spanned]
    excluded = exclusions()
    designed = [(row.cell, levels[row.code]) for row in rows]
    found = aliases(designed, SPANNING, secondary) if len(rows) > 1 else []
    effects = list(dict.fromkeys(alias.effect for alias in found))
    checked = []
    for row in rows:
        near = nearest_practice(levels[row.code], known, factor_scales)
        checked.append(
            ModelCheck(
                code=row.code,
                name=row.name,
                number=row.number,
                draft=row.draft,
                distances=[
                    None
                    if other.code == row.code
                    else gower(row.levels, other.levels, factor_scales).value
                    for other in rows
                ],
                clashes=[
                    f"{labels[pair.one]} × {labels[pair.other]}"
                    for pair in excluded
                    if pair.hits(row.levels)
                ],
                undecided=[
                    factor_names[scale.code]
                    for scale in factor_scales
                    if scale.code not in row.levels
                ],
                cell="".join(row.cell[letter] for letter in SPANNING),
                twin=_nearest(twins.get(row.code), names, factor_names),
                practice=_nearest(near, practice_names, factor_names),
                traced=row.practices,
                unseen=[f"{factor_names[pair[0]]}: {labels[pair]}" for pair in unseen[row.code]],
                mismatch=[
                    side.code
                    for side in sides
                    if side.factor in levels[row.code]
                    and side.sign(levels[row.code]) != row.cell[side.code]
                ],
            )
        )
    return Report(
        checked,
        full_factorial(cells, SPANNING),
        effects,
        [
            AliasRow(factor_names[code], [alias for alias in found if alias.factor == code])
            for code in secondary
        ],
        [
            (factor_names[one], factor_names[other])
            for one, other in inseparable(designed, secondary)
        ]
        if len(rows) > 1
        else [],
    )


def _nearest(
    found: Neighbour | None, names: Mapping[str, str], factors: Mapping[str, str]
) -> Nearest | None:
    if found is None:
        return None
    differing = [factors[code] for code in found.differing]
    return Nearest(found.code, names[found.code], found.distance, found.compared, differing)
