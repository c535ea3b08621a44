"""What is kept of a machine beside its name: condition, photos, manuals, maintenance; and the log.

Rows of a machine belong to the incubator that the machine belongs to, so they name no incubator of
their own.
"""

from typing import Any

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.bookings.models import Occupation
from ligzda.incubators.places.models import Equipment, OfAnIncubator, Room
from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, hash_of, same_number, tracked
from ligzda.kernel.texts import TextField, no_text
from ligzda.network.models import Municipality

MOST_BYTES_OF_A_MANUAL = 20_000_000
MOST_BYTES_OF_A_PICTURE = 4_000_000
"""As it is kept, written anew and made smaller; what is sent may be larger."""


class OfAMachine:
    """What belongs to a machine is confined as the machine is."""

    confined_by = "equipment__incubator__municipality"
    equipment: Any

    @property
    def municipality(self) -> Municipality:
        """Whose it is."""
        found: Municipality = self.equipment.municipality
        return found


def _octets() -> Func:
    return Func(F("content"), function="octet_length", output_field=models.IntegerField())


class Picture(models.Model):
    """A picture as it was written anew: WebP, with nothing of the camera's."""

    content = models.BinaryField(_("picture"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    width = models.PositiveSmallIntegerField(_("width, pixels"))
    height = models.PositiveSmallIntegerField(_("height, pixels"))
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256=hash_of("content", text=False)),
                name="%(class)s_hash_is_of_its_content",
            )
        ]


@tracked(exclude=["content"])
class EquipmentPhoto(OfAMachine, Picture):
    """What a machine looks like."""

    equipment = models.ForeignKey(
        Equipment, models.CASCADE, related_name="photos", verbose_name=_("machine")
    )
    caption = TextField(_("what is seen"), max_length=200, blank=True, default=no_text)

    PersonalData = None
    impersonal = personal.names("id content sha256 width height added_at equipment caption")

    class Meta(Picture.Meta):
        verbose_name = _("photo of a machine")
        verbose_name_plural = _("photos of machines")
        ordering = ["pk"]
        constraints = [
            *Picture.Meta.constraints,
            models.UniqueConstraint(fields=["equipment", "sha256"], name="photo_once"),
        ]

    def __str__(self) -> str:
        return str(self.caption) or str(self.equipment)


@tracked(exclude=["content"])
class RoomPlan(Picture):
    """The plan of a room; a new one takes its place."""

    room = models.OneToOneField(Room, models.CASCADE, related_name="plan", verbose_name=_("room"))

    confined_by = "room__incubator__municipality"
    PersonalData = None
    impersonal = personal.names("id content sha256 width height added_at room")

    class Meta(Picture.Meta):
        verbose_name = _("plan of a room")
        verbose_name_plural = _("plans of rooms")

    def __str__(self) -> str:
        return str(self.room)

    @property
    def municipality(self) -> Municipality:
        """Whose it is."""
        return self.room.municipality


@tracked(exclude=["content"])
class Manual(OfAMachine, models.Model):
    """A manual of a machine: a PDF for those who work there. Most are their makers' own."""

    equipment = models.ForeignKey(
        Equipment, models.CASCADE, related_name="manuals", verbose_name=_("machine")
    )
    title = models.CharField(_("title"), max_length=120)
    content = models.BinaryField(_("file"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    PersonalData = None
    impersonal = personal.names("id equipment title content sha256 size added_at")

    class Meta:
        verbose_name = _("manual")
        verbose_name_plural = _("manuals")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["equipment", "sha256"], name="manual_once"),
            models.CheckConstraint(condition=~Q(title=""), name="manual_has_a_title"),
            models.CheckConstraint(
                condition=Q(sha256=hash_of("content", text=False)),
                name="manual_hash_is_of_its_content",
            ),
            models.CheckConstraint(
                condition=Q(size=_octets(), size__gt=0, size__lte=MOST_BYTES_OF_A_MANUAL),
                name="manual_size_is_true",
            ),
        ]

    def __str__(self) -> str:
        return self.title


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


@tracked()
class Incident(OfAnIncubator, models.Model):
    """An accident, a near miss or a risk. What was learnt of it stands in its measures.

    Who was hurt, and how, is data concerning health (GDPR Art. 9) and has its place in the report
    that labour law asks for; here is only whether anybody was.
    """

    class Kind(models.TextChoices):
        """What kind."""

        ACCIDENT = "accident", _("accident")
        NEAR_MISS = "near_miss", _("near miss")
        RISK = "risk", _("risk")

    incubator = models.ForeignKey(
        "incubators.Incubator",
        models.PROTECT,
        related_name="incidents",
        verbose_name=_("incubator"),
    )
    room = models.ForeignKey(Room, models.PROTECT, related_name="incidents", verbose_name=_("room"))
    equipment = models.ForeignKey(
        Equipment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="incidents",
        verbose_name=_("machine"),
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices)
    happened_at = models.DateTimeField(_("when"))
    hurt = models.BooleanField(_("somebody was hurt"), default=False)
    what = models.CharField(_("what happened"), max_length=1000)
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    closed_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("closed by"),
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    class PersonalData(personal.Accountability):
        """Who wrote it down and who closed it; the form asks for nobody else's name."""

        purpose = "to learn from accidents, near misses and risks"
        retention = personal.WITH_THE_TRIAL
        fields = ("recorded_by", "recorded_at", "closed_by", "closed_at")

    impersonal = personal.names("id incubator room equipment kind happened_at hurt what")

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        ordering = ["-happened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["accident", "near_miss", "risk"]),
                name="incident_kind_is_known",
            ),
            models.CheckConstraint(condition=~Q(what=""), name="incident_says_what"),
            models.CheckConstraint(
                condition=Q(hurt=False) | Q(kind="accident"),
                name="incident_hurt_is_an_accident",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="incident_closed_by_somebody_at_some_time",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="stays_when_closed",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__closed_at__isnull=False),
                func="""
                    RAISE EXCEPTION 'a closed incident stays as it is'
                        USING ERRCODE = 'check_violation';
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.happened_at:%Y-%m-%d}: {self.get_kind_display()}"


@tracked()
class Measure(models.Model):
    """What was done after an incident, or found out later. Only ever added."""

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="measures", verbose_name=_("incident")
    )
    text = models.CharField(_("measure"), max_length=500)
    added_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    confined_by = "incident__incubator__municipality"

    class PersonalData(personal.Accountability):
        """Who wrote it down."""

        purpose = "to learn from accidents, near misses and risks"
        retention = personal.WITH_THE_TRIAL
        fields = ("added_by", "added_at")

    impersonal = personal.names("id incident text")

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="measure_says_what")]
        triggers = [
            pgtrigger.Trigger(
                name="only_ever_added",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="""
                    RAISE EXCEPTION 'measures of the log are only ever added'
                        USING ERRCODE = 'check_violation';
                """,
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def municipality(self) -> Municipality:
        """Whose it is."""
        return self.incident.municipality
