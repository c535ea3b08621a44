"""Addresses of the incubators' room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.incubators import views

app_name = "incubators"
urlpatterns = [
    path("", views.own, name="own"),
    path(_("new/"), views.enter, name="enter"),
    path(_("<slug:slug>/edit/"), views.edit, name="edit"),
    path(_("<slug:slug>/open/"), views.open_for_good, name="open"),
]
