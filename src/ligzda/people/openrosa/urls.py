"""Addresses of devices, for people; those for the devices themselves are in client_urls.py."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.openrosa import views

urlpatterns = [
    path(pgettext_lazy("address", "devices/"), views.devices, name="devices"),
    path(pgettext_lazy("address", "devices/<int:pk>/revoke/"), views.revoke, name="device_revoke"),
    path(pgettext_lazy("address", "devices/compare/<int:pk>/"), views.conflict, name="conflict"),
]
