"""The protocol in its versions, and the models it tests."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import hash_of, tracked


@tracked()
class ProtocolVersion(models.Model):
    """What is going to be done, written before it is done. Registered: it never changes again.

    `content` holds the answers of trial.registry.fields by key, those in words by language; `plan`
    is the TOML that `ligzda evaluate` takes. Registering writes `canonical`, the text of all that
    is frozen, and its hash.
    """

    major = models.PositiveSmallIntegerField(_("major version"))
    minor = models.PositiveSmallIntegerField(_("minor version"))
    content = models.JSONField(_("content"), default=dict)
    plan = models.TextField(_("analysis plan (TOML)"), blank=True)
    changed = models.TextField(_("what changed since the version before"), blank=True)
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    created_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("begun by")
    )
    canonical = models.TextField(_("registered text"), blank=True)
    sha256 = models.CharField(_("SHA-256 of the registered text"), max_length=64, blank=True)
    registered_at = models.DateTimeField(_("registered at"), null=True, blank=True)
    registered_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("registered by"),
    )

    class PersonalData(personal.Accountability):
        """Who wrote and registered; the investigators' names are public by their own wish."""

        purpose = "to answer who registered what, and when"
        retention = personal.WITH_THE_TRIAL
        fields = ("created_by", "registered_by", "content", "canonical")

    impersonal = personal.names("id major minor plan changed created_at sha256 registered_at")

    class Meta:
        verbose_name = _("version of the protocol")
        verbose_name_plural = _("versions of the protocol")
        ordering = ["major", "minor"]
        constraints = [
            models.UniqueConstraint(fields=["major", "minor"], name="protocol_version_once"),
            models.UniqueConstraint(
                models.ExpressionWrapper(
                    Q(registered_at__isnull=True), output_field=models.BooleanField()
                ),
                condition=Q(registered_at__isnull=True),
                name="protocol_one_draft",
            ),
            models.CheckConstraint(
                condition=Q(registered_at__isnull=True, registered_by__isnull=True, sha256="")
                | (
                    Q(registered_at__isnull=False, registered_by__isnull=False)
                    & ~Q(sha256="")
                    & ~Q(plan="")
                ),
                name="protocol_registered_by_somebody_with_hash_and_plan",
            ),
            models.CheckConstraint(
                condition=Q(registered_at__isnull=True) | Q(sha256=hash_of("canonical")),
                name="protocol_hash_is_of_its_text",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="immutable_when_registered",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__registered_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"

    @property
    def late(self) -> bool:
        """Whether it was registered after the first day of its models: that stays said for ever."""
        begins = str(self.content.get("intervention_starts", ""))
        return (
            self.registered_at is not None
            and bool(begins)
            and timezone.localdate(self.registered_at).isoformat() > begins
        )


REFUSE_REGISTERED = """
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM trial_protocolversion
        WHERE id = OLD.protocol_id AND registered_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM trial_protocolversion
        WHERE id = NEW.protocol_id AND registered_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the models of a registered protocol cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


@tracked()
class ProtocolArm(models.Model):
    """A version of a model that the protocol tests."""

    protocol = models.ForeignKey(
        ProtocolVersion, models.CASCADE, related_name="arms", verbose_name=_("protocol")
    )
    version = models.ForeignKey(
        "blueprints.ModelVersion",
        models.PROTECT,
        related_name="+",
        verbose_name=_("version of a model"),
    )

    PersonalData = None
    impersonal = personal.names("id protocol version")

    class Meta:
        verbose_name = _("model of a protocol")
        verbose_name_plural = _("models of protocols")
        constraints = [
            models.UniqueConstraint(fields=["protocol", "version"], name="protocol_arm_once")
        ]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_when_registered",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=REFUSE_REGISTERED,
            ),
            pgtrigger.Trigger(
                name="only_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM blueprints_modelversion
                        WHERE id = NEW.version_id AND published_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'a protocol tests published versions of models only'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.protocol_id}: {self.version_id}"
