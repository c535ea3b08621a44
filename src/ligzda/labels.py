"""Which texts are the same text: composed letters, plain blanks, nothing that cannot be seen.

Pure. macOS writes decomposed letters, word processors no-break spaces, web pages zero-width ones;
two labels that a reader cannot tell apart must not be two labels.
"""

import re
import unicodedata

MISSING = frozenset({"", "na", "n/a", "nan", "null", ".", "-", "–"})
"""The words, in small letters, by which files say that a value is missing."""

_JOINERS = re.compile("(?:^|(?<=[\\w\\s]))[\u200c\u200d]+")
"""A joiner after a letter or a blank; within a pictogram of several signs it has a meaning."""
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060\ufeff]"
    # What XML, and so XLSX, cannot hold; form feeds and the like come from word processors.
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]"
)
_LINE_END = re.compile("\r\n?")
_BLANK = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def tidy(text: str) -> str:
    """Return a text as it is kept: NFC, line ends `\\n`, no invisible signs, no blanks around it.

    No-break spaces inside stay: prose has them on purpose.
    """
    text = _JOINERS.sub("", _INVISIBLE.sub("", _LINE_END.sub("\n", text)))
    return unicodedata.normalize("NFC", text).strip()


def label(text: str) -> str:
    """Return a text that is compared with others – a code, a heading, a level: blanks plain, too.

    Plain ASCII, the usual case in large files, costs one look and a strip.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return _BLANK.sub(" ", tidy(text)).strip()
