"""Who waits for a time that is taken.

The order is that of asking. While a time is offered, an occupation of kind “offer” keeps it from
everybody else, under the constraint that keeps bookings apart.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.places.models import OfAnIncubator
from ligzda.kernel import personal
from ligzda.kernel.models import tracked


@tracked()
class Waiting(OfAnIncubator, models.Model):
    """Somebody waits for a machine, a bench place or a room at a time that is taken."""

    class Closed(models.TextChoices):
        """How it came to an end."""

        TAKEN = "taken", _("booked")
        WITHDRAWN = "withdrawn", _("given up")
        LAPSED = "lapsed", _("the offer was not answered in time")
        REFUSED = "refused", _("could not be offered")
        OVER = "over", _("nothing became free")

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="waiting", verbose_name=_("incubator")
    )
    equipment = models.ForeignKey(
        "incubators.Equipment",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("machine"),
    )
    room = models.ForeignKey(
        "incubators.Room",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("room"),
    )
    place = models.PositiveSmallIntegerField(_("bench place"), null=True, blank=True)
    instructor = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("instructor"),
    )
    begins = models.DateTimeField(_("begins"))
    ends = models.DateTimeField(_("ends"))
    purpose = models.CharField(_("what for"), max_length=120)
    asked_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="waiting", verbose_name=_("asked by")
    )
    # None: whoever asked works there themselves.
    used_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("for whom"),
    )
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    offered_at = models.DateTimeField(_("offered at"), null=True, blank=True)
    offered_until = models.DateTimeField(_("offered until"), null=True, blank=True)
    told_at = models.DateTimeField(_("letter sent at"), null=True, blank=True)
    closed = models.CharField(_("closed"), max_length=9, choices=Closed.choices, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_why = models.TextField(_("why it could not be offered"), blank=True)

    class PersonalData(personal.Declared):
        """What for is about the work; the form asks for no name."""

        purpose = "to offer a time that becomes free to whoever asked for it first"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = personal.NUMBER_STAYS
        fields = (
            "asked_by", "used_by", "asked_at", "instructor", "begins", "ends", "offered_at",
            "offered_until", "told_at", "closed_at",
        )  # fmt: skip

    impersonal = personal.names("id incubator equipment room place purpose closed closed_why")

    class Meta:
        verbose_name = _("place in a waiting list")
        verbose_name_plural = _("places in waiting lists")
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["incubator", "begins"], condition=Q(closed=""), name="waiting_open"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["asked_by", "equipment", "room", "place", "begins", "ends"],
                condition=Q(closed=""),
                nulls_distinct=False,
                name="waiting_once_for_a_time",
            ),
            models.CheckConstraint(
                condition=Q(equipment__isnull=False, room__isnull=True)
                | Q(equipment__isnull=True, room__isnull=False),
                name="waiting_is_for_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=True) | Q(place__gte=1, room__isnull=False),
                name="waiting_place_is_in_a_room",
            ),
            models.CheckConstraint(condition=Q(begins__lt=F("ends")), name="waiting_ends_later"),
            models.CheckConstraint(condition=~Q(purpose=""), name="waiting_says_what_for"),
            models.CheckConstraint(
                condition=Q(offered_at__isnull=True, offered_until__isnull=True)
                | Q(offered_at__lt=F("offered_until"), offered_until__lte=F("begins")),
                name="waiting_offer_ends_before_the_time_begins",
            ),
            models.CheckConstraint(
                condition=Q(closed="", closed_at__isnull=True, closed_why="")
                | (~Q(closed="") & Q(closed_at__isnull=False)),
                name="waiting_closed_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begins:%Y-%m-%d %H:%M}: {self.purpose}"

    @property
    def offered(self) -> bool:
        """Whether its time is kept for whoever asked."""
        return not self.closed and self.offered_at is not None
