"""What waits at the editor's desk: one's own drafts, reviews, what is scheduled, banners."""

import datetime
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision, WorkflowState

from ligzda.kernel.obstacle import may
from ligzda.network.models import User
from ligzda.newsroom import rules
from ligzda.newsroom.models import Article, Banner

LENGTH = 10
RUNS_OUT = datetime.timedelta(days=14)
"""So long before its last day a banner is shown as running out."""


@dataclass(frozen=True)
class Line:
    """An article or a banner at the desk, and the time that matters about it."""

    title: str
    address: str
    at: datetime.date | None = None


@dataclass(frozen=True)
class Desk:
    """The lists of one person."""

    drafts: list[Line]
    """What they wrote and readers do not see yet, by its last change."""
    reviews: list[Line]
    """What waits for a review, by when it was handed in: editors see all, others their own."""
    sent_back: list[Line]
    """What an editor asked to change."""
    scheduled: list[Line]
    """What will be published by itself."""
    unscheduled: list[Line]
    """Drafts with a day of publishing that nobody has put in force."""
    banners: list[Line] | None
    """Banners whose last day is near; None for who places none."""


def desk(by: User) -> Desk:
    """Return what waits for somebody."""
    publishes = may(rules.check_publish_news, by=by)
    articles = Article.objects.select_related("latest_revision")
    if not publishes:
        articles = articles.filter(rules.own_articles(by))
    unseen = articles.filter(Q(live=False) | Q(has_unpublished_changes=True))
    drafts = unseen.filter(rules.written_articles(by)).order_by("-latest_revision__created_at")
    kind = ContentType.objects.get_for_model(Article)
    shown = {article.pk: article for article in articles}
    states = WorkflowState.objects.active().filter(base_content_type=kind).order_by("created_at")
    revisions = Revision.objects.filter(base_content_type=kind, approved_go_live_at__isnull=False)
    armed = {int(each.object_id): each.approved_go_live_at for each in revisions}
    planned = unseen.filter(go_live_at__isnull=False).exclude(pk__in=armed).order_by("go_live_at")

    def in_state(status: str) -> list[Line]:
        found = [(shown.get(int(each.object_id)), each.created_at) for each in states
                 if each.status == status]  # fmt: skip
        return [_line(article, at) for article, at in found if article is not None]

    return Desk(
        drafts=[
            _line(each, each.latest_revision.created_at if each.latest_revision else None)
            for each in drafts[:LENGTH]
        ],
        reviews=in_state(WorkflowState.STATUS_IN_PROGRESS),
        sent_back=in_state(WorkflowState.STATUS_NEEDS_CHANGES),
        scheduled=[
            _line(shown[pk], at)
            for pk, at in sorted(armed.items(), key=lambda pair: pair[1])
            if pk in shown
        ],
        unscheduled=[_line(each, each.go_live_at) for each in planned[:LENGTH]],
        banners=_running_out() if publishes else None,
    )


def _line(article: Article, at: datetime.datetime | None) -> Line:
    title = article.latest_revision.object_str if article.latest_revision else article.title_lv
    address = reverse("wagtailsnippets_newsroom_article:edit", args=[article.pk])
    return Line(title or article.slug, address, timezone.localtime(at) if at else None)


def _running_out() -> list[Line]:
    today = timezone.localdate()
    rows = Banner.objects.filter(begins__lte=today, ends__range=(today, today + RUNS_OUT))
    return [
        Line(each.advertiser, reverse("wagtailsnippets_newsroom_banner:edit", args=[each.pk]),
             each.ends)
        for each in rows.order_by("ends")
    ]  # fmt: skip
