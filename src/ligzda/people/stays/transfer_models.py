"""A stay that is to go on in the incubator of another municipality."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.confined import Only
from ligzda.kernel.models import tracked
from ligzda.people.confining import OWN_SQL, SEEN_SQL
from ligzda.people.person_models import KEEP, Person
from ligzda.people.stays.models import Stay

OF_BOTH_SIDES = Only(
    f"municipality_id = ANY ({SEEN_SQL}) OR to_municipality_id = ANY ({SEEN_SQL}) "
    f"OR person_id IN {OWN_SQL}"
)
"""The other side meets the request, and no other row about the person before it has accepted."""


class TransferBasis(models.TextChoices):
    """What lets two municipalities hand over a person's record."""

    RESIDENCE = "residence", _("declared residence in the other municipality")
    AGREEMENT = "agreement", _("agreement between the two municipalities")
    RULING = "ruling", _("ruling of a court")


class TransferState(models.TextChoices):
    """How far a request is."""

    ASKED = "asked", _("awaits the other side")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class WhyDeclined(models.TextChoices):
    """Why the other side cannot take somebody; what else there is to say is said by telephone."""

    NO_PLACE = "no_place", _("no place is free")
    NO_BASIS = "no_basis", _("the legal basis does not hold")
    OTHER_MODEL = "other_model", _("its model does not fit the goal")


@tracked()
class Transfer(models.Model):
    """One side asks for a stay to go on at the other; only the other side's acceptance moves it.

    The request tells the other side a number, the incubator, the days and the basis, and no name:
    whether a place is free and the basis holds can be judged without one, and until it is accepted
    the person belongs to those who asked. Who needs more telephones them.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    stay = models.ForeignKey(Stay, models.PROTECT, related_name="transfers", verbose_name=_("stay"))
    to_municipality = models.ForeignKey(
        "network.Municipality",
        models.PROTECT,
        related_name="+",
        verbose_name=_("other municipality"),
    )
    to_incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("to incubator")
    )
    begins_on = models.DateField(_("first day there"))
    basis = models.CharField(_("legal basis"), max_length=10, choices=TransferBasis)
    document = models.CharField(_("number of the document"), max_length=40)
    document_on = models.DateField(_("date of the document"))
    consent_on = models.DateField(_("the person consented on"))
    state = models.CharField(
        _("state"), max_length=10, choices=TransferState, default=TransferState.ASKED
    )
    why_declined = models.CharField(
        _("why it was declined"), max_length=12, choices=WhyDeclined, blank=True, default=""
    )
    asked_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    answered_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", null=True, verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True)

    confined_by = OF_BOTH_SIDES

    class PersonalData(personal.Declared):
        """Which record went where, on which basis, with whose consent."""

        purpose = "to hand a person's record over only on a legal basis and with their consent"
        basis = personal.TASK
        retention = KEEP
        erasure = "the person's number stays, and leads to nobody"
        fields = (
            "person", "stay", "begins_on", "basis", "document", "document_on", "consent_on",
            "state", "why_declined", "asked_by", "asked_at", "answered_by", "answered_at",
        )  # fmt: skip

    impersonal = personal.names("id municipality to_municipality to_incubator")

    class Meta:
        verbose_name = _("transfer")
        verbose_name_plural = _("transfers")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["stay"], condition=Q(state="asked"), name="transfer_asked_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(municipality=F("to_municipality")),
                name="transfer_goes_to_another_municipality",
            ),
            models.CheckConstraint(
                condition=Q(basis__in=TransferBasis.values)
                & Q(document__regex=r"^[\w./–-]{1,40}$"),
                name="transfer_has_a_legal_basis",
            ),
            models.CheckConstraint(
                condition=Q(state="asked", answered_by__isnull=True, answered_at__isnull=True)
                | Q(
                    state__in=["accepted", "declined", "withdrawn"],
                    answered_by__isnull=False,
                    answered_at__isnull=False,
                ),
                name="transfer_answered_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(state="declined", why_declined__in=WhyDeclined.values)
                | (~Q(state="declined") & Q(why_declined="")),
                name="transfer_declined_says_why",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="answered_once",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__answered_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"P-{self.person_id}: {self.municipality_id} → {self.to_municipality_id}"
