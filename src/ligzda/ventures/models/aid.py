"""Support that an enterprise received (de minimis), ceilings of the law, linked undertakings."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, same_number, same_text, tracked
from ligzda.kernel.texts import TextField
from ligzda.ventures.confining import OF_AN_ENTERPRISE
from ligzda.ventures.models.enterprises import (
    KEEP,
    NUMBER,
    OF_ENTERPRISE,
    OfEnterprise,
    of_its_municipality,
    once_in_a_list,
)

NODE = rf"^(V-[1-9]\d{{0,17}}|{NUMBER})$"
"""An undertaking: an enterprise of ours by its number here, another by that of the register."""


class Regulation(models.TextChoices):
    """Under which regulation support is de minimis; which ceiling that has are rows of data."""

    GENERAL = "general", _("general")
    SERVICES = "services", _("services of general economic interest")
    AGRICULTURE = "agriculture", _("agriculture")
    FISHERY = "fishery", _("fishery and aquaculture")


class Counting(models.TextChoices):
    """Over which three years a ceiling is counted."""

    ROLLING = "rolling", _("any three years, to the day")
    FISCAL = "fiscal", _("this fiscal year and the two before it")


@tracked()
class Ceiling(models.Model):
    """The most support that a single undertaking may receive, as the law had it in its days."""

    regulation = models.CharField(_("regulation"), max_length=11, choices=Regulation)
    amount = models.DecimalField(_("ceiling, EUR"), max_digits=10, decimal_places=2)
    counting = models.CharField(_("counted over"), max_length=7, choices=Counting)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("last day it is valid"), null=True, blank=True)
    source = TextField(_("source"), max_length=400)
    recalled = models.BooleanField(_("to be checked"), default=True)

    confined_by = None  # law is public
    PersonalData = None
    impersonal = personal.names("id regulation amount counting valid_from valid_to source recalled")

    class Meta:
        verbose_name = _("ceiling of support")
        verbose_name_plural = _("ceilings of support")
        ordering: ClassVar = ["regulation", "valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["regulation", "valid_from"], name="ceiling_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="ceiling_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(
                    regulation__in=Regulation.values, counting__in=Counting.values, amount__gt=0
                ),
                name="ceiling_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regulation}, {self.valid_from:%Y-%m-%d}"


class AidKind(models.TextChoices):
    """As what support came; its amount is the gross grant equivalent."""

    GRANT = "grant", _("grant")
    PREMISES = "premises", _("premises free of charge, at the rent forgone")
    THINGS = "things", _("machines or things free of charge")
    TAX = "tax", _("tax relief, at the tax forgone")
    LOAN = "loan", _("loan or guarantee")
    OTHER = "other", _("other support")


@tracked()
class Aid(OfEnterprise):
    """Support under a de minimis regulation, counted on the day on which the right to it arose.

    The State's system is the register: `form_number` is the number of the form there. A row of
    another undertaking (`undertaking`) is one that came with the public file, because it is linked
    with `enterprise`.
    """

    undertaking = models.CharField(_("registration number"), max_length=11, blank=True, default="")
    granted_on = models.DateField(_("right arose on"))
    amount = models.DecimalField(
        _("amount, EUR"), max_digits=10, decimal_places=2, help_text=_("Gross grant equivalent.")
    )
    regulation = models.CharField(_("regulation"), max_length=11, choices=Regulation)
    kind = models.CharField(_("kind of support"), max_length=8, choices=AidKind)
    giver = models.CharField(_("given by"), max_length=200)
    form_number = models.CharField(
        _("number of the form in the State's system"), max_length=30, blank=True, default=""
    )
    rent_month = models.DecimalField(
        _("rent forgone, EUR a month"), max_digits=8, decimal_places=2, null=True
    )
    rent_months = models.PositiveSmallIntegerField(_("months"), null=True)
    register = models.ForeignKey(
        "ventures.RegisterFile",
        models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=_("file of a register"),
    )

    confined_by = OF_AN_ENTERPRISE

    class PersonalData(personal.Accountability):
        """Who wrote it down; the rest is about an enterprise."""

        purpose = "to check, before support is given, what an undertaking has received"
        retention = KEEP
        fields = ("entered_by",)

    impersonal = personal.names(
        OF_ENTERPRISE + "undertaking granted_on amount regulation kind giver form_number"
        " rent_month rent_months register"
    )

    class Meta:
        verbose_name = _("support received")
        verbose_name_plural = _("support received")
        ordering: ClassVar = ["-granted_on", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["enterprise", "granted_on"], name="ventures_aid_of_one")
        ]
        constraints: ClassVar = [
            once_in_a_list("aid_reference_once"),
            models.UniqueConstraint(
                fields=["municipality", "enterprise", "undertaking", "form_number"],
                condition=~Q(form_number=""),
                name="aid_form_once",
            ),
            models.CheckConstraint(
                condition=Q(regulation__in=Regulation.values, kind__in=AidKind.values, amount__gt=0)
                & ~Q(giver=""),
                name="aid_is_known",
            ),
            models.CheckConstraint(
                condition=Q(rent_month__isnull=True, rent_months__isnull=True)
                | Q(kind="premises", rent_month__gt=0, rent_months__gte=1)
                & Q(amount=F("rent_month") * F("rent_months")),
                name="aid_of_premises_is_the_rent_forgone",
            ),
            models.CheckConstraint(
                condition=~Q(kind="premises")
                | Q(rent_month__isnull=False)
                | Q(register__isnull=False),
                name="aid_of_premises_says_its_rent",
            ),
            models.CheckConstraint(
                condition=Q(undertaking="")
                | Q(undertaking__regex=f"^{NUMBER}$", register__isnull=False),
                name="aid_of_another_is_of_the_register",
            ),
        ]
        triggers: ClassVar = [of_its_municipality()]

    def __str__(self) -> str:
        return f"V-{self.enterprise_id}: {self.granted_on:%d.%m.%Y}"


class LinkBasis(models.TextChoices):
    """By what two undertakings are one (Regulation (EU) 2023/2831, Art. 2(2))."""

    VOTES = "votes", _("majority of the votes")
    APPOINTS = "appoints", _("right to appoint or remove the majority of the board")
    CONTRACT = "contract", _("dominant influence by a contract or the articles")
    AGREEMENT = "agreement", _("control of the votes by an agreement")


@tracked()
class Link(OfEnterprise):
    """Two undertakings were one single undertaking from one day to another: an edge of the graph.

    `enterprise`: on whose page it was written. An end is an enterprise of ours (“V-12”) or one of
    the Register of Enterprises.
    """

    one = models.CharField(_("undertaking"), max_length=20)
    other = models.CharField(_("linked with"), max_length=20)
    other_name = models.CharField(_("name"), max_length=200, blank=True, default="")
    basis = models.CharField(_("basis"), max_length=9, choices=LinkBasis)
    period = DateRangeField(_("period"))

    confined_by = OF_AN_ENTERPRISE

    class PersonalData(personal.Accountability):
        """Who wrote it down; the rest is about legal persons."""

        purpose = "to add up the support of linked undertakings, as the law asks"
        retention = KEEP
        fields = ("entered_by",)

    impersonal = personal.names(OF_ENTERPRISE + "one other other_name basis period")

    class Meta:
        verbose_name = _("link of undertakings")
        verbose_name_plural = _("links of undertakings")
        ordering: ClassVar = ["period", "id"]
        constraints: ClassVar = [
            once_in_a_list("link_reference_once"),
            ExclusionConstraint(
                name="link_one_at_a_time",
                expressions=[
                    same_number("municipality_id"),
                    same_text("one"),
                    same_text("other"),
                    ("period", OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(one__regex=NODE, other__regex=NODE) & ~Q(one=F("other")),
                name="link_is_of_two_undertakings",
            ),
            models.CheckConstraint(
                condition=Q(
                    basis__in=LinkBasis.values,
                    period__startswith__isnull=False,
                    period__isempty=False,
                ),
                name="link_has_a_basis_and_a_first_day",
            ),
        ]
        triggers: ClassVar = [of_its_municipality()]

    def __str__(self) -> str:
        return f"{self.one} – {self.other}"
