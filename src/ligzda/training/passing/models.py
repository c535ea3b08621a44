"""What a certificate rests on: attendance, tries of the test. The checklist is the enrolment's."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked


@tracked()
class Attendance(models.Model):
    """Somebody was at a meeting: by the code that was shown there, or by the trainer's hand."""

    class How(models.TextChoices):
        """By what it is known."""

        CODE = "code", _("by the code")
        HAND = "hand", _("by the trainer's hand")

    enrolment = models.ForeignKey(
        "training.Enrolment",
        models.PROTECT,
        related_name="attendance",
        verbose_name=_("enrolment"),
    )
    meeting = models.ForeignKey(
        "training.Meeting", models.PROTECT, related_name="attendance", verbose_name=_("meeting")
    )
    how = models.CharField(_("known by"), max_length=4, choices=How.choices)
    entered_at = models.DateTimeField(_("entered at"))
    entered_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("entered by")
    )

    confined_by = None  # as the enrolment

    class PersonalData(personal.Declared):
        """When somebody was there is told by the meeting."""

        purpose = "to know who took part in the whole course before a certificate is issued"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = personal.NUMBER_STAYS
        fields = ("enrolment", "how", "entered_at", "entered_by")

    impersonal = personal.names("id meeting")

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "meeting"], name="attendance_once"),
            models.CheckConstraint(
                condition=Q(how__in=["code", "hand"]), name="attendance_is_known_by_something"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="is_of_its_session",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF (SELECT session_id FROM training_enrolment WHERE id = NEW.enrolment_id)
                        <> (SELECT session_id FROM training_meeting WHERE id = NEW.meeting_id)
                    THEN
                        RAISE EXCEPTION 'this meeting is of another session'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id}: {self.meeting}"


@tracked()
class Attempt(models.Model):
    """One try of the test: how many questions were answered right. The answers are not kept."""

    enrolment = models.ForeignKey(
        "training.Enrolment", models.PROTECT, related_name="attempts", verbose_name=_("enrolment")
    )
    at = models.DateTimeField(_("at"))
    right = models.PositiveSmallIntegerField(_("answered right"))
    asked = models.PositiveSmallIntegerField(_("questions"))
    passed = models.BooleanField(_("passed"))

    confined_by = None  # as the enrolment

    class PersonalData(personal.Declared):
        """How well somebody did."""

        purpose = "to know who passed the test of a course, and when it may be tried again"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = personal.NUMBER_STAYS
        fields = ("enrolment", "at", "right", "passed")

    impersonal = personal.names("id asked")

    class Meta:
        verbose_name = _("try of a test")
        verbose_name_plural = _("tries of a test")
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(asked__gte=1, right__lte=F("asked")),
                name="attempt_right_of_those_asked",
            ),
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(passed=True), name="attempt_passed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id}: {self.right}/{self.asked}"
