"""Which editions somebody may choose for an article, in which order."""

from collections.abc import Collection

from django.utils import timezone

from ligzda.kernel.sorting import sort_key
from ligzda.network.models import Municipality
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, roles_held
from ligzda.newsroom.queries.articles import edition_name, units


def editions_for(viewer: Viewer, chosen: Collection[int]) -> tuple[list[Municipality], set[int]]:
    """Return the municipalities of today and the `chosen` ones, and the viewer's own by number.

    One's own come first, then those that take part, each by the name that people use.
    """
    own = {
        partner.municipality_id
        for role, partner in roles_held(viewer)
        if Permission.WRITE_NEWS in role.permissions
        and role.scope != "network"
        and partner.municipality_id is not None
    }
    today = Municipality.objects.filter(units__period__contains=timezone.localdate())
    known = {each.pk for each in today} | {*chosen}
    rows = list(
        Municipality.objects.filter(pk__in=known)
        .select_related("partner")
        .prefetch_related(units())
    )
    rows.sort(
        key=lambda row: (row.pk not in own, not _takes_part(row), sort_key(edition_name(row)))
    )
    return rows, own


def _takes_part(row: Municipality) -> bool:
    return getattr(row, "partner", None) is not None
