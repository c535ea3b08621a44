"""Verbs of bookings.

What overlaps, the database refuses; the sentence names the nearest free time.
"""

from collections.abc import Sequence

from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.incubators.bookings import rules
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import (
    Wanted,
    check_bookable,
    check_may_book,
    check_used_by,
    in_turn,
    occupations,
    taken,
    thing_of,
)
from ligzda.incubators.models import Booking, Incubator, Occupation
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.quotas.rules import check_quota
from ligzda.incubators.waiting import offering
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back


@transaction.atomic
def book(*, by: User, incubator: Incubator, wanted: Wanted) -> Booking:
    """Book a thing, and the instructor who stands by.

    Raises BadDataError and WrongStateError with what stands in the way, NotThenError with the
    nearest free time.
    """
    check_may_book(by, incubator, wanted)
    check_bookable(incubator, wanted)
    check_used_by(by, incubator, wanted)
    check_quota(incubator=incubator, person=wanted.used_by or by, time=wanted.time)
    in_turn(wanted.thing, wanted.instructor)
    booking = Booking(
        incubator=incubator,
        begins=wanted.time.begins,
        ends=wanted.time.ends,
        purpose=wanted.purpose,
        booked_by=by,
        used_by=wanted.used_by,
    )
    try:
        with transaction.atomic():
            booking.save()
            Occupation.objects.bulk_create(occupations(booking, wanted))
    except IntegrityError as error:
        raise taken(error, wanted) from error
    record(by=by, action="booking.book", about=booking, after=facts(booking))
    return booking


@transaction.atomic
def enter_invented(*, by: User, incubator: Incubator, wanted: Sequence[Wanted]) -> None:
    """Enter bookings of the demonstration all at once, past ones too; the installation alone may.

    The constraint holds for them as for any others; an overlap is a mistake of the data.
    """
    rules.check_enter_invented(by=by)
    rows = Booking.objects.bulk_create(
        Booking(
            incubator=incubator,
            begins=each.time.begins,
            ends=each.time.ends,
            purpose=each.purpose,
            booked_by=by,
        )
        for each in wanted
    )
    pairs = zip(rows, wanted, strict=True)
    Occupation.objects.bulk_create(
        row for booking, each in pairs for row in occupations(booking, each)
    )
    record(by=by, action="booking.enter_invented", about=incubator, after={"bookings": len(rows)})


@transaction.atomic
def move(*, by: User, booking: Booking, time: Time) -> Booking:
    """Move a booking to another time; refused as a new one would be. Who waits gets the old one."""
    offering.turn(booking.incubator_id)
    booking = _locked(booking)
    rules.check_change_booking(by=by, booking=booking)
    there = list(booking.occupations.select_related("equipment", "room", "instructor"))
    wanted = Wanted(
        thing=thing_of(there),
        time=time,
        purpose=booking.purpose,
        instructor=next((row.instructor for row in there if row.instructor), None),
        used_by=booking.used_by,
    )
    check_bookable(booking.incubator, wanted)
    check_used_by(booking.booked_by, booking.incubator, wanted)
    check_quota(incubator=booking.incubator, person=booking.worker, time=time, but=booking)
    waiting = offering.waiting_for(booking.incubator_id, Time(booking.begins, booking.ends))
    in_turn(wanted.thing, wanted.instructor, *offering.waited_for(waiting))
    before = facts(booking)
    booking.begins, booking.ends = time.begins, time.ends
    try:
        with transaction.atomic():
            booking.save(update_fields=["begins", "ends"])
            for row, moved in zip(there, occupations(booking, wanted), strict=True):
                row.begins, row.ends = moved.begins, moved.ends
                row.save(update_fields=["begins", "ends"])
    except IntegrityError as error:
        raise taken(error, wanted, but=[row.pk for row in there]) from error
    record(by=by, action="booking.move", about=booking, before=before, after=facts(booking))
    offering.offer(by=by, rows=waiting)
    return booking


@transaction.atomic
def cancel(*, by: User, booking: Booking) -> Undoable:
    """Cancel a booking: what it took is offered to the first who waits for it, or free at once.

    For ten minutes it can come back, unless its time is kept for somebody or taken by then.
    """
    offering.turn(booking.incubator_id)
    booking = _locked(booking)
    rules.check_change_booking(by=by, booking=booking)
    before = facts(booking)
    kept = keep_for_undo(by=by, act="booking.cancel", rows=[booking])
    booking.stands = False
    booking.save(update_fields=["stands"])  # the database lets its occupations go with it
    record(by=by, action="booking.cancel", about=booking, before=before, after=facts(booking))
    freed = Time(booking.begins, booking.ends)
    offering.offer_freed(by=by, incubator=booking.incubator, freed=freed)
    return kept


def _locked(booking: Booking) -> Booking:
    rows = Booking.objects.select_for_update(of=("self",))
    return rows.select_related("incubator__municipality", "booked_by", "used_by").get(pk=booking.pk)


@transaction.atomic
def uncancel(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo a cancellation, unless somebody has the time by now; return the page of bookings."""
    [row] = rows
    assert isinstance(row, Booking)
    rules.check_book(by=by, incubator=row.incubator)
    put_back(by=by, act="booking.cancel", rows=rows)
    return reverse("incubators:mine")


@transaction.atomic
def close_off(
    *, by: User, incubator: Incubator, thing: Thing, time: Time, kind: str, reason: str
) -> list[Occupation]:
    """Keep a machine or a room free of bookings: maintenance, or a block. A room with its machines.

    Raises TakenError where somebody has booked it.
    """
    check_keep_places(by=by, incubator=incubator)
    if thing.incubator_id != incubator.pk:
        raise BadDataError(_("That is not in this incubator."))
    things = [thing]
    if thing.room is not None and thing.place is None:
        things += [Thing(equipment=row) for row in thing.room.equipment.filter(retired_on=None)]
    in_turn(*things)
    made = []
    for each in things:
        row = Occupation(
            incubator=incubator,
            kind=kind,
            equipment=each.equipment,
            room=each.room,
            place=each.place,
            begins=time.begins,
            ends=time.ends,
            reason=reason,
        )
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError as error:
            raise taken(error, Wanted(thing=each, time=time, purpose=reason)) from error
        record(by=by, action="occupation.close_off", about=row, after=facts(row))
        made.append(row)
    return made
