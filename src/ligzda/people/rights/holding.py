"""Which holds bind a record on a day."""

import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from ligzda.people.models import Person, RetentionHold
from ligzda.people.queries import identities


def in_force(person: Person, on: datetime.date | None = None) -> QuerySet[RetentionHold]:
    """Return the holds of a person and of their whole municipality, the last to end first."""
    day = on or timezone.localdate()
    found = RetentionHold.objects.filter(
        Q(person__in=identities(person))
        | Q(person__isnull=True, municipality=person.municipality_id),
        period__contains=day,
    )
    return found.order_by("-period__endswith", "pk")
