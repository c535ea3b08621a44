"""Moderators' decisions: claim, decide, undo; open and close discussions."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.newsroom import rules
from ligzda.newsroom.actions import letters
from ligzda.newsroom.actions.steps import locked, move
from ligzda.newsroom.models import Appeal, Article, Comment, Discussion, Notice, Transition
from ligzda.newsroom.states import RESTRICTIONS, TABLE, Ground, State, Step
from ligzda.newsroom.text import worded

CLAIM_MINUTES = 10
_AFTER = {
    Step.RELEASE: State.SHOWN,
    Step.REJECT: State.REJECTED,
    Step.KEEP: State.SHOWN,
    Step.REMOVE: State.REMOVED,
    Step.RESTORE: State.SHOWN,
    Step.CONFIRM: State.CONFIRMED,
}


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What a moderator decides: a step; for a restriction its ground, and why in words."""

    step: Step
    ground: str = ""
    statement: str = ""


def waiting() -> Q:
    """Return what waits for a decision: held, reported, appealed."""
    return Q(state__in=[State.HELD, State.REPORTED, State.APPEALED])


def unseen() -> Q:
    """Return what is shown already and nobody has looked at."""
    return Q(state=State.SHOWN, seen_at__isnull=True)


@transaction.atomic
def claim_next(*, by: User, after: int = 0) -> Comment | None:
    """Give the moderator the oldest waiting comment that nobody else has in hand.

    SKIP LOCKED: two moderators asking at the same moment get two comments.
    """
    rules.check_moderate(by=by)
    now = timezone.now()
    free = Q(claimed_by__isnull=True) | Q(claimed_until__lt=now) | Q(claimed_by=by)
    row = (
        Comment.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(waiting(), free, pk__gt=after)
        .order_by("posted_at", "pk")
        .first()
    )
    if row is not None:
        claim(row, by, now)
    return row


def claim(comment: Comment, by: User, now: datetime.datetime) -> None:
    """Keep others' hands off the comment for ten minutes."""
    until = now + datetime.timedelta(minutes=CLAIM_MINUTES)
    Comment.objects.filter(pk=comment.pk).update(claimed_by=by, claimed_until=until)


@transaction.atomic
def decide(*, by: User, comment: Comment, version: int, decision: Decision) -> Transition:
    """Decide about the comment as the moderator saw it (`version`).

    Raises WrongStateError where somebody was faster, BadDataError for a restriction without
    ground or reasons.
    """
    rules.check_moderate(by=by)
    comment = locked(comment.pk)
    rules.check_not_own(by=by, comment=comment)
    now = timezone.now()
    step = decision.step
    if step in (Step.RESTORE, Step.CONFIRM):
        rules.check_decide_appeal(by=by, comment=comment)
    if comment.version != version:
        raise WrongStateError(
            _("This comment has changed or was decided meanwhile; look at it again.")
        )
    if comment.claimed_by_id not in (None, by.pk) and (comment.claimed_until or now) > now:
        raise WrongStateError(_("Another moderator has this comment in hand right now."))
    if step not in _AFTER or (comment.state, _AFTER[step]) not in TABLE[step]:
        raise WrongStateError(_("This cannot be decided about a comment in this state."))
    ground, statement = decision.ground, worded(decision.statement)
    if step is Step.CONFIRM:
        ground = ground or comment.ground
    if step in RESTRICTIONS and (ground not in Ground.values or not statement):
        raise BadDataError(_("A restriction needs the rule or law it rests on, and the reasons."))
    notices = Notice.objects.filter(comment=comment, outcome="")
    if step in (Step.KEEP, Step.REMOVE) and notices.exists() and not statement:
        raise BadDataError(_("A notice of illegal content waits for an answer: write the reasons."))
    if step is Step.RESTORE and not statement:
        raise BadDataError(_("The author waits for an answer to the appeal: write one."))
    answered = list(notices.order_by("pk")) if step in (Step.KEEP, Step.REMOVE) else []
    before = comment.state
    made = move(
        comment,
        step,
        _AFTER[step],
        who=Transition.Who.MODERATOR,
        by=by,
        at=now,
        ground=ground if step in RESTRICTIONS else "",
        statement=statement,
        notice=answered[0] if answered else None,
        detected_by_machine=bool(comment.held_for),
        row={"seen_at": now, "ground": ground if step in RESTRICTIONS else ""},
    )
    if answered:
        outcome = Notice.Outcome.REMOVED if step is Step.REMOVE else Notice.Outcome.KEPT
        notices.update(outcome=outcome, answer=statement, decided_at=now, decided_by=by)
    if step in (Step.RESTORE, Step.CONFIRM):
        Appeal.objects.filter(comment=comment).update(
            decided_at=now, decided_by=by, answer=statement
        )
    record(
        by=by,
        action=f"comment {step}",
        about=comment,
        before={"state": before},
        after={"state": comment.state, "ground": comment.ground, "step": made.pk},
    )
    _tell(made, answered)
    return made


@transaction.atomic
def undo(*, by: User, transition: Transition) -> Comment:
    """Take back one's own last decision about a comment, within half an hour."""
    comment = locked(transition.comment_id)
    rules.check_undo(by=by, transition=transition)
    now = timezone.now()
    restricted = comment.transitions.filter(step__in=RESTRICTIONS, pk__lt=transition.pk)
    back = State(transition.before)
    last = restricted.order_by("-pk").first() if back == State.APPEALED else None
    made = move(
        comment,
        Step.UNDO,
        back,
        who=Transition.Who.MODERATOR,
        by=by,
        at=now,
        undoes=transition,
        row={"ground": last.ground if last else "", "seen_at": None},
    )
    reopened = list(Notice.objects.filter(comment=comment, decided_at=transition.at))
    Notice.objects.filter(pk__in=[each.pk for each in reopened]).update(
        outcome="", answer="", decided_at=None, decided_by=None
    )
    Appeal.objects.filter(comment=comment, decided_at=transition.at).update(
        decided_at=None, decided_by=None, answer=""
    )
    record(
        by=by,
        action="comment undo",
        about=comment,
        before={"state": transition.after},
        after={"state": comment.state, "step": made.pk},
    )
    _tell(made, reopened)
    return comment


@transaction.atomic
def set_mode(*, by: User, article: Article, mode: str) -> Discussion:
    """Open an article's discussion, have it reviewed, or close it."""
    rules.check_moderate(by=by)
    if mode not in Discussion.Mode.values:
        raise BadDataError(_("A discussion is open, reviewed or closed."))
    row, made = Discussion.objects.select_for_update().get_or_create(
        article=article, defaults={"mode": Discussion.Mode.OPEN}
    )
    before = None if made else {"mode": row.mode}
    row.mode = mode
    row.save()
    row.article = article  # what the caller holds knows of it
    record(by=by, action="discussion mode", about=row, before=before, after={"mode": mode})
    return row


def _tell(step: Transition, notices: list[Notice]) -> None:
    comment = step.comment
    if comment.email or comment.author_id:
        letters.owe(step=step)
    for each in notices:
        if each.email:
            letters.owe(notice=each)
