"""The training room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    """Courses of the foundation, and the certificates that anyone can verify."""

    name = "ligzda.training"
    verbose_name = _("Training")
