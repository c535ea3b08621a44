"""Read side of the rights to machines."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Authorisation, Equipment
from ligzda.incubators.rights.rules import Standing, standing
from ligzda.kernel.errors import NotFoundError
from ligzda.network.models import User


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
