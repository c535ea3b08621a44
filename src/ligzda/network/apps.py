"""The network room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    """Municipalities, partners, decisions, people's roles, the audit trail."""

    name = "ligzda.network"
    verbose_name = _("Network")
