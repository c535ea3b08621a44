"""The sections of an annotation, as the portal of legal acts has them since 2021."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.kernel.texts import Text

_DATA = Path(__file__).resolve().parent / "data" / "annotation.yaml"
REQUIRED = ("1.1", "1.2", "1.3")
"""Sections without which nothing is submitted: ground, aim, present situation and solution."""

EVIDENCE = "1.4"
"""The section of evaluations and studies: the claims that a package rests on stand there."""

PARTICIPATION = "6"
"""The section of institutions and the public: what the public was asked and said stands there."""


@dataclass(frozen=True)
class Section:
    """A section: its number, title, its list of values (code → text); `recalled`: to be checked."""

    code: str
    title: Text
    recalled: bool = False
    hint: Text = field(default_factory=lambda: Text({}))
    choices: Mapping[str, Text] = field(default_factory=dict)

    @property
    def part(self) -> str:
        """The number of the part it stands in."""
        return self.code.split(".")[0]

    @property
    def required(self) -> bool:
        """Whether nothing is signed without it."""
        return self.code in REQUIRED

    @property
    def heads(self) -> bool:
        """Whether it only heads the sections under it."""
        return any(each.code.startswith(f"{self.code}.") for each in sections())


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_DATA.read_text("utf-8"))
    return found


@cache
def sections() -> tuple[Section, ...]:
    """Return the sections in the order of the form."""
    return tuple(
        Section(
            str(row["code"]),
            Text(row["title"]),
            bool(row.get("recalled")),
            Text(row.get("hint", {})),
            {code: Text(said) for code, said in row.get("choices", {}).items()},
        )
        for row in _read()["sections"]
    )


def section(code: str) -> Section | None:
    """Return a section by its number."""
    return next((each for each in sections() if each.code == code), None)


def empty() -> Text:
    """Return what an empty section says."""
    return Text(_read()["empty"])


def source() -> Text:
    """Return where the structure is from."""
    return Text(_read()["source"])
