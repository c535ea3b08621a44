"""Who takes part in the network."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import in_language, tracked
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
    # Without it nothing that a council's decision permits may begin (rules.check_decided).
    agreement_on = models.DateField(_("day of the partner's agreement"), null=True, blank=True)
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    PersonalData = None
    impersonal = personal.names(
        "id slug name_lv name_en kind role_lv role_en municipality agreement_on invented"
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
