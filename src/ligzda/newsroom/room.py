"""What the house knows of the newsroom. Wagtail is its alone (ADR 0050)."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Link, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="newsroom",
    floor=4,
    question=_("what does the public read and say?"),
    apps=(
        "wagtail.users",
        "wagtail.snippets",
        "wagtail.images",
        "wagtail.documents",  # unused, but the admin of Wagtail 8 names its addresses
        "wagtail.search",
        "wagtail.admin",
        "wagtail",
        "modelcluster",
        "taggit",
        "django_filters",
        "django_tasks",
    ),
    middleware=("ligzda.newsroom.door.EditorsDoorMiddleware",),
    addresses=(
        Addresses("ligzda.newsroom.door_urls", in_languages=False),
        Addresses("ligzda.newsroom.urls"),
    ),
    search="ligzda.newsroom.queries.searching:articles",
    body_limits={"/redakcija/": 12_000_000},  # pictures: Wagtail's own limit is 10 MB a file
    navigation=(Link("newsroom:news", _("News"), 70, frozenset({"newsroom:article"})),),
    public_pages={"news": "newsroom:news"},
    sitemaps=("newsroom:sitemap",),
    unlisted=("wagtailadmin_home", "newsroom:tray", "newsroom:receipt"),
    load="ligzda.newsroom.load:load",
    permissions={
        Permission.WRITE_NEWS: _("write articles and put them up for review"),
        Permission.PUBLISH_NEWS: _("review and publish articles, place banners"),
        Permission.MODERATE: _("decide about readers' comments and who may comment"),
        Permission.COMMENT: _("comment under an account of one's own"),
    },
    pages={
        Permission.WRITE_NEWS: Page("wagtailadmin_home"),
        Permission.PUBLISH_NEWS: Page("wagtailadmin_home"),
        Permission.MODERATE: Page("newsroom:tray"),
        Permission.COMMENT: Page("newsroom:news"),
    },
    erase="ligzda.newsroom.actions.erasing:forget_person",
    jobs=("ligzda.newsroom.tasks",),
    work="ligzda.newsroom.queries.work:my_work",
    notices={
        "comments": _("comments to review"),
        "articles": _("articles to review or to change, banners that run out"),
    },
    statements="ligzda.newsroom.to_check:statements",
    slots={"home": "ligzda.newsroom.views.home:latest"},
    comment_rules="ligzda.newsroom.comment_rules:judged",
    constraint_sentences="ligzda.newsroom.constraint_sentences:SENTENCES",
)
