"""Read side of the round trip: the document as files are held against it, what was taken in."""

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from ligzda.languages import Language
from ligzda.methodology.living.queries import document, known
from ligzda.methodology.models import (
    BlockComment,
    BlockVersion,
    DocumentBlock,
    DocxIntake,
    Suggestion,
)
from ligzda.methodology.roundtrip import rules
from ligzda.methodology.roundtrip.planning import Plan, Standing, as_json, plan
from ligzda.methodology.roundtrip.returned import Returned
from ligzda.methodology.roundtrip.writing import write_docx
from ligzda.network.rules import Viewer

NEWEST = 20
"""Files that the page lists."""


def written(viewer: Viewer, language: Language) -> bytes:
    """Return the document as DOCX. Raises NotAllowedError, WrongStateError where there is none."""
    rows = document(viewer)
    rules.check_written(blocks=len(rows))
    return write_docx(rows, language, timezone.now())


def planned(viewer: Viewer, given: Returned) -> Plan:
    """Return what a file would add. Raises NotAllowedError, BadDataError."""
    rules.check_write(by=viewer)
    return plan(given, _standing(), known())


def intakes(viewer: Viewer) -> "QuerySet[DocxIntake]":
    """Return the files that were taken in, the newest first, with how much came in each."""
    rules.check_write(by=viewer)
    accepted = Q(suggestions__accepted=True)
    rows = DocxIntake.objects.select_related("taken_by", "undone_by").annotate(
        many_comments=Count("comments", distinct=True),
        many_suggestions=Count("suggestions", distinct=True),
        many_accepted=Count("suggestions", filter=accepted, distinct=True),
    )
    return rows[:NEWEST]


def _standing() -> dict[int, Standing]:
    """Return every block that ever was, in the order of the document."""
    rows = DocumentBlock.objects.prefetch_related(
        Prefetch("versions", BlockVersion.objects.order_by("number")),
        Prefetch("versions__suggestions", Suggestion.objects.exclude(intake=None)),
        Prefetch("comments", BlockComment.objects.exclude(intake=None)),
    )
    return {row.pk: _block(row) for row in rows}


def _block(row: DocumentBlock) -> Standing:
    versions = list(row.versions.all())
    comments = [
        (each.text, timezone.make_naive(each.said_at).isoformat()[:16] if each.said_at else "")
        for each in row.comments.all()
    ]
    suggestions = [
        as_json(version.number, each.heading, each.body)
        for version in versions
        for each in version.suggestions.all()
    ]
    return Standing(
        row.pk,
        row.kind == DocumentBlock.Kind.PROSE,
        int(row.added_at.timestamp()) // 60,
        row.removed_at is not None,
        {each.number: (each.heading, each.body) for each in versions},
        frozenset(comments),
        frozenset(suggestions),
    )
