"""The certificate on paper: one page of PDF/A-3a, with the signed credential inside it.

Latvian and English are made of the same award; what differs is the language's own words.
"""

import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path

import segno
from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.languages import Language, locale_of
from ligzda.publishing import Numbers, typeset
from ligzda.training.credentials import Award

_TEMPLATE = Path(__file__).parent / "assets" / "certificate.typ"
CREDENTIAL = "credential.json"


def pdf(award: Award, credential: str, language: Language, *, hours: str, invented: bool) -> bytes:
    """Give the certificate in one language. `hours`: written out, without a unit."""
    with override(language):
        said = _said(award, language, hours=hours, invented=invented)
    files = {
        "main.typ": _TEMPLATE.read_bytes(),
        "certificate.json": json.dumps(said).encode(),
        CREDENTIAL: credential.encode(),
    }
    midnight = datetime.datetime.combine(award.issued_on, datetime.time(), tzinfo=datetime.UTC)
    return typeset(files, title=str(said["title"]), timestamp=int(midnight.timestamp()))


def facts(award: Award, written: Callable[[datetime.date], str], hours: str) -> list[list[str]]:
    """Return what stands in the table of the paper, in the active language: (label, value)."""
    ends = written(award.valid_until) if award.valid_until else _("does not end")
    return [
        [_("Issued on"), written(award.issued_on)],
        [_("Valid until"), ends],
        [_("Hours of teaching"), hours],
        [_("Code"), award.code],
    ]


def _said(award: Award, language: Language, *, hours: str, invented: bool) -> dict[str, object]:
    numbers = Numbers(language)
    return {
        "language": language,
        "region": locale_of(language).territory,
        "date": [award.issued_on.year, award.issued_on.month, award.issued_on.day],
        "title": _("Certificate"),
        "issuer": award.issuer,
        "holder": award.holder,
        "has-passed": _("has passed the course"),
        "course": getattr(award, f"title_{language}"),
        "criteria": getattr(award, f"criteria_{language}"),
        "facts": facts(award, numbers.date, hours),
        "invented": _("Invented for the demonstration.") if invented else "",
        "picture": square(award.address),
        "picture-says": _("Code that leads to the page of this certificate"),
        "how-to-check": _(
            "Whether it is valid today stands on its page. There the file of this certificate can "
            "also be compared with what was issued."
        ),
        "address": award.address,
        "signed": _("Signed by the issuer. The signed data are attached to this file."),
        "attachment-says": _("The certificate as a signed credential (Open Badges 3.0)"),
    }


def square(address: str) -> str:
    """Return a QR code as SVG. Capitals make it smaller; the page answers to them."""
    made = io.BytesIO()
    segno.make(address.upper(), error="m").save(made, kind="svg", border=0, xmldecl=False)
    return made.getvalue().decode()
