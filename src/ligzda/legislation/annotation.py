"""The sections of an annotation: as the portal of legal acts has them since 2021, and before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.kernel.texts import Text
from ligzda.legislation.models.packages import AnnotationForm

_DATA = Path(__file__).resolve().parent / "data"
_FILES = {
    AnnotationForm.SINCE_2021: "annotation.yaml",
    AnnotationForm.BEFORE: "annotation_2009.yaml",
}


@dataclass(frozen=True)
class Section:
    """A section: its number, title, its list of values (code → text); `recalled`: to be checked.

    `required`: nothing is signed without it; `heads`: it only heads the sections under it.
    """

    code: str
    title: Text
    recalled: bool = False
    hint: Text = field(default_factory=lambda: Text({}))
    choices: Mapping[str, Text] = field(default_factory=dict)
    required: bool = False
    heads: bool = False


@dataclass(frozen=True)
class Form:
    """A form of the annotation. `empty` is what an empty section says.

    Three sections say something by themselves: `evidence` the claims that a package rests on,
    `participation` what the public was asked and said, `budget` the table of amounts.
    """

    code: str
    source: Text
    empty: Text
    sections: tuple[Section, ...]
    evidence: str
    participation: str
    budget: str

    @property
    def required(self) -> list[str]:
        """The numbers of the sections without which nothing is signed."""
        return [each.code for each in self.sections if each.required]

    def section(self, code: str) -> Section | None:
        """Return a section by its number."""
        return next((each for each in self.sections if each.code == code), None)


@cache
def form(code: str) -> Form:
    """Return a form by its code (`AnnotationForm`)."""
    path = _DATA / _FILES[AnnotationForm(code)]
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    rows = found["sections"]
    return Form(
        code,
        Text(found["source"]),
        Text(found["empty"]),
        tuple(
            Section(
                row["code"],
                Text(row["title"]),
                bool(row.get("recalled")),
                Text(row.get("hint", {})),
                {value: Text(said) for value, said in row.get("choices", {}).items()},
                row["code"] in found["required"],
                any(each["code"].startswith(f"{row['code']}.") for each in rows),
            )
            for row in rows
        ),
        found["evidence"],
        found["participation"],
        found["budget"],
    )


def forms() -> list[Form]:
    """Return the forms, the present one first."""
    return [form(each) for each in AnnotationForm]
