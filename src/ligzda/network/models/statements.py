"""What somebody has looked up of the statements that the house shows as “to be checked”."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.network.models.members import User


@tracked()
class StatementCheck(models.Model):
    """How it stands with one statement. Which there are is declared in code (`statements.py`).

    `said` is the Latvian text that was looked at: when the house says it otherwise, it is open
    again. No row, or a row of another text: open.
    """

    class Status(models.TextChoices):
        """What came of it."""

        OPEN = "open", _("to be checked")
        CONFIRMED = "confirmed", _("confirmed")
        CORRECTED = "corrected", _("corrected")

    LONGEST_KEY = 80

    key = models.CharField(_("statement"), max_length=LONGEST_KEY, unique=True)
    said = models.TextField(_("what it said"))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices)
    note = models.CharField(_("note"), max_length=600, blank=True)
    checked_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("checked by")
    )
    role = models.CharField(_("in which role"), max_length=20)
    checked_on = models.DateField(_("checked on"))

    class PersonalData(personal.Accountability):
        """Who says that a statement of law is right answers for it."""

        purpose = "to say who has checked what the house states about the law, and when"
        retention = "as long as the statement is shown"
        fields = ("checked_by",)

    impersonal = personal.names("id key said status note role checked_on")

    class Meta:
        verbose_name = _("statement checked")
        verbose_name_plural = _("statements checked")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["open", "confirmed", "corrected"]),
                name="statement_status_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="corrected") | ~Q(note=""),
                name="statement_corrected_says_how",
            ),
        ]

    def __str__(self) -> str:
        return self.key
