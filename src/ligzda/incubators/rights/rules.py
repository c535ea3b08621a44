"""Who may use a machine, at a moment; who gives and who ends that right."""

import datetime
from dataclasses import dataclass

from django.db.models import Max, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ligzda.incubators.models import Authorisation, Booking, Equipment
from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.kernel.room import Way, named, rooms
from ligzda.network.models import Membership, User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission, has_permission


class NoRightError(WrongStateError):
    """This person may not use this machine then: why, and the way to a right, if there is one."""

    def __init__(self, why: str, way: Way | None) -> None:
        super().__init__(f"{why} {way.words if way else _('No course gives this right yet.')}")
        self.why, self.way = why, way


@dataclass(frozen=True)
class Standing:
    """How it stands with a right at a moment.

    `why` says what stands in its way, nothing where it holds. `lapses_on`: the last day before it
    lapses by disuse, as far as its use is known at that moment.
    """

    authorisation: Authorisation
    why: str
    lapses_on: datetime.date | None

    @property
    def holds(self) -> bool:
        """Whether it opens the machine then."""
        return not self.why

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on which it holds if the machine is not used before; None: no end."""
        ends = [day for day in (self.authorisation.until, self.lapses_on) if day is not None]
        return min(ends, default=None)


def check_may_use(*, person: User, equipment: Equipment, at: datetime.datetime) -> None:
    """A machine that has to be learnt is used by those who have a right that holds then.

    Raises NoRightError with what stands in the way, of several rights that of the latest.
    """
    if not equipment.needs_authorisation:
        return
    rows = Authorisation.objects.filter(equipment=equipment, person=person)
    found = [standing(row, equipment, at) for row in rows.order_by("-since", "-pk")]
    if any(each.holds for each in found):
        return
    given: dict[str, object] = {"machine": equipment, "person": person}
    if not found:
        why = _("%(machine)s is only for who has learnt it, and %(person)s has no right to it.")
    else:
        given["why"] = found[0].why
        why = _("%(machine)s is only for who has learnt it. The right of %(person)s: %(why)s.")
    raise NoRightError(why % given, way_to(equipment))


def check_may_use_now(*, person: User, equipment: Equipment) -> None:
    """Who works in the incubator uses its machines that are in order, with a right where it needs.

    What the sticker at the machine asks; NoRightError says the way to a right.
    """
    here = Membership.objects.filter(
        user=person,
        partner__municipality=equipment.incubator.municipality_id,
        period__contains=timezone.localdate(),
    )
    if not here.exists():
        raise NotAllowedError(_("You hold no role in the incubator of this machine."))
    if equipment.retired_on is not None:
        raise WrongStateError(_("%(machine)s is out of use.") % {"machine": equipment})
    if equipment.condition == Equipment.Condition.REPAIR:
        raise WrongStateError(_("%(machine)s is under repair.") % {"machine": equipment})
    check_may_use(person=person, equipment=equipment, at=timezone.now())


def way_to(equipment: Equipment) -> Way | None:
    """Return what gives the right to a machine, and when next, as a room above knows it."""
    asked = (named(room.machine_right)(equipment.pk) for room in rooms() if room.machine_right)
    return next((way for way in asked if way is not None), None)


def standing(row: Authorisation, equipment: Equipment, at: datetime.datetime) -> Standing:
    """Return how it stands with a right to this machine at a moment."""
    on = timezone.localdate(at)
    lapses = _lapses_on(row, equipment, at)
    if row.ended_at is not None and row.ended_at <= at:
        why = _("it was ended on %(day)s (%(why)s)") % {
            "day": _day(timezone.localdate(row.ended_at)),
            "why": row.ended_because or row.get_ending_display(),
        }
    elif on < row.since:
        why = _("it begins on %(day)s") % {"day": _day(row.since)}
    elif row.until is not None and row.until < on:
        why = _("it ended on %(day)s") % {"day": _day(row.until)}
    elif lapses is not None and lapses < on:
        why = ngettext(
            "it lapsed after %(day)s, because they did not use it for %(count)s month",
            "it lapsed after %(day)s, because they did not use it for %(count)s months",
            equipment.idle_months or 0,
        ) % {"day": _day(lapses), "count": equipment.idle_months}
    else:
        why = ""
    return Standing(row, why, lapses)


def _lapses_on(
    row: Authorisation, equipment: Equipment, at: datetime.datetime
) -> datetime.date | None:
    """Return the last day on which the right holds without use; None where disuse ends nothing.

    Counted from the day it was given, or from the end of the person's last booking of the machine
    before `at`: for a day to come, as it is booked now.
    """
    if equipment.idle_months is None:
        return None
    used = Booking.objects.filter(
        Q(used_by=row.person_id) | Q(used_by=None, booked_by=row.person_id),
        occupations__equipment=equipment,
        stands=True,
        ends__lte=at,
    ).aggregate(last=Max("ends"))["last"]
    last = row.since if used is None else max(row.since, timezone.localdate(used))
    return month_after(last, equipment.idle_months)


def check_give_right(*, by: Viewer) -> None:
    """A right to a machine follows from a certificate, so it is given by who issues those."""
    check_permission(
        by,
        Permission.TEACH,
        _("A right to a machine is given by the foundation's trainers, with a certificate."),
    )


def check_see_rights(*, viewer: Viewer, equipment: Equipment) -> None:
    """Who may use a machine is seen by who keeps it."""
    check_permission(
        viewer,
        Permission.KEEP_PLACES,
        _("Who may use a machine is seen by the coordinator and the manager of its incubator."),
        equipment.incubator.municipality,
    )


def check_end_right(*, by: Viewer, authorisation: Authorisation) -> None:
    """A right is ended at once by who keeps the machine, or by who gave it with a certificate."""
    if not has_permission(by, Permission.TEACH):
        check_permission(
            by,
            Permission.KEEP_PLACES,
            _("A right to a machine is ended by who keeps the incubator, or by a trainer."),
            authorisation.incubator.municipality,
        )
    if authorisation.ended_at is not None:
        raise WrongStateError(_("This right is ended already."))


def _day(day: datetime.date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
