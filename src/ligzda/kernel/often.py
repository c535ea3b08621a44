"""How often a network may ask for one thing in a minute, counted for all processes together."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from ligzda.kernel.client import network
from ligzda.kernel.hashing import keyed


def too_often(request: HttpRequest, what: str, most: int) -> bool:
    """Count a request; return whether its network has asked more than `most` times this minute.

    The network's address is not kept: a keyed hash of it is, for a minute.
    """
    minute = f"{timezone.now():%Y-%m-%dT%H:%M}"
    key = f"{what}:{keyed(settings.SECRET_KEY.encode(), f'{minute} {network(request)}')}"
    cache.add(key, 0, 60)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ended between the two
        return False
