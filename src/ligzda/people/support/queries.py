"""Read side of the log of support."""

import datetime
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.models import Municipality
from ligzda.network.rules import Viewer
from ligzda.people.keys import unlock
from ligzda.people.models import Delivery, Person
from ligzda.people.queries import identities
from ligzda.people.support import rules
from ligzda.people.support.services import UNITS, services

SHOWN = 20
OWN_PREFIX = "D-"
OWN = re.compile(rf"{OWN_PREFIX}[1-9]\d{{0,17}}")


@dataclass(frozen=True)
class Amount:
    """How much of a service somebody was given."""

    name: str
    amount: float
    unit: str
    no_shows: int


def deliveries_of(person: Person) -> list[Delivery]:
    """Return the newest rows of a person's log, with their notes."""
    found = Delivery.objects.filter(person__in=identities(person)).select_related("municipality")
    rows = list(found.order_by("-day", "-pk")[:SHOWN])
    unlock(rows)
    return rows


def sums_of(person: Person) -> list[Amount]:
    """Return what a person was given, by service in the order of the dictionary."""
    rows = {
        row["service"]: row
        for row in Delivery.objects.filter(person__in=identities(person))
        .values("service")
        .annotate(
            minutes=Sum("minutes"),
            times=Count("pk", filter=Q(no_show=False)),
            missed=Count("pk", filter=Q(no_show=True)),
        )
        .order_by()
    }
    return [
        Amount(
            each.name,
            each.units(row["minutes"], row["times"]),
            str(UNITS[each.unit]),
            row["missed"],
        )
        for code, each in services().items()
        if (row := rows.get(code))
    ]


def delivery(viewer: Viewer, pk: int) -> Delivery:
    """Return a row that the viewer may take back. Raises NotFoundError."""
    row = Delivery.objects.select_related("municipality", "person").filter(pk=pk).first()
    if row is None or not may(rules.check_correct, by=viewer, delivery=row):
        raise NotFoundError(_("There is no such row, or it is not yours to take back."))
    return row


def key_of(row: Delivery) -> str:
    """Return what names a row in files."""
    return row.reference or f"{OWN_PREFIX}{row.pk}"


def by_key(municipality: Municipality, keys: Collection[str]) -> dict[str, Delivery]:
    """Return the rows of a municipality that files name so."""
    own = [int(key[len(OWN_PREFIX) :]) for key in keys if OWN.fullmatch(key)]
    found = Delivery.objects.filter(municipality=municipality).filter(
        Q(reference__in=[key for key in keys if key]) | Q(pk__in=own, reference="")
    )
    return {key_of(row): row for row in found}


def table_rows(
    municipality: Municipality, since: datetime.date | None = None
) -> Iterator[dict[str, Any]]:
    """Give a municipality's log as rows of `support.tables.SUPPORT`, by day.

    A row that came by no list is named by its own number (OWN_PREFIX), which no list may use.
    """
    rows = Delivery.objects.filter(municipality=municipality).defer("note")
    if since is not None:
        rows = rows.filter(day__gte=since)
    for row in rows.order_by("day", "pk").iterator():
        yield {
            "reference": key_of(row),
            "person": f"P-{row.person_id}",
            "day": row.day,
            "service": row.service,
            "minutes": row.minutes,
            "mode": row.mode,
            "planned": row.planned,
            "no_show": row.no_show,
        }
