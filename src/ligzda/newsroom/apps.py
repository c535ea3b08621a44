"""The newsroom as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """Articles, banners, comments and their moderation."""

    name = "ligzda.newsroom"
    label = "newsroom"
    verbose_name = _("Newsroom")
