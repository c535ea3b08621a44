"""An evaluation run: what it was made of, how far it is, and what came of it."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import hash_of


class EvaluationRun(models.Model):
    """A registered plan carried out on a frozen data set. It never changes once it is finished.

    `result`: canonical JSON of the evaluation; `rests_on`: versions of the dictionary and code
    lists, as the data set has them; `stage`: what is being done, for whoever waits; `beside`:
    counts by model on the day of the cells, as far as they may be published (`runs.beside`).
    """

    class Stage(models.TextChoices):
        """How far a run is; in between are the stages of `findings.evaluation`."""

        WAITING = "waiting", _("waiting")
        PLAN = "plan", _("reading the plan")
        RECORDS = "records", _("reading the cells")
        POSTERIOR = "posterior", _("computing")
        TAILS = "tails", _("trying heavier tails")
        FINISHED = "finished", _("finished")
        FAILED = "failed", _("failed")

    data_set = models.ForeignKey(
        "indicators.DataSet",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("data set"),
    )
    data_sha256 = models.CharField(_("SHA-256 of the cells"), max_length=64)
    plan = models.TextField(_("analysis plan"))
    plan_sha256 = models.CharField(_("SHA-256 of the plan"), max_length=64)
    rests_on = models.JSONField(_("what it rests on"))
    engine_version = models.CharField(_("version of the engine"), max_length=20)
    seed = models.PositiveIntegerField(_("seed"))
    stage = models.CharField(_("stage"), max_length=9, choices=Stage.choices, default=Stage.WAITING)
    result = models.TextField(_("result (JSON)"), blank=True, default="")
    result_sha256 = models.CharField(_("SHA-256 of the result"), max_length=64, blank=True)
    beside = models.JSONField(_("what stands beside it"), default=dict, blank=True)
    failure = models.TextField(_("why it failed"), blank=True, default="")
    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    confined_by = None  # cells of the whole network: rules say who reads them

    class PersonalData(personal.Accountability):
        """Who asked for it."""

        purpose = "to say who had a plan carried out, and when"
        retention = personal.WITH_THE_TRIAL
        fields = ("asked_by",)

    impersonal = personal.names(
        "id data_set data_sha256 plan plan_sha256 rests_on engine_version seed stage result "
        "result_sha256 beside failure asked_at finished_at"
    )

    class Meta:
        verbose_name = _("evaluation run")
        verbose_name_plural = _("evaluation runs")
        ordering: ClassVar = ["-id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="fixed_once_finished",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__finished_at__isnull=False),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["data_sha256", "plan_sha256", "engine_version", "seed"],
                name="run_once_of_the_same_inputs",
            ),
            models.CheckConstraint(
                condition=Q(plan_sha256=hash_of("plan")), name="run_hash_is_of_its_plan"
            ),
            models.CheckConstraint(
                condition=Q(result="", result_sha256="") | Q(result_sha256=hash_of("result")),
                name="run_hash_is_of_its_result",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, result="") & ~Q(stage="finished")
                | Q(finished_at__isnull=False, stage="finished") & ~Q(result=""),
                name="run_finished_has_its_result",
            ),
            models.CheckConstraint(
                condition=Q(stage="failed") & ~Q(failure="") | ~Q(stage="failed") & Q(failure=""),
                name="run_failed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
