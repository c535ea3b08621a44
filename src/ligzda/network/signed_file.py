"""What the document of a decision is, told by its content: a PDF, or a signed container (ASiC-E).

Pure. A container (ETSI EN 319 162-1, in Latvia `.edoc` or `.asice`) is a ZIP with a member
`mimetype` and signatures in XAdES (ETSI EN 319 132-1) below META-INF. What is read here is whom
the certificates beside the signatures name. Nothing is *checked*: neither that the signature fits
the content, nor that the certificate was valid or came from whom it says – a page that shows names
must say so. Personal codes, which Latvian certificates carry as their subject's serial number, are
never returned, only that there are some.
"""

import base64
import binascii
import io
import re
import unicodedata
import zipfile
from dataclasses import asdict, dataclass
from xml.parsers import expat

from cryptography import x509
from cryptography.x509.oid import NameOID

from ligzda.errors import LigzdaError
from ligzda.kernel.archives import DAMAGED

MOST_BYTES = 10_000_000
PDF, ASICE = "pdf", "asice"
CONTENT_TYPES = {PDF: "application/pdf", ASICE: "application/vnd.etsi.asic-e+zip"}

_MOST_MEMBERS, _MOST_SIGNATURES, _MOST_XML = 500, 50, 2_000_000
_SIGNATURES = re.compile(r"META-INF/[^/]*signatures[^/]*\.xml", re.IGNORECASE)
_DS = "http://www.w3.org/2000/09/xmldsig# "
_TIME = re.compile(r"http://uri\.etsi\.org/01903/v[\d.]+# SigningTime")
_CODE = re.compile(r"[\s,;]*(?:PNO[A-Z]{2}-)?\d{6}-?\d{5}\b")


class UnreadableFileError(LigzdaError):
    """The file is none of the kinds taken here; `why` is one of the codes below."""

    KIND, CUT, LARGE, DAMAGED, UNSIGNED = "kind", "cut", "large", "damaged", "unsigned"

    def __init__(self, why: str) -> None:
        super().__init__(f"the document cannot be taken: {why}")
        self.why = why


@dataclass(frozen=True)
class Signer:
    """Whom a certificate names, who issued it, and when its holder says to have signed (ISO)."""

    name: str
    issuer: str
    said_at: str = ""


@dataclass(frozen=True)
class SignedFile:
    """What was found. `personal_codes`: whether a certificate carries its holder's code."""

    kind: str
    signers: tuple[Signer, ...] = ()
    personal_codes: bool = False

    def told(self) -> list[dict[str, str]]:
        """Return the signers as JSON can hold them."""
        return [asdict(signer) for signer in self.signers]


def read(content: bytes) -> SignedFile:
    """Tell what a file is. Raises UnreadableFileError."""
    if len(content) > MOST_BYTES:
        raise UnreadableFileError(UnreadableFileError.LARGE)
    if content.startswith(b"%PDF-"):
        if b"%%EOF" not in content[-2048:]:
            raise UnreadableFileError(UnreadableFileError.CUT)
        return SignedFile(PDF)
    if not content.startswith(b"PK\x03\x04"):
        raise UnreadableFileError(UnreadableFileError.KIND)
    try:
        return _container(content)
    except (*DAMAGED, expat.ExpatError) as error:
        raise UnreadableFileError(UnreadableFileError.DAMAGED) from error


def _container(content: bytes) -> SignedFile:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        if len(members) > _MOST_MEMBERS:
            raise UnreadableFileError(UnreadableFileError.LARGE)
        kind = next((row for row in members if row.filename == "mimetype"), None)
        if kind is None or _member(archive, kind, 100).strip() != CONTENT_TYPES[ASICE].encode():
            raise UnreadableFileError(UnreadableFileError.KIND)
        files = [row for row in members if _SIGNATURES.fullmatch(row.filename)]
        if not files:
            raise UnreadableFileError(UnreadableFileError.UNSIGNED)
        signatures = [
            each
            for row in files[:_MOST_SIGNATURES]
            for each in _signatures(_member(archive, row, _MOST_XML))
        ]
    found = [(_holder(each), each.said_at) for each in signatures[:_MOST_SIGNATURES]]
    named = [(holder, said_at) for holder, said_at in found if holder is not None]
    if not named:
        raise UnreadableFileError(UnreadableFileError.UNSIGNED)
    signers = tuple(
        Signer(_name(holder.subject), _name(holder.issuer), said_at) for holder, said_at in named
    )
    codes = any(_has_code(holder.subject) for holder, _said_at in named)
    return SignedFile(ASICE, tuple(dict.fromkeys(signers)), codes)


def _member(archive: zipfile.ZipFile, row: zipfile.ZipInfo, most: int) -> bytes:
    """Read a member, however large it says that it is, up to `most` bytes."""
    with archive.open(row) as opened:
        found = opened.read(most + 1)
    if len(found) > most:
        raise UnreadableFileError(UnreadableFileError.LARGE)
    return found


class _Signature:
    """What stands in one `ds:Signature`: its certificates (DER in base64), the time it claims."""

    def __init__(self) -> None:
        self.certificates: list[str] = []
        self.said_at = ""


def _signatures(xml: bytes) -> list[_Signature]:
    """Return the signatures of a file, those within others too; declarations are refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    path: list[str] = []
    opened: list[_Signature] = []
    found: list[_Signature] = []
    text: list[str] = []

    def declared(*_parts: object) -> None:
        raise UnreadableFileError(UnreadableFileError.DAMAGED)  # entities that grow, or lead away

    def begin(name: str, _attributes: object) -> None:
        path.append(name)
        text.clear()
        if name == _DS + "Signature":
            opened.append(_Signature())
            found.append(opened[-1])

    def end(name: str) -> None:
        of = opened[-1] if opened else None
        within = [part.removeprefix(_DS) for part in path[-3:-1]]
        if of and name == _DS + "X509Certificate" and within == ["KeyInfo", "X509Data"]:
            of.certificates.append("".join(text))
        elif of and _TIME.fullmatch(name):
            of.said_at = "".join(text).strip()[:40]
        elif of and name == _DS + "Signature":
            opened.pop()
        path.pop()
        text.clear()

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    parser.Parse(xml, True)
    return found


def _holder(signature: _Signature) -> x509.Certificate | None:
    """Return the certificate of who signed: the first that issues no others."""
    for text in signature.certificates:
        try:
            der = base64.b64decode("".join(text.split()), validate=True)
            certificate = x509.load_der_x509_certificate(der)
        except (ValueError, binascii.Error):
            continue
        try:
            basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
        except (x509.ExtensionNotFound, ValueError):
            return certificate
        if not basic.value.ca:
            return certificate
    return None


def _name(subject: x509.Name) -> str:
    """Return whom a certificate names, in one line and without a personal code."""
    given, family, common = (
        [str(row.value) for row in subject.get_attributes_for_oid(oid)][:1]
        for oid in (NameOID.GIVEN_NAME, NameOID.SURNAME, NameOID.COMMON_NAME)
    )
    words = " ".join(given + family if given and family else common)
    seen = "".join(c for c in unicodedata.normalize("NFC", words) if c.isprintable())
    return " ".join(_CODE.sub("", seen).split())[:200]


def _has_code(subject: x509.Name) -> bool:
    texts = [str(row.value) for row in subject]
    return any(_CODE.search(" " + text) or text.startswith("PNO") for text in texts)
