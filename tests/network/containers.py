"""Signed containers as a council sends them, made here: nobody's real signature is in the tests."""

import base64
import datetime
import io
import zipfile

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
MIMETYPE = "application/vnd.etsi.asic-e+zip"
_KEY = ec.generate_private_key(ec.SECP256R1())
_DAY = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def certificate(
    *, given: str = "", family: str = "", common: str = "", code: str = "", ca: bool = False
) -> str:
    """Return a certificate in base64, as it stands in a signature."""
    parts = [
        (NameOID.GIVEN_NAME, given),
        (NameOID.SURNAME, family),
        (NameOID.COMMON_NAME, common),
        (NameOID.SERIAL_NUMBER, code),
    ]
    subject = x509.Name([x509.NameAttribute(oid, text) for oid, text in parts if text])
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "eID LV ICA 2017")])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(_KEY.public_key())
        .serial_number(1)
        .not_valid_before(_DAY)
        .not_valid_after(_DAY + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .sign(_KEY, hashes.SHA256())
    )
    return base64.b64encode(made.public_bytes(serialization.Encoding.DER)).decode()


def signature(*certificates: str, said_at: str = "2026-02-26T10:15:00Z", within: str = "") -> str:
    """Return XAdES as far as it is read here."""
    held = "".join(f"<ds:X509Certificate>{each}</ds:X509Certificate>" for each in certificates)
    return (
        '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">'
        f"<ds:KeyInfo><ds:X509Data>{held}</ds:X509Data></ds:KeyInfo><ds:Object>"
        '<xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#">'
        f"<xades:SigningTime>{said_at}</xades:SigningTime>{within}"
        "</xades:QualifyingProperties></ds:Object></ds:Signature>"
    )


def container(*signatures: str, mimetype: str = MIMETYPE, prolog: str = "") -> bytes:
    """Return a container with one file of signatures."""
    opened = io.BytesIO()
    with zipfile.ZipFile(opened, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("lemums.pdf", PDF)
        if signatures:
            inside = "".join(signatures)
            archive.writestr(
                "META-INF/edoc-signatures-S1.xml", f"{prolog}<signatures>{inside}</signatures>"
            )
    return opened.getvalue()
