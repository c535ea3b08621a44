"""Invented orders of three years, where the council has permitted them; all labelled so."""

import datetime
import random
from decimal import Decimal

from django.utils import timezone

from ligzda.incubators.models import AwardRoute, Incubator, Order, OrderPlan
from ligzda.incubators.orders import actions
from ligzda.incubators.orders.rules import check_order
from ligzda.kernel.obstacle import may
from ligzda.network.models import User

YEARS, A_YEAR = 3, 4
_THINGS = (
    "Dāvanu kastes Ziemassvētkiem",
    "Galvassegu un priekšautu šūšana",
    "Soliņi pilsētas laukumam",
    "Telpu uzkopšana pasākumiem",
    "Suvenīri pašvaldības svētkiem",
    "Norāžu zīmes parkam",
)
_WHAT = "Suvenīri, galdniecības darinājumi un nelieli pakalpojumi (izdomāts)"


def load(*, by: User) -> None:
    """Enter plans and orders for every incubator that has none and may be ordered from."""
    today = timezone.localdate()
    there = OrderPlan.objects.values("incubator")
    for incubator in Incubator.objects.exclude(pk__in=there).select_related("municipality"):
        if may(check_order, by=by, incubator=incubator, on=today):
            _enter(by, incubator, today)


def _enter(by: User, incubator: Incubator, today: datetime.date) -> None:
    chance = random.Random(f"{incubator.slug} orders")
    years = range(today.year - YEARS + 1, today.year + 1)
    plans = [
        OrderPlan(
            incubator=incubator, year=year, what=_WHAT, invented=True,
            planned=Decimal(chance.randint(30, 60) * 100),
            sales_target=Decimal(chance.randint(120, 220) * 100),
        )
        for year in years
    ]  # fmt: skip
    orders = [
        row
        for year in years
        for number in range(A_YEAR)
        if (row := _order(incubator, year, number, today, chance)) is not None
    ]
    actions.enter_invented_orders(by=by, incubator=incubator, plans=plans, orders=orders)


def _order(
    incubator: Incubator, year: int, number: int, today: datetime.date, chance: random.Random
) -> Order | None:
    on = datetime.date(year, 1 + 3 * number, chance.randint(1, 28))
    if on > today:
        return None
    delivered, paid = (
        day if day <= today else None
        for day in (on + datetime.timedelta(days=21), on + datetime.timedelta(days=49))
    )
    route = next(
        row for row in AwardRoute.objects.filter(code="direct-purchase") if row.in_force(on)
    )
    return Order(
        incubator=incubator,
        what=f"{chance.choice(_THINGS)} (izdomāts)",
        route=route,
        value=Decimal(chance.randint(2000, 150000)) / 100,
        document=f"Nr. {year}/{number + 1} (izdomāts)",
        ordered_on=on,
        delivered_on=delivered,
        paid_on=paid,
        invented=True,
    )
