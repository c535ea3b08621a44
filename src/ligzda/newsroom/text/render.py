"""Text to HTML: a guest's as it stands, a registered reader's with a little HTML and Markdown.

Whatever happens before, the last step of `render_rich` is nh3 (ammonia), so that no rule of ours
has to be right for a page to be safe.
"""

import html
from collections.abc import Callable

import nh3
import regex

from ligzda.newsroom.text.html import unescaped, without_loose
from ligzda.newsroom.text.links import linked

TAGS = frozenset(["a", "b", "blockquote", "br", "code", "em", "i", "li", "ol", "p", "strong", "ul"])
REL = "ugc nofollow noopener"
_SCHEMES = {"http", "https", "mailto"}
# Serialised HTML: an attribute's value may hold ">" but never a bare quote.
_PIECE = regex.compile(r'(<(?:[^>"]|"[^"]*+")*+>)')
_LINK = regex.compile(r"\[([^\]\n]{1,200}+)\]\((https?://[^\s()]++)\)")
_STRONG = regex.compile(r"(?<!\w)\*\*(?=\S)([^*\n]++)(?<=\S)\*\*(?!\w)")
_EM = regex.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]++)(?<=\S)\1(?![\w*])")
_CODE = regex.compile(r"`([^`\n]++)`")
_KEPT = regex.compile("[\U000f0000-\U000fffff]")
_BLOCK = regex.compile(r"<(?:p|ul|ol|blockquote)\b")
_BULLETS = regex.compile(r"(?:^[-*] [^\n]++(?:\n|\Z))++", regex.MULTILINE)


def leads(address: str) -> bool:
    """Return whether the address is whole and of a scheme that a reader may link to."""
    scheme, colon, rest = address.strip().partition(":")
    return bool(colon and rest) and scheme.lower() in _SCHEMES


def render_plain(text: str) -> str:
    """Return a guest's text as HTML: nothing in it is markup."""
    return _paragraphs(html.escape(text, quote=False))


def render_rich(text: str) -> str:
    """Return a registered reader's text as HTML: TAGS, and links that pass on no reputation."""
    cleaned = _clean(without_loose(text))
    depth = 0
    pieces = []
    for piece in _PIECE.split(cleaned):
        if piece.startswith("<a"):
            depth += 1
        elif piece == "</a>":
            depth -= 1
        in_text = not piece.startswith("<") and depth == 0
        pieces.append(_inline(piece) if in_text else piece)
    return _clean(_paragraphs(_bullets("".join(pieces))))


def _clean(text: str) -> str:
    return nh3.clean(
        text,
        tags=set(TAGS),
        attributes={"a": {"href"}},
        link_rel=REL,
        url_schemes=_SCHEMES,
        url_relative="deny",  # a link names where it leads
    )


def _inline(escaped: str) -> str:
    """Turn Markdown and bare addresses of one escaped piece of text into tags.

    A link is set aside as a private-use character, so that no later rule looks inside it.
    """
    kept: list[str] = []

    def keep(markup: str) -> str:
        kept.append(markup)
        return chr(0xF0000 + len(kept) - 1)

    text = _KEPT.sub("\ufffd", escaped)
    text = _CODE.sub(lambda found: keep(f"<code>{found[1]}</code>"), text)
    text = _LINK.sub(lambda found: keep(_anchor(unescaped(found[2]), found[1])), text)
    text = _auto(text, keep)
    text = _EM.sub(r"<em>\2</em>", _STRONG.sub(r"<strong>\1</strong>", text))
    return _put_back(_put_back(text, kept), kept)  # twice: a link's label may hold code


def _put_back(text: str, kept: list[str]) -> str:
    return str(_KEPT.sub(lambda found: kept[ord(found.group()) - 0xF0000], text))


def _auto(escaped: str, keep: Callable[[str], str]) -> str:
    plain = unescaped(escaped)
    made, at = [], 0
    for start, match in linked(plain):
        if match.schema in {"http:", "https:"} or match.raw.lower().startswith("www."):
            made += [html.escape(plain[at : start + match.index], quote=False)]
            made += [keep(_anchor(match.url, html.escape(match.raw, quote=False)))]
            at = start + match.last_index
    return "".join([*made, html.escape(plain[at:], quote=False)])


def _anchor(url: str, label: str) -> str:
    return f'<a href="{html.escape(url)}">{label}</a>'


def _bullets(text: str) -> str:
    def as_list(found: "regex.Match[str]") -> str:
        items = "".join(f"<li>{line[2:]}</li>" for line in found.group().strip().split("\n"))
        return f"\n\n<ul>{items}</ul>\n\n"

    return str(_BULLETS.sub(as_list, text))


def _paragraphs(text: str) -> str:
    parts = (part.strip("\n") for part in regex.split(r"\n{2,}", text))
    return "".join(
        part if _BLOCK.match(part) else "<p>" + part.replace("\n", "<br>") + "</p>"
        for part in parts
        if part
    )
