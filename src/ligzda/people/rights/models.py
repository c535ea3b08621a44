"""What a person asks of those who keep their data, what they consented to, what must stay, and
who stands by them."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.confined import Only
from ligzda.kernel.models import tracked
from ligzda.kernel.sealed import SealedText
from ligzda.kernel.texts import TextField
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.keys import OfPerson
from ligzda.people.person_models import DARK, KEEP, Person


class RequestKind(models.TextChoices):
    """What a person may ask (GDPR Art. 15 to 18, 21)."""

    ACCESS = "access", _("to get all of it")
    RECTIFY = "rectify", _("to correct it")
    RESTRICT = "restrict", _("to restrict its use")
    OBJECT = "object", _("to object to its use")
    ERASE = "erase", _("to erase it")


@tracked()
class RightsRequest(OfPerson):
    """A request of a person, or on their behalf; or of the calendar, where the time is over.

    Answered within a month (GDPR Art. 12(3)). Who asks for an erasure never carries it out.
    """

    class Origin(models.TextChoices):
        """Why it was asked."""

        PERSON = "person", _("asked by the person, or for them")
        RETENTION = "retention", _("the time for keeping is over")

    class State(models.TextChoices):
        """How it stands."""

        OPEN = "open", pgettext_lazy("request", "open")
        GRANTED = "granted", pgettext_lazy("request", "done")
        REFUSED = "refused", pgettext_lazy("request", "refused")

    person = models.ForeignKey(Person, models.PROTECT, related_name="rights_requests")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    kind = models.CharField(_("what is asked"), max_length=10, choices=RequestKind)
    origin = models.CharField(_("why"), max_length=10, choices=Origin, default=Origin.PERSON)
    words = SealedText(_("in their words"), most=2000)
    asked_by = models.ForeignKey("network.User", models.PROTECT, related_name="+")
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("to be answered by"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN)
    answer = SealedText(_("answer"), most=2000)
    answered_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", null=True, verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered"), null=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """What was asked and answered is sealed; kind, days and outcome are counted."""

        purpose = "to answer what a person asks about their data, in time"
        basis = personal.DUTY
        retention = KEEP
        erasure = DARK
        fields = (
            "person", "kind", "origin", "words", "asked_by", "asked_on", "due_on", "state",
            "answer", "answered_by", "answered_at",
        )  # fmt: skip
        erased = ("words", "answer")

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("request about data")
        verbose_name_plural = _("requests about data")
        ordering: ClassVar = ["due_on", "id"]
        indexes: ClassVar = [
            models.Index(
                fields=["municipality", "due_on"],
                condition=Q(state="open"),
                name="people_open_requests",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(state="open"), name="request_open_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=RequestKind.values,
                    origin__in=["person", "retention"],
                    state__in=["open", "granted", "refused"],
                ),
                name="request_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(state="open", answered_by__isnull=True, answered_at__isnull=True)
                | Q(
                    ~Q(state="open"), answered_by__isnull=False, answered_at__isnull=False
                ),
                name="request_is_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(kind="erase", state="granted") | ~Q(answered_by=F("asked_by")),
                name="request_erased_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("asked_on")), name="request_is_due_after_it_is_asked"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"P-{self.person_id}: {self.kind}"

    @property
    def late(self) -> bool:
        """Whether the month is over and nobody has answered."""
        return self.state == self.State.OPEN and self.due_on < timezone.localdate()


class ConsentPurpose(models.TextChoices):
    """What is optional, and therefore asked: a municipality needs no consent for more (WP259)."""

    MESSAGES = "messages", _("reminders by telephone and e-mail")
    TRACING = "tracing", _("asking people whom I name where I am")
    STORY = "story", _("my picture and story in the news")
    FEATURES = "features", _("health and origin in the statistics")


class ConsentText(models.Model):
    """What somebody says yes to: a version of a text in easy language. It never changes."""

    purpose = models.CharField(_("what for"), max_length=10, choices=ConsentPurpose)
    number = models.PositiveSmallIntegerField(_("version"))
    text = TextField(_("text"), max_length=1500)
    effect = TextField(_("what withdrawing does"), max_length=600)
    published_at = models.DateTimeField(_("published"), db_default=Now())

    confined_by = None

    PersonalData = None
    impersonal = personal.names("id purpose number text effect published_at")

    class Meta:
        verbose_name = _("text of a consent")
        verbose_name_plural = _("texts of consents")
        ordering: ClassVar = ["purpose", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["purpose", "number"], name="consent_text_numbered"),
            models.CheckConstraint(
                condition=Q(purpose__in=ConsentPurpose.values, number__gte=1),
                name="consent_text_purpose_is_known",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.number}"


@tracked()
class Consent(models.Model):
    """Somebody said yes to a version of a text, and perhaps took it back."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("given"), db_default=Now())
    noted_by = models.ForeignKey("network.User", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(_("taken back"), null=True)
    withdrawn_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", null=True, verbose_name=_("who noted it")
    )

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """To which text, from when to when."""

        purpose = "to do what is optional for those alone who said yes to it"
        basis = personal.CONSENT
        retention = KEEP
        erasure = DARK
        fields = ("person", "text", "given_at", "noted_by", "withdrawn_at", "withdrawn_by")

    impersonal = personal.names("id municipality")

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering: ClassVar = ["-given_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "text"],
                condition=Q(withdrawn_at__isnull=True),
                name="consent_given_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__gte=F("given_at"), withdrawn_by__isnull=False),
                name="consent_is_taken_back_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"P-{self.person_id}: {self.text_id}"


_OF_ALL_OR_A_PERSON = Only(f"person_id IS NULL OR {OF_A_PERSON.condition}")
"""What holds all people of a municipality is no secret: each of them is shown it."""


@tracked()
class RetentionHold(models.Model):
    """Somebody whom the law obeys, a funder or a court, says that data must stay until a day.

    `person`: of one alone; without, of everybody in the municipality. Shown where an erasure is
    asked, to the person too.
    """

    class Scope(models.TextChoices):
        """What must stay."""

        CODES = "codes", _("dates and codes, without the identity")
        RECORD = "record", _("the whole record")

    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="holds", null=True, verbose_name=_("person")
    )
    because = models.CharField(
        _("who asks for it, by which rule"),
        max_length=300,
        help_text=_("A funder's rule with its article, or the number of a case. No names."),
    )
    scope = models.CharField(_("what must stay"), max_length=8, choices=Scope)
    period = DateRangeField(_("period"))
    noted_by = models.ForeignKey("network.User", models.PROTECT, related_name="+")

    confined_by = _OF_ALL_OR_A_PERSON

    class PersonalData(personal.Declared):
        """Whose data must stay."""

        purpose = "to keep what a funder or a court obliges to, no longer, and to show it"
        basis = personal.DUTY
        retention = "as long as what it holds"
        erasure = "it names nobody; the number of an erased person tells nothing"
        fields = ("person", "noted_by")

    impersonal = personal.names("id municipality because scope period")

    class Meta:
        verbose_name = _("what must stay")
        verbose_name_plural = _("what must stay")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(period__startswith__isnull=False, period__endswith__isnull=False)
                & Q(period__isempty=False),
                name="hold_has_a_first_and_a_last_day",
            ),
            models.CheckConstraint(
                condition=Q(scope__in=["codes", "record"]) & ~Q(because=""),
                name="hold_says_what_and_why",
            ),
        ]

    def __str__(self) -> str:
        return self.because


class Standing(models.TextChoices):
    """As what somebody stands by a person."""

    GUARDIAN = "guardian", _("guardian appointed by a court")
    REPRESENTATIVE = "authorised", _("representative with an authorisation")
    SUPPORTER = "supporter", _("helps to decide; the person decides")
    INTERPRETER = "interpreter", _("interpreter")


@tracked()
class Representative(OfPerson):
    """Who stands by a person, from when to when, and what they may do for them.

    Somebody who helps to decide signs nothing in the person's place: that is what distinguishes
    them from a guardian (UN Convention on the Rights of Persons with Disabilities, Art. 12).
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="representatives")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    standing = models.CharField(_("stands by as"), max_length=12, choices=Standing)
    name = SealedText(_("name"))
    phone = SealedText(_("telephone"))
    email = SealedText(_("e-mail address"))
    basis = SealedText(
        _("document"), most=300, help_text=_("Number and day of the ruling or the authorisation.")
    )
    note = SealedText(_("what to know: language, when to reach them"), most=600)
    may_sign = models.BooleanField(_("signs in the person's place"), default=False)
    may_receive = models.BooleanField(_("gets the letters too"), default=False)
    may_see = models.BooleanField(_("may see the record with the person"), default=False)
    period = DateRangeField(_("period"))

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Who they are is sealed under the person's key; what they may do, and when, is not."""

        purpose = "to let those whom a person needs stand by them, and to know what they may do"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = (
            "person", "standing", "name", "phone", "email", "basis", "note", "may_sign",
            "may_receive", "may_see", "period",
        )  # fmt: skip
        erased = ("name", "phone", "email", "basis", "note")

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("who stands by a person")
        verbose_name_plural = _("who stands by a person")
        ordering: ClassVar = ["-period", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(standing__in=Standing.values), name="representative_standing_is_known"
            ),
            models.CheckConstraint(
                condition=Q(period__startswith__isnull=False, period__isempty=False),
                name="representative_has_a_first_day",
            ),
            models.CheckConstraint(
                condition=Q(standing__in=["guardian", "authorised"]) | Q(may_sign=False),
                name="representative_who_helps_does_not_sign",
            ),
        ]

    def __str__(self) -> str:
        return f"P-{self.person_id}: {self.standing}"
