"""Blocks to HTML: a fragment for a page of ours, or a page that stands alone.

Neither carries a script, an inline style or anything from another address, so a strict
Content-Security-Policy holds; the page that stands alone has its style in one `<style>`.
A fragment wants `tokens.css` and `report.css` from the page around it.
"""

from base64 import b64encode
from datetime import date
from html import escape
from pathlib import Path

from ligzda.languages import Language
from ligzda.publishing import chart_drawing, marks
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

_STATIC = Path(__file__).parent / "static"


def to_html(document: Document, *, files: tuple[tuple[str, str], ...] = ()) -> str:
    """Give a page that stands alone. `files` are (name, words) of files beside it to link to."""
    css = "".join((_STATIC / name).read_text(encoding="utf-8") for name in STYLES)
    return (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n"
        f'<link rel="icon" href="data:image/svg+xml;base64,{_ICON}">\n'
        f"<style>\n{css}</style>\n</head>\n"
        f'<body class="report-page">\n<main>\n{to_html_fragment(document, files=files)}'
        "</main>\n</body>\n</html>\n"
    )


def to_html_fragment(
    document: Document, *, level: int = 1, files: tuple[tuple[str, str], ...] = ()
) -> str:
    """Give an `<article>` whose title is a heading of the given level."""
    return _Writer(document, level).article(files)


def to_html_figure(chart: Chart, language: Language) -> str:
    """Give a chart alone, with its caption and its numbers, for a page of ours."""
    document = Document(chart.caption, language, (), date.min, (chart,), contents=False)
    figure = _Writer(document, 1).chart(chart)
    return f'<div class="report" lang="{language}">\n{figure}</div>\n'


STYLES = ("tokens.css", "report.css")

_ICON = b64encode(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="none" '
    b'stroke="#0f5f59" stroke-width="3" stroke-linecap="round"><path d="M4 15a12 12 0 0 0 24 0"/>'
    b'<path d="M9 16a7 7 0 0 0 14 0" stroke="#9c4526"/></g></svg>'
).decode()


class _Writer:
    def __init__(self, document: Document, level: int) -> None:
        self.document = document
        self.level = level
        self.words = WORDS[document.language]
        self.captions = Captions(document.language)
        self.citations = document.citation_numbers
        self.heading_count = 0

    def article(self, files: tuple[tuple[str, str], ...]) -> str:
        document = self.document
        body = "".join(self.block(block) for block in document.blocks)
        subtitle = f'<p class="subtitle">{escape(document.subtitle)}</p>\n'
        written = Numbers(document.language).date(document.date)
        authors = "".join(f"<span>{escape(author)}</span>" for author in document.authors)
        links = "".join(
            f'<a href="{escape(name)}" download>{escape(words)}</a>' for name, words in files
        )
        return (
            f'<article class="report" lang="{document.language}">\n<header>\n'
            f"<h{self.level}>{escape(document.title)}</h{self.level}>\n"
            + (subtitle if document.subtitle else "")
            + f'<p class="byline">{authors}'
            f'<time datetime="{document.date.isoformat()}">{written}</time></p>\n'
            + (f'<p class="files">{links}</p>\n' if links else "")
            + "</header>\n"
            + (self.contents() if document.contents else "")
            + body
            + "</article>\n"
        )

    def contents(self) -> str:
        items = "".join(
            f'<li><a href="#section-{number}">{escape(heading.text)}</a></li>\n'
            for number, heading in enumerate(self.document.headings, start=1)
            if heading.level == 1
        )
        title = self.words["contents"]
        return f'<nav class="contents" aria-label="{title}">\n<ol>\n{items}</ol>\n</nav>\n'

    def block(self, block: Block) -> str:
        match block:
            case Heading(text=text, level=level):
                self.heading_count += 1
                tag = f"h{min(6, self.level + level)}"
                return f'<{tag} id="section-{self.heading_count}">{escape(text)}</{tag}>\n'
            case Paragraph(text=text, lead=lead):
                return f"<p{' class=lead' if lead else ''}>{self.prose(text)}</p>\n"
            case Bullets(items=items, ordered=ordered):
                tag = "ol" if ordered else "ul"
                lines = "".join(f"<li>{self.prose(item)}</li>\n" for item in items)
                return f"<{tag}>\n{lines}</{tag}>\n"
            case Facts(items=facts):
                lines = "".join(
                    f"<div><dt>{escape(term)}</dt><dd>{self.prose(text)}</dd></div>\n"
                    for term, text in facts
                )
                return f'<dl class="facts">\n{lines}</dl>\n'
            case DataTable():
                return self.table(block)
            case Chart():
                return self.chart(block)
            case Note(title=title, text=text, kind=kind):
                heading = escape(title or self.words[kind])
                return (
                    f'<aside class="note {kind}" aria-label="{heading}">'
                    f"<p><strong>{heading}</strong> {self.prose(text)}</p></aside>\n"
                )
            case KeyFigures(items=figures):
                lines = "".join(
                    f"<div><dt>{escape(figure.label)}</dt>"
                    f'<dd class="value">{escape(figure.value)}'
                    + (f" <span>{escape(figure.unit)}</span>" if figure.unit else "")
                    + "</dd>"
                    + f"<dd>{escape(figure.detail)}</dd></div>\n"
                    for figure in figures
                )
                return f'<dl class="key-figures">\n{lines}</dl>\n'
            case Listing(text=text):
                return f'<pre tabindex="0"><code>{escape(text)}</code></pre>\n'
            case References(items=sources):
                lines = "".join(
                    f'<li id="reference-{escape(item.key)}">{escape(item.text)}'
                    + (
                        f' <a href="{escape(item.address)}">{escape(item.address)}</a>'
                        if item.address
                        else ""
                    )
                    + "</li>\n"
                    for item in sources
                )
                return f'<ol class="references">\n{lines}</ol>\n'
            case PageBreak():
                return ""

    def prose(self, text: Prose) -> str:
        return "".join(self.inline(inline) for inline in text)

    def inline(self, inline: Inline) -> str:
        match inline:
            case str():
                return escape(inline)
            case Strong(text=text):
                return f"<strong>{escape(text)}</strong>"
            case Emphasis(text=text):
                return f"<em>{escape(text)}</em>"
            case Code(text=text):
                return f"<code>{escape(text)}</code>"
            case Link(text=text, address=address):
                return f'<a href="{escape(address)}">{escape(text)}</a>'
            case Cite(key=key):
                return (
                    f'<a class="cite" href="#reference-{escape(key)}">[{self.citations[key]}]</a>'
                )

    def table(self, table: DataTable) -> str:
        name = self.captions.table()
        anchor = f"table-{self.captions.tables}"
        align = [f' class="{column.align}"' for column in table.columns]
        head = "".join(
            f'<th scope="col"{place}>{escape(column.title)}'
            + (f' <span class="unit">{escape(column.unit)}</span>' if column.unit else "")
            + "</th>"
            for column, place in zip(table.columns, align, strict=True)
        )
        rows = "".join(
            f'<tr><th scope="row"{align[0]}>{escape(row[0])}</th>'
            + "".join(
                f"<td{place}>{escape(cell)}</td>"
                for cell, place in zip(row[1:], align[1:], strict=True)
            )
            + "</tr>\n"
            for row in table.rows
        )
        note = f'<p class="table-note">{escape(table.note)}</p>\n' if table.note else ""
        return (
            f'<div class="table" role="region" aria-labelledby="{anchor}" tabindex="0">\n'
            f'<table>\n<caption id="{anchor}"><b>{name}.</b> {escape(table.caption)}</caption>\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n{note}"
        )

    def chart(self, chart: Chart) -> str:
        name = self.captions.figure()
        alternative = escape(chart.alternative)
        drawings = "".join(
            chart_drawing.draw(specification).svg.replace(
                'class="marks"', f'class="{width}" role="img" aria-label="{alternative}"', 1
            )
            for width, specification in (
                ("wide", chart.specification),
                ("narrow", marks.narrow(chart.specification)),
            )
        )
        details = ""
        if chart.data:
            details = (
                f"<details><summary>{self.words['numbers']}</summary>\n"
                f"{self.table(chart.data)}</details>\n"
            )
        return (
            f'<figure class="chart" id="figure-{self.captions.figures}">\n{drawings}\n'
            f"<figcaption><b>{name}.</b> {escape(chart.caption)}</figcaption>\n{details}</figure>\n"
        )
