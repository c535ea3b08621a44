"""Addresses of the newsroom, in both languages (zinas/…, en/news/…); docs/pages.md lists them."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.newsroom.views import articles, authors, feeds, moderation, readers, tray

app_name = "newsroom"
urlpatterns = [
    path(_("news/"), articles.index, name="news"),
    path(_("news/rss.xml"), feeds.Rss(), name="rss"),
    path(_("news/atom.xml"), feeds.Atom(), name="atom"),
    path(_("news/sitemap.xml"), feeds.sitemap, name="sitemap"),
    path(_("news/<slug:slug>/"), articles.article, name="article"),
    path(_("comments/rules/"), readers.rules_page, name="rules"),
    path(_("comments/receipt/"), authors.receipt, name="receipt"),
    path(_("comments/figures/"), readers.figures_page, name="figures"),
    path(_("comments/figures/<int:year>/"), readers.figures_page, name="figures_of"),
    path(_("comments/report/<int:pk>/"), readers.report, name="report"),
    path(_("comments/notice/<int:pk>/"), readers.notice, name="notice"),
    path(_("comments/mine/<int:pk>/"), authors.mine, name="mine"),
    path(_("comments/<int:pk>/"), readers.permalink, name="comment"),
    path(_("moderation/"), tray.tray, name="tray"),
    path(_("moderation/next/"), moderation.next_item, name="next"),
    path(_("moderation/bans/"), moderation.bans, name="bans"),
    path(_("moderation/bans/<int:pk>/lift/"), moderation.lift, name="lift"),
    path(_("moderation/bans/<int:pk>/answer/"), moderation.answer, name="answer"),
    path(_("moderation/undo/<int:pk>/"), moderation.undo, name="undo"),
    path(_("moderation/article/<slug:slug>/"), moderation.discussion, name="discussion"),
    path(_("moderation/<int:pk>/"), moderation.item, name="item"),
    path(_("moderation/<int:pk>/ban/"), moderation.ban, name="ban"),
]
