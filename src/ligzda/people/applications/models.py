"""An application: what was asked for, which documents, what was decided, what was appealed."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.sealed import SealedText
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.keys import OfPerson
from ligzda.people.person_models import DARK, KEEP, Person

_STAYS = """
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'told_on' = to_jsonb(OLD) - 'told_on' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a decision on an application that was made stays as it is'
        USING ERRCODE = 'check_violation';
"""


class Sender(models.TextChoices):
    """Who wrote it: the person, or somebody who refers them."""

    PERSON = "person", _("the person")
    RELATIVE = "relative", _("a relative or friend")
    SOCIAL_WORKER = "social_worker", _("a social worker")
    ORGANISATION = "organisation", _("an organisation")


class OfApplicant(OfPerson):
    """A row about somebody who applied, kept by the municipality that they applied to."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )

    class Meta:
        abstract = True


@tracked(exclude=["secret_hash"])
class Application(OfApplicant):
    """Somebody asks for a place in an incubator. What group they belong to is sealed.

    `due_on`: the last day for deciding; empty while a document that was asked for is missing.
    """

    class State(models.TextChoices):
        """How it stands with it."""

        OPEN = "open", _("waits for a decision")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("taken back")

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    sender = models.CharField(_("who wrote it"), max_length=13, choices=Sender)
    helper = SealedText(_("who refers: name and telephone"), most=300)
    groups = SealedText(_("target groups"), most=400)  # codes with blanks between them
    received_on = models.DateField(_("received"))
    due_on = models.DateField(_("to be decided by"), null=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    # Of the private link by which somebody without an account follows it.
    secret_hash = models.CharField(
        _("hash of the link's secret"), max_length=64, unique=True, null=True
    )

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Dates and state are counted; groups tell of health and origin and are sealed."""

        purpose = (
            "to decide whether somebody may come, by the target groups of the law, and how many "
            "hours a week they may book where a group has hours of its own"
        )
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        special_category = True
        condition = "GDPR Art. 9(2)(b), social protection"
        fields = (
            "person", "sender", "helper", "groups", "received_on", "due_on", "state",
            "recorded_by", "secret_hash",
        )  # fmt: skip
        erased = ("helper", "groups", "secret_hash")

    impersonal = personal.names("id municipality incubator sealed_as")

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        indexes: ClassVar = [
            models.Index(fields=["person"], name="people_applications_of_one"),
            models.Index(
                fields=["municipality", "due_on"],
                condition=Q(state="open"),
                name="people_applications_open",
            ),
            models.Index(
                fields=["municipality", "-received_on"], name="people_applications_by_day"
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(state="open"), name="application_one_open"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "accepted", "refused", "withdrawn"])
                & Q(sender__in=Sender.values),
                name="application_state_and_sender_are_known",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gt=F("received_on")),
                name="application_due_after_it_came",
            ),
        ]

    def __str__(self) -> str:
        return f"A-{self.pk}"

    @property
    def group_codes(self) -> list[str]:
        """The codes of the groups that were named."""
        return str(self.groups).split()


@tracked()
class ApplicationDocument(OfApplicant):
    """A document that was asked for, and the day on which it was shown. No copy is kept of it."""

    application = models.ForeignKey(
        Application, models.PROTECT, related_name="documents", verbose_name=_("application")
    )
    what = SealedText(_("document"), most=300)
    asked_on = models.DateField(_("asked for on"))
    seen_on = models.DateField(_("seen on"), null=True)
    seen_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=_("seen by"),
    )

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """What a document is called tells what it proves."""

        purpose = "to know what was asked for and when it was shown: the limit for deciding"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        special_category = True
        condition = "GDPR Art. 9(2)(b), social protection"
        fields = ("person", "application", "what", "asked_on", "seen_on", "seen_by")
        erased = ("what",)
        stays_dark = True  # it is never without its words

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("document of an application")
        verbose_name_plural = _("documents of applications")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(seen_on__isnull=True, seen_by__isnull=True)
                | Q(seen_on__isnull=False, seen_by__isnull=False, seen_on__gte=F("asked_on")),
                name="application_document_seen_by_somebody_after_it_was_asked",
            ),
            models.CheckConstraint(condition=~Q(what=b""), name="application_document_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.application_id}.{self.pk}"


@tracked()
class ApplicationDecision(OfApplicant):
    """A decision with its reasons: written up by one, made by another. Once made it stays."""

    class Outcome(models.TextChoices):
        """What was decided."""

        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")

    application = models.ForeignKey(
        Application, models.PROTECT, related_name="decisions", verbose_name=_("application")
    )
    outcome = models.CharField(_("decision"), max_length=8, choices=Outcome)
    reasons = SealedText(_("reasons"), most=2000)
    written_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("written up by")
    )
    written_at = models.DateTimeField(_("written up"), db_default=Now())
    decided_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=_("decided by"),
    )
    decided_on = models.DateField(_("decided on"), null=True)
    told_on = models.DateField(_("letter handed over on"), null=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Outcome and days are counted; reasons are sealed."""

        purpose = "to say what was decided, why, by whom and when, so that it can be appealed"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        special_category = True
        condition = "GDPR Art. 9(2)(b), social protection"
        fields = (
            "person", "application", "outcome", "reasons", "written_by", "written_at",
            "decided_by", "decided_on", "told_on",
        )  # fmt: skip
        erased = ("reasons",)
        stays_dark = True  # it is never without its words

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("decision on an application")
        verbose_name_plural = _("decisions on applications")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(decided_on__isnull=True),
                name="application_decision_one_in_writing",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True, decided_by__isnull=True, told_on__isnull=True)
                | Q(decided_on__isnull=False, decided_by__isnull=False),
                name="application_decision_made_by_somebody_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True) | Q(told_on__gte=F("decided_on")),
                name="application_decision_told_after_it_was_made",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["accepted", "refused"]) & ~Q(reasons=b""),
                name="application_decision_says_what_and_why",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="stays_once_made",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__decided_on__isnull=False),
                func=_STAYS,
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id}.{self.pk}"


@tracked()
class ApplicationAppeal(OfApplicant):
    """Somebody does not agree with a refusal. Answered by who did not decide, where one is."""

    class Result(models.TextChoices):
        """What came of it."""

        STANDS = "stands", _("the decision stands")
        ANEW = "anew", _("it is decided anew")

    decision = models.ForeignKey(
        ApplicationDecision, models.PROTECT, related_name="appeals", verbose_name=_("decision")
    )
    grounds = SealedText(_("why"), most=2000)
    lodged_on = models.DateField(_("lodged on"))
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    due_on = models.DateField(_("to be answered by"))
    result = models.CharField(_("answer"), max_length=6, choices=Result, blank=True, default="")
    answer = SealedText(_("reasons of the answer"), most=2000)
    answered_on = models.DateField(_("answered on"), null=True)
    answered_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=_("answered by"),
    )

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Days and result are counted; grounds and answer are sealed."""

        purpose = "to answer whoever does not agree with a decision"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        special_category = True
        condition = "GDPR Art. 9(2)(b), social protection"
        fields = (
            "person", "decision", "grounds", "lodged_on", "recorded_by", "due_on", "result",
            "answer", "answered_on", "answered_by",
        )  # fmt: skip
        erased = ("grounds", "answer")
        stays_dark = True  # it is never without its words

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("appeal against a decision on an application")
        verbose_name_plural = _("appeals against decisions on applications")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["decision"], name="appeal_once_against_a_decision"),
            models.CheckConstraint(
                condition=Q(
                    result="", answer=b"", answered_on__isnull=True, answered_by__isnull=True
                )
                | Q(
                    ~Q(answer=b""),
                    result__in=["stands", "anew"],
                    answered_on__isnull=False,
                    answered_on__gte=F("lodged_on"),
                    answered_by__isnull=False,
                ),
                name="appeal_answered_with_reasons_by_somebody_on_a_day",
            ),
            models.CheckConstraint(condition=~Q(grounds=b""), name="appeal_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id}.{self.pk}"
