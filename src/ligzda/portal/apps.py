"""The portal room as a Django app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Home, map, results, open data, the API."""

    name = "ligzda.portal"
