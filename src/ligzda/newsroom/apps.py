"""The newsroom as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """Articles, banners, comments and their moderation."""

    name = "ligzda.newsroom"
    label = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        """Clean every picture before it is stored, whichever page or loader brings it."""
        from django.db.models.signals import pre_save

        from ligzda.newsroom.picture_upload import clean_upload

        pre_save.connect(clean_upload, sender="wagtailimages.Image")
