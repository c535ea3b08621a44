"""Orders of a municipality: not before its council, through their states, back for ten minutes."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast
from tests.incubators.budget import Budget, make_budget

from ligzda.incubators.models import AwardRoute, Incubator, Order, OrderPlan
from ligzda.incubators.orders import actions, queries
from ligzda.incubators.orders.actions import OrderFacts, PlanFacts
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import Decision, Partner
from ligzda.network.undoing import take_for_undo

SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def budget(cast: Cast) -> Budget:
    return make_budget(Incubator.objects.get(slug="ogre"), cast.ogre)


@pytest.fixture
def permitted(budget: Budget) -> Budget:
    """Ogre's council has permitted orders, and the agreement is recorded."""
    Decision.objects.filter(municipality=budget.incubator.municipality).update(
        permitted=["order_plan"]
    )
    Partner.objects.filter(municipality=budget.incubator.municipality).update(
        agreement_on=datetime.date(2016, 5, 2)
    )
    return budget


def _facts(budget: Budget, **given: object) -> OrderFacts:
    usual = {"what": "Soliņi", "route": budget.order.route, "value": Decimal("99.99"),
             "ordered_on": timezone.localdate()}  # fmt: skip
    return OrderFacts(**{**usual, **given})  # type: ignore[arg-type]


def _order(cast: Cast, budget: Budget, **given: object) -> Order:
    facts = _facts(budget, **given)
    return actions.order(by=cast.ogre, incubator=budget.incubator, facts_given=facts)


def test_no_order_before_the_council_and_the_agreement(cast: Cast, budget: Budget) -> None:
    of: dict[str, Any] = {"by": cast.ogre, "incubator": budget.incubator}
    plan = PlanFacts(what="Soliņi", planned=Decimal(10), sales_target=Decimal(100))
    with pytest.raises(WrongStateError, match="domes") as refused:
        _order(cast, budget)
    assert "partnera līguma" in str(refused.value)
    with pytest.raises(WrongStateError, match="domes"):
        actions.plan_orders(**of, year=2017, facts_given=plan)
    Decision.objects.filter(municipality=budget.incubator.municipality).update(
        permitted=["order_plan"]
    )
    with pytest.raises(WrongStateError, match="partnera līguma"):
        _order(cast, budget)


def test_an_order_is_ordered_delivered_paid_and_then_stays(cast: Cast, permitted: Budget) -> None:
    today = timezone.localdate()
    row = _order(cast, permitted)
    assert row.state == "ordered"
    by: dict[str, Any] = {"by": cast.ogre, "order": row}
    row = actions.change_order(**by, facts_given=_facts(permitted, delivered_on=today))
    assert row.state == "delivered"
    with pytest.raises(WrongStateError, match="piegādāts"):
        actions.remove_order(**by)
    facts = _facts(permitted, delivered_on=today, paid_on=today)
    row = actions.change_order(**by, facts_given=facts)
    assert row.state == "paid"
    with pytest.raises(WrongStateError, match="apmaksāts"):
        actions.change_order(**by, facts_given=_facts(permitted))


def test_an_order_is_not_moved_to_a_day_before_the_council(cast: Cast, permitted: Budget) -> None:
    row = _order(cast, permitted)
    early = _facts(permitted, ordered_on=datetime.date(2016, 2, 1))
    with pytest.raises(WrongStateError, match="domes"):
        actions.change_order(by=cast.ogre, order=row, facts_given=early)


def test_an_order_that_is_taken_out_comes_back(cast: Cast, permitted: Budget) -> None:
    row = _order(cast, permitted)
    kept = actions.remove_order(by=cast.ogre, order=row)
    assert not Order.objects.filter(pk=row.pk).exists()
    act, rows = take_for_undo(by=cast.ogre, number=kept.pk)
    assert act == "order.remove"
    actions.put_order_back(by=cast.ogre, rows=rows)
    assert Order.objects.get(pk=row.pk).value == Decimal("99.99")


def test_what_is_delivered_is_a_share_of_the_sales_target(cast: Cast, permitted: Budget) -> None:
    today = timezone.localdate()
    plan = PlanFacts(what="Soliņi", planned=Decimal(500), sales_target=Decimal(2000))
    of: dict[str, Any] = {"by": cast.ogre, "incubator": permitted.incubator}
    actions.plan_orders(**of, year=today.year, facts_given=plan)
    Order.objects.filter(incubator=permitted.incubator).delete()
    _order(cast, permitted, value=Decimal(200), delivered_on=today)
    _order(cast, permitted, value=Decimal(300))
    found = queries.year_of_orders(permitted.incubator, today.year)
    assert (found.ordered, found.delivered) == (Decimal(500), Decimal(200))
    assert not found.paid
    assert found.planned_share == pytest.approx(0.25)
    assert found.delivered_share == pytest.approx(0.1)


def test_others_order_nothing(cast: Cast, permitted: Budget) -> None:
    facts = _facts(permitted)
    for by in (cast.cesis, cast.participant, cast.evaluator, cast.administrator):
        with pytest.raises(NotAllowedError):
            actions.order(by=by, incubator=permitted.incubator, facts_given=facts)
        with pytest.raises(NotAllowedError):
            actions.remove_order(by=by, order=permitted.order)


def test_the_page_says_what_stands_in_the_way(cast: Cast, client: Client, budget: Budget) -> None:
    client.force_login(cast.ogre, backend=SIGN_IN)
    page = client.get(reverse("incubators:orders", args=["ogre"])).content.decode()
    assert "Vēl trūkst" in page
    assert reverse("incubators:order_new", args=["ogre"]) not in page


def test_a_wrong_day_is_refused_beside_its_field(
    cast: Cast, client: Client, permitted: Budget
) -> None:
    client.force_login(cast.ogre, backend=SIGN_IN)
    typed = {
        "what": "Soliņi", "value": "10,50", "route": permitted.order.route_id,
        "ordered_on": "2020-02-01", "delivered_on": "2020-01-01",
    }  # fmt: skip
    where = reverse("incubators:order_new", args=["ogre"])
    page = client.post(where, typed).content.decode()
    assert "Pasūtījumu piegādā ne agrāk" in page
    old = AwardRoute.objects.get(code="direct-purchase", valid_to__isnull=False)
    page = client.post(where, typed | {"delivered_on": "", "route": old.pk}).content.decode()
    assert "nebija spēkā" in page
    assert client.post(where, typed | {"delivered_on": ""}).status_code == 302


def test_the_demonstration_orders_where_the_council_permits_it(cast: Cast) -> None:
    assert not OrderPlan.objects.filter(incubator__slug="ogre").exists()
    others = Incubator.objects.exclude(slug="ogre")
    assert OrderPlan.objects.filter(incubator__in=others).count() == 3 * len(others)
    assert {row.state for row in Order.objects.filter(incubator__in=others)} >= {"paid"}
    assert all(row.invented for row in Order.objects.all())
    assert all(row.recalled for row in AwardRoute.objects.all())
