"""Keep a person from commenting for a time, and let them back."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.newsroom import guard, rules
from ligzda.newsroom.actions import letters
from ligzda.newsroom.actions.steps import locked
from ligzda.newsroom.models import Ban, Comment
from ligzda.newsroom.states import Ground
from ligzda.newsroom.text import worded

DAYS = (1, 7, 30, 180)
OBJECTION_LIMIT = 2000


@transaction.atomic
def ban(
    *,
    by: User,
    comment: Comment,
    days: int,
    only_article: bool,
    ground: str,
    statement: str,
) -> Ban:
    """Ban the author of `comment`: their account, or a guest's address and network."""
    comment = locked(comment.pk)  # two moderators at the same moment ban once
    rules.check_ban(by=by, comment=comment)
    statement = worded(statement)
    if days not in DAYS or ground not in Ground.values or not statement:
        raise BadDataError(_("A ban needs an end, the rule it rests on, and the reasons."))
    known_by_network = comment.author_id is None and not comment.person
    if known_by_network and not comment.origin:
        raise WrongStateError(
            _("Nothing is known any more by which this guest could be recognised.")
        )
    if known_by_network:
        days = min(days, guard.SALT_DAYS)
    now = timezone.now()
    made = Ban.objects.create(
        user=comment.author,
        person=comment.person,
        # A guest's network as well: an address field is left empty easily. It is recognised for as
        # long as its salt is kept, a week at most.
        origin="" if comment.author_id else comment.origin,
        comment=comment,
        article=comment.article if only_article else None,
        begins=now,
        ends=now + datetime.timedelta(days=days),
        ground=ground,
        statement=statement,
        by=by,
    )
    record(
        by=by,
        action="ban",
        about=made,
        after={
            "comment": comment.pk,
            "days": days,
            "ground": ground,
            "everywhere": not only_article,
        },
    )
    _tell_banned(made)
    return made


@transaction.atomic
def lift_ban(*, by: User, row: Ban) -> Ban:
    """End a ban before its time."""
    rules.check_moderate(by=by)
    row = _locked(row)
    if row.objected_at is not None and row.answered_at is None:
        raise WrongStateError(_("An objection to this ban waits for an answer: write it there."))
    _lift(by, row)
    _tell_banned(row)
    return row


@transaction.atomic
def object_to_ban(*, row: Ban, mine: bool, text: str) -> Ban:
    """Ask for a second look at a ban, once, while it lasts."""
    row = _locked(row)
    rules.check_object(ban=row, mine=mine)
    text = worded(text)
    if not text or len(text) > OBJECTION_LIMIT:
        raise BadDataError(_("Say in up to 2,000 characters why the decision is wrong."))
    row.objected_at, row.objection = timezone.now(), text
    row.save()
    return row


@transaction.atomic
def answer_objection(*, by: User, row: Ban, lift: bool, answer: str) -> Ban:
    """Answer an objection: lift the ban, or let it stand; with reasons in both cases."""
    row = _locked(row)
    rules.check_answer_objection(by=by, ban=row)
    answer = worded(answer)
    if not answer:
        raise BadDataError(_("The author waits for an answer to the objection: write one."))
    row.answered_at, row.answered_by, row.answer = timezone.now(), by, answer
    if lift:
        _lift(by, row)
    else:
        row.save()
    record(by=by, action="answer objection", about=row, after={"lifted": lift})
    _tell_banned(row)
    return row


def _locked(row: Ban) -> Ban:
    return Ban.objects.select_for_update(of=("self",)).select_related("comment").get(pk=row.pk)


def _check_in_force(row: Ban) -> None:
    if not row.in_force:
        raise WrongStateError(_("This ban is over already."))


def _lift(by: User, row: Ban) -> None:
    _check_in_force(row)
    row.lifted_at, row.lifted_by = timezone.now(), by
    row.save()
    record(by=by, action="lift ban", about=row, before={"lifted": False}, after={"lifted": True})


def _tell_banned(row: Ban) -> None:
    comment = row.comment
    if comment is not None and (comment.email or comment.author_id):
        letters.owe(ban=row)
