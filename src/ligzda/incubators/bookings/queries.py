"""Read side of bookings: a person's own, and the week of an incubator."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.bookings.rules import Thing, Time, instructors
from ligzda.incubators.bookings.taking import thing_of
from ligzda.incubators.models import Booking, Incubator, Occupation
from ligzda.incubators.places.opening import Day, days
from ligzda.kernel.errors import NotFoundError
from ligzda.network.models import User
from ligzda.network.rules import Viewer

MOST_SHOWN = 25
_LONGEST = datetime.timedelta(days=31)


@dataclass(frozen=True)
class Own:
    """A booking of somebody's own, to come: made by them, or for them.

    `other`: for whom they have made it, or who has made it for them; None: they themselves.
    """

    pk: int
    incubator: Incubator
    thing: Thing
    instructor: User | None
    time: Time
    purpose: str
    begun: bool
    here: bool
    may_check_in: bool
    until: datetime.datetime | None
    """When it is released unless somebody says that they are here."""
    other: User | None
    for_other: bool


def coming(viewer: Viewer) -> list[Own]:
    """Return the bookings by or for somebody that are not over, the next first."""
    if not isinstance(viewer, User):
        return []
    now = timezone.now()
    rows = (
        Booking.objects.filter(Q(booked_by=viewer) | Q(used_by=viewer), stands=True, ends__gt=now)
        .select_related("incubator", "booked_by", "used_by")
        .prefetch_related("occupations__equipment", "occupations__room", "occupations__instructor")
        .order_by("begins", "pk")[:MOST_SHOWN]
    )
    return [_own(row, viewer, now) for row in rows]


def instructors_free(incubator: Incubator, time: Time) -> list[User]:
    """Return the instructors who are one on that day and stand by for nobody in these hours."""
    busy = Occupation.objects.filter(
        incubator=incubator, stands=True, begins__lt=time.ends, ends__gt=time.begins
    )
    found = instructors(incubator, timezone.localdate(time.begins))
    return list(found.exclude(pk__in=busy.filter(instructor__isnull=False).values("instructor")))


def still_to_come(user: User, incubator: Incubator) -> int:
    """Return how many bookings of an incubator stand for somebody and are not over."""
    theirs = Q(used_by=user) | Q(booked_by=user, used_by__isnull=True)
    found = Booking.objects.filter(theirs, incubator=incubator, stands=True)
    return found.filter(ends__gt=timezone.now()).count()


def _own(row: Booking, viewer: User, now: datetime.datetime) -> Own:
    taken = list(row.occupations.all())
    instructor = next((each.instructor for each in taken if each.instructor), None)
    minutes = row.incubator.check_in_minutes
    around = datetime.timedelta(minutes=minutes) if minutes else None
    return Own(
        row.pk,
        row.incubator,
        thing_of(taken),
        instructor,
        Time(row.begins, row.ends),
        row.purpose,
        row.begins <= now,
        row.checked_in_at is not None,
        around is not None and row.begins - around <= now <= row.begins + around,
        row.begins + around if around else None,
        next((each for each in (row.used_by, row.booked_by) if each not in (viewer, None)), None),
        row.used_by_id not in (viewer.pk, None),
    )


def booking(pk: int) -> Booking:
    """Return a booking. Raises NotFoundError, also where row-level security hides it."""
    found = Booking.objects.select_related("incubator__municipality").filter(pk=pk).first()
    if found is None:
        raise NotFoundError(_("There is no such booking."))
    return found


@dataclass(frozen=True)
class Taken:
    """What is taken: by whom for what, or closed off why."""

    begins: datetime.datetime
    ends: datetime.datetime
    thing: str
    kind: str
    kind_name: str
    words: str
    who: str
    instructor: str = ""


@dataclass(frozen=True)
class DayOfWeek:
    """A day of the week view."""

    day: Day
    today: bool
    taken: Sequence[Taken]


def monday_of(day: datetime.date) -> datetime.date:
    """Return the Monday of a day's week."""
    return day - datetime.timedelta(days=day.weekday())


_COLUMNS = (
    "begins", "ends", "kind", "reason", "equipment__name", "room__name", "place",
    "booking_id", "booking__begins", "booking__ends", "booking__purpose",
    "booking__booked_by__name", "instructor__name", "waiting__purpose", "waiting__begins",
    "waiting__ends",
)  # fmt: skip


def week(
    incubator: Incubator, monday: datetime.date, thing: Thing | None = None
) -> list[DayOfWeek]:
    """Return what is taken on the seven days from `monday`, of everything or of one thing."""
    every = days(incubator.pk, monday, 7)
    zone = timezone.get_default_timezone()
    since = datetime.datetime.combine(monday, datetime.time(), zone)
    until = datetime.datetime.combine(monday + datetime.timedelta(days=7), datetime.time(), zone)
    rows = Occupation.objects.filter(
        incubator=incubator,
        stands=True,
        begins__lt=until,
        begins__gt=since - _LONGEST,
        ends__gt=since,
    )
    if thing is not None:
        rows = rows.filter(equipment=thing.equipment, room=thing.room)
    names = dict(Occupation.Kind.choices)
    beside: dict[int, str] = {}
    found: list[tuple[int | None, Taken]] = []
    for row in rows.order_by("begins", "pk").values_list(*_COLUMNS, named=True):
        if row.instructor__name is not None:
            beside[row.booking_id] = row.instructor__name
            continue
        name = row.equipment__name or row.room__name
        if row.place is not None:
            name = _("%(room)s, bench %(place)s") % {"room": name, "place": row.place}
        taken = Taken(
            timezone.localtime(row.booking__begins or row.waiting__begins or row.begins),
            timezone.localtime(row.booking__ends or row.waiting__ends or row.ends),
            name,
            row.kind,
            str(names[row.kind]),
            row.booking__purpose or row.waiting__purpose or row.reason,
            row.booking__booked_by__name or "",
        )
        found.append((row.booking_id, taken))
    today = timezone.localdate()
    return [
        DayOfWeek(
            day,
            day.on == today,
            [
                Taken(**{**vars(taken), "instructor": beside.get(number or 0, "")})
                for number, taken in found
                if taken.begins.date() <= day.on <= taken.ends.date()
            ],
        )
        for day in every
    ]
