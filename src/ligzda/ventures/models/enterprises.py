"""An enterprise, and who is behind it from when to when."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, same_number, same_text, tracked
from ligzda.kernel.sealed import SealedText
from ligzda.people.keys import OfPerson, unlock
from ligzda.people.models import Person
from ligzda.ventures.confining import OF_A_PERSON, THE_ENTERPRISE

KEEP = gettext_noop("five years after the last stay has ended, or until erased")
DARK = "people.rights.erase deletes the person's key: what is sealed is unreadable everywhere"
NUMBER = r"[4-9]\d{10}"
"""A registration number of the Register of Enterprises; what begins lower is a personal code."""


class Form(models.TextChoices):
    """The legal form, as far as the house tells them apart."""

    COMPANY = "company", _("limited-liability company (SIA)")
    COOPERATIVE = "cooperative", _("cooperative society")
    ASSOCIATION = "association", _("association or foundation")
    MERCHANT = "merchant", _("individual merchant (IK)")
    FARM = "farm", _("farm or individual undertaking")
    SELF_EMPLOYED = "self_employed", _("self-employed without an enterprise")


PERSONAL_FORMS = (Form.MERCHANT, Form.FARM, Form.SELF_EMPLOYED)
"""Whose name is, or holds, that of the person behind it: what names them is sealed."""


@tracked()
class Enterprise(OfPerson):
    """An enterprise founded by participants, or the work of somebody who is self-employed.

    Of a legal person, name and registration number are public and stand in clear. Of a personal
    form they name somebody, so they are sealed under the key of that `person`.
    """

    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    form = models.CharField(_("legal form"), max_length=14, choices=Form)
    name = models.CharField(_("name"), max_length=200, blank=True, default="")
    registration_number = models.CharField(
        _("registration number"), max_length=11, blank=True, default=""
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", null=True, verbose_name=_("person")
    )
    own_name = SealedText(_("name"))
    own_number = SealedText(_("registration number"), most=11)
    activity = models.CharField(_("NACE division"), max_length=2, blank=True, default="")
    entered_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    entered_at = models.DateTimeField(_("written at"), db_default=Now())
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    confined_by = THE_ENTERPRISE

    class PersonalData(personal.Declared):
        """A person's own business is sealed as the person is."""

        purpose = "to follow what participants founded: whether it lasts, whom it employs"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = ("person", "own_name", "own_number", "entered_by")
        erased = ("own_name", "own_number")

    impersonal = personal.names(
        "id municipality form name registration_number activity entered_at invented sealed_as"
    )

    class Meta:
        verbose_name = _("enterprise")
        verbose_name_plural = _("enterprises")
        indexes: ClassVar = [
            models.Index(fields=["municipality", "-id"], name="ventures_of_a_municipality")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "registration_number"],
                condition=~Q(registration_number=""),
                name="enterprise_number_once_in_a_municipality",
            ),
            models.CheckConstraint(
                condition=Q(form__in=Form.values), name="enterprise_form_is_known"
            ),
            models.CheckConstraint(
                condition=Q(form__in=PERSONAL_FORMS, person__isnull=False, name="")
                & Q(registration_number="")
                | ~Q(form__in=PERSONAL_FORMS)
                & Q(person__isnull=True, own_name=b"", own_number=b"")
                & ~Q(name="")
                & ~Q(registration_number=""),
                name="enterprise_is_named_by_its_form",
            ),
            models.CheckConstraint(
                condition=Q(registration_number="") | Q(registration_number__regex=f"^{NUMBER}$"),
                name="enterprise_number_is_of_the_register",
            ),
            models.CheckConstraint(
                condition=Q(activity="") | Q(activity__regex=r"^\d\d$"),
                name="enterprise_activity_is_a_division",
            ),
        ]

    def __str__(self) -> str:
        return f"V-{self.pk}"

    @property
    def is_personal(self) -> bool:
        """Whether its name is that of a person."""
        return self.form in PERSONAL_FORMS

    @property
    def title(self) -> str:
        """Its name as it is said; its number where nothing is known or left."""
        return (self.own_name if self.is_personal else self.name) or str(self)

    @property
    def number(self) -> str:
        """Its registration number; empty where it has none."""
        return self.own_number if self.is_personal else self.registration_number


def open_names(rows: list[Enterprise]) -> None:
    """Have the keys of those whose name is a person's at hand, by one query."""
    unlock(row for row in rows if row.person_id is not None)


class InvolvementRole(models.TextChoices):
    """What somebody is to an enterprise."""

    FOUNDER = "founder", pgettext_lazy("of an enterprise", "founder")
    OWNER = "owner", pgettext_lazy("of an enterprise", "owner")
    BOARD = "board", _("member of the board")
    ADVISER = "adviser", _("member of the consultative body")


@tracked()
class Involvement(OfPerson):
    """Somebody is something to an enterprise from a day on: one person two firms, five one."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="involved", verbose_name=_("enterprise")
    )
    role = models.CharField(_("role"), max_length=8, choices=InvolvementRole)
    period = DateRangeField(_("period"))

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Role and days are counted; who it is stands as a number."""

        purpose = "to know who founded what"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = ("person", "enterprise", "role", "period")

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("role in an enterprise")
        verbose_name_plural = _("roles in enterprises")
        ordering: ClassVar = ["period", "id"]
        indexes: ClassVar = [models.Index(fields=["person"], name="ventures_of_a_person")]
        constraints: ClassVar = [
            ExclusionConstraint(
                name="involvement_one_at_a_time",
                expressions=[
                    same_number("enterprise_id"),
                    same_number("person_id"),
                    same_text("role"),
                    ("period", OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(role__in=InvolvementRole.values), name="involvement_role_is_known"
            ),
            models.CheckConstraint(
                condition=Q(period__startswith__isnull=False, period__isempty=False),
                name="involvement_has_a_first_day",
            ),
        ]

    def __str__(self) -> str:
        return f"P-{self.person_id}: {self.role}"


def of_its_municipality() -> pgtrigger.Trigger:
    """Refuse a row of an enterprise under another municipality than the enterprise's."""
    return pgtrigger.Trigger(
        name="of_its_municipality",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("enterprise_id", "municipality_id"),  # type: ignore[no-untyped-call]
        func="""
            PERFORM 1 FROM ventures_enterprise e
            WHERE e.id = NEW.enterprise_id AND e.municipality_id = NEW.municipality_id
            FOR SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'the enterprise is another municipality''s'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


class OfEnterprise(models.Model):
    """What is written of an enterprise: by whom, and under which number of the municipality's list.

    A list that is given twice adds nothing: `reference` names the row.
    """

    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="+", verbose_name=_("enterprise")
    )
    reference = models.CharField(_("number in your list"), max_length=20, blank=True, default="")
    entered_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    entered_at = models.DateTimeField(_("written at"), db_default=Now())

    class Meta:
        abstract = True


OF_ENTERPRISE = "id municipality enterprise reference entered_at "
"""Names of the fields of `OfEnterprise` that tell nothing of a person."""


def once_in_a_list(name: str) -> models.UniqueConstraint:
    """Return the constraint that a number of the municipality's list names one row."""
    return models.UniqueConstraint(
        fields=["municipality", "reference"], condition=~Q(reference=""), name=name
    )
