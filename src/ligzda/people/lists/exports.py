"""What leaves the room as a list: rows of each, and whose they are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from ligzda.kernel.tables.declaration import Row, Table
from ligzda.network.models import Municipality
from ligzda.people.applications import queries as applications
from ligzda.people.followups.codes import code_of
from ligzda.people.followups.queries import follow_ups_of
from ligzda.people.lists import tables
from ligzda.people.lists.people_import import people_there
from ligzda.people.lists.stays_import import stays_there
from ligzda.people.models import Application, Person


@dataclass(frozen=True)
class List:
    """A list of the room. Each row has `number` or `person`, by which its reading is noted."""

    table: Table
    rows: Callable[[Municipality], Iterable[Row]]


def _applications(municipality: Municipality) -> Iterable[Row]:
    rows = Application.objects.filter(municipality=municipality, person__erased_at=None)
    for row in rows.order_by("-pk"):
        yield {
            "application": str(row),
            "person": f"P-{row.person_id}",
            "sender": row.sender,
            "received_on": row.received_on,
            "due_on": row.due_on,
            "state": row.state,
        }


def _line(municipality: Municipality) -> Iterable[Row]:
    incubator = applications.incubator_of(municipality)
    for each in applications.line(incubator) if incubator else ():
        yield {
            "position": each.position,
            "application": str(each.place.application),
            "person": f"P-{each.place.person_id}",
            "since": timezone.localdate(each.place.lined_up_at),
            "offered_on": each.offer.offered_on if each.offer else None,
            "answer_until": each.offer.answer_until if each.offer else None,
        }


def _follow_ups(municipality: Municipality) -> Iterable[Row]:
    for each in follow_ups_of(municipality):
        yield {
            "code": code_of(each.stay.pk),
            "person": f"P-{each.stay.person_id}",
            "follow_up": each.wave.value,
            "week_begins": each.window.week_begins,
            "on_time_until": each.window.on_time_until,
            "state": each.state.value,
            "attempts": len(each.attempts),
            "next_try": each.next_try,
        }


LISTS: Mapping[str, List] = {
    each.table.slug: each
    for each in (
        List(tables.PEOPLE_OUT, people_there),
        List(tables.STAYS, lambda here: stays_there(here).values()),
        List(tables.APPLICATIONS, _applications),
        List(tables.LINE, _line),
        List(tables.FOLLOW_UPS, _follow_ups),
    )
}


def people_in(rows: Iterable[Row]) -> list[Person]:
    """Return who stands in the rows of a list."""
    numbers = {str(row.get("number") or row.get("person"))[2:] for row in rows}
    return list(Person.objects.filter(pk__in=[int(number) for number in numbers]))
