"""How long a record is kept, and which are due: proposed for erasure, never erased by the clock."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from ligzda.kernel.calendar import month_after
from ligzda.network.models import Municipality
from ligzda.people.keys import unlock
from ligzda.people.models import Person, RequestKind, RetentionHold, RightsRequest, Stay

MONTHS_AFTER_A_STAY = 60
"""`person_models.KEEP`."""
MONTHS_WITHOUT_A_STAY = 12
"""Who was registered and never stayed: a year, in which they may apply again."""
AHEAD = datetime.timedelta(days=92)


@dataclass(frozen=True)
class Due:
    """A record whose time is over, or will be soon. `until`: what holds it, and how long."""

    person: Person
    on: datetime.date
    stayed: bool
    hold: RetentionHold | None
    proposed: bool
    overdue: bool


def calendar(municipality: Municipality, today: datetime.date | None = None) -> list[Due]:
    """Return the records that are due within three months or overdue, the longest overdue first.

    Five queries at any size.
    """
    day = today or timezone.localdate()
    due = _due_days(municipality, day + AHEAD)
    people = list(Person.objects.filter(pk__in=due).order_by("pk"))
    unlock(people)
    holds = _holds(municipality, day)
    proposed = set(
        RightsRequest.objects.filter(
            municipality=municipality, kind=RequestKind.ERASE, state="open"
        ).values_list("person_id", flat=True)
    )
    rows = []
    for person in people:
        on, stayed = due[person.pk]
        hold = max(
            filter(None, (holds.get(None), holds.get(person.pk))),
            key=lambda row: row.period.upper,
            default=None,
        )
        rows.append(
            Due(person, on, stayed, hold, person.pk in proposed, on <= day and hold is None)
        )
    return sorted(rows, key=lambda row: (row.on, row.person.pk))


def overdue(municipality: Municipality) -> int:
    """Return how many records are kept past their time, with nothing that holds them."""
    return sum(row.overdue and not row.proposed for row in calendar(municipality))


def _due_days(
    municipality: Municipality, until: datetime.date
) -> dict[int, tuple[datetime.date, bool]]:
    """Return person → day on which the record is due, and whether they ever stayed."""
    ends = {
        row["root"]: (row["open"], row["last"])
        for row in Stay.objects.filter(municipality=municipality)
        .values(root=Coalesce("person__merged_into_id", "person_id"))
        .annotate(
            last=Max("period__endswith"),
            open=Count("pk", filter=Q(period__endswith__isnull=True)),
        )
    }
    known = Person.objects.filter(
        municipality=municipality, erased_at__isnull=True, merged_into__isnull=True
    ).values_list("pk", "registered_at")
    found = {}
    for pk, registered_at in known:
        open_ones, last = ends.get(pk, (0, None))
        if open_ones:
            continue
        if last is not None:
            on = month_after(last, MONTHS_AFTER_A_STAY)
        else:
            on = month_after(timezone.localdate(registered_at), MONTHS_WITHOUT_A_STAY)
        if on <= until:
            found[pk] = (on, last is not None)
    return found


def _holds(municipality: Municipality, day: datetime.date) -> dict[int | None, RetentionHold]:
    """Return person, or None for everybody → the hold of the whole record that ends last."""
    rows = RetentionHold.objects.filter(
        municipality=municipality, scope=RetentionHold.Scope.RECORD, period__contains=day
    )
    return {row.person_id: row for row in rows.order_by("period__endswith")}
