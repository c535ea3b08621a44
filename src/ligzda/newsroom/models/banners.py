"""Banners of 980 × 90: a picture and a link for a time. Nobody counts who looks."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import in_language

WIDE = (980, 90)
NARROW = (320, 100)


class Banner(models.Model):
    """A campaign."""

    advertiser = models.CharField(_("advertiser"), max_length=120)
    wide = models.ForeignKey(
        "wagtailimages.Image",
        models.PROTECT,
        related_name="+",
        verbose_name=_("picture, 980 × 90"),
    )
    narrow = models.ForeignKey(
        "wagtailimages.Image",
        models.PROTECT,
        related_name="+",
        verbose_name=_("picture for narrow screens, 320 × 100"),
    )
    alt_lv = models.CharField(_("alternative text (Latvian)"), max_length=200)
    alt_en = models.CharField(_("alternative text (English)"), max_length=200)
    url = models.URLField(_("where it leads"))
    begins = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    municipalities = models.ManyToManyField(
        "network.Municipality",
        blank=True,
        verbose_name=_("editions"),
        help_text=_("None chosen: shown in every edition."),
    )

    PersonalData = None
    impersonal = personal.names("id advertiser wide narrow alt_lv alt_en url begins ends")

    class Meta:
        verbose_name = _("banner")
        verbose_name_plural = _("banners")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("begins")),
                name="banner_ends_after_it_begins",
                violation_error_message=_("A banner's last day comes after its first."),
            ),
            models.CheckConstraint(
                condition=~Q(alt_lv="") & ~Q(alt_en=""),
                name="banner_has_alternative_text",
                violation_error_message=_(
                    "Say in both languages what the banner shows, for those who do not see it."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.advertiser

    @property
    def alt(self) -> str:
        """Return the alternative text in the active language."""
        return in_language(self, "alt")

    def clean(self) -> None:
        """Refuse pictures of another size: they would be scaled and blurred."""
        super().clean()
        wrong = {}
        for name, size in (("wide", WIDE), ("narrow", NARROW)):
            picture = getattr(self, name, None)
            if picture is None:
                continue
            times = picture.width / size[0]
            if times not in (1, 2) or picture.height != size[1] * times:
                wrong[name] = _(
                    "The picture must be %(width)d × %(height)d, or exactly twice that; "
                    "this one is %(w)d × %(h)d."
                ) % {"width": size[0], "height": size[1], "w": picture.width, "h": picture.height}
        if wrong:
            raise ValidationError(wrong)
