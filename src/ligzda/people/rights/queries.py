"""Read side: who looked at whom, what was asked, what must stay, who stands by a person."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.models import Municipality, User
from ligzda.network.rules import Viewer, roles_held
from ligzda.people.keys import unlock
from ligzda.people.models import (
    Consent,
    Person,
    Reading,
    Representative,
    RetentionHold,
    RightsRequest,
)
from ligzda.people.queries import identities
from ligzda.people.rights import rules
from ligzda.people.rights.what_was_shown import words

PAGE = 100


@dataclass(frozen=True)
class Look:
    """One look at a record, as it is told: who in which roles, when, at what, what for."""

    number: int
    person: Person
    by: User
    roles: str
    at: datetime.datetime
    what: str
    purpose: str


def looks_at(person: Person, before: int | None = None) -> list[Look]:
    """Return who looked at the record of a person, the newest first, a page."""
    return _looks(Reading.objects.filter(person__in=identities(person)), before)


def looks_in(
    municipality: Municipality,
    *,
    person: int | None = None,
    name: str = "",
    before: int | None = None,
) -> list[Look]:
    """Return who looked at whom in a municipality; of one person, or by whose name has a text."""
    found = Reading.objects.filter(municipality=municipality)
    if person is not None:
        found = found.filter(person=person)
    if name:
        found = found.filter(by__name__icontains=name)
    return _looks(found, before)


def _looks(found: QuerySet[Reading], before: int | None) -> list[Look]:
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.select_related("by", "person").order_by("-pk")[:PAGE])
    roles = {row.by_id: _roles(row.by) for row in rows}
    return [
        Look(
            row.pk, row.person, row.by, roles[row.by_id], row.at,
            words(row.what), row.purpose,
        )
        for row in rows
    ]  # fmt: skip


def _roles(user: User) -> str:
    return ", ".join(sorted({str(role.name) for role, _at in roles_held(user)}))


def open_requests(municipalities: Iterable[Municipality]) -> list[RightsRequest]:
    """Return what waits for an answer, the first to be due first."""
    found = RightsRequest.objects.filter(municipality__in=list(municipalities), state="open")
    rows = list(found.select_related("person", "municipality").order_by("due_on", "pk"))
    unlock([row.person for row in rows])
    return rows


def requests_of(person: Person) -> list[RightsRequest]:
    """Return what a person has asked, the newest first."""
    found = RightsRequest.objects.filter(person__in=identities(person)).order_by("-asked_on", "-pk")
    rows = list(found)
    unlock(rows)
    return rows


def request(viewer: Viewer, pk: int) -> RightsRequest:
    """Return a request that the viewer answers, or asked. Raises NotFoundError for all others."""
    found = (
        RightsRequest.objects.select_related("person__municipality", "municipality", "asked_by")
        .filter(pk=pk)
        .first()
    )
    if found is None or not may(rules.check_answer_in, by=viewer, municipality=found.municipality):
        raise NotFoundError(_("There is no such request, or it is not yours to see."))
    unlock([found, found.person])
    return found


def holds_in(municipalities: Iterable[Municipality]) -> list[RetentionHold]:
    """Return what must stay today or later, the first to end first."""
    found = RetentionHold.objects.filter(
        municipality__in=list(municipalities), period__endswith__gt=timezone.localdate()
    )
    return list(found.select_related("municipality", "person").order_by("period__endswith", "pk"))


def hold(viewer: Viewer, pk: int) -> RetentionHold:
    """Return a hold of a municipality that the viewer answers for."""
    found = RetentionHold.objects.select_related("municipality").filter(pk=pk).first()
    if found is None or not may(rules.check_hold, by=viewer, municipality=found.municipality):
        raise NotFoundError(_("There is nothing of this number, or it is not yours to see."))
    return found


def representatives_of(person: Person, on: datetime.date | None = None) -> list[Representative]:
    """Return who stands by a person on a day, or later."""
    day = on or timezone.localdate()
    found = Representative.objects.filter(
        Q(period__endswith__isnull=True) | Q(period__endswith__gt=day),
        person__in=identities(person),
    )
    rows = list(found)
    unlock(rows)
    return rows


def consents_of(person: Person) -> list[Consent]:
    """Return what a person said yes to, those taken back too, the newest first."""
    found = Consent.objects.filter(person__in=identities(person))
    return list(found.select_related("text").order_by("-given_at", "-pk"))
