"""What waits for the people of the newsroom."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.models import User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, roles_held
from ligzda.newsroom import rules
from ligzda.newsroom.models import Comment
from ligzda.newsroom.queries.desk import desk
from ligzda.newsroom.queries.queue import tray
from ligzda.newsroom.states import State


def my_work(viewer: Viewer) -> list[Work]:
    """Return where the person works: comments to review, articles, drafts, own comments."""
    if not isinstance(viewer, User):
        return []
    found = []
    if may(rules.check_moderate, by=viewer):
        waiting = tray("waiting").waiting
        address = reverse("newsroom:tray")
        found.append(Work(_("Comments to review"), address, waiting, kind="comments"))
    if may(rules.check_write_news, by=viewer):
        found += _articles(viewer)
    if any(Permission.COMMENT in role.permissions for role, _at in roles_held(viewer)):
        found.append(Work(_("News, to read and to comment"), reverse("newsroom:news")))
    held = Comment.objects.filter(author=viewer, state=State.HELD).select_related("article")
    return found + [
        Work(
            _("My comment waits for its review: %(title)s") % {"title": row.article.title},
            reverse("newsroom:mine", args=[row.pk]),
        )
        for row in held
    ]


def _articles(viewer: User) -> list[Work]:
    """Return the desk with what waits there, what was sent back, and each draft of one's own."""
    here = desk(viewer)
    reviews = len(here.reviews) if may(rules.check_publish_news, by=viewer) else 0
    address = reverse("wagtailsnippets_newsroom_article:list")
    today = timezone.localdate()
    found = [Work(_("Articles"), address, reviews, kind="articles")]
    found += [
        Work(_("Sent back: %(title)s") % {"title": row.title}, row.address, 1, kind="articles")
        for row in here.sent_back
    ]
    back = {row.address for row in here.sent_back}
    found += [
        Work(_("Draft of an article: %(title)s") % {"title": row.title}, row.address, began=True)
        for row in here.drafts
        if row.address not in back
    ]
    return found + [
        Work(
            _("Banner runs out: %(title)s") % {"title": row.title},
            row.address,
            due=row.at or today,
            kind="articles",
        )
        for row in here.banners or []
    ]
