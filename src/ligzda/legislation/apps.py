"""The legislation room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegislationConfig(AppConfig):
    """Texts of acts, packages of amendments, annotations and opinions."""

    name = "ligzda.legislation"
    verbose_name = _("Legislation")
