"""Read side of a participant's own pages: their record, their days."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from ligzda.incubators.bookings.queries import coming
from ligzda.kernel.sorting import sort_key
from ligzda.network.models import User
from ligzda.network.roles import SocialWorker
from ligzda.network.rules import Viewer
from ligzda.people.keys import unlock
from ligzda.people.models import Person, Stay
from ligzda.people.queries import identities
from ligzda.people.rights.queries import Look
from ligzda.training.sessions.queries import own_enrolments

DAYS = datetime.timedelta(days=7)


def record_of(viewer: Viewer) -> Person | None:
    """Return the record that belongs to somebody's account."""
    if not isinstance(viewer, User):
        return None
    found = Person.objects.filter(user=viewer, merged_into__isnull=True, erased_at__isnull=True)
    row = found.select_related("municipality").order_by("pk").last()
    if row is not None:
        unlock([row])
    return row


def stay_of(person: Person) -> Stay | None:
    """Return the stay of today."""
    return (
        Stay.objects.filter(person__in=identities(person), period__contains=timezone.localdate())
        .select_related("incubator")
        .first()
    )


def by_day(looks: Iterable[Look]) -> list[tuple[Look, int]]:
    """Return one look for all of a day by somebody at one thing for one purpose, the newest, and
    how many there were."""
    found: dict[tuple[int, str, str, datetime.date], tuple[Look, int]] = {}
    for each in looks:
        key = each.by.pk, each.what, each.purpose, timezone.localdate(each.at)
        newest, times = found.get(key, (each, 0))
        found[key] = newest, times + 1
    return list(found.values())


@dataclass(frozen=True)
class Event:
    """Something in the days to come: when, and what."""

    begins: datetime.datetime
    ends: datetime.datetime
    what: str
    where: str


def bookings_of(user: User) -> list[Event]:
    """Return somebody's bookings that are not over, the next first."""
    return [
        Event(row.time.begins, row.time.ends, str(row.thing), str(row.incubator))
        for row in coming(user)
    ]


def week_of(user: User) -> list[Event]:
    """Return what somebody does in the seven days to come: bookings, and meetings of courses."""
    now = timezone.now()
    found = [row for row in bookings_of(user) if row.begins < now + DAYS]
    for enrolment in own_enrolments(user):
        if not enrolment.place:
            continue
        meetings = enrolment.session.meetings.filter(ends__gt=now, begins__lt=now + DAYS)
        title = str(enrolment.session.version.course)
        found += [Event(each.begins, each.ends, title, "") for each in meetings]
    return sorted(found, key=lambda row: row.begins)


def helpers_of(person: Person) -> list[User]:
    """Return the social workers of the person's municipality today, by name."""
    rows = User.objects.filter(
        is_active=True,
        memberships__role=SocialWorker.key,
        memberships__partner__municipality=person.municipality,
        memberships__period__contains=timezone.localdate(),
    ).distinct()
    return sorted(rows, key=lambda row: (sort_key(row.name), row.pk))
