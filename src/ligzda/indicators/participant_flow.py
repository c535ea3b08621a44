"""Participants in the flow of the trial after CONSORT, as Ibis. Pure: no Django.

A person is one record of a municipality. Who applied and never stayed is excluded; who stayed under
two models is in both columns, as an incubator that changes its model is.
"""

from typing import TYPE_CHECKING

from ligzda.indicators.definitions.stays import BY_PLAN
from ligzda.indicators.flat_tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir


def excluded() -> "ir.Table":
    """Return people who applied and have no stay, by the state of their last application."""
    import ibis

    t = Tables()
    window = ibis.window(
        group_by="person", order_by=[ibis.desc("received_on"), ibis.desc("application")]
    )
    last = t.applications.mutate(place=ibis.row_number().over(window)).filter(
        lambda row: row.place == 0
    )
    return last.anti_join(t.stays, "person").group_by("state").agg(people=lambda row: row.count())


def arms() -> "ir.Table":
    """Return people under each model by how it stands with them, and why.

    Columns: model, `standing` (running, ended, discontinued, lost), reason, people. Who broke off
    is discontinued, even where nobody finds them any more.
    """
    import ibis

    t = Tables()
    window = ibis.window(
        group_by=["person", "model"], order_by=[ibis.desc("first_day"), ibis.desc("stay")]
    )
    last = t.stays.mutate(place=ibis.row_number().over(window)).filter(lambda row: row.place == 0)
    each = t.follow_ups
    lost = (
        each.filter(each.answered_on.isnull() & each.lost_reason.notnull())
        .group_by("stay")
        .agg(lost=lambda row: row.lost_reason.max())
    )
    joined = last.left_join(lost, "stay")
    by_plan = joined.exit_reason.isin((*BY_PLAN, "transfer"))
    standing = ibis.cases(
        (joined.last_day.isnull(), "running"),
        (~by_plan, "discontinued"),
        (joined.lost.notnull(), "lost"),
        else_="ended",
    )
    told = joined.mutate(standing=standing)
    reason = ibis.cases(
        (told.standing == "discontinued", told.exit_reason), (told.standing == "lost", told.lost)
    )
    return (
        told.mutate(reason=reason)
        .group_by(["model", "standing", "reason"])
        .agg(people=lambda row: row.count())
    )


def stayed() -> "ir.Table":
    """Return how many people have a stay."""
    return Tables().stays.agg(people=lambda row: row.person.nunique())
