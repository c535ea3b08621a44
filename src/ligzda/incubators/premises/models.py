"""Buildings, adaptation works, and what somebody confirmed by hand before an opening.

That a room and a work are of a building of their own incubator is held by keys of two columns
(migration 0006); that a room lies on a floor of its building, by a trigger on each of the two.
"""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.places.models import OfAnIncubator
from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.texts import TextField, no_text

ACCESS_FACTS = (
    "step_free_entrance", "lift", "accessible_toilet", "parking", "tactile_guidance",
    "hearing_loop",
)  # fmt: skip
"""What is asked of every building; unknown until somebody has looked."""


FIRST_BUILDING = "Galvenā ēka"
"""What the building is called that an incubator begins with; its coordinator calls it otherwise."""


@tracked()
class Building(OfAnIncubator, models.Model):
    """A building of an incubator. Every incubator has one from the day it is entered.

    `Incubator.address` is what everybody reads; this is where the rooms are.
    """

    incubator = models.ForeignKey(
        "incubators.Incubator",
        models.CASCADE,
        related_name="buildings",
        verbose_name=_("incubator"),
    )
    name = models.CharField(_("name of the building"), max_length=80)
    address = models.CharField(_("address"), max_length=200, blank=True)
    lowest_floor = models.SmallIntegerField(_("lowest floor"), default=1)
    highest_floor = models.SmallIntegerField(_("highest floor"), default=1)
    step_free_entrance = models.BooleanField(_("entrance without a step"), null=True, blank=True)
    lift = models.BooleanField(_("lift to every floor in use"), null=True, blank=True)
    accessible_toilet = models.BooleanField(_("accessible toilet"), null=True, blank=True)
    parking = models.BooleanField(_("accessible parking place"), null=True, blank=True)
    tactile_guidance = models.BooleanField(
        _("tactile guidance for the blind"), null=True, blank=True
    )
    hearing_loop = models.BooleanField(_("induction loop"), null=True, blank=True)
    narrowest_door_cm = models.PositiveSmallIntegerField(
        _("narrowest door on the way, cm"), null=True, blank=True
    )
    access = TextField(_("accessibility, in words"), max_length=1000, blank=True, default=no_text)

    PersonalData = None
    impersonal = personal.names(
        "id incubator name address lowest_floor highest_floor step_free_entrance lift "
        "accessible_toilet parking tactile_guidance hearing_loop narrowest_door_cm access"
    )

    class Meta:
        verbose_name = _("building")
        verbose_name_plural = _("buildings")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["incubator", "name"], name="building_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="building_has_a_name"),
            models.CheckConstraint(
                condition=Q(lowest_floor__gte=-5, highest_floor__lte=50)
                & Q(lowest_floor__lte=F("highest_floor")),
                name="building_floors_are_in_order",
            ),
            models.CheckConstraint(
                condition=Q(narrowest_door_cm__isnull=True)
                | Q(narrowest_door_cm__gte=30, narrowest_door_cm__lte=500),
                name="building_door_is_a_door",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="has_the_floors_of_its_rooms",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("lowest_floor", "highest_floor"),  # type: ignore[no-untyped-call]
                func="""
                    IF EXISTS (
                        SELECT 1 FROM incubators_room WHERE building_id = NEW.id
                        AND floor NOT BETWEEN NEW.lowest_floor AND NEW.highest_floor
                    ) THEN
                        RAISE EXCEPTION 'a room lies on a floor that the building has no longer'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class AdaptationWork(OfAnIncubator, models.Model):
    """What is built so that an incubator can move in. How far it is follows from its days."""

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="works", verbose_name=_("incubator")
    )
    building = models.ForeignKey(
        Building, models.PROTECT, related_name="works", verbose_name=_("building")
    )
    what = models.CharField(_("what is done"), max_length=200)
    contractor = models.CharField(_("contractor"), max_length=200)
    cost = models.DecimalField(_("cost, EUR"), max_digits=12, decimal_places=2)
    begins_on = models.DateField(_("begins on"))
    ends_on = models.DateField(_("ends on"))
    accepted_on = models.DateField(_("accepted on"), null=True, blank=True)
    accepted_by = models.CharField(
        _("accepted by"),
        max_length=120,
        blank=True,
        help_text=_("The office or the commission, such as: Building Authority of the region."),
    )
    accepted_as = models.CharField(_("number of the act of acceptance"), max_length=60, blank=True)

    class PersonalData(personal.Declared):
        """The form asks for an office; who signs an act of acceptance does so in office."""

        purpose = "to show who accepted the works of an incubator"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = "the coordinator writes the office in place of a name"
        fields = ("accepted_by",)

    impersonal = personal.names(
        "id incubator building what contractor cost begins_on ends_on accepted_on accepted_as"
    )

    class Meta:
        verbose_name = _("adaptation work")
        verbose_name_plural = _("adaptation works")
        ordering = ["begins_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(contractor=""), name="work_says_what_and_by_whom"
            ),
            models.CheckConstraint(condition=Q(cost__gte=0), name="work_cost_is_not_negative"),
            models.CheckConstraint(
                condition=Q(begins_on__lte=F("ends_on")), name="work_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(accepted_on__isnull=True, accepted_by="", accepted_as="")
                | (Q(accepted_on__gte=F("begins_on")) & ~Q(accepted_by="") & ~Q(accepted_as="")),
                name="work_accepted_by_somebody_as_a_document",
            ),
        ]

    def __str__(self) -> str:
        return self.what


@tracked()
class Confirmation(OfAnIncubator, models.Model):
    """What no record of the house can tell of an incubator, confirmed by hand before it opens."""

    class Item(models.TextChoices):
        """What is confirmed."""

        FIRE_SAFETY = "fire_safety", _("fire safety inspection")
        INSURANCE = "insurance", _("insurance of liability and property")
        ELECTRICITY = "electricity", _("measurement of the electrical installation")
        EVACUATION = "evacuation", _("evacuation plan on every floor")
        FIRST_AID = "first_aid", _("first-aid kit, and somebody trained in first aid")

    incubator = models.ForeignKey(
        "incubators.Incubator",
        models.PROTECT,
        related_name="confirmations",
        verbose_name=_("incubator"),
    )
    item = models.CharField(_("what"), max_length=12, choices=Item.choices)
    done_on = models.DateField(_("day of the paper"))
    document = models.CharField(
        _("paper"), max_length=120, help_text=_("Its number and who issued it.")
    )
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("confirmed by")
    )

    class PersonalData(personal.Accountability):
        """Who confirmed it."""

        purpose = "to show who answers for it that an incubator was ready to open"
        retention = personal.WITH_THE_TRIAL
        fields = ("confirmed_by",)

    impersonal = personal.names("id incubator item done_on document valid_until")

    class Meta:
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        constraints = [
            models.UniqueConstraint(fields=["incubator", "item"], name="confirmation_once_an_item"),
            models.CheckConstraint(
                condition=Q(
                    item__in=["fire_safety", "insurance", "electricity", "evacuation", "first_aid"]
                ),
                name="confirmation_item_is_known",
            ),
            models.CheckConstraint(condition=~Q(document=""), name="confirmation_names_a_paper"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("done_on")),
                name="confirmation_ends_after_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.get_item_display()
