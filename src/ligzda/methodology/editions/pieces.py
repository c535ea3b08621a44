"""What a chapter of an edition is made of, in one language: texts, tables and drawings as values.

Each kind carries its name, so that it is read back as what it was written.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Discriminator

from ligzda.languages import Language
from ligzda.publishing import (
    Block,
    Bullets,
    DataTable,
    Drawing,
    Facts,
    Heading,
    Note,
    Paragraph,
)


@dataclass(frozen=True)
class Title:
    """A heading inside the chapter."""

    text: str
    kind: Literal["title"] = "title"


@dataclass(frozen=True)
class Words:
    """A paragraph."""

    text: str
    kind: Literal["words"] = "words"


@dataclass(frozen=True)
class Warned:
    """A box that stops the reader: its title and what it says."""

    title: str
    text: str
    kind: Literal["warned"] = "warned"


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[str, ...]
    kind: Literal["items"] = "items"


@dataclass(frozen=True)
class Terms:
    """Terms and what they are."""

    items: tuple[tuple[str, str], ...]
    kind: Literal["terms"] = "terms"


@dataclass(frozen=True)
class Sheet:
    """A table."""

    table: DataTable
    kind: Literal["sheet"] = "sheet"


@dataclass(frozen=True)
class Drawn:
    """A picture with its words and numbers."""

    drawing: Drawing
    kind: Literal["drawn"] = "drawn"


Piece = Annotated[Title | Words | Warned | Items | Terms | Sheet | Drawn, Discriminator("kind")]


def block(piece: Piece, language: Language) -> Block:
    """Return a piece as a document has it."""
    match piece:
        case Title(text=text):
            return Heading(text, 2)
        case Words(text=text):
            return Paragraph.of(text)
        case Warned(title=title, text=text):
            return Note(title, (text,), "caution")
        case Items(items=items):
            return Bullets(tuple((each,) for each in items))
        case Terms(items=terms):
            return Facts(tuple((term, (text,)) for term, text in terms))
        case Sheet(table=table):
            return table
        case Drawn(drawing=drawing):
            return drawing.chart(language)
