"""What a moderator sees: the tray, and one comment with its context."""

import datetime
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.odd_values import number
from ligzda.network.models import User
from ligzda.newsroom.actions.deciding import unseen, waiting
from ligzda.newsroom.models import Article, Ban, Comment, Notice, Report, Transition
from ligzda.newsroom.states import Hold, State, Step
from ligzda.newsroom.text import find_words

Which = Literal["waiting", "unseen"]
LENGTH = 50


AGES = (1, 3, 7)
"""Days a comment has waited, to choose from."""


@dataclass(frozen=True)
class Sieve:
    """What of the tray is shown: a reason, an article, an age in days; empty: all."""

    reason: str = ""
    article: int = 0
    days: int = 0

    @classmethod
    def read(cls, query: QueryDict) -> "Sieve":
        """Return what an address asks for; what makes no sense counts as not asked."""
        reason, days = query.get("reason", ""), number(query.get("days")) or 0
        return cls(
            reason=reason if reason in dict(reasons()) else "",
            article=number(query.get("article")) or 0,
            days=days if days in AGES else 0,
        )

    def __str__(self) -> str:
        chosen = {"reason": self.reason, "article": self.article, "days": self.days}
        return urlencode({name: value for name, value in chosen.items() if value})

    def as_q(self) -> Q:
        """Return it as a condition on comments."""
        found = Q()
        if self.reason in Hold.values:
            found &= Q(state=State.HELD, held_for__contains=[self.reason])
        elif self.reason == "notice":
            found &= Q(notices__outcome="", notices__isnull=False)
        elif self.reason:
            found &= Q(state=self.reason)
        if self.article:
            found &= Q(article=self.article)
        if self.days:
            found &= Q(posted_at__lt=timezone.now() - datetime.timedelta(days=self.days))
        return found


def reasons() -> list[tuple[str, str]]:
    """Return why a comment may wait, as the sieve knows it, with its words."""
    return [
        *((hold.value, str(hold.label)) for hold in Hold),
        ("reported", _("reported")),
        ("notice", _("notice of illegal content")),
        ("appealed", _("appeal")),
    ]


@dataclass(frozen=True)
class Row:
    """A comment in the tray, with the reasons it is there."""

    comment: Comment
    chips: list[str]
    in_hand: str
    decisions: list[Step]
    plain: bool
    """Whether it can be decided with a click: nobody waits for an answer in words."""


@dataclass(frozen=True)
class Tray:
    """What waits, oldest first."""

    which: Which
    sieve: Sieve
    rows: list[Row]
    waiting: int
    unseen: int
    articles: list[tuple[int, str]]
    """Those with something in this tray."""


@dataclass(frozen=True)
class Item:
    """One comment to decide, with what a fair decision needs."""

    comment: Comment
    chips: list[str]
    words: list[str]
    above: list[Comment]
    below: list[Comment]
    steps: list[Transition]
    reports: list[Report]
    notices: list[Notice]
    earlier: list[Comment]
    earlier_restricted: int
    by_network: bool
    """Whether all that is known of the author is their network, which many people may share."""
    earlier_total: int
    bans: list[Ban]
    decisions: list[Step]


def tray(which: Which, sieve: Sieve = Sieve()) -> Tray:
    """Return the tray of what waits, or of what is shown and nobody has looked at."""
    chosen = waiting() if which == "waiting" else unseen()
    rows = (
        Comment.objects.filter(pk__in=Comment.objects.filter(chosen, sieve.as_q()).values("pk"))
        .select_related("article", "claimed_by")
        .annotate(
            report_count=Count("reports", distinct=True),
            notice_count=Count("notices", Q(notices__outcome=""), distinct=True),
        )
        .order_by("posted_at", "pk")[:LENGTH]
    )
    totals = Comment.objects.aggregate(
        waiting=Count("pk", filter=waiting()), unseen=Count("pk", filter=unseen())
    )
    now = timezone.now()
    return Tray(
        which=which,
        sieve=sieve,
        rows=[
            Row(
                comment,
                chips(comment, comment.report_count, comment.notice_count),
                comment.claimed_by.name
                if comment.claimed_by and comment.claimed_until and comment.claimed_until > now
                else "",
                decisions(comment),
                comment.state != State.APPEALED and not comment.notice_count,
            )
            for comment in rows
        ],
        waiting=totals["waiting"],
        unseen=totals["unseen"],
        articles=[
            (each.pk, each.title)
            for each in Article.objects.filter(
                pk__in=Comment.objects.filter(chosen).values("article")
            ).order_by("title_lv")
        ],
    )


def objections() -> QuerySet[Ban]:
    """Return the bans whose objection waits for an answer, oldest first."""
    waiting = Ban.objects.filter(objected_at__isnull=False, answered_at__isnull=True)
    return waiting.order_by("objected_at", "pk")


def item(comment: Comment) -> Item:
    """Return a comment with its thread, its author's history, reports, notices and steps."""
    reports = list(comment.reports.order_by("at"))
    notices = list(comment.notices.filter(outcome="").order_by("at"))
    mine = same_author(comment)
    restricted = Q(state__in=[State.REMOVED, State.REJECTED, State.CONFIRMED, State.APPEALED])
    return Item(
        comment=comment,
        chips=chips(comment, len(reports), len(notices)),
        words=find_words(comment.text),
        above=_above(comment),
        below=list(comment.replies.order_by("posted_at")[:10]),
        steps=list(comment.transitions.select_related("by").order_by("pk")),
        reports=reports,
        notices=notices,
        earlier=list(mine.select_related("article").order_by("-posted_at")[:5]),
        by_network=comment.author_id is None and not comment.person,
        earlier_restricted=mine.filter(restricted).count(),
        earlier_total=mine.count(),
        bans=list(Ban.objects.filter(comment=comment).order_by("-pk")),
        decisions=decisions(comment),
    )


def decisions(comment: Comment) -> list[Step]:
    """Return what can be decided about a comment in its state."""
    return {
        State.HELD: [Step.RELEASE, Step.REJECT],
        State.REPORTED: [Step.KEEP, Step.REMOVE],
        State.SHOWN: [Step.KEEP, Step.REMOVE],
        State.APPEALED: [Step.RESTORE, Step.CONFIRM],
    }.get(State(comment.state), [])


def same_author(comment: Comment) -> QuerySet[Comment]:
    """Return the other comments of the same account, address, or (for a week) network."""
    if comment.author_id:
        who = Q(author=comment.author_id)
    elif comment.person:
        who = Q(person=comment.person)
    elif comment.origin:
        who = Q(origin=comment.origin, author__isnull=True)
    else:
        who = Q(pk__in=[])
    return Comment.objects.filter(who).exclude(pk=comment.pk)


def may_be_banned(comment: Comment, by: User) -> bool:
    """Return whether there is anything to recognise the author by."""
    known = comment.author_id or comment.person or comment.origin
    return bool(known) and comment.author_id != by.pk


def chips(comment: Comment, reports: int, notices: int) -> list[str]:
    """Return the reasons why a person should look, as short words."""
    found = [str(Hold(reason).label) for reason in comment.held_for if comment.state == State.HELD]
    if notices:
        found.append(_("notice of illegal content"))
    if reports:
        found.append(_("reported: %(number)d") % {"number": reports})
    if comment.state == State.APPEALED:
        found.append(_("appeal"))
    if comment.edited_at:
        found.append(_("edited"))
    if comment.author_id is None:
        found.append(_("guest"))
    return found


def _above(comment: Comment) -> list[Comment]:
    found: list[Comment] = []
    while comment.parent is not None:
        comment = comment.parent
        found.insert(0, comment)
    return found
