"""The criteria of the social-enterprise status, as data says them, with their source."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language

from ligzda.languages import in_language

DATA = Path(__file__).resolve().parent / "data" / "criteria.yaml"


@dataclass(frozen=True)
class Criterion:
    """A criterion: its code, its sentence in each language, its source; `recalled`: to check."""

    code: str
    said: dict[str, str]
    source: str
    recalled: bool

    @property
    def words(self) -> str:
        """The sentence in the active language."""
        return in_language(self.said, get_language() or "")


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(DATA.read_text("utf-8"))
    return found


@cache
def criteria() -> dict[str, Criterion]:
    """Return the criteria by code, in the order of the page of the Ministry of Welfare."""
    return {
        row["code"]: Criterion(row["code"], row["said"], row["source"], row["recalled"])
        for row in _data()["criteria"]
    }


def share_source() -> str:
    """Return where the shares of `least_share` are from."""
    return str(_data()["work_integration"]["source"])


def least_share(heads: int) -> Decimal:
    """Return which share of the employees of a work-integration enterprise is of target groups.

    More than ten employees: 30 %; up to ten: 50 % (data/criteria.yaml, to be checked).
    """
    rule = _data()["work_integration"]
    large = heads > rule["small_up_to"]
    return Decimal(rule["share_of_large" if large else "share_of_small"])
