"""Readers of ../shared/cases: small inputs of one kind of fault each, with the right answer."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.published import SHARED, present

from ligzda.evidence import Plan, Table, parse_plan


@dataclass(frozen=True)
class Case:
    """One folder: plans, tables, and what is right."""

    folder: Path

    def text(self, name: str = "plan.toml") -> str:
        return (self.folder / name).read_text("utf-8")

    def plan(self, name: str = "plan.toml") -> Plan:
        return parse_plan(self.text(name), name=name)

    def table(self, name: str = "data.csv") -> Table:
        rows = list(csv.DictReader(self.text(name).splitlines()))
        columns = {c: _column([row[c] for row in rows]) for c in rows[0]}
        return Table.from_columns(columns, source=name, rows=range(2, len(rows) + 2))

    @property
    def expected(self) -> Any:
        return json.loads(self.text("expected.json"))


def case(name: str) -> Case:
    """Return a case; skipped where the sets are not here, a failure in CI."""
    return Case(present(SHARED / "cases" / name))


def _column(texts: list[str]) -> list[Any]:
    try:
        return [float(text) for text in texts]
    except ValueError:
        return list(texts)
