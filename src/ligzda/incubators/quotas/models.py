"""How many hours a week somebody may book in an incubator, as who keeps it has set."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.places.models import OfAnIncubator
from ligzda.kernel import personal
from ligzda.kernel.models import tracked


@tracked()
class Quota(OfAnIncubator, models.Model):
    """Hours a week: of one person, of a target group, of a role, or, without any, of everybody.

    A person's own stands above that of their groups, that above that of their roles, that above
    everybody's (quotas/rules.py).
    """

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="quotas", verbose_name=_("incubator")
    )
    role = models.CharField(_("role"), max_length=30, blank=True)  # a key of network/roles.py
    person = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person"),
    )
    # A code of the list that the room of people keeps; who belongs to it is kept there, sealed.
    target_group = models.CharField(_("target group"), max_length=40, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours a week"))

    class PersonalData(personal.Declared):
        """A limit that one person alone has."""

        purpose = "to share the hours of machines and rooms between all who work there"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = personal.NUMBER_STAYS
        fields = ("person",)

    impersonal = personal.names("id incubator role target_group hours")

    class Meta:
        verbose_name = _("quota")
        verbose_name_plural = _("quotas")
        constraints = [
            models.UniqueConstraint(
                fields=["incubator", "role", "target_group", "person"],
                nulls_distinct=False,
                name="quota_once",
            ),
            models.CheckConstraint(
                condition=Q(role="", target_group="")
                | Q(person__isnull=True, role="")
                | Q(person__isnull=True, target_group=""),
                name="quota_is_of_one_kind",
            ),
            models.CheckConstraint(
                condition=Q(hours__gte=1, hours__lte=168), name="quota_fits_into_a_week"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hours} h"
