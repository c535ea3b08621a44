"""Forget what need not be known any more; docs/newsroom.md lists the periods."""

import datetime

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils import timezone

from ligzda.newsroom import guard
from ligzda.newsroom.models import Appeal, Ban, Comment, Notice, OriginSalt, Report, Transition
from ligzda.newsroom.states import State

KEPT_DAYS = 183
ERASED = "erased-"
"""How network.actions.erase_user begins the address it leaves in the place of a person's own."""
_LEFT = (State.REJECTED, State.REMOVED, State.CONFIRMED, State.WITHDRAWN)
_NOTHING = {"text": "", "html": "", "words": "", "name": "", "email": "", "person": ""}


@transaction.atomic
def forget() -> int:
    """Empty what its period has run out for; return how many comments lost their text.

    Salts and networks' pseudonyms after a week; words that left the page, reports, appeals,
    notices and bans after six months; the name of whoever was erased from the network. The bare
    steps stay, for the yearly figures.
    """
    now = timezone.now()
    week = now - datetime.timedelta(days=guard.SALT_DAYS)
    long_ago = now - datetime.timedelta(days=KEPT_DAYS)
    OriginSalt.objects.filter(day__lte=timezone.localdate(week)).delete()
    Comment.objects.filter(posted_at__lt=week).exclude(origin="").update(origin="")
    for model in (Report, Notice):
        model.objects.filter(at__lt=week).exclude(origin="").update(origin="")
    Report.objects.filter(at__lt=long_ago).exclude(note="").update(note="")
    Appeal.objects.filter(decided_at__lt=long_ago).exclude(text="").update(text="")
    Notice.objects.filter(decided_at__lt=long_ago).update(
        name="", email="", explanation="", receipt=None
    )
    Ban.objects.filter(ends__lt=long_ago).update(person="", origin="", objection="")
    _part_from_erased()
    return _empty_what_left(long_ago)


def _empty_what_left(long_ago: datetime.datetime) -> int:
    left = Comment.objects.filter(state__in=_LEFT).exclude(text="")
    recent = Transition.objects.filter(at__gte=long_ago).values("comment")
    old = list(left.exclude(pk__in=recent).values_list("pk", flat=True))
    Transition.objects.filter(comment__in=old).exclude(text_before="").update(text_before="")
    # A guest's row must have a receipt; a number of no code opens nothing.
    Comment.objects.filter(pk__in=old, receipt__isnull=False).update(
        receipt=Concat(Value("forgotten "), F("pk"))
    )
    return Comment.objects.filter(pk__in=old).update(**_NOTHING)


def _part_from_erased() -> None:
    """What somebody said stays; signed by nobody once the network has erased the person."""
    gone = Comment.objects.filter(author__is_active=False, author__email__startswith=ERASED)
    gone.exclude(name="–").update(name="–", email="", person="", origin="")
