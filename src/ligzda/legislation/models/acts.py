"""The register of acts, and their texts at dates."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import Fixed, hash_of, tracked
from ligzda.kernel.texts import TextField, no_text


class Kind(models.TextChoices):
    """Who passes an act: a package holds acts of one of them (Cabinet rules 606, point 11)."""

    LAW = "law", _("law")
    CABINET = "cabinet", _("Cabinet regulation")
    MUNICIPAL = "municipal", _("municipal binding regulation")


@tracked()
class Act(models.Model):
    """An act that the models touch. `gazette` is how an opening names its publication."""

    slug = models.SlugField(_("name in addresses"), max_length=60, unique=True)
    title = models.CharField(_("title, as it was published"), max_length=300, unique=True)
    kind = models.CharField(_("kind of act"), max_length=9, choices=Kind)
    gazette = models.CharField(_("where it was published"), max_length=120, blank=True)
    publisher_url = models.URLField(_("address at the official publisher"), blank=True)
    need = TextField(
        _("what the models would need of it"), max_length=500, blank=True, default=no_text
    )
    recalled = models.BooleanField(_("to be checked"), default=False)

    PersonalData = None
    impersonal = personal.names("id slug title kind gazette publisher_url need recalled")

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        ordering: ClassVar = ["kind", "title"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="act_kind_is_known"),
        ]

    def __str__(self) -> str:
        return self.title


class ActText(models.Model):
    """The text of an act on a day, as a source has it; never changed, a mistake gets a new one."""

    act = models.ForeignKey(Act, models.PROTECT, related_name="texts", verbose_name=_("act"))
    on = models.DateField(_("day on which this text was in force"))
    source = models.CharField(_("where the text is from"), max_length=300)
    excerpt = models.BooleanField(_("only some units of the act"), default=False)
    text = models.TextField(_("text"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    added_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("added by")
    )

    class PersonalData(personal.Accountability):
        """Who added a text."""

        purpose = "to answer who added a text of an act"
        retention = "as long as the text"
        fields = ("added_by",)

    impersonal = personal.names("id act on source excerpt text sha256 added_at")

    class Meta:
        verbose_name = _("text of an act")
        verbose_name_plural = _("texts of acts")
        ordering: ClassVar = ["-on", "-id"]
        triggers: ClassVar = [Fixed(name="text_stays", sentence="act_text_stays_as_added")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["act", "on", "sha256"], name="act_text_added_once"),
            models.CheckConstraint(
                condition=Q(sha256=hash_of("text")), name="act_text_has_its_hash"
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(source=""), name="act_text_and_source_are_given"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act_id} {self.on:%Y-%m-%d}"
