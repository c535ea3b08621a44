"""Simulations of what a trial can show, kept by the hash of what was asked."""

from django.utils.translation import gettext_lazy as _

from ligzda.trial.runs import Run


class DesignRun(Run):
    """A question to trial.power; `question` is {plan, question}, done and total are trials."""

    PersonalData = None
    impersonal = Run.impersonal

    class Meta(Run.Meta):
        verbose_name = _("simulated design")
        verbose_name_plural = _("simulated designs")
