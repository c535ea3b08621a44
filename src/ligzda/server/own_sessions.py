"""Where somebody is signed in, and how they end it.

What is told of a session lies in the session itself – when and by which browser it began – and goes
with it: no table remembers where people were.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from ligzda.kernel.hashing import sha256
from ligzda.network.models import User

BEGAN = "ligzda.sign_in"
_BROWSERS = (
    ("Edge", r"Edg(?:e|A|iOS)?/"), ("Opera", r"OPR/"), ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"), ("Chrome", r"Chrome/|CriOS/"), ("Safari", r"Safari/"),
)  # fmt: skip
_SYSTEMS = (
    ("Android", r"Android"), ("iOS", r"iPhone|iPad"), ("Windows", r"Windows"),
    ("macOS", r"Mac OS X"), ("Linux", r"Linux|X11"),
)  # fmt: skip


@dataclass(frozen=True)
class OwnSession:
    """A browser in which somebody is signed in. `browser`: empty where it did not say."""

    name: str
    """Stands for the session's key, which would open the account, on the page."""
    browser: str
    since: datetime.datetime | None
    current: bool


def browser_of(request: HttpRequest) -> str:
    """Return what the browser says it is, without its version: “Firefox, Windows”."""
    said = request.headers.get("user-agent", "")[:400]
    found = [_first(kinds, said) for kinds in (_BROWSERS, _SYSTEMS)]
    return ", ".join(filter(None, found))


def begin(request: HttpRequest, user: User) -> bool:
    """Note in a new session how it began; return whether no other of theirs has this browser."""
    browser = browser_of(request)
    others = _live(user)
    key = request.session.session_key
    new = not any(data.get(BEGAN, {}).get("browser") == browser for pk, data in others if pk != key)
    request.session[BEGAN] = {"at": timezone.now().isoformat(), "browser": browser}
    return new


def sessions(request: HttpRequest, user: User) -> list[OwnSession]:
    """Return where they are signed in, this browser first, then the newest."""
    found = []
    for key, data in _live(user):
        began = data.get(BEGAN, {})
        at = began.get("at")
        found.append(
            OwnSession(
                name=_name(key),
                browser=began.get("browser", ""),
                since=datetime.datetime.fromisoformat(at) if at else None,
                current=key == request.session.session_key,
            )
        )
    found.sort(key=lambda row: row.since.timestamp() if row.since else 0, reverse=True)
    return sorted(found, key=lambda row: not row.current)


def end(request: HttpRequest, user: User, name: str | None = None) -> int:
    """End one of their other sessions, or all; return how many there were."""
    ended = [
        key
        for key, _data in _live(user)
        if key != request.session.session_key and name in (None, _name(key))
    ]
    Session.objects.filter(pk__in=ended).delete()
    return len(ended)


def _live(user: User) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield key and content of each session that still opens the account."""
    valid = user.get_session_auth_hash()
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        data = session.get_decoded()
        if data.get(SESSION_KEY) == str(user.pk) and data.get(HASH_SESSION_KEY) == valid:
            yield session.pk, data


def _name(key: str) -> str:
    return sha256(f"ligzda.session {key}")[:32]


def _first(kinds: tuple[tuple[str, str], ...], said: str) -> str:
    return next((name for name, pattern in kinds if re.search(pattern, said)), "")
