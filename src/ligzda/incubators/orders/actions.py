"""Verbs of orders: plan a year, order, deliver, pay, take out."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.urls import reverse

from ligzda.incubators.costs.rules import check_enter_invented_costs, check_keep_budget
from ligzda.incubators.models import AwardRoute, Incubator, Order, OrderPlan
from ligzda.incubators.orders import rules
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """What is to be ordered in a year; EUR to the cent."""

    what: str
    planned: Decimal
    sales_target: Decimal


@dataclass(frozen=True, kw_only=True)
class OrderFacts:
    """What is said of an order. Value in EUR, to the cent, without VAT."""

    what: str
    route: AwardRoute
    value: Decimal
    ordered_on: datetime.date
    document: str = ""
    delivered_on: datetime.date | None = None
    paid_on: datetime.date | None = None


@transaction.atomic
def plan_orders(*, by: User, incubator: Incubator, year: int, facts_given: PlanFacts) -> OrderPlan:
    """Set what a municipality means to order in a year."""
    rules.check_plan_orders(by=by, incubator=incubator, year=year)
    row = OrderPlan.objects.select_for_update().filter(incubator=incubator, year=year).first()
    before = facts(row) if row else None
    row = row or OrderPlan(incubator=incubator, year=year)
    for name, value in vars(facts_given).items():
        setattr(row, name, value)
    row.invented = False
    row.save()
    record(by=by, action="order.plan", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def order(*, by: User, incubator: Incubator, facts_given: OrderFacts) -> Order:
    """Record an order, for whose day the council has permitted it."""
    rules.check_order(by=by, incubator=incubator, on=facts_given.ordered_on)
    row = Order.objects.create(incubator=incubator, **vars(facts_given))
    record(by=by, action="order.add", about=row, after=facts(row))
    return row


@transaction.atomic
def change_order(*, by: User, order: Order, facts_given: OrderFacts) -> Order:
    """Say that an order is delivered or paid, or otherwise what it is."""
    row = Order.objects.select_for_update().select_related("incubator").get(pk=order.pk)
    rules.check_change_order(by=by, order=row)
    if facts_given.ordered_on != row.ordered_on:
        rules.check_order(by=by, incubator=row.incubator, on=facts_given.ordered_on)
    before = facts(row)
    for name, value in vars(facts_given).items():
        setattr(row, name, value)
    row.invented = False
    row.save()
    record(by=by, action="order.edit", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def remove_order(*, by: User, order: Order) -> Undoable:
    """Take out an order that came to nothing; whoever did can undo it for ten minutes."""
    row = Order.objects.select_for_update().select_related("incubator").get(pk=order.pk)
    rules.check_remove_order(by=by, order=row)
    kept = keep_for_undo(by=by, act="order.remove", rows=[row])
    record(by=by, action="order.remove", about=row, before=facts(row), after=None)
    row.delete()
    return kept


@transaction.atomic
def put_order_back(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that an order was taken out; return the page of its incubator's orders."""
    [row] = rows
    assert isinstance(row, Order)
    check_keep_budget(by=by, incubator=row.incubator)
    put_back(by=by, act="order.remove", rows=rows)
    return reverse("incubators:orders", args=[row.incubator.slug])


@transaction.atomic
def award_routes(*, by: User, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add the award routes that are missing; change nothing that is there."""
    rules.check_keep_award_routes(by=by)
    there = set(AwardRoute.objects.values_list("code", "valid_from"))
    for given in rows:
        if (given["code"], given["valid_from"]) not in there:
            row = AwardRoute.objects.create(**given)
            record(by=by, action="award_route.add", about=row, after=facts(row))


@transaction.atomic
def enter_invented_orders(
    *, by: User, incubator: Incubator, plans: Sequence[OrderPlan], orders: Sequence[Order]
) -> None:
    """Enter the demonstration's orders all at once; the installation alone may."""
    check_enter_invented_costs(by=by)
    OrderPlan.objects.bulk_create(plans)
    Order.objects.bulk_create(orders)
    record(by=by, action="order.enter_invented", about=incubator, after={"orders": len(orders)})
