"""Devices that may send questionnaires in, and what they sent.

A submission is kept as it came, sealed: the same again is known by it, another under its number is
kept beside it. When the person is erased it no longer opens, and what is left – a number that the
device drew – is the tombstone by which it is refused if it comes again.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.sealed import SealedText
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.keys import OfPerson
from ligzda.people.outcomes.models import Observation
from ligzda.people.person_models import DARK, KEEP, Person


class Device(models.Model):
    """A telephone or tablet that sends in the name of a member, by a password of its own.

    Of the password only the hash is kept. It is drawn by us, as long as a key, so a plain hash
    does; it acts as its owner and can do what they can, at the addresses of OpenRosa only.
    """

    owner = models.ForeignKey(
        "network.User", models.CASCADE, related_name="devices", verbose_name=_("whose")
    )
    name = models.CharField(_("name of the device"), max_length=60)
    login = models.CharField(_("user name"), max_length=16, unique=True)
    password_hash = models.CharField(_("hash of the password"), max_length=64)
    made_at = models.DateTimeField(_("made at"), db_default=Now())
    used_on = models.DateField(_("used last on"), null=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True)

    # A member's, not a municipality's. It is looked up before anybody's rows can be met: whose they
    # are is what it says.
    confined_by = None

    class PersonalData(personal.Declared):
        """Which member sends by which device."""

        purpose = "to take questionnaires from a member's device, and from no other"
        basis = personal.TASK
        retention = "until a year after it is revoked"
        erasure = "people.rights.erasing.erase deletes it"
        fields = ("owner", "name", "login", "password_hash", "made_at", "used_on", "revoked_at")
        erased = ("name", "login", "password_hash")

    impersonal = personal.names("id")

    class Meta:
        verbose_name = _("device")
        verbose_name_plural = _("devices")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="device_has_a_name")
        ]

    def __str__(self) -> str:
        return f"{self.owner_id}: {self.login}"


class Submission(OfPerson):
    """A questionnaire as a device sent it, and the observation that it made.

    `instance` is unique in a form of a municipality, as OpenRosa has it: not over all forms.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="submissions")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    form = models.CharField(_("form"), max_length=20)
    version = models.PositiveSmallIntegerField(_("version of the questionnaire"))
    instance = models.UUIDField(_("number that the device drew"))
    xml = SealedText(_("what was sent"), most=100_000)
    observation = models.OneToOneField(Observation, models.PROTECT, related_name="submission")
    device = models.ForeignKey(
        Device, models.SET_NULL, null=True, related_name="+", verbose_name=_("device")
    )
    received_at = models.DateTimeField(_("received"), db_default=Now())

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Whatever was sent is sealed; the number says nothing of anybody."""

        purpose = "to take a questionnaire once, however often a device sends it"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        special_category = True
        condition = "GDPR Art. 9(2)(j), statistics in the public interest, by Art. 89(1)"
        fields = ("person", "xml", "observation", "device", "received_at")
        erased = ("xml",)

    impersonal = personal.names("id municipality form version instance sealed_as")

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "form", "instance"], name="submission_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.form}: {self.instance}"


class Attachment(OfPerson):
    """A file that came with a submission, under the name that the device gave it."""

    MOST = 10

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="attachments")
    name = SealedText(_("name of the file"), most=255)
    content = SealedText(_("content, in base64"), most=4_000_000)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Sealed, its name too: people name files after people."""

        purpose = "to keep what belongs to an answer"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = ("person", "submission", "name", "content")
        erased = ("name", "content")

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("attachment of a submission")
        verbose_name_plural = _("attachments of submissions")

    def __str__(self) -> str:
        return f"{self.submission_id}"


class Conflict(OfPerson):
    """Another text under the number of a submission: kept until somebody has compared the two."""

    class Decision(models.TextChoices):
        """Which of the two holds."""

        FIRST = "first", _("the first holds")
        SECOND = "second", _("the second holds, as a correction")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="conflicts")
    xml = SealedText(_("what was sent"), most=100_000)
    received_at = models.DateTimeField(_("received"), db_default=Now())
    decision = models.CharField(
        _("which one holds"), max_length=6, choices=Decision, blank=True, default=""
    )
    decided_by = models.ForeignKey("network.User", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided"), null=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Sealed as the first; who decided between them is known."""

        purpose = "to lose no answer when a device sends two under one number"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = (
            "person", "submission", "xml", "received_at", "decision", "decided_by", "decided_at",
        )  # fmt: skip
        erased = ("xml",)

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("submission that differs")
        verbose_name_plural = _("submissions that differ")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decision="", decided_by__isnull=True, decided_at__isnull=True)
                | Q(
                    decision__in=["first", "second"],
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                ),
                name="conflict_is_decided_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.decision}"
