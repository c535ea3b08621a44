"""A room that a room of the house above takes for something of its own: the session of a course.

What it takes stands in the one table of what takes time and place, so nothing else can be there;
`held_for` is the other room's own name for what it holds, by which it gives it back.
"""

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.bookings import rules
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import in_turn, overlaps
from ligzda.incubators.models import Incubator, Occupation, Room
from ligzda.incubators.waiting import offering
from ligzda.kernel.errors import WrongStateError
from ligzda.network.audit import facts, record
from ligzda.network.models import User

MOST_OF_A_REASON = 120


@transaction.atomic
def hold_room(
    *, by: User, room: Room, times: Sequence[Time], held_for: str, reason: str
) -> list[Occupation]:
    """Keep a room, and the machines in it, for a session at these times.

    Raises WrongStateError, which names what stands there, where somebody has one of them.
    """
    rules.check_hold_room(by=by)
    things = _things(room)
    in_turn(*things)
    rows = [
        Occupation(
            incubator_id=room.incubator_id,
            kind=Occupation.Kind.SESSION,
            equipment=thing.equipment,
            room=thing.room,
            begins=time.begins,
            ends=time.ends,
            reason=reason[:MOST_OF_A_REASON],
            held_for=held_for,
        )
        for time in times
        for thing in things
    ]
    try:
        with transaction.atomic():
            Occupation.objects.bulk_create(rows)
    except IntegrityError as error:
        if not overlaps(error):
            raise
        raise WrongStateError(_taken(things, times)) from error
    for row in rows:
        record(by=by, action="occupation.hold", about=row, after=facts(row))
    return rows


@transaction.atomic
def give_back(*, by: User, held_for: str) -> None:
    """Free what was held and is not over; who waits for these hours is offered them."""
    rules.check_hold_room(by=by)
    held = Occupation.objects.filter(held_for=held_for, stands=True, ends__gt=timezone.now())
    for incubator in Incubator.objects.filter(pk__in=held.values("incubator")).order_by("pk"):
        offering.turn(incubator.pk)
        rows = list(held.select_for_update().filter(incubator=incubator).order_by("begins", "pk"))
        for row in rows:
            before = facts(row)
            row.stands = False
            row.save(update_fields=["stands"])
            record(by=by, action="occupation.give_back", about=row, before=before, after=facts(row))
        for begins, ends in sorted({(row.begins, row.ends) for row in rows}):
            offering.offer_freed(by=by, incubator=incubator, freed=Time(begins, ends))


def _things(room: Room) -> list[Thing]:
    machines = room.equipment.filter(retired_on=None)
    return [Thing(room=room), *(Thing(equipment=row) for row in machines)]


def _taken(things: Sequence[Thing], times: Sequence[Time]) -> str:
    """Say what stands there already: the first of it."""
    at_once = Q(pk__in=[])
    for time in times:
        at_once |= Q(begins__lt=time.ends, ends__gt=time.begins)
    one_of = Q(room__in=[each.room for each in things if each.room]) | Q(
        equipment__in=[each.equipment for each in things if each.equipment]
    )
    rows = Occupation.objects.filter(at_once, one_of, stands=True)
    row = (
        rows.select_related("equipment", "room", "booking", "waiting").order_by("begins", "pk")
    ).first()
    if row is None:
        return _("The room was taken at the same moment; look again.")
    holder = row.booking or row.waiting
    said = {
        "thing": Thing(row.equipment, row.room, row.place),
        "time": Time(row.begins, row.ends),
        "kind": row.get_kind_display(),
        "what": holder.purpose if holder else row.reason,
    }
    words = _("%(thing)s is taken on %(time)s – %(kind)s: %(what)s. Choose another room or time.")
    return words % said
