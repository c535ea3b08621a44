"""Municipalities as dated units: reforms cut, join and renumber them (2009, 2021, 2025)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, same_number, tracked
from ligzda.languages import DEFAULT, spoken
from ligzda.network.english_names import english_name


@tracked()
class Municipality(models.Model):
    """What stays the same through the reforms: the ISO 3166-2 code and the address of its page."""

    code = models.CharField(_("ISO 3166-2 code"), max_length=6, unique=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)

    PersonalData = None
    impersonal = personal.names("id code slug")

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^LV-[0-9A-Z]{3}$"), name="municipality_code_is_iso"
            )
        ]

    def __str__(self) -> str:
        return self.slug


# Fifty kilobytes of outline in every row of history would say nothing new.
@tracked(exclude=["geometry"])
class Unit(models.Model):
    """A municipality as it was between two reforms: its name, kind, code and outline."""

    class Kind(models.TextChoices):
        """Kinds of Latvian municipality."""

        NOVADS = "novads", _("municipality (novads)")
        REPUBLIC_CITY = "republic city", _("republic city")
        STATE_CITY = "state city", _("state city")

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="units", verbose_name=_("municipality")
    )
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    period = DateRangeField(_("period"))
    atvk = models.CharField(_("ATVK code"), max_length=9, null=True, blank=True)
    longitude = models.FloatField(_("longitude of the label, degrees WGS84"))
    latitude = models.FloatField(_("latitude of the label, degrees WGS84"))
    geometry = models.JSONField(_("outline (GeoJSON geometry, WGS84)"))
    approximate = models.BooleanField(_("outline is approximate"), default=False)

    PersonalData = None
    impersonal = personal.names(
        "id municipality name kind period atvk longitude latitude geometry approximate"
    )

    class Meta:
        verbose_name = _("dated unit")
        verbose_name_plural = _("dated units")
        constraints = [
            ExclusionConstraint(
                name="unit_periods_never_overlap",
                expressions=[same_number("municipality"), ("period", OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(period__startswith__isnull=False, period__isempty=False),
                name="unit_has_a_beginning",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["novads", "republic city", "state city"]),
                name="unit_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(longitude__range=(20.9, 28.3), latitude__range=(55.6, 58.1)),
                name="unit_label_lies_in_latvia",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Its name in the language of the page."""
        return self.name if spoken(get_language()) == DEFAULT else english_name(self.name)


@tracked()
class Succession(models.Model):
    """One unit, or a part of it, became (part of) another."""

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="became", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        Unit, models.PROTECT, related_name="came_from", verbose_name=_("successor")
    )

    PersonalData = None
    impersonal = personal.names("id predecessor successor")

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="succession_stands_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="succession_joins_two_units"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"


@tracked()
class Population(models.Model):
    """A count of inhabitants with its day and source. No row means "no data", never a guess."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="populations", verbose_name=_("dated unit")
    )
    on = models.DateField(_("day"))
    inhabitants = models.PositiveIntegerField(_("inhabitants"))
    source_lv = models.CharField(_("source (Latvian)"), max_length=200)
    source_en = models.CharField(_("source (English)"), max_length=200)

    PersonalData = None
    impersonal = personal.names("id unit on inhabitants source_lv source_en")

    class Meta:
        verbose_name = _("population figure")
        verbose_name_plural = _("population figures")
        constraints = [
            models.UniqueConstraint(fields=["unit", "on"], name="population_once_a_day"),
            models.CheckConstraint(
                condition=Q(inhabitants__gt=0), name="population_of_nobody_is_no_data"
            ),
            models.CheckConstraint(
                condition=~Q(source_lv="") & ~Q(source_en=""), name="population_has_a_source"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inhabitants} ({self.on})"
