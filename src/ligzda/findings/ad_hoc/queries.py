"""The read side of ad hoc evaluations: one's own, and nobody else's."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ligzda.findings.ad_hoc import rules
from ligzda.findings.models import AdHocEvaluation
from ligzda.kernel.errors import NotFoundError
from ligzda.network.rules import Viewer, signed_in


def mine(viewer: Viewer) -> Sequence[AdHocEvaluation]:
    """Return what somebody has asked for. Raises NotAllowedError."""
    rules.check_evaluate(by=viewer)
    rows = AdHocEvaluation.objects.defer("table", "plan", "result", "reports")
    return list(rows.filter(asked_by=signed_in(viewer)))


def own(viewer: Viewer, key: str) -> AdHocEvaluation:
    """Return one of them. Raises NotAllowedError, NotFoundError."""
    rules.check_evaluate(by=viewer)
    row = AdHocEvaluation.objects.defer("table").filter(key=key).first()
    if row is None:
        raise NotFoundError(_("There is no such evaluation, or it is over."))
    rules.check_own(by=viewer, row=row)
    return row
