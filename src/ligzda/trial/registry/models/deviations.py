"""What departed from a registered protocol."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import Fixed, tracked
from ligzda.trial.registry.models.protocol import ProtocolVersion


@tracked()
class Deviation(models.Model):
    """What was done otherwise than registered. Only ever added; approval is filled in once.

    A slip noticed in the first ten minutes is put right by a row of its own (`corrects`): both
    stay and both are shown, and only the one that stands can be approved.
    """

    class Seen(models.TextChoices):
        """Whether outcomes were known when it was decided: what a reader asks first."""

        NO = "no", _("no outcome had been seen")
        SOME = "some", _("some outcomes had been seen")
        YES = "yes", _("outcomes had been seen")

    class Bias(models.TextChoices):
        """Expected direction of the bias."""

        NONE = "none", _("none expected")
        TOWARDS = "towards", _("towards no difference")
        AWAY = "away", _("away from no difference")
        UNKNOWN = "unknown", _("not known")

    protocol = models.ForeignKey(
        ProtocolVersion, models.PROTECT, related_name="deviations", verbose_name=_("protocol")
    )
    item = models.CharField(_("item of the plan"), max_length=40)
    planned = models.TextField(_("what was planned"))
    actual = models.TextField(_("what was done"))
    reason = models.TextField(_("why"))
    happened_on = models.DateField(_("day"))
    seen = models.CharField(_("outcomes seen?"), max_length=4, choices=Seen.choices)
    bias = models.CharField(_("expected direction of bias"), max_length=8, choices=Bias.choices)
    sensitivity = models.TextField(_("what the results are without it"), blank=True)
    claims = models.TextField(_("claims touched"), blank=True)
    corrects = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrected_by",
        verbose_name=_("corrects"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    approved_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
    )

    class PersonalData(personal.Accountability):
        """Who recorded and approved."""

        purpose = "to answer who departed from the plan, and who agreed"
        retention = personal.WITH_THE_TRIAL
        fields = ("recorded_by", "approved_by")

    impersonal = personal.names(
        "id protocol item planned actual reason happened_on seen bias sensitivity claims "
        "corrects recorded_at approved_at"
    )

    class Meta:
        verbose_name = _("deviation")
        verbose_name_plural = _("deviations")
        ordering = ["happened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="deviation_approved_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                # Who departs from the plan does not agree to it alone.
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("recorded_by")),
                name="deviation_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(seen__in=["no", "some", "yes"])
                & Q(bias__in=["none", "towards", "away", "unknown"]),
                name="deviation_seen_and_bias_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(planned="") & ~Q(actual="") & ~Q(reason=""),
                name="deviation_says_what_and_why",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="fixed_once_approved",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__approved_at__isnull=False),
            ),
            Fixed(
                name="words_stay",
                exclude=["approved_at", "approved_by"],
                sentence="a recorded deviation cannot be reworded",
            ),
            pgtrigger.Trigger(
                name="from_a_registered_protocol",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM trial_protocolversion
                        WHERE id = NEW.protocol_id AND registered_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'a deviation departs from a registered protocol'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="corrects_a_slip_of_ones_own",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__corrects__isnull=False),
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM trial_deviation slip
                        WHERE slip.id = NEW.corrects_id AND slip.approved_at IS NULL
                          AND slip.protocol_id = NEW.protocol_id
                          AND slip.recorded_by_id = NEW.recorded_by_id
                          AND slip.recorded_at >= NEW.recorded_at - INTERVAL '10 minutes'
                    ) THEN
                        RAISE EXCEPTION 'a correction is of a slip of one''s own, in ten minutes'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="approved_as_it_stands",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__approved_at__isnull=False),
                func="""
                    IF EXISTS (SELECT 1 FROM trial_deviation WHERE corrects_id = NEW.id) THEN
                        RAISE EXCEPTION 'what has been corrected is not approved'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.happened_on}: {self.item}"
