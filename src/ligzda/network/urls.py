"""Addresses of the network's room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.network import partner_views

app_name = "network"
urlpatterns = [
    path(_("partner-data/"), partner_views.partners, name="partners"),
    path(_("partner-data/<slug:slug>/"), partner_views.partner, name="partner"),
    path(
        _("partner-data/<slug:slug>/agreement/"), partner_views.agreement, name="partner_agreement"
    ),
]
