"""Which files came back and were taken in."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal


class DocxIntake(models.Model):
    """A DOCX of the living document that was taken in: by its SHA-256, for nothing else is kept.

    Taking it back deletes what of it waits still; then it may come again.
    """

    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    taken_at = models.DateTimeField(_("taken in at"))
    taken_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("taken in by")
    )
    undone_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("taken back by"),
    )  # fmt: skip

    confined_by = None  # among those who write the methodology: rules say who reads them

    class PersonalData(personal.Accountability):
        """Who took it in, and who took it back."""

        purpose = "to say who took a file with comments and changes into the methodology"
        retention = personal.WITH_THE_TRIAL
        fields = ("taken_by", "undone_by")

    impersonal = personal.names("id sha256 taken_at undone_at")

    class Meta:
        verbose_name = _("DOCX that came back")
        verbose_name_plural = _("DOCX that came back")
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sha256"], condition=Q(undone_at__isnull=True), name="docx_taken_in_once"
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="docx_taken_back_by_somebody_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
