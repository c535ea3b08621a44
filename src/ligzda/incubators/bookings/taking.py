"""What takes time and place: a booking's thing and instructor, or a time that is kept for somebody.

What overlaps, the database refuses; the sentence names the nearest free time.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError
from django.utils.translation import gettext as _

from ligzda.incubators.bookings import rules
from ligzda.incubators.bookings.free import nearest
from ligzda.incubators.bookings.models import number_of
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.models import Booking, Incubator, Occupation, Waiting
from ligzda.kernel.errors import RefusedError, WrongStateError
from ligzda.kernel.obstacle import obstacle
from ligzda.kernel.turns import take_turn
from ligzda.network.models import User


class NotThenError(WrongStateError):
    """Not at this time; `nearest` is free instead, or None where nothing is for four weeks."""

    def __init__(self, sentence: str, nearest: Time | None) -> None:
        super().__init__(sentence)
        self.nearest = nearest


class TakenError(NotThenError):
    """The time is taken: whoever wants this one and no other can wait for it."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody wants to book.

    `instructor`: who stands by, at a dangerous machine. `used_by`: for whom; None: who books.
    """

    thing: Thing
    time: Time
    purpose: str
    instructor: User | None = None
    used_by: User | None = None


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


def check_bookable(incubator: Incubator, wanted: Wanted) -> None:
    """Check the same; where the time stands in the way, raise NotThenError with one that does not.

    What no other time would mend – a machine under repair, an end before the begin – is refused as
    it is.
    """
    rules.check_thing(incubator=incubator, thing=wanted.thing)
    try:
        rules.check_time(incubator=incubator, time=wanted.time)
    except RefusedError as refused:
        found = nearest_to(wanted) if wanted.time.length > datetime.timedelta() else None
        if found is None or obstacle(rules.check_time, incubator=incubator, time=found):
            raise
        raise NotThenError(f"{refused} {_nearest_is(found)}", found) from refused
    check_wanted(incubator, wanted)


def check_may_book(by: User, incubator: Incubator, wanted: Wanted) -> None:
    """Check that they may book, that thing and for whom they want to."""
    rules.check_book(by=by, incubator=incubator)
    rules.check_for_oneself(
        incubator=incubator, thing=wanted.thing, booked_by=by, used_by=wanted.used_by
    )


def check_used_by(by: User, incubator: Incubator, wanted: Wanted) -> None:
    """Check that whoever will use the thing may: another time would change nothing."""
    rules.check_used_by(
        incubator=incubator,
        thing=wanted.thing,
        booked_by=by,
        used_by=wanted.used_by,
        time=wanted.time,
    )


def thing_of(occupations: Sequence[Occupation]) -> Thing:
    """Return the machine, bench or room of a booking."""
    row = next(row for row in occupations if row.instructor_id is None)
    return Thing(row.equipment, row.room, row.place)


def occupations(holder: Booking | Waiting, wanted: Wanted) -> list[Occupation]:
    """Return what is taken: the thing with its pauses, the instructor for the hours of work."""
    booked = isinstance(holder, Booking)
    of = {
        "incubator_id": holder.incubator_id,
        "kind": Occupation.Kind.BOOKING if booked else Occupation.Kind.OFFER,
        "booking" if booked else "waiting": holder,
    }
    before, after = wanted.thing.pauses
    thing = Occupation(
        **of,
        equipment=wanted.thing.equipment,
        room=wanted.thing.room,
        place=wanted.thing.place,
        begins=wanted.time.begins - before,
        ends=wanted.time.ends + after,
    )
    if wanted.instructor is None:
        return [thing]
    beside = Occupation(
        **of,
        instructor=wanted.instructor,
        begins=wanted.time.begins,
        ends=wanted.time.ends,
    )
    return [thing, beside]


def in_turn(*things: Thing | User | None) -> None:
    """Let two who take the same come one after the other.

    The constraint alone would do, but for two who wait for each other: PostgreSQL ends one of them
    after a second, with no sentence for anybody. Who takes more turns takes them in one order:
    waiting list, quota, things, each kind at once.
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


def overlaps(error: IntegrityError) -> bool:
    """Whether the constraint refused that keeps apart what takes time and place."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return diagnosis is not None and diagnosis.constraint_name == "occupation_overlaps_none"


def taken(error: IntegrityError, wanted: Wanted, but: Sequence[int] = ()) -> Exception:
    """Return the refusal that the constraint stands for; any other error is a mistake of ours."""
    if not overlaps(error):
        return error
    found = nearest_to(wanted, but)
    return TakenError(sentence(wanted, found), found)


def nearest_to(wanted: Wanted, but: Sequence[int] = ()) -> Time | None:
    """Return the free time nearest to what is wanted; None within four weeks."""
    return nearest(thing=wanted.thing, instructor=wanted.instructor, time=wanted.time, but=but)


def sentence(wanted: Wanted, found: Time | None) -> str:
    """Say that it is taken, and what is free nearest to it."""
    given = {"thing": wanted.thing, "time": wanted.time}
    taken = (
        _("%(thing)s is taken on %(time)s.")
        if wanted.instructor is None
        else _("%(thing)s or the instructor is taken on %(time)s.")
    ) % given
    if found is None:
        return taken + " " + _("In the four weeks around it no time of this length is free.")
    return f"{taken} {_nearest_is(found)}"


def _nearest_is(found: Time) -> str:
    return _("The nearest free time: %(nearest)s.") % {"nearest": found}
