"""Who opens a municipality's drawer, and who keeps it."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.models import OwnIndicator
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.models import Municipality
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission


def check_see_own(*, viewer: Viewer, municipality: Municipality) -> None:
    """A drawer is for those who keep records in the municipality, and for nobody of the network."""
    check_permission(
        viewer,
        Permission.KEEP_PEOPLE,
        _("A municipality's own indicators are seen by those who keep its records."),
        municipality,
    )


def check_keep_own(*, by: Viewer, municipality: Municipality) -> None:
    """What a municipality counts for itself is decided by its coordinator or manager."""
    check_permission(
        by,
        Permission.APPROVE_PEOPLE,
        _("Own indicators are kept by the coordinator or the manager of the municipality."),
        municipality,
    )


def check_name(*, name: str, municipality: Municipality) -> None:
    """A name that the network uses would mean two things; one of the drawer stands there once."""
    said = name.strip().casefold()
    if any(
        said in (one.casefold() for one in each.name.values()) for each in dictionary().values()
    ):
        raise BadDataError(
            _("“%(name)s” is what the network's dictionary calls its own. Choose another name.")
            % {"name": name.strip()}
        )
    if OwnIndicator.objects.filter(municipality=municipality, name__iexact=name.strip()).exists():
        raise BadDataError(
            _("There is an indicator “%(name)s” in the drawer already.") % {"name": name.strip()}
        )


def check_day(*, day: datetime.date) -> None:
    """A value is of a day that has come."""
    if day > timezone.localdate():
        raise BadDataError(_("A value is of today or of an earlier day."))


def check_remove(*, by: Viewer, indicator: OwnIndicator) -> None:
    """An indicator goes when none of its values is left."""
    check_keep_own(by=by, municipality=indicator.municipality)
    if indicator.values.exists():
        raise WrongStateError(_("Take its values away first."))
