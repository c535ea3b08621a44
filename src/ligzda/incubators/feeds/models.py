"""Calendars that a person has given out, each under an address that nobody can guess."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal


class Feed(models.Model):
    """A calendar of one person: their own bookings, or those of an incubator.

    Of the token only the hash is kept, so that who reads the database reads no calendar.
    """

    owner = models.ForeignKey(
        "network.User", models.CASCADE, related_name="feeds", verbose_name=_("whose")
    )
    incubator = models.ForeignKey(
        "incubators.Incubator",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("incubator"),
    )
    token_hash = models.CharField(_("hash of the token"), max_length=64, unique=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    # A person's, not a municipality's. It is looked up before anybody's rows can be met: whose they
    # are is what it says.
    confined_by = None

    class PersonalData(personal.Declared):
        """Who lets a program read their bookings."""

        purpose = "to show a person's bookings in the calendar that they use"
        basis = personal.TASK
        retention = "until it is revoked"
        erasure = "incubators.erasing.erase deletes it"
        fields = ("owner", "token_hash", "made_at")

    impersonal = personal.names("id incubator")

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "incubator"], nulls_distinct=False, name="feed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.owner_id}: {self.incubator_id or '–'}"
