"""What was thrown away or ended a moment ago, as it was."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.network.models.members import User


class Undoable(models.Model):
    """The rows of an act that whoever did it can still undo; the act itself has happened.

    `rows` are written by Django's serialiser, files in them too. After LASTS the worker deletes
    this, and with it the last copy of what was thrown away.
    """

    LASTS = datetime.timedelta(minutes=10)

    by = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("who"))
    act = models.CharField(_("action"), max_length=60)
    rows = models.TextField(_("facts before"))
    at = models.DateTimeField(_("when"))

    class PersonalData(personal.Declared):
        """Rows may name who began what was thrown away."""

        purpose = "to let somebody undo for ten minutes what they threw away or ended"
        basis = personal.TASK
        retention = "ten minutes"
        erasure = "network.actions.erase_user deletes it"
        fields = ("by", "act", "rows", "at")

    impersonal = personal.names("id")

    class Meta:
        verbose_name = _("undoable act")
        verbose_name_plural = _("undoable acts")

    def __str__(self) -> str:
        return self.act
