"""What happens around a follow-up: attempts to reach somebody, whom else to ask, giving up.

The follow-ups themselves are computed (windows.py); that one was done is told by its observation.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.sealed import SealedText
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.keys import OfPerson
from ligzda.people.person_models import DARK, KEEP, Person
from ligzda.people.stays.models import Stay


class Wave(models.TextChoices):
    """When somebody is asked after the last day of a stay (outcomes.yaml; ESF+: four weeks)."""

    FOUR_WEEKS = "w4", _("four weeks after exit")
    SIX_MONTHS = "m6", _("6 months after exit")
    A_YEAR = "m12", _("12 months after exit")
    TWO_YEARS = "m24", _("24 months after exit")


class Channel(models.TextChoices):
    """By which way somebody was looked for."""

    PHONE = "phone", _("by telephone")
    MESSAGE = "message", _("by a text message")
    EMAIL = "email", _("by e-mail")
    LETTER = "letter", _("by letter")
    VISIT = "visit", _("by a visit")
    CONTACT = "contact", _("through somebody whom they named")


class AttemptOutcome(models.TextChoices):
    """What came of it."""

    REACHED = "reached", _("reached, and answered")
    LATER = "later", _("reached, asks for another day")
    NOBODY = "nobody", _("nobody answered")
    WRONG = "wrong", _("the number or address is wrong")
    DECLINED = "declined", _("does not wish to answer")


class LostReason(models.TextChoices):
    """Why nobody tries any more."""

    NOT_FOUND = "not_found", _("could not be found")
    DECLINED = "declined", _("does not wish to answer")
    ABROAD = "abroad", _("moved abroad")
    ILL = "ill", _("too ill to answer")
    DIED = "died", _("died")
    OTHER = "other", pgettext_lazy("reason", "another reason")


@tracked()
class ContactAttempt(OfPerson):
    """Somebody tried to reach a person for a follow-up, whatever came of it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="contact_attempts")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    stay = models.ForeignKey(
        Stay, models.PROTECT, related_name="contact_attempts", verbose_name=_("stay")
    )
    wave = models.CharField(_("follow-up"), max_length=4, choices=Wave)
    on = models.DateField(_("day"))
    channel = models.CharField(_("way of contact"), max_length=8, choices=Channel)
    outcome = models.CharField(_("what came of it"), max_length=8, choices=AttemptOutcome)
    next_try = models.DateField(_("try again on"), null=True, blank=True)
    note = SealedText(_("note"), most=600)
    by = models.ForeignKey("network.User", models.PROTECT, related_name="+", verbose_name=_("who"))
    noted_at = models.DateTimeField(_("noted"), db_default=Now())

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Days and codes are what reminders need; what was said is sealed."""

        purpose = "to reach somebody for a follow-up without asking too often"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = (
            "person", "stay", "wave", "on", "channel", "outcome", "next_try", "note", "by",
            "noted_at",
        )  # fmt: skip
        erased = ("note",)

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("contact attempt")
        verbose_name_plural = _("contact attempts")
        ordering: ClassVar = ["-on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    wave__in=Wave.values,
                    channel__in=Channel.values,
                    outcome__in=AttemptOutcome.values,
                ),
                name="attempt_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(next_try__isnull=True) | Q(next_try__gt=F("on")),
                name="attempt_next_try_is_later",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stay_id}: {self.wave}, {self.on:%d.%m.%Y}"


class TracingContact(OfPerson):
    """Somebody whom the person named, who knows where they are; at most three at a time.

    No history: a contact who is withdrawn is forgotten, not kept in an older state.
    """

    MOST = 3

    person = models.ForeignKey(Person, models.PROTECT, related_name="tracing_contacts")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField(_("first, second or third"))
    name = SealedText(_("name"))
    reach_by = SealedText(_("telephone or e-mail address"))
    relation = SealedText(_("who they are to the person"))
    named_on = models.DateField(_("named on"))
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Of the person, and of a third: so it goes as soon as the person says so."""

        purpose = "to find somebody again for a follow-up, through people they named themselves"
        basis = "GDPR Art. 6(1)(a), consent of the person who names them"
        retention = "until withdrawn, or until the last follow-up"
        erasure = DARK
        fields = (
            "person", "place", "name", "reach_by", "relation", "named_on", "withdrawn_on",
        )  # fmt: skip
        erased = ("name", "reach_by", "relation")

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("tracing contact")
        verbose_name_plural = _("tracing contacts")
        ordering: ClassVar = ["place", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(place__gte=1, place__lte=3), name="tracing_contacts_are_three_at_most"
            ),
            models.UniqueConstraint(
                fields=["person", "place"],
                condition=Q(withdrawn_on__isnull=True),
                name="tracing_contact_has_its_place",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True)
                | Q(name=b"", reach_by=b"", relation=b"", withdrawn_on__gte=F("named_on")),
                name="tracing_contact_withdrawn_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.place}"


@tracked()
class LostFollowUp(OfPerson):
    """Nobody tries any more to reach somebody for this follow-up, and why.

    An answer that comes all the same counts: the follow-up is then done, whatever stands here.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="lost_follow_ups")
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    stay = models.ForeignKey(
        Stay, models.PROTECT, related_name="lost_follow_ups", verbose_name=_("stay")
    )
    wave = models.CharField(_("follow-up"), max_length=4, choices=Wave)
    reason = models.CharField(_("why"), max_length=10, choices=LostReason)
    on = models.DateField(_("given up on"))
    by = models.ForeignKey("network.User", models.PROTECT, related_name="+", verbose_name=_("who"))

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """A code and a day: missing answers are counted by their reason."""

        purpose = "to know why an answer is missing, which decides what may be concluded"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = ("person", "stay", "wave", "reason", "on", "by")

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("lost follow-up")
        verbose_name_plural = _("lost follow-ups")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["stay", "wave"], name="follow_up_is_lost_once"),
            models.CheckConstraint(
                condition=Q(wave__in=Wave.values, reason__in=LostReason.values),
                name="lost_codes_are_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stay_id}: {self.wave}"
