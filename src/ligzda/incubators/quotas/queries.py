"""Read side of quotas: who has which, and how much is left of one's own."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator, Quota
from ligzda.incubators.quotas.actions import BOOKERS, target_groups
from ligzda.incubators.quotas.rules import hours, monday_of, quota_of, used
from ligzda.kernel.errors import NotFoundError
from ligzda.network.models import Membership, User
from ligzda.network.rules import Viewer


def bookers(incubator: Incubator) -> QuerySet[User]:
    """Return who may book at an incubator today."""
    held = Membership.objects.filter(
        role__in=[role.key for role in BOOKERS],
        partner__municipality=incubator.municipality_id,
        period__contains=timezone.localdate(),
    )
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("name")


def quotas_of(incubator: Incubator) -> list[tuple[Quota, str]]:
    """Return an incubator's quotas with whose they are in words, everybody's first."""
    rows = Quota.objects.filter(incubator=incubator).select_related("person")
    rows = rows.order_by(F("person__name").asc(nulls_first=True), "role", "target_group")
    names = {role.key: role.name for role in BOOKERS}
    groups = target_groups() if any(row.target_group for row in rows) else {}

    def whose(row: Quota) -> str:
        if row.person is not None:
            return row.person.name
        if row.target_group:  # one that left the list keeps its quota, and reads as its code
            return groups.get(row.target_group, row.target_group)
        return str(names.get(row.role) or _("everybody"))

    return [(row, whose(row)) for row in rows]


def quota(incubator: Incubator, pk: int) -> Quota:
    """Return a quota. Raises NotFoundError."""
    found = Quota.objects.select_related("incubator__municipality").filter(
        incubator=incubator, pk=pk
    )
    if (row := found.first()) is None:
        raise NotFoundError(_("There is no such quota."))
    return row


@dataclass(frozen=True)
class Left:
    """What is left to somebody this week, in hours and minutes."""

    incubator: Incubator
    left: str
    most: str


def left_to(viewer: Viewer, places: Iterable[Incubator]) -> list[Left]:
    """Return what is left to somebody this week, of each incubator that limits them."""
    if not isinstance(viewer, User):
        return []
    monday = monday_of(timezone.now())
    found = [(each, quota_of(each, viewer)) for each in places]
    return [
        Left(each, hours(max(most - used(each, viewer, monday), datetime.timedelta())), hours(most))
        for each, most in found
        if most is not None
    ]
