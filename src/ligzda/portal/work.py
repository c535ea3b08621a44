"""Public pages that belong to somebody's work."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer, check_keep_statements


def my_work(viewer: Viewer) -> list[Work]:
    """Return the rules that the models touch, for those who look them up."""
    if not may(check_keep_statements, by=viewer):
        return []
    return [Work(_("Rules that the models touch"), reverse("portal:rules"))]
