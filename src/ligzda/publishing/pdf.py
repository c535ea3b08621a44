"""Blocks to PDF through Typst: PDF/A-3a for the archive, PDF/UA-1 for everyone who reads it.

The blocks travel as JSON into `assets/report.typ`, so no text of theirs is ever read as markup.
Only fonts that come with us or with Typst are used and the only time is the document's date: the
same document gives the same bytes on every machine. Typst refuses a picture without
alternative text.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from ligzda.languages import locale_of
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
from ligzda.publishing.numbers import Numbers

_TEMPLATE = Path(__file__).parent / "assets" / "report.typ"


def to_pdf(document: Document) -> bytes:
    """Give a tagged PDF with the document's attachments inside.

    Raises ValueError with Typst's words where the document breaks PDF/A-3a or PDF/UA-1.
    """
    return typeset(
        {
            "main.typ": _TEMPLATE.read_bytes(),
            "document.json": json.dumps(_Encoder(document).document()).encode(),
            **{f"attachment-{n}": item.content for n, item in enumerate(document.attachments)},
        },
        title=document.title,
        timestamp=timestamp(document),
    )


def typeset(files: Mapping[str, bytes], *, title: str, timestamp: int) -> bytes:
    """Give the PDF (A-3a, UA-1) that `main.typ` among the files makes of the others.

    For a paper whose look is its own; everything else is blocks (`to_pdf`). `timestamp`: seconds,
    the only time that enters the file. Raises ValueError with Typst's words.
    """
    import typst

    # Typst's stubs do not know that files may be given by name instead of on disk.
    given: Any = dict(files)
    try:
        pdf: bytes = typst.compile(
            given,
            font_paths=[str(chart_drawing.FONTS)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-3a", "ua-1"],
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        raise ValueError(f"The PDF of “{title}” cannot be made: {error}") from error
    return pdf


def timestamp(document: Document) -> int:
    """Give the midnight (UTC) of the document's date, the only time that enters a file."""
    return int(datetime.combine(document.date, time(), tzinfo=UTC).timestamp())


class _Encoder:
    def __init__(self, document: Document) -> None:
        self.source = document
        self.captions = Captions(document.language)
        self.citations = document.citation_numbers

    def document(self) -> dict[str, Any]:
        source = self.source
        return {
            "title": source.title,
            "subtitle": source.subtitle,
            "authors": source.authors,
            "language": source.language,
            # Typst guesses "lv-US" where no region is given.
            "region": locale_of(source.language).territory,
            "date": [source.date.year, source.date.month, source.date.day],
            "written": Numbers(source.language).date(source.date),
            "contents": source.contents,
            "blocks": [self.block(block) for block in source.blocks],
            "attachments": [
                {
                    "name": item.name,
                    "file": f"attachment-{number}",
                    "media_type": item.media_type,
                    "description": item.description,
                    "relationship": item.relationship,
                }
                for number, item in enumerate(source.attachments)
            ],
        }

    def block(self, block: Block) -> dict[str, Any]:
        match block:
            case Heading(text=text, level=level):
                return {"kind": "heading", "text": text, "level": level}
            case Paragraph(text=text, lead=lead):
                return {"kind": "paragraph", "text": self.prose(text), "lead": lead}
            case Bullets(items=items, ordered=ordered):
                return {
                    "kind": "bullets",
                    "ordered": ordered,
                    "items": [self.prose(item) for item in items],
                }
            case Facts(items=facts):
                return {
                    "kind": "facts",
                    "items": [{"term": term, "text": self.prose(text)} for term, text in facts],
                }
            case DataTable():
                return self.table(block)
            case Chart(alternative=alternative, caption=caption, data=data):
                name = self.captions.figure()
                picture = chart_drawing.draw(block.specification)
                return {
                    "kind": "chart",
                    "name": name,
                    "caption": caption,
                    "alternative": alternative,
                    "svg": picture.svg,
                    "width": picture.width,
                    "height": picture.height,
                    "data": self.table(data) if data else None,
                }
            case Note(title=title, text=text, kind=kind):
                heading = title or WORDS[self.source.language][kind]
                return {"kind": "note", "box": kind, "title": heading, "text": self.prose(text)}
            case KeyFigures(items=figures):
                return {
                    "kind": "key-figures",
                    "items": [
                        {
                            "value": item.value,
                            "unit": item.unit,
                            "label": item.label,
                            "detail": item.detail,
                        }
                        for item in figures
                    ],
                }
            case Listing(text=text):
                return {"kind": "listing", "text": text}
            case References(items=sources):
                return {
                    "kind": "references",
                    "items": [
                        {"key": item.key, "text": item.text, "address": item.address}
                        for item in sources
                    ],
                }
            case PageBreak():
                return {"kind": "page-break"}

    def table(self, table: DataTable) -> dict[str, Any]:
        return {
            "kind": "table",
            "name": self.captions.table(),
            "caption": table.caption,
            "columns": [
                {"title": column.title, "align": column.align, "unit": column.unit}
                for column in table.columns
            ],
            "rows": table.rows,
            "whole": [table.stays_whole(row) for row in table.rows],
            "shares": table.shares,
            "crowded": table.crowded,
            "note": table.note,
        }

    def prose(self, text: Prose) -> list[str | dict[str, Any]]:
        return [self.inline(inline) for inline in text]

    def inline(self, inline: Inline) -> str | dict[str, Any]:
        match inline:
            case str():
                return inline
            case Strong(text=text):
                return {"kind": "strong", "text": text}
            case Emphasis(text=text):
                return {"kind": "emphasis", "text": text}
            case Code(text=text):
                return {"kind": "code", "text": text}
            case Link(text=text, address=address):
                return {"kind": "link", "text": text, "address": address}
            case Cite(key=key):
                return {"kind": "cite", "key": key, "number": self.citations[key]}
