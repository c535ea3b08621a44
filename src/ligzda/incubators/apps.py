"""The incubators room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IncubatorsConfig(AppConfig):
    """The incubators: where they are, whom they serve, which models they can try."""

    name = "ligzda.incubators"
    verbose_name = _("Incubators")
