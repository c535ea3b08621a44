"""What councils decided about the network."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import in_language, tracked
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
        models.CharField(max_length=30, choices=Permit.choices),
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

    class PersonalData(personal.Accountability):
        """Who published is the only personal field; a council decides in public, as a body."""

        purpose = "to answer who made a decision public"
        retention = "as long as the decision"
        fields = ("published_by",)

    impersonal = personal.names(
        "id municipality body_lv body_en sitting_on votes_for votes_against votes_abstained "
        "text_lv text_en document_title_lv document_title_en document_url permitted valid_until "
        "permits_lv permits_en "
        "source_lv source_en source_url invented published_at"
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
        ]

    def __str__(self) -> str:
        return in_language(self, "document_title")
