"""A data set that was frozen: its cells, and whatever they rest on."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import Fixed, hash_of


class DataSet(models.Model):
    """Cells of an outcome as they stood at a moment. It never changes.

    `content`: CSV of `contents.columns`; `rests_on`: versions of the dictionary's rule and of code
    lists, by name, and the hash of the plan; `people`: numbers of those who were counted, so that
    an erasure can be told.
    """

    protocol = models.ForeignKey(
        "trial.ProtocolVersion", models.PROTECT, related_name="+", verbose_name=_("protocol")
    )
    outcome = models.CharField(_("outcome"), max_length=40)
    moment = models.CharField(_("moment"), max_length=8)
    as_of = models.DateField(_("as of"))
    content = models.TextField(_("cells (CSV)"))
    sha256 = models.CharField("SHA-256", max_length=64)
    counted = models.PositiveIntegerField(_("participants"))
    rests_on = models.JSONField(_("what it rests on"))
    people = ArrayField(models.BigIntegerField(), verbose_name=_("numbers of the people counted"))
    frozen_at = models.DateTimeField(_("frozen at"))
    frozen_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("frozen by")
    )

    confined_by = None  # cells of the whole network: rules say who reads them

    class PersonalData(personal.Accountability):
        """Who froze it, and the bare numbers of those whom its cells count."""

        purpose = "to say what an evaluation rests on, who froze it, and whom it has lost since"
        retention = personal.WITH_THE_TRIAL
        fields = ("frozen_by", "people")

    impersonal = personal.names(
        "id protocol outcome moment as_of content sha256 counted rests_on frozen_at"
    )

    class Meta:
        verbose_name = _("data set")
        verbose_name_plural = _("data sets")
        ordering: ClassVar = ["-frozen_at", "-id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            Fixed(name="data_set_is_frozen", sentence="data_set_is_frozen")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["protocol", "outcome", "moment", "sha256"], name="data_set_frozen_once"
            ),
            models.CheckConstraint(
                condition=Q(sha256=hash_of("content")), name="data_set_hash_is_of_its_content"
            ),
            models.CheckConstraint(condition=Q(counted__gt=0), name="data_set_counts_somebody"),
            models.CheckConstraint(
                condition=Q(as_of__lte=F("frozen_at__date")),
                name="data_set_is_not_of_the_future",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.moment} {self.sha256[:12]}"
