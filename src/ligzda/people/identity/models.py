"""What people are found by, pairs that may be one person, and who asked whether one is known."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.people.confining import OF_A_MUNICIPALITY, OF_A_PERSON
from ligzda.people.person_models import KEEP, Person


class SearchToken(models.Model):
    """A keyed hash by which a person is found: the beginning of a name, the digits of a birth date.

    No history: it goes with the person.
    """

    class Kind(models.TextChoices):
        """What it is a hash of."""

        NAME = "n", _("name")
        BIRTH = "b", _("date of birth")

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=1, choices=Kind)
    token = models.BigIntegerField()

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """A hash with a key that is not in the database."""

        purpose = "to find a person by name without the database knowing the name"
        basis = personal.TASK
        retention = KEEP
        erasure = "people.rights.erase deletes them"
        fields = ("person", "token")
        rows_go = True

    impersonal = personal.names("id municipality kind")

    class Meta:
        verbose_name = _("search token")
        verbose_name_plural = _("search tokens")
        constraints: ClassVar = [
            # By the token first: whoever looks has one, in one municipality.
            models.UniqueConstraint(
                fields=["municipality", "token", "person"], name="token_once_a_person"
            ),
            models.CheckConstraint(condition=Q(kind__in=["n", "b"]), name="token_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}"


@tracked()
class PossibleDouble(models.Model):
    """Two records of a municipality that may be one person, until somebody has said."""

    class State(models.TextChoices):
        """What was said."""

        OPEN = "open", _("to be looked at")
        DIFFERENT = "different", _("two people")
        MERGED = "merged", _("one person")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    other = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("and"))
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    likeness = models.PositiveSmallIntegerField(_("likeness of the names, of 100"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    found_at = models.DateTimeField(_("found"), db_default=Now())

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Two numbers and how alike their names are."""

        purpose = "to keep one record a person"
        basis = personal.TASK
        retention = KEEP
        erasure = personal.NUMBER_STAYS
        fields = ("person", "other", "likeness", "found_at")

    impersonal = personal.names("id municipality state")

    class Meta:
        verbose_name = _("possible double")
        verbose_name_plural = _("possible doubles")
        ordering: ClassVar = ["-likeness", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "other"], name="double_named_once"),
            models.CheckConstraint(
                condition=Q(person__lt=F("other")), name="double_names_the_older_first"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "different", "merged"], likeness__lte=100),
                name="double_state_and_likeness_are_known",
            ),
        ]

    def __str__(self) -> str:
        return f"P-{self.person_id} = P-{self.other_id}?"


class NetworkQuestion(models.Model):
    """Somebody asked whether a person is known anywhere in the network: what for, what was said.

    Of nobody: whom it was about is not kept, so that the log tells nothing.
    """

    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    by = models.ForeignKey("network.User", models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"), db_default=Now())
    purpose = models.CharField(_("what for"), max_length=200)
    known = models.BooleanField(_("known"))

    confined_by = OF_A_MUNICIPALITY

    class PersonalData(personal.Accountability):
        """Who asked, not about whom."""

        purpose = "to see who asks about people of other municipalities, and what for"
        retention = KEEP
        fields = ("by", "at")

    impersonal = personal.names("id municipality purpose known")

    class Meta:
        verbose_name = _("question to the network")
        verbose_name_plural = _("questions to the network")
        ordering: ClassVar = ["-at"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(purpose=""), name="question_says_what_for")
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.at:%d.%m.%Y}"
