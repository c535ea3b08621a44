"""Who evaluates a table of their own, how large it may be, and who sees the report."""

from django.utils.translation import gettext as _

from ligzda.findings.models import AdHocEvaluation, EvaluationRun
from ligzda.kernel.errors import BadDataError, NotFoundError, WrongStateError
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission

LARGEST_TABLE = 2_000_000
LARGEST_PLAN = 60_000
"""Bytes of what is evaluated while somebody waits; larger ones go by `ligzda evaluate`."""
AT_ONCE = 3


def check_evaluate(*, by: Viewer) -> None:
    """A table of one's own is evaluated for who evaluates the trial."""
    check_permission(
        by,
        Permission.DESIGN_TRIAL,
        _("Tables of their own are evaluated for those who evaluate the trial."),
    )


def check_size(*, table: bytes, plan: bytes, waiting: int) -> None:
    """What is sent is small, and one person has few at once."""
    if not table or not plan:
        raise BadDataError(_("The table or the plan is empty."))
    if len(table) > LARGEST_TABLE or len(plan) > LARGEST_PLAN:
        raise BadDataError(
            _("At most 2 MB of a table and 60 kB of a plan. Larger ones: ligzda evaluate.")
        )
    if waiting >= AT_ONCE:
        raise BadDataError(_("Three of your tables are here already. Close one of them first."))


def check_own(*, by: Viewer, row: AdHocEvaluation) -> None:
    """It is seen by who asked for it; for everybody else there is none."""
    check_evaluate(by=by)
    if row.asked_by_id != getattr(by, "pk", None):
        raise NotFoundError(_("There is no such evaluation, or it is over."))


def check_keep(*, by: Viewer, row: AdHocEvaluation) -> None:
    """A report is kept, not a table that waits for one."""
    check_own(by=by, row=row)
    if row.stage != EvaluationRun.Stage.FINISHED:
        raise WrongStateError(_("There is no report yet that could be kept."))
