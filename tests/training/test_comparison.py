"""The file of a certificate: as it was issued, changed on the page, changed inside, somebody's."""

from io import BytesIO

import pytest
from django.utils.translation import override
from pypdf import PdfReader, PdfWriter
from tests.cast import Cast

from ligzda.kernel.errors import BadDataError
from ligzda.network import actions as network
from ligzda.training import paper
from ligzda.training.awards import award_of
from ligzda.training.comparison import compare
from ligzda.training.models import Certificate


def remade(certificate: Certificate, *, holder: str) -> bytes:
    """Return the paper with another name printed around the signed data that are whole."""
    from dataclasses import replace

    award = replace(award_of(certificate), holder=holder)
    return paper.pdf(award, certificate.credential, "lv", hours="16", invented=False)


def saved_anew(file: bytes, *, attachment: bytes | None = None) -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(file)))
    if attachment is not None:
        writer.add_attachment("credential.json", attachment)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_what_was_issued_is_identical_in_either_language(certificate: Certificate) -> None:
    for file in (bytes(certificate.pdf_lv), bytes(certificate.pdf_en)):
        found = compare(file)
        assert found.identical
        assert found.certificate == certificate


def test_a_name_changed_on_the_page_is_shown_word_by_word(certificate: Certificate) -> None:
    found = compare(remade(certificate, holder="Anna Kalniņa"))
    assert not found.identical
    assert [(each.issued, each.brought) for each in found.differences] == [("Bērziņa", "Kalniņa")]


def test_signed_data_taken_from_another_paper_are_refused(certificate: Certificate) -> None:
    forged = certificate.credential.replace(
        "Frēzēšana".encode("ascii", "backslashreplace").decode(), "X"
    )
    changed = paper.pdf(award_of(certificate), forged, "lv", hours="16", invented=False)
    with pytest.raises(BadDataError, match="nav mūsu"):
        compare(changed)


@pytest.mark.parametrize(
    "file",
    [b"", b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<" + b"/A" * 1000, b"\x00" * 2000],
    ids=["empty", "head", "broken", "noise"],
)
def test_what_is_no_certificate_is_told_so(file: bytes, certificate: Certificate) -> None:
    with pytest.raises(BadDataError, match="nav mūsu apliecība"):
        compare(file)


def test_a_paper_without_signed_data_is_none(certificate: Certificate) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = BytesIO()
    writer.write(out)
    with pytest.raises(BadDataError, match="nav mūsu apliecība"):
        compare(out.getvalue())


def test_of_what_is_erased_nothing_is_told(cast: Cast, certificate: Certificate) -> None:
    file = bytes(certificate.pdf_lv)
    network.erase_user(by=cast.administrator, user=cast.participant)
    with pytest.raises(BadDataError, match="ir izdzēsts"), override("lv"):
        compare(file)
