"""To which target groups somebody belongs, for rules of rooms below that treat groups apart."""

from django.utils import timezone

from ligzda.network.models import User
from ligzda.people.applications.eligibility import listed_on
from ligzda.people.models import Application
from ligzda.people.own.queries import record_of
from ligzda.people.queries import identities


def named_today() -> dict[str, str]:
    """Return the groups of today's list in the active language, code → name."""
    return {row.code: str(row.name) for row in listed_on(timezone.localdate())}


def groups_of(user: User) -> frozenset[str]:
    """Return the groups of somebody's last accepted application; none without a record of theirs.

    What a group tells of somebody stays sealed: who asks gets codes to compare, and shows none.
    """
    person = record_of(user)
    if person is None:
        return frozenset()
    rows = Application.objects.filter(
        person__in=identities(person), state=Application.State.ACCEPTED
    )
    found = rows.select_related("person").order_by("received_on", "pk").last()
    return frozenset(found.group_codes) if found else frozenset()
