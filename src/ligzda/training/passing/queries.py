"""What somebody has shown in a session, and what is still missing for the certificate."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ligzda.training.models import Attempt, Attendance, Enrolment, Session


@dataclass(frozen=True)
class Outcome:
    """How it stands with one person's way to the certificate."""

    enrolment: Enrolment
    meetings: int
    attended: int
    attempt: Attempt | None
    """The last try of the test; None where there was none."""
    lacks: tuple[str, ...]
    """What is missing, in words; nothing: passed."""
    tests: bool
    """Whether the version has a test."""
    shows: bool
    """Whether the version has a practical checklist."""

    @property
    def passed(self) -> bool:
        """Whether the certificate can be issued, or is."""
        return not self.lacks

    @property
    def signed(self) -> bool:
        """Whether the trainer has signed the checklist."""
        return self.enrolment.signed_at is not None

    @property
    def there(self) -> bool:
        """Whether they were at every meeting: then the test opens."""
        return self.attended == self.meetings


def outcomes(session: Session) -> list[Outcome]:
    """Return how it stands with everybody who is enrolled, by their place."""
    return _outcomes(session, session.enrolments.filter(state=Enrolment.State.ENROLLED))


def outcome_of(enrolment: Enrolment) -> Outcome:
    """Return how it stands with one person."""
    [found] = _outcomes(enrolment.session, Enrolment.objects.filter(pk=enrolment.pk))
    return found


def _outcomes(session: Session, rows: QuerySet[Enrolment]) -> list[Outcome]:
    meetings = session.meetings.count()
    questions = session.version.questions.count()
    items = session.version.checklist.count()
    found = rows.select_related("person", "certificate", "session__version")
    return [
        _outcome(row, meetings, questions, items)
        for row in found.prefetch_related("attendance", "attempts").order_by("place")
    ]


def _outcome(row: Enrolment, meetings: int, questions: int, items: int) -> Outcome:
    machine = row.session.version.machine
    there = [each for each in row.attendance.all() if counts(each, machine=machine)]
    attempts = sorted(row.attempts.all(), key=lambda each: each.at)
    lacks = []
    if missed := meetings - len(there):
        lacks.append(
            ngettext("%(count)s meeting not attended", "%(count)s meetings not attended", missed)
            % {"count": missed}
        )
    if questions and not any(each.passed for each in attempts):
        lacks.append(_("the test is not passed"))
    if items and row.signed_at is None:
        lacks.append(_("the checklist is not signed"))
    return Outcome(
        enrolment=row,
        meetings=meetings,
        attended=len(there),
        attempt=attempts[-1] if attempts else None,
        lacks=tuple(lacks),
        tests=bool(questions),
        shows=bool(items),
    )


def counts(attendance: Attendance, *, machine: bool) -> bool:
    """Whether it counts: at a machine, only the trainer's hand does."""
    return not machine or attendance.how == Attendance.How.HAND


def next_try(enrolment: Enrolment) -> datetime.datetime | None:
    """Return from when on the test may be tried again; None where at once, or never (passed)."""
    last = enrolment.attempts.order_by("at").last()
    if last is None or last.passed:
        return None
    pause = datetime.timedelta(hours=enrolment.session.version.retake_hours)
    return last.at + pause if last.at + pause > timezone.now() else None


def to_issue(found: Iterable[Outcome]) -> list[Outcome]:
    """Return who has passed and has no certificate of it yet."""
    return [each for each in found if each.passed and each.enrolment.certificate_id is None]


def day_of(moment: datetime.datetime) -> str:
    """Return a moment's day and time as people read it."""
    here = timezone.localtime(moment)
    return f"{date_format(here, 'd.m.Y')} {here:%H:%M}"
