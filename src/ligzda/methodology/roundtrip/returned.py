"""What came back in a DOCX, as it was read and before it is held against the document. Pure."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from ligzda.methodology.roundtrip.marks import Mark

How = Literal["in", "out", "moved here", "moved away"]


@dataclass(frozen=True)
class Tracked:
    """A change that Word tracked: what was done, by whom, when as their clock had it, the words."""

    how: How
    author: str
    at: str
    words: str


@dataclass(frozen=True)
class Piece:
    """A piece of the document: its paragraphs with all tracked changes refused, and accepted.

    `odd`: what stands in it that is no text: pictures, formulas, notes.
    """

    mark: Mark
    before: tuple[str, ...]
    after: tuple[str, ...]
    tracked: tuple[Tracked, ...] = ()
    odd: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordComment:
    """A comment: who, when by their clock, in which block (None: in none), at which words.

    `answers`: the place in the list of comments of the one that it answers. `done`: resolved in
    Word.
    """

    author: str
    at: str
    text: str
    block: int | None
    words: str
    answers: int | None = None
    done: bool = False


@dataclass(frozen=True)
class Returned:
    """A file that came back: its name and SHA-256, its pieces in their order, its comments."""

    name: str
    sha256: str
    pieces: tuple[Piece, ...]
    comments: tuple[WordComment, ...]


@cache
def adapter() -> TypeAdapter[Returned]:
    """Return what makes JSON of it and back."""
    return TypeAdapter(Returned)
