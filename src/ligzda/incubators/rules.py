"""Who may set up and edit an incubator, and when it may open."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import WrongStateError
from ligzda.network.models import Permit
from ligzda.network.roles import Permission
from ligzda.network.rules import (
    Viewer,
    check_decided,
    check_permission,
    check_permission_somewhere,
    has_permission,
)


def check_open_incubator(*, by: Viewer) -> None:
    """An incubator is entered when the network admits it."""
    check_permission(
        by,
        Permission.OPEN_INCUBATOR,
        _("An incubator can be entered only by the administrator of the network."),
    )


def check_edit_somewhere(*, by: Viewer) -> None:
    """The list of one's own incubators is for those who edit some."""
    check_permission_somewhere(
        by,
        Permission.EDIT_INCUBATOR,
        _("Incubators are edited by the coordinators of their municipalities."),
    )


def check_edit_incubator(*, by: Viewer, incubator: Incubator) -> None:
    """An incubator is edited by those who act for its municipality."""
    check_permission(
        by,
        Permission.EDIT_INCUBATOR,
        _("An incubator can be edited only by the coordinator of its municipality."),
        incubator.municipality,
    )


def check_open(*, by: Viewer, incubator: Incubator) -> None:
    """No incubator opens before its council has permitted it, or before its day.

    Asked with the incubator as it would be: the day may be one that is not written yet. Whoever
    enters an incubator that is open already is held to the same.
    """
    if not has_permission(by, Permission.OPEN_INCUBATOR):
        check_edit_incubator(by=by, incubator=incubator)
    today = timezone.localdate()
    check_decided(
        municipality=incubator.municipality,
        permit=Permit.OPEN_INCUBATOR,
        on=incubator.opens_on or today,
    )
    if incubator.opens_on is None:
        raise WrongStateError(_("Save the opening day first."))
    if incubator.opens_on > today:
        raise WrongStateError(
            _("The opening day is %(day)s; it opens then, not before.")
            % {"day": date_format(incubator.opens_on, "SHORT_DATE_FORMAT")}
        )
