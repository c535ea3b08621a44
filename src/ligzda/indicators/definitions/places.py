"""Rules about incubators: orders, costs, fidelity, support. Pure: no Django."""

from typing import TYPE_CHECKING

from ligzda.indicators.definitions.rows import rows, together
from ligzda.indicators.flat_tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

CODES = ("municipal_orders", "cost", "fidelity", "support_hours")

_STEPS = {"ordered": "ordered_on", "delivered": "delivered_on", "paid": "paid_on"}


def municipal_orders(t: Tables) -> "ir.Table":
    """What the municipality ordered, what was delivered, what was paid: EUR without VAT."""
    each = t.orders
    return together(
        *(
            rows(
                each.filter(each[day].notnull()),
                unit=each.order,
                day=each[day],
                category=step,
                value=each.value,
            )
            for step, day in _STEPS.items()
        )
    )


def cost(t: Tables) -> "ir.Table":
    """What an incubator cost, month by month and category by category, corrections included."""
    each = t.costs
    return rows(
        each,
        unit=each.cost,
        day=each.month,
        value=each.amount,
    )


def fidelity(t: Tables) -> "ir.Table":
    """The mean of the four parts of adherence in an assessed quarter, 0 to 100."""
    each = t.fidelity
    whole = each.content + each.coverage + each.frequency + each.duration
    return rows(
        each,
        unit=each.assessment,
        day=each.quarter,
        value=whole * 25,
        left_out=[("part_missing", whole.isnull())],
    )


def support_hours(t: Tables) -> "ir.Table":
    """Hours of support by service; who did not come got none."""
    each = t.support
    return rows(
        each,
        unit=each.delivery,
        category=each.service,
        value=each.minutes / 60,
        left_out=[("did_not_come", each.no_show)],
    )
