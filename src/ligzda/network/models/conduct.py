"""Who has accepted which version of the code of conduct, and when."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.network.models.members import User


class ConductAcceptance(models.Model):
    """A person has read and accepted a version of the code of conduct; never changed."""

    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("who"))
    version = models.CharField(_("version"), max_length=20)
    accepted_at = models.DateTimeField(_("when"), auto_now_add=True)

    class PersonalData(personal.Accountability):
        """That somebody knew the rules must be answered for as long as what they did is."""

        purpose = "to show that a person knew the code of conduct before acting for a partner"
        retention = "as long as the audit trail"
        fields = ("user", "accepted_at")

    impersonal = personal.names("id version")

    class Meta:
        verbose_name = _("acceptance of the code of conduct")
        verbose_name_plural = _("acceptances of the code of conduct")
        constraints = [
            models.UniqueConstraint(fields=["user", "version"], name="conduct_accepted_once"),
            models.CheckConstraint(condition=~Q(version=""), name="conduct_names_its_version"),
        ]
        triggers = [pgtrigger.Protect(name="accepted_stays", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.version}"
