"""For which municipality somebody acts on a page of the room."""

from collections.abc import Collection

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotAllowedError
from ligzda.network.models import Municipality
from ligzda.network.roles import Permission
from ligzda.people.rules import municipalities_where


def acting_at(request: HttpRequest, permissions: Collection[Permission]) -> Municipality:
    """Return the municipality that was asked for, or the first one acts for."""
    found = municipalities_where(request.user, permissions)
    if not found:
        raise NotAllowedError(
            _("People are seen by those who work with them in their municipality.")
        )
    asked = [row for row in found if row.slug == request.GET.get("municipality")]
    return (asked or found)[0]
