"""A recommendation, its judgements by criterion, and the claims that it rests on."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import part_of_version
from ligzda.kernel.texts import TextField, no_text

TABLE = "methodology_recommendation"


class Recommendation(models.Model):
    """A version of a recommendation. What is published stays; a change is the next version.

    `monitoring` is a predicate (docs/claims.md), or empty.
    """

    class Strength(models.TextChoices):
        """How firmly it is said (GRADE)."""

        STRONG = "strong", _("strong")
        CONDITIONAL = "conditional", _("conditional")

    number = models.PositiveSmallIntegerField(_("number"))
    version = models.PositiveSmallIntegerField(_("version"))
    strength = models.CharField(_("strength"), max_length=11, choices=Strength.choices)
    title = TextField(_("what is recommended"), max_length=300)
    for_whom = TextField(_("for whom"), max_length=1000)
    justification = TextField(_("why"), max_length=2000)
    how = TextField(_("how to implement"), max_length=2000)
    gaps = TextField(_("what is not known yet"), max_length=1000, blank=True, default=no_text)
    change = TextField(
        _("what would change our mind"), max_length=1000, blank=True, default=no_text
    )
    monitoring = models.CharField(_("monitoring"), max_length=2000, blank=True)
    invented = models.BooleanField(_("invented for the demonstration"), default=False)
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
    )

    confined_by = None  # what is recommended to everybody

    class PersonalData(personal.Accountability):
        """Who wrote it, and who published it."""

        purpose = "to say who wrote a recommendation, and that another person published it"
        retention = personal.WITH_THE_TRIAL
        fields = ("written_by", "published_by")

    impersonal = personal.names(
        "id number version strength title for_whom justification how gaps change monitoring "
        "invented written_at published_at"
    )

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering: ClassVar = ["number", "version"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="recommendation_published_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number", "version"], name="recommendation_version_once"
            ),
            models.UniqueConstraint(
                fields=["number"],
                condition=Q(published_at__isnull=True),
                name="recommendation_one_draft_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, version__gte=1), name="recommendation_counts_from_one"
            ),
            models.CheckConstraint(
                condition=Q(strength__in=["strong", "conditional"]),
                name="recommendation_strength_is_known",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="recommendation_published_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(published_by__isnull=True) | ~Q(published_by=F("written_by")),
                name="recommendation_published_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}.{self.version}"


class Criterion(models.Model):
    """What was judged by one criterion of the frame (data/criteria.yaml), and why."""

    version = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="criteria", verbose_name=_("recommendation")
    )
    code = models.CharField(_("criterion"), max_length=20)
    judgement = models.CharField(_("judgement"), max_length=20)
    text = TextField(_("why"), max_length=1000)

    confined_by = None  # part of a recommendation

    PersonalData = None
    impersonal = personal.names("id version code judgement text")

    class Meta:
        verbose_name = _("judgement by a criterion")
        verbose_name_plural = _("judgements by criterion")
        ordering: ClassVar = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [part_of_version(TABLE, "recommendation")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "code"], name="criterion_judged_once")
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.judgement}"


class RestsOn(models.Model):
    """A claim that a recommendation rests on."""

    version = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="rests_on", verbose_name=_("recommendation")
    )
    claim = models.ForeignKey(
        "findings.Claim", models.PROTECT, related_name="+", verbose_name=_("claim")
    )

    confined_by = None  # part of a recommendation

    PersonalData = None
    impersonal = personal.names("id version claim")

    class Meta:
        verbose_name = _("claim of a recommendation")
        verbose_name_plural = _("claims of recommendations")
        ordering: ClassVar = ["claim"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [part_of_version(TABLE, "recommendation")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "claim"], name="rests_on_a_claim_once")
        ]

    def __str__(self) -> str:
        return f"{self.version_id} → {self.claim_id}"
