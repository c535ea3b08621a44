"""RSS, Atom and the sitemap of the news."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ligzda.kernel.odd_values import without_control
from ligzda.newsroom.models import Article
from ligzda.newsroom.queries.articles import live

LENGTH = 20


class Rss(Feed):  # type: ignore[type-arg]
    """The latest articles, in the language of the address."""

    def title(self) -> str:
        """Return the feed's title."""
        return _("News of the network – Ligzda")

    def description(self) -> str:
        """Return what the feed is about."""
        return _("News of the network of social-enterprise incubators.")

    def link(self) -> str:
        """Return the page the feed belongs to."""
        return reverse("newsroom:news")

    def items(self) -> Iterable[Article]:
        """Return the latest articles."""
        return live()[:LENGTH]

    def item_title(self, item: Article) -> str:
        """Return an article's title."""
        return without_control(item.title)

    def item_description(self, item: Article) -> str:
        """Return an article's opening."""
        return without_control(item.lede)

    def item_author_name(self, item: Article) -> str:
        """Return an article's author."""
        return without_control(item.author)

    def item_pubdate(self, item: Article) -> datetime:
        """Return when an article was published."""
        published: datetime = item.first_published_at
        return published

    def item_updateddate(self, item: Article) -> datetime:
        """Return when an article was last changed."""
        changed: datetime = item.last_published_at or item.first_published_at
        return changed


class Atom(Rss):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = Rss.description


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every article in both languages."""
    rows = []
    for article in live():
        places = {}
        for code in article.languages:
            with override(code):
                places[code] = request.build_absolute_uri(article.get_absolute_url())
        rows.append((article.last_published_at or article.first_published_at, places))
    return render(request, "newsroom/sitemap.xml", {"rows": rows}, content_type="application/xml")
