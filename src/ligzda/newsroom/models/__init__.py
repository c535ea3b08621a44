"""Nouns of the newsroom: articles, banners; comments, what happened to them, and sanctions."""

from ligzda.newsroom.models.articles import Article, Topic
from ligzda.newsroom.models.banners import Banner
from ligzda.newsroom.models.comments import Comment, Discussion, OriginSalt, Transition
from ligzda.newsroom.models.letters import Letter
from ligzda.newsroom.models.moderation import Appeal, Ban, Notice, Report

__all__ = [
    "Appeal",
    "Article",
    "Ban",
    "Banner",
    "Comment",
    "Discussion",
    "Letter",
    "Notice",
    "OriginSalt",
    "Report",
    "Topic",
    "Transition",
]
