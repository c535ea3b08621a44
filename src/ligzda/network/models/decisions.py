"""What councils decided about the network."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import hash_of, in_language, tracked
from ligzda.network import signed_file
from ligzda.network.models.members import User
from ligzda.network.models.territory import Municipality


class Permit(models.TextChoices):
    """What a decision can permit: a closed list, because other rooms wait for its codes."""

    TAKE_PART = "take_part", _("take part in the network")
    PROVIDE_PREMISES = "provide_premises", _("make premises available")
    ADAPT_PREMISES = "adapt_premises", _("adapt premises")
    OPEN_INCUBATOR = "open_incubator", _("open an incubator")
    ORDER_PLAN = "order_plan", _("order from social enterprises by a plan")
    BINDING_REGULATION = "binding_regulation", _("issue a binding regulation")


@tracked()
class Decision(models.Model):
    """What a council decided at a sitting. A draft until it is published."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="decisions", verbose_name=_("municipality")
    )
    body_lv = models.CharField(_("council (Latvian)"), max_length=200)
    body_en = models.CharField(_("council (English)"), max_length=200)
    sitting_on = models.DateField(_("day of the sitting"))
    votes_for = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("votes against"), null=True, blank=True)
    votes_abstained = models.PositiveSmallIntegerField(_("abstained"), null=True, blank=True)
    text_lv = models.TextField(_("what was decided (Latvian)"))
    text_en = models.TextField(_("what was decided (English)"))
    document_title_lv = models.CharField(_("document (Latvian)"), max_length=300)
    document_title_en = models.CharField(_("document (English)"), max_length=300)
    document_url = models.URLField(_("address of the document"), blank=True)
    permitted = ArrayField(
        models.CharField(max_length=30, choices=Permit),
        default=list,
        blank=True,
        verbose_name=_("things permitted"),
    )
    valid_until = models.DateField(_("last day it is valid"), null=True, blank=True)
    permits_lv = models.TextField(_("what it permits (Latvian)"))
    permits_en = models.TextField(_("what it permits (English)"))
    source_lv = models.CharField(_("source (Latvian)"), max_length=300)
    source_en = models.CharField(_("source (English)"), max_length=300)
    source_url = models.URLField(_("address of the source"), blank=True)
    invented = models.BooleanField(_("invented for the demonstration"), default=False)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    # Who wrote it last, and so is not the one to look at it; nobody where it came with Ligzda.
    edited_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("last written by"),
    )
    published_alone = models.BooleanField(_("published without a second look"), default=False)

    class PersonalData(personal.Accountability):
        """Who wrote and published are all that is personal; a council decides in public, as one."""

        purpose = "to answer who wrote a decision down and who made it public"
        retention = "as long as the decision"
        fields = ("published_by", "edited_by")

    impersonal = personal.names(
        "id municipality body_lv body_en sitting_on votes_for votes_against votes_abstained "
        "text_lv text_en document_title_lv document_title_en document_url permitted valid_until "
        "permits_lv permits_en "
        "source_lv source_en source_url invented published_at "
        "published_alone"
    )

    class Meta:
        verbose_name = _("council decision")
        verbose_name_plural = _("council decisions")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "sitting_on", "document_title_lv"],
                name="decision_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    votes_for__isnull=True, votes_against__isnull=True, votes_abstained__isnull=True
                )
                | Q(
                    votes_for__isnull=False,
                    votes_against__isnull=False,
                    votes_abstained__isnull=False,
                ),
                name="decision_votes_all_known_or_none",
            ),
            models.CheckConstraint(
                condition=Q(votes_for__isnull=True) | Q(votes_for__gt=F("votes_against")),
                name="decision_has_a_majority",
            ),
            models.CheckConstraint(
                condition=Q(permitted__contained_by=list(Permit.values)),
                name="decision_permits_what_is_known",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("sitting_on")),
                name="decision_is_valid_from_its_sitting",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="decision_published_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(published_by__isnull=True)
                | Q(edited_by__isnull=True)
                | ~Q(published_by=F("edited_by"))
                | Q(published_alone=True),
                name="decision_is_seen_by_two_or_says_so",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self, "document_title")

    @property
    def reference(self) -> str:
        """What a published decision is called in letters: whose, of which day, which row."""
        return f"{self.municipality.code}/{self.sitting_on.isoformat()}/{self.pk}"


def _octets() -> models.Func:
    return models.Func(F("content"), function="octet_length", output_field=models.IntegerField())


@tracked(exclude=["content", "signers"])
class DecisionDocument(models.Model):
    """The paper of a decision: a PDF, or a signed container. Fixed when the decision is published.

    Readable by whoever may see the decision's drafts; by everybody where it is `public`, once the
    decision is.
    """

    class Kind(models.TextChoices):
        """Kinds of file, told by content (signed_file)."""

        PDF = signed_file.PDF, "PDF"
        ASICE = signed_file.ASICE, _("signed container (EDOC, ASiC-E)")

    decision = models.ForeignKey(
        Decision, models.CASCADE, related_name="documents", verbose_name=_("council decision")
    )
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    content = models.BinaryField(_("file"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    # What signed_file.Signer holds, as read: nobody has checked the signatures here.
    signers = models.JSONField(_("signers, as read"), default=list, blank=True)
    public = models.BooleanField(_("everybody may read it"), default=False)
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("added by"))

    class PersonalData(personal.Declared):
        """Who added it; whom the paper and its certificates name. History keeps no copy of both."""

        purpose = "to show what a council decided and who signed it, and who put the paper here"
        basis = personal.TASK
        retention = "as long as the decision"
        erasure = "a draft's papers are removed by hand; what a council published stays"
        fields = ("added_by", "content", "signers")

    impersonal = personal.names("id decision title kind sha256 size public added_at")

    class Meta:
        verbose_name = _("document of a decision")
        verbose_name_plural = _("documents of decisions")
        ordering = ["title", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "sha256"], name="decision_document_stands_once"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="decision_document_has_a_title"),
            models.CheckConstraint(
                condition=Q(kind__in=[signed_file.PDF, signed_file.ASICE]),
                name="decision_document_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(sha256=hash_of("content", text=False)),
                name="decision_document_hash_is_of_its_content",
            ),
            models.CheckConstraint(
                condition=Q(size=_octets(), size__gt=0, size__lte=signed_file.MOST_BYTES),
                name="decision_document_size_is_true",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="fixed_when_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func="""
                    IF TG_OP <> 'INSERT' AND EXISTS (
                        SELECT 1 FROM network_decision
                        WHERE id = OLD.decision_id AND published_at IS NOT NULL
                    ) OR TG_OP <> 'DELETE' AND EXISTS (
                        SELECT 1 FROM network_decision
                        WHERE id = NEW.decision_id AND published_at IS NOT NULL
                    ) THEN
                        RAISE EXCEPTION 'documents of a published decision stay as they are'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def municipality(self) -> Municipality:
        """Whose it is, for the audit trail."""
        return self.decision.municipality
