"""What stands in data/regulations.yaml: sections of a memorandum, the clock, templates."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.kernel.texts import Text

_DATA = Path(__file__).resolve().parents[1] / "data" / "regulations.yaml"
CONSULTED = "8"
"""The section of consultations: the opinions received stand there by themselves."""


@dataclass(frozen=True)
class MemorandumSection:
    """A section of the explanatory memorandum; `recalled`: to be checked."""

    code: str
    title: Text
    recalled: bool = False


@dataclass(frozen=True)
class Term:
    """A term of the procedure, in a sentence; `recalled`: to be checked."""

    code: str
    text: Text
    recalled: bool = False


@dataclass(frozen=True)
class Template:
    """A regulation to begin with. What stands in square brackets is to be filled in."""

    code: str
    name: Text
    source: Text
    title: Text
    basis: str
    text: str
    recalled: bool = False


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_DATA.read_text("utf-8"))
    return found


@cache
def sections() -> tuple[MemorandumSection, ...]:
    """Return the sections in the order of the memorandum."""
    return tuple(
        MemorandumSection(row["code"], Text(row["title"]), bool(row.get("recalled")))
        for row in _read()["sections"]
    )


def section(code: str) -> MemorandumSection | None:
    """Return a section by its number."""
    return next((each for each in sections() if each.code == code), None)


@cache
def clock() -> tuple[Term, ...]:
    """Return the terms of the procedure, in their order."""
    return tuple(
        Term(row["code"], Text(row["text"]), bool(row.get("recalled"))) for row in _read()["clock"]
    )


@cache
def templates() -> tuple[Template, ...]:
    """Return the templates."""
    return tuple(
        Template(
            row["code"],
            Text(row["name"]),
            Text(row["source"]),
            Text(row["title"]),
            row["basis"],
            row["text"],
            bool(row.get("recalled")),
        )
        for row in _read()["templates"]
    )


def template(code: str) -> Template | None:
    """Return a template by its code."""
    return next((each for each in templates() if each.code == code), None)


def source() -> Text:
    """Return where sections and clock are from."""
    return Text(_read()["source"])
