"""What is recorded while the trial runs: fidelity, adaptations, who left the flow."""

import datetime

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints.models import TIDIER_ITEMS
from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.trial.running.fidelity import MODERATORS, PARTS

# The TIDieR items that a site can answer in its own way: those of the model's description, and
# those that follow from the levels and the staffing in the model, but are people and rooms here.
LOCAL_ITEMS = [
    *TIDIER_ITEMS,
    ("provider", _("Who does it")),
    ("place", _("Where")),
    ("dose", _("When and how much")),
]


@tracked()
class FidelityAssessment(models.Model):
    """How one incubator ran its model in one quarter, and who says so from what."""

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    quarter = models.DateField(_("first day of the quarter"))
    source = models.CharField(_("source (visit, diary, register …)"), max_length=300)
    note = models.TextField(_("note"), blank=True)
    assessed_on = models.DateField(_("assessed on"), default=datetime.date.today)
    assessor = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("assessor")
    )

    class PersonalData(personal.Accountability):
        """The assessor; notes are about the model, not about persons."""

        purpose = "to answer who judged the fidelity"
        retention = personal.WITH_THE_TRIAL
        fields = ("assessor",)

    impersonal = personal.names("id incubator quarter source note assessed_on")

    class Meta:
        verbose_name = _("assessment of fidelity")
        verbose_name_plural = _("assessments of fidelity")
        constraints = [
            models.UniqueConstraint(
                fields=["incubator", "quarter"], name="fidelity_once_a_quarter"
            ),
            models.CheckConstraint(
                condition=Q(quarter__month__in=[1, 4, 7, 10]) & Q(quarter__day=1),
                name="fidelity_quarter_begins_a_quarter",
            ),
            models.CheckConstraint(
                condition=Q(assessed_on__gte=F("quarter")), name="fidelity_assessed_not_before"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="fidelity_names_its_source"),
        ]

    def __str__(self) -> str:
        return f"{self.incubator_id}, {self.quarter}"


@tracked()
class FidelityItem(models.Model):
    """One part of adherence in its own unit, or one moderator judged from 1 to 5."""

    assessment = models.ForeignKey(
        FidelityAssessment, models.CASCADE, related_name="items", verbose_name=_("assessment")
    )
    item = models.CharField(_("item"), max_length=20)
    planned = models.DecimalField(
        _("planned"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    actual = models.DecimalField(_("done"), max_digits=8, decimal_places=2)

    PersonalData = None
    impersonal = personal.names("id assessment item planned actual")

    class Meta:
        verbose_name = _("item of fidelity")
        verbose_name_plural = _("items of fidelity")
        constraints = [
            models.UniqueConstraint(fields=["assessment", "item"], name="fidelity_item_once"),
            models.CheckConstraint(
                condition=Q(item__in=PARTS, planned__gt=0, actual__gte=0)
                | Q(item__in=MODERATORS, actual__gte=1, actual__lte=5),
                name="fidelity_item_is_known_and_in_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id}: {self.item}"


@tracked()
class Adaptation(models.Model):
    """How one incubator answers an item of its model's description. Only ever added."""

    class Kind(models.TextChoices):
        """TIDieR tells what was planned apart from what was changed on the way."""

        TAILORED = "tailored", _("fitted to the place beforehand")
        MODIFIED = "modified", _("changed while it ran")

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    version = models.ForeignKey(
        "blueprints.ModelVersion",
        models.PROTECT,
        related_name="+",
        verbose_name=_("version of a model"),
    )
    item = models.CharField(_("item of the description"), max_length=20)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    text = models.TextField(_("how it is done here"))
    reason = models.TextField(_("why"))
    since = models.DateField(_("since"))
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    class PersonalData(personal.Accountability):
        """Who recorded it; the words are about the model, not about persons."""

        purpose = "to answer who recorded it"
        retention = personal.WITH_THE_TRIAL
        fields = ("recorded_by",)

    impersonal = personal.names("id incubator version item kind text reason since recorded_at")

    class Meta:
        verbose_name = _("adaptation of a model")
        verbose_name_plural = _("adaptations of models")
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(item__in=[item for item, _title in LOCAL_ITEMS]),
                name="adaptation_item_is_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["tailored", "modified"]), name="adaptation_kind_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(reason=""), name="adaptation_says_what_and_why"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.incubator_id}: {self.item}, {self.since}"


@tracked()
class FlowEvent(models.Model):
    """Why an incubator was not allocated, did not run its model, was lost, stopped, left out."""

    class Stage(models.TextChoices):
        """Where in the flow."""

        EXCLUDED = "excluded", _("excluded before allocation")
        NOT_RECEIVED = "not_received", _("did not run the model it was allocated")
        LOST = "lost", _("lost to follow-up")
        DISCONTINUED = "discontinued", _("discontinued the model")
        NOT_ANALYSED = "not_analysed", _("not analysed")

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    stage = models.CharField(_("stage"), max_length=12, choices=Stage.choices)
    reason = models.CharField(_("reason"), max_length=200)
    happened_on = models.DateField(_("day"))
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    class PersonalData(personal.Accountability):
        """Who recorded."""

        purpose = "to answer who recorded it"
        retention = personal.WITH_THE_TRIAL
        fields = ("recorded_by",)

    impersonal = personal.names("id incubator stage reason happened_on")

    class Meta:
        verbose_name = _("event of the flow")
        verbose_name_plural = _("events of the flow")
        constraints = [
            # Once in each course: the rule says so, which knows the courses.
            models.UniqueConstraint(
                fields=["incubator", "stage", "happened_on"], name="flow_stage_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    stage__in=["excluded", "not_received", "lost", "discontinued", "not_analysed"]
                ),
                name="flow_stage_is_known",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="flow_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.incubator_id}: {self.stage}"
