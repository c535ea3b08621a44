"""The room of indicators as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    """The outcome dictionary, counts, boards and reports."""

    name = "ligzda.indicators"
    verbose_name = _("Indicators")
