"""Documents of the protocol."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import hash_of, tracked
from ligzda.trial.registry.models.protocol import REFUSE_REGISTERED, ProtocolVersion

MOST_BYTES = 5_000_000


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

    class PersonalData(personal.Accountability):
        """Who added it; what the paper says of its authors."""

        purpose = "to show who reviewed the trial, and who put the paper here"
        retention = personal.WITH_THE_TRIAL
        fields = ("added_by", "content")

    impersonal = personal.names("id protocol title sha256 size public added_at")

    class Meta:
        verbose_name = _("document of the protocol")
        verbose_name_plural = _("documents of the protocol")
        ordering = ["title", "id"]
        constraints = [
            models.UniqueConstraint(fields=["protocol", "sha256"], name="document_once"),
            models.CheckConstraint(condition=~Q(title=""), name="document_has_a_title"),
            models.CheckConstraint(
                condition=Q(sha256=hash_of("content", text=False)),
                name="document_hash_is_of_its_content",
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
