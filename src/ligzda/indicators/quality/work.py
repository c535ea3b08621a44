"""The findings that wait for somebody, by number: it goes into a letter."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.indicators.quality.queries import waiting
from ligzda.indicators.quality.rules import check_see_quality
from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, roles_held
from ligzda.network.templatetags.places import place_name
from ligzda.people.rules import municipalities_where


def my_work(viewer: Viewer) -> list[Work]:
    """Return the board, and what waits for the roles that somebody holds in a municipality."""
    if not may(check_see_quality, viewer=viewer):
        return []
    found = [Work(_("Data quality"), reverse("indicators:quality"))]
    held = list(roles_held(viewer))
    for here in municipalities_where(viewer, (Permission.KEEP_PEOPLE,)):
        mine = {role.key for role, partner in held if partner.municipality_id == here.pk}
        many, due = waiting(here, mine)
        if many:
            found.append(
                Work(
                    _("Findings to mend: %(municipality)s") % {"municipality": place_name(here)},
                    reverse("indicators:findings", args=[here.slug]),
                    many,
                    due=due,
                    kind="quality",
                )
            )
    return found
