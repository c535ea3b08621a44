"""Addresses that are the same in every language: the editors' side, and what Wagtail has drawn."""

from django.urls import include, path

from ligzda.newsroom.pictures import picture

urlpatterns = [
    path("media/images/<path:path>", picture),
    path("redakcija/", include("wagtail.admin.urls")),
]
