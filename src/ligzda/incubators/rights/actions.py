"""Give and end rights to machines. Certificates do it (training); the incubator can end one too."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Authorisation, Equipment
from ligzda.incubators.rights import rules
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User


@transaction.atomic
def give_right(
    *,
    by: User,
    person: User,
    equipment: Equipment,
    certificate: str,
    since: datetime.date,
    until: datetime.date | None,
) -> Authorisation:
    """Let somebody use a machine because of a certificate; `until` is the last day.

    Where the certificate gives that right already, nothing changes.
    """
    rules.check_give_right(by=by)
    there = Authorisation.objects.filter(
        equipment=equipment, certificate=certificate, ended_at__isnull=True
    ).first()
    if there is not None:
        return there
    row = Authorisation.objects.create(
        incubator_id=equipment.incubator_id,
        equipment=equipment,
        person=person,
        certificate=certificate,
        since=since,
        until=until,
        given_by=by,
    )
    record(by=by, action="right.give", about=row, after=facts(row))
    return row


@transaction.atomic
def end_right(*, by: User, authorisation: Authorisation, because: str) -> Authorisation:
    """Withdraw a right, at once and for a reason that its holder reads."""
    row = Authorisation.objects.select_for_update().get(pk=authorisation.pk)
    rules.check_end_right(by=by, authorisation=row)
    if not (because := because.strip()):
        raise BadDataError(_("Say why the right is withdrawn."))
    return _end(by, row, Authorisation.Ending.WITHDRAWN, because)


@transaction.atomic
def end_rights_of(
    *,
    by: User,
    certificate: str,
    ending: str,
    equipment: int | None = None,
) -> list[Authorisation]:
    """End what a certificate gave, at once: everything, or the right to the machine of a number.

    `ending`: why, one of `Authorisation.Ending`.
    """
    rows = Authorisation.objects.select_for_update().filter(
        certificate=certificate, ended_at__isnull=True
    )
    if equipment is not None:
        rows = rows.filter(equipment=equipment)
    ended = []
    for row in rows.order_by("pk"):
        rules.check_end_right(by=by, authorisation=row)
        ended.append(_end(by, row, ending))
    return ended


def _end(by: User, row: Authorisation, ending: str, because: str = "") -> Authorisation:
    before = facts(row)
    row.ended_at, row.ended_by = timezone.now(), by
    row.ending, row.ended_because = ending, because
    row.save(update_fields=["ended_at", "ended_by", "ending", "ended_because"])
    record(by=by, action="right.end", about=row, before=before, after=facts(row))
    return row
