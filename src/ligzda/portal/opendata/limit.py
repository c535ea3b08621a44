"""How often a network may ask. Its address is never stored: a hash under a minute's secret is.

The counts and the secret live in the process and are thrown away together when the minute is over
(ADR 0043).
"""

import secrets
import time
from collections import Counter
from threading import Lock

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from ligzda.kernel.client import network
from ligzda.kernel.hashing import keyed


class PerNetwork(BaseThrottle):
    """So many requests a minute from one network (/24, or /48 of IPv6), in each process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._minute = -1
        self._secret = b""
        self._counts: Counter[str] = Counter()

    def allow_request(self, request: HttpRequest) -> bool:
        """Count the request; return whether it is within the limit."""
        minute = int(time.time() // 60)
        with self._lock:
            if minute != self._minute:
                self._minute, self._secret = minute, secrets.token_bytes(32)
                self._counts.clear()
            who = keyed(self._secret, network(request))
            self._counts[who] += 1
            return self._counts[who] <= int(settings.API_PER_MINUTE)

    def wait(self) -> float:
        """Return the seconds until the next minute begins."""
        return 60 - time.time() % 60
