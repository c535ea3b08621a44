"""Verbs of the checklist: whether a criterion of the social-enterprise status is met."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.ventures import rules
from ligzda.ventures.criteria import criteria
from ligzda.ventures.models import Enterprise, StatusCheck


@transaction.atomic
def check_criterion(
    *, by: User, enterprise: Enterprise, criterion: str, met: bool, document: str = ""
) -> StatusCheck:
    """Write down whether a criterion is met, and which document shows it."""
    rules.check_change(by=by, enterprise=enterprise)
    if criterion not in criteria():
        raise BadDataError(_("There is no such criterion."))
    there = StatusCheck.objects.select_for_update(of=("self",)).filter(
        enterprise=enterprise, criterion=criterion
    )
    row = there.first() or StatusCheck(
        municipality_id=enterprise.municipality_id, enterprise=enterprise, criterion=criterion
    )
    before = facts(row) if row.pk else None
    row.met, row.document = met, document.strip()
    row.checked_by, row.checked_at = by, timezone.now()
    row.save()
    record(by=by, action="enterprise.criterion", about=row, before=before, after=facts(row))
    return row
