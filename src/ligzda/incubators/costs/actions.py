"""Verbs of costs: plan, enter, take in a spreadsheet, close, correct."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.costs import rules
from ligzda.incubators.costs.models import Category
from ligzda.incubators.costs.months import written
from ligzda.incubators.models import (
    ClosedMonth,
    CostCorrection,
    Incubator,
    MonthlyCost,
    PlannedCost,
)
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.tables.preview import Preview, State
from ligzda.network.audit import Facts, facts, record
from ligzda.network.models import User


@dataclass(frozen=True, kw_only=True)
class Spent:
    """What was spent on a category, EUR to the cent; `amount` None: not known yet."""

    amount: Decimal | None
    documents: str = ""


@dataclass(frozen=True, kw_only=True)
class CorrectionFacts:
    """What is to be added to a cost, EUR to the cent, or with a minus taken off; and why."""

    category: str
    amount: Decimal
    reason: str
    documents: str = ""


Costs = Mapping[str, Spent]
"""Category → what was spent; a category that is left out stays as it is."""
Plan = Mapping[tuple[datetime.date, str], Decimal | None]
"""Month and category → what is planned, None: nothing; what is left out stays as it is."""


@transaction.atomic
def enter_costs(*, by: User, incubator: Incubator, month: datetime.date, costs: Costs) -> None:
    """Enter what was spent in a month, category by category; what is None is taken out."""
    _in_turn(incubator)
    rules.check_enter_costs(by=by, incubator=incubator, month=month)
    there = {
        row.category: row for row in MonthlyCost.objects.filter(incubator=incubator, month=month)
    }
    before = _told(month, there.values())
    for category, spent in costs.items():
        row = there.get(category)
        if spent.amount is None:
            if row is not None:
                row.delete()
                del there[category]
            continue
        _check_valued(category, spent)
        row = row or MonthlyCost(incubator=incubator, month=month, category=category)
        said = (spent.amount, spent.documents, False)
        if row.pk is None or (row.amount, row.documents, row.invented) != said:
            row.amount, row.documents, row.invented = said
            row.save()
            there[category] = row
    after = _told(month, there.values())
    if after != before:
        record(by=by, action="costs.enter", about=incubator, before=before, after=after)


def _check_valued(category: str, spent: Spent) -> None:
    if category == Category.IN_KIND and spent.amount and not spent.documents:
        raise BadDataError(
            _("What was given in kind needs how it was valued: the document, or the rent forgone.")
        )


@transaction.atomic
def import_costs(*, by: User, incubator: Incubator, preview: Preview) -> None:
    """Take in a file of months that was shown: all of it, or nothing."""
    rules.check_see_costs(viewer=by, incubator=incubator)
    for row in preview.taken():
        if row.state is State.SAME:
            continue
        costs = {
            category: Spent(
                amount=row.values.get(category),
                documents=row.values.get(f"{category}_documents") or "",
            )
            for category in Category.values
        }
        enter_costs(by=by, incubator=incubator, month=row.values["month"], costs=costs)


@transaction.atomic
def plan_costs(*, by: User, incubator: Incubator, plan: Plan) -> None:
    """Set what is planned for months and categories."""
    _in_turn(incubator)
    rules.check_keep_budget(by=by, incubator=incubator)
    for month in {month for month, _category in plan}:
        rules.check_plan_month(incubator=incubator, month=month)
    there = {
        (row.month, row.category): row
        for row in PlannedCost.objects.filter(
            incubator=incubator, month__in={month for month, _category in plan}
        )
    }
    before, after = {}, {}
    for (month, category), amount in plan.items():
        row = there.get((month, category))
        was = None if row is None else row.amount
        if was == amount and not (row and row.invented):
            continue
        name = f"{written(month)} {category}"
        before[name], after[name] = was, amount
        if amount is None:
            if row is not None:
                row.delete()
            continue
        row = row or PlannedCost(incubator=incubator, month=month, category=category)
        row.amount, row.invented = amount, False
        row.save()
    if after:
        record(by=by, action="costs.plan", about=incubator, before=before, after=after)


@transaction.atomic
def import_plan(*, by: User, incubator: Incubator, preview: Preview) -> None:
    """Take in a file of planned months that was shown: all of it, or nothing."""
    plan_costs(
        by=by,
        incubator=incubator,
        plan={
            (row.values["month"], category): row.values.get(category)
            for row in preview.taken()
            if row.state is not State.SAME
            for category in Category.values
        },
    )


@transaction.atomic
def close_month(*, by: User, incubator: Incubator, month: datetime.date) -> ClosedMonth:
    """Close a month for good: from then on the database lets only corrections be added."""
    _in_turn(incubator)
    rules.check_close_month(by=by, incubator=incubator, month=month)
    row = ClosedMonth.objects.create(
        incubator=incubator, month=month, closed_on=timezone.localdate(), closed_by=by
    )
    record(by=by, action="costs.close", about=row, after=facts(row))
    return row


@transaction.atomic
def correct_cost(
    *, by: User, incubator: Incubator, month: datetime.date, facts_given: CorrectionFacts
) -> CostCorrection:
    """Add a signed row to a cost of a closed month."""
    _in_turn(incubator)
    rules.check_correct_cost(by=by, incubator=incubator, month=month)
    row = CostCorrection.objects.create(
        incubator=incubator,
        month=month,
        entered_on=timezone.localdate(),
        entered_by=by,
        **vars(facts_given),
    )
    record(by=by, action="costs.correct", about=row, after=facts(row))
    return row


@transaction.atomic
def enter_invented_costs(
    *,
    by: User,
    incubator: Incubator,
    planned: Sequence[PlannedCost],
    costs: Sequence[MonthlyCost],
    closed: Sequence[datetime.date],
) -> None:
    """Enter the demonstration's costs all at once; the installation alone may."""
    rules.check_enter_invented_costs(by=by)
    PlannedCost.objects.bulk_create(planned)
    MonthlyCost.objects.bulk_create(costs)
    today = timezone.localdate()
    ClosedMonth.objects.bulk_create(
        ClosedMonth(incubator=incubator, month=month, closed_on=today, closed_by=by)
        for month in closed
    )
    record(by=by, action="costs.enter_invented", about=incubator, after={"costs": len(costs)})


def _in_turn(incubator: Incubator) -> None:
    """Let whoever closes a month and whoever enters its costs come one after the other."""
    Incubator.objects.select_for_update().get(pk=incubator.pk)


def _told(month: datetime.date, rows: Iterable[MonthlyCost]) -> Facts:
    told: Facts = {"month": written(month)}
    for row in rows:
        told[row.category] = row.amount
        if row.documents:
            told[f"{row.category}_documents"] = row.documents
    return told
