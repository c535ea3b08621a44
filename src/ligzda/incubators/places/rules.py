"""Who may see and keep the rooms, machines and hours of an incubator."""

import datetime

from django.utils.translation import gettext as _

from ligzda.incubators.models import Building, Equipment, Incubator, Occupation
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission


def check_see_places(*, viewer: Viewer, incubator: Incubator) -> None:
    """Rooms, machines and who uses them when are seen by those who work there."""
    check_permission(
        viewer,
        Permission.BOOK_PLACES,
        _("Rooms and machines are seen by the coordinator and the instructors of the incubator."),
        incubator.municipality,
    )


def check_keep_places(*, by: Viewer, incubator: Incubator) -> None:
    """Rooms, machines and hours are kept by the coordinator."""
    check_permission(
        by,
        Permission.KEEP_PLACES,
        _("Rooms, machines and opening hours are kept by the coordinator of the municipality."),
        incubator.municipality,
    )


def check_floor(*, building: Building, floor: int) -> None:
    """A room lies on a floor that its building has."""
    if not building.lowest_floor <= floor <= building.highest_floor:
        raise BadDataError(
            _(
                "%(building)s has the floors %(lowest)s to %(highest)s. Choose one of them, or "
                "enter the floor at the building first."
            )
            % {
                "building": building,
                "lowest": building.lowest_floor,
                "highest": building.highest_floor,
            }
        )


def check_retire(*, by: Viewer, equipment: Equipment) -> None:
    """A machine that nobody has booked any more can be taken out of use, once."""
    check_keep_places(by=by, incubator=equipment.incubator)
    if equipment.retired_on is not None:
        raise WrongStateError(_("This machine is already out of use."))
    now = datetime.datetime.now(datetime.UTC)
    booked = Occupation.objects.filter(
        equipment=equipment, stands=True, ends__gt=now, booking__isnull=False
    )
    if booked.exists():
        raise WrongStateError(
            _("This machine is still booked. Cancel or move those bookings first.")
        )
