"""Opinions on a package: who gave which, in which round, and what was answered."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.legislation.models.packages import Package, part_of_package


class Result(models.TextChoices):
    """What an opinion comes to; the words of the portal of legal acts."""

    AGREED = "agreed", pgettext_lazy("opinion", "agreed")
    NOT_AGREED = "not_agreed", pgettext_lazy("opinion", "not agreed")


class RowKind(models.TextChoices):
    """An objection must be settled before filing, a suggestion need not."""

    OBJECTION = "objection", _("objection")
    SUGGESTION = "suggestion", _("suggestion")


class Outcome(models.TextChoices):
    """What became of an objection or a suggestion."""

    OPEN = "open", pgettext_lazy("opinion", "not answered yet")
    TAKEN = "taken", _("taken into account")
    PARTLY = "partly", _("partly taken into account")
    EXPLAINED = "explained", _("not taken into account, agreed after an explanation")
    DECLINED = "declined", _("not taken into account")


SETTLED = frozenset({Outcome.TAKEN, Outcome.PARTLY, Outcome.EXPLAINED})
"""Outcomes that settle an objection; a suggestion may also be declined."""


@tracked()
class Opinion(models.Model):
    """What an institution says of a package in a round."""

    package = models.ForeignKey(
        Package, models.CASCADE, related_name="opinions", verbose_name=_("package of amendments")
    )
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    giver = models.CharField(_("institution"), max_length=150)
    on = models.DateField(_("day of the opinion"))
    result = models.CharField(pgettext_lazy("opinion", "result"), max_length=10, choices=Result)
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    class PersonalData(personal.Accountability):
        """Who wrote an institution's opinion down."""

        purpose = "to answer who recorded an opinion"
        retention = "as long as the opinion"
        fields = ("recorded_by",)

    impersonal = personal.names("id package round giver on result")

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        ordering: ClassVar = ["round", "on", "id"]
        triggers: ClassVar = [part_of_package()]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["package", "round", "giver"], name="opinion_once_a_round"
            ),
            models.CheckConstraint(
                condition=Q(result__in=Result.values, round__gte=1),
                name="opinion_result_and_round_are_known",
            ),
        ]

    def __str__(self) -> str:
        return self.giver


@tracked()
class OpinionRow(models.Model):
    """An objection or a suggestion against an exact wording, and its answer."""

    opinion = models.ForeignKey(
        Opinion, models.CASCADE, related_name="rows", verbose_name=_("opinion")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=RowKind)
    wording = models.TextField(_("wording of the draft"), blank=True)
    text = models.TextField(_("objection or suggestion"))
    proposed = models.TextField(_("proposed wording"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome, default=Outcome.OPEN)
    answer = models.TextField(_("answer with reasons"), blank=True)

    PersonalData = None
    impersonal = personal.names("id opinion kind wording text proposed outcome answer")

    class Meta:
        verbose_name = _("objection or suggestion")
        verbose_name_plural = _("objections and suggestions")
        ordering: ClassVar = ["id"]
        triggers: ClassVar = [
            part_of_package(
                "(SELECT package_id FROM legislation_opinion WHERE id = {row}.opinion_id)"
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=RowKind.values, outcome__in=Outcome.values),
                name="opinion_row_kind_and_outcome_are_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome="open") | ~Q(answer=""), name="opinion_row_outcome_has_reasons"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="opinion_row_says_something"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def settled(self) -> bool:
        """Whether nothing is open about it."""
        declined = self.kind == RowKind.SUGGESTION and self.outcome == Outcome.DECLINED
        return self.outcome in SETTLED or declined
