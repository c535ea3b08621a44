"""The incubators: where they are, whom they serve, which models they can try."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.bookings.models import Booking, Occupation
from ligzda.incubators.costs.models import ClosedMonth, CostCorrection, MonthlyCost, PlannedCost
from ligzda.incubators.feeds.models import Feed
from ligzda.incubators.orders.models import AwardRoute, Order, OrderPlan
from ligzda.incubators.places.models import Equipment, OpeningHours, Room, SpecialDay
from ligzda.incubators.premises.models import AdaptationWork, Building, Confirmation
from ligzda.incubators.quotas.models import Quota
from ligzda.incubators.rights.models import Authorisation
from ligzda.incubators.upkeep.file_models import EquipmentPhoto, Manual, RoomPlan
from ligzda.incubators.upkeep.log_models import Incident, Measure
from ligzda.incubators.upkeep.models import ConditionSpan, Maintenance, MaintenancePlan
from ligzda.incubators.waiting.models import Waiting
from ligzda.kernel import personal
from ligzda.kernel.models import in_language, tracked
from ligzda.network.models import Municipality

__all__ = [
    "AdaptationWork",
    "Authorisation",
    "AwardRoute",
    "Booking",
    "Building",
    "ClosedMonth",
    "ConditionSpan",
    "Confirmation",
    "CostCorrection",
    "Equipment",
    "EquipmentPhoto",
    "Feed",
    "Incident",
    "Incubator",
    "Maintenance",
    "MaintenancePlan",
    "Manual",
    "Measure",
    "MonthlyCost",
    "Occupation",
    "OpeningHours",
    "Order",
    "OrderPlan",
    "PlannedCost",
    "Quota",
    "Room",
    "RoomPlan",
    "SpecialDay",
    "Waiting",
]


@tracked()
class Incubator(models.Model):
    """A municipality's incubator: small workshops in a building, for a target group."""

    class State(models.TextChoices):
        """States of an incubator."""

        PLANNED = "planned", _("planned")
        ADAPTING = "adapting", _("the building is being adapted")
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    municipality = models.OneToOneField(
        Municipality, models.PROTECT, related_name="incubator", verbose_name=_("municipality")
    )
    slug = models.SlugField(_("address of the page"), max_length=60, unique=True)
    name_lv = models.CharField(_("name (Latvian)"), max_length=200)
    name_en = models.CharField(_("name (English)"), max_length=200)
    address = models.CharField(_("address"), max_length=200, blank=True)
    building_lv = models.CharField(_("building (Latvian)"), max_length=300)
    building_en = models.CharField(_("building (English)"), max_length=300)
    target_group_lv = models.CharField(_("target group (Latvian)"), max_length=300)
    target_group_en = models.CharField(_("target group (English)"), max_length=300)
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    # Planned, or the day on which it did open.
    opens_on = models.DateField(_("opening day"), null=True, blank=True)
    # Codes, not rows: the room of models stands on the same floor. NULL: any model.
    feasible_models = ArrayField(
        models.CharField(max_length=4), null=True, blank=True, verbose_name=_("feasible models")
    )
    feasible_reason_lv = models.TextField(_("why only these models (Latvian)"), blank=True)
    feasible_reason_en = models.TextField(_("why only these models (English)"), blank=True)
    check_in_minutes = models.PositiveSmallIntegerField(
        _("minutes before and after the begin for saying “I am here”"),
        null=True,
        blank=True,
        help_text=_("Who does not say it loses the booking. Empty: nobody needs to."),
    )
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    confined_by = None  # which there are is public
    PersonalData = None
    impersonal = personal.names(
        "id municipality slug name_lv name_en address building_lv building_en target_group_lv "
        "target_group_en state opens_on feasible_models feasible_reason_lv feasible_reason_en "
        "check_in_minutes invented"
    )

    class Meta:
        verbose_name = _("incubator")
        verbose_name_plural = _("incubators")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["planned", "adapting", "open", "closed"]),
                name="incubator_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="open") | Q(opens_on__isnull=False),
                name="incubator_open_since_a_day",
            ),
            models.CheckConstraint(
                condition=Q(check_in_minutes__isnull=True)
                | Q(check_in_minutes__gte=5, check_in_minutes__lte=60),
                name="incubator_check_in_takes_5_to_60_minutes",
            ),
            models.CheckConstraint(
                condition=Q(
                    feasible_models__isnull=True, feasible_reason_lv="", feasible_reason_en=""
                )
                | (
                    Q(feasible_models__isnull=False, feasible_models__len__gt=0)
                    & ~Q(feasible_reason_lv="")
                    & ~Q(feasible_reason_en="")
                ),
                name="incubator_says_why_only_some_models",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self, "name")
