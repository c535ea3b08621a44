"""From a file of records or of cells to tables that can be protected or attacked.

A row is a record, or a number of them (`count`), or a cell of a table that has its totals; the last
is told by the label of totals in one of the columns.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from ligzda.disclosure import (
    TOTAL,
    Dimension,
    DisclosureError,
    Fault,
    Place,
    ProtectedTable,
    Reason,
    Status,
    Table,
    as_read,
    named,
)
from ligzda.disclosure.tables import refuse_large
from ligzda.evidence import TableError
from ligzda.findings import delimited
from ligzda.findings.file_faults import FileFault
from ligzda.findings.inputs import read_input
from ligzda.kernel.tables.delimited import delimiter_of
from ligzda.kernel.tables.delimited import rows as rows_of
from ligzda.labels import label


@dataclass(frozen=True)
class Reading:
    """How a file is to be read: which columns are dimensions, which the numbers."""

    by: tuple[str, ...]
    count: str | None = None
    euro: str | None = None
    contributor: str | None = None
    total: str = "total"
    sensitive: frozenset[str] | None = None
    """None: belonging to any category of any dimension is sensitive."""
    structural: tuple[Mapping[str, str], ...] = ()
    trees: Mapping[str, Path] = field(default_factory=dict)
    fixed: tuple[tuple[str, str], ...] = ()
    population: str = ""


def read_tables(path: Path, reading: Reading) -> tuple[Table, ...]:
    """Read the table of people and, where there is a column of euro, that of money.

    Raises TableError for a file that cannot be read and DisclosureError, with its row and column,
    for figures that cannot be.
    """
    columns = _columns(path, reading)
    places, rows = columns.places, columns.rows
    dimensions = _dimensions(columns, reading)
    trees = tuple(_tree(name, reading) for name, _ in reading.fixed if name in reading.trees)
    structural = _structural(dimensions, reading)
    counted: dict[Place, float] = defaultdict(float)
    given_totals: dict[Place, tuple[float, int]] = {}
    leaves = [set(each.leaves) for each in dimensions]
    for place, number, row in zip(places, columns.counts, rows, strict=True):
        inner = all(code in known for code, known in zip(place, leaves, strict=True))
        if columns.has_totals and (place in given_totals or (inner and place in counted)):
            cell = named(dimensions, place)
            raise DisclosureError(Fault.CELL_TWICE, row=row, cell=cell)
        if inner:
            counted[place] += number
        else:
            given_totals[place] = (number, row)
    common = {"structural": structural, "fixed": reading.fixed, "trees": trees}
    population = reading.population
    people = Table.from_cells(dimensions, counted, population=population, **common)  # type: ignore[arg-type]
    for place, (number, row) in given_totals.items():
        if abs(people.values[place] - number) > 1e-6:
            raise DisclosureError(
                Fault.TOTALS_DISAGREE,
                row=row,
                column=reading.count,
                cell=named(dimensions, place),
                given=number,
                summed=people.values[place],
            )
    if reading.euro is None:
        return (people,)
    given: defaultdict[Place, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for place, amount, who in zip(places, columns.amounts, columns.contributors, strict=True):
        given[place][who] += amount
    sums = {place: math.fsum(each.values()) for place, each in given.items()}
    money = Table.from_cells(
        dimensions, sums, population=population, measure=reading.euro, given_by=given, **common  # type: ignore[arg-type]
    )  # fmt: skip
    return people, money


SUPPRESSED = frozenset({"", "x", "c", "..", "...", "…", "*", "-", "–"})
"""How offices write that a figure is not shown; “<5” too."""

_FROM_NOUGHT = ("", Reason.SMALL, Reason.SAMPLING_ZERO)
"""Reasons for which a cell keeps the range from nought to the threshold."""


def read_published(path: Path, reading: Reading, threshold: int) -> ProtectedTable:
    """Read a table as an outsider has it: some figures are not there.

    A column of statuses (`count_status`) says, where there is one, which of them a rule suppressed.
    """
    assert reading.count
    heading = read_heading(path)
    state_of = f"{reading.count}_status"
    reason_of = f"{reading.count}_reason"
    states = [name for name in (state_of, reason_of) if name in heading]
    read = read_text_columns(path, [*reading.by, reading.count, *states])
    texts = read.columns[reading.count]
    hidden = [text.lower() in SUPPRESSED or text.startswith("<") for text in texts]
    shown = [text for text, secret in zip(texts, hidden, strict=True) if not secret]
    lines = [line for line, secret in zip(read.lines, hidden, strict=True) if not secret]
    numbers = iter(delimited.numbers(shown, lines, reading.count, path.name, read.delimiter))
    status = read.columns.get(state_of, [""] * len(texts))
    reasons = read.columns.get(reason_of, [""] * len(texts))
    labels = zip(*(read.columns[name] for name in reading.by), strict=True)
    published: dict[Place, float | None] = {}
    primary = set()
    for row, secret, state, reason, line in zip(
        labels, hidden, status, reasons, read.lines, strict=True
    ):
        place = tuple(TOTAL if text == reading.total else text for text in row)
        if place in published:
            cell = ", ".join(text for text in row if text != reading.total)
            raise DisclosureError(Fault.CELL_TWICE, row=line, cell=cell or reading.total)
        published[place] = None if secret else float(next(numbers))
        if secret and state == Status.PRIMARY and reason in _FROM_NOUGHT:
            primary.add(place)
    codes = (dict.fromkeys(place[at] for place in published) for at in range(len(reading.by)))
    dimensions = tuple(
        _flat_or_tree(name, [code for code in seen if code != TOTAL], reading)
        for name, seen in zip(reading.by, codes, strict=True)
    )
    return as_read(
        dimensions, published, primary=primary, threshold=threshold, population=reading.population
    )


def _flat_or_tree(name: str, seen: Sequence[str], reading: Reading) -> Dimension:
    if name not in reading.trees:
        return Dimension.flat(name, seen)
    tree = _tree(name, reading)
    for code in seen:
        if code not in tree.parents:
            raise DisclosureError(Fault.UNKNOWN_CODE, column=name, code=code, dimension=name)
    return Dimension(name, _used(tree, set(seen)))


def is_published(path: Path, reading: Reading) -> bool:
    """Whether a file is a table with figures left out, and not one of records."""
    if reading.count is None or reading.euro:
        return False
    texts = read_text_columns(path, [reading.count]).columns[reading.count]
    return any(text.lower() in SUPPRESSED or text.startswith("<") for text in texts)


def read_heading(path: Path) -> list[str]:
    """Return the names of a file's columns."""
    file = read_input(path, lambda fault: TableError(fault, source=path.name))
    text = delimited.read_text(file.content or b"", path.name)
    delimiter, _ = delimiter_of(text)
    _, _, cells = next(rows_of(text, delimiter), (1, 1, []))
    return [label(cell) for cell in cells]


@dataclass(frozen=True)
class _Columns:
    places: list[Place]
    rows: list[int]
    counts: list[float]
    amounts: list[float]
    contributors: list[str]
    has_totals: bool


def _columns(path: Path, reading: Reading) -> _Columns:
    source = path.name
    numbers = [name for name in (reading.count, reading.euro) if name]
    wanted = [*reading.by, *numbers, *([reading.contributor] if reading.contributor else [])]
    read = read_text_columns(path, wanted)
    labels = [read.columns[name] for name in reading.by]
    for name, column in zip(reading.by, labels, strict=True):
        for text, row in zip(column, read.lines, strict=True):
            if not text:
                said = FileFault.LABEL_SAYS_MISSING.of(text=text)
                raise TableError(said, source=source, column=name, row=row)
    places = [
        tuple(TOTAL if text == reading.total else text for text in row)
        for row in zip(*labels, strict=True)
    ]

    def of(name: str | None, fault: Fault) -> list[float]:
        if name is None:
            return [1.0] * len(places)
        found = delimited.numbers(read.columns[name], read.lines, name, source, read.delimiter)
        for value, row in zip(found, read.lines, strict=True):
            if math.isnan(value):
                said = FileFault.NOT_A_NUMBER.of(text="")
                raise TableError(said, source=source, column=name, row=row)
            if value < 0:
                raise DisclosureError(fault, row=row, column=name, value=float(value))
            if fault is Fault.NEGATIVE_COUNT and value != int(value):
                raise DisclosureError(Fault.NOT_WHOLE, row=row, column=name, value=float(value))
        return [float(value) for value in found]

    return _Columns(
        places,
        read.lines,
        of(reading.count, Fault.NEGATIVE_COUNT),
        of(reading.euro, Fault.NEGATIVE) if reading.euro else [],
        read.columns[reading.contributor] if reading.contributor else [],
        any(TOTAL in place for place in places),
    )


def read_text_columns(path: Path, wanted: Sequence[str]) -> delimited.Delimited:
    """Read columns of a CSV file as text."""
    source = path.name
    file = read_input(path, lambda fault: TableError(fault, source=source))
    if file.content is None or file.is_parquet:
        raise TableError(FileFault.NOT_TEXT, source=source)
    text = delimited.read_text(file.content, source)
    return delimited.read_columns(text, source, wanted, absent=FileFault.COLUMN_ABSENT)


def _dimensions(columns: _Columns, reading: Reading) -> tuple[Dimension, ...]:
    found = []
    for at, name in enumerate(reading.by):
        seen = dict.fromkeys(place[at] for place in columns.places if place[at] != TOTAL)
        sensitive = reading.sensitive is None or name in reading.sensitive
        if name in reading.trees:
            tree = _tree(name, reading)
            for code in seen:
                if code not in tree.parents:
                    row = columns.rows[[place[at] for place in columns.places].index(code)]
                    raise DisclosureError(
                        Fault.UNKNOWN_CODE, row=row, column=name, code=code, dimension=name
                    )
            found.append(Dimension(name, _used(tree, set(seen)), sensitive))
        else:
            found.append(Dimension.flat(name, seen, sensitive=sensitive))
    dimensions = tuple(found)
    refuse_large(dimensions)
    return dimensions


def _used(tree: Dimension, seen: set[str]) -> dict[str, str]:
    """Leave out the branches of a tree that the file does not have."""
    kept = seen | {above for code in seen for above in tree.ancestors(code)}
    return {code: parent for code, parent in tree.parents.items() if code in kept}


def _tree(name: str, reading: Reading) -> Dimension:
    """Read a tree: a CSV file with the columns `code` and `parent`, empty at the top."""
    read = read_text_columns(reading.trees[name], ("code", "parent"))
    pairs = zip(read.columns["code"], read.columns["parent"], strict=True)
    tree = Dimension(name, dict(pairs))
    _ = tree.codes  # refuses a circle and a parent that is not there
    return tree


def _structural(dimensions: tuple[Dimension, ...], reading: Reading) -> frozenset[Place]:
    """Return the inner cells that a pattern (`sex=male, status=pregnant`) covers."""
    names = [each.name for each in dimensions]
    found: set[Place] = set()
    for pattern in reading.structural:
        for name, code in pattern.items():
            if name not in names:
                allowed = ", ".join(names)
                raise DisclosureError(Fault.UNKNOWN_DIMENSION, dimension=name, allowed=allowed)
            if code not in dimensions[names.index(name)].parents:
                raise DisclosureError(Fault.UNKNOWN_CODE, dimension=name, code=code)
        choices = (
            sorted(each.leaves_of(pattern[each.name])) if each.name in pattern else each.leaves
            for each in dimensions
        )
        found.update(product(*choices))
    return frozenset(found)
