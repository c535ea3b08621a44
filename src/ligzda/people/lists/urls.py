"""Addresses of lists."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.lists import views

urlpatterns = [
    path(pgettext_lazy("address", "lists/<slug:slug>/"), views.lists, name="lists"),
    path(
        pgettext_lazy("address", "lists/<slug:slug>/template/"),
        views.template,
        name="lists_template",
    ),
    path(
        pgettext_lazy("address", "lists/<slug:slug>/<str:name>/export/<str:kind>/"),
        views.list_export,
        name="list_export",
    ),
    path(
        pgettext_lazy("address", "lists/<slug:slug>/<str:name>/import/"),
        views.list_import,
        name="list_import",
    ),
]
