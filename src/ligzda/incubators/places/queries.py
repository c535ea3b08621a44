"""Read side of rooms and machines."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Equipment, Incubator
from ligzda.incubators.places.rules import check_see_places
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.tables.declaration import Row
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, has_permission, roles_held


def incubators_of(viewer: Viewer) -> list[Incubator]:
    """Return the incubators in whose rooms the person works: those that `check_see_places` lets.

    Pages that begin with this list ask for the roles once, and not once for each incubator.
    """
    return _where(viewer, Permission.BOOK_PLACES)


def bookable_by(viewer: Viewer) -> list[Incubator]:
    """Return the incubators in which the person books, for others too or for themselves alone.

    Those that `bookings.rules.check_book` lets.
    """
    return _where(viewer, Permission.BOOK_PLACES, Permission.BOOK_OWN)


def _where(viewer: Viewer, *permissions: Permission) -> list[Incubator]:
    rows = Incubator.objects.select_related("municipality").order_by("slug")
    if not any(has_permission(viewer, each) for each in permissions):
        own = {
            partner.municipality_id
            for role, partner in roles_held(viewer)
            if role.permissions.intersection(permissions)
        }
        rows = rows.filter(municipality__in=own - {None})
    return list(rows)


def incubator_of(viewer: Viewer, slug: str) -> Incubator:
    """Return an incubator to who works there. Raises NotFoundError, NotAllowedError."""
    row = by_slug(slug)
    check_see_places(viewer=viewer, incubator=row)
    return row


def by_slug(slug: str) -> Incubator:
    """Return an incubator, for a page that asks itself whose it is. Raises NotFoundError."""
    row = Incubator.objects.select_related("municipality").filter(slug=slug).first()
    if row is None:
        raise NotFoundError(_("There is no incubator “%(slug)s”.") % {"slug": slug})
    return row


def equipment_of(incubator: Incubator) -> QuerySet[Equipment]:
    """Return an incubator's machines, those out of use last."""
    return incubator.equipment.select_related("room").order_by("-retired_on", "name")


def book_value(equipment: Equipment) -> Decimal | None:
    """Return what is left of the price today, EUR to the cent; None where none is known.

    Written off in equal parts, a month at a time, from the month after it was bought.
    """
    if equipment.price is None or equipment.life_months is None or equipment.bought_on is None:
        return None
    today = equipment.retired_on or timezone.localdate()
    months = (today.year - equipment.bought_on.year) * 12 + today.month - equipment.bought_on.month
    left = max(0, equipment.life_months - max(0, months))
    return (equipment.price * left / equipment.life_months).quantize(Decimal("0.01"))


def table_rows(incubator: Incubator) -> Iterator[Row]:
    """Yield the machines as rows of `places.tables.EQUIPMENT`."""
    for row in equipment_of(incubator):
        yield {
            "name": row.name,
            "room": row.room.name,
            "condition": row.condition,
            "dangerous": row.dangerous,
            "needs_authorisation": row.needs_authorisation,
            "idle_months": row.idle_months,
            "minutes_before": row.minutes_before,
            "minutes_after": row.minutes_after,
            "bought_on": row.bought_on,
            "price": row.price,
            "life_months": row.life_months,
            "retired_on": row.retired_on,
        }
