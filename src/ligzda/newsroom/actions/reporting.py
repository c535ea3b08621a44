"""Readers point at a comment: a report of a broken rule, or a notice of illegal content."""

import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.turns import take_turn
from ligzda.network.models import User
from ligzda.newsroom import guard, rules
from ligzda.newsroom.actions import letters
from ligzda.newsroom.actions.steps import locked, move
from ligzda.newsroom.models import Comment, Notice, Report, Transition
from ligzda.newsroom.states import Ground, State, Step
from ligzda.newsroom.text import worded

MOST_PER_HOUR = 20
"""Reports, and notices, from one network: a family may write some, no machine flood us."""


@transaction.atomic
def report(
    *, comment: Comment, by: User | None, origin: str, ground: str, note: str = ""
) -> Comment:
    """Put a comment before a moderator; a person counts once a comment."""
    comment = locked(comment.pk)
    rules.check_report(comment=comment)
    if ground not in Ground.values:
        raise BadDataError(_("Choose the rule that the comment breaks."))
    take_turn(f"report by {by.pk if by else origin}")
    _check_rate(Report.objects.filter(by=by) if by else Report.objects.filter(origin=origin))
    try:
        with transaction.atomic():
            Report.objects.create(
                comment=comment, by=by, origin="" if by else origin, ground=ground, note=note[:500]
            )
    except IntegrityError:
        return comment  # reported before; the moderator will look
    move(
        comment,
        Step.REPORT,
        State.REPORTED,
        who=Transition.Who.READER,
        by=by,
        at=timezone.now(),
        ground=ground,
    )
    return comment


@transaction.atomic
def give_notice(
    *,
    comment: Comment,
    explanation: str,
    name: str,
    email: str,
    abuse_of_children: bool,
    good_faith: bool,
    language: str,
    origin: str,
    by: User | None = None,
) -> tuple[Notice, str]:
    """Take a notice of Art. 16; return it with the secret code that shows its decision."""
    comment = locked(comment.pk)
    rules.check_report(comment=comment)
    explanation, name = worded(explanation), worded(name)
    if not explanation or len(explanation) > 5000:
        raise BadDataError(_("Explain in up to 5,000 characters why the comment is illegal."))
    if not abuse_of_children and not (name and email.strip()):
        raise BadDataError(
            _("Name and e-mail address are needed, except for sexual abuse of children.")
        )
    if not good_faith:
        raise BadDataError(_("Confirm that what you say is accurate and complete."))
    take_turn(f"notice by {origin}")
    _check_rate(Notice.objects.filter(origin=origin))
    code = guard.new_receipt()
    now = timezone.now()
    notice = Notice.objects.create(
        comment=comment,
        at=now,
        explanation=explanation,
        name=name[:120],
        email=email.strip(),
        abuse_of_children=abuse_of_children,
        good_faith=True,
        language=language,
        receipt=guard.receipt_hash(code),
        origin=origin,
    )
    move(
        comment,
        Step.REPORT,
        State.REPORTED,
        who=Transition.Who.READER,
        by=by,
        at=now,
        ground=Ground.LAW,
        notice=notice,
    )
    if notice.email:
        letters.owe(notice=notice)
    return notice, code


def _check_rate(earlier: "QuerySet[Report] | QuerySet[Notice]") -> None:
    hour_ago = timezone.now() - datetime.timedelta(hours=1)
    if earlier.filter(at__gt=hour_ago).count() >= MOST_PER_HOUR:
        raise WrongStateError(
            _("Too much has come from your network within an hour. Please try again later.")
        )
