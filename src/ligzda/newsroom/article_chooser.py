"""Choosing a related article in Wagtail: what is public, and what the person may edit anyway."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from wagtail.snippets.views import chooser

from ligzda.kernel.obstacle import may
from ligzda.kernel.odd_values import number
from ligzda.newsroom import rules
from ligzda.newsroom.models import Article


def choosable(request: HttpRequest) -> QuerySet[Article]:
    """Return the articles whose titles this person may know of."""
    rows: QuerySet[Article] = Article.objects.all()
    if may(rules.check_publish_news, by=request.user):
        return rows
    own: Q = rules.own_articles(request.user)  # type: ignore[arg-type]
    return rows.filter(own | Q(live=True))


class _Listed:
    request: HttpRequest

    def get_object_list(self) -> QuerySet[Article]:
        """List them."""
        return choosable(self.request)


class _ChooseView(_Listed, chooser.ChooseView):  # type: ignore[misc]
    pass


class _ChooseResultsView(_Listed, chooser.ChooseResultsView):  # type: ignore[misc]
    pass


class _ChosenView(chooser.SnippetChosenView):  # type: ignore[misc]
    def get_object(self, pk: str) -> Article:
        """Return one of them; Wagtail answers 404 where there is none."""
        rows = choosable(self.request)
        return rows.get(pk=number(pk))


class _ChosenMultipleView(chooser.SnippetChosenMultipleView):  # type: ignore[misc]
    def get_objects(self, pks: Iterable[str]) -> QuerySet[Article]:
        """Return those of them that were named."""
        numbers = [found for pk in pks if (found := number(pk)) is not None]
        return choosable(self.request).filter(pk__in=numbers)


class ArticleChooserViewSet(chooser.SnippetChooserViewSet):  # type: ignore[misc]
    """The chooser of articles. An article is written on its own page: nothing is created here."""

    choose_view_class = _ChooseView
    choose_results_view_class = _ChooseResultsView
    chosen_view_class = _ChosenView
    chosen_multiple_view_class = _ChosenMultipleView

    def get_urlpatterns(self) -> list[URLPattern]:
        """Leave out Wagtail's page that creates, which has no form here and would fail."""
        found: list[Any] = super().get_urlpatterns()
        return [pattern for pattern in found if pattern.name != "create"]
