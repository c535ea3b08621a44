"""A plan met with a table: cells, design, and hyperparameters, ready for inference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from ligzda.evidence.codes import Note, Remark
from ligzda.evidence.conditional import Problem
from ligzda.evidence.described import check_told_apart, describe_levels
from ligzda.evidence.errors import PlanError, TableError, nearest
from ligzda.evidence.families import Family, family_of
from ligzda.evidence.faults import Fault
from ligzda.evidence.latent import LatentStructure
from ligzda.evidence.level_scales import (
    LevelScales,
    centres_of,
    level_scales,
    owners_of_levels,
)
from ligzda.evidence.plan import Plan, RandomTerm, ShrunkTerm
from ligzda.evidence.priors import Hyper
from ligzda.evidence.tables import Floats, Ints, Table, natural_levels
from ligzda.evidence.terms import (
    FixedDesign,
    Frame,
    RandomDesign,
    ShrunkDesign,
    build_fixed,
    build_random,
    build_shrunk,
    check_slope,
    needs_labels,
    needs_numbers,
)

Design = FixedDesign | ShrunkDesign | RandomDesign


@dataclass(frozen=True, eq=False)
class Model:
    r"""Cells and design of :math:`\eta = o + A x + c\,b_g` with :math:`x_j \sim N(\mu_j, s_j^2)`.

    For coefficient j of ``A``: ``owner[j]`` is the index of the hyperparameter that is its SD
    (times ``multiplier[j]``), or −1 where the SD is the number ``multiplier[j]`` itself.
    ``group``, ``slope`` and ``group_owner`` describe the eliminated random term; without one,
    ``eliminated`` is None and ``slope`` is 0. ``scales`` are those of the Student-t terms by name;
    their hyperparameters stand behind all others. ``level_owner`` (G,) is the SD of each level of
    the eliminated term where they have one of their own.
    """

    plan: Plan
    family: Family
    frame: Frame
    data: dict[str, Floats]
    units: Floats
    n_rows: int
    fixed: tuple[FixedDesign | ShrunkDesign, ...]
    random: tuple[RandomDesign, ...]
    eliminated: RandomDesign | None
    hypers: tuple[Hyper, ...]
    A: Floats
    prior_mean: Floats
    owner: Ints
    multiplier: Floats
    group: Ints
    slope: Floats
    group_owner: int
    group_multiplier: float
    notes: tuple[Remark, ...]
    scales: Mapping[str, LevelScales] = field(default_factory=dict)
    level_owner: Ints | None = None

    def problem(self) -> Problem:
        """Return the part that inference works on."""
        parameters = {hyper.name: j for j, hyper in enumerate(self.hypers) if not hyper.is_sd}
        return Problem(
            LatentStructure(self.A, self.group, self.slope, self.n_groups),
            self.family,
            self.data,
            self.A @ self.prior_mean,
            self.owner,
            self.multiplier,
            self.group_owner,
            self.group_multiplier,
            parameters,
            self.level_owner,
            centres_of(self.hypers),
        )

    @property
    def new_levels(self) -> Ints:
        """Places of the SDs of what was not in the data, of Student-t terms."""
        return np.array([own.new for own in self.scales.values()], dtype=np.intp)

    @property
    def steady(self) -> NDArray[np.bool_]:
        """Which coefficients of ``x`` are no Student-t effects."""
        around = np.array([*(hyper.around for hyper in self.hypers), -1])
        return np.asarray(around[self.owner] < 0)

    @property
    def n_groups(self) -> int:
        """Number of levels of the eliminated term."""
        return len(self.eliminated.levels) if self.eliminated else 0

    def blocks(self) -> list[tuple[Design, slice]]:
        """Return the terms that make up ``x``, each with its slice of coefficients."""
        result: list[tuple[Design, slice]] = []
        start = 0
        designs: list[Design] = [*self.fixed, *self.random]
        for design in designs:
            width = len(design.levels) if isinstance(design, RandomDesign) else design.width
            result.append((design, slice(start, start + width)))
            start += width
        return result

    def hyper_index(self, name: str) -> int:
        """Return the place of a hyperparameter by name."""
        return [hyper.name for hyper in self.hypers].index(name)

    def new_level(self, name: str) -> int:
        """Return the place of the SD of an effect of a term on something not in the data."""
        return self.scales[name].new if name in self.scales else self.hyper_index(name)


def build_model(table: Table, plan: Plan) -> Model:
    """Check a table against a plan and reduce its rows to cells.

    Rows with the same values in every column that the plan uses are one cell, so the cost of
    inference does not grow with the number of participants. Raises :class:`TableError` and
    :class:`PlanError`.
    """
    family = family_of(plan.outcome)
    n_rows = len(table)
    table = family.split(table, plan.outcome)
    rows, used = _frame(table, plan)
    data = family.read(table, plan.outcome)
    _check_arms(table, plan, rows, family.units(data))
    keys = [np.unique(rows.labels[c], return_inverse=True)[1].astype(np.float64) for c in used]
    keys += [rows.numbers[c] for c in sorted(rows.numbers)]
    keys += family.distinct(data)
    first, cell = _unique_rows(keys, len(table))
    frame = rows.take(first)
    frame = replace(frame, described=describe_levels(plan, frame))

    fixed: list[FixedDesign | ShrunkDesign] = []
    random: list[RandomDesign] = []
    for i, term in enumerate(plan.terms, 1):
        if isinstance(term, RandomTerm):
            check_slope(term, frame, table)
            random.append(build_random(term, frame))
        elif isinstance(term, ShrunkTerm):
            fixed.append(build_shrunk(term, frame, f"terms[{i}]", plan.name))
        else:
            fixed.append(build_fixed(term, frame, f"terms[{i}]", plan.name))
    eliminated = max(random, key=lambda design: len(design.levels)) if random else None
    if eliminated is not None:  # inference wants the cells of one group side by side
        order = np.argsort(eliminated.index(frame), kind="stable")
        frame, place = frame.take(order), np.empty_like(order)
        place[order] = np.arange(len(order))
        cell = place[cell]
    cells = family.reduce(data, cell, frame.size)
    check_told_apart(plan, frame, [*fixed, *random], family.units(cells))
    hypers = _hypers(plan, family, cells, [*fixed, *random])
    kept = tuple(design for design in random if design is not eliminated)
    scales, added = level_scales(random, frame, plan.roles.site, hypers)

    names = [hyper.name for hyper in hypers]
    hypers += added
    level_owner = None
    if eliminated is not None and (own := scales.get(eliminated.term.name)) is not None:
        level_owner = owners_of_levels(eliminated, frame, own)
    matrices, means, owner, multiplier = [], [], [], []
    for design in (*fixed, *kept):
        matrix = design.matrix(frame)
        width = matrix.shape[1]
        matrices.append(matrix)
        if isinstance(design, FixedDesign):
            means.append(np.full(width, design.term.prior.mean))
            owner.append(np.full(width, -1))
            multiplier.append(np.full(width, design.term.prior.sd))
        else:
            means.append(np.zeros(width))
            if isinstance(design, RandomDesign) and design.term.name in scales:
                owner.append(owners_of_levels(design, frame, scales[design.term.name]))
            else:
                owner.append(np.full(width, names.index(design.term.name)))
            multiplier.append(np.full(width, design.term.multiplier))
    A = np.concatenate([np.zeros((frame.size, 0)), *matrices], axis=1)
    return Model(
        plan=plan,
        family=family,
        frame=frame,
        data=cells,
        units=family.units(cells),
        n_rows=n_rows,
        fixed=tuple(fixed),
        random=kept,
        eliminated=eliminated,
        hypers=hypers,
        A=A,
        prior_mean=np.concatenate([np.zeros(0), *means]),
        owner=np.concatenate([np.zeros(0, dtype=np.intp), *owner]).astype(np.intp),
        multiplier=np.concatenate([np.zeros(0), *multiplier]),
        group=eliminated.index(frame) if eliminated else np.arange(frame.size),
        slope=eliminated.multiplier(frame) if eliminated else np.zeros(frame.size),
        group_owner=names.index(eliminated.term.name) if eliminated else -1,
        group_multiplier=eliminated.term.multiplier if eliminated else 0.0,
        notes=_notes(fixed, frame, random, family.units(cells)),
        scales=scales,
        level_owner=level_owner,
    )


def _frame(table: Table, plan: Plan) -> tuple[Frame, list[str]]:
    roles = plan.roles
    labels = needs_labels(plan.terms) | {c for c in (roles.site, roles.arm) if c}
    labels |= {contrast.column for contrast in plan.contrasts}
    used = sorted(labels)
    numbers = {
        c: table.numbers(c, Fault.COVARIATE_NOT_FINITE) for c in sorted(needs_numbers(plan.terms))
    }
    return Frame({c: table.labels(c) for c in used}, numbers, len(table)), used


def _unique_rows(keys: list[Floats], length: int) -> tuple[Ints, Ints]:
    """Return the first row of each distinct combination, in sorted order, and each row's cell."""
    if not keys:
        return np.zeros(1, dtype=np.intp), np.zeros(length, dtype=np.intp)
    order = np.lexsort(keys[::-1])
    stacked = np.stack(keys)[:, order]
    new = np.concatenate([[True], (stacked[:, 1:] != stacked[:, :-1]).any(axis=0)])
    cell = np.empty(length, dtype=np.intp)
    cell[order] = np.cumsum(new) - 1
    return order[new], cell


def _check_arms(table: Table, plan: Plan, rows: Frame, units: Floats) -> None:
    arm = plan.roles.arm
    columns = [arm] if arm else []
    columns += [c.column for c in plan.contrasts if c.column not in columns]
    for column in columns:
        found = natural_levels(rows.labels[column])
        for level in found:
            if not units[rows.labels[column] == level].any():
                raise TableError(
                    Fault.LEVEL_WITHOUT_PARTICIPANTS.of(level=level),
                    source=table.source,
                    column=column,
                )
        wanted: list[tuple[str, str]] = []
        if column == arm:
            wanted += [("roles.arms", level) for level in plan.roles.arms]
            wanted += [("roles.control", plan.roles.control)] if plan.roles.control else []
            extra = [level for level in found if plan.roles.arms and level not in plan.roles.arms]
            if extra:
                line = int(table.rows[np.argmax(rows.labels[column] == extra[0])])
                raise TableError(
                    Fault.ARM_NOT_IN_PLAN.of(
                        extra=extra[0], choice=nearest(extra[0], plan.roles.arms)
                    ),
                    source=table.source,
                    column=column,
                    row=line,
                )
        for i, contrast in enumerate(plan.contrasts, 1):
            if contrast.column == column:
                wanted += [(f"contrasts[{i}].level", contrast.level)]
                wanted += [(f"contrasts[{i}].versus", contrast.versus)]
        for key, level in wanted:
            if level not in found:
                raise PlanError(
                    key,
                    Fault.LEVEL_WITHOUT_ROWS.of(
                        level=level,
                        column=column,
                        source=table.source,
                        choice=nearest(level, found),
                    ),
                    plan=plan.name,
                )


def _hypers(
    plan: Plan, family: Family, cells: dict[str, Floats], designs: list[Design]
) -> tuple[Hyper, ...]:
    spread = family.predictor_scale(cells)
    result = [
        Hyper(design.term.name, design.term.sd, spread, is_sd=True)
        for design in designs
        if not isinstance(design, FixedDesign)
    ]
    for name, source in family.expand_parameters(plan.outcome).items():
        prior = plan.outcome.parameters[source]
        result.append(Hyper(name, prior, family.parameter_scale(name, cells), is_sd=False))
    return tuple(result)


def _notes(
    fixed: list[FixedDesign | ShrunkDesign], frame: Frame, random: list[RandomDesign], units: Floats
) -> tuple[Remark, ...]:
    notes = []
    plain = [design for design in fixed if isinstance(design, FixedDesign)]
    if plain:
        matrix = np.concatenate([design.matrix(frame) for design in plain], axis=1)
        rank = int(np.linalg.matrix_rank(matrix))
        if rank < matrix.shape[1]:
            names = tuple(design.term.name for design in plain)
            notes.append(Note.RANK.of(rank=rank, width=matrix.shape[1], terms=names))
    notes += [
        Note.SINGLE_LEVEL.of(term=design.term.name) for design in random if len(design.levels) == 1
    ]
    empty = int((units == 0).sum())
    if empty:
        notes.append(Note.EMPTY_CELLS.of(cells=empty))
    return tuple(notes)
