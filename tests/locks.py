"""What is only added cannot be locked: `FOR UPDATE` asks for a right that the serving role lacks.

Tests act as the owner of the tables, who has it. So every lock that a test takes is looked at.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django.db.backends.signals import connection_created

TABLES = re.compile(r'\b(?:FROM|JOIN) "(\w+)"')
NAMES = re.compile(r'"(\w+)"')


class LockedForNothingError(AssertionError):
    """A lock that the house in service is refused."""


@cache
def only_added() -> frozenset[str]:
    """Return the tables whose rows the serving role may not change."""
    from ligzda.server import privileges

    return frozenset(table for table, kept in privileges.only_added() if "UPDATE" in kept)


def look(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
    """Carry a statement out, unless it locks what cannot be locked."""
    asked, lock, of = str(sql).partition(" FOR UPDATE")
    if lock:
        locked = set(NAMES.findall(of) or TABLES.findall(asked))
        if refused := locked & only_added():
            raise LockedForNothingError(f"{', '.join(sorted(refused))}: {sql}")
    return execute(sql, params, many, context)


def watch() -> None:
    """Look at what every connection of this process carries out."""

    def begin(connection: Any, **_more: object) -> None:
        if look not in connection.execute_wrappers:
            # Before all others: who adds a wrapper for a while takes the last one off again.
            connection.execute_wrappers.insert(0, look)

    connection_created.connect(begin, weak=False, dispatch_uid="tests.locks")
