"""The name under which a piece of the document stands in a DOCX, and words as they are compared.

Pure. `lz_12_3_b_lv_0123456789`: the body of block 12 in its version 3 in Latvian, with the
beginning of the SHA-256 of its words. What is drawn has version 0: its print alone tells whether
somebody changed it. The piece of number 0 is the head of the file; its version is the minute of the
download, counted from 1970.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from ligzda.kernel.hashing import sha256
from ligzda.languages import CODES, Language

Part = Literal["h", "b", "l", "d"]
"""Heading and body, which are typed; the label of what is drawn, and what is drawn."""
TYPED = frozenset({"h", "b"})
_PRINT = 10
_NAME = re.compile(
    rf"lz_([0-9]{{1,9}})_([0-9]{{1,9}})_([hbld])_({'|'.join(CODES)})_([0-9a-f]{{{_PRINT}}})"
)
_BLANKS = re.compile(r"[ \t\n\r]+")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and control characters, which nobody reads."""


@dataclass(frozen=True)
class Mark:
    """Which piece of the document this is."""

    block: int
    version: int
    part: Part
    language: Language
    print: str = "0" * _PRINT

    @property
    def name(self) -> str:
        """The name of a bookmark."""
        return f"lz_{self.block}_{self.version}_{self.part}_{self.language}_{self.print}"

    @property
    def typed(self) -> bool:
        """Whether its words are somebody's to change."""
        return self.part in TYPED

    def of(self, paragraphs: Iterable[str]) -> "Mark":
        """Return the mark with the print of these paragraphs."""
        return replace(self, print=printed(paragraphs))


def read_mark(name: str) -> Mark | None:
    """Return the mark of a name, None for any other bookmark."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    block, version, part, language, print_ = found.groups()
    return Mark(int(block), int(version), part, language, print_)  # type: ignore[arg-type]


def plain(text: str) -> str:
    """Return a paragraph as it is compared: one blank for many, nothing that no file can hold."""
    return _BLANKS.sub(" ", _UNWRITABLE.sub("", text)).strip(" ")


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, as they are compared."""
    return tuple(filter(None, map(plain, text.split("\n\n"))))


def printed(paragraphs: Iterable[str]) -> str:
    """Return the print of paragraphs: the beginning of a SHA-256."""
    return sha256("\n\n".join(paragraphs))[:_PRINT]
