"""Addresses of the drawers of municipalities."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.indicators.own import views

urlpatterns = [
    path(pgettext_lazy("address", "own/<slug:municipality>/"), views.own, name="own"),
    path(
        pgettext_lazy("address", "own/<slug:municipality>/<int:pk>/"),
        views.own_indicator,
        name="own_indicator",
    ),
    path(
        pgettext_lazy("address", "own/<slug:municipality>/<int:pk>/remove/"),
        views.own_remove,
        name="own_remove",
    ),
    path(
        pgettext_lazy("address", "own/<slug:municipality>/<int:pk>/remove/<int:value>/"),
        views.own_value_remove,
        name="own_value_remove",
    ),
]
