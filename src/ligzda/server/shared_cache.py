"""The cache that all processes share: Django's own in the database, whose counts never race.

What it counts are tries of sign-in and what one network sends (ADR 0075). It lies where a dump
takes it, so its keys tell no address.
"""

from typing import Any

from django.conf import settings
from django.core.cache.backends.db import DatabaseCache
from django.db import transaction

from ligzda.kernel.hashing import keyed
from ligzda.kernel.turns import take_turn


class SharedCache(DatabaseCache):
    """Django's reads a number, then writes it: of two processes at once one would be forgotten."""

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Add to a number; raise ValueError where there is none."""
        with transaction.atomic():
            take_turn(self.make_and_validate_key(key, version=version))
            return super().incr(key, delta, version)


def pseudonym(key: str, prefix: str, version: int) -> str:
    """Return the key under the installation's secret; allauth's names network and account."""
    return keyed(f"ligzda.cache:{settings.SECRET_KEY}".encode(), f"{prefix}:{version}:{key}")
