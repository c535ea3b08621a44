"""Read side of editions: the log, one edition as a document, what has changed since."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from ligzda.findings import queries as findings
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.files import kept
from ligzda.languages import CODES, Language
from ligzda.methodology.editions import Edition, document, read_edition
from ligzda.methodology.editions.crate import crate
from ligzda.methodology.editions.fhir import bundle
from ligzda.methodology.models import PublishedEdition
from ligzda.methodology.recommendations.queries import RecommendationRow
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, has_permission
from ligzda.publishing import Document, to_docx, to_html_fragment, to_pdf

MADE = "3"
"""Raised whenever the same edition.json gives other bytes, so that no old file is given out."""
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True)
class ChangedClaim:
    """A claim that is not what the edition says: `before` is empty where it is new."""

    row: findings.ClaimRow
    before: str


def editions(viewer: Viewer = None) -> list[PublishedEdition]:
    """Return the published editions, the newest first; for writers also the draft."""
    rows = PublishedEdition.objects.select_related("prepared_by", "published_by")
    rows = rows.defer("content", "files")
    return list(rows if may_write(viewer) else rows.filter(published_at__isnull=False))


def edition(number: int, viewer: Viewer = None) -> PublishedEdition:
    """Return an edition; a draft only to writers. Raises NotFoundError."""
    rows = PublishedEdition.objects.select_related("prepared_by", "published_by")
    if not may_write(viewer):
        rows = rows.filter(published_at__isnull=False)
    row = rows.filter(number=number).first()
    if row is None:
        raise NotFoundError(_("There is no edition with this number."))
    return row


def may_write(viewer: Viewer) -> bool:
    """Whether somebody writes the methodology."""
    return has_permission(viewer, Permission.WRITE_METHODOLOGY)


def log() -> str:
    """Return the public log: a line an edition, the oldest first."""
    rows = PublishedEdition.objects.filter(published_at__isnull=False).order_by("number")
    return "".join(f"{line}\n" for line in rows.values_list("line", flat=True))


def newest() -> PublishedEdition | None:
    """Return the newest published edition; None before the first."""
    rows = PublishedEdition.objects.filter(published_at__isnull=False)
    return rows.order_by("number").last()


def contents(row: PublishedEdition) -> Edition:
    """Return what an edition holds."""
    return _read(row.content)


@lru_cache(maxsize=8)
def _read(content: str) -> Edition:
    return read_edition(content.encode())


def file(row: PublishedEdition, language: Language, kind: str) -> bytes:
    """Return the PDF or DOCX of an edition; made once, kept by its content."""
    name = f"edition-{row.sha256[:24]}-{MADE}-{language}.{kind}"
    writer = {"pdf": to_pdf, "docx": to_docx}[kind]
    folder = Path(settings.EVALUATIONS_ROOT) / "editions"
    return kept(folder / name, lambda: writer(_document(row, language)))


def page(row: PublishedEdition, language: Language) -> str:
    """Return an edition as the inner HTML of its page."""
    name = f"edition-{row.sha256[:24]}-{MADE}-{language}.html"
    folder = Path(settings.EVALUATIONS_ROOT) / "editions"
    made = kept(folder / name, lambda: to_html_fragment(_document(row, language), level=2).encode())
    return made.decode()


def keep(number: int) -> None:
    """Make what of an edition is read, so that it is kept before somebody asks."""
    row = PublishedEdition.objects.filter(number=number).first()
    if row is None:
        return
    for language in CODES:
        page(row, language)
        for kind in MEDIA:
            file(row, language, kind)


def _document(row: PublishedEdition, language: Language) -> Document:
    files = {name: text.encode() for name, text in row.files.items()}
    return document(contents(row), language, files)


def crate_of(row: PublishedEdition) -> bytes:
    """Return an edition as a Research Object Crate (ZIP)."""
    return crate(contents(row), {name: text.encode() for name, text in row.files.items()})


def fhir_of(row: PublishedEdition) -> bytes:
    """Return an edition as EBMonFHIR (JSON)."""
    return bundle(contents(row))


def changed_claims(row: PublishedEdition) -> list[ChangedClaim]:
    """Return the public claims that have turned, or say something else, since an edition."""
    found = []
    said = {claim.number: claim for claim in contents(row).claims}
    for now in findings.claims():
        if not now.verdict:
            continue
        before = said.get(now.number)
        if before is None:
            found.append(ChangedClaim(now, ""))
        elif before.state != now.state or any(
            str(before.sentences[code]) != now.sentences[code] for code in CODES
        ):
            found.append(ChangedClaim(now, before.state))
    return found


def changed_recommendations(row: PublishedEdition, rows: list[RecommendationRow]) -> dict[int, str]:
    """Return the recommendations that changed since an edition: number → "new" or "changed"."""
    said = {one.number: one.version for one in contents(row).recommendations}
    found = {}
    for each in rows:
        if each.row.number not in said:
            found[each.row.number] = "new"
        elif said[each.row.number] != each.row.version:
            found[each.row.number] = "changed"
    return found
