"""Where somebody works in the incubators."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators import queries
from ligzda.incubators.bookings.queries import coming
from ligzda.incubators.costs.queries import costed_by, waiting
from ligzda.incubators.places.queries import incubators_of
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer


def my_work(viewer: Viewer) -> list[Work]:
    """Return the person's bookings, and of each incubator of theirs its page and its week."""
    found = queries.work(viewer)
    for incubator in incubators_of(viewer):
        week = _("The week: %(incubator)s") % {"incubator": incubator}
        found.append(Work(week, reverse("incubators:week", args=[incubator.slug])))
    for row in costed_by(viewer):
        named = {"incubator": row}
        costs = reverse("incubators:costs", args=[row.slug])
        found.append(
            Work(_("Costs: %(incubator)s") % named, costs, len(waiting(row)), kind="costs")
        )
        orders = reverse("incubators:orders", args=[row.slug])
        found.append(Work(_("Orders: %(incubator)s") % named, orders))
    mine = coming(viewer)
    due = timezone.localdate(mine[0].time.begins) if mine else None
    own = Work(_("My bookings"), reverse("incubators:mine"), len(mine), due, "bookings")
    return [own, *found] if found else []
