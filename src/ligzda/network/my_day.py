"""What waits for a person, what is due, what they began: read from the manifests of all rooms."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from ligzda.kernel.room import Work, named, rooms
from ligzda.network.rules import Viewer


@dataclass(frozen=True)
class Day:
    """The work of one person, each thing in one list."""

    due: list[Work]
    """With a day, the nearest first."""
    waits: list[Work]
    began: list[Work]
    pages: list[Work]
    """Where they work, and nothing waits."""
    today: datetime.date

    @property
    def quiet(self) -> bool:
        """Whether nothing waits, is due or was begun."""
        return not (self.due or self.waits or self.began)


def work_of(viewer: Viewer) -> list[Work]:
    """Return what each room says of a person's work there."""
    return [work for room in rooms() if room.work for work in named(room.work)(viewer)]


def day_of(viewer: Viewer) -> Day:
    """Return a person's day, in the active language."""
    found = work_of(viewer)
    due = sorted((row for row in found if row.due and not row.began), key=_when)
    rest = [row for row in found if not row.due and not row.began]
    return Day(
        due=due,
        waits=[row for row in rest if row.waiting],
        began=[row for row in found if row.began],
        pages=[row for row in rest if not row.waiting],
        today=timezone.localdate(),
    )


def _when(row: Work) -> datetime.date:
    assert row.due is not None
    return row.due
