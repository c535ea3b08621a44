"""Courses of the foundation, and their versions: a certificate names the version it proves."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import in_language, tracked
from ligzda.kernel.texts import Text, TextField

MOST_MONTHS = 120
MOST_HOURS_OF_PAUSE = 24 * 90


class Language(models.TextChoices):
    """Languages in which the foundation teaches (ISO 639)."""

    LATVIAN = "lv", _("Latvian")
    ENGLISH = "en", _("English")
    RUSSIAN = "ru", _("Russian")
    UKRAINIAN = "uk", _("Ukrainian")
    LATVIAN_SIGN = "lsl", _("Latvian Sign Language")


def _nothing() -> Text:
    return Text({})


def _in_latvian() -> list[str]:
    return [Language.LATVIAN.value]


@tracked()
class Course(models.Model):
    """What can be learnt, under one name whatever its versions teach."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title_lv = models.CharField(_("title (Latvian)"), max_length=120)
    title_en = models.CharField(_("title (English)"), max_length=120)
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    confined_by = None  # what can be learnt is public
    PersonalData = None
    impersonal = personal.names("id code title_lv title_en invented")

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        constraints = [
            models.CheckConstraint(
                condition=~Q(title_lv="") & ~Q(title_en=""),
                name="course_has_a_title",
                violation_error_message=_("A course has a title in both languages."),
            ),
        ]

    def __str__(self) -> str:
        return in_language(self, "title")


@tracked()
class CourseVersion(models.Model):
    """What a course teaches, from one publication to the next. Published: it changes no more."""

    course = models.ForeignKey(
        Course, models.PROTECT, related_name="versions", verbose_name=_("course")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    criteria_lv = models.TextField(_("what whoever passes can do (Latvian)"))
    criteria_en = models.TextField(_("what whoever passes can do (English)"))
    hours = models.DecimalField(_("hours of teaching"), max_digits=5, decimal_places=1)
    # Counted from the day of issue; None: it does not end.
    valid_months = models.PositiveSmallIntegerField(
        _("months for which it holds"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_MONTHS)],
        help_text=_("Left empty: it does not end."),
    )
    contents = TextField(
        _("modules and materials"),
        max_length=4000,
        blank=True,
        default=_nothing,
        help_text=_("One a line; addresses become links."),
    )
    access = TextField(
        _("accessibility"),
        max_length=300,
        blank=True,
        default=_nothing,
        help_text=_("What is needed to take part, and what is there for whom it is hard."),
    )
    languages = ArrayField(
        models.CharField(max_length=3, choices=Language),
        verbose_name=_("languages of teaching"),
        default=_in_latvian,
    )
    machine = models.BooleanField(
        _("teaches work at a machine"),
        default=False,
        help_text=_("Then only the trainer's hand says who was there, no code."),
    )
    pass_percent = models.PositiveSmallIntegerField(
        _("percent of the questions to be answered right"), default=80
    )
    retake_hours = models.PositiveSmallIntegerField(
        _("hours until the test may be tried again"), default=24
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

    confined_by = None  # so are its versions, once published

    class PersonalData(personal.Accountability):
        """Who published is the only personal field."""

        purpose = "to answer who made a version of a course public"
        retention = "as long as the version"
        fields = ("published_by",)

    impersonal = personal.names(
        "id course number criteria_lv criteria_en hours valid_months contents access languages "
        "machine pass_percent retake_hours published_at"
    )

    class Meta:
        verbose_name = _("version of a course")
        verbose_name_plural = _("versions of courses")
        constraints = [
            models.UniqueConstraint(
                fields=["course", "number"], name="course_version_number_once_a_course"
            ),
            models.UniqueConstraint(
                fields=["course"],
                condition=Q(published_at__isnull=True),
                name="course_version_one_draft_a_course",
                violation_error_message=_("This course has a draft already."),
            ),
            models.CheckConstraint(
                condition=Q(number__gt=0), name="course_version_numbers_begin_at_one"
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=0),
                name="course_version_takes_time",
                violation_error_message=_("A course takes more than no time."),
            ),
            models.CheckConstraint(
                condition=Q(valid_months__isnull=True)
                | Q(valid_months__gt=0, valid_months__lte=MOST_MONTHS),
                name="course_version_holds_one_month_or_more",
                violation_error_message=_("A certificate holds for 1 to 120 months, or for ever."),
            ),
            models.CheckConstraint(
                condition=~Q(criteria_lv="") & ~Q(criteria_en=""),
                name="course_version_says_what_is_learnt",
                violation_error_message=_("Say in both languages what whoever passes can do."),
            ),
            models.CheckConstraint(
                condition=Q(languages__len__gte=1) & Q(languages__contained_by=Language.values),
                name="course_version_is_taught_in_a_language",
            ),
            models.CheckConstraint(
                condition=Q(
                    pass_percent__gte=1,
                    pass_percent__lte=100,
                    retake_hours__lte=MOST_HOURS_OF_PAUSE,
                ),
                name="course_version_test_can_be_passed",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="course_version_published_by_somebody_at_some_time",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="immutable_when_published",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course}, {self.number}"
