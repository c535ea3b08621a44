"""What editors find in Wagtail: articles, topics, banners."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ligzda.newsroom.models import Article, Banner, Topic


class ArticleViewSet(SnippetViewSet):
    """Articles with drafts, review, scheduled publishing and revisions."""

    model = Article
    icon = "doc-full"
    list_display = ["title_lv", "live", "first_published_at", "author"]
    list_filter = ["live", "municipalities", "topics"]
    search_fields = ["title_lv", "title_en", "lede_lv", "author"]
    ordering = ["-pk"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("title_lv"),
                    FieldPanel("slug"),
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
                    FieldPanel("source_name"),
                    FieldPanel("source_url"),
                    FieldPanel("municipalities"),
                    FieldPanel("topics"),
                    FieldPanel("related"),
                ],
                heading=_("Where it belongs"),
            ),
            ObjectList([PublishingPanel()], heading=_("Publishing")),
        ]
    )


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
    panels = [
        FieldPanel(name)
        for name in (
            "advertiser", "wide", "narrow", "alt_lv", "alt_en", "url", "begins", "ends",
            "municipalities",
        )
    ]  # fmt: skip


class NewsroomGroup(SnippetViewSetGroup):
    """One entry of the menu."""

    menu_label = _("Newsroom")
    menu_icon = "doc-full"
    items = (ArticleViewSet, TopicViewSet, BannerViewSet)


register_snippet(NewsroomGroup)
