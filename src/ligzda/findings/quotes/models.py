"""A quote of somebody who was served by a model."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import Fixed
from ligzda.languages import LANGUAGES


class Quote(models.Model):
    """Words of somebody, coded by theme. Nothing leads from them to the person or the place.

    `receipt` is printed on the paper that the person keeps: whoever names it has the words taken
    back, and then they are gone. Public once another than who wrote them down has approved them.
    """

    class Theme(models.TextChoices):
        """What it is about: the code of the qualitative analysis."""

        WORK = "work", pgettext_lazy("theme", "work and pay")
        LEARNING = "learning", pgettext_lazy("theme", "learning")
        PEOPLE = "people", pgettext_lazy("theme", "people and belonging")
        SUPPORT = "support", pgettext_lazy("theme", "support")
        ENTERPRISE = "enterprise", pgettext_lazy("theme", "an enterprise of one's own")
        OBSTACLE = "obstacle", pgettext_lazy("theme", "obstacles")

    class Speaker(models.TextChoices):
        """Who says it, as far as it is told."""

        PARTICIPANT = "participant", _("a participant")
        FORMER = "former", _("a former participant")
        FAMILY = "family", _("a relative of a participant")
        OWNER = "owner", _("an owner of an enterprise")

    model = models.ForeignKey(
        "blueprints.OperatingModel", models.PROTECT, related_name="+", verbose_name=_("model")
    )
    theme = models.CharField(_("theme"), max_length=10, choices=Theme)
    speaker = models.CharField(_("who says it"), max_length=11, choices=Speaker)
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGES)
    text = models.TextField(_("words"), blank=True, max_length=600)
    consented_on = models.DateField(_("agreed on"))
    consent_sha256 = models.CharField(_("SHA-256 of what was agreed to"), max_length=64)
    receipt = models.CharField(_("number on the paper"), max_length=9, unique=True)
    written_at = models.DateTimeField(_("written down at"))
    written_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("written down by")
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    approved_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
    )
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    confined_by = None  # nobody's name or place stands in it; drafts are shown by rules

    class PersonalData(personal.Declared):
        """What somebody said, and who wrote it down and approved it."""

        purpose = "to let those who were served by a model speak where it is judged"
        basis = personal.CONSENT
        retention = personal.WITH_THE_TRIAL
        erasure = "findings.quotes.actions.take_back empties the words, named by their receipt"
        fields = ("text", "consented_on", "receipt", "written_by", "approved_by")

    impersonal = personal.names(
        "id model theme speaker language consent_sha256 written_at approved_at taken_back_at"
    )

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering: ClassVar = ["theme", "id"]
        triggers: ClassVar = [
            Fixed(
                name="quote_stays_as_written",
                exclude=["text", "approved_at", "approved_by", "taken_back_at"],
                sentence="quote_stays_as_written",
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="quote_approved_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("written_by")),
                name="quote_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) & ~Q(text="")
                | Q(taken_back_at__isnull=False, text=""),
                name="quote_taken_back_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.receipt
