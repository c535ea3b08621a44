"""Confine each request to the rows of whom the person acts for (kernel/confined.py, ADR 0090)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ligzda.kernel.confined import EVERYWHERE, PERSON, SETTING, rows_of, set_back
from ligzda.network.roles import ROLES

_NETWORK = ", ".join(f"'{role.key}'" for role in ROLES if role.scope == "network")

# What `rules.roles_held` says, in the one statement that also sets it. Every request of somebody
# who is signed in carries it out, so it is planned once a connection.
_PREPARE = f"""
PREPARE ligzda_confine (bigint, date) AS
SELECT set_config(
    '{SETTING}',
    coalesce(
        CASE WHEN bool_or(held.role IN ({_NETWORK})) THEN '{EVERYWHERE}'
        ELSE string_agg(
            (SELECT municipality_id::text FROM network_partner WHERE id = held.partner_id), ','
        ) END,
        ''
    ),
    false
), set_config('{PERSON}', $1::text, false)
FROM network_membership held WHERE held.user_id = $1 AND (held.period @> $2) IS TRUE
"""
"""`IS TRUE`: looked up by the person, who has few roles, not by the period, which most hold."""

_prepared: "WeakSet[Any]" = WeakSet()
"""The connections that know the statement already."""


def set_municipalities(user: int) -> str:
    """Let the connection see the rows of whom somebody acts for today; return the setting."""
    with connection.cursor() as cursor:
        if connection.connection not in _prepared:
            cursor.execute(_PREPARE)
            _prepared.add(connection.connection)
        # A number and a day are their own literals: to bind them costs more than the statement.
        cursor.execute(f"EXECUTE ligzda_confine ({int(user)}, '{timezone.localdate()}')")
        return str(cursor.fetchone()[0])


@contextmanager
def rows_of_person(user: int) -> Iterator[None]:
    """Meet what somebody meets in a request of theirs today; afterwards what was met before.

    For a job, and for what is answered to nobody who is signed in, in the name of somebody.
    """
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
        try:
            set_municipalities(request.user.pk)
            return self.get_response(request)
        finally:
            set_back()
