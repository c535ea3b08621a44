"""Read side of the waiting list: what somebody waits for, and at which place."""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import Wanted
from ligzda.incubators.models import Incubator, Waiting
from ligzda.kernel.errors import NotFoundError
from ligzda.network.models import User
from ligzda.network.rules import Viewer

_TOLD = datetime.timedelta(days=7)
"""How long a person reads what became of it."""


@dataclass(frozen=True)
class Place:
    """A place in the list. `ahead`: how many have asked earlier for hours that overlap."""

    pk: int
    incubator: Incubator
    thing: Thing
    time: Time
    purpose: str
    ahead: int
    offered_until: datetime.datetime | None
    closed: str
    why: str

    @property
    def number(self) -> int:
        """Which one it is, from 1."""
        return self.ahead + 1


def places_of(viewer: Viewer) -> list[Place]:
    """Return what somebody waits for, and for a week what became of it."""
    if not isinstance(viewer, User):
        return []
    since = timezone.now() - _TOLD
    told = Q(closed__in=[Waiting.Closed.LAPSED, Waiting.Closed.REFUSED], closed_at__gt=since)
    rows = Waiting.objects.filter(Q(closed="") | told, asked_by=viewer)
    return [
        Place(
            row.pk,
            row.incubator,
            Thing(row.equipment, row.room, row.place),
            Time(row.begins, row.ends),
            row.purpose,
            ahead(row),
            None if row.closed else row.offered_until,
            row.get_closed_display() if row.closed else "",
            row.closed_why,
        )
        for row in rows.select_related("incubator", "equipment", "room").order_by("begins", "pk")
    ]


def ahead(row: Waiting) -> int:
    """Return how many asked earlier for the same thing at hours that overlap."""
    rows = Waiting.objects.filter(
        incubator=row.incubator_id,
        closed="",
        pk__lt=row.pk,
        equipment=row.equipment_id,
        room=row.room_id,
        begins__lt=row.ends,
        ends__gt=row.begins,
    )
    if row.place is not None:
        rows = rows.filter(Q(place=None) | Q(place=row.place))
    return rows.count()


def how_many_wait(incubator: Incubator, wanted: Wanted) -> int:
    """Return how many wait for this thing at hours that overlap."""
    thing = wanted.thing
    row = Waiting(
        pk=2**62,  # behind all who are there
        incubator=incubator,
        equipment=thing.equipment,
        room=thing.room,
        place=thing.place,
        begins=wanted.time.begins,
        ends=wanted.time.ends,
    )
    return ahead(row)


def waiting(pk: int) -> Waiting:
    """Return a place in a list. Raises NotFoundError, also where row-level security hides it."""
    found = Waiting.objects.select_related("incubator__municipality").filter(pk=pk).first()
    if found is None:
        raise NotFoundError(_("There is no such place in a waiting list."))
    return found
