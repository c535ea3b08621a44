"""The log of an incubator: accidents, near misses and risks, and the measures that were taken."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.places.models import Equipment, OfAnIncubator, Room
from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.network.models import Municipality


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
