"""A proposal: a package of changes to acts of one kind, with its annotation."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.texts import TextField, no_text
from ligzda.legislation.models.acts import ActText, Kind

_REFUSE_PART_OF_FILED = """
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM legislation_package WHERE id = {old} AND filed_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM legislation_package WHERE id = {new} AND filed_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a filed package cannot be changed' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""
_REFUSE_FILED = """
    RAISE EXCEPTION 'a filed package cannot be changed' USING ERRCODE = 'check_violation';
"""


def part_of_package(package: str = "{row}.package_id") -> pgtrigger.Trigger:
    """Refuse any change to a part of a filed package; `package` is its number in SQL."""
    func = _REFUSE_PART_OF_FILED.format(
        old=package.format(row="OLD"), new=package.format(row="NEW")
    )
    return pgtrigger.Trigger(
        name="as_filed",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=func,
    )


class InForce(models.TextChoices):
    """When a package comes into force: the values of the annotation's term."""

    GENERAL = "general", _("by the general order")
    DATE = "date", _("on a day")
    OTHER = "other", _("on conditions that the act states")


class AnnotationForm(models.TextChoices):
    """By which form a package is annotated."""

    SINCE_2021 = "2021", _("as in the portal of legal acts since 2021")
    BEFORE = "2009", _("as before 2021 (initial impact assessment, sections I to VII)")


@tracked()
class Package(models.Model):
    """Amendments that are submitted together. Drafted until it is signed, and then filed.

    `budget_from`, `budget_cost` (EUR to the cent) and `budget_cost_years` hold from its signature
    on what its budget table is computed of.
    """

    title = TextField(_("what the package is about"), max_length=200)
    problem = TextField(_("problem that it solves"), max_length=2000)
    kind = models.CharField(_("kind of act"), max_length=9, choices=Kind)
    in_force = models.CharField(
        _("comes into force"), max_length=7, choices=InForce, default=InForce.GENERAL
    )
    in_force_on = models.DateField(_("day on which it comes into force"), null=True, blank=True)
    form = models.CharField(
        _("form of the annotation"),
        max_length=4,
        choices=AnnotationForm,
        default=AnnotationForm.SINCE_2021,
    )
    invented = models.BooleanField(_("invented for the demonstration"), default=False)
    drafted_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("drafted by")
    )
    drafted_at = models.DateTimeField(_("begun"), auto_now_add=True)
    signed_by = models.ForeignKey(
        "network.User", models.PROTECT, null=True, related_name="+", verbose_name=_("signed by")
    )
    signed_at = models.DateTimeField(_("signed"), null=True)
    budget_from = models.PositiveSmallIntegerField(_("first year of its budget table"), null=True)
    budget_cost = models.DecimalField(
        _("yearly cost of an incubator"), max_digits=14, decimal_places=2, null=True
    )
    budget_cost_years = models.PositiveSmallIntegerField(
        _("years of which that cost is the mean"), null=True
    )
    filed_by = models.ForeignKey(
        "network.User", models.PROTECT, null=True, related_name="+", verbose_name=_("filed by")
    )
    filed_at = models.DateTimeField(_("filed"), null=True)

    class PersonalData(personal.Accountability):
        """Who drafted, signed and filed."""

        purpose = "to answer who drafted a package, and that two people saw it before it was filed"
        retention = "as long as the package"
        fields = ("drafted_by", "signed_by", "filed_by")

    impersonal = personal.names(
        "id title problem kind in_force in_force_on form invented drafted_at signed_at filed_at "
        "budget_from budget_cost budget_cost_years"
    )

    class Meta:
        verbose_name = _("package of amendments")
        verbose_name_plural = _("packages of amendments")
        ordering: ClassVar = ["-id"]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="filed_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__filed_at__isnull=False),
                func=_REFUSE_FILED,
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values, in_force__in=InForce.values),
                name="package_kind_and_term_are_known",
            ),
            models.CheckConstraint(
                condition=Q(form__in=AnnotationForm.values), name="package_form_is_known"
            ),
            models.CheckConstraint(
                condition=Q(in_force="date", in_force_on__isnull=False)
                | (~Q(in_force="date") & Q(in_force_on__isnull=True)),
                name="package_has_a_day_if_it_says_so",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="package_signed_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(filed_at__isnull=True, filed_by__isnull=True)
                | Q(filed_at__isnull=False, filed_by__isnull=False, signed_at__isnull=False),
                name="package_filed_by_somebody_once_signed",
            ),
            models.CheckConstraint(
                condition=Q(filed_by__isnull=True) | ~Q(filed_by=F("signed_by")),
                name="package_is_filed_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def state(self) -> str:
        """How far it is, in a word."""
        if self.filed_at:
            return str(pgettext_lazy("of a package", "filed"))
        return str(_("signed, waits for a second person") if self.signed_at else _("in draft"))


@tracked()
class Change(models.Model):
    """One amending sentence: as the engine wrote it, and as the lawyer has it in the end."""

    package = models.ForeignKey(
        Package, models.CASCADE, related_name="changes", verbose_name=_("package of amendments")
    )
    text = models.ForeignKey(
        ActText, models.PROTECT, related_name="+", verbose_name=_("text that is amended")
    )
    place = models.PositiveSmallIntegerField(_("place"))
    engine = models.TextField(_("sentence as the engine writes it"), blank=True)
    final = models.TextField(_("sentence as it will be submitted"))
    reason = TextField(_("why"), max_length=1000, blank=True, default=no_text)

    PersonalData = None
    impersonal = personal.names("id package text place engine final reason")

    class Meta:
        verbose_name = _("change of an act")
        verbose_name_plural = _("changes of acts")
        ordering: ClassVar = ["place"]
        triggers: ClassVar = [part_of_package()]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["package", "place"], name="change_has_its_place"),
            models.CheckConstraint(condition=~Q(final=""), name="change_says_something"),
        ]

    def __str__(self) -> str:
        return self.final[:60]


@tracked()
class AnnotationPart(models.Model):
    """What a package's annotation says under a heading (data/annotation.yaml)."""

    package = models.ForeignKey(
        Package, models.CASCADE, related_name="annotation", verbose_name=_("package of amendments")
    )
    code = models.CharField(_("section of the annotation"), max_length=8)
    choice = models.CharField(_("value of the list"), max_length=20, blank=True)
    text = models.TextField(_("text"), blank=True)

    PersonalData = None
    impersonal = personal.names("id package code choice text")

    class Meta:
        verbose_name = _("section of an annotation")
        verbose_name_plural = _("sections of annotations")
        triggers: ClassVar = [part_of_package()]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["package", "code"], name="annotation_section_once"),
            models.CheckConstraint(
                condition=~Q(text="") | ~Q(choice=""), name="annotation_section_says_something"
            ),
        ]

    def __str__(self) -> str:
        return self.code


@tracked()
class Ground(models.Model):
    """A claim that a package rests on, with the hash of its predicate at that time."""

    package = models.ForeignKey(
        Package, models.CASCADE, related_name="grounds", verbose_name=_("package of amendments")
    )
    claim = models.ForeignKey(
        "findings.Claim", models.PROTECT, related_name="+", verbose_name=_("claim")
    )
    sha256 = models.CharField(_("SHA-256 of the predicate"), max_length=64)

    PersonalData = None
    impersonal = personal.names("id package claim sha256")

    class Meta:
        verbose_name = _("claim that a package rests on")
        verbose_name_plural = _("claims that packages rest on")
        triggers: ClassVar = [part_of_package()]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["package", "claim"], name="ground_once_a_package"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="ground_has_a_hash"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.package_id}: {self.claim_id}"
