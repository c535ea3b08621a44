"""Confine each request to the rows of whom the person acts for (kernel/confined.py, ADR 0090)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ligzda.kernel.confined import EVERYWHERE, PERSON, SETTING, rows_of, set_back
from ligzda.network.roles import ROLES

_NETWORK = [role.key for role in ROLES if role.scope == "network"]

# What `rules.roles_held` says, in the one statement that also sets it: a request pays for one way
# to the database instead of two.
_SET = f"""
SELECT set_config(
    '{SETTING}',
    coalesce(
        CASE WHEN bool_or(held.role = ANY (%s)) THEN '{EVERYWHERE}'
        ELSE string_agg(partner.municipality_id::text, ',') END,
        ''
    ),
    false
), set_config('{PERSON}', %s, false)
FROM network_membership held JOIN network_partner partner ON partner.id = held.partner_id
WHERE held.user_id = %s AND held.period @> %s::date
"""


def set_municipalities(user: int) -> str:
    """Let the connection see the rows of whom somebody acts for today; return the setting."""
    with connection.cursor() as cursor:
        cursor.execute(_SET, [_NETWORK, str(user), user, timezone.localdate()])
        return str(cursor.fetchone()[0])


@contextmanager
def rows_of_person(user: int) -> Iterator[None]:
    """Meet in a job what somebody meets in a request of theirs today; then what was met before."""
    with rows_of(()):
        set_municipalities(user)
        yield


class ConfinedMiddleware:
    """Whoever is not signed in meets no confined row, and costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set whose rows the request may meet, and set it back whatever becomes of it."""
        if request.user.pk is None:
            return self.get_response(request)
        set_municipalities(request.user.pk)
        try:
            return self.get_response(request)
        finally:
            set_back()
