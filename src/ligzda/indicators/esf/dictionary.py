"""The common indicators by code, why some are not counted, the identities (data/esf.yaml). Pure:
no Django.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.indicators.dictionary import Said
from ligzda.languages import CODES

_FILE = Path(__file__).resolve().parents[1] / "data" / "esf.yaml"


@dataclass(frozen=True)
class Common:
    """A common indicator. `special`: of a special category of data; `why`: not counted, because."""

    code: str
    when: str
    name: Said
    seen: bool
    special: bool
    why: Said | None


@cache
def common() -> Mapping[str, Common]:
    """Return the indicators by code, in their order."""
    content = _content()
    return {
        row["code"]: Common(
            row["code"],
            row["when"],
            {code: row[code] for code in CODES},
            row["seen"],
            row.get("special", False),
            content["why"][row["why"]] if "why" in row else None,
        )
        for row in content["indicators"]
    }


@cache
def identities() -> Mapping[str, Said]:
    """Return what must hold between codes, by name."""
    return {
        row["code"]: {language: row[language] for language in CODES}
        for row in _content()["identities"]
    }


def _content() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return found


Counts = Mapping[str, int]


def broken(counts: Counts) -> list[str]:
    """Return the names of identities that counts of one gender, place and span break."""
    total = counts["EECO01"]
    holds = {
        "total_by_labour_status": total
        == counts["EECO02"] + counts["EECO04"] + counts["EECO05"],
        "long_term_within_unemployed": counts["EECO03"] <= counts["EECO02"],
        "ages_make_the_total": total
        == sum(counts[code] for code in
               ("EECO06", "EECO07", "age_30_54", "EECO08", "age_unknown")),
        "education_makes_the_total": total
        == sum(counts[code] for code in ("EECO09", "EECO10", "EECO11", "education_unknown")),
    }  # fmt: skip
    return [name for name, held in holds.items() if not held]
