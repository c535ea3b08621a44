"""A release: the cells of a run that are public, what they say, and the line in the ledger."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import hash_of


class Release(models.Model):
    """Cells of a run that left by the disclosure room. It is never changed.

    `cells`, `plan`, `result`: public, and enough to compute `result` again; `line`: what the ledger
    of all rooms has of it (indicators.PublicRelease, chained there), with the figures that stay
    hidden: as confidential as the records.
    """

    number = models.PositiveIntegerField(_("number"), unique=True)
    run = models.OneToOneField(
        "findings.EvaluationRun",
        models.PROTECT,
        related_name="release",
        verbose_name=_("evaluation run"),
    )
    added_up = models.BooleanField(_("added up over a factor"))
    cells = models.TextField(_("cells (CSV)"))
    plan = models.TextField(_("analysis plan"))
    result = models.TextField(_("result (JSON)"))
    result_sha256 = models.CharField(_("SHA-256 of the result"), max_length=64)
    line = models.TextField(_("line of the ledger of releases"))
    released_at = models.DateTimeField(_("released at"))

    confined_by = None  # of the whole network; the line is read by the disclosure room alone

    PersonalData = None
    impersonal = personal.names(
        "id number run added_up cells plan result result_sha256 line released_at"
    )

    class Meta:
        verbose_name = _("release of cells")
        verbose_name_plural = _("releases of cells")
        ordering: ClassVar = ["number"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="release_never_changes", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(result_sha256=hash_of("result")), name="release_hash_is_of_its_result"
            ),
            models.CheckConstraint(
                condition=~Q(cells="") & ~Q(plan="") & ~Q(line=""), name="release_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)
