r"""From a plan's terms to the linear predictor :math:`\eta = o + A x + c_g\, b_g`.

Each fixed term gives columns of the design matrix; each random term one column per level. The
random term with the most levels is kept apart as :math:`b`, because its block of the posterior
precision is diagonal and can be eliminated (see :mod:`ligzda.evidence.latent`); everything else is
:math:`x`.

``sum`` coding uses an orthonormal basis of the contrasts scaled by :math:`\sqrt{K/(K-1)}`, so that
every one of the K levels has the same prior variance; for two levels it is −1, +1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ligzda.evidence.errors import PlanError, TableError, nearest
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import FixedTerm, RandomTerm, ShrunkTerm, Term
from ligzda.evidence.priors import NormalPrior
from ligzda.evidence.tables import Column, Floats, Ints, Table, natural_levels

SEPARATOR = " × "
MANY_NUMBERS = 10  # more different numbers are levels only where the plan says so


@dataclass(frozen=True, eq=False)
class Frame:
    """Columns of predictor values for some cells or for an imagined population.

    ``labels[c]`` are texts; ``numbers[c]`` the same column as numbers, where the plan needs that.
    ``described[c]`` has one row a level of ``c``, with its value in every column that describes it
    (:mod:`ligzda.evidence.described`).
    """

    labels: Mapping[str, Column]
    numbers: Mapping[str, Floats]
    size: int
    described: Mapping[str, Frame] = field(default_factory=dict)

    def belonging(self, column: str) -> set[str]:
        """Return a column and those that describe its levels."""
        follow = self.described.get(column)
        return {column} if follow is None else {column, *follow.labels, *follow.numbers}

    def replace(self, column: str, level: str) -> Frame:
        """Return the same rows with one column set to ``level``, and with it what describes it."""
        labels, numbers = dict(self.labels), dict(self.numbers)
        if (follow := self.described.get(column)) is not None:
            row = int(np.argmax(follow.labels[column] == level))
            labels |= {c: np.full(self.size, v[row]) for c, v in follow.labels.items()}
            numbers |= {c: np.full(self.size, v[row]) for c, v in follow.numbers.items()}
        if column in labels:
            labels[column] = np.full(self.size, level)
        if column in numbers:
            try:
                numbers[column] = np.full(self.size, float(level))
            except ValueError:
                raise PlanError(
                    "contrasts", Fault.LEVEL_NOT_A_NUMBER.of(column=column, level=level)
                ) from None
        return Frame(labels, numbers, self.size, self.described)

    def take(self, rows: Ints) -> Frame:
        """Return some of the rows, in the order given."""
        return Frame(
            {c: v[rows] for c, v in self.labels.items()},
            {c: v[rows] for c, v in self.numbers.items()},
            len(rows),
            self.described,
        )


@dataclass(frozen=True, eq=False)
class FixedDesign:
    """A fixed term's columns, and the rows that turn coefficients into reported level effects."""

    term: FixedTerm
    levels: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    reported: Floats

    @property
    def width(self) -> int:
        """Number of coefficients."""
        return int(self.reported.shape[1])

    def matrix(self, frame: Frame) -> Floats:
        """Return the term's design matrix for the rows of ``frame``."""
        term = self.term
        if not term.columns:
            return np.ones((frame.size, 1))
        if term.coding == "numeric":
            product = np.ones(frame.size)
            for column in term.columns:
                product = product * ((frame.numbers[column] - term.center) / term.scale)
            return product[:, None] ** term.power
        blocks = np.ones((frame.size, 1))
        for column, levels in zip(term.columns, self.levels, strict=True):
            index = _codes(frame.labels[column], levels)
            coding = _coding(term, column, levels)
            blocks = (blocks[:, :, None] * coding[index][:, None, :]).reshape(frame.size, -1)
        return blocks


@dataclass(frozen=True, eq=False)
class ShrunkDesign:
    """The columns of several interactions, side by side."""

    term: ShrunkTerm
    designs: tuple[FixedDesign, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the coefficients: the columns of each interaction, and the level if several."""
        result = []
        for design in self.designs:
            base = SEPARATOR.join(design.term.columns)
            wide = design.width > 1
            result += [f"{base} {k + 1}" if wide else base for k in range(design.width)]
        return tuple(result)

    @property
    def levels(self) -> tuple[str, ...]:
        """What the SD is estimated from: the coefficients."""
        return self.names

    @property
    def width(self) -> int:
        """Number of coefficients."""
        return sum(design.width for design in self.designs)

    @property
    def reported(self) -> Floats:
        """What is reported are the coefficients themselves."""
        return np.eye(self.width)

    def matrix(self, frame: Frame) -> Floats:
        """Return the term's design matrix for the rows of ``frame``."""
        return np.concatenate([design.matrix(frame) for design in self.designs], axis=1)


@dataclass(frozen=True, eq=False)
class RandomDesign:
    """A random term's levels; ``index`` is −1 for a level that was not in the data."""

    term: RandomTerm
    levels: tuple[str, ...]

    def index(self, frame: Frame) -> Ints:
        """Return the level of every row of ``frame``, −1 where it is a new one."""
        known = {level: i for i, level in enumerate(self.levels)}
        joined = joined_labels(frame, self.term.columns)
        return np.array([known.get(str(label), -1) for label in joined], dtype=np.intp)

    def multiplier(self, frame: Frame) -> Floats:
        """Return what the effect is multiplied by in every row: 1, or the slope's column."""
        return frame.numbers[self.term.slope] if self.term.slope else np.ones(frame.size)

    def matrix(self, frame: Frame) -> Floats:
        """Return the term's design matrix (rows of new levels are 0)."""
        index = self.index(frame)
        matrix = np.zeros((frame.size, len(self.levels)))
        rows = np.flatnonzero(index >= 0)
        matrix[rows, index[rows]] = self.multiplier(frame)[rows]
        return matrix


def joined_labels(frame: Frame, columns: tuple[str, ...]) -> Column:
    """Return one label per row from several columns."""
    joined = frame.labels[columns[0]].astype(object)
    for column in columns[1:]:
        joined = joined + SEPARATOR + frame.labels[column].astype(object)
    return joined


def build_fixed(term: FixedTerm, frame: Frame, path: str, plan: str) -> FixedDesign:
    """Find the levels of a fixed term in the data; refuse a reference that is not among them."""
    if not term.columns:
        return FixedDesign(term, (), ("",), np.eye(1))
    if term.coding == "numeric":
        name = SEPARATOR.join(term.columns) + (f"^{term.power}" if term.power > 1 else "")
        return FixedDesign(term, (), (name,), np.eye(1))
    levels = tuple(natural_levels(frame.labels[column]) for column in term.columns)
    reported: Floats = np.ones((1, 1))
    names = [""]
    for column, found in zip(term.columns, levels, strict=True):
        reference = term.reference.get(column)
        if reference is not None and reference not in found:
            raise PlanError(
                f"{path}.reference",
                Fault.REFERENCE_NOT_THERE.of(
                    reference=reference, column=column, choice=nearest(reference, found)
                ),
                plan=plan,
            )
        if len(found) == 1 and term.coding != "indicator":
            raise PlanError(
                f"{path}.columns",
                Fault.SINGLE_LEVEL.of(column=column, found=found[0], name=term.name),
                plan=plan,
            )
        if not term.coded and len(found) > MANY_NUMBERS and _are_numbers(found):
            said = Fault.NUMBERS_AS_LEVELS.of(column=column, count=len(found), name=term.name)
            raise PlanError(f"{path}.coding", said, plan=plan)
        coding = _coding(term, column, found)
        shown = [i for i in range(len(found)) if term.coding != "reference" or coding[i].any()]
        reported = np.kron(reported, coding[shown]).astype(np.float64)
        names = [
            f"{name}{SEPARATOR}{found[i]}" if name else found[i] for name in names for i in shown
        ]
    return FixedDesign(term, levels, tuple(names), reported)


def build_shrunk(term: ShrunkTerm, frame: Frame, path: str, plan: str) -> ShrunkDesign:
    """Find the levels of the factors of a term of interactions."""
    return ShrunkDesign(
        term,
        tuple(
            build_fixed(
                FixedTerm(term.name, columns, NormalPrior(0.0, 1.0), coding="sum"),
                frame, path, plan,
            )
            for columns in term.products
        ),
    )  # fmt: skip


def build_random(term: RandomTerm, frame: Frame) -> RandomDesign:
    """Find the levels of a random term in the data."""
    return RandomDesign(term, natural_levels(joined_labels(frame, term.columns)))


def needs_numbers(terms: tuple[Term, ...]) -> set[str]:
    """Return the columns that some term uses as numbers."""
    wanted: set[str] = set()
    for term in terms:
        if isinstance(term, RandomTerm):
            wanted |= {term.slope} if term.slope else set()
        elif isinstance(term, FixedTerm) and term.coding == "numeric":
            wanted |= set(term.columns)
    return wanted


def needs_labels(terms: tuple[Term, ...]) -> set[str]:
    """Return the columns that some term uses as labels of levels."""
    wanted: set[str] = set()
    for term in terms:
        if isinstance(term, ShrunkTerm):
            wanted |= {column for product in term.products for column in product}
        elif isinstance(term, RandomTerm) or term.coding != "numeric":
            wanted |= set(term.columns)
    return wanted


def check_slope(term: RandomTerm, frame: Frame, table: Table) -> None:
    """Refuse a slope on a column that is 0 throughout."""
    if term.slope and not frame.numbers[term.slope].any():
        raise TableError(
            Fault.ZERO_SLOPE.of(name=term.name),
            source=table.source,
            column=term.slope,
        )


def _coding(term: FixedTerm, column: str, levels: tuple[str, ...]) -> Floats:
    """Return the rows (levels × coefficients) of one factor's coding."""
    k = len(levels)
    if term.coding == "indicator":
        return np.eye(k)
    if term.coding == "reference":
        base = levels.index(term.reference.get(column, levels[0]))
        return np.delete(np.eye(k), base, axis=1)
    helmert = np.zeros((k, k - 1))
    for j in range(1, k):
        helmert[:j, j - 1] = -1.0
        helmert[j, j - 1] = j
        helmert[:, j - 1] *= np.sqrt(k / (k - 1) / (j * (j + 1)))
    return helmert


def _are_numbers(levels: tuple[str, ...]) -> bool:
    try:
        return all(np.isfinite(float(level)) for level in levels)
    except ValueError:
        return False


def _codes(labels: Column, levels: tuple[str, ...]) -> Ints:
    known = {level: i for i, level in enumerate(levels)}
    return np.array([known[str(label)] for label in labels], dtype=np.intp)
