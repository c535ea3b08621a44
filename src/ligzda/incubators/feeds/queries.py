"""What stands in a calendar."""

import datetime
import uuid
from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.bookings.taking import thing_of
from ligzda.incubators.feeds.calendar import Entry, calendar
from ligzda.incubators.feeds.rules import check_have_feed
from ligzda.incubators.models import Booking, Feed, Incubator, Occupation
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.hashing import sha256
from ligzda.network.confining import rows_of_person
from ligzda.network.models import User

BEHIND, AHEAD = datetime.timedelta(days=30), datetime.timedelta(days=366)
CANCELLED_FOR = datetime.timedelta(days=30)
"""So long a program that asks seldom still hears of it."""
AHEAD_OF_AN_INCUBATOR = datetime.timedelta(days=60)
_CLOSED_OFF = uuid.UUID("6f2d1c3e-5a0b-4d6e-9a55-0a6a8b7f2c11")


def feed_of(token: str) -> Feed:
    """Return the calendar of a token. Raises NotFoundError."""
    rows = Feed.objects.select_related("owner", "incubator__municipality")
    found = rows.filter(token_hash=sha256(token)).first()
    if found is None:
        raise NotFoundError(_("There is no such calendar, or it was revoked."))
    return found


def feeds_of(owner: User) -> list[Feed]:
    """Return the calendars that somebody has given out, their own bookings first."""
    return list(owner.feeds.select_related("incubator").order_by("incubator_id"))


def own_feed(owner: User, pk: int) -> Feed:
    """Return a calendar to whoever made it. Raises NotFoundError."""
    found = owner.feeds.select_related("incubator").filter(pk=pk).first()
    if found is None:
        raise NotFoundError(_("There is no such calendar, or it was revoked."))
    return found


def content(feed: Feed) -> bytes:
    """Return a calendar as it is now. Raises NotAllowedError where its owner works there no longer.

    The rows met are the owner's, whoever asks: a program is signed in as nobody.
    """
    with rows_of_person(feed.owner_id):
        check_have_feed(by=feed.owner, incubator=feed.incubator)
        return calendar(name_of(feed), _entries(feed))


def name_of(feed: Feed) -> str:
    """Return what a calendar is called."""
    return str(feed.incubator) if feed.incubator else _("My bookings")


def _entries(feed: Feed) -> Iterator[Entry]:
    if feed.incubator is None:
        yield from _own(feed.owner)
    else:
        yield from _of_an_incubator(feed.incubator)


def _bookings(ahead: datetime.timedelta) -> QuerySet[Booking]:
    now = timezone.now()
    return (
        Booking.objects.filter(
            Q(stands=True) | Q(changed_at__gt=now - CANCELLED_FOR),
            ends__gt=now - BEHIND,
            begins__lt=now + ahead,
        )
        .select_related("incubator")
        .prefetch_related("occupations__equipment", "occupations__room", "occupations__instructor")
    )


def _own(owner: User) -> Iterator[Entry]:
    """Yield what is booked by or for somebody, and the hours in which they stand by for others."""
    own = Q(booked_by=owner) | Q(used_by=owner)
    for row in _bookings(AHEAD).filter(own):
        yield _entry(row, row.purpose)
    beside = Occupation.objects.filter(instructor=owner, ends__gt=timezone.now() - BEHIND)
    stands_by = _bookings(AHEAD).filter(pk__in=beside.values("booking"))
    for row in stands_by.exclude(own):
        yield _entry(row, _("You stand by: %(purpose)s") % {"purpose": row.purpose})


def _of_an_incubator(incubator: Incubator) -> Iterator[Entry]:
    """Yield all that is taken. Who booked is not said: calendars are kept by others than us."""
    for row in _bookings(AHEAD_OF_AN_INCUBATOR).filter(incubator=incubator):
        yield _entry(row, row.purpose)
    now = timezone.now()
    closed = Occupation.objects.filter(
        incubator=incubator,
        booking=None,
        waiting=None,
        stands=True,
        ends__gt=now - BEHIND,
        begins__lt=now + AHEAD_OF_AN_INCUBATOR,
    )
    for each in closed.select_related("equipment", "room"):
        yield Entry(
            uid=uuid.uuid5(_CLOSED_OFF, f"{incubator.slug} {each.pk} {each.begins.isoformat()}"),
            begins=each.begins,
            ends=each.ends,
            summary=f"{each.equipment or each.room}: {each.get_kind_display()}",
            place=str(incubator),
            details=each.reason,
            sequence=0,  # what is closed off is never changed
            changed_at=each.begins,
        )


def _entry(row: Booking, details: str) -> Entry:
    taken = list(row.occupations.all())
    instructor = next((each.instructor for each in taken if each.instructor), None)
    if instructor is not None:
        beside = _("%(who)s stands by") % {"who": instructor}
        details = f"{details}\n{beside}"
    return Entry(
        uid=row.uid,
        begins=row.begins,
        ends=row.ends,
        summary=str(thing_of(taken)),
        place=", ".join(filter(None, [str(row.incubator), row.incubator.address])),
        details=details,
        sequence=row.sequence,
        changed_at=row.changed_at,
        cancelled=not row.stands,
    )
