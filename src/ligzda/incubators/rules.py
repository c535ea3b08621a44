"""Who may set up and edit an incubator."""

from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission


def check_open_incubator(*, by: Viewer) -> None:
    """An incubator is entered when the network admits it."""
    check_permission(
        by,
        Permission.OPEN_INCUBATOR,
        _("An incubator can be entered only by the administrator of the network."),
    )


def check_edit_incubator(*, by: Viewer, incubator: Incubator) -> None:
    """An incubator is edited by those who act for its municipality."""
    check_permission(
        by,
        Permission.EDIT_INCUBATOR,
        _("An incubator can be edited only by the coordinator of its municipality."),
        incubator.municipality,
    )
