"""Forget what need not be known any more; docs/newsroom.md lists the periods."""

import datetime

from django.db import transaction
from django.utils import timezone

from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.newsroom import guard, rules
from ligzda.newsroom.models import Appeal, Ban, Comment, Notice, OriginSalt, Report, Transition
from ligzda.newsroom.states import State

KEPT_DAYS = 183
_LEFT = (State.REJECTED, State.REMOVED, State.CONFIRMED, State.WITHDRAWN)
_NOTHING = {"text": "", "html": "", "words": "", "name": "", "email": "", "person": ""}


@transaction.atomic
def forget() -> int:
    """Empty what its period has run out for; return how many comments lost their text.

    Salts and networks' pseudonyms after a week; words that left the page, appeals, notices and
    bans after six months. The bare steps stay, for the yearly figures.
    """
    now = timezone.now()
    week = now - datetime.timedelta(days=guard.SALT_DAYS)
    long_ago = now - datetime.timedelta(days=KEPT_DAYS)
    OriginSalt.objects.filter(day__lte=timezone.localdate(week)).delete()
    Comment.objects.filter(posted_at__lt=week).exclude(origin="").update(origin="")
    Report.objects.filter(at__lt=week).exclude(origin="").update(origin="")
    Appeal.objects.filter(decided_at__lt=long_ago).exclude(text="").update(text="")
    Notice.objects.filter(decided_at__lt=long_ago).update(name="", email="", explanation="")
    Ban.objects.filter(ends__lt=long_ago).update(person="", origin="")
    left = Comment.objects.filter(state__in=_LEFT).exclude(text="")
    recent = Transition.objects.filter(at__gte=long_ago).values("comment")
    old = list(left.exclude(pk__in=recent).values_list("pk", flat=True))
    Transition.objects.filter(comment__in=old).exclude(text_before="").update(text_before="")
    return Comment.objects.filter(pk__in=old).update(**_NOTHING)


@transaction.atomic
def erase_author(*, by: User, author: User) -> int:
    """Part a person's comments from the person: what was said stays, signed by nobody."""
    rules.check_moderate(by=by)
    comments = Comment.objects.filter(author=author)
    number = comments.update(name="–", email="", person="", origin="")
    record(by=by, action="erase author", about=author, after={"comments": number})
    return number
