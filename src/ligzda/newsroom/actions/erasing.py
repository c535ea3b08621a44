"""Forget what need not be known any more; docs/newsroom.md lists the periods."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone
from wagtail.admin.models import FormState
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from ligzda.network.models import User
from ligzda.newsroom import guard, rules
from ligzda.newsroom.actions.steps import locked, move
from ligzda.newsroom.models import Appeal, Ban, Comment, Notice, OriginSalt, Report, Transition
from ligzda.newsroom.states import PUBLIC, State, Step

KEPT_DAYS = 183
UNDECIDED_DAYS = 366
"""A notice or complaint that nobody has decided for so long tells no more who sent it."""
ERASED = "erased-"
"""How network.actions.erase_user begins the address it leaves in the place of a person's own."""
_LEFT = (State.REJECTED, State.REMOVED, State.CONFIRMED, State.WITHDRAWN)
_NOTHING = {"text": "", "html": "", "words": "", "name": "", "email": "", "person": ""}


@transaction.atomic
def forget() -> int:
    """Empty what its period has run out for; return how many comments lost their text.

    Salts and networks' pseudonyms after a week; words that left the page, guests' addresses,
    reports, appeals, notices and bans after six months, what nobody decided after a year; the name
    of whoever was erased from the network. The bare steps stay, for the yearly figures.
    """
    now = timezone.now()
    week = now - datetime.timedelta(days=guard.SALT_DAYS)
    long_ago = now - datetime.timedelta(days=KEPT_DAYS)
    OriginSalt.objects.filter(day__lte=timezone.localdate(week)).delete()
    Comment.objects.filter(posted_at__lt=week).exclude(origin="").update(origin="")
    for model in (Report, Notice):
        model.objects.filter(at__lt=week).exclude(origin="").update(origin="")
    Ban.objects.filter(begins__lt=week).exclude(origin="").update(origin="")
    Report.objects.filter(at__lt=long_ago).exclude(note="").update(note="")
    never = now - datetime.timedelta(days=UNDECIDED_DAYS)
    over = Q(decided_at__lt=long_ago) | Q(decided_at__isnull=True, at__lt=never)
    Appeal.objects.filter(over).exclude(text="").update(text="")
    Notice.objects.filter(over).update(name="", email="", explanation="", receipt=None)
    # By then a guest hears of a decision by the receipt code alone.
    Comment.objects.filter(posted_at__lt=long_ago).exclude(email="").update(email="")
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


@transaction.atomic
def erase_own(*, comment: Comment, mine: bool) -> Comment:
    """Erase at once what a guest wrote and left with it; what is shown is withdrawn first.

    Stay the bare steps, and a ban that is in force. No letter confirms it: a job that sent it would
    keep the address that is to go.
    """
    comment = locked(comment.pk)
    rules.check_erase_own(comment=comment, mine=mine)
    if comment.state in (*PUBLIC, State.HELD):
        author = Transition.Who.AUTHOR
        move(comment, Step.WITHDRAW, State.WITHDRAWN, who=author, at=timezone.now())
    Transition.objects.filter(comment=comment).exclude(text_before="").update(text_before="")
    Appeal.objects.filter(comment=comment).update(text="")
    receipt = f"forgotten {comment.pk}"
    Comment.objects.filter(pk=comment.pk).update(**_NOTHING, origin="", receipt=receipt)
    comment.refresh_from_db()
    return comment


def forget_person(user: User) -> None:
    """Empty at once what the newsroom, and Wagtail in it, keep of somebody who was erased."""
    _part_from_erased()
    theirs = Comment.objects.filter(author=user)
    Transition.objects.filter(comment__in=theirs).exclude(text_before="").update(text_before="")
    Report.objects.filter(by=user).exclude(note="").update(note="")
    for profile in UserProfile.objects.filter(user=user):
        profile.avatar.delete(save=False)
        profile.delete()
    FormState.objects.filter(user=user).delete()
    kind = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.filter(content_type=kind, object_id=str(user.pk)).update(
        label="", data={}
    )


def _part_from_erased() -> None:
    """What somebody said stays; signed by nobody once the network has erased the person."""
    gone = Comment.objects.filter(author__is_active=False, author__email__startswith=ERASED)
    gone.exclude(name="–").update(name="–", email="", person="", origin="")
