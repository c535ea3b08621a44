"""Orders of a municipality from its incubator (factor C): plan of a year, ways to award, orders."""

import datetime

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.incubators.costs.models import today_at_the_latest
from ligzda.incubators.places.models import OfAnIncubator
from ligzda.kernel import personal
from ligzda.kernel.models import in_language, tracked


@tracked()
class AwardRoute(models.Model):
    """A way in which a public buyer may award an order, as the law had it in some days.

    A code list with days, because thresholds and routes change: an order names the row that was in
    force on its day. `recalled`: nobody has checked the statement against the act yet.
    """

    code = models.SlugField(_("code"), max_length=40)
    name_lv = models.CharField(_("name (Latvian)"), max_length=200)
    name_en = models.CharField(_("name (English)"), max_length=200)
    basis_lv = models.CharField(_("legal basis (Latvian)"), max_length=400)
    basis_en = models.CharField(_("legal basis (English)"), max_length=400)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("last day it is valid"), null=True, blank=True)
    recalled = models.BooleanField(_("to be checked"), default=True)

    confined_by = None  # law is public
    PersonalData = None
    impersonal = personal.names(
        "id code name_lv name_en basis_lv basis_en valid_from valid_to recalled"
    )

    class Meta:
        verbose_name = _("award route")
        verbose_name_plural = _("award routes")
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="award_route_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="award_route_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self, "name")

    @property
    def basis(self) -> str:
        """The legal basis in the active language."""
        return in_language(self, "basis")

    @property
    def days(self) -> str:
        """From when to when it is in force, as people write it."""
        ends = "" if self.valid_to is None else date_format(self.valid_to, "SHORT_DATE_FORMAT")
        return f"{date_format(self.valid_from, 'SHORT_DATE_FORMAT')}–{ends}"

    def in_force(self, on: datetime.date) -> bool:
        """Whether it was in force on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@tracked()
class OrderPlan(OfAnIncubator, models.Model):
    """What a municipality means to order from its incubator in a year.

    `sales_target` is what the incubator is to sell in that year, to whomever, EUR.
    """

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    what = models.TextField(_("what is to be ordered"), max_length=1000)
    planned = models.DecimalField(_("planned orders, EUR"), max_digits=10, decimal_places=2)
    sales_target = models.DecimalField(
        _("sales target of the incubator, EUR"), max_digits=10, decimal_places=2
    )
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    PersonalData = None
    impersonal = personal.names("id incubator year what planned sales_target invented")

    class Meta:
        verbose_name = _("order plan")
        verbose_name_plural = _("order plans")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["incubator", "year"], name="order_plan_once_a_year"),
            models.CheckConstraint(
                condition=Q(year__gte=2016, year__lte=2099), name="order_plan_year_is_known"
            ),
            models.CheckConstraint(
                condition=Q(planned__gte=0, sales_target__gt=0), name="order_plan_has_amounts"
            ),
            models.CheckConstraint(condition=~Q(what=""), name="order_plan_says_what"),
        ]

    def __str__(self) -> str:
        return str(self.year)


@tracked()
class Order(OfAnIncubator, models.Model):
    """Something that a municipality ordered from its incubator: ordered, delivered, paid.

    Its state is in its days: there is none beside them that could say something else.
    """

    class State(models.TextChoices):
        """How far it is."""

        ORDERED = "ordered", _("ordered")
        DELIVERED = "delivered", _("delivered")
        PAID = "paid", _("paid")

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    what = models.CharField(_("what is ordered"), max_length=200)
    route = models.ForeignKey(
        AwardRoute, models.PROTECT, related_name="+", verbose_name=_("award route")
    )
    value = models.DecimalField(_("value without VAT, EUR"), max_digits=10, decimal_places=2)
    document = models.CharField(_("contract or invoice"), max_length=200, blank=True)
    ordered_on = models.DateField(_("ordered on"))
    delivered_on = models.DateField(_("delivered on"), null=True, blank=True)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    invented = models.BooleanField(_("invented for the demonstration"), default=False)

    PersonalData = None
    impersonal = personal.names(
        "id incubator what route value document ordered_on delivered_on paid_on invented"
    )

    class Meta:
        verbose_name = pgettext_lazy("purchase", "order")
        verbose_name_plural = pgettext_lazy("purchase", "orders")
        ordering = ["-ordered_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="order_says_what"),
            models.CheckConstraint(condition=Q(value__gt=0), name="order_has_a_value"),
            models.CheckConstraint(
                condition=Q(delivered_on__isnull=True) | Q(delivered_on__gte=F("ordered_on")),
                name="order_delivered_after_it_was_ordered",
            ),
            models.CheckConstraint(
                condition=Q(paid_on__isnull=True)
                | Q(delivered_on__isnull=False, paid_on__gte=F("delivered_on")),
                name="order_paid_after_it_was_delivered",
            ),
            models.CheckConstraint(
                condition=today_at_the_latest("ordered_on", "delivered_on", "paid_on"),
                name="order_is_not_of_the_future",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="goes_by_a_route_of_its_day",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM incubators_awardroute route WHERE route.id = NEW.route_id
                            AND NEW.ordered_on >= route.valid_from
                            AND (route.valid_to IS NULL OR NEW.ordered_on <= route.valid_to)
                    ) THEN
                        RAISE EXCEPTION 'the award route was not in force on the day of the order'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def state(self) -> "Order.State":
        """How far it is, by its days."""
        if self.paid_on is not None:
            return self.State.PAID
        return self.State.ORDERED if self.delivered_on is None else self.State.DELIVERED
