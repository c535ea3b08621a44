"""Costs by month: entered, closed, corrected; what they add up to; what of them is public."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import Cast
from tests.incubators.budget import Budget, make_budget, month_before

from ligzda.incubators import work
from ligzda.incubators.costs import actions, months, queries
from ligzda.incubators.costs.actions import CorrectionFacts, Spent
from ligzda.incubators.costs.machine_hours import MachineHours, machine_hours, written_off
from ligzda.incubators.costs.models import Category
from ligzda.incubators.costs.open_data import yearly_costs
from ligzda.incubators.models import Equipment, Incubator, MonthlyCost, PlannedCost
from ligzda.incubators.upkeep.actions import Done, record_done
from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent, Decision

NOTHING = {category: Spent(amount=Decimal(0)) for category in Category.values}


@pytest.fixture
def budget(cast: Cast) -> Budget:
    return make_budget(Incubator.objects.get(slug="ogre"), cast.ogre)


def _enter(cast: Cast, budget: Budget, month: datetime.date, amount: str = "12.34") -> None:
    costs = {**NOTHING, "staff": Spent(amount=Decimal(amount), documents="Nr. 7")}
    actions.enter_costs(by=cast.ogre, incubator=budget.incubator, month=month, costs=costs)


def test_a_month_is_entered_closed_and_corrected(cast: Cast, budget: Budget) -> None:
    month = month_before(38)
    of: dict[str, Any] = {"by": cast.ogre, "incubator": budget.incubator, "month": month}
    _enter(cast, budget, month)
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.municipality) == ("costs.enter", budget.incubator.municipality)
    actions.close_month(**of)
    with pytest.raises(WrongStateError, match="slēgts"):
        _enter(cast, budget, month, "99")
    facts = CorrectionFacts(category="staff", amount=Decimal("-2.34"), reason="Kļūda")
    actions.correct_cost(**of, facts_given=facts)
    [cost] = [row for row in queries.monthly_costs(budget.incubator, month, month)
              if row.category == "staff"]  # fmt: skip
    assert (cost.entered, cost.corrected, cost.total) == (
        Decimal("12.34"), Decimal("-2.34"), Decimal("10.00")
    )  # fmt: skip
    assert cost.closed


def test_a_month_with_an_unknown_category_is_not_closed(cast: Cast, budget: Budget) -> None:
    month = month_before(38)
    of: dict[str, Any] = {"by": cast.ogre, "incubator": budget.incubator, "month": month}
    actions.enter_costs(**of, costs={"staff": Spent(amount=Decimal(0))})
    with pytest.raises(WrongStateError, match="telpas"):
        actions.close_month(**of)
    actions.enter_costs(**of, costs=NOTHING)
    actions.close_month(**of)


def test_a_month_that_runs_is_not_closed_and_one_to_come_not_entered(
    cast: Cast, budget: Budget
) -> None:
    this = month_before(0)
    _enter(cast, budget, this)
    with pytest.raises(WrongStateError, match="beidzies"):
        actions.close_month(by=cast.ogre, incubator=budget.incubator, month=this)
    with pytest.raises(WrongStateError, match="sācies"):
        _enter(cast, budget, month_after(this, 1))


def test_nothing_costs_before_the_council_decided(cast: Cast, budget: Budget) -> None:
    _enter(cast, budget, datetime.date(2016, 3, 1))
    with pytest.raises(WrongStateError, match="lēma"):
        _enter(cast, budget, datetime.date(2016, 2, 1))
    Decision.objects.filter(municipality=budget.incubator.municipality).delete()
    with pytest.raises(WrongStateError, match="publicēts"):
        _enter(cast, budget, month_before(1))


def test_an_open_month_has_no_correction(cast: Cast, budget: Budget) -> None:
    facts = CorrectionFacts(category="staff", amount=Decimal(1), reason="Kļūda")
    with pytest.raises(WrongStateError, match="atvērts"):
        actions.correct_cost(
            by=cast.ogre, incubator=budget.incubator, month=budget.open, facts_given=facts
        )


def test_what_others_do_not(cast: Cast, budget: Budget) -> None:
    of: dict[str, Any] = {"incubator": budget.incubator, "month": budget.open}
    for by in (cast.cesis, cast.participant, cast.evaluator, cast.administrator):
        for refused in (
            lambda by=by: actions.enter_costs(by=by, **of, costs=NOTHING),
            lambda by=by: actions.close_month(by=by, **of),
            lambda by=by: actions.plan_costs(by=by, incubator=budget.incubator, plan={}),
            lambda by=by: actions.correct_cost(
                by=by, incubator=budget.incubator, month=budget.closed,
                facts_given=CorrectionFacts(category="staff", amount=Decimal(1), reason="x"),
            ),
        ):  # fmt: skip
            with pytest.raises(NotAllowedError), transaction.atomic():
                refused()


AMOUNTS = st.decimals("0", "99999.99", places=2)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), max_size=12))
def test_sums_are_to_the_cent_whichever_way_they_are_added(
    given_amounts: list[tuple[Decimal, Decimal, Decimal]],
) -> None:
    """By month, by category and altogether: Decimal, so nothing is lost on the way."""
    year = months.of_year(2020)
    costs = [
        queries.Cost(year[place], category, planned, entered, corrected, closed=True)
        for place, (planned, entered, corrected) in enumerate(given_amounts)
        for category in Category.values
    ]
    together = queries.sums("all", costs)
    for parts in (queries.categories(costs), [month.sums for month in queries.months(costs)]):
        assert sum(part.spent for part in parts) == together.spent
        assert sum(part.planned for part in parts) == together.planned
    cents = sum((int(100 * (cost.total or 0)) for cost in costs), 0)
    assert together.spent == Decimal(cents) / 100


@given(st.decimals("0", "99999.99", places=2), st.integers(1, 120), st.integers(1, 12))
def test_what_is_written_off_adds_up_to_the_price(price: Decimal, life: int, month: int) -> None:
    bought = datetime.date(2020, month, 15)
    machine = Equipment(price=price, life_months=life, bought_on=bought)
    first = months.month_of(bought)
    parts = [
        written_off(machine, each, each)
        for each in months.between(first, month_after(first, life + 2))
    ]
    assert sum(part for part in parts if part) == price
    assert all(part is not None and part >= 0 for part in parts)


def test_a_machine_without_a_price_or_an_hour_has_no_cost_an_hour(
    cast: Cast, budget: Budget
) -> None:
    rows = machine_hours(Incubator.objects.get(slug="cesis"), *[month_before(0)] * 2)
    assert rows
    for row in rows:
        known = row.written_off is not None and bool(row.hours)
        assert (row.per_hour is not None) == known


def test_maintenance_is_a_part_of_what_an_hour_costs(cast: Cast, budget: Budget) -> None:
    cesis = Incubator.objects.get(slug="cesis")
    last = month_before(1)

    def costs() -> dict[int, MachineHours]:
        return {row.equipment.pk: row for row in machine_hours(cesis, last, last)}

    before = costs()
    number = next(pk for pk, row in before.items() if row.per_hour is not None)
    done = Done(on=last, by="Meistars", cost=Decimal("12.50"))
    machine = Equipment.objects.get(pk=number)
    record_done(by=cast.cesis, equipment=machine, what="Asināšana", done=done)
    after = costs()
    was, now = before.pop(number), after.pop(number)
    assert now.maintenance == was.maintenance + Decimal("12.50")
    assert was.written_off is not None
    assert now.per_hour == ((was.written_off + now.maintenance) / was.hours).quantize(
        Decimal("0.01")
    )
    assert after == before


def test_the_public_sees_one_sum_a_year_and_none_that_tells_of_one_category(
    cast: Cast, budget: Budget
) -> None:
    year = budget.closed.year
    rows = {row["id"]: row for row in yearly_costs()}
    found = rows[f"ogre-{year}"]
    assert found["spent"] >= Decimal("599.99")
    assert set(found) == {
        "id", "incubator", "municipality_slug", "year", "months", "spent", "invented"
    }  # fmt: skip
    alone = month_before(70)
    of: dict[str, Any] = {"incubator": budget.incubator, "month": alone}
    actions.enter_costs(by=cast.ogre, **of, costs={**NOTHING, "staff": Spent(amount=Decimal(9))})
    actions.close_month(by=cast.ogre, **of)
    assert f"ogre-{alone.year}" not in {row["id"] for row in yearly_costs()}


def test_my_day_counts_the_months_that_wait(cast: Cast, budget: Budget) -> None:
    waits = queries.waiting(budget.incubator)
    assert budget.open in waits
    assert budget.closed not in waits
    rows = {row.url: row.waiting for row in work.my_work(cast.ogre)}
    assert rows[reverse("incubators:costs", args=["ogre"])] == len(waits)
    due = queries.due_on(datetime.date(2026, 10, 1))
    assert due == datetime.date(2026, 11, 11)


def test_the_demonstration_has_three_years_one_month_waiting_and_a_correction(cast: Cast) -> None:
    ogre = Incubator.objects.get(slug="ogre")
    for incubator in Incubator.objects.all():
        rows = MonthlyCost.objects.filter(incubator=incubator)
        assert rows.count() == 36 * len(Category.values)
        assert all(row.invented for row in rows)
        assert len(queries.waiting(incubator)) == 1
    costs = queries.monthly_costs(ogre, month_before(36), month_before(1))
    assert sum(bool(cost.corrected) for cost in costs) == 1
    assert PlannedCost.objects.filter(incubator=ogre, invented=False).count() == 0


# --- pages -------------------------------------------------------------------------------------


def _page(name: str, *rest: object) -> str:
    return reverse(f"incubators:{name}", args=["ogre", *rest])


@pytest.fixture
def client_of_ogre(cast: Cast, client: Client) -> Client:
    client.force_login(cast.ogre, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_a_month_is_typed_the_latvian_way_and_kept_where_it_is_refused(
    client_of_ogre: Client, budget: Budget
) -> None:
    where = _page("cost_month", months.written(budget.open))
    typed = dict.fromkeys(Category.values, "0") | {"staff": "1 234,5"}
    answer = client_of_ogre.post(where, typed | {"premises": "daudz"})
    page = answer.content.decode()
    assert 'value="1 234,5"' in page
    assert 'value="daudz"' in page
    assert budget.cost(budget.open).amount == 100
    assert client_of_ogre.post(where, typed)["Location"] == where
    assert budget.cost(budget.open).amount == Decimal("1234.50")


def test_things_in_kind_say_how_they_were_valued(client_of_ogre: Client, budget: Budget) -> None:
    where = _page("cost_month", months.written(budget.open))
    answer = client_of_ogre.post(where, {"in_kind": "5", "in_kind_documents": ""})
    assert "Norādiet, kā tas novērtēts." in answer.content.decode()


def test_closing_asks_first_and_a_page_of_a_closed_month_has_no_fields(
    client_of_ogre: Client, budget: Budget
) -> None:
    name = months.written(budget.open)
    where = _page("cost_close", name)
    asked = client_of_ogre.post(where).content.decode()
    assert "labojumu" in asked
    assert not budget.cost(budget.open).invented
    assert 'name="staff"' in client_of_ogre.get(_page("cost_month", name)).content.decode()
    client_of_ogre.post(where, {"confirmed": "1"})
    page = client_of_ogre.get(_page("cost_month", name)).content.decode()
    assert 'name="staff"' not in page
    assert _page("cost_correct", name) in page


def test_a_correction_larger_than_the_cost_is_refused_beside_the_form(
    client_of_ogre: Client, budget: Budget
) -> None:
    where = _page("cost_correct", months.written(budget.closed))
    typed = {"category": "staff", "amount": "-100,00", "reason": "Kļūda"}
    answer = client_of_ogre.post(where, typed)
    assert "nevar atņemt" in answer.content.decode()
    assert client_of_ogre.post(where, typed | {"amount": "-99,99"}).status_code == 302


def test_the_year_shows_plan_against_what_was_spent(client_of_ogre: Client, budget: Budget) -> None:
    page = client_of_ogre.get(_page("costs"), {"year": budget.closed.year}).content.decode()
    assert "<svg" in page
    assert "599,99" in page
    assert "izlietots kopš janvāra" in page
    next_year = timezone.localdate().year + 1
    plan = _page("cost_plan", next_year)
    assert client_of_ogre.post(plan, {"staff_1": "100,25"}).status_code == 302
    row = PlannedCost.objects.get(incubator=budget.incubator, month__year=next_year)
    assert row.amount == Decimal("100.25")
