"""The checks as queries: each returns the rows at fault. Pure: no Django.

A function named by its check's code takes the flat tables and returns an Ibis table: `row` names
what is at fault (text), `municipality`, `incubator`, `stay` (or NULL), `day` on which it happened,
and further columns that the sentence of the check shows. What lies after the day that is asked for
is left out by `found` alone: no check flags the future.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ligzda.indicators.flat_tables import Tables
from ligzda.indicators.quality.checks import checks

if TYPE_CHECKING:
    import ibis.expr.types as ir

PAID = ("open_job", "wise_job", "own_enterprise", "self_employed_without_company")
AFTER_EXIT = ("w4", "m6", "m12", "m24")
REGULAR = ("staff", "premises", "participant_pay")
"""Costs that come every month."""
LONGEST_STAY = 730
NO_CONTACT = 60
LEAST_FIDELITY = 0.6
DOUBLE = 1.6
"""What a month holds at least, of a usual one, that holds the month before it too."""
MOST_HOURS = 80


def _rows(table: "ir.Table", row: "ir.Value", day: "ir.Value", *shown: str) -> "ir.Table":
    import ibis

    columns: dict[str, Any] = {
        "row": row.cast("string"),
        "municipality": table.municipality,
        "incubator": table.incubator,
        "stay": table.stay if "stay" in table.columns else ibis.null("int64"),
        "day": day.cast("date"),
    }
    return table.select(**columns, **{name: table[name] for name in shown})


def person_at_two_sites(t: Tables) -> "ir.Table":
    """One person in two incubators at once; the day of a change may be shared."""
    each = t.overlaps
    handed_over = (each.last_day == each.other_first_day) | (each.other_last_day == each.first_day)
    return _rows(
        each.filter(~handed_over.fill_null(False)), each.overlap, each.both_from,
        "first_day", "last_day", "other_incubator", "other_first_day", "other_last_day",
    )  # fmt: skip


def exit_answers_before_entry(t: Tables) -> "ir.Table":
    """Answers about the end, or later, of a day before the stay began."""
    each = _with_stay(t).filter(
        lambda row: row.moment.isin(("exit", *AFTER_EXIT)) & (row.observed_on < row.first_day)
    )
    return _rows(each, each.answer, each.observed_on, *_ANSWER, "first_day")


def follow_up_before_exit(t: Tables) -> "ir.Table":
    """A follow-up answered before the stay ended, though not before it began."""
    each = _with_stay(t).filter(
        lambda row: (
            row.moment.isin(AFTER_EXIT)
            & (row.observed_on <= row.last_day)
            & (row.observed_on >= row.first_day)
        )
    )
    return _rows(each, each.answer, each.observed_on, *_ANSWER, "last_day")


_ANSWER = ("questionnaire", "moment", "observed_on")


def _with_stay(t: Tables) -> "ir.Table":
    days = t.stays.select("stay", "first_day", "last_day")
    return t.answers.join(days, "stay")


def stay_outside_opening(t: Tables) -> "ir.Table":
    """A stay that begins before its incubator opened, or in one that never did."""
    opened = t.openings.select("incubator", "opens_on")
    each = t.stays.join(opened, "incubator").filter(
        lambda row: row.opens_on.isnull() | (row.first_day < row.opens_on)
    )
    return _rows(each, each.stay, each.first_day, "first_day", "opens_on")


def entry_missing(t: Tables) -> "ir.Table":
    """A stay without what was true on its first day."""
    each = t.stays.filter(t.stays.labour_status.isnull())
    return _rows(each, each.stay, each.first_day, "first_day")


def entry_unknown(t: Tables) -> "ir.Table":
    """Asked on the first day, and not known."""
    each = t.stays.filter((t.stays.education == "unknown") | (t.stays.household == "unknown"))
    return _rows(each, each.stay, each.first_day, "first_day", "education", "household")


def exit_state_unknown(t: Tables) -> "ir.Table":
    """It is told that the state at the end is not known."""
    each = t.stays.filter(t.stays.exit_state == "unknown")
    return _rows(each, each.stay, each.last_day, "last_day", "exit_state")


def who5_item_missing(t: Tables) -> "ir.Table":
    """A WHO-5 without a score: an item has no answer."""
    each = t.answers.filter((t.answers.questionnaire == "who5") & t.answers.score.isnull())
    return _rows(each, each.answer, each.observed_on, *_ANSWER)


def follow_up_overdue(t: Tables) -> "ir.Table":
    """A follow-up that nobody answered in time, and nobody gave up."""
    each = t.follow_ups.filter(
        t.follow_ups.answered_on.isnull() & t.follow_ups.lost_reason.isnull()
    )
    # The day it is late is the day after: never before that.
    return _rows(each, each.follow_up, each.on_time_until + _days(1), "wave", "on_time_until")


def no_contact(t: Tables) -> "ir.Table":
    """A stay that lasts, and no support for longer than the limit."""
    last = t.support.group_by("stay").agg(last_support=t.support.day.max())
    lasting = t.stays.filter(t.stays.last_day.isnull())
    each = lasting.left_join(last, "stay").mutate(
        since=lambda row: row.last_support.coalesce(row.first_day)
    )
    return _rows(each, each.stay, each.since + _days(NO_CONTACT + 1), "since")


def long_stay(t: Tables) -> "ir.Table":
    """A stay that lasts longer than the limit."""
    each = t.stays.filter(t.stays.last_day.isnull())
    return _rows(each, each.stay, each.first_day + _days(LONGEST_STAY + 1), "first_day")


def stay_length_outlier(t: Tables) -> "ir.Table":
    """A stay that ended and was far longer than those of its model: 3 quartile distances."""
    # What is read twice is worked out whole: only what is asked for.
    ended = t.stays.filter(t.stays.last_day.notnull()).select(
        "stay", "municipality", "incubator", "model", "last_day",
        days=t.stays.last_day.delta(t.stays.first_day, unit="day"),
    )  # fmt: skip
    usual = ended.group_by("model").agg(
        low=ended.days.quantile(0.25), high=ended.days.quantile(0.75), stays=ended.count()
    )
    each = ended.join(usual, "model").filter(
        lambda row: (row.stays >= 20) & (row.days > row.high + 3 * (row.high - row.low))
    )
    each = each.mutate(most=(each.high + 3 * (each.high - each.low)).round().cast("int64"))
    return _rows(each, each.stay, each.last_day, "days", "most", "model")


def hours_outlier(t: Tables) -> "ir.Table":
    """More paid hours a week than anybody works."""
    each = t.answers.filter(t.answers.hours > MOST_HOURS)
    return _rows(each, each.answer, each.observed_on, *_ANSWER, "hours")


def state_against_hours(t: Tables) -> "ir.Table":
    """In paid work, and no paid hour in the week."""
    each = t.answers.filter(t.answers.state.isin(PAID) & (t.answers.hours == 0))
    return _rows(each, each.answer, each.observed_on, *_ANSWER, "state", "hours")


def cost_in_the_wrong_month(t: Tables) -> "ir.Table":
    """A regular cost that is nothing in one month and about double in the next."""
    import ibis

    costs = t.costs.filter(t.costs.category.isin(REGULAR))
    usual = (
        costs.filter(costs.amount > 0)
        .group_by(["incubator", "category"])
        .agg(usual=lambda row: row.amount.median())
    )
    beside = ibis.window(group_by=["incubator", "category"], order_by="month")
    each = costs.mutate(next_amount=costs.amount.lead().over(beside)).join(
        usual, ["incubator", "category"]
    )
    each = each.filter((each.amount == 0) & (each.next_amount >= DOUBLE * each.usual))
    return _rows(each, each.cost, each.month, "month", "category", "next_amount", "usual")


def model_not_run(t: Tables) -> "ir.Table":
    """A quarter in which an incubator did less of its model than can count as running it."""
    each = t.fidelity.mutate(
        fidelity=(
            t.fidelity.content + t.fidelity.coverage + t.fidelity.frequency + t.fidelity.duration
        )
        / 4
    )
    each = each.filter(each.fidelity < LEAST_FIDELITY).mutate(
        percent=lambda row: (100 * row.fidelity).round().cast("int64")
    )
    return _rows(each, each.assessment, each.quarter, "quarter", "percent")


def register_differs(t: Tables) -> "ir.Table":
    """A register says something else than we were told, and nobody has settled it."""
    each = t.contradictions
    return _rows(each, each.contradiction, each.found_on, "enterprise", "kind", "ours", "theirs")


def _days(count: int) -> Any:
    import ibis

    return ibis.interval(days=count)


_OF: dict[str, Callable[[Tables], "ir.Table"]] = {
    code: globals()[code] for code in checks() if code in globals()
}


def condition(code: str) -> Callable[[Tables], "ir.Table"]:
    """Return the query of a check. Raises KeyError for a code that has none."""
    return _OF[code]


def found(code: str) -> "ir.Table":
    """Return the rows that a check finds, none of which lies after the day that is asked for."""
    t = Tables()
    rows = condition(code)(t)
    return rows.filter(rows.day <= t.asked.as_of.as_scalar())
