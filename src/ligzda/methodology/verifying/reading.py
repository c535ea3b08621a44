"""What a PDF carries: attachments, the text of its pages, whether it is signed.

The file comes from anywhere: what is too large, encrypted or damaged is refused before more of it
is read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from ligzda.languages import Language, spoken
from ligzda.methodology.editions.contents import FILE
from ligzda.methodology.verifying.faults import VerifyError, VerifyFault
from ligzda.methodology.verifying.page_text import PageTexts

LARGEST = 50_000_000
"""Bytes of a PDF, and of each attachment."""
MOST_PAGES = 600
_REVISION = re.compile(rb"startxref\s+\d+\s+%%EOF")


@dataclass(frozen=True)
class Carried:
    """What a PDF carries. `pages`: the text of each, in reading order."""

    attachments: Mapping[str, bytes]
    pages: tuple[str, ...]
    language: Language
    signed: bool


def read_pdf(content: bytes) -> Carried:
    """Read a PDF that says it is an edition. Raises VerifyError with a sentence."""
    if len(content) > LARGEST:
        megabytes = len(content) // 1_000_000
        raise VerifyError(VerifyFault.TOO_LARGE.of(size=megabytes, most=LARGEST // 1_000_000))
    if not content.startswith(b"%PDF-"):
        raise VerifyError(VerifyFault.NOT_PDF)
    try:
        return _read(content)
    except VerifyError:
        raise
    # A damaged file may fail anywhere in the reader, and not only with its own errors.
    except Exception:
        raise VerifyError(VerifyFault.BROKEN) from None


def _read(content: bytes) -> Carried:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise VerifyError(VerifyFault.ENCRYPTED)
    if len(reader.pages) > MOST_PAGES:
        raise VerifyError(VerifyFault.TOO_LONG.of(pages=len(reader.pages), most=MOST_PAGES))
    attachments = _attachments(reader)
    if FILE not in attachments:
        raise VerifyError(VerifyFault.NOT_AN_EDITION)
    revisions = list(_REVISION.finditer(content))
    if len(revisions) > 1:
        first = _attachments(PdfReader(BytesIO(content[: revisions[0].end()])))
        for name in sorted(attachments.keys() | first.keys()):
            if attachments.get(name) != first.get(name):
                raise VerifyError(VerifyFault.SWAPPED.of(name=name))
    texts = PageTexts()
    pages = tuple(texts.text(page) for page in reader.pages)
    language = spoken(str(reader.root_object.get("/Lang", "")))
    return Carried(attachments, pages, language, _signed(reader))


def _attachments(reader: Any) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, contents in reader.attachments.items():
        if len(contents) != 1:
            raise VerifyError(VerifyFault.TWICE.of(name=name))
        found[name] = contents[0]
    return found


def _signed(reader: Any) -> bool:
    """Whether a field of signatures holds one; whether it is good, nobody asks here."""
    form = reader.root_object.get("/AcroForm")
    fields = form.get_object().get("/Fields", []) if form is not None else []
    found = [field.get_object() for field in fields]
    return any(each.get("/FT") == "/Sig" and "/V" in each for each in found)
