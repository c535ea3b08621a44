"""Read side of the rights to machines."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Authorisation, Booking, Equipment
from ligzda.incubators.rights.rules import Standing, standing
from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import NotFoundError
from ligzda.network.models import Membership, User


def machines(pks: Iterable[int] | None = None) -> QuerySet[Equipment]:
    """Return the machines that have to be learnt, in use and of incubators the viewer may meet."""
    rows = Equipment.objects.filter(needs_authorisation=True, retired_on=None)
    rows = rows.select_related("incubator").order_by("incubator__slug", "name")
    return rows if pks is None else rows.filter(pk__in=pks)


def machine(pk: int) -> Equipment | None:
    """Return a machine; None too where row-level security hides it."""
    found = Equipment.objects.select_related("incubator__municipality", "room")
    return found.filter(pk=pk).first()


def rights_to(equipment: Equipment) -> list[Standing]:
    """Return everybody's rights to a machine as they stand now, the newest first."""
    rows = equipment.authorisations.select_related("person", "equipment")
    return [standing(row, equipment, timezone.now()) for row in rows]


def rights_of(person: User) -> list[Standing]:
    """Return somebody's rights as they stand now, to the machines of incubators they may meet."""
    rows = person.authorisations.select_related("equipment__incubator")
    now = timezone.now()
    return [standing(row, row.equipment, now) for row in rows]


def right(pk: int) -> Authorisation:
    """Return a right. Raises NotFoundError, also where row-level security hides it."""
    found = Authorisation.objects.select_related(
        "equipment", "person", "incubator__municipality"
    ).filter(pk=pk)
    row = found.first()
    if row is None:
        raise NotFoundError(_("There is no such right."))
    return row


@dataclass(frozen=True)
class Lapse:
    """That a right to a machine ends by disuse, and after which day: as the machine is booked now.

    What is booked and still to come counts as use, unlike in `Standing`: nobody is told that they
    lose what they are about to use.
    """

    authorisation: Authorisation
    on: datetime.date


def lapses(person: int | None = None) -> list[Lapse]:
    """Return which rights end by disuse before they end otherwise: one a person and machine.

    Only machines of incubators where the person has a role today: a certificate opens those of all
    incubators, and nobody is told of a machine that they never meet. Of several rights to a machine
    that which lasts longest counts. `person`: of this one alone.
    """
    here = Membership.objects.filter(
        user=OuterRef("person"),
        partner__municipality=OuterRef("incubator__municipality"),
        period__contains=timezone.localdate(),
    )
    uses = Booking.objects.filter(
        Q(used_by=OuterRef("person")) | Q(used_by=None, booked_by=OuterRef("person")),
        occupations__equipment=OuterRef("equipment"),
        stands=True,
    )
    last = uses.order_by().values("occupations__equipment").annotate(last=Max("ends"))
    rows = Authorisation.objects.filter(
        Exists(here),
        ended_at=None,
        equipment__needs_authorisation=True,
        equipment__idle_months__isnull=False,
        equipment__retired_on=None,
        person__is_active=True,
    )
    if person is not None:
        rows = rows.filter(person=person)
    found: dict[tuple[int, int], tuple[datetime.date, bool, Lapse]] = {}
    for row in rows.select_related("equipment").annotate(
        used=Subquery(last.values("last")), idle=F("equipment__idle_months")
    ):
        since = row.since if row.used is None else max(row.since, timezone.localdate(row.used))
        lapse = Lapse(row, month_after(since, row.idle))
        by_day = row.until is not None and row.until <= lapse.on
        ends = row.until if row.until is not None and by_day else lapse.on
        key = (row.person_id, row.equipment_id)
        if key not in found or found[key][0] < ends:
            found[key] = (ends, by_day, lapse)
    return [lapse for _ends, by_day, lapse in found.values() if not by_day]
