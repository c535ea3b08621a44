"""An evaluation that nobody registered: asked for in the browser, gone within an hour."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.findings.runs.models import EvaluationRun
from ligzda.kernel import personal


class AdHocEvaluation(models.Model):
    """A table and a plan, how far their evaluation is, and the report.

    The table is emptied as soon as it is evaluated; the row goes after an hour, or when its owner
    says so, unless they asked to keep it. `reports`: the report's HTML by language.
    """

    key = models.CharField(_("key"), max_length=22, unique=True)
    asked_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"))
    name = models.CharField(_("name of the table"), max_length=120)
    table = models.BinaryField(_("table"), blank=True, default=b"")
    plan = models.TextField(_("analysis plan"))
    stage = models.CharField(
        _("stage"),
        max_length=9,
        choices=EvaluationRun.Stage.choices,
        default=EvaluationRun.Stage.WAITING,
    )
    failure = models.TextField(_("why it failed"), blank=True, default="")
    result = models.TextField(_("result (JSON)"), blank=True, default="")
    reports = models.JSONField(_("reports"), default=dict, blank=True)
    keep = models.BooleanField(_("keep"), default=False)

    confined_by = None  # rules show it to who asked for it alone

    class PersonalData(personal.Declared):
        """Who asked; a table whose rows are people stays only until it is evaluated."""

        purpose = "to evaluate a table of an evaluator's own while they wait"
        basis = personal.TASK
        retention = "an hour, the table until it is evaluated; longer where its owner asks for it"
        erasure = "findings.ad_hoc.actions.forget deletes the row"
        fields = ("asked_by", "table", "result", "reports")

    impersonal = personal.names("id key asked_at name plan stage failure keep")

    class Meta:
        verbose_name = _("ad hoc evaluation")
        verbose_name_plural = _("ad hoc evaluations")
        ordering: ClassVar = ["-asked_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(table=b"") | ~Q(stage__in=["finished", "failed"]),
                name="ad_hoc_table_goes_with_the_answer",
            ),
            models.CheckConstraint(
                condition=Q(stage="failed") & ~Q(failure="") | ~Q(stage="failed") & Q(failure=""),
                name="ad_hoc_failed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.key
