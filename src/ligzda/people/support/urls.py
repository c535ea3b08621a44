"""Addresses of support."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.support import views

urlpatterns = [
    path(pgettext_lazy("address", "<int:pk>/support/new/"), views.support_new, name="support_new"),
    path(
        pgettext_lazy("address", "support/<int:pk>/take-back/"),
        views.support_take_back,
        name="support_take_back",
    ),
    path(pgettext_lazy("address", "support/<slug:slug>/"), views.support, name="support"),
    path(
        pgettext_lazy("address", "support/<slug:slug>/session/"),
        views.support_session,
        name="support_session",
    ),
    path(
        pgettext_lazy("address", "support/<slug:slug>/export/<str:kind>/"),
        views.support_export,
        name="support_export",
    ),
    path(
        pgettext_lazy("address", "support/<slug:slug>/import/"),
        views.support_import,
        name="support_import",
    ),
]
