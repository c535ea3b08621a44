"""Letters that remind somebody that a certificate ends."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.training.models.certificates import Certificate


class Reminder(models.Model):
    """That a holder is owed a letter so many days before a certificate ends; when it went.

    The row is the letter's: its constraint lets nobody be owed the same one twice.
    """

    certificate = models.ForeignKey(
        Certificate, models.PROTECT, related_name="reminders", verbose_name=_("certificate")
    )
    days_before = models.PositiveSmallIntegerField(_("days before the end"))
    owed_at = models.DateTimeField(_("owed since"), db_default=Now())
    sent_at = models.DateTimeField(_("sent"), null=True)

    confined_by = None  # as its certificate, and without a name
    PersonalData = None
    impersonal = personal.names("id certificate days_before owed_at sent_at")

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "days_before"], name="reminder_once_a_certificate"
            ),
            models.CheckConstraint(
                condition=models.Q(days_before__in=[60, 14]), name="reminder_60_or_14_days_before"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate_id}: {self.days_before}"
