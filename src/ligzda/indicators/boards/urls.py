"""Addresses of boards."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.indicators.boards import views

urlpatterns = [
    path(pgettext_lazy("address", "boards/"), views.boards, name="boards"),
    path(pgettext_lazy("address", "boards/all/"), views.network, name="network"),
    path(pgettext_lazy("address", "boards/of/<slug:slug>/"), views.board, name="board"),
    path(
        pgettext_lazy("address", "boards/of/<slug:slug>/<slug:code>/"),
        views.listed,
        name="listed",
    ),
]
