"""Nouns of mentoring: a mentor's offer, a wish, a pair with its meetings and notes."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.confined import HOUSE, PERSON_SQL, Only
from ligzda.kernel.models import same_number, tracked

MANAGED_SQL = "(SELECT training_managed())::bigint[]"
"""Municipalities whose incubator the person of the request manages."""
_HOUSE = f"{PERSON_SQL} = {HOUSE}"

PAIR = Only(
    f"{_HOUSE} OR mentor_id = {PERSON_SQL} OR participant_id = {PERSON_SQL} "
    f"OR municipality_id = ANY ({MANAGED_SQL})"
)
OF_A_PAIR = Only("pair_id IN (SELECT id FROM training_mentoringpair)")
WISH = Only(f"{_HOUSE} OR participant_id = {PERSON_SQL} OR municipality_id = ANY ({MANAGED_SQL})")
OFFER = Only(
    f"{_HOUSE} OR user_id = {PERSON_SQL} OR {MANAGED_SQL} IS NOT NULL "
    "OR user_id IN (SELECT mentor_id FROM training_mentoringpair)"
)
OF_AN_OFFER = Only("offer_id IN (SELECT id FROM training_mentoroffer)")


class Topic(models.TextChoices):
    """What a participant may want to talk about."""

    ENTERPRISE = "enterprise", _("starting an enterprise")
    MONEY = "money", _("money and bookkeeping")
    SELLING = "selling", _("selling and customers")
    CRAFT = "craft", _("a craft")
    DIGITAL = "digital", _("computer and telephone")
    WORK = "work", _("looking for work")
    RIGHTS = "rights", _("benefits and rights")


class Tongue(models.TextChoices):
    """A language that two people can talk in."""

    LATVIAN = "lv", pgettext_lazy("spoken", "Latvian")
    SIGN = "lsl", _("Latvian sign language")
    ENGLISH = "en", pgettext_lazy("spoken", "English")
    RUSSIAN = "ru", pgettext_lazy("spoken", "Russian")
    UKRAINIAN = "uk", pgettext_lazy("spoken", "Ukrainian")


class MentorOffer(models.Model):
    """What a mentor can help with, in which languages, and how many people at a time."""

    MOST_PLACES = 10

    user = models.OneToOneField(
        "network.User", models.PROTECT, related_name="mentor_offer", verbose_name=_("mentor")
    )
    topics = ArrayField(models.CharField(max_length=12, choices=Topic), verbose_name=_("topics"))
    languages = ArrayField(
        models.CharField(max_length=5, choices=Tongue), verbose_name=_("languages")
    )
    places = models.PositiveSmallIntegerField(_("people at a time"), default=2)

    confined_by = OFFER

    class PersonalData(personal.Declared):
        """What a mentor can do, and when, is theirs to say."""

        purpose = "to find a mentor who knows the topic, speaks the language and has time"
        basis = personal.TASK
        retention = "as long as the person is a mentor"
        erasure = "training.mentoring.actions.forget deletes it"
        fields = ("user", "topics", "languages", "places")

    impersonal = personal.names("id")

    class Meta:
        verbose_name = _("offer of a mentor")
        verbose_name_plural = _("offers of mentors")
        constraints = [
            models.CheckConstraint(
                condition=Q(topics__len__gt=0, topics__contained_by=Topic.values),
                name="offer_topics_are_known",
            ),
            models.CheckConstraint(
                condition=Q(languages__len__gt=0, languages__contained_by=Tongue.values),
                name="offer_languages_are_known",
            ),
            models.CheckConstraint(
                condition=Q(places__gte=1, places__lte=10), name="offer_places_within_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}"

    @property
    def topic_names(self) -> list[str]:
        """What the mentor helps with, in words."""
        return [str(Topic(topic).label) for topic in self.topics]


class MentorHours(models.Model):
    """When a mentor has time on a day of the week."""

    offer = models.ForeignKey(
        MentorOffer, models.CASCADE, related_name="hours", verbose_name=_("offer of a mentor")
    )
    weekday = models.PositiveSmallIntegerField(
        _("day of the week"), choices=[(number + 1, name) for number, name in WEEKDAYS.items()]
    )
    begins = models.TimeField(pgettext_lazy("hours", "from"))
    ends = models.TimeField(pgettext_lazy("hours", "to"))

    confined_by = OF_AN_OFFER

    class PersonalData(personal.Declared):
        """When somebody has time."""

        purpose = "to find a time for mentor and participant to meet"
        basis = personal.TASK
        retention = "as long as the offer"
        erasure = "goes with the offer"
        fields = ("offer", "weekday", "begins", "ends")

    impersonal = personal.names("id")

    class Meta:
        verbose_name = _("hours of a mentor")
        verbose_name_plural = _("hours of mentors")
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "weekday"], name="mentor_hours_once_a_day"),
            models.CheckConstraint(
                condition=Q(weekday__gte=1, weekday__lte=7), name="mentor_hours_weekday_is_known"
            ),
            models.CheckConstraint(
                condition=Q(begins__lt=F("ends")), name="mentor_hours_begin_then_end"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.begins:%H:%M}–{self.ends:%H:%M}"


class MentorWish(models.Model):
    """A participant asks for a mentor; open until a pair is made or it is taken back."""

    participant = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("participant")
    )
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    topic = models.CharField(_("topic"), max_length=12, choices=Topic)
    language = models.CharField(_("language"), max_length=5, choices=Tongue)
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    closed_at = models.DateTimeField(_("closed"), null=True)

    confined_by = WISH

    class PersonalData(personal.Declared):
        """What somebody wants help with."""

        purpose = "to find a mentor for a participant who asked for one"
        basis = personal.TASK
        retention = "as long as the stay in the incubator"
        erasure = "training.mentoring.actions.forget deletes it"
        fields = ("participant", "topic", "language", "asked_at", "closed_at")

    impersonal = personal.names("id municipality")

    class Meta:
        verbose_name = _("wish for a mentor")
        verbose_name_plural = _("wishes for mentors")
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(closed_at__isnull=True),
                name="wish_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(topic__in=Topic.values, language__in=Tongue.values),
                name="wish_topic_and_language_are_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}: {self.topic}"


@tracked()
class MentoringPair(models.Model):
    """A mentor accompanies a participant, from one day to another (open: until it is ended)."""

    mentor = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("mentor")
    )
    participant = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("participant")
    )
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    topic = models.CharField(_("topic"), max_length=12, choices=Topic)
    language = models.CharField(_("language"), max_length=5, choices=Tongue)
    period = DateRangeField(_("period"))
    confirmed_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("confirmed by")
    )

    confined_by = PAIR

    class PersonalData(personal.Declared):
        """Who accompanied whom stays known by number, for the hours that were given."""

        purpose = "to know who accompanies whom, and what mentoring was given"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = personal.NUMBER_STAYS
        fields = ("mentor", "participant", "period", "confirmed_by", "topic", "language")

    impersonal = personal.names("id municipality")

    class Meta:
        verbose_name = _("mentoring pair")
        verbose_name_plural = _("mentoring pairs")
        constraints = [
            ExclusionConstraint(
                name="pair_once_at_a_time",
                expressions=[
                    same_number("mentor"),
                    same_number("participant"),
                    ("period", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=~Q(mentor=F("participant")), name="pair_is_of_two_people"
            ),
            models.CheckConstraint(
                # Ended on the day it began: empty.
                condition=Q(period__startswith__isnull=False) | Q(period__isempty=True),
                name="pair_has_a_beginning",
            ),
            models.CheckConstraint(
                condition=Q(topic__in=Topic.values, language__in=Tongue.values),
                name="pair_topic_and_language_are_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mentor_id} – {self.participant_id}"


@tracked()
class MentoringMeeting(models.Model):
    """Mentor and participant met on a day, for so many minutes."""

    SHORTEST, LONGEST = 5, 480

    pair = models.ForeignKey(
        MentoringPair, models.PROTECT, related_name="meetings", verbose_name=_("mentoring pair")
    )
    day = models.DateField(_("day"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    confined_by = OF_A_PAIR

    class PersonalData(personal.Accountability):
        """How long, not about what."""

        purpose = "to know how much mentoring was given"
        retention = personal.WITH_THE_TRIAL
        fields = ("pair", "recorded_by")

    impersonal = personal.names("id day minutes")

    class Meta:
        verbose_name = _("meeting of a pair")
        verbose_name_plural = _("meetings of pairs")
        ordering = ["-day", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["pair", "day"], name="meeting_once_a_day"),
            models.CheckConstraint(
                condition=Q(minutes__gte=5, minutes__lte=480),
                name="meeting_of_five_minutes_to_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.minutes}"


class MentoringNote(models.Model):
    """What one of a pair, or their manager, wrote down for the three of them.

    No history and no text in the audit trail: what is erased here is gone.
    """

    pair = models.ForeignKey(
        MentoringPair, models.PROTECT, related_name="notes", verbose_name=_("mentoring pair")
    )
    text = models.TextField(_("note"), max_length=4000)
    written_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written"), auto_now_add=True)

    confined_by = OF_A_PAIR

    class PersonalData(personal.Declared):
        """What two people say to each other."""

        purpose = "to let mentor and participant go on where they stopped"
        basis = personal.TASK
        retention = "one year after the pair has ended"
        erasure = "training.mentoring.actions.forget deletes the notes of a person's pairs"
        fields = ("pair", "text", "written_by", "written_at")
        erased = ("text",)

    impersonal = personal.names("id")

    class Meta:
        verbose_name = _("note of a pair")
        verbose_name_plural = _("notes of pairs")
        ordering = ["-written_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="note_says_something"),
        ]
        triggers = [pgtrigger.Protect(name="as_written", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.pk}"
