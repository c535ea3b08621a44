"""How many hours of a week are left to somebody, and the refusal where that is too little.

A week begins on Monday 00:00 by the clock of the place; a booking is of the week it begins in. One
that was released because nobody came counts: its hours were kept from everybody else.
"""

import datetime

from django.db.models import F, Q, Sum
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.incubators.bookings.rules import Time
from ligzda.incubators.models import Booking, Incubator, Quota
from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.room import named, rooms
from ligzda.kernel.turns import take_turn
from ligzda.network.models import User
from ligzda.network.rules import roles_held

WEEK = datetime.timedelta(days=7)
_WEEKS_AHEAD = 8


def quota_of(incubator: Incubator, person: User) -> datetime.timedelta | None:
    """Return the hours a week that somebody may book here; None where nothing limits them.

    Their own, or the largest of their target groups', or of their roles', or everybody's. To which
    groups somebody belongs is asked only where a group has a quota.
    """
    rows = list(Quota.objects.filter(incubator=incubator))
    if not rows:
        return None
    roles = {
        role.key
        for role, partner in roles_held(person)
        if partner.municipality_id == incubator.municipality_id
    }
    own = [row.hours for row in rows if row.person_id == person.pk]
    of_roles = [row.hours for row in rows if row.role in roles]
    of_all = [
        row.hours for row in rows if not row.role and not row.target_group and row.person_id is None
    ]
    found = own or _of_groups(rows, person) or of_roles or of_all
    return datetime.timedelta(hours=max(found)) if found else None


def _of_groups(rows: list[Quota], person: User) -> list[int]:
    """Return the hours of those of somebody's target groups that have a quota."""
    if not any(row.target_group for row in rows):
        return []
    asked = (named(room.groups_of)(person) for room in rooms() if room.groups_of)
    groups = frozenset[str]().union(*asked)
    return [row.hours for row in rows if row.target_group in groups]


def check_quota(
    *, incubator: Incubator, person: User, time: Time, but: Booking | None = None
) -> None:
    """Refuse what is more than the week has left, and let nobody else book for this person.

    Until the transaction ends: so two bookings at once are counted one after the other. `but`: a
    booking that is being moved.
    """
    if quota_of(incubator, person) is not None:
        take_turn(f"quota.{incubator.pk}.{person.pk}")
        check_left(incubator=incubator, person=person, time=time, but=but)


def check_left(
    *, incubator: Incubator, person: User, time: Time, but: Booking | None = None
) -> None:
    """Refuse what is more than the week has left, with how much that is and when there is more."""
    most = quota_of(incubator, person)
    if most is None:
        return
    monday = monday_of(time.begins)
    left = most - used(incubator, person, monday, but)
    if time.length <= left:
        return
    given = {
        "most": hours(most),
        "left": hours(max(left, datetime.timedelta())),
        "monday": date_format(monday, "SHORT_DATE_FORMAT"),
        "length": hours(time.length),
    }
    told = _(
        "The quota is %(most)s hours a week; in the week of %(monday)s %(left)s are left, and this "
        "takes %(length)s."
    )
    if time.length > most:
        raise WrongStateError(told % given + " " + _("Book less at once."))
    for number in range(1, _WEEKS_AHEAD):
        later = monday + number * WEEK
        if time.length <= (free := most - used(incubator, person, later, but)):
            given |= {"day": date_format(later, "SHORT_DATE_FORMAT"), "free": hours(free)}
            told += " " + _("From %(day)s there are %(free)s again; what is cancelled counts back.")
            break
    raise WrongStateError(told % given)


def used(
    incubator: Incubator, person: User, monday: datetime.date, but: Booking | None = None
) -> datetime.timedelta:
    """Return the hours in which somebody works in the week of `monday`, whoever booked them."""
    zone = timezone.get_default_timezone()
    since, until = (
        datetime.datetime.combine(day, datetime.time(), zone) for day in (monday, monday + WEEK)
    )
    rows = Booking.objects.filter(
        Q(stands=True) | Q(released_at__isnull=False),
        Q(used_by=person) | Q(used_by=None, booked_by=person),
        incubator=incubator,
        begins__gte=since,
        begins__lt=until,
    )
    if but is not None:
        rows = rows.exclude(pk=but.pk)
    found: datetime.timedelta | None = rows.aggregate(all=Sum(F("ends") - F("begins")))["all"]
    return found or datetime.timedelta()


def monday_of(moment: datetime.datetime) -> datetime.date:
    """Return the Monday of the week in which a moment lies, by the clock of the place."""
    day = timezone.localdate(moment)
    return day - datetime.timedelta(days=day.weekday())


def hours(length: datetime.timedelta) -> str:
    """Return a length as people write it: “2:30”."""
    minutes = int(length.total_seconds()) // 60
    return f"{minutes // 60}:{minutes % 60:02d}"
