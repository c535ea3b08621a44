"""A letter that somebody is owed; when it went."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.people.applications.models import ApplicationDecision, OfApplicant
from ligzda.people.applications.waiting_models import PlaceOffer
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.person_models import DARK, KEEP


class PersonLetter(OfApplicant):
    """That somebody is owed a letter by e-mail. It keeps no address and no text of its own.

    The row is the letter's: its constraint lets nobody be owed the same one twice.
    """

    class Kind(models.TextChoices):
        """What it tells. A reminder is optional, and goes with consent alone."""

        DECISION = "decision", _("a decision is made")
        OFFER = "offer", _("a place is offered")
        REMINDER = "reminder", _("an offer ends soon")

    kind = models.CharField(_("what it tells"), max_length=8, choices=Kind)
    decision = models.ForeignKey(
        ApplicationDecision, models.PROTECT, related_name="letters", null=True
    )
    offer = models.ForeignKey(PlaceOffer, models.PROTECT, related_name="letters", null=True)
    owed_at = models.DateTimeField(_("owed since"), db_default=Now())
    sent_at = models.DateTimeField(_("sent"), null=True)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Days: what was told, by what number."""

        purpose = "to tell somebody by e-mail what was decided or offered, once"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = ("person", "kind", "decision", "offer", "owed_at", "sent_at")

    impersonal = personal.names("id municipality sealed_as")

    class Meta:
        verbose_name = _("letter to a person")
        verbose_name_plural = _("letters to people")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["decision"], name="person_letter_once_a_decision"),
            models.UniqueConstraint(fields=["offer", "kind"], name="person_letter_once_an_offer"),
            models.CheckConstraint(
                condition=Q(kind="decision", decision__isnull=False, offer__isnull=True)
                | Q(kind__in=["offer", "reminder"], decision__isnull=True, offer__isnull=False),
                name="person_letter_is_about_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.decision_id or self.offer_id}"
