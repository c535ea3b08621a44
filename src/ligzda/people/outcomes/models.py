"""What was observed of a person, by which questionnaire, who answered and how.

Closed answers are codes and numbers, which are counted, and stand in clear; what somebody wrote in
their own words is sealed. Nothing is overwritten: a correction is a row that supersedes another.
"""

from typing import ClassVar

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.sealed import SealedText
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.followups.models import Wave
from ligzda.people.keys import OfPerson
from ligzda.people.person_models import DARK, KEEP, Person
from ligzda.people.stays.models import Stay


class Moment(models.TextChoices):
    """When something is observed, counted from a stay (outcomes.yaml)."""

    ENTRY = "entry", _("at entry")
    EXIT = "exit", _("at exit")
    FOUR_WEEKS = Wave.FOUR_WEEKS.value, Wave.FOUR_WEEKS.label
    SIX_MONTHS = Wave.SIX_MONTHS.value, Wave.SIX_MONTHS.label
    A_YEAR = Wave.A_YEAR.value, Wave.A_YEAR.label
    TWO_YEARS = Wave.TWO_YEARS.value, Wave.TWO_YEARS.label


class Rater(models.TextChoices):
    """Whose answers they are."""

    PARTICIPANT = "participant", _("the participant")
    INSTRUCTOR = "instructor", _("the instructor")
    OTHER = "other", _("somebody who knows the participant")


class Mode(models.TextChoices):
    """How the answers came."""

    OWN_PAGE = "own_page", _("on the participant's own page")
    IN_PERSON = "in_person", _("in a conversation")
    PHONE = "phone", _("by telephone")
    PAPER = "paper", _("on paper")
    DEVICE = "device", _("on a device without a network")


class Observation(OfPerson):
    """The answers to one questionnaire at one moment of a stay, by one rater.

    `answers`: question → code or number; what was not answered is not there. `in_words`: question →
    text, as JSON. `score`: of a questionnaire that has one, where all its items are answered.

    No history, because it never changes. `corrected_because` is said by whoever supersedes one.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="observations")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    stay = models.ForeignKey(
        Stay, models.PROTECT, related_name="observations", verbose_name=_("stay")
    )
    questionnaire = models.CharField(_("questionnaire"), max_length=20)
    version = models.PositiveSmallIntegerField(_("version of the questionnaire"))
    moment = models.CharField(_("moment"), max_length=5, choices=Moment)
    rater = models.CharField(_("who answered"), max_length=11, choices=Rater)
    mode = models.CharField(_("way of answering"), max_length=9, choices=Mode)
    observed_on = models.DateField(_("answered on"))
    answers = models.JSONField(_("answers"), default=dict, encoder=DjangoJSONEncoder)
    score = models.PositiveSmallIntegerField(_("score"), null=True, blank=True)
    in_words = SealedText(_("in their own words"), most=4000)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, related_name="superseded_by", null=True, blank=True
    )
    corrected_because = SealedText(_("why it was corrected"), most=400)
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded"), db_default=Now())

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Well-being is health; it is counted, so it is a number in clear without a name."""

        purpose = "to know what a stay changed, for the person and under which model"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        special_category = True
        condition = "GDPR Art. 9(2)(j), statistics in the public interest, by Art. 89(1)"
        fields = (
            "person", "stay", "moment", "rater", "mode", "observed_on", "answers", "score",
            "in_words", "corrected_because", "recorded_by", "recorded_at",
        )  # fmt: skip
        erased = ("in_words", "corrected_because")

    impersonal = personal.names("id municipality questionnaire version supersedes sealed_as")

    class Meta:
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        ordering: ClassVar = ["observed_on", "id"]
        indexes: ClassVar = [
            models.Index(
                fields=["municipality", "questionnaire", "moment"], name="people_observed_where"
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["stay", "questionnaire", "moment", "rater"],
                condition=Q(supersedes__isnull=True),
                name="observation_once",
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")), name="observation_supersedes_another"
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(corrected_because=b""),
                name="observation_correction_says_why",
            ),
            models.CheckConstraint(
                condition=Q(moment__in=Moment.values, rater__in=Rater.values, mode__in=Mode.values),
                name="observation_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__lte=100),
                name="observation_score_within_reason",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.stay_id}: {self.questionnaire}, {self.moment}"


class UnfinishedAnswers(OfPerson):
    """Answers of a questionnaire that somebody is in the middle of, one question after the other.

    All sealed, because nothing of it is counted yet; deleted when it is handed in.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="unfinished_answers")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    stay = models.ForeignKey(Stay, models.PROTECT, related_name="+", verbose_name=_("stay"))
    questionnaire = models.CharField(_("questionnaire"), max_length=20)
    version = models.PositiveSmallIntegerField(_("version of the questionnaire"))
    moment = models.CharField(_("moment"), max_length=5, choices=Moment)
    answers = SealedText(_("answers so far"), most=4000)
    saved_at = models.DateTimeField(_("saved"), auto_now=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """What the person has answered so far, and nobody else has seen."""

        purpose = "to let somebody answer in as many sittings as they need"
        basis = personal.TASK
        retention = "until it is handed in"
        erasure = DARK
        special_category = True
        condition = "GDPR Art. 9(2)(j), statistics in the public interest, by Art. 89(1)"
        fields = ("person", "stay", "moment", "answers", "saved_at")
        erased = ("answers",)

    impersonal = personal.names("id municipality questionnaire version sealed_as")

    class Meta:
        verbose_name = _("unfinished answers")
        verbose_name_plural = _("unfinished answers")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["stay", "questionnaire", "moment"], name="unfinished_once"
            ),
            models.CheckConstraint(
                condition=Q(moment__in=Moment.values), name="unfinished_moment_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stay_id}: {self.questionnaire}, {self.moment}"
