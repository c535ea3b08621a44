"""The methodology room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MethodologyConfig(AppConfig):
    """Recommendations, and the editions in which they are published."""

    name = "ligzda.methodology"
    verbose_name = _("Methodology")
