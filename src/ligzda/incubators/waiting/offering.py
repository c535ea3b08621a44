"""What became free is offered to the first who waits for it, and kept for them until a deadline.

Then to the next. The order is that of asking, and no rank stands above it.
"""

import datetime
from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import override
from procrastinate.contrib.django import app

from ligzda.incubators.bookings import rules as bookings
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import Wanted, check_wanted, in_turn, occupations, overlaps
from ligzda.incubators.models import Incubator, Occupation, Waiting
from ligzda.incubators.quotas.rules import check_left
from ligzda.incubators.waiting.rules import offered_until
from ligzda.kernel.errors import RefusedError
from ligzda.kernel.turns import take_turn
from ligzda.network.audit import facts, record
from ligzda.network.models import User

SEND = "ligzda.incubators.tasks.send_offer"
"""The task is named: it calls this room."""


def turn(incubator: int) -> None:
    """Let one after the other offer, take and give up; before any other turn (`in_turn`)."""
    take_turn(f"waiting.{incubator}")


def wanted_of(row: Waiting) -> Wanted:
    """Return what somebody waits for."""
    return Wanted(
        thing=Thing(row.equipment, row.room, row.place),
        time=Time(row.begins, row.ends),
        purpose=row.purpose,
        instructor=row.instructor,
        used_by=row.used_by,
    )


def waiting_for(incubator: int, freed: Time) -> list[Waiting]:
    """Return who waits for hours that overlap these, in their order, with nothing offered yet."""
    rows = Waiting.objects.filter(
        incubator=incubator,
        closed="",
        offered_at=None,
        begins__lt=freed.ends,
        ends__gt=max(freed.begins, timezone.now()),
    )
    return list(
        rows.select_related(
            "incubator__municipality", "equipment", "room", "instructor", "asked_by", "used_by"
        ).order_by("pk")
    )


def waited_for(rows: Sequence[Waiting]) -> list[Thing | User | None]:
    """Return the things and instructors whose turns are taken before anything is offered."""
    things = [Thing(row.equipment, row.room, row.place) for row in rows]
    return [*things, *(row.instructor for row in rows)]


def offer(*, by: User, rows: Sequence[Waiting]) -> None:
    """Offer what is free to those who wait, the first first; what is still taken stays so.

    The turns of `waited_for` are taken already.
    """
    for row in rows:
        _offer(by, row, timezone.now())


@transaction.atomic
def offer_freed(*, by: User, incubator: Incubator, freed: Time) -> None:
    """Offer hours that became free."""
    turn(incubator.pk)
    rows = waiting_for(incubator.pk, freed)
    in_turn(*waited_for(rows))
    offer(by=by, rows=rows)


def lapse(*, by: User, now: datetime.datetime | None = None) -> None:
    """Close what was not answered in time and offer it to the next; close what is over."""
    now = now or timezone.now()
    late, over = Q(offered_until__lte=now), Q(begins__lte=now)
    rows = Waiting.objects.filter(late | over, closed="").order_by("pk")
    for number, incubator in list(rows.values_list("pk", "incubator_id")):
        with transaction.atomic():
            turn(incubator)
            row = Waiting.objects.select_related("incubator__municipality").get(pk=number)
            if row.closed:
                continue  # answered a moment ago
            how = Waiting.Closed.LAPSED if row.offered_until else Waiting.Closed.OVER
            close(by=by, row=row, how=how)
            offer_freed(by=by, incubator=row.incubator, freed=Time(row.begins, row.ends))


def close(*, by: User, row: Waiting, how: str, why: str = "") -> None:
    """Take somebody from the list; what was kept for them is free."""
    before = facts(row)
    row.occupations.all().delete()
    row.closed, row.closed_at, row.closed_why = how, timezone.now(), why
    row.save(update_fields=["closed", "closed_at", "closed_why"])
    record(by=by, action=f"waiting.{how}", about=row, before=before, after=facts(row))


def _offer(by: User, row: Waiting, now: datetime.datetime) -> None:
    until, wanted = offered_until(row.begins, now), wanted_of(row)
    if until is None:
        return
    try:
        with transaction.atomic():
            Occupation.objects.bulk_create(occupations(row, wanted))
    except IntegrityError as error:
        if not overlaps(error):
            raise
        return
    try:
        # Whoever reads why reads it where the list is kept, so it is in the language of the place.
        with override(settings.LANGUAGE_CODE):
            bookings.check_book(by=row.asked_by, incubator=row.incubator)
            check_wanted(row.incubator, wanted)
            check_left(
                incubator=row.incubator, person=row.used_by or row.asked_by, time=wanted.time
            )
    except RefusedError as refused:
        close(by=by, row=row, how=Waiting.Closed.REFUSED, why=str(refused))
        return
    before = facts(row)
    row.offered_at, row.offered_until = now, until
    row.save(update_fields=["offered_at", "offered_until"])
    record(by=by, action="waiting.offer", about=row, before=before, after=facts(row))
    app.configure_task(SEND).defer(waiting=row.pk)
