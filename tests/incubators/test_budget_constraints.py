"""What the database refuses of costs and orders, whatever the code does."""

import datetime
from itertools import chain
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of_model
from tests.incubators.budget import Budget, make_budget

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


@pytest.fixture
def budget(cast: Cast) -> Budget:
    return make_budget(Incubator.objects.get(slug="ogre"), cast.ogre)


def _costs(budget: Budget) -> dict[str, Provocation]:
    of: dict[str, Any] = {"incubator": budget.incubator}
    planned = PlannedCost.objects.filter(incubator=budget.incubator, month=budget.closed)
    still_open = MonthlyCost.objects.filter(incubator=budget.incubator, month=budget.open)
    staff = still_open.filter(category="staff")
    soon = (timezone.localdate() + datetime.timedelta(days=40)).replace(day=1)
    odd = budget.open + datetime.timedelta(days=1)

    def close(month: datetime.date, **given: Any) -> None:
        day = {"closed_on": timezone.localdate(), "closed_by": budget.correction.entered_by}
        ClosedMonth.objects.create(**of, month=month, **{**day, **given})

    def correct(**given: Any) -> None:
        row = {"month": budget.closed, "category": "staff", "amount": 1, "reason": "Kļūda"}
        who = {"entered_on": timezone.localdate(), "entered_by": budget.correction.entered_by}
        CostCorrection.objects.create(**of, **{**row, **who, **given})

    return {
        "planned_cost_once": lambda: PlannedCost.objects.create(
            **of, month=budget.closed, category="staff", amount=1
        ),
        "planned_cost_is_of_a_month": lambda: planned.update(month=odd),
        "planned_cost_category_is_known": lambda: planned.update(category="fun"),
        "planned_cost_is_not_negative": lambda: planned.update(amount=-1),
        "monthly_cost_once": lambda: MonthlyCost.objects.create(
            **of, month=budget.open, category="staff", amount=1
        ),
        "monthly_cost_is_of_a_month": lambda: staff.update(month=odd),
        "monthly_cost_is_not_of_the_future": lambda: staff.update(month=soon),
        "monthly_cost_category_is_known": lambda: staff.update(category="fun"),
        "monthly_cost_is_not_negative": lambda: staff.update(amount=-1),
        "monthly_cost_in_kind_says_how_valued": lambda: still_open.filter(
            category="in_kind"
        ).update(documents=""),
        "monthlycost.stays_once_closed": lambda: budget.cost(budget.closed).delete(),
        "month_closed_once": lambda: close(budget.closed),
        "closed_month_is_a_month": lambda: close(odd),
        "month_closed_when_it_is_over": lambda: close(
            budget.open, closed_on=budget.open + datetime.timedelta(days=27)
        ),
        "closedmonth.stays_closed": lambda: ClosedMonth.objects.filter(**of).delete(),
        "correction_category_is_known": lambda: correct(category="fun"),
        "correction_changes_something": lambda: correct(amount=0),
        "correction_says_why": lambda: correct(reason=""),
        "costcorrection.stays": lambda: CostCorrection.objects.filter(**of).update(amount=5),
        "costcorrection.leaves_no_negative_cost": lambda: correct(amount=-100),
    }


def _orders(budget: Budget) -> dict[str, Provocation]:
    of: dict[str, Any] = {"incubator": budget.incubator}
    order = Order.objects.filter(pk=budget.order.pk)
    plan = OrderPlan.objects.filter(pk=budget.plan.pk)
    route = AwardRoute.objects.filter(pk=budget.order.route_id)
    today = timezone.localdate()
    before, after = (today + datetime.timedelta(days=days) for days in (-1, 5))
    return {
        "award_route_once": lambda: AwardRoute.objects.create(
            code="test", name_lv="x", name_en="x", valid_from=datetime.date(2016, 1, 1)
        ),
        "award_route_ends_after_it_begins": lambda: route.update(
            valid_to=datetime.date(2015, 1, 1)
        ),
        "order_plan_once_a_year": lambda: OrderPlan.objects.create(
            **of, year=2017, what="x", planned=1, sales_target=1
        ),
        "order_plan_year_is_known": lambda: plan.update(year=1999),
        "order_plan_has_amounts": lambda: plan.update(sales_target=0),
        "order_plan_says_what": lambda: plan.update(what=""),
        "order_says_what": lambda: order.update(what=""),
        "order_has_a_value": lambda: order.update(value=0),
        "order_delivered_after_it_was_ordered": lambda: order.update(delivered_on=before),
        "order_paid_after_it_was_delivered": lambda: order.update(delivered_on=None, paid_on=today),
        "order_is_not_of_the_future": lambda: order.update(ordered_on=after, delivered_on=after),
        "order.goes_by_a_route_of_its_day": lambda: order.update(
            ordered_on=datetime.date(2015, 12, 31)
        ),
    }


MODELS = (PlannedCost, MonthlyCost, ClosedMonth, CostCorrection, AwardRoute, OrderPlan, Order)
BUDGET = sorted(chain.from_iterable(constraints_of_model(model) for model in MODELS))


@pytest.mark.parametrize("name", BUDGET)
def test_the_database_refuses(name: str, budget: Budget) -> None:
    assert_refused(name, {**_costs(budget), **_orders(budget)}[name])


COST, CLOSED, CORRECTION = (
    f"incubators_{table}" for table in ("monthlycost", "closedmonth", "costcorrection")
)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (f"UPDATE {COST} SET amount = amount + 1 WHERE {{here}}", "the month is closed"),
        (f"UPDATE {COST} SET documents = 'x' WHERE {{here}}", "the month is closed"),
        (f"UPDATE {COST} SET month = '{{open}}' WHERE {{here}}", "the month is closed"),
        (f"UPDATE {COST} SET month = '{{closed}}' WHERE {{staff}}", "the month is closed"),
        (f"DELETE FROM {COST} WHERE {{here}}", "the month is closed"),
        (f"INSERT INTO {COST} VALUES {{another}}", "the month is closed"),
        (f"UPDATE {CLOSED} SET month = '{{open}}' WHERE {{here}}", "Cannot update or delete"),
        (f"DELETE FROM {CLOSED} WHERE {{here}}", "Cannot update or delete"),
        (f"UPDATE {CORRECTION} SET amount = 5 WHERE {{here}}", "Cannot update or delete"),
        (f"DELETE FROM {CORRECTION} WHERE {{here}}", "Cannot update or delete"),
    ],
)
def test_raw_sql_changes_nothing_of_a_closed_month(
    statement: str, said: str, budget: Budget
) -> None:
    """Not even its owner does: only a correction with its reason counts."""
    number = budget.incubator.pk
    here = f"incubator_id = {number} AND month = '{budget.closed}'"
    told = statement.format(
        here=here,
        closed=budget.closed,
        open=budget.open,
        staff=f"month = '{budget.open}' AND category = 'staff'",
        another=f"(DEFAULT, '{budget.closed}', 'another', 1, '', false, {number})",
    )

    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(told)

    assert_refused(said, run)


def test_an_open_month_can_be_changed(budget: Budget) -> None:
    """What the triggers above refuse is the closed month and not the statement."""
    row = budget.cost(budget.open)
    row.amount += 1
    row.save()
    row.delete()


def test_a_correction_is_of_a_month_that_is_closed(budget: Budget) -> None:
    def correct() -> None:
        CostCorrection.objects.create(
            incubator=budget.incubator, month=budget.open, category="staff", amount=1,
            reason="Kļūda", entered_on=timezone.localdate(),
            entered_by=budget.correction.entered_by,
        )  # fmt: skip

    assert_refused("correction_is_of_a_closed_month", correct)
