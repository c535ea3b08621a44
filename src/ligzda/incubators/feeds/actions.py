"""Verbs of calendars: give out an address that nobody can guess, and take it back."""

import secrets

from django.db import transaction

from ligzda.incubators.feeds.rules import check_have_feed, check_revoke_feed
from ligzda.incubators.models import Feed, Incubator
from ligzda.kernel.hashing import sha256
from ligzda.network.audit import record
from ligzda.network.models import User

_BYTES = 24
"""192 bits: what is as long as that needs no slow hash."""


@transaction.atomic
def make_feed(*, by: User, incubator: Incubator | None = None) -> tuple[Feed, str]:
    """Make a calendar, or renew it, and return it with its token; it is shown this once.

    Whoever has the old address reads nothing any more.
    """
    check_have_feed(by=by, incubator=incubator)
    token = secrets.token_urlsafe(_BYTES)
    Feed.objects.filter(owner=by, incubator=incubator).delete()
    feed = Feed.objects.create(owner=by, incubator=incubator, token_hash=sha256(token))
    told = {"incubator": incubator and incubator.slug}
    record(by=by, action="feed.make", about=feed, after=told)
    return feed, token


@transaction.atomic
def revoke_feed(*, by: User, feed: Feed) -> None:
    """Answer under this address no more."""
    check_revoke_feed(by=by, feed=feed)
    told = {"incubator": feed.incubator and feed.incubator.slug}
    record(by=by, action="feed.revoke", about=feed, before=told, after=None)
    feed.delete()
