"""Who may hold a session, lead it, and have a place in it; each refusal says what to do instead."""

import datetime
from collections.abc import Sequence
from itertools import pairwise

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import Membership, User
from ligzda.network.roles import Instructor, Permission, Trainer
from ligzda.network.rules import Viewer, has_permission
from ligzda.training.models import CourseVersion, Enrolment, Meeting, Session
from ligzda.training.models.courses import Language
from ligzda.training.queries import proven
from ligzda.training.rules import check_teach
from ligzda.training.sessions.models import LONGEST, MOST_PEOPLE
from ligzda.training.sessions.queries import HOLD_A_PLACE, first_begin, last_end
from ligzda.training.sessions.telling import said

MOST_MEETINGS = 30
Span = tuple[datetime.datetime, datetime.datetime]
State = Enrolment.State


def check_hold(*, by: Viewer, version: CourseVersion) -> None:
    """A session teaches a version that everybody can read; the foundation's trainers hold it."""
    check_teach(by=by)
    if version.published_at is None:
        raise WrongStateError(
            _("This version of the course is a draft. Publish it first, then hold its sessions.")
        )


def check_lead(*, by: Viewer, session: Session) -> None:
    """Whoever teaches a session leads it, and so does every trainer of the foundation."""
    if isinstance(by, User) and by.is_active and by.pk == session.trainer_id:
        return
    if not has_permission(by, Permission.TEACH):
        raise NotAllowedError(
            _("A session is led by who teaches it and by the foundation's trainers.")
        )


def check_stands(session: Session) -> None:
    """What was called off is over."""
    if session.cancelled_at is not None:
        raise WrongStateError(
            _("This session was called off: %(why)s") % {"why": session.cancelled_because}
        )


def check_to_come(session: Session) -> None:
    """Places come and go until the first meeting begins."""
    check_stands(session)
    if (begins := first_begin(session)) <= timezone.now():
        raise WrongStateError(_("This session began on %(when)s.") % {"when": said(begins)})


def check_enrol(*, by: Viewer, session: Session, person: User) -> None:
    """Somebody enrols themselves, or is entered by who leads; what comes before is proven."""
    if not isinstance(by, User):
        raise NotAllowedError(_("Please sign in first."))
    if by.pk != person.pk:
        check_lead(by=by, session=session)
    check_to_come(session)
    if not person.is_active:
        raise WrongStateError(_("This person's account is closed."))
    if person.pk == session.trainer_id:
        raise WrongStateError(_("Whoever teaches a session has no place among the others."))
    check_prerequisites(session=session, person=person)


def check_prerequisites(*, session: Session, person: User) -> None:
    """A certificate of each course before is needed, valid when the session begins."""
    on = timezone.localdate(first_begin(session))
    has = {code for code, _number in proven(person, on)}
    missing = [
        str(row.course)
        for row in session.version.prerequisites.select_related("course")
        if row.course.code not in has
    ]
    if missing:
        raise WrongStateError(
            _("Before this course comes: %(courses)s. A certificate of it, valid on %(day)s, is "
              "missing.")
            % {"courses": ", ".join(missing), "day": date_format(on, "d.m.Y")}
        )  # fmt: skip


def check_theirs(*, by: Viewer, enrolment: Enrolment) -> None:
    """A place is given back, or taken, by whose it is, and by who leads the session."""
    if not isinstance(by, User) or by.pk != enrolment.person_id:
        check_lead(by=by, session=enrolment.session)


def check_withdraw(*, by: Viewer, enrolment: Enrolment) -> None:
    """What somebody has – a place, an offer, a turn in the list – they can give back."""
    check_theirs(by=by, enrolment=enrolment)
    check_to_come(enrolment.session)
    if enrolment.state not in (*HOLD_A_PLACE, State.WAITING):
        raise WrongStateError(_("There is no place to give back: %(state)s.")
                              % {"state": enrolment.get_state_display()})  # fmt: skip


def check_accept(*, by: Viewer, enrolment: Enrolment) -> None:
    """An offer is taken until it ends."""
    check_theirs(by=by, enrolment=enrolment)
    check_to_come(enrolment.session)
    if enrolment.state != State.OFFERED:
        raise WrongStateError(_("No place is offered here now."))
    assert enrolment.offered_until is not None
    if enrolment.offered_until <= timezone.now():
        raise WrongStateError(
            _("The offer ended on %(when)s; the place goes to the next in the list.")
            % {"when": said(enrolment.offered_until)}
        )


def check_change(*, by: Viewer, session: Session) -> None:
    """Trainer and place may change until the session is over."""
    check_teach(by=by)
    check_stands(session)
    if last_end(session) <= timezone.now():
        raise WrongStateError(_("This session is over and stays as it was."))


def check_call_off(*, by: Viewer, session: Session) -> None:
    """A session is called off once, before its last meeting is over."""
    check_change(by=by, session=session)


def check_meetings(meetings: Sequence[Span], decides_at: datetime.datetime) -> None:
    """Meetings are still to come and follow each other; it is decided before the first."""
    if not 1 <= len(meetings) <= MOST_MEETINGS:
        raise BadDataError(_("A session has 1 to %(most)s meetings.") % {"most": MOST_MEETINGS})
    for begins, ends in meetings:
        if not begins < ends <= begins + LONGEST:
            raise BadDataError(_("A meeting ends after it begins, and lasts at most twelve hours."))
    in_order = sorted(meetings)
    for (_begins, ends), (begins, _ends) in pairwise(in_order):
        if begins < ends:
            raise BadDataError(
                _("Two meetings of this session would be at the same time. Change one of them.")
            )
    if in_order[0][0] <= timezone.now():
        raise BadDataError(_("The first meeting would be in the past. Choose a day to come."))
    if not timezone.now() < decides_at <= in_order[0][0]:
        raise BadDataError(
            _("Whether enough people are enrolled is decided from now on and before the first "
              "meeting begins.")
        )  # fmt: skip


def check_people(*, least: int, most: int) -> None:
    """There are places for the fewest."""
    if not 1 <= least <= most <= MOST_PEOPLE:
        raise BadDataError(
            _("The fewest people are at least 1, the most at least as many and at most %(most)s.")
            % {"most": MOST_PEOPLE}
        )


def check_language(*, version: CourseVersion, language: str) -> None:
    """A version is taught in its own languages."""
    if language not in version.languages:
        known = ", ".join(str(Language(each).label) for each in version.languages)
        raise BadDataError(_("This course is taught in: %(known)s.") % {"known": known})


def check_free(*, meetings: Sequence[Span], trainer: User, but: int | None = None) -> None:
    """Nobody teaches at two places at once. Whether a room is free its incubator knows."""
    if not trainers().filter(pk=trainer.pk).exists():
        raise BadDataError(
            _("%(person)s is neither a trainer nor an instructor today.") % {"person": trainer}
        )
    at_once = Q(pk__in=[])
    for begins, ends in meetings:
        at_once |= Q(begins__lt=ends, ends__gt=begins)
    taken = Meeting.objects.filter(at_once, session__cancelled_at=None).exclude(session=but)
    if busy := taken.filter(session__trainer=trainer).first():
        raise WrongStateError(
            _("%(person)s teaches another session on %(when)s.")
            % {"person": trainer, "when": said(busy.begins)}
        )


def trainers() -> QuerySet[User]:
    """Return who may teach a session today: the foundation's trainers, workshop instructors."""
    held = Membership.objects.filter(
        role__in=[Trainer.key, Instructor.key],
        period__contains=timezone.localdate(),
        user__is_active=True,
    )
    return User.objects.filter(pk__in=held.values("user")).order_by("name")
