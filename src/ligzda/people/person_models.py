"""A person: who they are, under which key what is kept of them is sealed, who looked."""

import datetime
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.sealed import SealedText
from ligzda.people.confining import OF_A_PERSON, PERSON
from ligzda.people.keys import OfPerson

KEEP = gettext_noop("five years after the last stay has ended, or until erased")
DARK = "people.rights.erase deletes the person's key: what is sealed is unreadable everywhere"


class Gender(models.TextChoices):
    """As ESF+ counts it (Annex I of Regulation 2021/1057); a value of its own, never a blank."""

    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    NON_BINARY = "non_binary", _("non-binary")
    UNKNOWN = "unknown", pgettext_lazy("gender", "not said")


class PersonTongue(models.TextChoices):
    """The language that somebody is spoken and written to in."""

    LATVIAN = "lv", pgettext_lazy("spoken", "Latvian")
    ENGLISH = "en", pgettext_lazy("spoken", "English")
    RUSSIAN = "ru", pgettext_lazy("spoken", "Russian")
    UKRAINIAN = "uk", pgettext_lazy("spoken", "Ukrainian")
    SIGN = "lsl", _("Latvian sign language")


@tracked(exclude=["code_token"])
class Person(OfPerson):
    """Somebody who applied, was referred, or stays; one row a municipality that knows them.

    `merged_into`: this row and that are one person. Nothing moves: what belongs to either is shown
    together, and taking the merge back is emptying the field (people.identity).
    """

    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    user = models.ForeignKey(
        "network.User",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("account"),
    )
    given_name = SealedText(_("given name"))
    family_name = SealedText(_("family name"))
    birth_date = SealedText(_("date of birth"), most=10)  # ISO 8601
    personal_code = SealedText(_("personal code"), most=12)
    phone = SealedText(_("telephone"))
    email = SealedText(_("e-mail address"))
    address = SealedText(_("address"), most=300)
    needs = SealedText(_("what helps: an interpreter, large letters, a quiet room"), most=600)
    # Blind index of the personal code (kernel/seal.py): the same code, the same number.
    code_token = models.BigIntegerField(_("token of the personal code"), null=True, db_index=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    gender = models.CharField(_("gender"), max_length=12, choices=Gender, default=Gender.UNKNOWN)
    language = models.CharField(_("language"), max_length=5, choices=PersonTongue, default="lv")
    easy_language = models.BooleanField(_("writes and reads easy language"), default=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, related_name="merged", null=True, verbose_name=_("same person as")
    )
    restricted_on = models.DateField(_("use restricted since"), null=True)
    registered_at = models.DateTimeField(_("registered"), db_default=Now())
    erased_at = models.DateTimeField(_("erased"), null=True)
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    confined_by = PERSON

    class PersonalData(personal.Declared):
        """Sealed, but what counting needs: year of birth, gender, municipality, dates."""

        purpose = "to know whom an incubator serves, and to reach them"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = (
            "user", "given_name", "family_name", "birth_date", "personal_code", "phone", "email",
            "address", "needs", "code_token", "birth_year", "gender", "language", "easy_language",
            "merged_into", "registered_at", "restricted_on", "erased_at",
        )  # fmt: skip
        erased = (
            "given_name", "family_name", "birth_date", "personal_code", "phone", "email", "address",
            "needs", "code_token",
        )  # fmt: skip

    impersonal = personal.names("id municipality invented sealed_as")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes: ClassVar = [
            models.Index(fields=["municipality", "-id"], name="people_of_a_municipality"),
            models.Index(
                fields=["user"], condition=Q(user__isnull=False), name="people_with_an_account"
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "code_token"],
                condition=Q(merged_into__isnull=True),
                name="person_code_once_in_a_municipality",
            ),
            models.CheckConstraint(
                condition=Q(birth_year__isnull=True)
                | Q(birth_year__gte=1900, birth_year__lte=2100),
                name="person_birth_year_within_reason",
            ),
            models.CheckConstraint(
                condition=Q(gender__in=Gender.values, language__in=PersonTongue.values),
                name="person_gender_and_language_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")), name="person_is_not_merged_into_self"
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True)
                | Q(
                    given_name=b"", family_name=b"", birth_date=b"", personal_code=b"", phone=b"",
                    email=b"", address=b"", needs=b"", code_token__isnull=True, user__isnull=True,
                ),
                name="person_erased_is_empty",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"P-{self.pk}"

    @property
    def key_holder(self) -> int:
        """Their own number."""
        return self.pk

    @property
    def born(self) -> datetime.date | None:
        """Date of birth, where it is known."""
        return datetime.date.fromisoformat(self.birth_date) if self.birth_date else None

    @property
    def name(self) -> str:
        """Given and family name as they are said; the number where nothing is known or left."""
        return f"{self.given_name} {self.family_name}".strip() or str(self)


class PersonKey(models.Model):
    """The key under which everything of a person is sealed, wrapped by a master key.

    No history: a copy of it there would outlive them. To erase is to delete this row.
    """

    person = models.OneToOneField(Person, models.PROTECT, related_name="key", primary_key=True)
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    master = models.PositiveIntegerField(_("number of the master key"))
    wrapped = models.BinaryField(_("data key, wrapped"))

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """A key tells nothing of anybody; without it nothing else does either."""

        purpose = "to seal what is kept of a person, and to erase it in one act"
        basis = personal.TASK
        retention = KEEP
        erasure = "people.rights.erase deletes it"
        fields = ("person", "wrapped")
        rows_go = True

    impersonal = personal.names("municipality master")

    class Meta:
        verbose_name = _("key of a person")
        verbose_name_plural = _("keys of people")

    def __str__(self) -> str:
        return f"{self.person_id}"


class Reading(models.Model):
    """Somebody opened the record of a person: what they saw, when, and what for.

    Shown to the person ("Who looked at my data?"), so it is written by every page that shows more
    than a name in a list.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="readings")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    by = models.ForeignKey("network.User", models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"), db_default=Now())
    what = models.CharField(_("what was shown"), max_length=40)
    purpose = models.CharField(_("what for"), max_length=200, blank=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Accountability):
        """Who looked: for the person to know."""

        purpose = "to let a person know who looked at their data, and to find who should not have"
        retention = KEEP
        fields = ("person", "by", "at")

    impersonal = personal.names("id municipality what purpose")

    class Meta:
        verbose_name = _("reading of a record")
        verbose_name_plural = _("readings of records")
        ordering: ClassVar = ["-at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["person", "-at"], name="people_readings"),
            models.Index(fields=["municipality", "-id"], name="people_readings_there"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(what=""), name="reading_says_what")
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.what}"
