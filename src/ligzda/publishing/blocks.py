"""What a document is made of: frozen blocks that know nothing of HTML, DOCX or PDF.

Every text is already in the document's language and every number already written out
(`Numbers`): a block carries what a reader reads.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ligzda.languages import Language

Alignment = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the weight of the sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart: a title, a term at its first use."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words of a machine: a hash, an option, a file name."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A pointer to an entry of the document's `References`, shown as its number."""

    key: str


Inline = str | Strong | Emphasis | Code | Link | Cite
Prose = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the document; level 1 is a section (the title itself is above it)."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One thought. `lead` marks the one that must be read if nothing else is."""

    text: Prose
    lead: bool = False

    @classmethod
    def of(cls, *text: Inline, lead: bool = False) -> "Paragraph":
        """Make a paragraph of inlines written one after another."""
        return cls(text, lead)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `ordered` where the order matters."""

    items: tuple[Prose, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms and what they are, one a line: provenance, addresses, settings."""

    items: tuple[tuple[str, Prose], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; the unit stands under its title."""

    title: str
    align: Alignment = "right"
    unit: str = ""


_LINE, _WRAPS = 105, 40
"""Signs of a line in the size of tables, and after how many prose wraps."""
_HALF_A_PAGE = 1_200
"""Signs of a row that stays whole."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of written-out values; the first column names the row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def __post_init__(self) -> None:
        if not self.caption.strip():
            raise ValueError("A table needs a caption: it is how a screen reader finds it.")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"Table “{self.caption}”, row {number}: {len(row)} cells for "
                    f"{len(self.columns)} columns."
                )

    @staticmethod
    def stays_whole(row: tuple[str, ...]) -> bool:
        """Whether a row is never divided between two pages of print: one that fits on half of one.

        So its cells follow one another in the text of the page, and can be looked for together.
        """
        return sum(map(len, row)) <= _HALF_A_PAGE

    @property
    def shares(self) -> tuple[float, ...]:
        """How to share a page among the columns, by what they hold.

        By the longest cell of each, or the longest word of its head; prose wraps after 40 signs.
        Where a line has no room for all, each keeps at least its longest word.
        """
        needs, wants = [], []
        for place, column in enumerate(self.columns):
            head = f"{column.title} {column.unit}".split(" ")
            lines = [line for row in self.rows for line in row[place].splitlines()]
            words = [word for line in lines for word in line.split(" ")]
            needs.append(_signs(head + words))
            wants.append(_signs(head + lines))
        spare, wished = max(0, _LINE - sum(needs)), sum(wants) - sum(needs)
        part = min(1.0, spare / wished) if wished else 0.0
        widths = [need + part * (want - need) for need, want in zip(needs, wants, strict=True)]
        return tuple(width / sum(widths) for width in widths)

    @property
    def crowded(self) -> bool:
        """Whether unbroken columns of numbers would leave too little for the names of the rows."""
        numbers = [
            _signs([column.title, column.unit, *(row[place] for row in self.rows)])
            for place, column in enumerate(self.columns)
            if place
        ]
        return sum(numbers) > _LINE * 2 / 3


def _signs(texts: Iterable[str]) -> int:
    """Return the width of the longest text in signs, with the blank around it."""
    return min(_WRAPS, max(map(len, texts), default=0)) + 3


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture drawn from one Vega-Lite specification, with its words and its numbers.

    `alternative` says what the picture shows to one who does not see it; `data` holds the same
    numbers as a table and stands beside the picture.
    """

    specification: Mapping[str, Any]
    alternative: str
    caption: str
    data: DataTable | None = None

    def __post_init__(self) -> None:
        if not self.alternative.strip():
            raise ValueError(
                f"Chart “{self.caption}” has no alternative text. Write what it shows."
            )


@dataclass(frozen=True, slots=True)
class Note:
    """A box beside the flow: `invented` data, a `caution`, or a plain `note`."""

    title: str
    text: Prose
    kind: Literal["note", "caution", "invented"] = "note"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number that answers a question: the value in its unit, what it is, how sure it is."""

    value: str
    label: str
    detail: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The few numbers of the document, side by side."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Text for a machine, kept as it is: a command, a plan."""

    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that the text cites."""

    key: str
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """The sources in the order of their numbers."""

    items: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page in print; nothing on the screen."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | DataTable
    | Chart
    | Note
    | KeyFigures
    | Listing
    | References
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF (PDF/A-3) and beside the other formats."""

    name: str
    media_type: str
    content: bytes
    description: str
    relationship: Literal["source", "data", "supplement"] = "data"


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one language. The same document gives the same bytes, always.

    `date` is the day that stands on it and the only time that enters a file.
    """

    title: str
    language: Language
    authors: tuple[str, ...]
    date: date
    blocks: tuple[Block, ...]
    subtitle: str = ""
    contents: bool = True
    attachments: tuple[Attachment, ...] = field(default=())

    def __post_init__(self) -> None:
        level = 0
        for heading in self.headings:
            if heading.level > level + 1:
                raise ValueError(
                    f"Heading “{heading.text}” skips from level {level} to {heading.level}."
                )
            level = heading.level
        cited = {
            inline.key
            for block in self.blocks
            for inline in _inlines(block)
            if isinstance(inline, Cite)
        }
        if missing := cited - set(self.citation_numbers):
            raise ValueError(f"Cited but not among the references: {', '.join(sorted(missing))}.")

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def citation_numbers(self) -> dict[str, int]:
        """The number under which each reference is cited, by key."""
        items = [
            item for block in self.blocks if isinstance(block, References) for item in block.items
        ]
        return {item.key: number for number, item in enumerate(items, start=1)}


def _inlines(block: Block) -> Prose:
    match block:
        case Paragraph(text=text) | Note(text=text):
            return text
        case Bullets(items=items):
            return tuple(inline for item in items for inline in item)
        case Facts(items=items):
            return tuple(inline for _, text in items for inline in text)
    return ()
