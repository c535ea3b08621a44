"""Rules that set what a place costs against what came of it. Pure: no Django.

Both parts stand in the same rows, `above` and `below` the line, so that the list shows each. Costs
are those of the period that is asked for, and so is what they are divided by.
"""

from typing import TYPE_CHECKING

from ligzda.indicators.definitions.outcomes import in_paid_activity
from ligzda.indicators.definitions.places import cost
from ligzda.indicators.definitions.rows import together
from ligzda.indicators.definitions.stays import entered
from ligzda.indicators.flat_tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

CODES = ("cost_per_participant", "cost_per_outcome")


def cost_per_participant(t: Tables) -> "ir.Table":
    """Costs over contracts signed, both of the period."""
    return together(cost(t).mutate(category=_part("above")), _below(entered(t)))


def cost_per_outcome(t: Tables) -> "ir.Table":
    """Costs over people in paid activity: at exit, and a year later."""
    paid = in_paid_activity(t)
    reached = paid.filter((paid.value == 1) & paid.left_out.isnull())
    spent = cost(t).mutate(category=_part("above"))
    return together(
        *(
            part
            for moment in ("exit", "m12")
            for part in (
                spent.mutate(moment=_part(moment)),
                _below(reached.filter(reached.moment == moment)),
            )
        )
    )


def _below(table: "ir.Table") -> "ir.Table":
    import ibis

    return table.mutate(category=_part("below"), value=ibis.literal(1.0, "float64"))


def _part(text: str) -> "ir.Value":
    import ibis

    return ibis.literal(text, "string")
