"""From a rule to numbers and to the list behind them: expressions, the same on every engine.

Pure: no Django. PostgreSQL runs them in `queries`, DuckDB and Spark in `lake`.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

from ligzda.indicators.definitions import rule
from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.flat_tables import Tables, inside_tables, used_in

if TYPE_CHECKING:
    import ibis.expr.types as ir

Split = Literal["incubator", "gender", "model", "month", "quarter"]
COUNTED = "counted"


def within(code: str) -> "ir.Table":
    """Return the rows of an indicator in the period that is asked for, none after its day."""
    t = Tables()
    rows, asked = rule(code)(t), t.asked
    return (
        rows.cross_join(asked)
        .filter(lambda row: row.day.between(row.first_day, row.last_day) & (row.day <= row.as_of))
        .drop("first_day", "last_day", "as_of")
    )


def counted(code: str, by: Sequence[Split] = (), moment: str = "") -> "ir.Table":
    """Return counts of an indicator: a row for each moment, category and reason of leaving out.

    With `moment`, of it alone: what an engine need not look at for another, it does not.
    Columns: the splits, `moment`, `category`, `left_out`, then `counted` (how many), `total` and
    `squares` (sums of the values and of their squares); of a median, `median` too.
    """
    rows = within(code)
    if moment:
        rows = rows.filter(rows.moment == moment)
    keys = [_split(rows, one).name(one) for one in by]
    numbers = {
        COUNTED: rows.count(),
        "total": rows.value.sum(),
        "squares": (rows.value * rows.value).sum(),
    }
    if dictionary()[code].kind == "median":
        numbers["median"] = rows.value.median()
    return rows.group_by([*keys, "moment", "category", "left_out"]).agg(**numbers)


def _split(rows: "ir.Table", one: Split) -> "ir.Value":
    import ibis

    day = rows.day
    if one == "month":
        return ibis.date(day.year(), day.month(), 1)
    if one == "quarter":
        return ibis.date(day.year(), 3 * day.quarter() - 2, 1)
    return rows[one]


def listed(code: str) -> "ir.Table":
    """Return the rows behind a count, by day."""
    rows = within(code)
    return rows.order_by(["day", "unit"])


def people(code: str, moment: str) -> "ir.Table":
    """Return the numbers of the people whom a count counts at a moment, each once, in order."""
    rows = within(code)
    counted_ones = rows.filter(rows.left_out.isnull() & (rows.moment == moment))
    return counted_ones.select("person").distinct().order_by("person")


@cache
def rule_sql(code: str) -> str:
    """Return a rule as PostgreSQL reads it, for people: over the flat tables by their names."""
    import ibis

    return str(ibis.to_sql(rule(code)(Tables()), dialect="postgres"))


def postgres(expression: "ir.Table") -> str:
    """Return a query for PostgreSQL: the flat tables it uses, then the expression over them.

    Parameters: `places` (numbers of municipalities), `first_day`, `last_day`, `as_of`.
    """
    import ibis

    tables = ", ".join(
        f'"{name}" AS NOT MATERIALIZED (\n{inside_tables()[name].source})'
        for name in used_in(expression)
    )
    said = str(ibis.to_sql(expression, dialect="postgres")).replace("%", "%%")
    # What an expression uses twice has a WITH of its own.
    more = f",\n{said.removeprefix('WITH ')}" if said.startswith("WITH ") else f"\n{said}"
    return f"WITH {tables}{more}"
