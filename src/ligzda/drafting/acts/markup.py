"""Markdown and HTML → plain text in which every unit stands on a line of its own.

Raised figures become carets (``<sup>1</sup>`` is ``^1``), so that nothing of a number is lost. The
plain text is what an act is read from and written back to.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "p div br li tr table ul ol section article header footer td th h1 h2 h3 h4 h5 h6".split()  # noqa: SIM905
)
_LEFT_OUT = frozenset({"script", "style", "head", "nav"})
_HTML = re.compile(
    r"<(?:!doctype|html|body|p|div|h[1-6]|table|sup|br|span|article)\b", re.IGNORECASE
)
_LINES = re.compile(rf"<(?:!doctype|html|body|tbody|{'|'.join(sorted(_BLOCKS))})\b", re.IGNORECASE)
"""What says by tags where lines end; a text with ``<sup>`` alone says it by its own lines."""
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")


def plain(text: str) -> str:
    """Return plain text of what may be HTML or Markdown; plain text comes back as it is."""
    if _HTML.search(text[:20_000]):
        reader = _Reader(own_lines=not _LINES.search(text))
        reader.feed(text)
        reader.close()
        lines = (re.sub(r"[ \t]+", " ", line).strip() for line in "".join(reader.out).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
    if _HEADING.search(text) or _EMPHASIS.search(text) or _ESCAPED.search(text):
        text = _HEADING.sub(r"\1", text)
        text = _EMPHASIS.sub(r"\2", text)
        return _ESCAPED.sub(r"\1", text)
    return text


class _Reader(HTMLParser):
    """Gathers the text, a line for each block; raised figures after a caret."""

    def __init__(self, *, own_lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blank = re.compile(r"[^\S\n]+" if own_lines else r"\s+")
        self.out: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or a raised figure."""
        self.silent += tag in _LEFT_OUT
        if tag in _BLOCKS:
            self.out.append("\n")
        elif tag == "sup":
            self.out.append("^")

    def handle_endtag(self, tag: str) -> None:
        """End a line."""
        self.silent -= tag in _LEFT_OUT
        if tag in _BLOCKS and tag != "br":
            self.out.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep a text; line breaks inside it are blanks where tags say what a line is."""
        if not self.silent:
            self.out.append(self.blank.sub(" ", data))
