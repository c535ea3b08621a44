"""What editors find in Wagtail: articles, topics, banners, and what waits for them."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.admin.widgets.slug import SlugInput
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ligzda.kernel.obstacle import may
from ligzda.newsroom import rules
from ligzda.newsroom.article_chooser import ArticleChooserViewSet
from ligzda.newsroom.editor_forms import ArticleForm, Editions, EditionsForm
from ligzda.newsroom.models import Article, Banner, Topic
from ligzda.newsroom.queries.desk import desk

_ASCII = {"data-w-slug-allow-unicode-value": "false"}
"""Addresses are written without diacritics; Wagtail makes them from the title."""


class ArticleViewSet(SnippetViewSet):
    """Articles with drafts, review, scheduled publishing and revisions."""

    model = Article
    chooser_viewset_class = ArticleChooserViewSet
    icon = "doc-full"
    list_display = [
        "title_lv",
        LiveStatusTagColumn(),
        "first_published_at",
        "go_live_at",
        "author",
    ]
    list_filter = ["live", "municipalities", "topics"]
    search_fields = ["title_lv", "title_en", "lede_lv", "author"]
    ordering = ["-pk"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    # Wagtail's own class takes the label away, for want of a placeholder.
                    TitleFieldPanel("title_lv", targets=["slug"], placeholder=False, classname=""),
                    FieldPanel("slug", widget=SlugInput(_ASCII)),
                    FieldPanel("lede_lv"),
                    FieldPanel("body_lv"),
                ],
                heading=_("Latvian"),
            ),
            ObjectList(
                [FieldPanel("title_en"), FieldPanel("lede_en"), FieldPanel("body_en")],
                heading=_("English"),
            ),
            ObjectList(
                [
                    FieldPanel("picture"),
                    FieldPanel("illustrative"),
                    FieldPanel("credit"),
                    MultiFieldPanel(
                        [
                            FieldPanel("picture_alt_lv"),
                            FieldPanel("caption_lv"),
                            FieldPanel("picture_alt_en"),
                            FieldPanel("caption_en"),
                        ],
                        heading=_("Words with the picture"),
                    ),
                ],
                heading=_("Picture"),
            ),
            ObjectList(
                [
                    FieldPanel("author"),
                    FieldPanel("happened_on"),
                    FieldPanel("source_name"),
                    FieldPanel("source_url"),
                    FieldPanel("municipalities", widget=Editions),
                    FieldPanel("topics", widget=CheckboxSelectMultiple),
                    FieldPanel("related"),
                ],
                heading=_("Where it belongs"),
            ),
            ObjectList([PublishingPanel()], heading=_("Publishing")),
        ],
        base_form_class=ArticleForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """List what the person at the door may edit."""
        rows: QuerySet[Article] = Article.objects.all()
        if may(rules.check_publish_news, by=request.user):
            return rows
        return rows.filter(rules.own_articles(request.user))  # type: ignore[arg-type]


class TopicViewSet(SnippetViewSet):
    """Topics of articles."""

    model = Topic
    icon = "tag"
    panels = [FieldPanel("slug"), FieldPanel("name_lv"), FieldPanel("name_en")]


class BannerViewSet(SnippetViewSet):
    """Banners for a time."""

    model = Banner
    icon = "image"
    list_display = ["advertiser", "begins", "ends"]
    edit_handler = ObjectList(
        [
            *(
                FieldPanel(name)
                for name in (
                    "advertiser", "wide", "narrow", "alt_lv", "alt_en", "url", "begins", "ends",
                )
            ),
            FieldPanel("municipalities", widget=Editions),
        ],
        base_form_class=EditionsForm,
    )  # fmt: skip


class NewsroomGroup(SnippetViewSetGroup):
    """One entry of the menu."""

    menu_label = _("Newsroom")
    menu_icon = "doc-full"
    items = (ArticleViewSet, TopicViewSet, BannerViewSet)


register_snippet(NewsroomGroup)


@hooks.register("construct_main_menu")  # type: ignore[untyped-decorator]
def only_ours(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out what leads to Wagtail's makers, and the search in pages: there are none.

    Reports are over all municipalities: for editors (newsroom.door closes them to others).
    """
    left_out = {"help", "search"}
    if not may(rules.check_publish_news, by=request.user):
        left_out.add("reports")
    items[:] = [item for item in items if item.name not in left_out]


class Desk(Component):
    """What waits for the person at the desk (queries.desk)."""

    template_name = "newsroom/desk.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the lists of whoever is signed in."""
        return {"desk": desk(parent_context["request"].user)}


@hooks.register("construct_homepage_panels")  # type: ignore[untyped-decorator]
def our_desk(request: HttpRequest, panels: list[Component]) -> None:
    """Show our lists instead of Wagtail's, which are about pages of its tree."""
    panels[:] = [Desk()]


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def back_to_the_site() -> MenuItem:
    """Lead back from the desk to one's place on the site."""
    return MenuItem(
        _("Back to Ligzda"), reverse(settings.LOGIN_REDIRECT_URL), icon_name="home", order=1
    )
