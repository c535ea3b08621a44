"""Addresses of frozen data sets."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.indicators.data_sets import views

urlpatterns = [
    path(pgettext_lazy("address", "data-sets/"), views.data_sets, name="data_sets"),
    path(pgettext_lazy("address", "data-sets/<slug:sha256>/"), views.data_set, name="data_set"),
    path(
        pgettext_lazy("address", "data-sets/<slug:sha256>/file/<slug:kind>/"),
        views.data_set_file,
        name="data_set_file",
    ),
]
