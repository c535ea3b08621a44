"""The blueprints room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlueprintsConfig(AppConfig):
    """European practices, factors and levels, the operating models and their versions."""

    name = "ligzda.blueprints"
    verbose_name = _("Models")
