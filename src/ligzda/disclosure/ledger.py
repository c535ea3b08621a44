"""Everything ever published, as one file of lines: one release each, chained by hashes.

A line holds each table of a release with its figures, statuses and the ranges that its suppressed
cells must keep. It is only ever added to; a corrected figure stands in a later line. The ledger is
as confidential as the records: it holds what was suppressed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ligzda.disclosure.codes import Fault, Reason, Status
from ligzda.disclosure.errors import DisclosureError
from ligzda.disclosure.rules import Need
from ligzda.disclosure.system import ProtectedTable, key_of
from ligzda.disclosure.tables import COUNT, Place, Table
from ligzda.disclosure.trees import Dimension


@dataclass(frozen=True)
class Entry:
    """A release: its name, its day, its tables as they were protected."""

    name: str
    day: str
    tables: tuple[ProtectedTable, ...]


@dataclass(frozen=True)
class Ledger:
    """The releases, oldest first."""

    entries: tuple[Entry, ...] = ()

    def of(self, table: Table) -> list[ProtectedTable]:
        """Return what was published of the population and measure of a table."""
        return [
            one
            for entry in self.entries
            for one in entry.tables
            if (one.table.population, one.table.measure) == (table.population, table.measure)
        ]

    def moved_by_few(
        self, table: Table, published: Callable[[Place], bool], threshold: int
    ) -> bool:
        """Whether a count moved by fewer people than the threshold since any release of it.

        The difference of two releases is a cell, too: of those who came or went in between. A new
        release is held against every earlier one, for two small steps may end beside an old figure,
        and cell by cell wherever it stood: tables of other dimensions share their margins.
        """
        if table.measure != COUNT:
            return False
        new = {key_of(table, place): value for place, value in table.values.items()
               if published(place)}  # fmt: skip
        return any(
            0 < abs(new.get(key_of(before.table, place), value) - value) < threshold
            for before in self.of(table)
            for place, value in before.table.values.items()
            if before.status[place] is Status.PUBLISHED
        )

    def has(self, entry: Entry) -> bool:
        """Whether the same figures left under the same name before."""
        figures = _figures(entry)
        return any(_figures(one) == figures for one in self.entries)

    def with_entry(self, entry: Entry) -> Ledger:
        """Return the ledger with one more release."""
        return Ledger((*self.entries, entry))

    def lines(self) -> list[str]:
        """Write one line a release; each names the hash of the line before it."""
        written: list[str] = []
        before = ""
        for entry in self.entries:
            content = {"previous": before, **_entry(entry)}
            before = _hash(content)
            written.append(_text({**content, "hash": before}))
        return written

    @classmethod
    def read(cls, lines: Iterable[str]) -> Ledger:
        """Read a ledger; raises DisclosureError with the line that is damaged or out of order."""
        entries, before = [], ""
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                content = json.loads(line)
                given = content.pop("hash")
                if given != _hash(content) or content["previous"] != before:
                    raise DisclosureError(Fault.LEDGER_DAMAGED, row=number)
                before = given
                entries.append(_read_entry(content))
            except (ValueError, KeyError, TypeError, AttributeError):
                raise DisclosureError(Fault.LEDGER_DAMAGED, row=number) from None
        return cls(tuple(entries))


def _figures(entry: Entry) -> object:
    tables = [
        (t.population, t.measure, t.fixed, tuple(d.name for d in t.dimensions), t.values)
        for t in (one.table for one in entry.tables)
    ]
    return entry.name, entry.day, tables


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(content: object) -> str:
    return hashlib.sha256(_text(content).encode()).hexdigest()


def _entry(entry: Entry) -> dict[str, Any]:
    return {"name": entry.name, "day": entry.day, "tables": [_table(one) for one in entry.tables]}


def _table(one: ProtectedTable) -> dict[str, Any]:
    table = one.table
    cells = []
    for place, value in table.values.items():
        need, reason = one.needs.get(place), one.reason.get(place)
        kept = [str(need.reason), need.low, need.high] if need else None
        cells.append([list(place), value, str(one.status[place]), reason and str(reason), kept])
    return {
        "population": table.population,
        "measure": table.measure,
        "dimensions": [_dimension(each) for each in table.dimensions],
        "trees": [_dimension(each) for each in table.trees],
        "fixed": [list(pair) for pair in table.fixed],
        "cells": cells,
    }


def _dimension(each: Dimension) -> dict[str, Any]:
    return {
        "name": each.name,
        # A list keeps the order of the codes, which sorted keys would not.
        "codes": [[code, parent] for code, parent in each.parents.items()],
        "sensitive": each.sensitive,
    }


def _read_entry(content: dict[str, Any]) -> Entry:
    tables = tuple(_read_table(one) for one in content["tables"])
    return Entry(content["name"], content["day"], tables)


def _read_table(content: dict[str, Any]) -> ProtectedTable:
    values, status, reason, needs = {}, {}, {}, {}
    for place, value, state, why, kept in content["cells"]:
        at = tuple(place)
        values[at] = float(value)
        status[at] = Status(state)
        if why:
            reason[at] = Reason(why)
        if kept:
            needs[at] = Need(Reason(kept[0]), kept[1], kept[2])
    table = Table(
        content["population"],
        content["measure"],
        tuple(_read_dimension(each) for each in content["dimensions"]),
        values,
        frozenset(place for place, each in status.items() if each is Status.STRUCTURAL),
        fixed=tuple((name, code) for name, code in content["fixed"]),
        trees=tuple(_read_dimension(each) for each in content["trees"]),
    )
    return ProtectedTable(table, status, reason, needs)


def _read_dimension(content: dict[str, Any]) -> Dimension:
    parents = dict(content["codes"])
    return Dimension(content["name"], parents, content["sensitive"])
