"""A table that was released, as it was protected: one line of the ledger."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import Fixed, hash_of


class PublicRelease(models.Model):
    """Figures that left the house together. It never changes and is never taken away.

    `what`: whom or what they count (tables of one `what` are one system of equations); `line`: the
    ledger's line as `ligzda.disclosure.Ledger` writes it, suppressed figures included, so it is as
    confidential as the records; `shown`: what anybody may read of it, a list of rows.
    """

    what = models.CharField(_("what is counted"), max_length=80)
    name = models.CharField(_("release"), max_length=200)
    day = models.DateField(_("day"))
    line = models.TextField(_("line of the ledger"))
    sha256 = models.CharField("SHA-256", max_length=64)
    shown = models.JSONField(_("what is shown"))
    cells = models.PositiveIntegerField(_("cells"))
    hidden = models.PositiveIntegerField(_("cells that are not shown"))
    released_at = models.DateTimeField(_("released at"))
    released_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("released by")
    )

    confined_by = None  # figures of the whole network: rules say who reads what is not shown

    class PersonalData(personal.Accountability):
        """Who released it."""

        purpose = "to say who released figures, and when"
        retention = personal.WITH_THE_TRIAL
        fields = ("released_by",)

    impersonal = personal.names("id what name day line sha256 shown cells hidden released_at")

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering: ClassVar = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            Fixed(name="public_release_is_fixed", sentence="public_release_is_fixed"),
            pgtrigger.Protect(name="public_release_stays", operation=pgtrigger.Delete),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sha256=hash_of("line")), name="public_release_hash_is_of_its_line"
            ),
            models.CheckConstraint(
                condition=Q(hidden__lte=F("cells")), name="public_release_hides_of_its_cells"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.name}"
