"""An individual plan in its versions, its steps and its reviews."""

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
from ligzda.people.stays.models import Stay


class Goal(models.TextChoices):
    """What the way leads to: the two levels of factor B (blueprints/data/factors.yaml)."""

    JOB = "job", _("a paid job")
    ACTIVITY = "activity", _("an activity of their own")


@tracked()
class Plan(OfPerson):
    """A version of the plan of a stay: a draft until a second person approves it, then fixed.

    What changes afterwards is a new version. The highest number that is approved is in force.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    stay = models.ForeignKey(Stay, models.PROTECT, related_name="plans", verbose_name=_("stay"))
    number = models.PositiveSmallIntegerField(_("version"))
    goal = models.CharField(_("goal"), max_length=8, choices=Goal)
    aim = SealedText(_("the goal in the person's words"), most=600)
    written_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"), db_default=Now())
    approved_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", null=True, verbose_name=_("approved by")
    )
    approved_at = models.DateTimeField(_("approved at"), null=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Which goal is counted; the words are sealed."""

        purpose = "to agree with a person what they want to reach, and to keep to it"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = (
            "person", "stay", "goal", "aim", "written_by", "written_at", "approved_by",
            "approved_at",
        )  # fmt: skip
        erased = ("aim",)

    impersonal = personal.names("id municipality number sealed_as")

    class Meta:
        verbose_name = _("individual plan")
        verbose_name_plural = _("individual plans")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["stay", "number"], name="plan_number_once_a_stay"),
            models.UniqueConstraint(
                fields=["stay"],
                condition=Q(approved_at__isnull=True),
                name="plan_one_draft_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(goal__in=Goal.values, number__gte=1), name="plan_goal_is_known"
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="plan_approved_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=~Q(approved_by=F("written_by")), name="plan_approved_by_a_second_person"
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="fixed_once_approved",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__approved_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"P-{self.person_id}, {self.number}"


@tracked()
class PlanStep(OfPerson):
    """A step of a plan, to be done by a day. Of an approved plan only `done_on` still changes."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="steps", verbose_name=_("individual plan")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    what = SealedText(_("what is to be done"), most=300)
    due = models.DateField(_("due day"))
    done_on = models.DateField(_("done on"), null=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """The days are counted; the words are sealed."""

        purpose = "to agree with a person what is to be done by when"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = ("person", "plan", "what", "due", "done_on")
        erased = ("what",)

    impersonal = personal.names("id municipality number sealed_as")

    class Meta:
        verbose_name = _("step of a plan")
        verbose_name_plural = _("steps of plans")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="step_number_once_a_plan"),
            models.CheckConstraint(condition=~Q(what=b""), name="step_says_what"),
        ]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="fixed_once_approved",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf(  # type: ignore[no-untyped-call]
                    "plan_id", "person_id", "number", "what", "due", "sealed_as"
                )
                | pgtrigger.Delete,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM people_plan p
                        WHERE p.approved_at IS NOT NULL
                            AND p.id = CASE TG_OP WHEN 'INSERT' THEN NEW.plan_id
                                ELSE OLD.plan_id END
                    ) THEN
                        RAISE EXCEPTION 'an approved plan keeps its steps'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}, {self.number}"


class PlanReview(OfPerson):
    """The person and who accompanies them looked at the plan. It never changes, nor has history."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="reviews", verbose_name=_("individual plan")
    )
    day = models.DateField(_("day"))
    text = SealedText(_("what was found"), most=1000)
    by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    at = models.DateTimeField(_("written at"), db_default=Now())

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """The day is counted; the words are sealed."""

        purpose = "to see with a person whether the plan still leads where they want"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = ("person", "plan", "day", "text", "by", "at")
        erased = ("text",)

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("review of a plan")
        verbose_name_plural = _("reviews of plans")
        ordering: ClassVar = ["-day", "-id"]
        triggers: ClassVar = [
            pgtrigger.Protect(name="as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.day:%d.%m.%Y}"
