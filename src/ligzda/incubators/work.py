"""Where somebody works in the incubators."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators import queries
from ligzda.incubators.bookings.queries import coming
from ligzda.incubators.bookings.rules import books_own
from ligzda.incubators.costs.queries import costed_by, waiting
from ligzda.incubators.places.queries import bookable_by, incubators_of
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.upkeep import queries as upkeep
from ligzda.incubators.waiting.queries import places_of
from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.models import User
from ligzda.network.rules import Viewer


def my_work(viewer: Viewer) -> list[Work]:
    """Return what is kept for the person, their bookings, each incubator's page and its week."""
    found = queries.work(viewer)
    for incubator in incubators_of(viewer):
        week = _("The week: %(incubator)s") % {"incubator": incubator}
        found.append(Work(week, reverse("incubators:week", args=[incubator.slug])))
        if may(check_keep_places, by=viewer, incubator=incubator):
            overdue = sum(row.overdue for row in upkeep.due([incubator]))
            words = _("Overdue maintenance: %(incubator)s") % {"incubator": incubator}
            if overdue:
                found.append(
                    Work(
                        words,
                        reverse("incubators:upkeep", args=[incubator.slug]),
                        overdue,
                        kind="maintenance",
                    )
                )
    for row in costed_by(viewer):
        named = {"incubator": row}
        costs = reverse("incubators:costs", args=[row.slug])
        found.append(
            Work(_("Costs: %(incubator)s") % named, costs, len(waiting(row)), kind="costs")
        )
        orders = reverse("incubators:orders", args=[row.slug])
        found.append(Work(_("Orders: %(incubator)s") % named, orders))
    page, mine = reverse("incubators:mine"), coming(viewer)
    due = timezone.localdate(mine[0].time.begins) if mine else None
    own = [Work(_("My bookings"), page, len(mine), due, "bookings")]
    if until := [place.offered_until for place in places_of(viewer) if place.offered_until]:
        label, last = _("Kept for you: book it or give it up"), timezone.localdate(min(until))
        own.insert(0, Work(label, page, len(until), last, "bookings"))
    if where := bookable_by(viewer):
        for incubator in where:
            if books_own(by=viewer, incubator=incubator):
                free = _("What is free: %(incubator)s") % {"incubator": incubator}
                own.append(Work(free, reverse("incubators:find", args=[incubator.slug])))
        found = [*own, *found]
    if isinstance(viewer, User) and viewer.authorisations.exists():
        found.append(Work(_("My rights to machines"), reverse("incubators:my_rights")))
    return found
