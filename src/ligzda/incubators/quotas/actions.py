"""Verbs of the rules of booking: quotas, and whether who booked has to say that they are here."""

from django.db import transaction
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator, Quota
from ligzda.incubators.places.rules import check_keep_places
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.room import named, rooms
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.network.roles import ROLES, Permission

BOOKERS = tuple(
    role for role in ROLES if {Permission.BOOK_PLACES, Permission.BOOK_OWN} & role.permissions
)
"""Roles whose holders book: what has no other name can have a quota."""


def target_groups() -> dict[str, str]:
    """Return the target groups of today that a room above keeps, code → name."""
    kept = (named(room.target_groups)() for room in rooms() if room.target_groups)
    return {code: name for groups in kept for code, name in groups.items()}


@transaction.atomic
def set_quota(
    *,
    by: User,
    incubator: Incubator,
    hours: int,
    role: str = "",
    target_group: str = "",
    person: User | None = None,
) -> Quota:
    """Set the hours a week of a role, a target group, a person or, without any, of everybody."""
    check_keep_places(by=by, incubator=incubator)
    if role and role not in {each.key for each in BOOKERS}:
        raise BadDataError(_("Nobody books in this role."))
    if target_group and target_group not in target_groups():
        raise BadDataError(_("That is no target group of today's list."))
    whose = {"role": role, "target_group": target_group, "person": person}
    row = Quota.objects.filter(incubator=incubator, **whose).first()
    before = facts(row) if row else None
    row = row or Quota(incubator=incubator, **whose)
    row.hours = hours
    row.save()
    record(by=by, action="quota.set", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def remove_quota(*, by: User, quota: Quota) -> None:
    """Let a role, a group, a person or everybody be without a limit of their own."""
    check_keep_places(by=by, incubator=quota.incubator)
    record(by=by, action="quota.remove", about=quota, before=facts(quota), after=None)
    quota.delete()


@transaction.atomic
def set_check_in(*, by: User, incubator: Incubator, minutes: int | None) -> None:
    """Say how long before and after the begin who booked says “I am here”; None: nobody has to."""
    check_keep_places(by=by, incubator=incubator)
    incubator = Incubator.objects.select_for_update().get(pk=incubator.pk)
    before = {"check_in_minutes": incubator.check_in_minutes}
    incubator.check_in_minutes = minutes
    incubator.save(update_fields=["check_in_minutes"])
    after = {"check_in_minutes": minutes}
    record(by=by, action="incubator.set_check_in", about=incubator, before=before, after=after)
