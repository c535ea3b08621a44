"""The audit trail: who did what to what, when. Rows are only ever added, and each is chained.

`at` is the database's clock, whatever an INSERT says (migration 0003).
"""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.network.models.members import User
from ligzda.network.models.territory import Municipality


class AuditEvent(models.Model):
    """One action. Written by `audit.record` in the transaction of the action itself."""

    at = models.DateTimeField(_("when"), db_default=Now(), db_index=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("who"))
    # Whose row it was: a coordinator reads the events of their own municipality.
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("municipality"),
    )
    action = models.CharField(_("action"), max_length=60)
    object_type = models.CharField(_("kind of object"), max_length=60)
    object_id = models.BigIntegerField(_("number of the object"))
    before = models.JSONField(_("facts before"), null=True)
    after = models.JSONField(_("facts after"), null=True)

    class PersonalData(personal.Accountability):
        """Facts never hold personal fields (audit.facts leaves them out), only their names."""

        purpose = "to answer who changed what"
        retention = "as long as the project's papers must be kept"
        fields = ("by",)

    impersonal = personal.names("id at municipality action object_type object_id before after")

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit trail")
        indexes = [models.Index(fields=["object_type", "object_id"], name="audit_by_object")]
        constraints = [
            models.CheckConstraint(condition=~Q(action=""), name="audit_names_the_action"),
            models.CheckConstraint(
                condition=Q(before__isnull=False) | Q(after__isnull=False),
                name="audit_holds_facts",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id}"


class AuditLink(models.Model):
    """A link of the chain: the hash of an event together with the link before.

    Written by a trigger when the event's transaction commits, so that links stand in the order of
    commits and nobody waits for another's action (ADR 0078). `network.audit_chain` goes along it.
    """

    number = models.BigIntegerField(_("number"), primary_key=True)
    event = models.OneToOneField(
        AuditEvent, models.PROTECT, related_name="link", verbose_name=_("audit event")
    )
    hash = models.CharField(_("hash"), max_length=64)

    PersonalData = None
    impersonal = personal.names("number event hash")

    class Meta:
        verbose_name = _("link of the audit trail")
        verbose_name_plural = _("links of the audit trail")
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.hash}"
