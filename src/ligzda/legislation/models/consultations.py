"""What the public is asked about, until when, what it said and what was answered."""

import datetime
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import Fixed, tracked
from ligzda.legislation.models.opinions import Outcome
from ligzda.legislation.models.packages import Package
from ligzda.legislation.models.regulations import Regulation
from ligzda.network.models import Municipality, User

SHORTEST = datetime.timedelta(days=14)
"""Two weeks: Municipalities Law, s. 46(3); as long as the portal of legal acts asked in 2023."""
_WITHIN_ITS_DAYS = """
    IF NOT EXISTS (
        SELECT 1 FROM legislation_consultation
        WHERE id = NEW.consultation_id AND NEW."on" BETWEEN opens AND closes
    ) THEN
        RAISE EXCEPTION 'a comment is received while the public is asked'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@tracked()
class Consultation(models.Model):
    """The days on which the public may speak about a package or a binding regulation."""

    package = models.OneToOneField(
        Package,
        models.CASCADE,
        null=True,
        related_name="consultation",
        verbose_name=_("package of amendments"),
    )
    regulation = models.OneToOneField(
        Regulation,
        models.CASCADE,
        null=True,
        related_name="consultation",
        verbose_name=_("binding regulation"),
    )
    opens = models.DateField(_("first day"))
    closes = models.DateField(_("last day"))
    opened_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("announced by")
    )

    class PersonalData(personal.Accountability):
        """Who announced it."""

        purpose = "to answer who asked the public, and when"
        retention = "as long as the draft that the public was asked about"
        fields = ("opened_by",)

    impersonal = personal.names("id package regulation opens closes")

    class Meta:
        verbose_name = _("consultation of the public")
        verbose_name_plural = _("consultations of the public")
        triggers: ClassVar = [
            Fixed(name="days_stay", sentence="the days of a consultation stay as announced")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(package__isnull=False, regulation__isnull=True)
                | Q(package__isnull=True, regulation__isnull=False),
                name="consultation_is_about_one_draft",
            ),
            models.CheckConstraint(
                condition=Q(closes__gte=F("opens") + SHORTEST), name="consultation_lasts_two_weeks"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opens:%Y-%m-%d} – {self.closes:%Y-%m-%d}"

    @property
    def about(self) -> Package | Regulation:
        """What the public is asked about."""
        found = self.package or self.regulation
        assert found is not None  # consultation_is_about_one_draft
        return found

    @property
    def municipality(self) -> Municipality | None:
        """Whose it is, for the audit trail; nobody's where a ministry asks."""
        return self.regulation.municipality if self.regulation else None

    @property
    def open(self) -> bool:
        """Whether the public may speak today."""
        return self.opens <= timezone.localdate() <= self.closes

    @property
    def over(self) -> bool:
        """Whether its last day has passed."""
        return timezone.localdate() > self.closes


@tracked(exclude=["who"])
class PublicComment(models.Model):
    """What somebody of the public said, on which day it came, and what was answered.

    It came by an account of the house, or on another way and was recorded by who asks. `held`: by
    the rules for readers' comments a person looks at it before it is shown.
    """

    consultation = models.ForeignKey(
        Consultation, models.CASCADE, related_name="comments", verbose_name=_("consultation")
    )
    on = models.DateField(_("day on which it came"))
    who = models.CharField(_("who says it"), max_length=100, blank=True)
    author = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("account")
    )
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("recorded by")
    )
    text = models.TextField(_("text"))
    held = models.BooleanField(_("waits to be looked at"), default=False)
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome, default=Outcome.OPEN)
    answer = models.TextField(_("answer with reasons"), blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )

    class PersonalData(personal.Declared):
        """Who spoke, and who recorded and answered it."""

        purpose = "to show what the public said about a draft, and to answer it"
        basis = personal.TASK
        retention = "as long as the draft that the public was asked about"
        erasure = "network.actions.erase_user empties the name of whoever is erased; the text stays"
        fields = ("who", "author", "recorded_by", "answered_by")
        erased = ("who",)

    impersonal = personal.names("id consultation on text held outcome answer")

    class Meta:
        verbose_name = _("comment of the public")
        verbose_name_plural = _("comments of the public")
        ordering: ClassVar = ["on", "id"]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="within_its_days",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_WITHIN_ITS_DAYS,
            ),
            pgtrigger.Trigger(
                name="said_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("consultation", "on", "author", "text"),
                func="RAISE EXCEPTION 'what was said stays' USING ERRCODE = 'check_violation';",
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="public_comment_says_something"),
            models.CheckConstraint(
                condition=Q(author__isnull=False, recorded_by__isnull=True)
                | Q(author__isnull=True, recorded_by__isnull=False),
                name="public_comment_is_of_an_account_or_recorded",
            ),
            models.CheckConstraint(
                condition=Q(outcome="open", answer="", answered_by__isnull=True)
                | (
                    Q(outcome__in=["taken", "partly", "declined"], answered_by__isnull=False)
                    & ~Q(answer="")
                ),
                name="public_comment_outcome_has_reasons",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def municipality(self) -> Municipality | None:
        """Whose it is, for the audit trail."""
        return self.consultation.municipality
