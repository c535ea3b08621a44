"""Sessions of a course version, their meetings, and who has a place in them.

A place is a number from 1 to `most`, taken once: nothing that is written can let in one too many.
A place that is offered to who waited is held for them until the offer ends, under the same number.
"""

import datetime

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, Fixed, same_number, tracked
from ligzda.training.models.courses import Language

MOST_PEOPLE = 200
LONGEST = datetime.timedelta(hours=12)


@tracked()
class Session(models.Model):
    """One time a version is taught, in a place or online. What was told at enrolment stays.

    It goes ahead (`confirmed_at`) where `least` are enrolled at `decides_at`, or is called off.
    """

    version = models.ForeignKey(
        "training.CourseVersion",
        models.PROTECT,
        related_name="sessions",
        verbose_name=_("course"),
    )
    language = models.CharField(_("language"), max_length=3, choices=Language.choices)
    trainer = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("trainer")
    )
    # Rows of rooms are confined to their municipality; whoever enrols reads `place`.
    room = models.ForeignKey(
        "incubators.Room",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("room of an incubator"),
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link of the meeting online"), max_length=400, blank=True)
    least = models.PositiveSmallIntegerField(_("fewest people"))
    most = models.PositiveSmallIntegerField(_("most people"))
    decides_at = models.DateTimeField(_("decided at"))
    confirmed_at = models.DateTimeField(_("goes ahead since"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("called off at"), null=True, blank=True)
    cancelled_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("called off by"),
    )
    cancelled_because = models.CharField(_("why it was called off"), max_length=300, blank=True)

    confined_by = None  # the foundation's, of no municipality; which there are is public

    class PersonalData(personal.Accountability):
        """Who teaches, and who called it off."""

        purpose = "to tell who teaches a session, and who called it off"
        retention = personal.WITH_THE_TRIAL
        fields = ("trainer", "cancelled_by")

    impersonal = personal.names(
        "id version language room place link least most decides_at confirmed_at cancelled_at "
        "cancelled_because"
    )

    class Meta:
        verbose_name = _("session of a course")
        verbose_name_plural = _("sessions of courses")
        constraints = [
            models.CheckConstraint(
                condition=Q(least__gte=1, least__lte=F("most"), most__lte=MOST_PEOPLE),
                name="session_has_room_for_the_fewest",
            ),
            models.CheckConstraint(
                condition=Q(link="") & ~Q(place="") | ~Q(link="") & Q(place="", room__isnull=True),
                name="session_is_in_a_place_or_online",
            ),
            models.CheckConstraint(
                condition=Q(language__in=Language.values), name="session_language_is_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    cancelled_at__isnull=True, cancelled_by__isnull=True, cancelled_because=""
                )
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False)
                & ~Q(cancelled_because=""),
                name="session_called_off_by_somebody_with_a_reason",
            ),
        ]
        triggers = [
            Fixed(
                name="as_told",
                exclude=[
                    "trainer",
                    "room",
                    "place",
                    "link",
                    "confirmed_at",
                    "cancelled_at",
                    "cancelled_by",
                    "cancelled_because",
                ],
                sentence="what a session promised at enrolment stays",
            ),
            pgtrigger.Trigger(
                name="called_off_once",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__cancelled_at__isnull=False),
                func="""
                    RAISE EXCEPTION 'a session that was called off stays so'
                        USING ERRCODE = 'check_violation';
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} #{self.pk}"


@tracked()
class Meeting(models.Model):
    """From when to when a session meets; a longer course meets several times."""

    session = models.ForeignKey(
        Session, models.PROTECT, related_name="meetings", verbose_name=_("session")
    )
    begins = models.DateTimeField(_("begins"))
    ends = models.DateTimeField(_("ends"))

    confined_by = None  # as public as the session
    PersonalData = None
    impersonal = personal.names("id session begins ends")

    class Meta:
        verbose_name = _("meeting of a session")
        verbose_name_plural = _("meetings of a session")
        ordering = ["begins"]
        constraints = [
            models.CheckConstraint(
                condition=Q(begins__lt=F("ends"), ends__lte=F("begins") + LONGEST),
                name="meeting_ends_the_same_day",
            ),
            ExclusionConstraint(
                name="meetings_of_a_session_follow_each_other",
                expressions=[
                    same_number("session"),
                    (Func(F("begins"), F("ends"), function="tstzrange"), OVERLAPS),
                ],
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="as_told", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.begins:%Y-%m-%d %H:%M}"


@tracked()
class Enrolment(models.Model):
    """How it stands with a person and a session: one row, however often they come and go.

    `place`: the numbered place they hold. `since`: since when they are in this state; who waits
    longest is next.
    """

    class State(models.TextChoices):
        """How it stands."""

        ENROLLED = "enrolled", _("enrolled")
        WAITING = "waiting", _("on the waiting list")
        OFFERED = "offered", _("a place is offered")
        WITHDRAWN = "withdrawn", _("withdrawn")
        LAPSED = "lapsed", _("the offer has ended")

    session = models.ForeignKey(
        Session, models.PROTECT, related_name="enrolments", verbose_name=_("session")
    )
    person = models.ForeignKey(
        "network.User", models.PROTECT, related_name="enrolments", verbose_name=_("person")
    )
    state = models.CharField(_("state"), max_length=9, choices=State.choices)
    since = models.DateTimeField(_("since"))
    place = models.PositiveSmallIntegerField(_("numbered place"), null=True, blank=True)
    offered_until = models.DateTimeField(_("offered until"), null=True, blank=True)
    entered_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    signed_at = models.DateTimeField(_("checklist signed at"), null=True, blank=True)
    signed_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("checklist signed by"),
    )
    certificate = models.OneToOneField(
        "training.Certificate",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="enrolment",
        verbose_name=_("certificate"),
    )

    confined_by = None  # people of any municipality learn together; rules say who reads it

    class PersonalData(personal.Declared):
        """Who learns what, since when."""

        purpose = "to keep a place in a course, and to issue its certificate to who passes"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = "training.erasing.forget gives coming places back; the number stays"
        fields = (
            "person", "state", "since", "offered_until", "entered_by", "signed_at", "signed_by",
            "certificate",
        )  # fmt: skip

    impersonal = personal.names("id session place")

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="enrolment_once_a_session"),
            models.UniqueConstraint(fields=["session", "place"], name="enrolment_place_once"),
            models.CheckConstraint(
                condition=Q(state__in=["enrolled", "offered"], place__isnull=False, place__gte=1)
                | Q(state__in=["waiting", "withdrawn", "lapsed"], place__isnull=True),
                name="enrolment_has_a_place_or_waits",
            ),
            models.CheckConstraint(
                condition=Q(state="offered", offered_until__isnull=False)
                & Q(offered_until__gt=F("since"))
                | ~Q(state="offered") & Q(offered_until__isnull=True),
                name="enrolment_offer_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False) & ~Q(signed_by=F("person")),
                name="enrolment_checklist_signed_by_somebody_else",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="place_is_in_the_session",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__place__isnull=False),
                func="""
                    IF NEW.place > (SELECT most FROM training_session WHERE id = NEW.session_id)
                    THEN
                        RAISE EXCEPTION 'there is no such place in this session'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.state}"


class Letter(models.Model):
    """A letter that is owed to somebody who has enrolled; what it says is read when it is sent."""

    class Kind(models.TextChoices):
        """What it tells."""

        OFFERED = "offered", _("a place is offered")
        CALLED_OFF = "called off", _("the session is called off")
        CHANGED = "changed", _("place, link or trainer has changed")

    enrolment = models.ForeignKey(
        Enrolment, models.CASCADE, related_name="letters", verbose_name=_("enrolment")
    )
    kind = models.CharField(_("what it tells"), max_length=10, choices=Kind.choices)
    owed_at = models.DateTimeField(_("owed since"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    confined_by = None  # as the enrolment
    PersonalData = None
    impersonal = personal.names("id enrolment kind owed_at sent_at")

    class Meta:
        verbose_name = _("letter about a session")
        verbose_name_plural = _("letters about a session")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["offered", "called off", "changed"]),
                name="session_letter_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.kind}"
