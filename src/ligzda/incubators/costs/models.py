"""What an incubator costs by month and category: planned, spent, closed for good, corrected.

A month that is closed is what the evaluation reckons with. The database then refuses every change
of its costs, whoever asks; what proves wrong later is put right by a correction, a signed row of
its own with its reason. That a correction is of a closed month is held by a key of two columns
(migration of this package), as neither Django nor a check constraint can say it.
"""

import pgtrigger
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from ligzda.incubators.places.models import OfAnIncubator
from ligzda.kernel import personal
from ligzda.kernel.models import tracked


class Category(models.TextChoices):
    """What a cost is of, as the outcome dictionary lists it (indicator `cost`)."""

    STAFF = "staff", _("staff")
    PREMISES = "premises", _("premises")
    EQUIPMENT = "equipment", _("equipment written off")
    GRANTS = "grants", _("grants")
    PARTICIPANT_PAY = "participant_pay", _("participants' pay")
    IN_KIND = "in_kind", _("in kind, valued")


def begins_a_month(field: str = "month") -> Q:
    """Return the condition that a day stands for its month: the first."""
    return Q(**{f"{field}__day": 1})


def today_at_the_latest(*fields: str) -> Q:
    """Return the condition that days are not of the future, as far as the database can know it.

    Its clock is UTC's, which is behind Riga's: tomorrow's day there may be today's here.
    """
    tomorrow = Func(template="(CURRENT_DATE + 1)", output_field=models.DateField())
    found = Q()
    for field in fields:
        found &= Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lte": tomorrow})
    return found


def _month_after(field: str) -> Func:
    """Return the first day of the month that follows the month in `field`."""
    return Func(
        F(field),
        template="((%(expressions)s + INTERVAL '1 month')::date)",
        output_field=models.DateField(),
    )


class OfPeopleToo(personal.Declared):
    """Where one person works at an incubator, its staff costs are what that person earns."""

    purpose = gettext_noop("to account for what an incubator costs, by month and category")
    basis = personal.TASK
    retention = personal.WITH_THE_TRIAL
    erasure = personal.NUMBER_STAYS


@tracked()
class PlannedCost(OfAnIncubator, models.Model):
    """The budget of a month for a category, EUR. No row: nothing is planned."""

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    month = models.DateField(_("month"))
    category = models.CharField(_("category"), max_length=15, choices=Category)
    amount = models.DecimalField(_("amount, EUR"), max_digits=10, decimal_places=2)
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    class PersonalData(OfPeopleToo):
        """The pay of one person can follow from it."""

        fields = ("amount",)

    impersonal = personal.names("id incubator month category invented")

    class Meta:
        verbose_name = _("planned cost")
        verbose_name_plural = _("planned costs")
        constraints = [
            models.UniqueConstraint(
                fields=["incubator", "month", "category"], name="planned_cost_once"
            ),
            models.CheckConstraint(condition=begins_a_month(), name="planned_cost_is_of_a_month"),
            models.CheckConstraint(
                condition=Q(category__in=Category.values), name="planned_cost_category_is_known"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="planned_cost_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.category}: {self.amount}"


@tracked()
class MonthlyCost(OfAnIncubator, models.Model):
    """What was spent in a month on a category, EUR. No row: not known yet; zero: nothing."""

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    month = models.DateField(_("month"))
    category = models.CharField(_("category"), max_length=15, choices=Category)
    amount = models.DecimalField(_("amount, EUR"), max_digits=10, decimal_places=2)
    documents = models.CharField(_("receipts and documents"), max_length=200, blank=True)
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    class PersonalData(OfPeopleToo):
        """The pay of one person can follow from it; a document's name may name somebody."""

        fields = ("amount", "documents")

    impersonal = personal.names("id incubator month category invented")

    class Meta:
        verbose_name = _("cost of a month")
        verbose_name_plural = _("costs of months")
        constraints = [
            models.UniqueConstraint(
                fields=["incubator", "month", "category"], name="monthly_cost_once"
            ),
            models.CheckConstraint(condition=begins_a_month(), name="monthly_cost_is_of_a_month"),
            models.CheckConstraint(
                condition=today_at_the_latest("month"), name="monthly_cost_is_not_of_the_future"
            ),
            models.CheckConstraint(
                condition=Q(category__in=Category.values), name="monthly_cost_category_is_known"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="monthly_cost_is_not_negative"),
            models.CheckConstraint(
                condition=~Q(category=Category.IN_KIND) | Q(amount=0) | ~Q(documents=""),
                name="monthly_cost_in_kind_says_how_valued",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="stays_once_closed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                # Of the row as it was and as it would be: NEW is empty where one is deleted.
                func="""
                    IF EXISTS (
                        SELECT FROM incubators_closedmonth closed WHERE
                            (closed.incubator_id, closed.month) IN (
                                (OLD.incubator_id, OLD.month), (NEW.incubator_id, NEW.month)
                            )
                    ) THEN
                        RAISE EXCEPTION 'the month is closed'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN coalesce(NEW, OLD);
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.category}: {self.amount}"


class ClosedMonth(OfAnIncubator, models.Model):
    """A month whose costs are final. It is closed once, when it is over, and stays closed."""

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    month = models.DateField(_("month"))
    closed_on = models.DateField(_("closed on"))
    closed_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("closed by")
    )

    class PersonalData(personal.Accountability):
        """Who answers for the figures."""

        purpose = "to answer who closed a month of an incubator's costs"
        retention = personal.WITH_THE_TRIAL
        fields = ("closed_by",)

    impersonal = personal.names("id incubator month closed_on")

    class Meta:
        verbose_name = _("closed month")
        verbose_name_plural = _("closed months")
        constraints = [
            models.UniqueConstraint(fields=["incubator", "month"], name="month_closed_once"),
            models.CheckConstraint(condition=begins_a_month(), name="closed_month_is_a_month"),
            models.CheckConstraint(
                condition=Q(closed_on__gte=_month_after("month"))
                & today_at_the_latest("closed_on"),
                name="month_closed_when_it_is_over",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="stays_closed", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class CostCorrection(OfAnIncubator, models.Model):
    """What is added to a cost of a closed month, or taken off it, EUR, and why. It stays."""

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    month = models.DateField(_("month"))
    category = models.CharField(_("category"), max_length=15, choices=Category)
    amount = models.DecimalField(
        _("amount, EUR"),
        max_digits=10,
        decimal_places=2,
        help_text=_("What is to be added; with a minus, what is to be taken off."),
    )
    reason = models.CharField(_("reason"), max_length=200)
    documents = models.CharField(_("receipts and documents"), max_length=200, blank=True)
    entered_on = models.DateField(_("entered on"))
    entered_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("entered by")
    )

    class PersonalData(OfPeopleToo):
        """The pay of one person can follow from it; so can who entered it."""

        fields = ("amount", "reason", "documents", "entered_by")

    impersonal = personal.names("id incubator month category entered_on")

    class Meta:
        verbose_name = _("correction of a cost")
        verbose_name_plural = _("corrections of costs")
        ordering = ["month", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(category__in=Category.values), name="correction_category_is_known"
            ),
            models.CheckConstraint(condition=~Q(amount=0), name="correction_changes_something"),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_says_why"),
        ]
        triggers = [
            pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="leaves_no_negative_cost",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NEW.amount + coalesce((
                        SELECT sum(there.amount) FROM (
                            SELECT amount, incubator_id, month, category
                                FROM incubators_monthlycost
                            UNION ALL
                            SELECT amount, incubator_id, month, category
                                FROM incubators_costcorrection
                        ) there
                        WHERE there.incubator_id = NEW.incubator_id
                            AND there.month = NEW.month AND there.category = NEW.category
                    ), 0) < 0 THEN
                        RAISE EXCEPTION 'the correction is larger than the cost'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.category}: {self.amount:+}"
