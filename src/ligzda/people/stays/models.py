"""A stay of a person in an incubator under one version of a model, and what was true at entry."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, same_number, tracked
from ligzda.kernel.sealed import SealedText
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.keys import OfPerson
from ligzda.people.person_models import DARK, KEEP, Gender, Person
from ligzda.people.stays.within import holds_what_belongs_to_it


class LabourStatus(models.TextChoices):
    """Where somebody stands on the labour market (ESF+: EECO02 to EECO05)."""

    UNEMPLOYED = "unemployed", _("unemployed")
    INACTIVE = "inactive", _("not looking for work")
    EMPLOYED = "employed", _("employed or self-employed")


class Education(models.TextChoices):
    """The highest level finished, as ISCED 2011 groups them."""

    LOWER = "isced_0_2", _("lower secondary or less (ISCED 0–2)")
    MIDDLE = "isced_3_4", _("upper secondary or vocational (ISCED 3–4)")
    HIGHER = "isced_5_8", _("tertiary (ISCED 5–8)")
    UNKNOWN = "unknown", pgettext_lazy("education", "not known")


class Household(models.TextChoices):
    """With whom somebody lives."""

    ALONE = "alone", _("alone")
    FAMILY = "family", _("with family")
    SHARED = "shared", _("group home or shared flat")
    NONE = "none", _("without a home")
    UNKNOWN = "unknown", pgettext_lazy("household", "not known")


class ExitState(models.TextChoices):
    """Main state in the reference week (outcomes.yaml: exit_state)."""

    OPEN_JOB = "open_job", _("a job on the open labour market")
    WISE_JOB = "wise_job", _("a job in a social enterprise")
    OWN_ENTERPRISE = "own_enterprise", _("an enterprise of their own")
    SELF_EMPLOYED = "self_employed_without_company", _("self-employed without an enterprise")
    EDUCATION = "education", _("education or training")
    SUPPORTED = "supported_workshop", _("a supported workshop")
    UNEMPLOYED = "unemployed", _("unemployed")
    INACTIVE = "inactive", _("not looking for work")
    UNKNOWN = "unknown", pgettext_lazy("state", "not known")


IN_PAID_ACTIVITY = (
    ExitState.OPEN_JOB,
    ExitState.WISE_JOB,
    ExitState.OWN_ENTERPRISE,
    ExitState.SELF_EMPLOYED,
)


class ExitReason(models.TextChoices):
    """Why a stay ended."""

    BY_PLAN = "by_plan", _("as planned")
    JOB = "job", _("found work")
    HEALTH = "health", _("health")
    MOVED = "moved", _("moved away")
    OWN_WISH = "own_wish", _("own wish")
    BREACH = "breach", _("broke the contract")
    TRANSFER = "transfer", _("goes on in another incubator")
    CLOSED = "closed", _("the incubator closed")
    DIED = "died", _("died")
    OTHER = "other", pgettext_lazy("reason", "another reason")


@tracked()
class Stay(OfPerson):
    """From the contract's first day to the last; open while it lasts.

    Under one version of a model: a stay never changes its model; a new one begins.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="stays", verbose_name=_("person")
    )
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    version = models.ForeignKey(
        "blueprints.ModelVersion", models.PROTECT, related_name="+", verbose_name=_("model")
    )
    period = DateRangeField(_("period"))
    contract_on = models.DateField(_("contract signed on"))
    planned_end = models.DateField(_("planned last day"), null=True, blank=True)
    exit_state = models.CharField(
        _("state at exit"), max_length=30, choices=ExitState, blank=True, default=""
    )
    exit_reason = models.CharField(
        _("why it ended"), max_length=12, choices=ExitReason, blank=True, default=""
    )
    exit_note = SealedText(_("note on the exit"), most=1000)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Dates, model and state are what is counted; the note is sealed."""

        purpose = "to know who stays under which model, from when to when, and how it ended"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = (
            "person", "period", "contract_on", "planned_end", "exit_state", "exit_reason",
            "exit_note",
        )  # fmt: skip
        erased = ("exit_note",)

    impersonal = personal.names("id municipality incubator version sealed_as")

    class Meta:
        verbose_name = _("stay")
        verbose_name_plural = _("stays")
        indexes: ClassVar = [
            models.Index(fields=["municipality", "person"], name="people_stays_of_a_municipality")
        ]
        constraints: ClassVar = [
            ExclusionConstraint(
                name="stay_one_at_a_time",
                expressions=[same_number("person"), ("period", OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(period__startswith__isnull=False, period__isempty=False),
                name="stay_has_a_first_day",
            ),
            models.CheckConstraint(
                condition=Q(exit_state="", exit_reason="", period__endswith__isnull=True)
                | Q(
                    ~Q(exit_state=""), ~Q(exit_reason=""), period__endswith__isnull=False
                ),
                name="stay_ends_with_state_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(exit_state__in=["", *ExitState.values])
                & Q(exit_reason__in=["", *ExitReason.values]),
                name="stay_state_and_reason_are_known",
            ),
            models.CheckConstraint(
                condition=Q(period__startswith__gte=models.F("contract_on")),
                name="stay_begins_with_its_contract",
            ),
            models.CheckConstraint(
                condition=Q(planned_end__isnull=True)
                | Q(period__startswith__lte=models.F("planned_end")),
                name="stay_is_planned_to_end_after_it_begins",
            ),
        ]  # fmt: skip
        triggers: ClassVar = [holds_what_belongs_to_it()]

    def __str__(self) -> str:
        return f"P-{self.person_id}: {self.period.lower:%d.%m.%Y}"


class EntrySnapshot(OfPerson):
    """What was true on the first day of a stay. It never changes: ESF+ counts it for ever.

    No history, because there is none. `collected`: why what not everybody is asked was asked.
    """

    class Collected(models.TextChoices):
        """Why a feature is known (esf.md: collect less)."""

        ELIGIBILITY = "eligibility", _("eligibility depends on it")
        CONSENT = "consent", _("with consent")
        NOT = "not_collected", _("not asked; estimated for reports")

    stay = models.OneToOneField(Stay, models.PROTECT, related_name="entry", verbose_name=_("stay"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    age = models.PositiveSmallIntegerField(_("age in years"), null=True)
    gender = models.CharField(_("gender"), max_length=12, choices=Gender)
    labour_status = models.CharField(_("labour status"), max_length=12, choices=LabourStatus)
    months_unemployed = models.PositiveSmallIntegerField(_("months unemployed"), null=True)
    education = models.CharField(
        _("education"), max_length=12, choices=Education, default=Education.UNKNOWN
    )
    household = models.CharField(
        _("household"), max_length=8, choices=Household, default=Household.UNKNOWN
    )
    collected = models.CharField(
        _("why health and origin are known"),
        max_length=16,
        choices=Collected,
        default=Collected.NOT,
    )
    disability = SealedText(_("disability group"), most=10)
    target_group = SealedText(_("target group"), most=60)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """What is counted by is a code in clear; what tells of health or origin is sealed."""

        purpose = "to count whom an incubator serves, and to compare like with like"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        special_category = True
        condition = (
            "GDPR Art. 9(2)(b), social protection; Art. 9(2)(a) where only consent allows it"
        )
        fields = (
            "stay", "person", "age", "gender", "labour_status", "months_unemployed", "education",
            "household", "collected", "disability", "target_group",
        )  # fmt: skip
        erased = ("disability", "target_group")

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("what was true at entry")
        verbose_name_plural = _("what was true at entry")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    gender__in=Gender.values,
                    labour_status__in=LabourStatus.values,
                    education__in=Education.values,
                    household__in=Household.values,
                    collected__in=["eligibility", "consent", "not_collected"],
                ),
                name="entry_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(months_unemployed__isnull=True) | Q(labour_status="unemployed"),
                name="entry_months_are_of_the_unemployed",
            ),
            models.CheckConstraint(
                condition=Q(age__isnull=True) | Q(age__lte=110), name="entry_age_within_reason"
            ),
            models.CheckConstraint(
                condition=~Q(collected="not_collected") | Q(disability=b"", target_group=b""),
                name="entry_what_was_not_asked_is_empty",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.stay_id}"
