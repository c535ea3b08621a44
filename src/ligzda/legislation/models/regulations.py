"""Binding regulations: what a municipality passes itself, with its explanatory memorandum."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.texts import TextField
from ligzda.network.models import Decision, Municipality, User

_REFUSE = "RAISE EXCEPTION '{said}' USING ERRCODE = 'check_violation';"
_ADOPTED_BY_ITS_COUNCIL = f"""
    IF NOT EXISTS (
        SELECT 1 FROM network_decision AS decision
        JOIN legislation_consultation AS consultation ON consultation.regulation_id = NEW.id
        WHERE decision.id = NEW.decision_id
          AND decision.municipality_id = NEW.municipality_id
          AND decision.published_at IS NOT NULL
          AND 'binding_regulation' = ANY (decision.permitted)
          AND decision.sitting_on > consultation.closes
    ) THEN
        {_REFUSE.format(said="a regulation is adopted by its own council after its two weeks")}
    END IF;
    RETURN NEW;
"""
_PART_STAYS = f"""
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM legislation_regulation
        WHERE id = OLD.regulation_id AND decision_id IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM legislation_regulation
        WHERE id = NEW.regulation_id AND decision_id IS NOT NULL
    ) THEN
        {_REFUSE.format(said="what a council adopted cannot be changed")}
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


class Ministry(models.TextChoices):
    """What the ministry answered to a regulation that was sent to it."""

    NONE = "", pgettext_lazy("of a ministry", "no answer yet")
    AGREED = "agreed", pgettext_lazy("of a ministry", "no objections")
    OBJECTED = "objected", pgettext_lazy("of a ministry", "objections")


def _all(*names: str) -> Q:
    return Q(**{f"{name}__isnull": False for name in names})


def _none(*names: str) -> Q:
    return Q(**{f"{name}__isnull": True for name in names})


@tracked()
class Regulation(models.Model):
    """A binding regulation of a municipality, from its first draft until it is published.

    `announced_text` is what the public was asked about; `text` may change until the council adopts.
    """

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    title = TextField(_("what the regulation is about"), max_length=200)
    basis = models.CharField(_("legal basis"), max_length=300)
    text = models.TextField(_("text of the regulation"))
    invented = models.BooleanField(_("invented for the demonstration"), default=False)
    drafted_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("drafted by")
    )
    drafted_at = models.DateTimeField(_("begun"), auto_now_add=True)
    written_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("last written by")
    )
    announced_text = models.TextField(_("text that was announced"), blank=True)
    announced_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("announced by")
    )
    announced_at = models.DateTimeField(_("announced"), null=True)
    decision = models.OneToOneField(
        Decision, models.PROTECT, null=True, related_name="+", verbose_name=_("council decision")
    )
    number = models.CharField(_("number of the regulation"), max_length=20, blank=True)
    adopted_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("adoption recorded by")
    )
    sent_on = models.DateField(_("day on which it was sent to the ministry"), null=True)
    ministry = models.CharField(
        _("answer of the ministry"), max_length=8, choices=Ministry, blank=True
    )
    ministry_on = models.DateField(_("day of the ministry's answer"), null=True)
    ministry_said = models.TextField(_("what the ministry said"), blank=True)
    reply = models.TextField(_("the council's reply to the objections"), blank=True)
    published_on = models.DateField(_("day of publication"), null=True)
    published_in = models.CharField(_("where it was published"), max_length=120, blank=True)
    published_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("publication recorded by")
    )
    in_force_on = models.DateField(_("day on which it comes into force"), null=True)

    class PersonalData(personal.Accountability):
        """Who drafted, wrote last, announced, and recorded adoption and publication."""

        purpose = "to answer who drafted a regulation, and that two people saw it"
        retention = "as long as the regulation"
        fields = ("drafted_by", "written_by", "announced_by", "adopted_by", "published_by")

    impersonal = personal.names(
        "id municipality title basis text invented drafted_at announced_text announced_at decision "
        "number sent_on ministry ministry_on ministry_said reply published_on published_in "
        "in_force_on"
    )

    class Meta:
        verbose_name = _("binding regulation")
        verbose_name_plural = _("binding regulations")
        ordering: ClassVar = ["-id"]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="published_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_on__isnull=False),
                func=_REFUSE.format(said="a published regulation cannot be changed"),
            ),
            pgtrigger.Trigger(
                name="adopted_by_its_council",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__decision__isnull=False),
                func=_ADOPTED_BY_ITS_COUNCIL,
            ),
            pgtrigger.Trigger(
                name="adopted_text_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.decision_id IS NOT NULL AND (OLD.decision_id, OLD.municipality_id, "
                    "OLD.title, OLD.basis, OLD.text, OLD.number) IS DISTINCT FROM "
                    "(NEW.decision_id, NEW.municipality_id, NEW.title, NEW.basis, NEW.text, "
                    "NEW.number)"
                ),
                func=_REFUSE.format(said="what a council adopted cannot be changed"),
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(basis="") & ~Q(text=""), name="regulation_says_something"
            ),
            models.CheckConstraint(
                condition=(_none("announced_at", "announced_by") & Q(announced_text=""))
                | (_all("announced_at", "announced_by") & ~Q(announced_text="")),
                name="regulation_announced_by_somebody_with_its_text",
            ),
            models.CheckConstraint(
                condition=Q(announced_by__isnull=True) | ~Q(announced_by=F("drafted_by")),
                name="regulation_is_announced_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=(_none("decision", "adopted_by") & Q(number=""))
                | (_all("decision", "adopted_by", "announced_at") & ~Q(number="")),
                name="regulation_is_adopted_with_its_number",
            ),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True) | Q(decision__isnull=False),
                name="regulation_is_sent_once_adopted",
            ),
            models.CheckConstraint(
                condition=Q(ministry="", ministry_on__isnull=True, ministry_said="")
                | (
                    _all("sent_on", "ministry_on")
                    & Q(ministry_on__gte=F("sent_on"))
                    & (Q(ministry="agreed") | (Q(ministry="objected") & ~Q(ministry_said="")))
                ),
                name="regulation_is_answered_once_sent",
            ),
            models.CheckConstraint(
                condition=(
                    _none("published_on", "published_by", "in_force_on") & Q(published_in="")
                )
                | (
                    _all("published_on", "published_by", "sent_on", "in_force_on")
                    & Q(published_on__gte=F("sent_on"), in_force_on__gt=F("published_on"))
                    & ~Q(published_in="")
                    & (~Q(ministry="objected") | ~Q(reply=""))
                ),
                name="regulation_is_published_once_sent",
            ),
            models.CheckConstraint(
                condition=Q(published_by__isnull=True) | ~Q(published_by=F("adopted_by")),
                name="regulation_is_published_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def state(self) -> str:
        """How far it is, in a word."""
        if self.published_on:
            return str(pgettext_lazy("of a regulation", "published"))
        if self.sent_on:
            return str(_("adopted, at the ministry"))
        if self.decision_id:
            return str(pgettext_lazy("of a regulation", "adopted"))
        if not self.announced_at:
            return str(_("in draft"))
        open_ = self.consultation.closes >= timezone.localdate()
        return str(_("opinions are received") if open_ else _("waits for the council's decision"))


@tracked()
class MemorandumPart(models.Model):
    """What a regulation says in one section of its explanatory memorandum."""

    regulation = models.ForeignKey(
        Regulation,
        models.CASCADE,
        related_name="memorandum",
        verbose_name=_("binding regulation"),
    )
    code = models.CharField(_("section of the memorandum"), max_length=2)
    text = models.TextField(_("text"))

    PersonalData = None
    impersonal = personal.names("id regulation code text")

    class Meta:
        verbose_name = _("section of a memorandum")
        verbose_name_plural = _("sections of memoranda")
        ordering: ClassVar = ["code"]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="as_adopted",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=_PART_STAYS,
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["regulation", "code"], name="memorandum_section_once"),
            models.CheckConstraint(condition=~Q(text=""), name="memorandum_section_says_something"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def municipality(self) -> Municipality:
        """Whose it is, for the audit trail."""
        return self.regulation.municipality
