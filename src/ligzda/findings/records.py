"""From a file of records to the table that the engine reads, by the columns that a plan names.

A row is a participant or a cell (counts). Participants with a yes/no outcome are reduced to cells
on the way in, so a million of them cost no more than the reading. Every refusal names the file,
the row as the file counts it, the column, what is wrong and what to do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ligzda.evidence import Plan, Table, TableError, family_of
from ligzda.findings import delimited, parquet
from ligzda.findings.inputs import InputFile, read_input
from ligzda.findings.labels import read_labels
from ligzda.indicators import PARTICIPANTS


@dataclass(frozen=True)
class CountedPlan:
    """A plan written for participants, to be carried out on their cells.

    `given` is the plan as it was written and as reports tell it; `of_cells` is what the engine
    reads: the same, with the column of counts named in its outcome.
    """

    given: Plan

    @property
    def of_cells(self) -> Plan:
        """The plan over cells."""
        outcome = self.given.outcome
        trials = family_of(outcome).size_part
        assert trials is not None
        columns = {**outcome.columns, trials: PARTICIPANTS}
        return replace(self.given, outcome=replace(outcome, columns=columns))


@dataclass(frozen=True)
class Records:
    """What the engine gets: a table, the plan that reads it, and how many rows the file had.

    `aggregate` says that the file itself held no single person.
    """

    table: Table
    plan: Plan | CountedPlan
    rows: int
    aggregate: bool

    @property
    def engine_plan(self) -> Plan:
        """The plan that fits the table."""
        return self.plan.of_cells if isinstance(self.plan, CountedPlan) else self.plan


@dataclass(frozen=True)
class Columns:
    """The columns of a file that a plan uses: those that are numbers, and those that are labels.

    `made` are those that the family makes itself; a file that has one of them is refused where the
    plan uses it, because nobody could say which of the two is meant.
    """

    numbers: tuple[str, ...]
    labels: tuple[str, ...]
    made: frozenset[str] = frozenset()

    @classmethod
    def of(cls, plan: Plan) -> "Columns":
        """Collect the columns that the plan names anywhere, in its order."""
        parts, texts = plan.outcome.columns, family_of(plan.outcome).labels
        numbers = dict.fromkeys(name for part, name in parts.items() if part not in texts)
        labels = dict.fromkeys(name for part, name in parts.items() if part in texts)
        for term in plan.terms:
            numeric = getattr(term, "coding", "") == "numeric"
            (numbers if numeric else labels).update(dict.fromkeys(term.columns))
            if slope := getattr(term, "slope", None):
                numbers[slope] = None
        for role in (plan.roles.site, plan.roles.arm):
            if role and role not in numbers:
                labels[role] = None
        for contrast in plan.contrasts:
            if contrast.column not in numbers:
                labels[contrast.column] = None
        made = frozenset(family_of(plan.outcome).makes) & (numbers.keys() | labels.keys())
        # A column that is both (an arm coded 0/1 with a slope) stays text: the engine converts.
        return cls(
            tuple(name for name in numbers if name not in labels and name not in made),
            tuple(name for name in labels if name not in made),
            made,
        )


def read_data(path: Path) -> InputFile:
    """Read a file of records; TableError where it is not there, or is a folder."""
    return read_input(path, lambda fault: TableError(fault, source=str(path)))


def read_records(data: InputFile, plan: Plan) -> Records:
    """Take the columns that the plan uses from a CSV or Parquet file.

    Raises TableError with a sentence for people.
    """
    columns = Columns.of(plan)
    source = data.name
    aggregate = bool(set(family_of(plan.outcome).aggregates) & set(plan.outcome.columns))
    content: dict[str, Any]
    if data.is_parquet or data.content is None:
        if _reducible(plan):
            cells = parquet.read_cells(data.path, columns.labels, columns.numbers)
            return _from_counts(plan, columns, _relabelled(plan, columns, cells, source), source)
        content, lines = parquet.read_columns(
            data.path, columns.labels, columns.numbers, columns.made
        )
    else:
        text = delimited.read_text(data.content, source)
        found = delimited.read_columns(
            text, source, (*columns.labels, *columns.numbers), columns.made
        )
        lines = found.lines
        numbers = {
            name: delimited.numbers(found.columns[name], lines, name, source, found.delimiter)
            for name in columns.numbers
        }
        if _reducible(plan):
            counts = _count(found.columns, numbers, columns, lines)
            return _from_counts(plan, columns, _relabelled(plan, columns, counts, source), source)
        content = {name: found.columns[name] for name in columns.labels} | numbers
    labels = {
        name: _labels_read(plan, name, list(map(str, content[name])), lines, source)
        for name in columns.labels
    }
    table = Table.from_columns({**content, **labels}, source=source, rows=lines)
    return Records(table, plan, len(lines), aggregate)


def _reducible(plan: Plan) -> bool:
    """Whether rows are participants with a yes/no outcome that must not be missing."""
    outcome = plan.outcome
    return family_of(outcome).is_yes_or_no(outcome) and outcome.missing == "refuse"


Key = tuple[str | float, ...]
"""A combination of labels and numbers, in the order of `Columns`."""
Counts = Mapping[Key, tuple[int, int]]
"""Combination → how many participants have it, and the first row of them."""


def _together(counted: Iterable[tuple[Key, int, int]]) -> Counts:
    """Count what has the same combination together: (combination, participants, first row).

    The one reducer of records. A row of text is one participant; an engine that holds the records
    (Parquet's, ADR 0024) hands over what it has counted; and combinations of both become one where
    their labels are the same once they are read.
    """
    found: dict[Key, list[int]] = {}
    for key, participants, row in counted:
        cell = found.get(key)
        if cell is None:
            found[key] = [participants, row]
        else:
            cell[0] += participants
            cell[1] = min(cell[1], row)
    return {key: (participants, row) for key, (participants, row) in found.items()}


def _count(
    texts: Mapping[str, list[str]],
    numbers: Mapping[str, np.ndarray],
    columns: Columns,
    lines: Iterable[int],
) -> Counts:
    keys = zip(
        *(texts[name] for name in columns.labels),
        *(numbers[name].tolist() for name in columns.numbers),
        strict=True,
    )
    return _together((key, 1, line) for line, key in zip(lines, keys, strict=True))


def _labels_read(
    plan: Plan, name: str, texts: Sequence[str], lines: Sequence[int], source: str
) -> list[str]:
    """Read a column of labels, looking once at each that is distinct."""
    last_to_first = zip(reversed(texts), reversed(lines), strict=True)
    read = read_labels(plan, name, dict(last_to_first), source)
    return [read[text] for text in texts]


def _relabelled(plan: Plan, columns: Columns, counts: Counts, source: str) -> Counts:
    """Count together the combinations whose labels are the same once they are read."""
    read = []
    for place, name in enumerate(columns.labels):
        first_rows: dict[str, int] = {}
        for key, (_, line) in counts.items():
            text = str(key[place])
            first_rows[text] = min(line, first_rows.get(text, line))
        read.append(read_labels(plan, name, first_rows, source))
    return _together(
        (
            (*(each[str(text)] for each, text in zip(read, key, strict=False)), *key[len(read) :]),
            participants,
            row,
        )
        for key, (participants, row) in counts.items()
    )


def _from_counts(plan: Plan, columns: Columns, counts: Counts, source: str) -> Records:
    """Make cells of counted participants: successes and participants in each combination."""
    names = (*columns.labels, *columns.numbers)
    family = family_of(plan.outcome)
    assert family.outcome_part is not None
    outcome = plan.outcome.columns[family.outcome_part]
    ordered = sorted(counts.items(), key=lambda item: item[1][1])
    content = {name: [key[place] for key, _ in ordered] for place, name in enumerate(names)}
    rows = [line for _, (_, line) in ordered]
    participants = np.array([count for _, (count, _) in ordered], dtype=np.float64)
    table = Table.from_columns(content, source=source, rows=rows)
    family.read(table, plan.outcome)  # refuses what is neither 0 nor 1
    values = table.numbers(outcome)
    cells = Table.from_columns(
        {**table.columns, outcome: values * participants, PARTICIPANTS: participants},
        source=source,
        rows=rows,
    )
    return Records(cells, CountedPlan(plan), int(participants.sum()), aggregate=False)
