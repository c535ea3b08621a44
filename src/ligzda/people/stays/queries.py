"""Read side of stays: one of them, who is there today, transfers that wait."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from ligzda.incubators.bookings.queries import still_to_come
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.kernel.sorting import sort_key
from ligzda.network.rules import Viewer
from ligzda.people.keys import unlock
from ligzda.people.models import Absence, Person, Stay, Transfer, TransferState
from ligzda.people.rules import check_see_person
from ligzda.people.stays import rules


@dataclass(frozen=True)
class Present:
    """Somebody who stays on a day: whether they are away, and why."""

    stay: Stay
    absence: Absence | None

    @property
    def person(self) -> Person:
        """Who."""
        return self.stay.person

    @property
    def away(self) -> str:
        """Why they are away, in words; empty where they are expected."""
        return str(self.absence.get_kind_display()) if self.absence else ""


def stay(viewer: Viewer, pk: int) -> Stay:
    """Return a stay of somebody whom the viewer may see. Raises NotFoundError for others alike."""
    found = Stay.objects.select_related(
        "person__municipality", "person__user", "municipality", "incubator", "version__model"
    )
    row = found.filter(pk=pk).first()
    if row is None or not may(check_see_person, by=viewer, person=row.person):
        raise NotFoundError(_("There is no such stay, or it is not yours to see."))
    return row


def absence(viewer: Viewer, pk: int) -> Absence:
    """Return an absence in a stay that the viewer may see. Raises NotFoundError."""
    row = Absence.objects.filter(pk=pk).first()
    if row is None:
        raise NotFoundError(_("There is no such absence."))
    row.stay = stay(viewer, row.stay_id)
    return row


def transfer(viewer: Viewer, pk: int) -> Transfer:
    """Return a request for a transfer that concerns the viewer. Raises NotFoundError."""
    found = Transfer.objects.select_related(
        "municipality__incubator", "to_municipality", "to_incubator__municipality", "asked_by"
    )
    row = found.filter(pk=pk).first()
    if row is None or not may(rules.check_see_transfer, by=viewer, transfer=row):
        raise NotFoundError(_("There is no such transfer, or it does not concern you."))
    return row


def staying(incubator: Incubator, day: datetime.date) -> QuerySet[Stay]:
    """Return the stays of an incubator that hold a day."""
    return Stay.objects.filter(incubator=incubator, period__contains=day).select_related("person")


def present(incubator: Incubator, day: datetime.date) -> list[Present]:
    """Return who stays in an incubator on a day, by name; three queries at any number of people."""
    away = Absence.objects.filter(period__contains=day)
    rows = list(
        staying(incubator, day).prefetch_related(Prefetch("absences", away, to_attr="away_now"))
    )
    unlock(row.person for row in rows)
    found = [Present(row, next(iter(row.away_now), None)) for row in rows]
    return sorted(found, key=lambda each: sort_key(_by_family(each.person)))


def _by_family(person: Person) -> str:
    return f"{person.family_name} {person.given_name}".strip() or str(person)


def awaiting(municipalities: Collection[int]) -> QuerySet[Transfer]:
    """Return the requests that these municipalities are to answer."""
    return Transfer.objects.filter(
        to_municipality__in=municipalities, state=TransferState.ASKED
    ).order_by("begins_on", "pk")


def incubator(slug: str) -> Incubator:
    """Return an incubator by its address. Raises NotFoundError."""
    found = Incubator.objects.select_related("municipality").filter(slug=slug).first()
    if found is None:
        raise NotFoundError(_("There is no incubator “%(slug)s”.") % {"slug": slug})
    return found


def bookings_to_come(stay: Stay) -> int:
    """Return how many bookings of the incubator the person's account still has."""
    user = stay.person.user
    return still_to_come(user, stay.incubator) if user else 0
