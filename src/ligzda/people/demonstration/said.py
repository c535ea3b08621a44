"""The files of the demonstration's people, and the list of what is wrong on purpose."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.languages import CODES

DATA = Path(__file__).resolve().parents[1] / "data"


@dataclass(frozen=True)
class Trouble:
    """Something that is wrong on purpose: what, where, in words."""

    code: str
    trouble: str
    """As outcomes.yaml names it."""
    incubators: tuple[str, ...]
    texts: Mapping[str, str]


@cache
def data() -> dict[str, Any]:
    """Return names, texts and numbers."""
    read: dict[str, Any] = yaml.safe_load((DATA / "demonstration.yaml").read_text("utf-8"))
    return read


@cache
def troubles() -> tuple[Trouble, ...]:
    """Return everything that is wrong on purpose."""
    rows = yaml.safe_load((DATA / "troubles.yaml").read_text("utf-8"))
    return tuple(
        Trouble(
            row["code"],
            row["trouble"],
            tuple(row["incubators"]),
            {code: row[code] for code in CODES},
        )
        for row in rows
    )


def planted(code: str, slug: str) -> bool:
    """Whether a trouble is planted at an incubator."""
    return any(row.code == code and slug in row.incubators for row in troubles())
