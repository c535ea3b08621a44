"""Verbs of sessions. Whoever changes who has a place locks the session first, and so takes a turn.

The database has the last word: a numbered place is taken once (`enrolment_place_once`).
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.bookings.holding import give_back, hold_room
from ligzda.incubators.bookings.rules import Time
from ligzda.incubators.models import Room
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back
from ligzda.training.models import CourseVersion, Enrolment, Letter, Meeting, Session
from ligzda.training.sessions import letters, rules
from ligzda.training.sessions.queries import HOLD_A_PLACE, enrolled, first_begin, waiting
from ligzda.training.sessions.rules import Span
from ligzda.training.sessions.telling import said

State = Enrolment.State
OFFER_LASTS = datetime.timedelta(hours=48)
"""How long a freed place waits for an answer; never past the beginning."""


@dataclass(frozen=True, kw_only=True)
class Where:
    """Who teaches and where: a room of an incubator, another place, or online under a link.

    With a room and no `place`, the place is what the room is called.
    """

    trainer: User
    room: Room | None = None
    place: str = ""
    link: str = ""

    def said(self) -> "Where":
        """Return it with the place in words, one of place and link. Raises BadDataError."""
        place = " ".join(self.place.split())
        if not place and self.room is not None:
            incubator = self.room.incubator
            place = f"{incubator.address or incubator}, {self.room}"
        if bool(place) == bool(self.link):
            raise BadDataError(
                _("Choose one: a room, another place in words, or the link of a meeting online.")
            )
        return replace(self, place=place)


@dataclass(frozen=True, kw_only=True)
class SessionFacts:
    """What a session promises. `meetings`: from when to when, at least one."""

    language: str
    least: int
    most: int
    decides_at: datetime.datetime
    meetings: Sequence[Span]


@transaction.atomic
def hold_session(
    *, by: User, version: CourseVersion, facts_given: SessionFacts, where: Where
) -> Session:
    """Announce a session, and take its room for its meetings.

    Raises BadDataError and WrongStateError with what stands in the way.
    """
    rules.check_hold(by=by, version=version)
    rules.check_people(least=facts_given.least, most=facts_given.most)
    rules.check_language(version=version, language=facts_given.language)
    rules.check_meetings(facts_given.meetings, facts_given.decides_at)
    where = where.said()
    rules.check_free(meetings=facts_given.meetings, trainer=where.trainer)
    session = Session.objects.create(
        version=version,
        language=facts_given.language,
        least=facts_given.least,
        most=facts_given.most,
        decides_at=facts_given.decides_at,
        trainer=where.trainer,
        room=where.room,
        place=where.place,
        link=where.link,
    )
    Meeting.objects.bulk_create(
        Meeting(session=session, begins=begins, ends=ends) for begins, ends in facts_given.meetings
    )
    _take_room(by, session)
    record(by=by, action="session.hold", about=session, after=facts(session))
    return session


@transaction.atomic
def change_where(*, by: User, session: Session, where: Where) -> Session:
    """Change who teaches or where; whoever has a place gets a letter. The earlier room is free."""
    session = _locked(session)
    rules.check_change(by=by, session=session)
    where, before, room = where.said(), facts(session), session.room_id
    rules.check_free(
        meetings=list(session.meetings.values_list("begins", "ends")),
        trainer=where.trainer,
        but=session.pk,
    )
    session.trainer, session.room = where.trainer, where.room
    session.place, session.link = where.place, where.link
    if (after := facts(session)) == before:
        return session
    session.save(update_fields=["trainer", "room", "place", "link"])
    if session.room_id != room:
        give_back(by=by, held_for=_name(session))
        _take_room(by, session)
    record(by=by, action="session.change", about=session, before=before, after=after)
    for row in enrolled(session):
        letters.owe(row, Letter.Kind.CHANGED)
    return session


@transaction.atomic
def call_off(*, by: User, session: Session, because: str) -> Session:
    """Call a session off, for ever: whoever has a place or waits gets a letter with the reason.

    Its room is free at once.
    """
    session = _locked(session)
    rules.check_call_off(by=by, session=session)
    if not (because := " ".join(because.split())):
        raise BadDataError(_("Say why: everybody who has enrolled reads it."))
    before = facts(session)
    session.cancelled_at, session.cancelled_by = timezone.now(), by
    session.cancelled_because = because
    session.save(update_fields=["cancelled_at", "cancelled_by", "cancelled_because"])
    record(by=by, action="session.call_off", about=session, before=before, after=facts(session))
    give_back(by=by, held_for=_name(session))
    for row in [*enrolled(session), *waiting(session)]:
        letters.owe(row, Letter.Kind.CALLED_OFF)
    return session


@transaction.atomic
def enrol(*, by: User, session: Session, person: User) -> Enrolment:
    """Take a place, or a turn in the waiting list where none is free or others wait already."""
    session = _locked(session)
    rules.check_enrol(by=by, session=session, person=person)
    row = Enrolment.objects.filter(session=session, person=person).first()
    if row is not None and row.state in (*HOLD_A_PLACE, State.WAITING):
        raise WrongStateError(_("Already there: %(state)s.") % {"state": row.get_state_display()})
    before = facts(row) if row else None
    row = row or Enrolment(session=session, person=person)
    place = None if waiting(session) else _free_place(session)
    row.state = State.ENROLLED if place else State.WAITING
    row.place, row.offered_until, row.since, row.entered_by = place, None, timezone.now(), by
    row.save()
    record(by=by, action="enrolment.enrol", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def withdraw(*, by: User, enrolment: Enrolment) -> Undoable:
    """Give back a place, an offer or a turn; the place is offered to who waits longest.

    For ten minutes it comes back, unless somebody else has it by now.
    """
    session = _locked(enrolment.session)
    enrolment = _of(session, enrolment)
    rules.check_withdraw(by=by, enrolment=enrolment)
    kept = keep_for_undo(by=by, act="enrolment.withdraw", rows=[enrolment])
    _leave(by, enrolment, State.WITHDRAWN, "enrolment.withdraw")
    _offer_free_places(by, session)
    return kept


@transaction.atomic
def undo_withdraw(*, by: User, rows: Sequence[models.Model]) -> str:
    """Take a place back that was given up a moment ago; return the session's page."""
    [row] = rows
    assert isinstance(row, Enrolment)
    session = _locked(row.session)
    rules.check_theirs(by=by, enrolment=row)
    rules.check_to_come(session)
    if Enrolment.objects.get(pk=row.pk).state != State.WITHDRAWN:
        raise WrongStateError(_("You have enrolled again meanwhile."))
    put_back(by=by, act="enrolment.withdraw", rows=rows)
    return reverse("training:session", args=[session.pk])


@transaction.atomic
def accept(*, by: User, enrolment: Enrolment) -> Enrolment:
    """Take the place that is offered."""
    session = _locked(enrolment.session)
    enrolment = _of(session, enrolment)
    rules.check_accept(by=by, enrolment=enrolment)
    before = facts(enrolment)
    enrolment.state, enrolment.offered_until = State.ENROLLED, None
    enrolment.since = timezone.now()
    enrolment.save(update_fields=["state", "offered_until", "since"])
    record(by=by, action="enrolment.accept", about=enrolment, before=before, after=facts(enrolment))
    return enrolment


@transaction.atomic
def pass_on_offers(*, by: User, session: Session) -> None:
    """End the offers that nobody has answered in time, and offer those places to the next."""
    session = _locked(session)
    if session.cancelled_at is not None:
        return
    over = session.enrolments.filter(state=State.OFFERED, offered_until__lte=timezone.now())
    for row in over:
        _leave(by, row, State.LAPSED, "enrolment.lapse")
    _offer_free_places(by, session)


@transaction.atomic
def decide(*, by: User, session: Session) -> None:
    """Let a session go ahead, or call it off, once the time to reach the fewest is over."""
    session = _locked(session)
    now = timezone.now()
    decided = session.confirmed_at or session.cancelled_at
    if decided or session.decides_at > now or first_begin(session) <= now:
        return
    count = session.enrolments.filter(state=State.ENROLLED).count()
    if count < session.least:
        call_off(
            by=by,
            session=session,
            because=_("%(count)s enrolled until %(when)s; at least %(least)s are needed.")
            % {"count": count, "when": said(session.decides_at), "least": session.least},
        )
        return
    before = facts(session)
    session.confirmed_at = now
    session.save(update_fields=["confirmed_at"])
    record(by=by, action="session.confirm", about=session, before=before, after=facts(session))


def give_back_places(user: User, by: User) -> None:
    """Free the coming places of whoever leaves, for those who wait."""
    there = Enrolment.objects.filter(person=user, session__cancelled_at=None)
    for row in there.filter(state__in=[*HOLD_A_PLACE, State.WAITING]).select_related("session"):
        with transaction.atomic():
            session = _locked(row.session)
            if first_begin(session) > timezone.now():
                _leave(by, _of(session, row), State.WITHDRAWN, "enrolment.withdraw")
                _offer_free_places(by, session)


def _name(session: Session) -> str:
    """Return the name under which an incubator keeps a room for a session."""
    return f"session {session.pk}"


def _take_room(by: User, session: Session) -> None:
    """Keep the session's room for those of its meetings that are not over."""
    if session.room is None:
        return
    to_come = session.meetings.filter(ends__gt=timezone.now())
    hold_room(
        by=by,
        room=session.room,
        times=[Time(each.begins, each.ends) for each in to_come],
        held_for=_name(session),
        reason=session.version.course.title_lv,
    )


def _locked(session: Session) -> Session:
    return (
        Session.objects.select_for_update(of=("self",))
        .select_related("version__course", "trainer")
        .get(pk=session.pk)
    )


def _of(session: Session, enrolment: Enrolment) -> Enrolment:
    """Return the row as it is since the session is locked."""
    found = Enrolment.objects.get(pk=enrolment.pk)
    found.session = session
    return found


def _free_place(session: Session) -> int | None:
    """Return the lowest number that nobody has."""
    taken = set(session.enrolments.filter(place__isnull=False).values_list("place", flat=True))
    return next((place for place in range(1, session.most + 1) if place not in taken), None)


def _leave(by: User, row: Enrolment, state: Enrolment.State, act: str) -> None:
    before = facts(row)
    row.state, row.place, row.offered_until, row.since = state, None, None, timezone.now()
    row.save(update_fields=["state", "place", "offered_until", "since"])
    record(by=by, action=act, about=row, before=before, after=facts(row))


def _offer_free_places(by: User, session: Session) -> None:
    """Offer every free place to who waits longest; after the beginning there is no use in it."""
    now, begins = timezone.now(), first_begin(session)
    if begins <= now:
        return
    for row in waiting(session):
        if (place := _free_place(session)) is None:
            return
        before = facts(row)
        row.state, row.place, row.since = State.OFFERED, place, now
        row.offered_until = min(now + OFFER_LASTS, begins)
        row.save(update_fields=["state", "place", "since", "offered_until"])
        record(by=by, action="enrolment.offer", about=row, before=before, after=facts(row))
        letters.owe(row, Letter.Kind.OFFERED)
