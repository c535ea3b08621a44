"""Addresses of releases."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.indicators.releasing import views

urlpatterns = [path(pgettext_lazy("address", "releases/"), views.releases, name="releases")]
