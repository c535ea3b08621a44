"""Read side of a drawer: its indicators with their newest value, one of them with all."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ligzda.indicators.models import OwnIndicator, OwnValue
from ligzda.indicators.own import rules
from ligzda.kernel.errors import NotFoundError
from ligzda.network.models import Municipality
from ligzda.network.queries import municipality_at
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer
from ligzda.people.rules import municipalities_where


@dataclass(frozen=True)
class Kept:
    """An indicator of a drawer, its newest value, how many values it has."""

    row: OwnIndicator
    newest: OwnValue | None
    values: int


def drawers(viewer: Viewer) -> list[Municipality]:
    """Return the municipalities whose drawer somebody opens."""
    return municipalities_where(viewer, (Permission.KEEP_PEOPLE,))


def municipality(viewer: Viewer, slug: str) -> Municipality:
    """Return a municipality whose drawer somebody opens. Raises NotFoundError, NotAllowedError."""
    found = municipality_at(slug)
    rules.check_see_own(viewer=viewer, municipality=found)
    return found


def drawer(viewer: Viewer, place: Municipality) -> list[Kept]:
    """Return what is in a drawer, by name."""
    rules.check_see_own(viewer=viewer, municipality=place)
    rows = OwnIndicator.objects.filter(municipality=place).prefetch_related("values")
    return [
        Kept(row, values[0] if values else None, len(values))
        for row in rows
        for values in [list(row.values.all())]
    ]


def own_indicator(viewer: Viewer, place: Municipality, pk: int) -> OwnIndicator:
    """Return an indicator of a drawer. Raises NotFoundError for one that is not in it."""
    rules.check_see_own(viewer=viewer, municipality=place)
    rows = OwnIndicator.objects.filter(municipality=place, pk=pk)
    found = rows.select_related("municipality", "added_by").first()
    if found is None:
        raise NotFoundError(_("There is no such indicator in the drawer."))
    return found


def own_value(indicator: OwnIndicator, pk: int) -> OwnValue:
    """Return a value of an indicator. Raises NotFoundError."""
    found = OwnValue.objects.filter(indicator=indicator, pk=pk).first()
    if found is None:
        raise NotFoundError(_("There is no such value."))
    return found
