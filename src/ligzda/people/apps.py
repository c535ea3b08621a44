"""The room of people as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Participants: their way through an incubator, their outcomes, their rights."""

    name = "ligzda.people"
    verbose_name = _("People")
