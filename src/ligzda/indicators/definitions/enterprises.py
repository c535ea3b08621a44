"""Rules about enterprises: registered, alive, status, jobs, turnover. Pure: no Django."""

from typing import TYPE_CHECKING

from ligzda.indicators.definitions.rows import rows, together
from ligzda.indicators.flat_tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

CODES = ("enterprise_registered", "enterprise_survives", "se_status", "jobs_fte", "turnover")

MONTHS = {"m6": 6, "m12": 12, "m24": 24}
SOLD_WITHIN = 6
"""Months before the day within which a surviving enterprise had turnover (outcomes.yaml)."""
STATUS = ("applied", "granted", "refused", "lost")
FULL_TIME = 40.0
"""Hours a week that are one full-time job (Labour Law, section 131)."""


def enterprise_registered(t: Tables) -> "ir.Table":
    """Enterprises registered, on the day of the register."""
    each = t.enterprises.filter(t.enterprises.registered_on.notnull())
    return rows(each, unit=each.enterprise, day=each.registered_on)


def enterprise_survives(t: Tables) -> "ir.Table":
    """Whether an enterprise is registered and had turnover in the six months before the day.

    Where no figure covers those months it is not known, and left out: today's silence is no death.
    """
    return together(*(_survives(t, moment) for moment in MONTHS))


def _after(t: Tables, moment: str) -> "ir.Table":
    """Return registered enterprises with the day so many months after."""
    import ibis

    each = t.enterprises.filter(t.enterprises.registered_on.notnull())
    later = each.registered_on + ibis.interval(months=MONTHS[moment])
    return each.mutate(due_on=later.cast("date"))


def _survives(t: Tables, moment: str) -> "ir.Table":
    import ibis

    each = _after(t, moment)
    sold = t.turnover.select(
        owner="enterprise", begins="first_day", ends="last_day", amount="amount"
    )
    since = (each.due_on - ibis.interval(months=SOLD_WITHIN)).cast("date")
    seen = (
        each.mutate(since=since)
        .join(sold, [("enterprise", "owner")])
        .filter(lambda row: (row.begins <= row.due_on) & (row.ends > row.since))
        .group_by(owner="enterprise")
        .agg(
            amount=lambda row: row.amount.sum(),
            begins=lambda row: row.begins.min(),
            ends=lambda row: row.ends.max(),
        )
    )
    joined = each.mutate(since=since).left_join(seen, [("enterprise", "owner")])
    closed = (joined.closed_on <= joined.due_on).fill_null(False)
    covered = ((joined.begins <= joined.since) & (joined.ends >= joined.due_on)).fill_null(False)
    return rows(
        joined,
        unit=joined.enterprise,
        day=joined.due_on,
        moment=moment,
        value=~closed & (joined.amount > 0).fill_null(False),
        left_out=[
            ("turnover_not_known", ~closed & ~(joined.amount > 0).fill_null(False) & ~covered)
        ],
    )


def se_status(t: Tables) -> "ir.Table":
    """Steps of the social-enterprise status: applied, granted, refused, lost."""
    each = t.milestones.filter(t.milestones.step.isin(STATUS))
    return rows(each, unit=each.milestone, day=each.day, category=each.step)


def jobs_fte(t: Tables) -> "ir.Table":
    """Full-time equivalents and heads of an enterprise on the day, and those of target groups."""
    return together(*(_jobs(t, moment) for moment in MONTHS))


def _jobs(t: Tables, moment: str) -> "ir.Table":
    each = _after(t, moment)
    jobs = t.jobs.select("hours", "target_group", owner="enterprise", begins="first_day",
                         ends="last_day")  # fmt: skip
    held = each.left_join(jobs, [("enterprise", "owner")])
    there = (held.begins <= held.due_on) & (held.ends.isnull() | (held.ends >= held.due_on))
    full = held.hours / FULL_TIME
    kinds = {
        "fte": (there, full),
        "heads": (there, held.hours * 0 + 1),
        "target_fte": (there & held.target_group, full),
        "target_heads": (there & held.target_group, held.hours * 0 + 1),
    }
    summed = held.group_by(["enterprise", "municipality", "incubator", "due_on"]).agg(
        **{name: value.sum(where=where).fill_null(0.0) for name, (where, value) in kinds.items()}
    )
    return together(
        *(
            rows(
                summed,
                unit=summed.enterprise,
                day=summed.due_on,
                moment=moment,
                category=name,
                value=summed[name],
            )
            for name in kinds
        )
    )


def turnover(t: Tables) -> "ir.Table":
    """Turnover of half-years and years by their last day, and what large buyers took of it."""
    each = t.turnover
    parts = {
        "all": each.amount,
        "public": each.amount * each.public_share,
        "largest": each.amount * each.largest_share,
    }
    return together(
        *(
            rows(
                each,
                unit=each.turnover,
                day=each.last_day,
                category=name,
                value=value,
                left_out=[("share_not_known", value.isnull())],
            )
            for name, value in parts.items()
        )
    )
