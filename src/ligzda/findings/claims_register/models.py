"""A claim, its turns, and how certain it is."""

from functools import reduce
from operator import or_
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.findings.claims.lifecycle import TURNS, Cause, State
from ligzda.findings.claims.verdicts import Verdict
from ligzda.kernel import personal
from ligzda.kernel.models import Fixed, hash_of
from ligzda.kernel.texts import TextField
from ligzda.languages import CODES

MUTABLE = [
    "state", "verdict", "computed", *CODES, "run", "checked_at", "checked_key",
    "approved_by", "approved_at",
]  # fmt: skip
"""What checks and the second person write; the rest of a claim stays as it was drafted."""
DOMAINS = (
    "risk of bias",
    "imprecision",
    "inconsistency",
    "indirectness",
    "publication bias",
)
"""GRADE's domains that lower certainty."""

_TURN_IS_THERE = """
    IF NOT EXISTS (
        SELECT FROM findings_claimturn AS turn
        WHERE turn.claim_id = NEW.id AND turn.before = OLD.state AND turn.after = NEW.state
            AND turn.id = (SELECT max(id) FROM findings_claimturn WHERE claim_id = NEW.id)
    ) THEN
        RAISE EXCEPTION 'a claim turns by a turn that says why' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


class Claim(models.Model):
    """A predicate and the sentences rendered from it.

    `predicate`: canonical text; `lv`, `en`: the sentences as last rendered; `computed`: measure,
    error, threshold and effect of the last check; `checked_key`: hash of all that the last check
    rested on, so that the same is not checked twice. A claim is public once another person than its
    author has approved it.
    """

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    predicate = models.TextField(_("predicate"))
    sha256 = models.CharField(_("SHA-256 of the predicate"), max_length=64, unique=True)
    state = models.CharField(_("state"), max_length=20, default=State.DRAFT.value)
    verdict = models.CharField(_("verdict"), max_length=10, blank=True, default="")
    computed = models.JSONField(_("what was computed"), default=dict, blank=True)
    lv = models.TextField(_("sentence in Latvian"), blank=True, default="")
    en = models.TextField(_("sentence in English"), blank=True, default="")
    run = models.ForeignKey(
        "findings.EvaluationRun",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("evaluation run"),
    )
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    checked_key = models.CharField(_("key of the check"), max_length=64, blank=True, default="")
    drafted_at = models.DateTimeField(_("drafted at"))
    drafted_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("author")
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    approved_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
    )

    confined_by = None  # what is said of models, not of people

    class PersonalData(personal.Accountability):
        """Who wrote it, and who agreed."""

        purpose = "to say who wrote a claim, and that another person agreed to it"
        retention = personal.WITH_THE_TRIAL
        fields = ("drafted_by", "approved_by")

    impersonal = personal.names(
        "id number predicate sha256 state verdict computed lv en run checked_at checked_key "
        "drafted_at approved_at"
    )

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering: ClassVar = ["number"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            Fixed(
                name="claim_stays_as_drafted", exclude=MUTABLE, sentence="claim_stays_as_drafted"
            ),
            pgtrigger.Protect(name="claim_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="claim_state_has_its_turn",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state__df=pgtrigger.F("new__state")),
                func=_TURN_IS_THERE,
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sha256=hash_of("predicate")), name="claim_hash_is_of_its_predicate"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in State]), name="claim_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["", *(each.value for each in Verdict)]),
                name="claim_verdict_is_known",
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="claim_approved_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("drafted_by")),
                name="claim_approved_by_another",
            ),
            models.CheckConstraint(
                # What nobody agreed to is not judged, only dropped.
                condition=Q(approved_by__isnull=False) | Q(state__in=["draft", "withdrawn"]),
                name="claim_is_judged_once_approved",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class ClaimTurn(models.Model):
    """A claim's way from one state to another, and why. It is never changed or deleted.

    `told`: in a person's decision their reason; else what moved, in both languages.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="turns", verbose_name=_("claim"))
    before = models.CharField(_("before"), max_length=20)
    after = models.CharField(_("after"), max_length=20)
    cause = models.CharField(_("cause"), max_length=24)
    told = TextField(_("what happened"), max_length=1000)
    run = models.ForeignKey(
        "findings.EvaluationRun",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("evaluation run"),
    )
    on = models.DateField(_("on"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey("network.User", models.PROTECT, related_name="+", verbose_name=_("by"))

    confined_by = None  # what is said of models, not of people

    class PersonalData(personal.Accountability):
        """Whose decision it was."""

        purpose = "to say why a claim turned, and whose decision it was"
        retention = personal.WITH_THE_TRIAL
        fields = ("by",)

    impersonal = personal.names("id claim before after cause told run on at")

    class Meta:
        verbose_name = _("turn of a claim")
        verbose_name_plural = _("turns of claims")
        ordering: ClassVar = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="turn_is_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=reduce(
                    or_,
                    (
                        Q(
                            before=before.value,
                            after=after.value,
                            cause__in=sorted(each.value for each in causes),
                        )
                        for (before, after), causes in TURNS.items()
                    ),
                ),
                name="turn_is_in_the_table",
            ),
            models.CheckConstraint(
                condition=Q(cause=Cause.PERSON.value) | Q(run__isnull=False),
                name="turn_by_facts_names_its_run",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class CertaintyRating(models.Model):
    """How far one of GRADE's domains lowers the certainty of a claim: computed, or a person's.

    The last one of a domain counts, a person's before a computed one; none is ever overwritten.
    """

    claim = models.ForeignKey(
        Claim, models.PROTECT, related_name="ratings", verbose_name=_("claim")
    )
    domain = models.CharField(_("domain"), max_length=16)
    steps = models.PositiveSmallIntegerField(_("levels down"))
    why = TextField(_("reason"), max_length=1000)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("judged by"),
    )

    confined_by = None  # what is said of models, not of people

    class PersonalData(personal.Accountability):
        """Who judged."""

        purpose = "to say who judged how certain a claim is, and why"
        retention = personal.WITH_THE_TRIAL
        fields = ("by",)

    impersonal = personal.names("id claim domain steps why at")

    class Meta:
        verbose_name = _("judgement of certainty")
        verbose_name_plural = _("judgements of certainty")
        ordering: ClassVar = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="rating_is_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(domain__in=list(DOMAINS)), name="rating_domain_is_known"
            ),
            models.CheckConstraint(
                condition=Q(steps__lte=3), name="rating_goes_down_three_levels_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.domain}: −{self.steps}"
