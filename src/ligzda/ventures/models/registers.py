"""Files of public registers that were taken in, and where they contradict what we were told."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.people.confining import OF_A_MUNICIPALITY
from ligzda.ventures.confining import OF_AN_ENTERPRISE
from ligzda.ventures.models.enterprises import KEEP, Enterprise, of_its_municipality


class RegisterKind(models.TextChoices):
    """Which register."""

    ENTERPRISES = "enterprises", _("Register of Enterprises")
    STATUS = "status", _("register of social enterprises")
    AID = "aid", _("public file of de minimis support")


class RegisterFile(models.Model):
    """A file of a public register as it was on a day: what was taken from it stands by its rows.

    The file itself is public and is not kept.
    """

    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    kind = models.CharField(_("register"), max_length=11, choices=RegisterKind)
    as_of = models.DateField(_("as of"))
    rows = models.PositiveIntegerField(_("rows about enterprises here"))
    sha256 = models.CharField(_("hash of what was taken in"), max_length=64)
    taken_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("taken in by")
    )
    taken_at = models.DateTimeField(_("taken in at"), db_default=Now())

    confined_by = OF_A_MUNICIPALITY

    class PersonalData(personal.Accountability):
        """Who took it in."""

        purpose = "to know from which public file, of which day, a state of an enterprise is"
        retention = KEEP
        fields = ("taken_by",)

    impersonal = personal.names("id municipality kind as_of rows sha256 taken_at")

    class Meta:
        verbose_name = _("file of a register")
        verbose_name_plural = _("files of registers")
        ordering: ClassVar = ["-as_of", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=RegisterKind.values, sha256__regex="^[0-9a-f]{64}$"),
                name="register_file_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.as_of:%d.%m.%Y}"


class FindingKind(models.TextChoices):
    """Of what a register says otherwise than we were told."""

    NAME = "name", _("name")
    REGISTERED = "registered", _("day of registration")
    CLOSED = "closed", _("day of closing")
    STATUS = "status", _("social-enterprise status")
    AID = "aid", _("support with this form's number")
    AID_UNKNOWN = "aid_missing", _("support that stands here and not in the file")


@tracked()
class Finding(models.Model):
    """A register and we say two things: shown until somebody settles it with a reason."""

    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="findings", verbose_name=_("enterprise")
    )
    register = models.ForeignKey(
        RegisterFile, models.PROTECT, related_name="+", verbose_name=_("file of a register")
    )
    kind = models.CharField(_("of what"), max_length=11, choices=FindingKind)
    ours = models.CharField(_("as it stands here"), max_length=200, blank=True)
    theirs = models.CharField(_("as the register has it"), max_length=200, blank=True)
    found_at = models.DateTimeField(_("found"), db_default=Now())
    reason = models.CharField(_("reason"), max_length=300, blank=True, default="")
    settled_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", null=True, verbose_name=_("settled by")
    )
    settled_at = models.DateTimeField(_("settled at"), null=True)

    confined_by = OF_AN_ENTERPRISE

    class PersonalData(personal.Accountability):
        """Who settled it."""

        purpose = "to see where a register contradicts us, and what was found to be true"
        retention = KEEP
        fields = ("settled_by",)

    impersonal = personal.names(
        "id municipality enterprise register kind ours theirs found_at reason settled_at"
    )

    class Meta:
        verbose_name = _("contradiction")
        verbose_name_plural = _("contradictions")
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["enterprise", "kind", "ours", "theirs"], name="finding_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=FindingKind.values), name="finding_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(settled_by__isnull=True, settled_at__isnull=True, reason="")
                | Q(settled_by__isnull=False, settled_at__isnull=False) & ~Q(reason=""),
                name="finding_settled_by_somebody_with_a_reason",
            ),
        ]
        triggers: ClassVar = [of_its_municipality()]

    def __str__(self) -> str:
        return f"V-{self.enterprise_id}: {self.kind}"
