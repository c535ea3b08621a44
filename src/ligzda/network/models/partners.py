"""Who takes part in the network, and what councils decided about it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import in_language, tracked
from ligzda.network.models.members import User
from ligzda.network.models.territory import Municipality


@tracked()
class Partner(models.Model):
    """An organisation that takes part, and the part it takes."""

    class Kind(models.TextChoices):
        """Kinds of partner."""

        MUNICIPALITY = "municipality", _("municipality")
        UNIVERSITY = "university", _("university")
        ASSOCIATION = "association", _("association")
        MINISTRY = "ministry", _("ministry")
        FOUNDATION = "foundation", _("foundation")

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name_lv = models.CharField(_("name (Latvian)"), max_length=200)
    name_en = models.CharField(_("name (English)"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    role_lv = models.TextField(_("what it does in the network (Latvian)"))
    role_en = models.TextField(_("what it does in the network (English)"))
    municipality = models.OneToOneField(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="partner",
        verbose_name=_("municipality"),
    )
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    PersonalData = None
    impersonal = personal.names(
        "id slug name_lv name_en kind role_lv role_en municipality invented"
    )

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="municipality", municipality__isnull=False)
                | (~Q(kind="municipality") & Q(municipality__isnull=True)),
                name="partner_municipality_if_and_only_if_of_that_kind",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=["municipality", "university", "association", "ministry", "foundation"]
                ),
                name="partner_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self, "name")


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
        "text_lv text_en document_title_lv document_title_en document_url permits_lv permits_en "
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
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="decision_published_by_somebody_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self, "document_title")
