"""Letters that remind somebody that a certificate, or a right to a machine, ends."""

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


class DisuseReminder(models.Model):
    """That a holder is owed a letter so many days before a right to a machine lapses by disuse.

    The day belongs to it: who uses the machine has a later one, and is reminded of that anew.
    """

    authorisation = models.ForeignKey(
        "incubators.Authorisation",
        models.PROTECT,
        related_name="reminders",
        verbose_name=_("right to a machine"),
    )
    lapses_on = models.DateField(_("last day of the right"))
    days_before = models.PositiveSmallIntegerField(_("days before the end"))
    owed_at = models.DateTimeField(_("owed since"), db_default=Now())
    sent_at = models.DateTimeField(_("sent"), null=True)

    confined_by = None  # numbers and days alone; the right's own row is its municipality's
    PersonalData = None
    impersonal = personal.names("id authorisation lapses_on days_before owed_at sent_at")

    class Meta:
        verbose_name = _("reminder of a right that lapses")
        verbose_name_plural = _("reminders of rights that lapse")
        constraints = [
            models.UniqueConstraint(
                fields=["authorisation", "lapses_on", "days_before"],
                name="disuse_reminder_once_a_day_of_lapse",
            ),
            models.CheckConstraint(
                condition=models.Q(days_before__in=[60, 14]),
                name="disuse_reminder_60_or_14_days_before",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authorisation_id}: {self.days_before}"
