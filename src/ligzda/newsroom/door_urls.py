"""Addresses that are the same in every language: the editors' side, and what Wagtail has drawn."""

from django.urls import include, path

from ligzda.newsroom.article_images import article_image

urlpatterns = [
    path("media/images/<path:path>", article_image),
    path("redakcija/", include("wagtail.admin.urls")),
]
