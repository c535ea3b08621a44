"""What acts and packages are linked to: recommendations, levels, confirmed word forms."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.legislation.models.acts import Act
from ligzda.legislation.models.packages import Change, Package, part_of_package


@tracked()
class Advised(models.Model):
    """A recommendation that a package follows: its number, and version and hash at that time.

    By number and not by key: the methodology stands beside this room, not below it (ADR 0142).
    """

    package = models.ForeignKey(
        Package, models.CASCADE, related_name="advised", verbose_name=_("package of amendments")
    )
    number = models.PositiveSmallIntegerField(_("number of the recommendation"))
    version = models.PositiveSmallIntegerField(_("version of the recommendation"))
    title = models.CharField(_("what was recommended"), max_length=300)
    sha256 = models.CharField(_("SHA-256 of the recommendation"), max_length=64)

    PersonalData = None
    impersonal = personal.names("id package number version title sha256")

    class Meta:
        verbose_name = _("recommendation that a package follows")
        verbose_name_plural = _("recommendations that packages follow")
        ordering: ClassVar = ["number"]
        triggers: ClassVar = [part_of_package()]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["package", "number"], name="advised_once_a_package"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="advised_has_a_hash"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}.{self.version}"


@tracked()
class UnitLink(models.Model):
    """A level of a factor that a unit of an act decides about: whether a model may be so."""

    act = models.ForeignKey(Act, models.CASCADE, related_name="links", verbose_name=_("act"))
    address = models.CharField(_("address of the unit"), max_length=200)
    factor = models.CharField(_("factor"), max_length=20)
    level = models.CharField(_("level"), max_length=40)
    added_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("added by")
    )

    class PersonalData(personal.Accountability):
        """Who linked them."""

        purpose = "to answer who linked a unit of an act to a level"
        retention = "as long as the act stands in the register"
        fields = ("added_by",)

    impersonal = personal.names("id act address factor level")

    class Meta:
        verbose_name = _("link of a unit to a level")
        verbose_name_plural = _("links of units to levels")
        ordering: ClassVar = ["factor", "level"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["act", "address", "factor", "level"], name="unit_link_once"
            ),
            models.CheckConstraint(
                condition=~Q(address="") & ~Q(factor="") & ~Q(level=""),
                name="unit_link_names_unit_and_level",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address}: {self.factor} {self.level}"


@tracked()
class ConfirmedForm(models.Model):
    """A word form that a person confirmed where a sentence says "(attiecīgā locījumā)".

    `place`: which hit of the sentence, from 1. A hit that reads otherwise later waits again.
    """

    change = models.ForeignKey(
        Change, models.CASCADE, related_name="confirmed", verbose_name=_("change")
    )
    place = models.PositiveSmallIntegerField(_("place"))
    old = models.CharField(_("form that stands there"), max_length=300)
    new = models.CharField(_("form that was confirmed"), max_length=300)
    confirmed_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("confirmed by")
    )

    class PersonalData(personal.Accountability):
        """Who confirmed it."""

        purpose = "to answer who confirmed a word form"
        retention = "as long as the package"
        fields = ("confirmed_by",)

    impersonal = personal.names("id change place old new")

    class Meta:
        verbose_name = _("confirmed word form")
        verbose_name_plural = _("confirmed word forms")
        ordering: ClassVar = ["place"]
        triggers: ClassVar = [
            part_of_package(
                "(SELECT package_id FROM legislation_change WHERE id = {row}.change_id)"
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["change", "place"], name="form_confirmed_once"),
            models.CheckConstraint(
                condition=Q(place__gte=1) & ~Q(old="") & ~Q(new=""), name="confirmed_form_is_given"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
