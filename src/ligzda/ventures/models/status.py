"""Whether an enterprise meets the criteria of the social-enterprise status, as was found."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.ventures.confining import OF_AN_ENTERPRISE
from ligzda.ventures.models.enterprises import KEEP, Enterprise, of_its_municipality


@tracked()
class StatusCheck(models.Model):
    """A criterion of data/criteria.yaml, whether it is met, and which document shows it."""

    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="+", verbose_name=_("enterprise")
    )
    criterion = models.CharField(_("criterion"), max_length=20)
    met = models.BooleanField(_("met"))
    document = models.CharField(_("document"), max_length=100, blank=True, default="")
    checked_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("checked by")
    )
    checked_at = models.DateTimeField(_("checked at"), db_default=Now())

    confined_by = OF_AN_ENTERPRISE

    class PersonalData(personal.Accountability):
        """Who checked it."""

        purpose = "to know what an enterprise still lacks before it applies for the status"
        retention = KEEP
        fields = ("checked_by",)

    impersonal = personal.names("id municipality enterprise criterion met document checked_at")

    class Meta:
        verbose_name = _("checked criterion")
        verbose_name_plural = _("checked criteria")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["enterprise", "criterion"], name="criterion_once"),
            models.CheckConstraint(condition=~Q(criterion=""), name="criterion_is_named"),
        ]
        triggers: ClassVar = [of_its_municipality()]

    def __str__(self) -> str:
        return f"V-{self.enterprise_id}: {self.criterion}"
