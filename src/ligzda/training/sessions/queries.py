"""The read side of sessions: which there are, what places are left, who waits in which order."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils import timezone

from ligzda.incubators.models import Room
from ligzda.kernel.models import in_language
from ligzda.network.models import User
from ligzda.training.models import Course, CourseVersion, Enrolment, Session
from ligzda.training.models.courses import Language

State = Enrolment.State
HOLD_A_PLACE = (State.ENROLLED, State.OFFERED)


@dataclass(frozen=True)
class SessionRow:
    """A session as lists show it. The link of one online is not among it."""

    number: int
    course: str
    code: str
    version: int
    language: str
    begins: datetime.datetime
    ends: datetime.datetime
    """Of its last meeting."""
    meetings: int
    place: str
    """Empty: online."""
    trainer: str
    least: int
    most: int
    decides_at: datetime.datetime
    enrolled: int
    held: int
    """Places taken, those that are offered among them."""
    waiting: int
    confirmed: bool
    cancelled: bool
    invented: bool

    @property
    def free(self) -> int:
        """Places that whoever enrols now gets; none while somebody waits."""
        return 0 if self.waiting else self.most - self.held


def sessions() -> QuerySet[Any]:
    """Return all sessions with their counts; `begins` and `ends` are of the whole."""
    held = Q(enrolments__state__in=HOLD_A_PLACE)
    return Session.objects.select_related("version__course", "trainer").annotate(
        begins=Min("meetings__begins"),
        ends=Max("meetings__ends"),
        meeting_count=Count("meetings", distinct=True),
        held=Count("enrolments", filter=held, distinct=True),
        enrolled=Count("enrolments", filter=Q(enrolments__state=State.ENROLLED), distinct=True),
        waiting=Count("enrolments", filter=Q(enrolments__state=State.WAITING), distinct=True),
    )


def next_sessions(
    of: Course | CourseVersion, at: datetime.datetime | None = None
) -> list[SessionRow]:
    """Return the sessions of a course, or of one version, that can be enrolled in at `at` (now).

    They stand and have not begun; the soonest first. A full one is among them (`free` is 0): it has
    a waiting list.
    """
    own = Q(version=of) if isinstance(of, CourseVersion) else Q(version__course=of)
    return session_rows(coming(at).filter(own))


def coming(at: datetime.datetime | None = None) -> QuerySet[Any]:
    """Return the sessions that stand and have not begun, the soonest first."""
    found = sessions().filter(cancelled_at=None)
    return found.filter(begins__gt=at or timezone.now()).order_by("begins", "pk")


def led_by(person: User) -> QuerySet[Any]:
    """Return the sessions that somebody teaches, the newest first."""
    return sessions().filter(trainer=person).order_by("-begins", "-pk")


def session_rows(found: Iterable[Any]) -> list[SessionRow]:
    """Return what lists show of sessions."""
    return [session_row(each) for each in found]


def session_row(session: Any) -> SessionRow:
    """Return what lists show of a session that comes from `sessions()`."""
    course = session.version.course
    return SessionRow(
        number=session.pk,
        course=in_language(course, "title"),
        code=course.code,
        version=session.version.number,
        language=str(Language(session.language).label),
        begins=session.begins,
        ends=session.ends,
        meetings=session.meeting_count,
        place=session.place,
        trainer=session.trainer.name,
        least=session.least,
        most=session.most,
        decides_at=session.decides_at,
        enrolled=session.enrolled,
        held=session.held,
        waiting=session.waiting,
        confirmed=session.confirmed_at is not None,
        cancelled=session.cancelled_at is not None,
        invented=course.invented,
    )


def enrolment_of(person: User, session: Session) -> Enrolment | None:
    """Return how it stands with a person and a session; None where they never enrolled."""
    return Enrolment.objects.filter(session=session, person=person).first()


def waiting(session: Session) -> list[Enrolment]:
    """Return who waits, in the order in which they are asked: who waits longest is first."""
    rows = session.enrolments.filter(state=State.WAITING).select_related("person")
    return list(rows.order_by("since", "pk"))


def turn_of(enrolment: Enrolment) -> int:
    """Return which place in the waiting list somebody has: 1 is the next."""
    order = [row.pk for row in waiting(enrolment.session)]
    return order.index(enrolment.pk) + 1


def enrolled(session: Session) -> list[Enrolment]:
    """Return who has a place, by its number."""
    rows = session.enrolments.filter(state__in=HOLD_A_PLACE).select_related("person")
    return list(rows.order_by("place"))


def own_enrolments(person: User) -> list[Enrolment]:
    """Return a person's enrolments, the newest session first."""
    rows = Enrolment.objects.filter(person=person).annotate(begins=Min("session__meetings__begins"))
    return list(rows.select_related("session__version__course", "certificate").order_by("-begins"))


def first_begin(session: Session) -> datetime.datetime:
    """Return when a session begins: its first meeting."""
    found: datetime.datetime = session.meetings.aggregate(first=Min("begins"))["first"]
    return found


def last_end(session: Session) -> datetime.datetime:
    """Return when a session is over: the end of its last meeting."""
    found: datetime.datetime = session.meetings.aggregate(last=Max("ends"))["last"]
    return found


def rooms() -> list[Room]:
    """Return the rooms of the incubators that the viewer may see, by incubator and name."""
    found = Room.objects.select_related("incubator")
    return list(found.order_by("incubator__slug", "floor", "name"))
