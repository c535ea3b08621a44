"""How timely and how complete records are, by incubator, as queries. Pure: no Django."""

from typing import TYPE_CHECKING

from ligzda.indicators.flat_tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir


def measures() -> "ir.Table":
    """Return a row for each incubator and kind: counted, done, median_days, ninth_days.

    Of records of the last year: days from the event to the entry, median and ninth decile. Of
    follow-ups whose time is over: how many were answered.
    """
    import ibis

    return ibis.union(_delays(Tables()), _follow_ups(Tables()))


def _delays(t: Tables) -> "ir.Table":
    each = t.entries.filter(t.entries.entered_on <= t.asked.as_of.as_scalar())
    each = each.mutate(days=each.entered_on.delta(each.happened_on, unit="day").clip(lower=0))
    return each.group_by(["municipality", "incubator", "kind"]).agg(
        counted=each.count(),
        done=each.count(),
        median_days=each.days.quantile(0.5).round().cast("int64"),
        ninth_days=each.days.quantile(0.9).round().cast("int64"),
    )


def _follow_ups(t: Tables) -> "ir.Table":
    import ibis

    each = t.follow_ups.filter(t.follow_ups.on_time_until < t.asked.as_of.as_scalar())
    each = each.mutate(kind=ibis.literal("follow_ups"))
    return each.group_by(["municipality", "incubator", "kind"]).agg(
        counted=each.count(),
        done=each.answered_on.count(),
        median_days=ibis.null("int64"),
        ninth_days=ibis.null("int64"),
    )
