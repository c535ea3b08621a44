"""Read side: people of one's municipalities, and one of them."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.models import Municipality
from ligzda.network.rules import Viewer
from ligzda.people import rules
from ligzda.people.keys import unlock
from ligzda.people.models import Person, Stay

PAGE = 50


def people_of(municipality: Municipality, before: int | None = None) -> list[Person]:
    """Return the newest people of a municipality, a page; `before`: those before this number.

    One query for them and one for their keys, at any size.
    """
    found = Person.objects.filter(municipality=municipality, merged_into__isnull=True)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.order_by("-pk")[:PAGE])
    unlock(rows)
    return rows


def numbered(here: Municipality, numbers: Sequence[int]) -> list[Person] | None:
    """Return the people of a municipality by number, in that order; None where one is not there."""
    rows = {row.pk: row for row in Person.objects.filter(municipality=here, pk__in=numbers)}
    unlock(rows.values())
    return [rows[pk] for pk in numbers] if len(rows) == len(numbers) else None


def person(viewer: Viewer, pk: int) -> Person:
    """Return a person that somebody may see. Raises NotFoundError for all others alike."""
    found = Person.objects.select_related("municipality").filter(pk=pk).first()
    if found is None or not may(rules.check_see_person, by=viewer, person=found):
        raise NotFoundError(_("There is no such record, or it is not yours to see."))
    return found


def identities(person: Person) -> QuerySet[Person]:
    """Return the records that are one person: this, and what was merged into it."""
    return Person.objects.filter(pk=person.pk) | Person.objects.filter(merged_into=person)


def stays_of(person: Person) -> list[Stay]:
    """Return the stays of a person that the viewer meets, the newest first."""
    found = Stay.objects.filter(person__in=identities(person))
    rows = list(found.select_related("incubator", "version__model").order_by("-period__startswith"))
    unlock(rows)
    return rows
