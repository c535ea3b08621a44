"""Who may use a machine that not everybody may: rights that a certificate gives, day by day.

A right is to a machine and not to its name: one that is renamed opens for nobody. That its machine
is of its incubator is held by a key of two columns (migration 0007).
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.places.models import OfAnIncubator
from ligzda.kernel import personal
from ligzda.kernel.models import Fixed, tracked


@tracked()
class Authorisation(OfAnIncubator, models.Model):
    """That somebody may use a machine, because of a certificate, unless it lies idle too long.

    `until` is the last day; None: it does not end by date. Its end before that has a moment, so
    that what is ended in the morning opens nothing at noon.
    """

    class Ending(models.TextChoices):
        """Why it ended before its day."""

        REVOKED = "revoked", _("the certificate was revoked")
        SUPERSEDED = "superseded", _("a newer certificate took the place of the one that gave it")
        CLOSED = "closed", _("the course opens this machine no longer")
        WITHDRAWN = "withdrawn", _("the incubator withdrew it")

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    equipment = models.ForeignKey(
        "incubators.Equipment",
        models.PROTECT,
        related_name="authorisations",
        verbose_name=_("machine"),
    )
    person = models.ForeignKey(
        "network.User", models.PROTECT, related_name="authorisations", verbose_name=_("person")
    )
    certificate = models.CharField(_("code of the certificate"), max_length=10)
    since = models.DateField(_("from"))
    until = models.DateField(_("until"), null=True, blank=True)
    given_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("given by")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ended by"),
    )
    ending = models.CharField(_("why it ended"), max_length=10, choices=Ending.choices, blank=True)
    ended_because = models.CharField(_("reason"), max_length=200, blank=True)

    class PersonalData(personal.Declared):
        """Who may use what; the form that asks why a right ends asks for no name."""

        purpose = "to let only those use a machine who have learnt to"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = personal.NUMBER_STAYS
        fields = ("person", "given_by", "ended_by")

    impersonal = personal.names(
        "id incubator equipment certificate since until ended_at ending ended_because"
    )

    class Meta:
        verbose_name = _("right to a machine")
        verbose_name_plural = _("rights to machines")
        ordering = ["-since", "-id"]
        indexes = [models.Index(fields=["certificate"], name="authorisation_by_certificate")]
        constraints = [
            models.UniqueConstraint(
                fields=["equipment", "certificate"],
                condition=Q(ended_at__isnull=True),
                name="authorisation_once_a_certificate",
            ),
            models.CheckConstraint(
                condition=~Q(certificate=""), name="authorisation_says_what_gave_it"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="authorisation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(
                    ended_at__isnull=True, ended_by__isnull=True, ending="", ended_because=""
                )
                | Q(
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                    ending__in=["revoked", "superseded", "closed", "withdrawn"],
                ),
                name="authorisation_ended_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=~Q(ending="withdrawn") | ~Q(ended_because=""),
                name="authorisation_withdrawn_says_why",
            ),
        ]
        triggers = [
            Fixed(
                name="as_given",
                exclude=["ended_at", "ended_by", "ending", "ended_because"],
                sentence="a right stays as it was given; it is ended, and given anew",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.equipment}"
