"""Who sees evaluation runs, who has a plan carried out, and on what."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ligzda.indicators.data_sets.queries import Standing
from ligzda.indicators.rules import check_see_network
from ligzda.kernel.errors import WrongStateError
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission


def check_see_runs(*, viewer: Viewer) -> None:
    """A run tells of the whole network: for those who evaluate it and those who lead it."""
    check_see_network(viewer=viewer)


def check_download(*, viewer: Viewer) -> None:
    """The whole result counts single incubators: for who evaluates the trial."""
    check_permission(
        viewer,
        Permission.DESIGN_TRIAL,
        _("The whole result is given to those who evaluate the trial."),
    )


def check_ask(*, by: Viewer) -> None:
    """A plan is carried out for who evaluates the trial."""
    check_permission(
        by,
        Permission.DESIGN_TRIAL,
        _("The plan is carried out for those who evaluate the trial."),
    )


def check_whole(*, standing: Standing) -> None:
    """Nothing is computed anew on cells that count somebody who was erased since."""
    if standing.lost:
        raise WrongStateError(
            ngettext(
                "This data set has lost %(many)s person who was erased since. "
                "Freeze a new one, and have the plan carried out on that.",
                "This data set has lost %(many)s people who were erased since. "
                "Freeze a new one, and have the plan carried out on that.",
                standing.lost,
            )
            % {"many": standing.lost}
        )
