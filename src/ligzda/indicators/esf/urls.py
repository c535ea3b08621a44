"""Addresses of the ESF+ report; of all places it is `all`."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.indicators.esf import views

urlpatterns = [
    path(pgettext_lazy("address", "esf/<slug:slug>/"), views.report, name="esf"),
    path(
        pgettext_lazy("address", "esf/<slug:slug>/file/<str:kind>/"),
        views.report_file,
        name="esf_file",
    ),
]
