"""The findings room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FindingsConfig(AppConfig):
    """Evaluations, their runs and their store; claims. Its jobs run in the worker."""

    name = "ligzda.findings"
    verbose_name = _("Findings")
