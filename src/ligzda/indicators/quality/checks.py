"""The checks of data quality (data/quality.yaml). Pure: no Django."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).resolve().parents[1] / "data" / "quality.yaml"

Said = Mapping[str, str]
"""A text by language."""

SEVERITIES = ("error", "warning", "information")
"""Something is wrong; something is probably wrong; something is not known."""
SILENT = datetime.timedelta(days=30)


@dataclass(frozen=True)
class CheckVersion:
    """A version of a check: since when it runs, and what it changed."""

    number: int
    since: datetime.date
    change: Said


@dataclass(frozen=True)
class Check:
    """A check: its rule in words, with places for a row's values, and what to do about it.

    `owner` is the key of the role that mends it, within `due_in` days of the first finding.
    """

    code: str
    family: str
    severity: str
    owner: str
    due_in: int
    name: Said
    rule: Said
    guidance: Said
    versions: tuple[CheckVersion, ...]

    @property
    def version(self) -> int:
        """The number of the version that runs."""
        return self.versions[-1].number

    @property
    def silent_until(self) -> datetime.date:
        """The last day on which what a new version finds is not yet asked to be mended."""
        return self.versions[-1].since + SILENT

    def silent(self, on: datetime.date) -> bool:
        """Whether it is still tried out on a day."""
        return on <= self.silent_until


@dataclass(frozen=True)
class Overlap:
    """Two kinds of things of one person on the same days: whether that may be, and why."""

    one: Said
    other: Said
    allowed: bool
    why: Said


@cache
def _content() -> Mapping[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return found


@cache
def checks() -> Mapping[str, Check]:
    """Return the checks by code, in the order of the file. Raises ValueError for an odd one."""
    return {row["code"]: _check(row) for row in _content()["checks"]}


@cache
def overlaps() -> tuple[Overlap, ...]:
    """Return which things of one person may lie on the same days."""
    return tuple(Overlap(**row) for row in _content()["overlaps"])


def families() -> Mapping[str, Said]:
    """Return what the families of checks are called."""
    found: Mapping[str, Said] = _content()["families"]
    return found


def said_code(column: str, code: str) -> Said | None:
    """Return what a code in a row's column is called; None where it is shown as it is."""
    found: Said | None = _content()["codes"].get(column, {}).get(code)
    return found


def kinds() -> Mapping[str, Said]:
    """Return what the measures of timeliness and completeness are called."""
    found: Mapping[str, Said] = _content()["measures"]
    return found


def silent_codes(on: datetime.date) -> list[str]:
    """Return the checks that are still tried out."""
    return [code for code, check in checks().items() if check.silent(on)]


def _check(row: Mapping[str, Any]) -> Check:
    if row["severity"] not in SEVERITIES or row["family"] not in families():
        raise ValueError(f"{row['code']}: {row['severity']} or {row['family']} is not known")
    return Check(
        code=row["code"],
        family=row["family"],
        severity=row["severity"],
        owner=row["owner"],
        due_in=row["due_in"],
        name=row["name"],
        rule=row["rule"],
        guidance=row["guidance"],
        versions=tuple(
            CheckVersion(each["number"], each["since"], each["change"]) for each in row["versions"]
        ),
    )
