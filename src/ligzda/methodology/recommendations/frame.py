"""The Evidence-to-Decision frame: criteria and their scales, read from data/criteria.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.kernel.texts import Text


@dataclass(frozen=True)
class CriterionOf:
    """A criterion: its question, and the judgements that it may have."""

    code: str
    name: Text
    scale: Mapping[str, Text]


@cache
def frame() -> Mapping[str, CriterionOf]:
    """Return the criteria by code, in their order."""
    path = Path(__file__).resolve().parents[1] / "data" / "criteria.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    scales = {
        name: {code: Text(said) for code, said in rows.items()}
        for name, rows in found["scales"].items()
    }
    return {
        code: CriterionOf(code, Text(row["name"]), scales[row["scale"]])
        for code, row in found["criteria"].items()
    }
