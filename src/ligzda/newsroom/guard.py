"""What keeps a comment box usable: pseudonyms, proof of work, receipts. No address is ever stored.

A network's address becomes an HMAC under the day's salt; the salts are deleted after a week, and
with them every way back (ADR 0052).
"""

import base64
import datetime
import json
import secrets
import unicodedata
import uuid

from altcha import v1 as altcha
from django.conf import settings
from django.core import signing
from django.core.cache import caches
from django.http import HttpRequest
from django.utils import timezone

from ligzda.kernel import often
from ligzda.kernel.client import network
from ligzda.kernel.hashing import keyed, sha256
from ligzda.newsroom.models import Comment, OriginSalt

SALT_DAYS = 7
WORK = 30_000
"""Hashes a browser does on average twice over; a quarter of a second on a phone of 2020."""
WORK_MINUTES = 120
_WAY = "ligzda.newsroom.way"
_OF_HASH = 16
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: no i, l, o, u


def origin(request: HttpRequest) -> str:
    """Return today's pseudonym of the network the request came from (/24, or /48 of IPv6)."""
    return keyed(_salt(timezone.localdate()), network(request))


def origins(request: HttpRequest) -> list[str]:
    """Return the pseudonyms of that network under every salt still kept, for bans."""
    here = network(request)
    return [keyed(salt, here) for salt in _kept_salts(timezone.localdate())]


def too_often(request: HttpRequest) -> bool:
    """Count what a network sends in a minute, refused or not; return whether it is too much.

    Asked before any rule reads the text. Ten times what may be published in a minute.
    """
    return often.too_often(request, "newsroom-sent", 10 * settings.NEWSROOM_COMMENTS_PER_MINUTE)


def person(email: str) -> str:
    """Return the pseudonym of a person's address, the same however it is dressed.

    Case, dots and "+tag" before the @ do not make another person: a ban must not be evaded by
    them. Where two people differ by a dot only, the second is told how to object.
    """
    address = unicodedata.normalize("NFKC", email).strip().casefold()
    if "@" not in address:
        return ""
    local, _at, domain = address.rpartition("@")
    local = local.split("+")[0].replace(".", "")
    domain = domain.rstrip(".")
    domain = {"googlemail.com": "gmail.com"}.get(domain, domain)
    return _keyed("person", f"{local}@{domain}")


def challenge() -> str:
    """Return a puzzle for the browser, as JSON; signed, so that nothing need be kept."""
    made = altcha.create_challenge(
        algorithm="SHA-256",
        max_number=WORK,
        salt_length=12,
        hmac_key=_keyed("work", ""),
        salt="",
        number=None,
        expires=timezone.now() + datetime.timedelta(minutes=WORK_MINUTES),
        params=None,
    )
    return json.dumps(
        {
            "algorithm": made.algorithm,
            "challenge": made.challenge,
            "maxnumber": made.max_number,
            "salt": made.salt,
            "signature": made.signature,
        }
    )


def solved(solution: str) -> str:
    """Return the puzzle that was solved rightly and in time, else an empty text.

    The puzzle's own text then numbers the comment, so that work counts for one comment only.
    """
    if not solution or len(solution) > 1000:
        return ""
    try:
        payload = json.loads(base64.b64decode(solution, validate=True))
        right, _why = altcha.verify_solution(payload, _keyed("work", ""), check_expires=True)
        return str(payload["challenge"]) if right else ""
    except (ValueError, TypeError, AttributeError, KeyError):
        return ""


def form_number(puzzle: str, given: str) -> uuid.UUID:
    """Return the number of a form: a second sending of the same form has the same."""
    if puzzle:
        return uuid.uuid5(uuid.NAMESPACE_OID, puzzle)
    try:
        return uuid.UUID(given)
    except ValueError:
        return uuid.uuid4()


def new_receipt() -> str:
    """Return a secret code for a guest: 100 bits, in groups that can be read out."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(20))
    return "-".join(letters[i : i + 5] for i in range(0, 20, 5))


def receipt_hash(code: str) -> str:
    """Return what is stored of a code. Its 100 random bits need no slow hash."""
    read = code.strip().lower().translate(str.maketrans("ilo", "110"))
    bare = "".join(char for char in read if char in _ALPHABET)
    return sha256(f"receipt {bare}")


def way(comment: Comment) -> str:
    """Return what in a letter opens a guest's comment. It ends where the receipt code ends."""
    return signing.dumps([comment.pk, str(comment.receipt)[:_OF_HASH]], salt=_WAY)


def by_way(given: str) -> Comment | None:
    """Return the guest's comment that a letter leads to; None where it leads nowhere (any more)."""
    try:
        pk, begins = signing.loads(given, salt=_WAY)
    except (signing.BadSignature, ValueError):
        return None
    return Comment.objects.filter(pk=pk, receipt__startswith=begins, author=None).first()


def _salt(day: datetime.date) -> bytes:
    key = f"newsroom-salt-{day}"
    salt = caches["process"].get(key)
    if salt is None:
        row, _made = OriginSalt.objects.get_or_create(
            day=day, defaults={"salt": secrets.token_bytes(32)}
        )
        salt = bytes(row.salt)
        caches["process"].set(key, salt, 3600)
    return bytes(salt)


def _kept_salts(day: datetime.date) -> list[bytes]:
    key = f"newsroom-salts-{day}"
    salts: list[bytes] | None = caches["process"].get(key)
    if salts is None:
        first = day - datetime.timedelta(days=SALT_DAYS)
        rows = OriginSalt.objects.filter(day__gt=first).values_list("salt", flat=True)
        salts = [bytes(salt) for salt in rows]
        caches["process"].set(key, salts, 600)
    return salts


def _keyed(purpose: str, value: str) -> str:
    return keyed(f"ligzda.newsroom.{purpose}:{settings.SECRET_KEY}".encode(), value)
