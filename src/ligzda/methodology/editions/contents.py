"""What an edition holds, as values; `edition.json` is their canonical text.

Every number that is printed is text, written out with its places. Cells and plans travel beside
the file and are known to it by name, hash and size.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from ligzda.findings.claims import Outcome, Registry, known_models
from ligzda.kernel.hashing import sha256
from ligzda.languages import CODES, Language
from ligzda.methodology.editions.canonical import canonical
from ligzda.methodology.editions.pieces import Piece

FORMAT: Literal["ligzda-edition/1"] = "ligzda-edition/1"
FILE = "edition.json"
RECOMPUTABLE: Literal["embedded cells"] = "embedded cells"
NOT_PUBLIC: Literal["data that are not public"] = "data that are not public"
Basis = Literal["embedded cells", "data that are not public"]
Said = dict[Language, str]


@dataclass(frozen=True)
class Embedded:
    """A file that travels with the edition: its name, SHA-256, and size in bytes."""

    name: str
    sha256: str
    size: int

    @classmethod
    def of(cls, name: str, content: bytes) -> "Embedded":
        """Describe a file."""
        return cls(name, sha256(content), len(content))


@dataclass(frozen=True)
class Rendered:
    """The sentence of a claim in one language, as `findings.claims.sentence` renders it."""

    claim: str
    numbers: str
    rule: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.claim, self.numbers, self.rule)))


@dataclass(frozen=True)
class PublishedClaim:
    """A claim as it stood on the day of the edition. `run`: the number of its evaluation."""

    number: int
    predicate: str
    sha256: str
    state: str
    verdict: str
    sentences: dict[Language, Rendered]
    needs: Basis
    run: int | None = None


@dataclass(frozen=True)
class PrintedEffect:
    """A contrast with its 95 % and 80 % limits, written out in the unit of the outcome."""

    name: str
    mean: str
    lower: str
    lower80: str
    upper80: str
    upper: str


@dataclass(frozen=True)
class PublishedRun:
    """An evaluation: what it was made of, and the effects that its embedded cells give again.

    `effects` are empty where the embedded cells do not give them: exact results beside suppressed
    cells could undo the suppression.
    """

    number: int
    outcome: str
    moment: str
    cells: Embedded
    plan: Embedded
    engine_version: str
    seed: int
    effects: tuple[PrintedEffect, ...] = ()


@dataclass(frozen=True)
class Judged:
    """A criterion of the Evidence-to-Decision frame: what was judged, and why."""

    name: Said
    judgement: Said
    text: Said


@dataclass(frozen=True)
class PublishedRecommendation:
    """A recommendation; `claims` by number, `monitoring` a predicate or empty."""

    number: int
    version: int
    strength: Literal["strong", "conditional"]
    title: Said
    for_whom: Said
    justification: Said
    how: Said
    gaps: Said
    change: Said
    monitoring: str
    criteria: tuple[Judged, ...]
    claims: tuple[int, ...]


@dataclass(frozen=True)
class Section:
    """Prose before the recommendations."""

    heading: Said
    paragraphs: tuple[Said, ...]


@dataclass(frozen=True)
class Chapter:
    """What the house keeps of a subject, drawn by language: how a model functioned, say.

    Its numbers are public ones of the house; they do not come out of the embedded cells.
    """

    heading: Said
    pieces: dict[Language, tuple[Piece, ...]]


@dataclass(frozen=True)
class NamedOutcome:
    """An entry of the outcome dictionary that claims name."""

    code: str
    version: int
    unit: str
    better: Literal["higher", "lower"]
    name: Said
    evaluated_as: str


@dataclass(frozen=True)
class Vocabulary:
    """What the predicates are typed against, and whether each model was run as designed."""

    outcomes: tuple[NamedOutcome, ...]
    runs: dict[str, str]
    currency: str = "EUR"

    def registry(self) -> Registry:
        """Return it as claims take it; looks are those that each predicate prints."""
        entries = {
            row.code: Outcome(
                row.code, row.version, row.unit, row.better, _plain(row.name), row.evaluated_as
            )
            for row in self.outcomes
        }
        return Registry(entries, known_models(), self.runs, currency=self.currency)


@dataclass(frozen=True)
class Edition:
    """All of an edition, in every language. `invented`: it comes of the demonstration's data."""

    number: int
    date: datetime.date
    title: Said
    invented: bool
    sections: tuple[Section, ...]
    recommendations: tuple[PublishedRecommendation, ...]
    claims: tuple[PublishedClaim, ...]
    runs: tuple[PublishedRun, ...]
    vocabulary: Vocabulary
    previous: str
    """SHA-256 of the log's line before this edition."""
    chapters: tuple[Chapter, ...] = ()
    """Before the recommendations."""
    annexes: tuple[Chapter, ...] = ()
    """At the end."""
    format: Literal["ligzda-edition/1"] = FORMAT

    def claim(self, number: int) -> PublishedClaim | None:
        """Return a claim by its number."""
        return next((each for each in self.claims if each.number == number), None)

    @property
    def files(self) -> tuple[Embedded, ...]:
        """The files that travel beside edition.json, each once."""
        found = {each.name: each for run in self.runs for each in (run.cells, run.plan)}
        return tuple(found.values())


def _plain(text: Said) -> dict[str, str]:
    return {str(code): said for code, said in text.items()}


def edition_json(edition: Edition) -> bytes:
    """Return the canonical text of an edition."""
    said = _adapter().dump_python(edition, mode="json")
    # The first editions had neither: what is not there leaves no trace, and their bytes stay.
    return canonical({name: value for name, value in said.items()
                      if value or name not in ("chapters", "annexes")})  # fmt: skip


def read_edition(content: bytes) -> Edition:
    """Read `edition.json`. Raises ValueError where it is none, or not in the canonical form."""
    try:
        found = _adapter().validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or FILE
        raise ValueError(f"{place}: {first['msg']}") from None
    if edition_json(found) != content:
        raise ValueError(f"{FILE}: not in the canonical form")
    for said in _texts(found):
        if set(said) != set(CODES):
            raise ValueError(f"{FILE}: a text lacks a language")
    return found


def _texts(edition: Edition) -> list[Mapping[Any, Any]]:
    found: list[Mapping[Any, Any]] = [edition.title]
    for section in edition.sections:
        found += [section.heading, *section.paragraphs]
    for one in edition.recommendations:
        found += [one.title, one.for_whom, one.justification, one.how, one.gaps, one.change]
        found += [said for each in one.criteria for said in (each.name, each.judgement, each.text)]
    for chapter in (*edition.chapters, *edition.annexes):
        found += [chapter.heading, chapter.pieces]
    found += [claim.sentences for claim in edition.claims]
    return [*found, *(row.name for row in edition.vocabulary.outcomes)]


@cache
def _adapter() -> TypeAdapter[Edition]:
    return TypeAdapter(Edition)
