"""The room of ventures as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VenturesConfig(AppConfig):
    """Enterprises that participants founded, their jobs, their status, support they received."""

    name = "ligzda.ventures"
    verbose_name = _("Enterprises")
