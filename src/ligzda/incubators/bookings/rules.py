"""Who may book what, and at which times: each refusal says what stands in the way."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Booking, Equipment, Incubator, Room
from ligzda.incubators.places.models import MINUTES
from ligzda.incubators.places.opening import Day, days
from ligzda.incubators.rights.rules import check_may_use
from ligzda.kernel.dates import weekday_date
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import Membership, User
from ligzda.network.roles import Instructor, Permission
from ligzda.network.rules import Viewer, check_permission, has_permission

FARTHEST = datetime.timedelta(days=366)
"""Nobody knows the opening hours of a later year."""


@dataclass(frozen=True)
class Thing:
    """What is booked: a machine; a numbered bench place of a room; or, without one, a room."""

    equipment: Equipment | None = None
    room: Room | None = None
    place: int | None = None

    def __str__(self) -> str:
        if self.equipment is not None:
            return str(self.equipment)
        if self.place is None:
            return str(self.room)
        return _("%(room)s, bench %(place)s") % {"room": self.room, "place": self.place}

    @property
    def incubator_id(self) -> int:
        """Whose it is."""
        thing = self.equipment or self.room
        assert thing is not None
        return thing.incubator_id

    @property
    def is_for_one(self) -> bool:
        """Whether one person needs it: a machine or a bench place, and no whole room."""
        return self.room is None or self.place is not None

    @property
    def pauses(self) -> tuple[datetime.timedelta, datetime.timedelta]:
        """How long it is taken before and after it is used."""
        before, after = (
            (self.equipment.minutes_before, self.equipment.minutes_after)
            if self.equipment
            else (0, 0)
        )
        return datetime.timedelta(minutes=before), datetime.timedelta(minutes=after)


@dataclass(frozen=True)
class Time:
    """From when to when somebody works, without pauses; moments."""

    begins: datetime.datetime
    ends: datetime.datetime

    def __str__(self) -> str:
        begins, ends = map(timezone.localtime, (self.begins, self.ends))
        return f"{weekday_date(begins)} {begins:%H:%M}–{ends:%H:%M}"

    @property
    def length(self) -> datetime.timedelta:
        """How long it lasts."""
        return self.ends - self.begins


def check_book(*, by: Viewer, incubator: Incubator) -> None:
    """Machines, benches and rooms are booked by those who work in the incubator or take part."""
    if has_permission(by, Permission.BOOK_OWN, incubator.municipality):
        return
    check_permission(
        by,
        Permission.BOOK_PLACES,
        _("Bookings are made by those who work in the incubator or take part in it."),
        incubator.municipality,
    )


def books_own(*, by: Viewer, incubator: Incubator) -> bool:
    """Whether somebody books for themselves alone: who else works there they do not see."""
    return not has_permission(by, Permission.BOOK_PLACES, incubator.municipality)


def check_for_oneself(
    *, incubator: Incubator, thing: Thing, booked_by: User, used_by: User | None
) -> None:
    """Whoever takes part books machines and benches, for themselves."""
    if not books_own(by=booked_by, incubator=incubator):
        return
    if used_by is not None and used_by != booked_by:
        raise NotAllowedError(_("You book for yourself alone."))
    if not thing.is_for_one:
        raise NotAllowedError(
            _("A whole room is booked by who works here. Choose a bench place or a machine.")
        )


def check_hold_room(*, by: Viewer) -> None:
    """A room is kept for the session of a course by who holds sessions, and given back so."""
    check_permission(
        by,
        Permission.TEACH,
        _("A room is kept for the session of a course by the foundation's trainers."),
    )


def check_enter_invented(*, by: Viewer) -> None:
    """What is invented comes with the installation, and from nobody else."""
    if not (isinstance(by, User) and by.is_system):
        raise NotAllowedError(_("Bookings of the demonstration come with Ligzda itself."))


def check_change_booking(*, by: Viewer, booking: Booking) -> None:
    """A booking is cancelled or moved by whose it is, or by who keeps the rooms."""
    check_book(by=by, incubator=booking.incubator)
    if not booking.is_of(by):
        check_permission(
            by,
            Permission.KEEP_PLACES,
            _("A booking of somebody else is changed only by the coordinator."),
            booking.incubator.municipality,
        )
    if not booking.stands:
        raise WrongStateError(_("This booking is cancelled already."))
    if booking.begins <= timezone.now():
        raise WrongStateError(_("This booking has begun already, so it stays as it is."))


def check_check_in(*, by: Viewer, booking: Booking) -> None:
    """Whose booking it is says that they are here, in the minutes around the begin."""
    check_book(by=by, incubator=booking.incubator)
    minutes, now = booking.incubator.check_in_minutes, timezone.now()
    if not booking.is_of(by):
        raise NotAllowedError(_("That they are here says whoever has booked, or works then."))
    if minutes is None:
        raise WrongStateError(_("In this incubator nobody needs to say that they are here."))
    if booking.checked_in_at is not None:
        raise WrongStateError(_("You have said already that you are here."))
    if not booking.stands:
        raise WrongStateError(_("This booking stands no longer."))
    around = datetime.timedelta(minutes=minutes)
    if now < booking.begins - around:
        raise WrongStateError(
            _("From %(clock)s you can say that you are here.")
            % {"clock": f"{timezone.localtime(booking.begins - around):%H:%M}"}
        )
    if now > booking.begins + around:
        raise WrongStateError(_("It is too late: the booking is being released."))


def check_thing(*, incubator: Incubator, thing: Thing) -> None:
    """What is out of use, under repair or of another incubator cannot be booked."""
    if thing.incubator_id != incubator.pk:
        raise BadDataError(_("That is not in this incubator."))
    if thing.room is not None and thing.place is not None:
        if not 1 <= thing.place <= thing.room.places:
            raise BadDataError(
                _("%(room)s has bench places 1 to %(places)s.")
                % {"room": thing.room, "places": thing.room.places}
            )
        return
    if thing.equipment is None:
        return
    if thing.equipment.retired_on is not None:
        raise WrongStateError(_("%(machine)s is out of use.") % {"machine": thing.equipment})
    if thing.equipment.condition == Equipment.Condition.REPAIR:
        raise WrongStateError(
            _("%(machine)s is under repair, so it cannot be booked.") % {"machine": thing.equipment}
        )


def check_instructor(
    *, incubator: Incubator, thing: Thing, instructor: User | None, time: Time
) -> None:
    """At a dangerous machine an instructor stands by, who is one on that day."""
    dangerous = thing.equipment is not None and thing.equipment.dangerous
    if instructor is None:
        if dangerous:
            raise BadDataError(
                _("%(machine)s is dangerous: choose the instructor who stands by in these hours.")
                % {"machine": thing.equipment}
            )
        return
    if not instructors(incubator, timezone.localdate(time.begins)).filter(pk=instructor.pk):
        raise BadDataError(
            _("%(person)s is no instructor here on that day.") % {"person": instructor}
        )


def check_used_by(
    *, incubator: Incubator, thing: Thing, booked_by: User, used_by: User | None, time: Time
) -> None:
    """Whoever will use a machine has the right to; they are somebody who works here on that day.

    `used_by` None: whoever books.
    """
    if used_by is not None and not people(incubator, timezone.localdate(time.begins)).filter(
        pk=used_by.pk
    ):
        raise BadDataError(_("%(person)s has no role here on that day.") % {"person": used_by})
    if thing.equipment is not None:
        check_may_use(person=used_by or booked_by, equipment=thing.equipment, at=time.begins)


def people(incubator: Incubator, on: datetime.date) -> QuerySet[User]:
    """Return who has a role at the incubator's municipality on a day."""
    held = Membership.objects.filter(
        partner__municipality_id=incubator.municipality_id, period__contains=on
    )
    return User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name")


def instructors(incubator: Incubator, on: datetime.date) -> QuerySet[User]:
    """Return who is an instructor at the incubator's municipality on a day."""
    held = Membership.objects.filter(
        role=Instructor.key,
        partner__municipality_id=incubator.municipality_id,
        period__contains=on,
        user__is_active=True,
    )
    return User.objects.filter(pk__in=held.values("user")).order_by("name")


def check_time(*, incubator: Incubator, time: Time) -> None:
    """Work begins and ends on one day, in the future, while the incubator is open."""
    now = timezone.now()
    begins, ends = timezone.localtime(time.begins), timezone.localtime(time.ends)
    if time.ends <= time.begins:
        raise BadDataError(_("It has to end after it begins."))
    if begins.date() != ends.date():
        raise BadDataError(_("A booking ends on the day it begins: over midnight nobody is there."))
    if begins.minute % MINUTES or ends.minute % MINUTES:
        raise BadDataError(_("Choose whole five minutes."))
    if time.begins < now:
        raise BadDataError(_("This time is over. Choose one that is still to come."))
    if time.begins > now + FARTHEST:
        raise BadDataError(_("At most a year ahead."))
    [day] = days(incubator.pk, begins.date(), 1)
    check_open(day=day, time=time)


def check_open(*, day: Day, time: Time) -> None:
    """Outside opening hours nobody opens the door."""
    given = {"day": weekday_date(day.on), "why": day.why}
    if day.span is None:
        if day.why:
            raise WrongStateError(_("Closed on %(day)s: %(why)s.") % given)
        raise WrongStateError(_("Closed on %(day)s.") % given)
    opens, closes = day.span
    if time.begins < opens or time.ends > closes:
        given["hours"] = f"{opens:%H:%M}–{closes:%H:%M}"
        raise WrongStateError(_("On %(day)s it is open %(hours)s.") % given)
