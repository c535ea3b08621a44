"""One after the other: what counts first and writes then, must not be done by two at once."""

from django.db import connection


def take_turn(key: str) -> None:
    """Wait until nobody else has a turn under this key; it is given back with the transaction.

    Only inside a transaction. Who takes several takes them in the same order everywhere.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a turn is given back with its transaction; there is none")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
