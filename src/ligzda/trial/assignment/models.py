"""The public draw, and the courses that it assigned."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, Fixed, hash_of, same_number, tracked
from ligzda.trial.registry.models import ProtocolArm, ProtocolVersion
from ligzda.trial.runs import Run


def _revealed_hash() -> models.Func:
    """Return, in the database, what trial.assignment.draw.commitment computes."""
    newline = Value("\n")
    seed = Cast(F("seed"), models.TextField())
    text = Concat(
        seed,
        newline,
        F("salt"),
        newline,
        F("problem_hash"),
        newline,
        output_field=models.TextField(),
    )
    return hash_of(text)


_NOT_REVEALED = Q(
    seed__isnull=True,
    salt="",
    public_value="",
    public_source="",
    revealed_at__isnull=True,
    revealed_by__isnull=True,
)


@tracked()
class Draw(models.Model):
    """A draw: committed by a hash, later revealed, then never changed.

    `problem` is the text of problem.json (trial.assignment.problems), `problem_hash` its SHA-256.
    The seed and salt are not here before they are revealed: only whoever committed holds them.
    """

    protocol = models.OneToOneField(
        ProtocolVersion, models.PROTECT, related_name="draw", verbose_name=_("protocol")
    )
    problem = models.TextField(_("what is drawn, and under which constraints"))
    problem_hash = models.CharField(_("SHA-256 of the problem"), max_length=64)
    commitment = models.CharField(_("hash published before the draw"), max_length=64)
    committed_at = models.DateTimeField(_("published at"), default=timezone.now)
    committed_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("published by")
    )
    seed = models.BigIntegerField(_("seed"), null=True, blank=True)
    salt = models.CharField(_("salt"), max_length=64, blank=True)
    public_value = models.CharField(_("public number"), max_length=200, blank=True)
    public_source = models.CharField(
        _("where the public number comes from, and who saw it"), max_length=300, blank=True
    )
    revealed_at = models.DateTimeField(_("revealed at"), null=True, blank=True)
    revealed_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("revealed by"),
    )

    class PersonalData(personal.Accountability):
        """Who held the draw."""

        purpose = "to answer who held the draw"
        retention = personal.WITH_THE_TRIAL
        fields = ("committed_by", "revealed_by", "public_source")

    impersonal = personal.names(
        "id protocol problem problem_hash commitment committed_at seed salt public_value "
        "revealed_at"
    )

    class Meta:
        verbose_name = _("draw")
        verbose_name_plural = _("draws")
        constraints = [
            models.CheckConstraint(
                condition=Q(commitment__regex=r"^[0-9a-f]{64}$")
                & Q(problem_hash__regex=r"^[0-9a-f]{64}$"),
                name="draw_hashes_are_hashes",
            ),
            models.CheckConstraint(
                condition=Q(problem_hash=hash_of("problem")),
                name="draw_problem_hash_is_of_its_file",
            ),
            models.CheckConstraint(
                condition=_NOT_REVEALED
                | (
                    Q(seed__isnull=False, revealed_at__isnull=False, revealed_by__isnull=False)
                    & ~Q(salt="")
                    & ~Q(public_value="")
                    & ~Q(public_source="")
                ),
                name="draw_revealed_as_a_whole",
            ),
            models.CheckConstraint(
                condition=Q(seed__isnull=True) | Q(commitment=_revealed_hash()),
                name="draw_seed_matches_its_hash",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="fixed_once_revealed",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__revealed_at__isnull=False),
            ),
            Fixed(
                name="commitment_stays",
                exclude=[
                    "seed",
                    "salt",
                    "public_value",
                    "public_source",
                    "revealed_at",
                    "revealed_by",
                ],
                sentence="what was published before a draw cannot be changed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.protocol_id}: {self.commitment[:8]}"


class ChanceRun(Run):
    """Draws on trial under constraints that nobody has fixed yet; `question` is problem.json."""

    PersonalData = None
    impersonal = Run.impersonal

    class Meta(Run.Meta):
        verbose_name = _("draws on trial")
        verbose_name_plural = _("draws on trial")


@tracked()
class Course(models.Model):
    """An incubator runs a model of the protocol for a time. Made by the draw alone."""

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="courses", verbose_name=_("draw"))
    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    arm = models.ForeignKey(ProtocolArm, models.PROTECT, related_name="+", verbose_name=_("model"))
    during = DateRangeField(_("period"))

    PersonalData = None
    impersonal = personal.names("id draw incubator arm during")

    class Meta:
        verbose_name = _("course of an incubator")
        verbose_name_plural = _("courses of incubators")
        constraints = [
            ExclusionConstraint(
                name="course_one_model_at_a_time",
                expressions=[same_number("incubator"), ("during", OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(during__startswith__isnull=False, during__endswith__isnull=False)
                & Q(during__isempty=False),
                name="course_has_a_beginning_and_an_end",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="only_feasible_models",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF EXISTS (
                        SELECT 1 FROM incubators_incubator i
                        WHERE i.id = NEW.incubator_id AND i.feasible_models IS NOT NULL
                          AND NOT EXISTS (
                            SELECT 1 FROM trial_protocolarm a
                            JOIN blueprints_modelversion v ON v.id = a.version_id
                            JOIN blueprints_operatingmodel m ON m.id = v.model_id
                            WHERE a.id = NEW.arm_id AND m.code = ANY (i.feasible_models)
                        )
                    ) THEN
                        RAISE EXCEPTION 'this incubator cannot run this model'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF NOT EXISTS (
                        SELECT 1 FROM trial_protocolarm a
                        JOIN trial_draw d ON d.protocol_id = a.protocol_id
                        WHERE a.id = NEW.arm_id AND d.id = NEW.draw_id
                          AND d.revealed_at IS NOT NULL
                    ) THEN
                        RAISE EXCEPTION 'a course follows from a revealed draw of its own protocol'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incubator_id}: {self.arm_id}, {self.during}"
