"""Blocks to DOCX through Pandoc, by its document tree: an office can edit what it receives.

The tree goes in as JSON; pictures lie in a folder of their own for as long as Pandoc runs (as data
in the tree they would be repeated in the document's text). Word reads the alternative text from the
picture's description. `assets/reference.docx` gives the styles.
"""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ligzda.languages import LOCALES
from ligzda.publishing import chart_drawing
from ligzda.publishing.blocks import (
    Block,
    Bullets,
    Chart,
    Cite,
    Code,
    DataTable,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inline,
    KeyFigures,
    Link,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Prose,
    References,
    Strong,
)
from ligzda.publishing.captions import WORDS, Captions
from ligzda.publishing.docx_places import CLOSING, Node, Place, bookmarked, opening, raw
from ligzda.publishing.numbers import Numbers
from ligzda.publishing.pdf import timestamp

_REFERENCE = Path(__file__).parent / "assets" / "reference.docx"
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_API_VERSION = [1, 23, 1]


def to_docx(document: Document, places: Sequence[Place] = ()) -> bytes:
    """Give a Word document with real headings, captions, repeated table heads and languages.

    `places`: blocks that an office keeps under a name, in their order and apart from one another.
    Raises ValueError with Pandoc's words where it refuses the document.
    """
    command = [_pandoc(), "--from=json", "--to=docx", f"--reference-doc={_REFERENCE}", "--output=-"]
    tree = _Tree(document, places)
    source = json.dumps(tree.document()).encode()
    with TemporaryDirectory(prefix="ligzda-") as folder:
        for name, png in tree.pictures.items():
            (Path(folder) / name).write_bytes(png)
        done = subprocess.run(
            command,
            input=source,
            capture_output=True,
            cwd=folder,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(timestamp(document))},
            check=False,
        )
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip()
        raise ValueError(f"The DOCX of “{document.title}” cannot be made: {message}")
    return done.stdout


@cache
def _pandoc() -> str:
    """Find the Pandoc that pypandoc_binary carries; importing pypandoc itself costs .1 s."""
    package = find_spec("pypandoc")
    assert package is not None, "pypandoc_binary is a dependency"
    assert package.origin is not None, "and a package with a file"
    return str(Path(package.origin).parent / "files" / "pandoc")


class _Tree:
    """Pandoc's tree (pandoc-types 1.23): {"t": constructor, "c": contents}."""

    def __init__(self, document: Document, places: Sequence[Place]) -> None:
        self.source = document
        self.places = places
        self.captions = Captions(document.language)
        self.citations = document.citation_numbers
        self.pictures: dict[str, bytes] = {}
        self.heading_count = 0

    def document(self) -> Node:
        source = self.source
        return {
            "pandoc-api-version": _API_VERSION,
            "meta": {
                "title": _meta(source.title),
                "subtitle": _meta(source.subtitle),
                "author": {"t": "MetaList", "c": [_meta(author) for author in source.authors]},
                "date": _meta(Numbers(source.language).date(source.date)),
                "lang": _meta(LOCALES[source.language].replace("_", "-")),
            },
            "blocks": [
                *([self.contents()] if source.contents else []),
                *self.placed(),
            ],
        }

    def placed(self) -> Iterator[Node]:
        """Yield the nodes of every block, between them what opens and closes a place."""
        nodes = [self.block(block) for block in self.source.blocks]
        at = 0
        for number, place in enumerate(self.places):
            yield from chain(*nodes[at : place.first])
            at = place.last + 1
            yield raw(opening(place, number))
            yield from bookmarked(place, number, [*chain(*nodes[place.first : at])])
            yield raw(CLOSING)
        yield from chain(*nodes[at:])

    def contents(self) -> Node:
        """Give a table of contents that is filled before Word updates it (Pandoc's is empty)."""
        entries = [
            f'<w:hyperlink w:anchor="section-{number}"><w:r><w:t>{escape(heading.text)}</w:t></w:r>'
            "</w:hyperlink>"
            for number, heading in enumerate(self.source.headings, start=1)
            if heading.level == 1
        ]
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        paragraphs = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{"" if place else field}{entry}</w:p>'
            for place, entry in enumerate(entries or [""])
        )
        title = escape(WORDS[self.source.language]["contents"])
        xml = (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
            f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>'
            f"{paragraphs}"
            '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>'
        )
        return raw(xml)

    def block(self, block: Block) -> list[Node]:
        match block:
            case Heading(text=text, level=level):
                self.heading_count += 1
                anchor = [f"section-{self.heading_count}", [], []]
                return [{"t": "Header", "c": [level, anchor, [_text(text)]]}]
            case Paragraph(text=text, lead=lead):
                paragraph = self.paragraph(text)
                return [_styled("Lead", [paragraph])] if lead else [paragraph]
            case Bullets(items=items, ordered=ordered):
                lines = [[{"t": "Plain", "c": self.prose(item)}] for item in items]
                if ordered:
                    numbering = [1, {"t": "Decimal"}, {"t": "Period"}]
                    return [{"t": "OrderedList", "c": [numbering, lines]}]
                return [{"t": "BulletList", "c": lines}]
            case Facts(items=facts):
                return [
                    {
                        "t": "DefinitionList",
                        "c": [[[_text(term)], [[self.paragraph(text)]]] for term, text in facts],
                    }
                ]
            case DataTable():
                return self.table(block)
            case Chart():
                return self.chart(block)
            case Note(title=title, text=text, kind=kind):
                heading = title or WORDS[self.source.language][kind]
                paragraph = self.paragraph((Strong(heading), " ", *text))
                return [_styled("Boxed", [paragraph])]
            case KeyFigures(items=figures):
                return [
                    _styled(
                        "Key Figure",
                        [
                            self.paragraph(
                                (
                                    Strong(" ".join(filter(None, (item.value, item.unit)))),
                                    f" – {item.label}"
                                    + (f" ({item.detail})" if item.detail else ""),
                                )
                            )
                            for item in figures
                        ],
                    )
                ]
            case Listing(text=text):
                return [{"t": "CodeBlock", "c": [_NO_ATTRIBUTES, text]}]
            case References(items=sources):
                lines = [
                    [
                        {
                            "t": "Plain",
                            "c": self.prose(
                                (item.text, " ", Link(item.address, item.address))
                                if item.address
                                else (item.text,)
                            ),
                        }
                    ]
                    for item in sources
                ]
                numbering = [1, {"t": "Decimal"}, {"t": "Period"}]
                return [{"t": "OrderedList", "c": [numbering, lines]}]
            case PageBreak():
                return [raw('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')]

    def chart(self, chart: Chart) -> list[Node]:
        name = self.captions.figure()
        address = f"figure-{self.captions.figures}.png"
        self.pictures[address] = chart_drawing.draw(chart.specification).png()
        size = [["alt", chart.alternative], ["width", "100%"]]
        image = {"t": "Image", "c": [["", [], size], [_text(chart.alternative)], [address, ""]]}
        return [
            _styled("Figure", [{"t": "Para", "c": [image]}]),
            _styled("Image Caption", [self.paragraph((Strong(f"{name}."), f" {chart.caption}"))]),
            *(self.table(chart.data) if chart.data else []),
        ]

    def table(self, table: DataTable) -> list[Node]:
        name = self.captions.table()
        caption = self.paragraph((Strong(f"{name}."), f" {table.caption}"))
        align = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}
        columns = [
            [{"t": align[column.align]}, {"t": "ColWidth", "c": width}]
            for column, width in zip(table.columns, table.shares, strict=True)
        ]
        head = [
            _cell([_text(column.title + (f", {column.unit}" if column.unit else ""))])
            for column in table.columns
        ]
        rows = [[_NO_ATTRIBUTES, [_cell([_text(cell)]) for cell in row]] for row in table.rows]
        node = {
            "t": "Table",
            "c": [
                _NO_ATTRIBUTES,
                [None, [caption]],
                columns,
                [_NO_ATTRIBUTES, [[_NO_ATTRIBUTES, head]]],
                [[_NO_ATTRIBUTES, 1, [], rows]],
                [_NO_ATTRIBUTES, []],
            ],
        }
        note = [_styled("Table Note", [self.paragraph((table.note,))])] if table.note else []
        return [node, *note]

    def paragraph(self, text: Prose) -> Node:
        return {"t": "Para", "c": self.prose(text)}

    def prose(self, text: Prose) -> list[Node]:
        return [self.inline(inline) for inline in text]

    def inline(self, inline: Inline) -> Node:
        match inline:
            case str():
                return _text(inline)
            case Strong(text=text):
                return {"t": "Strong", "c": [_text(text)]}
            case Emphasis(text=text):
                return {"t": "Emph", "c": [_text(text)]}
            case Code(text=text):
                return {"t": "Code", "c": [_NO_ATTRIBUTES, text]}
            case Link(text=text, address=address):
                return {"t": "Link", "c": [_NO_ATTRIBUTES, [_text(text)], [address, ""]]}
            case Cite(key=key):
                return _text(f"[{self.citations[key]}]")


def _text(text: str) -> Node:
    return {"t": "Str", "c": text}


def _meta(text: str) -> Node:
    return {"t": "MetaInlines", "c": [_text(text)] if text else []}


def _styled(style: str, blocks: list[Node]) -> Node:
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]}


def _cell(text: list[Node]) -> list[Any]:
    return [_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": text}]]
