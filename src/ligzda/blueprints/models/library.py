"""The practices, and the factors and levels that tell models apart."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import in_language, tracked

# What people may choose as the code of a practice; it also makes its address.
CODE = r"[a-z][a-z0-9_]{1,39}"
STATUSES = [("seen", _("seen in a source")), ("recalled", _("recalled, to be checked"))]
STATUS_IS_KNOWN = Q(status__in=["seen", "recalled"])


@tracked()
class Practice(models.Model):
    """Something that is done in Europe and that a model can be traced to."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name_lv = models.CharField(_("name (Latvian)"), max_length=200)
    name_en = models.CharField(_("name (English)"), max_length=200)
    country = models.CharField(_("country (two letters; EU: several)"), max_length=2)
    fact_lv = models.TextField(_("what is known (Latvian)"))
    fact_en = models.TextField(_("what is known (English)"))
    status = models.CharField(_("how it is known"), max_length=10, choices=STATUSES)
    sources = ArrayField(models.CharField(max_length=300), verbose_name=_("sources"))

    PersonalData = None
    impersonal = personal.names(
        "id code slug name_lv name_en country fact_lv fact_en status sources"
    )

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")
        constraints = [
            models.CheckConstraint(condition=STATUS_IS_KNOWN, name="practice_status_is_known"),
            models.CheckConstraint(
                condition=Q(country__regex=r"^[A-Z]{2}$"), name="practice_country_has_two_letters"
            ),
            models.CheckConstraint(condition=~Q(sources=[]), name="practice_has_a_source"),
        ]

    def __str__(self) -> str:
        return in_language(self, "name")


@tracked()
class Factor(models.Model):
    """A question that every model answers with one of the factor's levels."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), unique=True)
    name_lv = models.CharField(_("name (Latvian)"), max_length=100)
    name_en = models.CharField(_("name (English)"), max_length=100)
    question_lv = models.CharField(_("question (Latvian)"), max_length=200)
    question_en = models.CharField(_("question (English)"), max_length=200)
    practices = models.ManyToManyField(
        Practice, through="FactorPractice", related_name="factors", verbose_name=_("practices")
    )

    PersonalData = None
    impersonal = personal.names("id code position name_lv name_en question_lv question_en")

    class Meta:
        verbose_name = _("factor")
        verbose_name_plural = _("factors")

    def __str__(self) -> str:
        return in_language(self, "name")


@tracked()
class FactorPractice(models.Model):
    """A factor is a question because practices differ in it."""

    factor = models.ForeignKey(Factor, models.CASCADE, verbose_name=_("factor"))
    practice = models.ForeignKey(Practice, models.PROTECT, verbose_name=_("practice"))

    PersonalData = None
    impersonal = personal.names("id factor practice")

    class Meta:
        verbose_name = _("practice of a factor")
        verbose_name_plural = _("practices of factors")
        constraints = [
            models.UniqueConstraint(fields=["factor", "practice"], name="factor_practice_once")
        ]

    def __str__(self) -> str:
        return f"{self.factor_id} ← {self.practice_id}"


@tracked()
class Level(models.Model):
    """One answer to a factor's question."""

    factor = models.ForeignKey(
        Factor, models.PROTECT, related_name="levels", verbose_name=_("factor")
    )
    code = models.CharField(_("code"), max_length=40)
    position = models.PositiveSmallIntegerField(_("position"))
    label_lv = models.CharField(_("label (Latvian)"), max_length=200)
    label_en = models.CharField(_("label (English)"), max_length=200)
    months = models.PositiveSmallIntegerField(
        _("months that the longest stay lasts"), null=True, blank=True
    )
    """Of the levels of the factor "duration"; none where a level tells no length."""

    PersonalData = None
    impersonal = personal.names("id factor code position label_lv label_en months")

    class Meta:
        verbose_name = _("level")
        verbose_name_plural = _("levels")
        constraints = [
            models.UniqueConstraint(fields=["factor", "code"], name="level_code_once_a_factor"),
            models.UniqueConstraint(
                fields=["factor", "position"], name="level_position_once_a_factor"
            ),
            models.CheckConstraint(
                condition=Q(months__isnull=True) | Q(months__gt=0), name="level_lasts_some_months"
            ),
            # What the composite foreign key of VersionLevel points at.
            models.UniqueConstraint(fields=["id", "factor"], name="level_belongs_to_factor"),
        ]

    def __str__(self) -> str:
        return in_language(self, "label")


@tracked()
class Exclusion(models.Model):
    """Two levels that no model can have together, with the reason."""

    first = models.ForeignKey(
        Level, models.CASCADE, related_name="excludes", verbose_name=_("level")
    )
    second = models.ForeignKey(
        Level, models.CASCADE, related_name="excluded_by", verbose_name=_("other level")
    )
    reason_lv = models.CharField(_("reason (Latvian)"), max_length=300)
    reason_en = models.CharField(_("reason (English)"), max_length=300)

    PersonalData = None
    impersonal = personal.names("id first second reason_lv reason_en")

    class Meta:
        verbose_name = _("exclusion between levels")
        verbose_name_plural = _("exclusions between levels")
        constraints = [
            # One order only, so that a pair cannot stand twice.
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="exclusion_in_order"),
            models.UniqueConstraint(fields=["first", "second"], name="exclusion_stands_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} × {self.second_id}"


@tracked()
class SpanningFactor(models.Model):
    """One of the two-valued factors A, B, C that span the 2³ plan."""

    code = models.CharField(_("code"), max_length=1, unique=True)
    name_lv = models.CharField(_("name (Latvian)"), max_length=100)
    name_en = models.CharField(_("name (English)"), max_length=100)
    minus_lv = models.TextField(_("setting − (Latvian)"))
    minus_en = models.TextField(_("setting − (English)"))
    plus_lv = models.TextField(_("setting + (Latvian)"))
    plus_en = models.TextField(_("setting + (English)"))
    test_lv = models.TextField(_("operational test (Latvian)"))
    test_en = models.TextField(_("operational test (English)"))

    PersonalData = None
    impersonal = personal.names(
        "id code name_lv name_en minus_lv minus_en plus_lv plus_en test_lv test_en"
    )

    class Meta:
        verbose_name = _("spanning factor")
        verbose_name_plural = _("spanning factors")
        constraints = [
            models.CheckConstraint(
                condition=Q(code__in=["A", "B", "C"]), name="spanning_factor_is_a_b_or_c"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {in_language(self, 'name')}"


@tracked()
class PracticeLevel(models.Model):
    """A practice is known to answer a factor with this level. No row: not known."""

    practice = models.ForeignKey(
        Practice, models.CASCADE, related_name="levels", verbose_name=_("practice")
    )
    factor = models.ForeignKey(Factor, models.PROTECT, related_name="+", verbose_name=_("factor"))
    # That the level is one of that factor is a composite foreign key: migration 0002 adds it.
    level = models.ForeignKey(
        Level, models.PROTECT, related_name="practice_levels", verbose_name=_("level")
    )

    PersonalData = None
    impersonal = personal.names("id practice factor level")

    class Meta:
        verbose_name = _("level of a practice")
        verbose_name_plural = _("levels of practices")
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "factor"], name="practice_one_level_a_factor"
            )
        ]

    def __str__(self) -> str:
        return f"{self.practice_id}: {self.level_id}"


@tracked()
class SpanningLevel(models.Model):
    """On which side of a spanning factor a level stands, so that levels decide a model's cell."""

    spanning = models.ForeignKey(
        SpanningFactor, models.CASCADE, related_name="sides", verbose_name=_("spanning factor")
    )
    level = models.OneToOneField(
        Level, models.PROTECT, related_name="side", verbose_name=_("level")
    )
    plus = models.BooleanField(_("on the plus side"))

    PersonalData = None
    impersonal = personal.names("id spanning level plus")

    class Meta:
        verbose_name = _("side of a level")
        verbose_name_plural = _("sides of levels")

    def __str__(self) -> str:
        return f"{self.spanning_id}{'+' if self.plus else '-'}: {self.level_id}"
