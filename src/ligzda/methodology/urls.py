"""Addresses of the methodology."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.methodology import views
from ligzda.methodology.advice.views import advice

app_name = "methodology"
urlpatterns = [
    path("", views.living, name="living"),
    path(_("advice/"), advice, name="advice"),
]
