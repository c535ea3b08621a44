"""Statements of reasons: the fields of Regulation (EU) 2022/2065, Art. 17(3)."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.network.models import User
from ligzda.newsroom.models import Ban, Comment, Transition
from ligzda.newsroom.queries.threads import ever_shown
from ligzda.newsroom.rules import other_moderators
from ligzda.newsroom.states import RESTRICTIONS, Ground, Step


@dataclass(frozen=True)
class Statement:
    """What an author is told. `reference` names the decision in letters and appeals."""

    reference: str
    restriction: str
    territory: str
    duration: str
    origin: str
    automated: str
    ground: str
    facts: str
    redress: str


def statement(step: Transition) -> Statement | None:
    """Return the statement that a restriction owes; None for other steps."""
    if step.step not in RESTRICTIONS:
        return None
    kinds = {
        Step.REJECT: _("The comment was not published."),
        Step.REMOVE: _("The comment was removed from the page."),
        Step.CONFIRM: _("The comment stays removed after your appeal.")
        if ever_shown([step.comment_id])
        else _("The comment stays unpublished after your appeal."),
    }
    if step.notice_id:
        origin = _("A notice of illegal content was given (number %(number)d).") % {
            "number": step.notice_id
        }
    elif step.detected_by_machine:
        origin = _("An automatic rule held the comment for review.")
    else:
        origin = _origin(step.comment, before=step.at)
    ground = Ground(step.ground)
    return Statement(
        reference=f"L-{step.pk}",
        restriction=kinds[Step(step.step)],
        territory=_("Everywhere the page can be read."),
        duration=_("Without end.")
        if step.step == Step.CONFIRM
        else _("Without end, unless an appeal succeeds."),
        origin=origin,
        automated=(
            _("Detected by an automatic rule, decided by a person.")
            if step.detected_by_machine
            else _("Neither detected nor decided automatically.")
        ),
        ground=_ground(ground),
        facts=step.statement,
        redress=_redress(step),
    )


def ban_statement(ban: Ban) -> Statement:
    """Return the statement owed to a person who may not comment for a time."""
    begins, ends = (
        date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT")
        for moment in (ban.begins, ban.ends)
    )
    return Statement(
        reference=f"B-{ban.pk}",
        restriction=_("You may not comment."),
        territory=_("On the article “%(title)s” only.") % {"title": ban.article.title}
        if ban.article
        else _("On every article."),
        duration=_("From %(begins)s until %(ends)s.") % {"begins": begins, "ends": ends},
        origin=_origin(ban.comment, before=ban.begins),
        automated=_("Neither detected nor decided automatically."),
        ground=_ground(Ground(ban.ground)),
        facts=ban.statement,
        redress=_("You can go to an out-of-court dispute body or to court.")
        if ban.objected_at
        else _(
            "You can object here once, free of charge, while the ban lasts. %(who)s You can also "
            "go to an out-of-court dispute body or to court."
        )
        % {"who": _who(ban.by)},
    )


def _origin(comment: Comment | None, *, before: datetime.datetime) -> str:
    """Say whether a reader's report led here; the step stays when the report's words are gone."""
    reported = comment is not None and comment.transitions.filter(step=Step.REPORT, at__lte=before)
    if reported:
        return _("A reader reported the comment.")
    return _("We looked at the comment ourselves.")


def _ground(ground: Ground) -> str:
    if ground == Ground.LAW:
        return _("The law.")
    return _("The rules of the page: %(rule)s.") % {"rule": ground.label}


def _redress(step: Transition) -> str:
    if step.step == Step.CONFIRM:
        return _("You can go to an out-of-court dispute body or to court.")
    return _(
        "You can appeal here, free of charge, within six months. %(who)s You can also go to an "
        "out-of-court dispute body or to court."
    ) % {"who": _who(step.by)}


def _who(decided: User | None) -> str:
    """Say who looks again: somebody else is promised only where there is somebody else."""
    if decided is None or other_moderators(decided):
        return _("Another moderator decides.")
    return _("There is one moderator at present, who will look at it again.")
