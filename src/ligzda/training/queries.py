"""The read side of training."""

import datetime
import enum
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.models import in_language
from ligzda.kernel.sorting import sort_key
from ligzda.languages import spoken
from ligzda.network.models import User
from ligzda.training.credentials import CAPACITY
from ligzda.training.models import Certificate, Course, CourseVersion, Question
from ligzda.training.sessions.queries import SessionRow, next_sessions

__all__ = [
    "CertificateRow",
    "SessionRow",
    "Standing",
    "State",
    "answers_of",
    "by_code",
    "by_token",
    "certificate_row",
    "courses",
    "held_by",
    "issued",
    "next_sessions",
    "pages_of_status",
    "proven",
    "revoked_places",
    "standing",
]


class State(enum.Enum):
    """How it stands with a certificate today."""

    VALID = _("valid")
    EXPIRED = _("expired")
    SUPERSEDED = _("superseded")
    REVOKED = _("revoked")


@dataclass(frozen=True)
class Standing:
    """A certificate's state, the day since which it is so, and the reason where there is one."""

    state: State
    since: datetime.date
    reason: str = ""

    @property
    def good(self) -> bool:
        """Whether it proves today what it says."""
        return self.state is State.VALID

    @property
    def word(self) -> str:
        """The state as people read it."""
        return str(self.state.value)


@dataclass(frozen=True)
class CertificateRow:
    """A certificate without its holder: what its code alone tells."""

    code: str
    course: str
    version: int
    issued_on: datetime.date
    valid_until: datetime.date | None
    standing: Standing
    invented: bool
    newer: str
    """Code of the one that took its place, or nothing."""


def standing(certificate: Certificate, on: datetime.date | None = None) -> Standing:
    """Return how it stands with a certificate on a day (default today).

    What was revoked is revoked whatever came after; one that was replaced is not merely expired.
    """
    today = on or timezone.localdate()
    if certificate.revoked_on and certificate.revoked_on <= today:
        return Standing(State.REVOKED, certificate.revoked_on, certificate.revoked_because)
    newer = getattr(certificate, "superseded_by", None)
    if newer is not None and newer.issued_on <= today:
        return Standing(State.SUPERSEDED, newer.issued_on)
    if certificate.valid_until and certificate.valid_until < today:
        return Standing(State.EXPIRED, certificate.valid_until)
    return Standing(State.VALID, certificate.issued_on)


def certificate_row(certificate: Certificate) -> CertificateRow:
    """Return what its code alone tells."""
    newer = getattr(certificate, "superseded_by", None)
    return CertificateRow(
        code=certificate.code,
        course=in_language(certificate.version.course, "title"),
        version=certificate.version.number,
        issued_on=certificate.issued_on,
        valid_until=certificate.valid_until,
        standing=standing(certificate),
        invented=certificate.version.course.invented,
        newer=newer.code if newer else "",
    )


def by_code(code: str) -> Certificate | None:
    """Return the certificate with a code, with what its pages show of it."""
    return _whole().filter(code=code).first()


def by_token(token: str) -> Certificate | None:
    """Return the certificate that a holder's link opens."""
    return _whole().filter(share_token=token).first() if token else None


def held_by(user: User) -> list[Certificate]:
    """Return a person's certificates, the newest first."""
    return list(_whole().filter(holder=user))


def issued(searched: str = "") -> list[Certificate]:
    """Return the newest hundred certificates, of a holder or a course by part of the name."""
    rows = _whole().select_related("holder")
    if searched := searched.strip():
        rows = rows.filter(
            Q(holder_name__icontains=searched)
            | Q(code=searched.upper())
            | Q(version__course__title_lv__icontains=searched)
            | Q(version__course__title_en__icontains=searched)
        )
    return list(rows[:100])


def revoked_places(page: int) -> list[int]:
    """Return the places of the revoked in one list (the first is 1)."""
    first = (page - 1) * CAPACITY
    numbers = Certificate.objects.filter(
        revoked_on__isnull=False, pk__gt=first, pk__lte=first + CAPACITY
    ).values_list("pk", flat=True)
    return [number - 1 - first for number in numbers]


def pages_of_status() -> int:
    """Return how many lists of the revoked there are; the first is there from the beginning."""
    last = Certificate.objects.order_by("pk").last()
    return (last.pk - 1) // CAPACITY + 1 if last else 1


def courses() -> list[tuple[Course, CourseVersion | None, CourseVersion | None]]:
    """Return each course with its version in force and its draft, by title."""
    found = []
    for course in Course.objects.prefetch_related("versions"):
        versions = sorted(course.versions.all(), key=lambda row: row.number)
        public = [row for row in versions if row.published_at]
        draft = next((row for row in versions if not row.published_at), None)
        found.append((course, public[-1] if public else None, draft))
    return sorted(found, key=lambda row: sort_key(in_language(row[0], "title")))


def answers_of(question: Question) -> list[str]:
    """Return the answers of a question in the active language."""
    return list(getattr(question, f"answers_{spoken(get_language())}"))


def proven(user: User, on: datetime.date | None = None) -> set[tuple[str, int]]:
    """Return the course versions that somebody holds a valid certificate of: (code, number)."""
    return {(row.version.course.code, row.version.number) for row in _good(held_by(user), on)}


def _good(rows: Iterable[Certificate], on: datetime.date | None) -> list[Certificate]:
    return [row for row in rows if standing(row, on).good]


def _whole() -> QuerySet[Certificate]:
    return Certificate.objects.select_related("version__course", "superseded_by")
