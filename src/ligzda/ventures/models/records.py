"""What happened to an enterprise, on which day, by which source; its jobs; its turnover."""

from decimal import Decimal
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Func, Q
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, same_number, tracked
from ligzda.ventures.confining import OF_AN_ENTERPRISE
from ligzda.ventures.models.enterprises import (
    KEEP,
    OF_ENTERPRISE,
    OfEnterprise,
    of_its_municipality,
    once_in_a_list,
)


class MilestoneKind(models.TextChoices):
    """What can happen to an enterprise, in words (ventures.order)."""

    REGISTERED = "registered", _("registered")
    FIRST_INVOICE = "first_invoice", _("first invoice")
    VAT = "vat", _("registered for VAT")
    VAT_ENDED = "vat_ended", _("taken off the VAT register")
    APPLIED = "applied", _("social-enterprise status applied for")
    GRANTED = "granted", _("social-enterprise status granted")
    REFUSED = "refused", _("social-enterprise status refused")
    LOST = "lost", _("social-enterprise status lost")
    ALIVE = "alive", _("known to be working")
    DORMANT = "dormant", _("dormant")
    RESUMED = "resumed", _("working again")
    SOLD = "sold", _("sold")
    CLOSED = "closed", _("closed")


class Source(models.TextChoices):
    """Who says so."""

    FOUNDER = "founder", _("the founder")
    STAFF = "staff", _("the incubator's staff saw it")
    DOCUMENT = "document", _("a document")
    REGISTER = "register", _("a public register")


@tracked()
class Milestone(OfEnterprise):
    """On a day something happened to an enterprise, or it was seen to work; who says so, and when.

    `register`: the file of a public register that says so, for its day.
    """

    kind = models.CharField(_("what happened"), max_length=13, choices=MilestoneKind)
    day = models.DateField(_("day"))
    source = models.CharField(_("who says so"), max_length=8, choices=Source)
    source_on = models.DateField(_("said on"))
    register = models.ForeignKey(
        "ventures.RegisterFile",
        models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=_("file of a register"),
    )

    confined_by = OF_AN_ENTERPRISE

    class PersonalData(personal.Accountability):
        """Who wrote it down; the rest is about an enterprise."""

        purpose = "to know since when and until when an enterprise worked, and by whose word"
        retention = KEEP
        fields = ("entered_by",)

    impersonal = personal.names(OF_ENTERPRISE + "kind day source source_on register")

    class Meta:
        verbose_name = _("event of an enterprise")
        verbose_name_plural = _("events of enterprises")
        ordering: ClassVar = ["day", "id"]
        indexes: ClassVar = [models.Index(fields=["enterprise", "day"], name="ventures_events")]
        constraints: ClassVar = [
            once_in_a_list("milestone_reference_once"),
            models.UniqueConstraint(
                fields=["enterprise", "kind", "day"], name="milestone_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["enterprise", "kind"],
                condition=Q(kind__in=("registered", "first_invoice", "closed")),
                name="milestone_happens_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=MilestoneKind.values, source__in=Source.values),
                name="milestone_kind_and_source_are_known",
            ),
            models.CheckConstraint(
                condition=Q(source_on__gte=F("day")), name="milestone_is_said_when_it_was"
            ),
            models.CheckConstraint(
                condition=Q(source="register") | Q(register__isnull=True),
                name="milestone_file_is_of_a_register",
            ),
        ]
        triggers: ClassVar = [
            of_its_municipality(),
            pgtrigger.Trigger(
                name="in_order",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("whose", "bigint")],
                func="""
                    whose := CASE TG_OP WHEN 'DELETE' THEN OLD.enterprise_id
                        ELSE NEW.enterprise_id END;
                    PERFORM 1 FROM ventures_enterprise WHERE id = whose FOR UPDATE;
                    IF EXISTS (
                        WITH ordered AS (
                            SELECT kind, day,
                                row_number() OVER w AS place,
                                count(*) OVER (PARTITION BY enterprise_id) AS of,
                                max(day) FILTER (WHERE kind = 'registered')
                                    OVER (PARTITION BY enterprise_id) AS began,
                                max(day) FILTER (WHERE kind = 'closed')
                                    OVER (PARTITION BY enterprise_id) AS ended
                            FROM ventures_milestone WHERE enterprise_id = whose
                            WINDOW w AS (PARTITION BY enterprise_id ORDER BY day, id)
                        ), status AS (
                            SELECT kind, coalesce(lag(kind) OVER (ORDER BY day, array_position(
                                ARRAY['applied', 'granted', 'refused', 'lost'], kind::text
                            )), 'none') AS before
                            FROM ventures_milestone
                            WHERE enterprise_id = whose
                                AND kind IN ('applied', 'granted', 'refused', 'lost')
                        )
                        SELECT 1 FROM ordered
                        WHERE began IS NULL OR day < began OR day > ended
                        UNION ALL
                        SELECT 1 FROM status WHERE NOT (
                            kind = 'applied' AND before IN ('none', 'refused', 'lost')
                            OR kind = 'granted' AND before <> 'granted'
                            OR kind = 'refused' AND before = 'applied'
                            OR kind = 'lost' AND before = 'granted'
                        )
                    ) THEN
                        RAISE EXCEPTION 'an event does not fit those before and after it'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"V-{self.enterprise_id}: {self.kind}, {self.day:%d.%m.%Y}"


MOST_HOURS = 60
HOURS_OF_A_FULL_JOB = 40
"""Hours a week that count as one full-time job (Labour Law, section 131)."""


@tracked()
class JobSpell(OfEnterprise):
    """Somebody was employed from a day on for so many hours a week; what changes is a new spell.

    Nobody is named: who works there is the enterprise's matter, that somebody does is ours.
    """

    period = DateRangeField(_("period"))
    hours = models.DecimalField(_("hours a week"), max_digits=4, decimal_places=1)
    target_group = models.BooleanField(_("of a target group"), default=False)
    confirmed_on = models.DateField(_("last confirmed on"))

    confined_by = OF_AN_ENTERPRISE

    class PersonalData(personal.Declared):
        """A job of a small enterprise may point at who has it."""

        purpose = "to count the jobs of enterprises, and of them those of target groups"
        basis = personal.TASK
        retention = KEEP
        erasure = personal.NUMBER_STAYS
        fields = ("period", "hours", "target_group", "entered_by")
        special_category = True
        condition = "GDPR Art. 9(2)(b), social protection (to be checked)"

    impersonal = personal.names(OF_ENTERPRISE + "confirmed_on")

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering: ClassVar = ["period", "id"]
        indexes: ClassVar = [models.Index(fields=["enterprise"], name="ventures_jobs")]
        constraints: ClassVar = [
            once_in_a_list("job_reference_once"),
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=MOST_HOURS), name="job_hours_within_reason"
            ),
            models.CheckConstraint(
                condition=Q(period__startswith__isnull=False, period__isempty=False),
                name="job_has_a_first_day",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on__gte=Func(F("period"), function="lower")),
                name="job_is_confirmed_after_it_began",
            ),
        ]
        triggers: ClassVar = [of_its_municipality()]

    def __str__(self) -> str:
        return f"V-{self.enterprise_id}: {self.hours}"


@tracked()
class Turnover(OfEnterprise):
    """What an enterprise sold in half a year or a year, and which shares large buyers took."""

    begins = models.DateField(_("first day"))
    months = models.PositiveSmallIntegerField(
        _("period"), choices=[(6, _("half-year")), (12, pgettext_lazy("period", "year"))]
    )
    amount = models.DecimalField(_("turnover, EUR"), max_digits=12, decimal_places=2)
    public_share = models.DecimalField(
        _("share bought by public bodies"), max_digits=5, decimal_places=4, null=True
    )
    largest_share = models.DecimalField(
        _("share of the largest buyer"), max_digits=5, decimal_places=4, null=True
    )
    source = models.CharField(_("who says so"), max_length=8, choices=Source)

    confined_by = OF_AN_ENTERPRISE

    class PersonalData(personal.Accountability):
        """Who wrote it down; the rest is about an enterprise."""

        purpose = "to know whether an enterprise sells, and on whom it depends"
        retention = KEEP
        fields = ("entered_by",)

    impersonal = personal.names(
        OF_ENTERPRISE + "begins months amount public_share largest_share source"
    )

    class Meta:
        verbose_name = _("turnover")
        verbose_name_plural = _("turnover")
        ordering: ClassVar = ["begins", "id"]
        constraints: ClassVar = [
            once_in_a_list("turnover_reference_once"),
            ExclusionConstraint(
                name="turnover_once_a_time",
                expressions=[
                    same_number("enterprise_id"),
                    (
                        Func(
                            F("begins"),
                            F("months"),
                            template="daterange(begins, (begins + make_interval(months => "
                            "months::int))::date)",
                        ),
                        OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                condition=Q(begins__month=1, begins__day=1, months__in=(6, 12))
                | Q(begins__month=7, begins__day=1, months=6),
                name="turnover_is_of_a_half_year_or_a_year",
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0, source__in=Source.values)
                & (Q(amount__gt=0) | Q(public_share__isnull=True, largest_share__isnull=True)),
                name="turnover_is_not_negative",
            ),
            models.CheckConstraint(
                condition=(
                    Q(public_share__isnull=True) | Q(public_share__gte=0, public_share__lte=1)
                )
                & (Q(largest_share__isnull=True) | Q(largest_share__gt=0, largest_share__lte=1)),
                name="turnover_shares_are_shares",
            ),
        ]
        triggers: ClassVar = [of_its_municipality()]

    def __str__(self) -> str:
        return f"V-{self.enterprise_id}: {self.begins:%Y-%m}, {self.months}"

    @property
    def public_percent(self) -> str | None:
        """What public bodies bought, in percent."""
        return percents(self.public_share)

    @property
    def largest_percent(self) -> str | None:
        """What the largest buyer bought, in percent."""
        return percents(self.largest_share)


def percents(share: Decimal | None) -> str | None:
    """Return a share in percent, in words; None where it is not known."""
    return None if share is None else f"{number_format(round(100 * share, 1), 0)} %"
