"""Letters about one's own day: who wants which, in which language, and which are owed."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.languages import CODES
from ligzda.network.models.members import User


class NoticeChoice(models.Model):
    """Whether a person wants the daily letter, about what not, and in which language.

    No row: every kind, in the first language of the house. `off` are kinds as the manifests name
    them (kernel/room.py, `notices`).
    """

    user = models.OneToOneField(
        User, models.CASCADE, related_name="notice_choice", verbose_name=_("whose")
    )
    letters = models.BooleanField(_("one letter a day at most, when something waits"), default=True)
    off = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    language = models.CharField(
        _("language of the letters"), max_length=5, default=settings.LANGUAGE_CODE
    )

    class PersonalData(personal.Declared):
        """What somebody wants to hear of."""

        purpose = "to write to a person of what waits for them, as they have chosen"
        basis = personal.TASK
        retention = "as long as the account"
        erasure = "network.actions.erase_user deletes it"
        fields = ("user", "letters", "off", "language")

    impersonal = personal.names("id")

    class Meta:
        verbose_name = _("choice of notices")
        verbose_name_plural = _("choices of notices")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(language__in=CODES),
                name="notice_language_is_spoken",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}"


class Digest(models.Model):
    """The letter of one day to one person. What it says is read when it is sent.

    One row a person and day: whatever ends the job that owes it or the one that sends it, there is
    no second letter (ADR 0071).
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("to whom"))
    day = models.DateField(_("day"))
    sent_at = models.DateTimeField(_("sent"), null=True)

    class PersonalData(personal.Declared):
        """That a letter went."""

        purpose = "to send a person no more than one letter a day"
        basis = personal.TASK
        retention = "four weeks"
        erasure = "network.actions.erase_user deletes it"
        fields = ("user", "day", "sent_at")

    impersonal = personal.names("id")

    class Meta:
        verbose_name = _("daily letter")
        verbose_name_plural = _("daily letters")
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="digest_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.day}"
