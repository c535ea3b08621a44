"""Count characters as a reader does: extended grapheme clusters (UAX #29) after NFC and trimming.

The box counts with Intl.Segmenter (static/newsroom/comments.js); both must agree.
"""

import unicodedata
from typing import Literal

import regex

# What String.prototype.trim removes (ECMA-262, WhiteSpace and LineTerminator), so that the page
# and the server trim alike. str.strip() would also take U+001C…U+001F and U+0085.
_WHITE = "\t\n\v\f\r \u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B)))
_WHITE += "\u2028\u2029\u202f\u205f\u3000\ufeff"
CLUSTER = regex.compile(r"\X")
# Thirty marks in a row and one more: normalising sorts them, in time that grows with their square.
_HEAP = regex.compile(r"(\P{ccc=0}{30})(?=\P{ccc=0})")


def normalized(form: Literal["NFC", "NFD", "NFKC"], text: str) -> str:
    """Return the text in a normal form, made safe for streams first (UAX #15, section 13).

    A heap of marks is parted by U+034F, as the annex says; no word of any language has one.
    """
    return unicodedata.normalize(form, _HEAP.sub("\\1\u034f", text))


def trimmed(text: str) -> str:
    """Return the text as it is stored: line ends as LF, NFC, without white space around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return normalized("NFC", lines).strip(_WHITE)


def clusters(text: str) -> list[str]:
    """Return the grapheme clusters of the trimmed text."""
    found: list[str] = CLUSTER.findall(trimmed(text))
    return found


def count(text: str) -> int:
    """Return how many characters a reader sees: `ā` is one however it was typed, CRLF is one."""
    return len(clusters(text))
