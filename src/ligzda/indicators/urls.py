"""Addresses of the room of indicators."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.indicators import views

app_name = "indicators"
urlpatterns = [
    path("", views.dictionary, name="dictionary"),
    path(pgettext_lazy("address", "boards/"), views.boards, name="boards"),
    path("<slug:code>/", views.indicator, name="indicator"),
]
