"""Count characters as a reader does: extended grapheme clusters (UAX #29) after NFC and trimming.

The box counts with Intl.Segmenter (static/newsroom/comments.js); both must agree.
"""

import unicodedata

import regex

# What String.prototype.trim removes (ECMA-262, WhiteSpace and LineTerminator), so that the page
# and the server trim alike. str.strip() would also take U+001C…U+001F and U+0085.
_WHITE = "\t\n\v\f\r \u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B)))
_WHITE += "\u2028\u2029\u202f\u205f\u3000\ufeff"
_CLUSTER = regex.compile(r"\X")


def trimmed(text: str) -> str:
    """Return the text as it is stored: line ends as LF, NFC, without white space around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines).strip(_WHITE)


def clusters(text: str) -> list[str]:
    """Return the grapheme clusters of the trimmed text."""
    found: list[str] = _CLUSTER.findall(trimmed(text))
    return found


def count(text: str) -> int:
    """Return how many characters a reader sees: `ā` is one however it was typed, CRLF is one."""
    return len(clusters(text))
