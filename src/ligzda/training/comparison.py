"""The file of a certificate that somebody brings, held against what was issued, word by word.

The signed data inside tell whose certificate it is; what is printed on the page is compared on its
own, because a page can be changed around signed data that are whole.
"""

import io
import json
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.training.awards import issuer
from ligzda.training.credentials import ForgedError, opened
from ligzda.training.models import Certificate
from ligzda.training.paper import CREDENTIAL
from ligzda.training.queries import by_code

MOST_BYTES = 1_000_000
MOST_PAGES = 3


@dataclass(frozen=True)
class Difference:
    """Words that were issued, and what the file has in their place."""

    issued: str
    brought: str


@dataclass(frozen=True)
class Comparison:
    """A file that names a certificate of ours. `identical`: byte for byte as it was issued."""

    certificate: Certificate
    identical: bool
    differences: tuple[Difference, ...]


def compare(file: bytes) -> Comparison:
    """Hold a file against the record. Raises BadDataError where it is no certificate of ours."""
    pages, credential = _read(file)
    try:
        signed = opened(credential, issuer())
    except ForgedError:
        raise BadDataError(
            _("The signed data in this file are not ours, or were changed. It proves nothing.")
        ) from None
    certificate = by_code(_code_in(signed))
    if certificate is None or not certificate.credential:
        raise BadDataError(
            _("The file is signed by us, but what this certificate said has been erased.")
        )
    papers = [bytes(certificate.pdf_lv), bytes(certificate.pdf_en)]
    if file in papers:
        return Comparison(certificate, True, ())
    found = [_differences(_words(_pages_of(paper)), _words(pages)) for paper in papers]
    nearest = min(found, key=lambda each: sum(len(d.issued) + len(d.brought) for d in each))
    if json.loads(certificate.credential) != signed:
        nearest += (Difference(_("the signed data"), _("other signed data")),)
    return Comparison(certificate, False, nearest)


def _read(file: bytes) -> tuple[str, bytes]:
    """Return the words on the pages, and the signed data attached."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    nothing = BadDataError(
        _("This file is no certificate of ours: there are no signed data in it.")
    )
    try:
        reader = PdfReader(io.BytesIO(file))
        attached = reader.attachments.get(CREDENTIAL, [])
        if len(attached) != 1 or not 0 < len(reader.pages) <= MOST_PAGES:
            raise nothing
        return "\n".join(page.extract_text() for page in reader.pages), attached[0]
    # A file from outside can break a reader in any way.
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise nothing from error


def _pages_of(paper: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)


def _code_in(signed: dict[str, object]) -> str:
    return str(signed.get("id", "")).rpartition("/")[2]


def _words(text: str) -> list[str]:
    return text.split()


def _differences(issued: list[str], brought: list[str]) -> tuple[Difference, ...]:
    matcher = SequenceMatcher(None, issued, brought, autojunk=False)
    return tuple(
        Difference(" ".join(issued[a:b]), " ".join(brought[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )
