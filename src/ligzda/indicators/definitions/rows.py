"""The shape that every rule gives: one row a counted thing. Pure: no Django."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir

ROW = {
    "unit": "string",
    "person": "int64",
    "stay": "int64",
    "municipality": "int64",
    "incubator": "string",
    "model": "string",
    "gender": "string",
    "day": "date",
    "moment": "string",
    "category": "string",
    "value": "float64",
    "left_out": "string",
}
"""The columns and their types. `unit` names the counted thing; `day` puts it into a period;
`left_out` is a reason of the dictionary, or empty where it is counted."""


def rows(table: "ir.Table", **given: Any) -> "ir.Table":
    """Return the rows of a rule: columns of the table, but for what is `given`.

    What neither has is empty. `left_out` may be a list of (reason, condition): the first that
    holds.
    """
    import ibis

    columns: dict[str, Any] = {}
    for name, kind in ROW.items():
        value: Any = given.get(name, table[name] if name in table.columns else None)
        if name == "left_out" and isinstance(value, list):
            value = _first(value)
        if _is_plain(value):
            columns[name] = ibis.literal(value, kind)
        elif value.type().is_boolean():
            columns[name] = yes_no(value)
        else:
            columns[name] = value.cast(kind)
    return table.select(**columns)


def yes_no(condition: "ir.BooleanValue") -> "ir.Value":
    """Return 1 where a condition holds and 0 where it does not."""
    import ibis

    return ibis.ifelse(condition, 1.0, 0.0).cast("float64")


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float)


def _first(reasons: "list[tuple[str, ir.BooleanValue]]") -> "ir.Value":
    import ibis

    return ibis.cases(*((condition, reason) for reason, condition in reasons))


def together(*parts: "ir.Table") -> "ir.Table":
    """Return the rows of several rules or parts of one."""
    import ibis

    return ibis.union(*parts)
