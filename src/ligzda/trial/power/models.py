"""Simulations of what a trial can show, kept by the hash of what was asked."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal


class DesignRun(models.Model):
    """A question to trial.power, and its answer when it is done. The same question: the same row.

    Derived: it can be deleted and computed again, so its history is not kept.
    """

    key = models.CharField(_("SHA-256 of the question"), max_length=64, unique=True)
    question = models.JSONField(_("question"))
    done = models.PositiveIntegerField(_("simulated trials"), default=0)
    total = models.PositiveIntegerField(_("of"))
    answer = models.JSONField(_("answer"), null=True, blank=True)
    problem = models.TextField(_("what went wrong"), blank=True)
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)

    PersonalData = None
    impersonal = personal.names("id key question done total answer problem asked_at")

    class Meta:
        verbose_name = _("simulated design")
        verbose_name_plural = _("simulated designs")
        constraints = [
            models.CheckConstraint(
                condition=Q(key__regex=r"^[0-9a-f]{64}$"), name="design_run_key_is_a_hash"
            ),
            models.CheckConstraint(
                condition=Q(done__lte=models.F("total")), name="design_run_done_of_total"
            ),
        ]

    def __str__(self) -> str:
        return self.key[:8]
