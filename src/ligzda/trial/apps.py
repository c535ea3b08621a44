"""The room as Django sees it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrialConfig(AppConfig):
    """Trial: protocol, assignment, fidelity, flow."""

    name = "ligzda.trial"
    label = "trial"
    verbose_name = _("trial")
