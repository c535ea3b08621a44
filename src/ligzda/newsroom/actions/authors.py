"""What the author of a comment may still do with it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.models import User
from ligzda.newsroom import rules
from ligzda.newsroom.actions.posting import Writer, check_ban, judged, words_hash
from ligzda.newsroom.actions.steps import locked, move
from ligzda.newsroom.models import Appeal, Comment, Transition
from ligzda.newsroom.states import State, Step
from ligzda.newsroom.text import render_plain, render_rich, trimmed, worded

APPEAL_LIMIT = 2000


@transaction.atomic
def edit(*, comment: Comment, mine: bool, by: User | None, text: str) -> Comment:
    """Change the text within fifteen minutes; a text that wants a look goes to review.

    Raises CommentRefusedError with the rules the new text breaks.
    """
    comment = locked(comment.pk)
    rules.check_edit(comment=comment, mine=mine)
    known = Writer(user=comment.author, email=comment.email, origins=[comment.origin])
    check_ban(writer=known, article=comment.article)
    held = judged(
        text=text, registered=comment.author_id is not None, how=rules.mode(comment.article)
    )
    text = trimmed(text)
    if text == comment.text:
        return comment
    now = max(timezone.now(), comment.posted_at)  # the clock may have been set back since
    held = list(dict.fromkeys([*(comment.held_for if comment.state == State.HELD else []), *held]))
    move(
        comment,
        Step.EDIT,
        State.HELD if held else State.SHOWN,
        who=Transition.Who.AUTHOR,
        by=by,
        at=now,
        detected_by_machine=bool(held),
        text_before=comment.text,
        row={
            "text": text,
            "html": render_rich(text) if comment.author_id else render_plain(text),
            "words": words_hash(text),
            "held_for": held,
            "edited_at": now,
            "seen_at": None,
        },
    )
    return comment


@transaction.atomic
def withdraw(*, comment: Comment, mine: bool, by: User | None) -> Comment:
    """Take the comment back, for ten minutes not for good; answers to it stay."""
    comment = locked(comment.pk)
    rules.check_withdraw(comment=comment, mine=mine)
    move(
        comment, Step.WITHDRAW, State.WITHDRAWN, who=Transition.Who.AUTHOR, by=by, at=timezone.now()
    )
    return comment


@transaction.atomic
def undo_withdrawal(*, comment: Comment, mine: bool, by: User | None) -> Comment:
    """Put the comment back where it was, as it was: what waited for a moderator waits again.

    Raises WrongStateError, and CommentRefusedError where its author may not comment by now.
    """
    comment = locked(comment.pk)
    rules.check_undo_withdrawal(comment=comment, mine=mine)
    withdrawn = rules.withdrawal(comment)
    assert withdrawn is not None  # the rule has seen it
    known = Writer(user=comment.author, email=comment.email, origins=[comment.origin])
    check_ban(writer=known, article=comment.article)
    move(
        comment,
        Step.RETURN,
        State(withdrawn.before),
        who=Transition.Who.AUTHOR,
        by=by,
        at=timezone.now(),
    )
    return comment


@transaction.atomic
def appeal(*, comment: Comment, mine: bool, by: User | None, text: str) -> Appeal:
    """Ask for a second look at a removal, once."""
    comment = locked(comment.pk)
    rules.check_appeal(comment=comment, mine=mine)
    text = worded(text)
    if not text or len(text) > APPEAL_LIMIT:
        raise BadDataError(_("Say in up to 2,000 characters why the decision is wrong."))
    now = timezone.now()
    move(comment, Step.APPEAL, State.APPEALED, who=Transition.Who.AUTHOR, by=by, at=now)
    return Appeal.objects.create(comment=comment, at=now, text=text)
