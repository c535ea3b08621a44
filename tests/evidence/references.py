"""Readers of the reference sets, which live beside the repository (``tests.published``)."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from typing import Any

from tests.published import SHARED

from ligzda.evidence import Table

REFERENCE = SHARED / "evidence"


class Reference:
    """The folder of reference sets."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def json(self, name: str) -> Any:
        return json.loads((self.folder / name).read_text("utf-8"))

    def table(self, name: str, numbers: tuple[str, ...]) -> Table:
        path = self.folder / name
        text = (
            gzip.decompress(path.read_bytes()).decode()
            if path.suffix == ".gz"
            else path.read_text("utf-8")
        )
        rows = list(csv.DictReader(text.splitlines()))
        columns: dict[str, list[Any]] = {name: [] for name in rows[0]}
        for row in rows:
            for name_, value in row.items():
                columns[name_].append(float(value) if name_ in numbers else value)
        return Table.from_columns(columns, source=name, rows=range(2, len(rows) + 2))
