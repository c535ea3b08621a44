"""Parts of a course version: what has to be proven before it, what it asks, what it has shown."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import part_of_version, tracked
from ligzda.kernel.texts import TextField
from ligzda.training.models.courses import Course, CourseVersion

MOST_ANSWERS = 8


def _part_of_version() -> pgtrigger.Trigger:
    return part_of_version("training_courseversion", "course")


@tracked()
class Prerequisite(models.Model):
    """A course of which a valid certificate is needed to enrol, whichever version it names."""

    version = models.ForeignKey(
        CourseVersion, models.CASCADE, related_name="prerequisites", verbose_name=_("version")
    )
    course = models.ForeignKey(
        Course, models.PROTECT, related_name="+", verbose_name=_("course that comes before")
    )

    confined_by = None  # as public as the version
    PersonalData = None
    impersonal = personal.names("id version course")

    class Meta:
        verbose_name = _("prerequisite")
        verbose_name_plural = _("prerequisites")
        constraints = [
            models.UniqueConstraint(fields=["version", "course"], name="prerequisite_once"),
        ]
        triggers = [_part_of_version()]

    def __str__(self) -> str:
        return str(self.course)


@tracked()
class Question(models.Model):
    """A question of the test. `right` says of each answer whether it is; several may be."""

    version = models.ForeignKey(
        CourseVersion, models.CASCADE, related_name="questions", verbose_name=_("version")
    )
    position = models.PositiveSmallIntegerField(_("place in the order"))
    text = TextField(_("question"), max_length=600)
    answers_lv = ArrayField(models.CharField(max_length=200), verbose_name=_("answers in Latvian"))
    answers_en = ArrayField(models.CharField(max_length=200), verbose_name=_("answers in English"))
    right = ArrayField(models.BooleanField(), verbose_name=_("which answers are right"))

    confined_by = None  # the foundation's; rules say who is shown it
    PersonalData = None
    impersonal = personal.names("id version position text answers_lv answers_en right")

    class Meta:
        verbose_name = _("question of a test")
        verbose_name_plural = _("questions of a test")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="question_position_once"),
            models.CheckConstraint(
                condition=Q(answers_lv__len__gte=2)
                & Q(answers_lv__len__lte=MOST_ANSWERS)
                & Q(answers_en__len=F("answers_lv__len"))
                & Q(right__len=F("answers_lv__len"))
                & Q(right__contains=[True])
                & ~Q(answers_lv__contains=[""])
                & ~Q(answers_en__contains=[""]),
                name="question_has_answers_of_which_one_is_right",
            ),
        ]
        triggers = [_part_of_version()]

    def __str__(self) -> str:
        return str(self.text)


@tracked()
class ChecklistItem(models.Model):
    """One thing that whoever passes has shown the trainer with their own hands."""

    version = models.ForeignKey(
        CourseVersion, models.CASCADE, related_name="checklist", verbose_name=_("version")
    )
    position = models.PositiveSmallIntegerField(_("place in the order"))
    text = TextField(_("what is shown"), max_length=300)

    confined_by = None  # as public as the version
    PersonalData = None
    impersonal = personal.names("id version position text")

    class Meta:
        verbose_name = _("item of the practical checklist")
        verbose_name_plural = _("items of the practical checklist")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="checklist_position_once"),
        ]
        triggers = [_part_of_version()]

    def __str__(self) -> str:
        return str(self.text)
