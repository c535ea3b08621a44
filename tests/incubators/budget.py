"""A little of everything that costs and orders of an incubator keep."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from ligzda.incubators.costs.models import Category
from ligzda.incubators.models import (
    AwardRoute,
    ClosedMonth,
    CostCorrection,
    Incubator,
    MonthlyCost,
    Order,
    OrderPlan,
    PlannedCost,
)
from ligzda.network.models import User


def month_before(months: int) -> datetime.date:
    """Return the month so many before this one, as its first day."""
    today = timezone.localdate()
    number = today.year * 12 + today.month - 1 - months
    return datetime.date(number // 12, number % 12 + 1, 1)


@dataclass(frozen=True)
class Budget:
    """A closed month with a correction, an open one, a planned amount, a plan and an order."""

    incubator: Incubator
    closed: datetime.date
    open: datetime.date
    correction: CostCorrection
    plan: OrderPlan
    order: Order

    def cost(self, month: datetime.date, category: str = "staff") -> MonthlyCost:
        return MonthlyCost.objects.get(incubator=self.incubator, month=month, category=category)


def make_budget(incubator: Incubator, by: User) -> Budget:
    """Write it past the actions, over whatever is there of these two months."""
    today, closed, still_open = timezone.localdate(), month_before(40), month_before(39)
    of: dict[str, Any] = {"incubator": incubator}
    for month in (closed, still_open):
        MonthlyCost.objects.bulk_create(
            MonthlyCost(**of, month=month, category=category, amount=100, documents="Nr. 1")
            for category in Category.values
        )
    PlannedCost.objects.create(**of, month=closed, category="staff", amount=90)
    ClosedMonth.objects.create(**of, month=closed, closed_on=today, closed_by=by)
    correction = CostCorrection.objects.create(
        **of, month=closed, category="staff", amount=Decimal("-0.01"), reason="Kļūda",
        entered_on=today, entered_by=by,
    )  # fmt: skip
    plan = OrderPlan.objects.create(
        **of, year=2017, what="Dāvanu kastes", planned=5000, sales_target=20000
    )
    route = AwardRoute.objects.create(
        code="test", name_lv="Tiešs", name_en="Direct", basis_lv="–", basis_en="–",
        valid_from=datetime.date(2016, 1, 1),
    )  # fmt: skip
    order = Order.objects.create(
        **of, what="Dāvanu kastes", route=route, value=500, ordered_on=today, delivered_on=today
    )
    return Budget(incubator, closed, still_open, correction, plan, order)
