"""Who sees frozen data sets, who freezes them, and of what."""

from django.utils.translation import gettext as _

from ligzda.evidence import PlanError, parse_plan
from ligzda.indicators.data_sets.contents import columns, missing, outcomes, planned_moment
from ligzda.indicators.dictionary import moments
from ligzda.indicators.rules import check_see_network
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission
from ligzda.trial.registry.queries import registered


def check_see_data_sets(*, viewer: Viewer) -> None:
    """That a set exists, its hash and what it rests on: for who sees counts of the network."""
    check_see_network(viewer=viewer)


def check_download(*, viewer: Viewer) -> None:
    """Exact cells are for who evaluates the trial."""
    check_permission(
        viewer,
        Permission.DESIGN_TRIAL,
        _("The cells of a data set are given to those who evaluate the trial."),
    )


def check_freeze(*, by: Viewer) -> None:
    """A set is frozen by who evaluates the trial, under a registered protocol."""
    if not (by is not None and getattr(by, "is_system", False)):
        check_permission(
            by,
            Permission.DESIGN_TRIAL,
            _("A data set is frozen by those who evaluate the trial."),
        )
    if registered() is None:
        raise WrongStateError(_("No protocol is registered yet: there is no plan to freeze for."))


def check_outcome(*, outcome: str, moment: str, plan: str) -> None:
    """Refuse what the dictionary does not have, and a plan that asks for other columns."""
    if outcome not in outcomes():
        raise BadDataError(_("Of “%(code)s” no cells can be made.") % {"code": outcome})
    if moment not in moments():
        raise BadDataError(_("There is no moment “%(moment)s”.") % {"moment": moment})
    try:
        planned = parse_plan(plan)
    except PlanError as error:
        raise BadDataError(
            _("The registered plan cannot be read: %(why)s") % {"why": error}
        ) from None
    if odd := missing(outcome, planned.columns):
        raise BadDataError(
            _(
                "The plan names columns that the data set would not have: %(odd)s. "
                "It would have: %(columns)s."
            )
            % {"odd": ", ".join(odd), "columns": ", ".join(columns(outcome))}
        )


def another_moment(*, moment: str, plan: str) -> str | None:
    """Return the moment that a plan is about, where a set is of another one: it is exploratory."""
    try:
        planned = planned_moment(parse_plan(plan).outcome.name)
    except PlanError:
        return None
    return planned if planned and planned != moment else None


def check_counts_somebody(*, counted: int) -> None:
    """A set without anybody is none."""
    if not counted:
        raise WrongStateError(
            _("Nobody is counted at this moment yet: there is nothing to freeze.")
        )
