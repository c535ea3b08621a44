"""Who waits for a place in an incubator, what was offered to them, and who was passed over."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.sealed import SealedText
from ligzda.people.applications.models import Application, OfApplicant
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.person_models import DARK, KEEP


@tracked()
class WaitingPlace(OfApplicant):
    """A place in the waiting list of an incubator, by the rule of that version.

    The order is `lined_up_at`, then the number. It is the first moment of the day on which they
    applied; of who puts an offer off, or does not answer it, the moment of that: the end.
    """

    class Closed(models.TextChoices):
        """How the waiting ended."""

        TAKEN = "taken", _("took the place that was offered")
        LEFT = "left", _("does not want to wait any more")

    application = models.OneToOneField(
        Application, models.PROTECT, related_name="waiting", verbose_name=_("application")
    )
    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    lined_up_at = models.DateTimeField(_("in the line since"))
    rule = models.PositiveSmallIntegerField(_("version of the rule"))
    closed = models.CharField(
        _("how it ended"), max_length=5, choices=Closed, blank=True, default=""
    )
    closed_on = models.DateField(_("ended on"), null=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Days and numbers: the list is counted and nobody is named in it."""

        purpose = "to offer places in an order that everybody can check"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = ("person", "application", "lined_up_at", "closed", "closed_on")

    impersonal = personal.names("id municipality incubator rule sealed_as")

    class Meta:
        verbose_name = _("place in the line")
        verbose_name_plural = _("places in the line")
        ordering: ClassVar = ["lined_up_at", "pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["incubator", "lined_up_at", "id"],
                condition=Q(closed=""),
                name="people_line_of_an_incubator",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(closed=""), name="waiting_in_one_line"
            ),
            models.CheckConstraint(
                condition=Q(closed="", closed_on__isnull=True)
                | Q(closed__in=["taken", "left"], closed_on__isnull=False),
                name="waiting_ends_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.lined_up_at:%Y-%m-%d}"


@tracked()
class PlaceOffer(OfApplicant):
    """A place that is offered to somebody who waits, until the end of a day."""

    class Answer(models.TextChoices):
        """What became of it."""

        TAKEN = "taken", _("taken")
        LATER = "later", _("put off: waits on, at the end of the line")
        LEFT = "left", _("does not want to wait any more")
        LAPSED = "lapsed", _("not answered in time")
        RECALLED = "recalled", _("taken back by the incubator")

    waiting = models.ForeignKey(
        WaitingPlace, models.PROTECT, related_name="offers", verbose_name=_("place in the line")
    )
    begins_on = models.DateField(_("the place is free from"))
    offered_on = models.DateField(_("offered on"))
    answer_until = models.DateField(_("to be answered by"))
    offered_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("offered by")
    )
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True, default="")
    answered_on = models.DateField(_("answered on"), null=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Days and answer."""

        purpose = "to offer a place to whoever is next, and to know what they said"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = (
            "person", "waiting", "begins_on", "offered_on", "answer_until", "offered_by",
            "answer", "answered_on",
        )  # fmt: skip

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("offer of a place")
        verbose_name_plural = _("offers of places")
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [
            models.Index(fields=["answer_until"], condition=Q(answer=""), name="people_offers_open")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["waiting"], condition=Q(answer=""), name="offer_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(answer_until__gte=F("offered_on")), name="offer_leaves_time_to_answer"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | Q(
                    answered_on__isnull=False,
                    answered_on__gte=F("offered_on"),
                    answer__in=["taken", "later", "left", "lapsed", "recalled"],
                ),
                name="offer_answered_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(answer__in=["taken", "later", "left"])
                | Q(answered_on__lte=F("answer_until")),
                name="offer_answered_in_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.waiting_id}: {self.answer_until}"


class Skip(OfApplicant):
    """Somebody stood before the one who got an offer, and why they got none. It never changes."""

    offer = models.ForeignKey(
        PlaceOffer, models.PROTECT, related_name="skips", verbose_name=_("offer")
    )
    waiting = models.ForeignKey(
        WaitingPlace, models.PROTECT, related_name="skips", verbose_name=_("place in the line")
    )
    reason = SealedText(_("why"), most=500)
    by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("by whom")
    )
    at = models.DateTimeField(_("when"), db_default=Now())

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """The reason is for the person who was passed over."""

        purpose = "to tell whoever was passed over why"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = ("person", "offer", "waiting", "reason", "by", "at")
        erased = ("reason",)

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("passing over")
        verbose_name_plural = _("passings over")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["offer", "waiting"], name="skip_once_for_an_offer"),
            models.CheckConstraint(condition=~Q(reason=b""), name="skip_says_why"),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.offer_id}.{self.waiting_id}"
