"""The text of a page as our typesetter writes it: the signs of its content stream, in their order.

`verify` compares texts without white space, so nothing is asked of where a sign stands, and a page
takes milliseconds. Fonts are of two bytes a sign (Identity-H) with a table of what each sign is
(ToUnicode); a text in any other font is not read, and so is no text of an edition.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TOKEN = re.compile(
    rb"(?P<text>\()"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|/(?P<name>[^\s()<>\[\]{}/%]+)"
    rb"|(?<![^\s()<>\[\]])(?P<operator>Tf|Tj|TJ|'|\")(?![^\s()<>\[\]/])",
    re.DOTALL,
)
_WITHIN = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PART = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")

Signs = Mapping[bytes, str]
MOST_SIGNS = 0x10000
"""Of a font whose signs are two bytes; a table that says more than each once is no font's."""


class PageTexts:
    """Reads page after page of one file; a font that several pages share is read once."""

    def __init__(self) -> None:
        self._fonts: dict[object, Signs] = {}

    def text(self, page: Any) -> str:
        """Return the signs of a page (pypdf's)."""
        resources = page.get("/Resources", {}).get_object()
        given = resources.get("/Font", {}).get_object()
        fonts = {name[1:].encode(): self._signs(given.raw_get(name)) for name in given}
        return "".join(_read(page.get_contents().get_data(), fonts))

    def _signs(self, font: Any) -> Signs:
        key = getattr(font, "idnum", id(font))
        if key not in self._fonts:
            found = font.get_object()
            whole = found.get("/Encoding") == "/Identity-H" and "/ToUnicode" in found
            self._fonts[key] = signs_of(found["/ToUnicode"].get_data()) if whole else {}
        return self._fonts[key]


def _read(content: bytes, fonts: Mapping[bytes, Signs]) -> Iterator[str]:
    signs: Signs = {}
    name, shown = b"", bytearray()
    at = 0
    while token := _TOKEN.search(content, at):
        at = token.end()
        match token.lastgroup:
            case "text":
                end = _closing(content, at)
                shown += _ESCAPE.sub(_escaped, content[at:end])
                at = end + 1
            case "hex":
                shown += bytes.fromhex(token["hex"].decode())
            case "name":
                name = token["name"]
            case _:
                if token["operator"] == b"Tf":
                    signs = fonts.get(name, {})
                else:
                    yield _decoded(bytes(shown), signs)
                shown.clear()


def _closing(content: bytes, at: int) -> int:
    """Return where a text ends; parentheses within it stand in pairs."""
    depth = 1
    for mark in _WITHIN.finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
        if not depth:
            return mark.start()
    return len(content)


def _escaped(found: re.Match[bytes]) -> bytes:
    octal, line, sign = found.groups()
    if octal:
        return bytes([int(octal, 8) & 0xFF])
    return b"" if line else _NAMED.get(sign, sign)


def _decoded(shown: bytes, signs: Signs) -> str:
    return "".join(signs.get(shown[at : at + 2], "") for at in range(0, len(shown), 2))


def signs_of(cmap: bytes) -> Signs:
    """Return what each sign of a font is, from its ToUnicode table. Raises ValueError."""
    found: dict[bytes, str] = {}
    said_of = 0
    for kind, body in _PART.findall(cmap):
        given = [bytes.fromhex(each.decode()) for each in _HEX.findall(body)]
        if kind == b"bfchar":
            found |= {
                sign: _unicode(said) for sign, said in zip(given[::2], given[1::2], strict=False)
            }
        else:
            for first, last, said in zip(given[::3], given[1::3], given[2::3], strict=False):
                start, base = int.from_bytes(first), int.from_bytes(said)
                many = max(min(int.from_bytes(last), 0xFFFF) - start + 1, 0)
                said_of += many
                if said_of > MOST_SIGNS:
                    raise ValueError(said_of)
                for step in range(many):
                    found[(start + step).to_bytes(2)] = _unicode((base + step).to_bytes(len(said)))
    return found


def _unicode(said: bytes) -> str:
    return said.decode("utf-16-be", "replace")
