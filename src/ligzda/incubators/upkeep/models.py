"""What keeps a machine fit for use: its condition over time, plans of maintenance, what was done.

Rows of a machine belong to the incubator that the machine belongs to, so they name no incubator of
their own.
"""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.bookings.models import Occupation
from ligzda.incubators.places.models import Equipment
from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, same_number, tracked
from ligzda.network.models import Municipality


class OfAMachine:
    """What belongs to a machine is confined as the machine is."""

    confined_by = "equipment__incubator__municipality"
    equipment: Any

    @property
    def municipality(self) -> Municipality:
        """Whose it is."""
        found: Municipality = self.equipment.municipality
        return found


@tracked()
class ConditionSpan(OfAMachine, models.Model):
    """How a machine was from one moment to another; `ends` None: how it is.

    A trigger on machines begins and ends them, so that no change of a condition is without one,
    whoever makes it; an action adds the reason.
    """

    equipment = models.ForeignKey(
        Equipment, models.CASCADE, related_name="conditions", verbose_name=_("machine")
    )
    condition = models.CharField(_("condition"), max_length=6, choices=Equipment.Condition.choices)
    begins = models.DateTimeField(_("begins"))
    ends = models.DateTimeField(_("ends"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    PersonalData = None
    impersonal = personal.names("id equipment condition begins ends reason")

    class Meta:
        verbose_name = _("condition of a machine")
        verbose_name_plural = _("conditions of machines")
        ordering = ["-begins", "-pk"]
        constraints = [
            ExclusionConstraint(
                name="condition_one_at_a_time",
                expressions=[
                    same_number("equipment"),
                    (Func(F("begins"), F("ends"), function="tstzrange"), OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(condition__in=["good", "worn", "repair"]),
                name="condition_is_known",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(begins__lte=F("ends")),
                name="condition_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.get_condition_display()


@tracked()
class MaintenancePlan(OfAMachine, models.Model):
    """What is done to a machine every so many months, or hours of use, whichever comes first."""

    equipment = models.ForeignKey(
        Equipment, models.CASCADE, related_name="plans", verbose_name=_("machine")
    )
    what = models.CharField(_("what is done"), max_length=120)
    every_months = models.PositiveSmallIntegerField(
        _("every so many months"), null=True, blank=True
    )
    every_hours = models.PositiveSmallIntegerField(
        _("every so many hours of use"), null=True, blank=True
    )
    counts_from = models.DateField(_("counts from"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    PersonalData = None
    impersonal = personal.names("id equipment what every_months every_hours counts_from ended_on")

    class Meta:
        verbose_name = _("plan of maintenance")
        verbose_name_plural = _("plans of maintenance")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="plan_says_what"),
            models.CheckConstraint(
                condition=Q(every_months__isnull=False) | Q(every_hours__isnull=False),
                name="plan_says_how_often",
            ),
            models.CheckConstraint(
                condition=(
                    Q(every_months__isnull=True) | Q(every_months__gte=1, every_months__lte=120)
                )
                & (Q(every_hours__isnull=True) | Q(every_hours__gte=1)),
                name="plan_interval_is_possible",
            ),
        ]

    def __str__(self) -> str:
        return self.what


@tracked()
class Maintenance(OfAMachine, models.Model):
    """A maintenance of a machine: entered ahead with its hours, or when it is done, or both.

    Its hours are an `Occupation` like any other, so that it overlaps no booking.
    """

    equipment = models.ForeignKey(
        Equipment, models.CASCADE, related_name="maintenance", verbose_name=_("machine")
    )
    # None: nobody had planned it. Of the same machine, as its occupation is (migration 0006).
    plan = models.ForeignKey(
        MaintenancePlan,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="done",
        verbose_name=_("plan of maintenance"),
    )
    occupation = models.OneToOneField(
        Occupation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="maintenance",
        verbose_name=_("hours"),
    )
    what = models.CharField(_("what is done"), max_length=120)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.CharField(
        _("done by"),
        max_length=120,
        blank=True,
        help_text=_("The company or the function, such as: workshop instructor."),
    )
    cost = models.DecimalField(
        _("cost, EUR"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class PersonalData(personal.Declared):
        """The form asks for a company or a function."""

        purpose = "to show who maintained a machine"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = "the coordinator writes the function in place of a name"
        fields = ("done_by",)

    impersonal = personal.names("id equipment plan occupation what done_on cost note")

    class Meta:
        verbose_name = _("maintenance")
        verbose_name_plural = _("maintenance")
        ordering = ["-done_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="maintenance_says_what"),
            models.CheckConstraint(
                condition=(Q(done_on__isnull=False) & ~Q(done_by=""))
                | Q(done_on__isnull=True, done_by="", cost__isnull=True, occupation__isnull=False),
                name="maintenance_has_hours_or_was_done_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gte=0),
                name="maintenance_cost_is_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.what
