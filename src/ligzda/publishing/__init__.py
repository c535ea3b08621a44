"""How does a document look? Frozen blocks in; HTML, DOCX and PDF out.

A document is a `Document` of blocks (`Heading`, `Paragraph`, `DataTable`, `Chart` …). `render`
gives it in several formats at once; `to_html`, `to_html_fragment`, `to_docx`, `to_pdf` in one.
`marks` builds the charts that every room needs, `Numbers` writes numbers as the language does.
Nothing here opens a file but its own assets, and the same document gives the same bytes.
"""

from ligzda.languages import Language
from ligzda.publishing import marks
from ligzda.publishing.blocks import (
    Alignment,
    Attachment,
    Block,
    Bullets,
    Chart,
    Cite,
    Code,
    Column,
    DataTable,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    Link,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Prose,
    Reference,
    References,
    Strong,
)
from ligzda.publishing.chart_drawing import Picture, draw, warm_up
from ligzda.publishing.docx import to_docx
from ligzda.publishing.drawings import Drawing
from ligzda.publishing.html import STYLES, to_html, to_html_figure, to_html_fragment
from ligzda.publishing.numbers import Numbers
from ligzda.publishing.pdf import to_pdf, typeset
from ligzda.publishing.render import Format, render

__all__ = [
    "STYLES",
    "Alignment",
    "Attachment",
    "Block",
    "Bullets",
    "Chart",
    "Cite",
    "Code",
    "Column",
    "DataTable",
    "Document",
    "Drawing",
    "Emphasis",
    "Facts",
    "Format",
    "Heading",
    "Inline",
    "KeyFigure",
    "KeyFigures",
    "Language",
    "Link",
    "Listing",
    "Note",
    "Numbers",
    "PageBreak",
    "Paragraph",
    "Picture",
    "Prose",
    "Reference",
    "References",
    "Strong",
    "draw",
    "marks",
    "render",
    "to_docx",
    "to_html",
    "to_html_figure",
    "to_html_fragment",
    "to_pdf",
    "typeset",
    "warm_up",
]
