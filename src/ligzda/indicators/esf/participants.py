"""Participants as the ESF+ counts them, and their common indicators, as Ibis. Pure: no Django.

A participant of an operation – a municipality's part in the network – is one record: the features
of the first entry, the last exit. The same person in two activities (a model at an incubator) is a
record in each, and one in the operation; so activities do not add up to the total. What was true at
the first entry is counted for ever.
"""

from typing import TYPE_CHECKING, Literal

from ligzda.indicators.definitions.outcomes import PAID
from ligzda.indicators.flat_tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

Per = Literal["operation", "activity"]
_PER = {"operation": ["municipality"], "activity": ["municipality", "incubator", "model"]}
FULL_TIME = 35.0
"""Hours a week from which on somebody is not under-employed: our choice, to be checked."""
YOUNG, LONG_IF_YOUNG, LONG = 25, 6, 12
"""Months without work that are long-term: more than 12, of those under 25 more than 6 [R]."""

OUTPUTS = (
    "EECO01", "EECO02", "EECO03", "EECO04", "EECO05", "EECO06", "EECO07", "age_30_54", "EECO08",
    "age_unknown", "EECO09", "EECO10", "EECO11", "education_unknown", "EECO16",
)  # fmt: skip
IMMEDIATE = ("EECR01", "EECR02", "EECR04")
LATER = ("EECR05", "EECR06")
CODES = (*OUTPUTS, *IMMEDIATE, *LATER)


def participants(t: Tables, per: Per) -> "ir.Table":
    """Return one row a participant: first entry, last exit (empty while one stay lasts), results.

    `first_day`, `ended_on`, `state` (upon leaving: at four weeks where it was answered, else at
    exit), `later_state` and `later_hours` at six months, `hours` at entry.
    """
    keys = ["person", *_PER[per]]
    first, last = _first(t, keys), _last(t, keys)
    entry = _answers(t, "entry", "entry").select("stay", "hours")
    weeks = _answers(t, "follow_up", "w4").select(last_stay="stay", weeks_state="state")
    months = _answers(t, "follow_up", "m6").select(
        last_stay="stay", later_state="state", later_hours="hours"
    )
    joined = _beside(_beside(_beside(first.join(last, keys), entry), weeks), months)
    return joined.mutate(state=joined.weeks_state.coalesce(joined.exit_state))


def _beside(left: "ir.Table", right: "ir.Table") -> "ir.Table":
    """Return the rows of the left, with what the right has beside them."""
    key = right.columns[0]
    joined = left.left_join(right, key)
    return joined.drop(f"{key}_right") if f"{key}_right" in joined.columns else joined


def _first(t: Tables, keys: list[str]) -> "ir.Table":
    """Return the first stay of each participant, with what was true then."""
    import ibis

    window = ibis.window(group_by=keys, order_by=["first_day", "stay"])
    return (
        t.stays.mutate(place=ibis.row_number().over(window))
        .filter(lambda row: row.place == 0)
        .select(
            *keys, "stay", "first_day", "age", "gender", "labour_status", "months_unemployed",
            "education", "household",
        )
    )  # fmt: skip


def _last(t: Tables, keys: list[str]) -> "ir.Table":
    """Return the last stay of each participant; not ended while any of theirs lasts."""
    import ibis

    window = ibis.window(group_by=keys, order_by=[ibis.desc("first_day"), ibis.desc("stay")])
    return (
        t.stays.mutate(place=ibis.row_number().over(window))
        .filter(lambda row: row.place == 0)
        .select(*keys, last_stay="stay", ended_on="last_day", exit_state="exit_state")
    )


def _answers(t: Tables, questionnaire: str, moment: str) -> "ir.Table":
    """Return answers of one questionnaire at one moment: the participant's before another's."""
    import ibis

    each = t.answers
    asked = each.filter((each.questionnaire == questionnaire) & (each.moment == moment))
    if questionnaire == "entry":
        return asked
    window = ibis.window(group_by="stay", order_by=[ibis.desc("rater"), "answer"])
    return asked.mutate(place=ibis.row_number().over(window)).filter(lambda row: row.place == 0)


def conditions(row: "ir.Table") -> "dict[str, ir.BooleanValue]":
    """Return what each code asks of a participant, without the period."""
    status, age, education = row.labour_status, row.age, row.education
    unemployed = status == "unemployed"
    long = row.months_unemployed > LONG
    young = (age < YOUNG) & (row.months_unemployed > LONG_IF_YOUNG)
    without_work = status.isin(("unemployed", "inactive"))
    more_hours = (row.hours < FULL_TIME) & (row.later_hours >= FULL_TIME)
    return {
        "EECO01": status.notnull(),
        "EECO02": unemployed,
        "EECO03": unemployed & (long | young),
        "EECO04": status == "inactive",
        "EECO05": status == "employed",
        "EECO06": age < 18,
        "EECO07": age.between(18, 29),
        "age_30_54": age.between(30, 54),
        "EECO08": age >= 55,
        "age_unknown": status.notnull() & age.isnull(),
        "EECO09": education == "isced_0_2",
        "EECO10": education == "isced_3_4",
        "EECO11": education == "isced_5_8",
        "education_unknown": education == "unknown",
        "EECO16": row.household == "none",
        "EECR01": (status == "inactive") & (row.state == "unemployed"),
        "EECR02": row.state == "education",
        "EECR04": without_work & row.state.isin(PAID),
        "EECR05": without_work & row.later_state.isin(PAID),
        "EECR06": (status == "employed") & row.later_state.isin(PAID) & more_hours,
    }


def report(per: Per) -> "ir.Table":
    """Return the report: a row for each place and gender, a column a code and a span.

    Of each code two: `CODE_period`, and `CODE_so_far` from the beginning to the last day. An output
    belongs to the day of the first entry, an immediate result to the last exit, a later one to the
    day six months after it. Nothing counts that is after the day that is asked for.
    """
    t = Tables()
    keys = _PER[per]
    asked = t.asked.select(first_asked="first_day", last_asked="last_day", as_of="as_of")
    rows = participants(t, per).cross_join(asked)
    spans = _spans(rows)
    numbers = {
        f"{code}_{span}": rows.count(where=condition & within)
        for code, condition in conditions(rows).items()
        for span, within in spans[_kind(code)].items()
    }
    return rows.group_by([*keys, "gender"]).agg(**numbers)


def _kind(code: str) -> str:
    return "exit" if code in IMMEDIATE else "m6" if code in LATER else "entry"


def _spans(rows: "ir.Table") -> "dict[str, dict[str, ir.BooleanValue]]":
    import ibis

    # The same day six months after; where that month has no such day, its last.
    due = (rows.ended_on + ibis.interval(months=6)).cast("date")
    days = {"entry": rows.first_day, "exit": rows.ended_on, "m6": due}
    return {
        kind: {
            "period": day.between(rows.first_asked, rows.last_asked) & (day <= rows.as_of),
            "so_far": (day <= rows.last_asked) & (day <= rows.as_of),
        }
        for kind, day in days.items()
    }
