"""Rules about who applied, entered, waited and left. Pure: no Django."""

from typing import TYPE_CHECKING

from ligzda.indicators.definitions.rows import rows
from ligzda.indicators.flat_tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

CODES = ("applications", "entered", "waiting_days", "completed")

BY_PLAN = ("by_plan", "job")
NO_EXIT = {"goes_on_elsewhere": "transfer", "place_closed": "closed", "died": "died"}
"""Reasons of an exit that say nothing about whether somebody stayed to the end."""


def applications(t: Tables) -> "ir.Table":
    """Applications and referrals received, once their documents are complete."""
    each = t.applications
    return rows(
        each,
        unit=each.application,
        day=each.received_on,
        category=each.state,
        left_out=[("incomplete", ~each.complete & (each.state == "open"))],
    )


def entered(t: Tables) -> "ir.Table":
    """Contracts signed; an application that was accepted is none yet."""
    return rows(t.stays, unit=t.stays.stay, day=t.stays.contract_on)


def waiting_days(t: Tables) -> "ir.Table":
    """Days from the application that was accepted to the contract."""
    each = t.stays
    return rows(
        each,
        unit=each.stay,
        day=each.contract_on,
        value=each.contract_on.delta(each.applied_on, unit="day"),
        left_out=[("no_application", each.applied_on.isnull())],
    )


def completed(t: Tables) -> "ir.Table":
    """Whether a stay that ended did so by plan."""
    each = t.stays.filter(t.stays.last_day.notnull())
    return rows(
        each,
        unit=each.stay,
        day=each.last_day,
        moment="exit",
        value=each.exit_reason.isin(BY_PLAN),
        left_out=[(reason, each.exit_reason == code) for reason, code in NO_EXIT.items()],
    )
