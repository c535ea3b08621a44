"""The operating models and their versions, which never change once published."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints.models.library import STATUS_IS_KNOWN, STATUSES, Factor, Level, Practice
from ligzda.kernel import personal
from ligzda.kernel.models import in_language, part_of_version, tracked

# TIDieR: what a description of an intervention must tell (Hoffmann et al., BMJ 2014;348:g1687).
# Provider, place and dose follow from the levels and the staffing and are not written twice.
TIDIER_ITEMS = [
    ("why", _("Why it should work")),
    ("materials", _("What is used")),
    ("procedures", _("What is done")),
    ("tailoring", _("What may be adapted")),
]


@tracked()
class OperatingModel(models.Model):
    """A way for an incubator to work; what it says stands in its versions."""

    code = models.CharField(_("code"), max_length=4, unique=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name_lv = models.CharField(_("name (Latvian)"), max_length=100)
    name_en = models.CharField(_("name (English)"), max_length=100)

    PersonalData = None
    impersonal = personal.names("id code slug name_lv name_en")

    class Meta:
        verbose_name = _("operating model")
        verbose_name_plural = _("operating models")
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^M[1-9][0-9]?$"), name="model_code_is_m_and_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {in_language(self, 'name')}"


def _part_of_version() -> pgtrigger.Trigger:
    return part_of_version("blueprints_modelversion", "model")


@tracked()
class ModelVersion(models.Model):
    """What a model is, from one publication to the next. Published: it never changes again."""

    model = models.ForeignKey(
        OperatingModel, models.PROTECT, related_name="versions", verbose_name=_("operating model")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    # The cell of the 2³ plan: True is "+".
    a = models.BooleanField(_("A: a body outside the municipality runs it"))
    b = models.BooleanField(_("B: enterprise route"))
    c = models.BooleanField(_("C: anchored demand"))
    idea_lv = models.TextField(_("idea (Latvian)"))
    idea_en = models.TextField(_("idea (English)"))
    main_risk_lv = models.CharField(_("main risk (Latvian)"), max_length=300)
    main_risk_en = models.CharField(_("main risk (English)"), max_length=300)
    manager_fte = models.DecimalField(_("manager, full-time"), max_digits=3, decimal_places=1)
    instructor_fte = models.DecimalField(
        _("instructors, full-time"), max_digits=3, decimal_places=1
    )
    mentor_hours = models.PositiveSmallIntegerField(_("mentor's hours per participant"))
    places = models.PositiveSmallIntegerField(_("places"))
    yearly_cost = models.DecimalField(
        _("cost of a place for a year, euro"), max_digits=9, decimal_places=2, null=True, blank=True
    )
    practices = models.ManyToManyField(
        Practice, through="VersionPractice", related_name="versions", verbose_name=_("practices")
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class PersonalData(personal.Accountability):
        """Who published is the only personal field."""

        purpose = "to answer who made a version of a model public"
        retention = "as long as the version"
        fields = ("published_by",)

    impersonal = personal.names(
        "id model number a b c idea_lv idea_en main_risk_lv main_risk_en manager_fte "
        "instructor_fte mentor_hours places yearly_cost published_at"
    )

    class Meta:
        verbose_name = _("version of a model")
        verbose_name_plural = _("versions of models")
        constraints = [
            models.UniqueConstraint(fields=["model", "number"], name="version_number_once_a_model"),
            models.UniqueConstraint(
                fields=["model"],
                condition=Q(published_at__isnull=True),
                name="version_one_draft_a_model",
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="version_numbers_begin_at_one"),
            models.CheckConstraint(
                condition=Q(places__gt=0, manager_fte__gt=0, instructor_fte__gte=0),
                name="version_has_places_and_a_manager",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="version_published_by_somebody_at_some_time",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="immutable_when_published",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            ),
            pgtrigger.Trigger(
                name="complete_when_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__published_at__isnull=False),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM blueprints_factor f WHERE NOT EXISTS (
                            SELECT 1 FROM blueprints_versionlevel l
                            WHERE l.version_id = NEW.id AND l.factor_id = f.id
                        )
                    ) THEN
                        RAISE EXCEPTION 'a version is published with one level of every factor'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.model_id}, {self.number}"


@tracked()
class VersionLevel(models.Model):
    """A version's answer to one factor.

    That the level is one of that factor is a composite foreign key, which Django cannot say:
    migration 0001 adds it.
    """

    version = models.ForeignKey(
        ModelVersion, models.CASCADE, related_name="levels", verbose_name=_("version of a model")
    )
    factor = models.ForeignKey(Factor, models.PROTECT, related_name="+", verbose_name=_("factor"))
    level = models.ForeignKey(
        Level, models.PROTECT, related_name="version_levels", verbose_name=_("level")
    )

    PersonalData = None
    impersonal = personal.names("id version factor level")

    class Meta:
        verbose_name = _("level of a version")
        verbose_name_plural = _("levels of versions")
        constraints = [
            models.UniqueConstraint(fields=["version", "factor"], name="version_one_level_a_factor")
        ]
        triggers = [_part_of_version()]

    def __str__(self) -> str:
        return f"{self.version_id}: {self.level_id}"


@tracked()
class VersionPractice(models.Model):
    """A version is traced to a practice."""

    version = models.ForeignKey(
        ModelVersion, models.CASCADE, related_name="traces", verbose_name=_("version of a model")
    )
    practice = models.ForeignKey(Practice, models.PROTECT, verbose_name=_("practice"))

    PersonalData = None
    impersonal = personal.names("id version practice")

    class Meta:
        verbose_name = _("practice of a version")
        verbose_name_plural = _("practices of versions")
        constraints = [
            models.UniqueConstraint(fields=["version", "practice"], name="version_practice_once")
        ]
        triggers = [_part_of_version()]

    def __str__(self) -> str:
        return f"{self.version_id} ← {self.practice_id}"


@tracked()
class VersionRule(models.Model):
    """A legal rule that a version touches."""

    version = models.ForeignKey(
        ModelVersion, models.CASCADE, related_name="rules", verbose_name=_("version of a model")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    text_lv = models.CharField(_("rule (Latvian)"), max_length=300)
    text_en = models.CharField(_("rule (English)"), max_length=300)
    status = models.CharField(_("how it is known"), max_length=10, choices=STATUSES)

    PersonalData = None
    impersonal = personal.names("id version position text_lv text_en status")

    class Meta:
        verbose_name = _("rule a version touches")
        verbose_name_plural = _("rules versions touch")
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="version_rule_in_place"),
            models.CheckConstraint(condition=STATUS_IS_KNOWN, name="version_rule_status_is_known"),
        ]
        triggers = [_part_of_version()]

    def __str__(self) -> str:
        return in_language(self, "text")


@tracked()
class VersionText(models.Model):
    """An item of a version's TIDieR description."""

    version = models.ForeignKey(
        ModelVersion, models.CASCADE, related_name="texts", verbose_name=_("version of a model")
    )
    item = models.CharField(_("item"), max_length=20, choices=TIDIER_ITEMS)
    text_lv = models.TextField(_("text (Latvian)"))
    text_en = models.TextField(_("text (English)"))

    PersonalData = None
    impersonal = personal.names("id version item text_lv text_en")

    class Meta:
        verbose_name = _("description of a version")
        verbose_name_plural = _("descriptions of versions")
        constraints = [
            models.UniqueConstraint(fields=["version", "item"], name="version_text_once_an_item"),
            models.CheckConstraint(
                condition=Q(item__in=["why", "materials", "procedures", "tailoring"]),
                name="version_text_item_is_known",
            ),
        ]
        triggers = [_part_of_version()]

    def __str__(self) -> str:
        return f"{self.version_id}: {self.item}"
