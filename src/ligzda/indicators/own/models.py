"""An indicator of a municipality's own, and the values that it types."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.confined import Only
from ligzda.people.confining import OF_A_MUNICIPALITY

OF_ITS_DRAWER = Only("indicator_id IN (SELECT id FROM indicators_ownindicator)")
"""A value is met by whoever meets its indicator."""


class OwnIndicator(models.Model):
    """What a municipality counts for itself. `unit`: what one counted thing is, in its words."""

    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    definition = models.CharField(_("definition"), max_length=600)
    unit = models.CharField(_("unit"), max_length=60)
    added_by = models.ForeignKey("network.User", models.PROTECT, related_name="+")
    added_on = models.DateField(_("added on"))

    confined_by = OF_A_MUNICIPALITY

    class PersonalData(personal.Accountability):
        """Who added it."""

        purpose = "to say who in the municipality answers for an indicator of its own"
        retention = personal.WITH_THE_TRIAL
        fields = ("added_by",)

    impersonal = personal.names("id municipality name definition unit added_on")

    class Meta:
        verbose_name = _("own indicator")
        verbose_name_plural = _("own indicators")
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "name"], name="own_indicator_named_once"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(definition="") & ~Q(unit=""),
                name="own_indicator_says_what_it_counts",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OwnValue(models.Model):
    """A number of it, as of a day."""

    indicator = models.ForeignKey(OwnIndicator, models.PROTECT, related_name="values")
    day = models.DateField(_("day"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2)
    note = models.CharField(_("note"), max_length=200, blank=True, default="")
    written_by = models.ForeignKey("network.User", models.PROTECT, related_name="+")
    written_on = models.DateField(_("written on"))

    confined_by = OF_ITS_DRAWER

    class PersonalData(personal.Accountability):
        """Who wrote it, and a remark in their words."""

        purpose = "to say who in the municipality wrote a value, and what it rests on"
        retention = personal.WITH_THE_TRIAL
        fields = ("written_by", "note")

    impersonal = personal.names("id indicator day value written_on")

    class Meta:
        verbose_name = _("own value")
        verbose_name_plural = _("own values")
        ordering: ClassVar = ["-day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "day"], name="own_value_once_a_day"),
            models.CheckConstraint(
                condition=Q(day__lte=F("written_on")), name="own_value_is_not_of_the_future"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}: {self.value}"
