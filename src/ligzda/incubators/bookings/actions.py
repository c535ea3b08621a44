"""Verbs of bookings.

What overlaps, the database refuses; the sentence names the nearest free time.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.incubators.bookings import rules
from ligzda.incubators.bookings.free import nearest
from ligzda.incubators.bookings.models import number_of
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.models import Booking, Incubator, Occupation
from ligzda.incubators.places.opening import place_time
from ligzda.incubators.places.rules import check_keep_places
from ligzda.kernel.errors import BadDataError, RefusedError, WrongStateError
from ligzda.kernel.turns import take_turn
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back

MOST_OF_A_SERIES = 60
"""A year of weeks and a few more: who asks for a thousand has mistyped a date."""


class TakenError(WrongStateError):
    """The time is taken; `nearest` is free instead, or None where nothing is for four weeks."""

    def __init__(self, sentence: str, nearest: Time | None) -> None:
        super().__init__(sentence)
        self.nearest = nearest


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody wants to book. `instructor`: who stands by, at a dangerous machine."""

    thing: Thing
    time: Time
    purpose: str
    instructor: User | None = None


@transaction.atomic
def book(*, by: User, incubator: Incubator, wanted: Wanted) -> Booking:
    """Book a thing, and the instructor who stands by.

    Raises BadDataError and WrongStateError with what stands in the way, TakenError with the nearest
    free time.
    """
    rules.check_book(by=by, incubator=incubator)
    check_wanted(incubator, wanted)
    _in_turn(wanted.thing, wanted.instructor)
    booking = Booking(
        incubator=incubator,
        begins=wanted.time.begins,
        ends=wanted.time.ends,
        purpose=wanted.purpose,
        booked_by=by,
    )
    try:
        with transaction.atomic():
            booking.save()
            Occupation.objects.bulk_create(_occupations(booking, wanted))
    except IntegrityError as error:
        raise _taken(error, wanted) from error
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
        taken for booking, each in pairs for taken in _occupations(booking, each)
    )
    record(by=by, action="booking.enter_invented", about=incubator, after={"bookings": len(rows)})


@transaction.atomic
def move(*, by: User, booking: Booking, time: Time) -> Booking:
    """Move a booking to another time; refused as a new one would be."""
    booking = Booking.objects.select_for_update().select_related("incubator").get(pk=booking.pk)
    rules.check_change_booking(by=by, booking=booking)
    there = list(booking.occupations.select_related("equipment", "room", "instructor"))
    wanted = Wanted(
        thing=thing_of(there),
        time=time,
        purpose=booking.purpose,
        instructor=next((row.instructor for row in there if row.instructor), None),
    )
    check_wanted(booking.incubator, wanted)
    _in_turn(wanted.thing, wanted.instructor)
    before = facts(booking)
    booking.begins, booking.ends = time.begins, time.ends
    try:
        with transaction.atomic():
            booking.save(update_fields=["begins", "ends"])
            for row, moved in zip(there, _occupations(booking, wanted), strict=True):
                row.begins, row.ends = moved.begins, moved.ends
                row.save(update_fields=["begins", "ends"])
    except IntegrityError as error:
        raise _taken(error, wanted, but=[row.pk for row in there]) from error
    record(by=by, action="booking.move", about=booking, before=before, after=facts(booking))
    return booking


@transaction.atomic
def cancel(*, by: User, booking: Booking) -> Undoable:
    """Cancel a booking: what it took is free at once. For ten minutes it can come back."""
    booking = Booking.objects.select_for_update().select_related("incubator").get(pk=booking.pk)
    rules.check_change_booking(by=by, booking=booking)
    before = facts(booking)
    kept = keep_for_undo(by=by, act="booking.cancel", rows=[booking])
    booking.stands = False
    booking.save(update_fields=["stands"])  # the database lets its occupations go with it
    record(by=by, action="booking.cancel", about=booking, before=before, after=facts(booking))
    return kept


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
    _in_turn(*things)
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
            raise _taken(error, Wanted(thing=each, time=time, purpose=reason)) from error
        record(by=by, action="occupation.close_off", about=row, after=facts(row))
        made.append(row)
    return made


@dataclass(frozen=True, kw_only=True)
class Series:
    """The same thing at the same hours of several days, by the clock of the place."""

    thing: Thing
    days: Sequence[datetime.date]
    begins: datetime.time
    ends: datetime.time
    purpose: str
    instructor: User | None = None


@dataclass(frozen=True)
class Try:
    """What became of one day of a series: free, or why not and what is free nearest to it."""

    on: datetime.date
    wanted: Wanted | None = None
    refused: str = ""
    nearest: Time | None = None


def try_series(*, by: User, incubator: Incubator, series: Series) -> list[Try]:
    """Say of each day of a series whether it could be booked; book nothing.

    Raises BadDataError where the series is too long.
    """
    rules.check_book(by=by, incubator=incubator)
    if len(series.days) > MOST_OF_A_SERIES:
        raise BadDataError(
            _("A series has at most %(most)s days; this one would have %(count)s.")
            % {"most": MOST_OF_A_SERIES, "count": len(series.days)}
        )
    return [_tried(incubator, series, day) for day in series.days]


@transaction.atomic
def book_free(*, by: User, incubator: Incubator, series: Series) -> list[Try]:
    """Book those days of a series that are free; say of the others why not."""
    found = []
    for tried in try_series(by=by, incubator=incubator, series=series):
        refused, free = tried.refused, tried.nearest
        if tried.wanted is not None and not refused:
            try:
                book(by=by, incubator=incubator, wanted=tried.wanted)
            except TakenError as taken:  # by somebody else, a moment ago
                refused, free = str(taken), taken.nearest
        found.append(Try(tried.on, tried.wanted, refused, free))
    return found


def check_wanted(incubator: Incubator, wanted: Wanted) -> None:
    """Check all that stands in the way of a booking but that somebody else has it."""
    rules.check_thing(incubator=incubator, thing=wanted.thing)
    rules.check_time(incubator=incubator, time=wanted.time)
    rules.check_instructor(
        incubator=incubator,
        thing=wanted.thing,
        instructor=wanted.instructor,
        time=wanted.time,
    )


def thing_of(occupations: Sequence[Occupation]) -> Thing:
    """Return the machine, bench or room of a booking."""
    row = next(row for row in occupations if row.instructor_id is None)
    return Thing(row.equipment, row.room, row.place)


def _tried(incubator: Incubator, series: Series, day: datetime.date) -> Try:
    try:
        time = Time(place_time(day, series.begins), place_time(day, series.ends))
    except BadDataError as refused:  # an hour that is not there, or twice
        return Try(day, None, str(refused))
    wanted = Wanted(
        thing=series.thing, time=time, purpose=series.purpose, instructor=series.instructor
    )
    try:
        check_wanted(incubator, wanted)
    except RefusedError as refused:
        return Try(day, wanted, str(refused), _nearest(wanted))
    found = _nearest(wanted)
    return Try(day, wanted) if found == time else Try(day, wanted, _sentence(wanted, found), found)


def _nearest(wanted: Wanted, but: Sequence[int] = ()) -> Time | None:
    return nearest(thing=wanted.thing, instructor=wanted.instructor, time=wanted.time, but=but)


def _occupations(booking: Booking, wanted: Wanted) -> list[Occupation]:
    """Return what a booking takes: its thing with pauses, the instructor for the hours of work."""
    before, after = wanted.thing.pauses
    thing = Occupation(
        incubator_id=booking.incubator_id,
        kind=Occupation.Kind.BOOKING,
        booking=booking,
        equipment=wanted.thing.equipment,
        room=wanted.thing.room,
        place=wanted.thing.place,
        begins=wanted.time.begins - before,
        ends=wanted.time.ends + after,
    )
    if wanted.instructor is None:
        return [thing]
    beside = Occupation(
        incubator_id=booking.incubator_id,
        kind=Occupation.Kind.BOOKING,
        booking=booking,
        instructor=wanted.instructor,
        begins=wanted.time.begins,
        ends=wanted.time.ends,
    )
    return [thing, beside]


def _in_turn(*things: Thing | User | None) -> None:
    """Let two who book the same come one after the other.

    The constraint alone would do, but for two who wait for each other: PostgreSQL ends one of them
    after a second, with no sentence for anybody.
    """
    numbers = set()
    for each in things:
        if isinstance(each, User):
            numbers.add(number_of("instructor_id", each.pk))
        elif each is not None and each.equipment is not None:
            numbers.add(number_of("equipment_id", each.equipment.pk))
        elif each is not None and each.room is not None:
            numbers.add(number_of("room_id", each.room.pk))
    for number in sorted(numbers):
        take_turn(f"occupation.{number}")


def _taken(error: IntegrityError, wanted: Wanted, but: Sequence[int] = ()) -> Exception:
    """Return the refusal that the constraint stands for; any other error is a mistake of ours."""
    diagnosis = getattr(error.__cause__, "diag", None)
    if diagnosis is None or diagnosis.constraint_name != "occupation_overlaps_none":
        return error
    found = _nearest(wanted, but)
    return TakenError(_sentence(wanted, found), found)


def _sentence(wanted: Wanted, found: Time | None) -> str:
    given = {"thing": wanted.thing, "time": wanted.time, "nearest": found}
    taken = (
        _("%(thing)s is taken on %(time)s.")
        if wanted.instructor is None
        else _("%(thing)s or the instructor is taken on %(time)s.")
    ) % given
    if found is None:
        return taken + " " + _("In the four weeks around it no time of this length is free.")
    return taken + " " + _("The nearest free time: %(nearest)s.") % given
