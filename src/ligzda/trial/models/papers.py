"""What belongs to a protocol or a model beyond its own words: documents, and how it is run here."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints.models import TIDIER_ITEMS
from ligzda.kernel.models import tracked
from ligzda.trial.models.protocol import REFUSE_REGISTERED, ProtocolVersion

MOST_BYTES = 5_000_000
# The TIDieR items that a site can answer in its own way: those of the model's description, and
# those that follow from the levels and the staffing in the model, but are people and rooms here.
LOCAL_ITEMS = [
    *TIDIER_ITEMS,
    ("provider", _("Who does it")),
    ("place", _("Where")),
    ("dose", _("When and how much")),
]


def _hash_of_content() -> models.Func:
    digest = models.Func(F("content"), function="sha256")
    return models.Func(
        digest,
        models.Value("hex"),
        function="encode",
        output_field=models.CharField(max_length=64),
    )


def _octets() -> models.Func:
    return models.Func(F("content"), function="octet_length", output_field=models.IntegerField())


@tracked(exclude=["content"])
class ProtocolDocument(models.Model):
    """A paper of the protocol, such as the ethics committee's opinion. PDF; frozen with it."""

    protocol = models.ForeignKey(
        ProtocolVersion, models.CASCADE, related_name="documents", verbose_name=_("protocol")
    )
    title = models.CharField(_("title"), max_length=200)
    content = models.BinaryField(_("file"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    public = models.BooleanField(_("everybody may read it"), default=False)
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    added_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("added by")
    )

    class PersonalData:
        """Who added it; what the paper says of its authors."""

        purpose = "to show who reviewed the trial, and who put the paper here"
        basis = "GDPR Art. 6(1)(e), task in the public interest (to be checked)"
        retention = "as long as the trial's papers"
        erasure = "network.actions.erase_user empties the user's row; the number stays"
        fields = ("added_by", "content")
        erased = ()

    class Meta:
        verbose_name = _("document of the protocol")
        verbose_name_plural = _("documents of the protocol")
        ordering = ["title", "id"]
        constraints = [
            models.UniqueConstraint(fields=["protocol", "sha256"], name="document_once"),
            models.CheckConstraint(condition=~Q(title=""), name="document_has_a_title"),
            models.CheckConstraint(
                condition=Q(sha256=_hash_of_content()), name="document_hash_is_of_its_content"
            ),
            models.CheckConstraint(
                condition=Q(size=_octets(), size__gt=0, size__lte=MOST_BYTES),
                name="document_size_is_true_and_small",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_when_registered",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=REFUSE_REGISTERED,
            )
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class Adaptation(models.Model):
    """How one incubator answers an item of its model's description. Only ever added."""

    class Kind(models.TextChoices):
        """TIDieR tells what was planned apart from what was changed on the way."""

        TAILORED = "tailored", _("fitted to the place beforehand")
        MODIFIED = "modified", _("changed while it ran")

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    version = models.ForeignKey(
        "blueprints.ModelVersion",
        models.PROTECT,
        related_name="+",
        verbose_name=_("version of a model"),
    )
    item = models.CharField(_("item of the description"), max_length=20)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    text = models.TextField(_("how it is done here"))
    reason = models.TextField(_("why"))
    since = models.DateField(_("since"))
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    class PersonalData:
        """Who recorded it; the words are about the model, not about persons."""

        purpose = "to answer who recorded it"
        basis = "GDPR Art. 6(1)(e), task in the public interest (to be checked)"
        retention = "as long as the trial's papers"
        erasure = "network.actions.erase_user empties the user's row; the number stays"
        fields = ("recorded_by",)
        erased = ()

    class Meta:
        verbose_name = _("adaptation of a model")
        verbose_name_plural = _("adaptations of models")
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(item__in=[item for item, _title in LOCAL_ITEMS]),
                name="adaptation_item_is_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["tailored", "modified"]), name="adaptation_kind_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(reason=""), name="adaptation_says_what_and_why"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="only_added", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.incubator_id}: {self.item}, {self.since}"
