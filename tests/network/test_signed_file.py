"""What a council's document is, by its content, and whom its certificates name."""

import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.network.containers import PDF, certificate, container, signature

from ligzda.network.signed_file import MOST_BYTES, Signer, UnreadableFileError, read


def test_a_pdf_is_a_pdf_whatever_it_is_called() -> None:
    assert (read(PDF).kind, read(PDF).signers) == ("pdf", ())


def test_each_signer_is_named_once_with_issuer_and_claimed_time() -> None:
    chair = certificate(
        given="Anna", family="Ozola", common="ANNA OZOLA", code="PNOLV-010180-12345"
    )
    issuer = certificate(common="eID LV ICA 2017", ca=True)
    seal = certificate(common="Ogres novada pašvaldība")
    found = read(container(signature(issuer, chair), signature(chair), signature(seal)))
    when = "2026-02-26T10:15:00Z"
    assert found.kind == "asice"
    assert found.signers == (
        Signer("Anna Ozola", "eID LV ICA 2017", when),
        Signer("Ogres novada pašvaldība", "eID LV ICA 2017", when),
    )
    assert found.personal_codes


@pytest.mark.parametrize("common", ["OZOLA,ANNA,010180-12345", "OZOLA,ANNA,PNOLV-010180-12345"])
def test_a_personal_code_is_never_part_of_a_name(common: str) -> None:
    found = read(container(signature(certificate(common=common))))
    assert [signer.name for signer in found.signers] == ["OZOLA,ANNA"]
    assert found.personal_codes
    assert "12345" not in str(found.told())


def test_a_seal_has_no_personal_code() -> None:
    assert not read(container(signature(certificate(common="Ogres novada dome")))).personal_codes


def test_a_countersignature_within_another_keeps_its_own_name() -> None:
    inner = signature(certificate(common="Sekretāre"), said_at="2026-02-27T08:00:00Z")
    found = read(container(signature(certificate(common="Priekšsēdētājs"), within=inner)))
    assert {(signer.name, signer.said_at[:10]) for signer in found.signers} == {
        ("Priekšsēdētājs", "2026-02-26"),
        ("Sekretāre", "2026-02-27"),
    }


def test_what_cannot_be_seen_is_left_out_of_a_name() -> None:
    found = read(container(signature(certificate(common="Anna\u202e\u200b  Ozola"))))
    assert [signer.name for signer in found.signers] == ["Anna Ozola"]


def _other_zip() -> bytes:
    opened = io.BytesIO()
    with zipfile.ZipFile(opened, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return opened.getvalue()


def _bomb() -> bytes:
    opened = io.BytesIO()
    with zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.etsi.asic-e+zip")
        archive.writestr("META-INF/signatures0.xml", b" " * 50_000_000)
    return opened.getvalue()


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
SIGNED = signature(certificate(common="Anna"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "kind"),
        (b"MZ\x90\x00 program", "kind"),
        (b"<html>%PDF-", "kind"),
        (PDF[:-6], "cut"),
        (b"%PDF-" + b" " * MOST_BYTES, "large"),
        (_other_zip(), "kind"),
        (container(SIGNED, mimetype="application/zip"), "kind"),
        (container(), "unsigned"),
        (container(signature()), "unsigned"),
        (container(signature("not base64!")), "unsigned"),
        (container(SIGNED)[:200], "damaged"),
        (container(SIGNED, prolog=ENTITIES), "damaged"),
        (container("<unclosed>"), "damaged"),
        (_bomb(), "large"),
    ],
    ids=range(14),
)  # fmt: skip
def test_anything_else_is_refused_by_its_cause(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(content)
    assert refused.value.why == why


WHOLE = container(SIGNED)


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
@example(0, 0)
def test_a_container_with_any_byte_changed_is_read_or_refused(place: int, byte: int) -> None:
    changed = bytearray(WHOLE)
    changed[place] = byte
    try:
        found = read(bytes(changed))
    except UnreadableFileError:
        return
    assert found.signers
