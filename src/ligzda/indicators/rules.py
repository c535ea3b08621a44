"""Who sees which counts, and who the rows behind them."""

from django.utils.translation import gettext as _

from ligzda.network.models import Municipality
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission, check_permission_somewhere


def check_see_boards(*, viewer: Viewer) -> None:
    """Counts are for those who run an incubator or answer for the trial."""
    check_permission_somewhere(
        viewer,
        Permission.SEE_COUNTS,
        _("Counts are seen by those who run an incubator and by those who evaluate the network."),
    )


def check_see_network(*, viewer: Viewer) -> None:
    """Exact counts of every municipality: for evaluators and those who answer for the network."""
    check_permission(
        viewer,
        Permission.SEE_COUNTS,
        _("The whole network is counted for those who evaluate it and those who lead it."),
    )


def check_see_municipality(*, viewer: Viewer, municipality: Municipality) -> None:
    """Exact counts of a municipality: its own people, and those who see the network's."""
    check_permission(
        viewer,
        Permission.SEE_COUNTS,
        _("These counts are seen by those who run this municipality's incubator."),
        municipality,
    )


def check_see_rows(*, viewer: Viewer, municipality: Municipality) -> None:
    """The list of what was counted names records: for those who keep them, in their own place."""
    check_permission(
        viewer,
        Permission.KEEP_PEOPLE,
        _("Which records were counted is seen by those who keep people in this municipality."),
        municipality,
    )
