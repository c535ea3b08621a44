"""Who releases figures, and who sees how much was suppressed."""

from django.utils.translation import gettext as _

from ligzda.indicators.rules import check_see_network
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission


def check_see_releases(*, viewer: Viewer) -> None:
    """What was released when, and how many cells are not shown: who sees counts of the network."""
    check_see_network(viewer=viewer)


def check_release(*, by: Viewer) -> None:
    """Figures are released by who evaluates the trial, and by the house itself."""
    if by is not None and getattr(by, "is_system", False):
        return
    check_permission(
        by, Permission.DESIGN_TRIAL, _("Figures are released by those who evaluate the trial.")
    )
