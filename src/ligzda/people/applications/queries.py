"""Read side of applications: those of a municipality, one of them, the line, the counts."""

import datetime
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.models import Municipality
from ligzda.network.rules import Viewer
from ligzda.people import rules as people_rules
from ligzda.people.applications.line import ahead_of, line_of
from ligzda.people.applications.models import (
    Application,
    ApplicationAppeal,
    ApplicationDecision,
    ApplicationDocument,
)
from ligzda.people.applications.waiting_models import PlaceOffer, Skip, WaitingPlace
from ligzda.people.keys import OfPerson, unlock
from ligzda.people.person_models import Person
from ligzda.people.queries import identities
from ligzda.people.stays.models import Stay

Row = TypeVar("Row", bound=OfPerson)
PAGE = 50
State = Application.State


@dataclass(frozen=True)
class Counts:
    """How many in some time. Whoever entered signed a contract: no application is counted so."""

    applications: int
    accepted: int
    refused: int
    entered: int


@dataclass(frozen=True)
class Line:
    """Somebody's place in the line, from 1, and what is offered to them."""

    place: WaitingPlace
    position: int
    offer: PlaceOffer | None

    @property
    def ahead(self) -> int:
        """How many stand before them."""
        return self.position - 1


def counts(municipality: Municipality, begin: datetime.date, end: datetime.date) -> Counts:
    """Return what came and what became of it, from a day to the day before another."""
    days = {"received_on__gte": begin, "received_on__lt": end}
    received = Application.objects.filter(municipality=municipality, **days)
    made = ApplicationDecision.objects.filter(
        municipality=municipality, decided_on__gte=begin, decided_on__lt=end
    ).aggregate(
        accepted=Count("pk", filter=Q(outcome="accepted")),
        refused=Count("pk", filter=Q(outcome="refused")),
    )
    entered = Stay.objects.filter(
        municipality=municipality, contract_on__gte=begin, contract_on__lt=end
    )
    return Counts(received.count(), made["accepted"], made["refused"], entered.count())


def applications_of(
    municipality: Municipality, state: str, before: int | None = None
) -> list[Application]:
    """Return a page of applications: the open ones by the day they are due, others the newest."""
    missing = ApplicationDocument.objects.filter(application=OuterRef("pk"), seen_on=None)
    rows = Application.objects.filter(
        municipality=municipality, state=state, person__erased_at=None
    )
    rows = rows.select_related("person").annotate(waits=Exists(missing))
    if state == State.OPEN:
        rows = rows.order_by("due_on", "pk")[: 4 * PAGE]
    else:
        rows = rows.filter(pk__lt=before) if before else rows
        rows = rows.order_by("-pk")[:PAGE]
    found: list[Application] = list(rows)
    unlock([row.person for row in found])
    return found


def application(viewer: Viewer, pk: int) -> Application:
    """Return an application that somebody keeps or decides on. Raises NotFoundError for others."""
    rows = Application.objects.select_related("person", "municipality", "incubator", "recorded_by")
    found = rows.filter(pk=pk).first()
    if found is None or not any(
        may(check, by=viewer, municipality=found.municipality)
        for check in (people_rules.check_keep_people, people_rules.check_approve)
    ):
        raise NotFoundError(_("There is no such application, or it is not yours to see."))
    open_up(found)
    return found


def by_secret(secret_hash: str) -> Application | None:
    """Return the application that a private link leads to."""
    rows = Application.objects.select_related("person", "municipality", "incubator")
    found = rows.filter(secret_hash=secret_hash).first()
    if found is not None:
        open_up(found)
    return found


def open_up(row: Application) -> None:
    """Have the key at hand for an application and its person."""
    unlock([row, row.person])


def documents_of(row: Application) -> list[ApplicationDocument]:
    """Return the documents that were asked for."""
    return _unlocked(row.documents.all())


def decisions_of(row: Application) -> list[ApplicationDecision]:
    """Return the decisions on an application, the newest first, each with its appeals."""
    appeals = Prefetch("appeals", ApplicationAppeal.objects.order_by("pk"), to_attr="appealed")
    rows = row.decisions.select_related("written_by", "decided_by").prefetch_related(appeals)
    found: list[ApplicationDecision] = list(rows.order_by("-pk"))
    unlock(found)
    unlock([appeal for each in found for appeal in each.appealed])  # type: ignore[attr-defined]
    return found


def place_of(row: Application) -> Line | None:
    """Return where somebody stands in the line; None where they do not wait."""
    place = WaitingPlace.objects.select_related("incubator").filter(application=row).first()
    if place is None or place.closed:
        return None
    offer = PlaceOffer.objects.filter(waiting=place, answer="").first()
    return Line(place, ahead_of(place).count() + 1, offer)


def taken(row: Application) -> PlaceOffer | None:
    """Return the offer that somebody took: their contract can be signed."""
    return PlaceOffer.objects.filter(waiting__application=row, answer="taken").first()


def skips_of(row: Application) -> list[Skip]:
    """Return when and why somebody was passed over."""
    rows = Skip.objects.filter(waiting__application=row).select_related("offer")
    return _unlocked(rows.order_by("-pk"))


def line(incubator: Incubator) -> list[Line]:
    """Return who waits for a place, in their order, with what is offered."""
    rows = list(line_of(incubator).select_related("person", "application", "incubator"))
    offers = PlaceOffer.objects.filter(waiting__in=rows, answer="")
    offered = {each.waiting_id: each for each in offers}
    unlock([row.person for row in rows])
    return [Line(row, number, offered.get(row.pk)) for number, row in enumerate(rows, 1)]


def waiting_place(viewer: Viewer, pk: int) -> WaitingPlace:
    """Return a place in a line that somebody keeps. Raises NotFoundError for all others."""
    rows = WaitingPlace.objects.select_related("person", "municipality", "incubator", "application")
    found = rows.filter(pk=pk).first()
    if found is None or not may(
        people_rules.check_keep_people, by=viewer, municipality=found.municipality
    ):
        raise NotFoundError(_("There is no such place in the line, or it is not yours to see."))
    unlock([found.person])
    return found


def contract_ready(municipality: Municipality) -> list[PlaceOffer]:
    """Return the places that were taken and for which no contract is signed yet."""
    of_one = Q(person=OuterRef("person")) | Q(person=OuterRef("person__merged_into"))
    signed = Stay.objects.filter(of_one, contract_on__gte=OuterRef("offered_on"))
    rows = PlaceOffer.objects.filter(municipality=municipality, answer="taken")
    found = list(rows.filter(~Exists(signed)).select_related("person", "waiting__application"))
    unlock([row.person for row in found])
    return found


def applications_of_person(person: Person) -> list[Application]:
    """Return the applications of a person, the newest first."""
    rows = Application.objects.filter(person__in=identities(person))
    return list(rows.select_related("incubator", "person").order_by("-pk"))


def to_decide(municipality: Municipality) -> QuerySet[Application]:
    """Return the applications whose time for deciding runs."""
    return Application.objects.filter(
        municipality=municipality, state=State.OPEN, due_on__isnull=False, person__erased_at=None
    )


def title_of(municipality: Municipality) -> str:
    """Return how a municipality is called today, as a letter says it."""
    units = municipality.units.defer("geometry").order_by("-period__startswith")
    return str(units[0].title)


def incubator_of(municipality: Municipality) -> Incubator | None:
    """Return the incubator of a municipality."""
    return Incubator.objects.select_related("municipality").filter(
        municipality=municipality
    ).first()  # fmt: skip


def appeals_to_answer(municipality: Municipality) -> QuerySet[ApplicationAppeal]:
    """Return the appeals that wait for an answer."""
    return ApplicationAppeal.objects.filter(
        municipality=municipality, answered_on__isnull=True, person__erased_at=None
    )


def offers_open(municipality: Municipality) -> QuerySet[PlaceOffer]:
    """Return the offers that can still be answered."""
    return PlaceOffer.objects.filter(
        municipality=municipality, answer="", answer_until__gte=timezone.localdate()
    )


def _unlocked(rows: "QuerySet[Row]") -> "list[Row]":
    found = list(rows)
    unlock(found)
    return found
