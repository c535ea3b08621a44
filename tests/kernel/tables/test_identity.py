"""What is exported is imported as it was: for every type, and every declared table of the house."""

import datetime
import importlib
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import amount

import ligzda
from ligzda.incubators.costs.tables import Month
from ligzda.kernel.tables import types
from ligzda.kernel.tables.declaration import Column, Table, Written
from ligzda.kernel.tables.preview import State, preview
from ligzda.kernel.tables.reading import read
from ligzda.kernel.tables.writing import spelled, to_csv, to_xlsx

EVERY_TYPE = Table(
    "every-type",
    "Every type",
    "One column of each type, required, optional and as a list.",
    [
        Column("key", "Key", types.LABEL),
        *(
            Column(f"{name}{'_optional' * optional}", name, each, optional=optional)
            for name, each in dict[str, types.Type](
                {
                    "text": types.TEXT,
                    "label": types.LABEL,
                    "whole": types.WHOLE,
                    "number": types.NUMBER,
                    "money": types.MONEY,
                    "share": types.SHARE,
                    "day": types.DAY,
                    "moment": types.MOMENT,
                    "yes_no": types.YES_NO,
                    "choice": types.Choice(("+", "-", "=x")),
                }
            ).items()
            for optional in (False, True)
        ),
        Column("many", "Many", many=True, optional=True),
        Column("both", "Both", bilingual=True),
    ],
)


def house() -> list[Table]:
    """Return every table that a module of the house declares."""
    found: dict[int, Table] = {}
    root = Path(ligzda.__path__[0])
    for path in sorted(root.rglob("*.py")):
        where = path.relative_to(root.parent).with_suffix("")
        if "kernel" in where.parts or "ligzda.kernel.tables" not in path.read_text("utf-8"):
            continue
        module = importlib.import_module(".".join(where.parts))
        for value in vars(module).values():
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Table):
                    found[id(each)] = each
    return list(found.values())


NEW_YEAR = datetime.datetime(1950, 1, 1)  # noqa: DTZ001 – a bound for Hypothesis
TABLES = [EVERY_TYPE, *house()]

RISKY = st.sampled_from(
    ["'", "''=SUM(A1)", "=1+1", "-", "+371 20000000", "@x", "|", " | ", "\t", "a | b", "_x0041_"]
)
TEXTS = st.lists(st.one_of(st.text(max_size=8), RISKY), min_size=1, max_size=3).map("".join)
DECIMALS = st.one_of(
    st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3),
    # Below 1e-308 a number is refused: the declaration says so.
    st.floats(-1e9, 1e9, allow_subnormal=False).map(lambda value: Decimal(repr(value))),
    st.decimals(0, 1, places=20),
)


def values(column: Written) -> st.SearchStrategy[Any]:
    """Return the values that a column can have; a text as it is kept."""
    kind = column.type
    each: st.SearchStrategy[Any]
    match kind:
        case types.Choice():
            each = st.sampled_from(kind.codes)
        case types.Text(pattern=""):
            longest = kind.most or None
            each = TEXTS.map(kind.spell).map(lambda text: text[:longest].strip()).filter(bool)
        case types.Text():
            given = st.from_regex(rf"\A(?:{kind.pattern})\Z").map(kind.spell)
            each = given.filter(re.compile(kind.pattern).fullmatch)
        case types.Share():
            each = st.decimals(0, 1, places=4)
        case types.Money():
            lowest = -(10**9) if kind.least is None else kind.least
            each = st.decimals(lowest, 10**9 if kind.most is None else kind.most, places=2)
        case types.Whole():
            least = -(10**20) if kind.least is None else int(kind.least)
            each = st.integers(least, 10**20 if kind.most is None else int(kind.most))
        case types.Number():
            each = DECIMALS if kind.least is None else st.decimals(kind.least, kind.most, places=4)
        case types.Day():
            each = st.dates()
        case Month():
            each = st.dates(datetime.date(1900, 1, 1)).map(lambda day: day.replace(day=1))
        case types.Moment():
            each = st.datetimes(NEW_YEAR, timezones=st.just(datetime.UTC))
        case types.YesNo():
            each = st.booleans()
        case _:
            raise AssertionError(f"no values are known for {kind}")
    if column.many:
        return st.lists(each, min_size=0 if column.optional else 1, max_size=4).map(tuple)
    return st.one_of(st.none(), each) if column.optional else each


def by_slug(table: Table) -> str:
    return table.slug


def rows_of(table: Table) -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries({column.name: values(column) for column in table.written()})
    # A row of nothing is none: spreadsheets leave such rows behind.
    row = row.filter(lambda row: any(value not in (None, ()) for value in row.values()))
    unique = (lambda row: row[table.key_name]) if table.key_name else None
    return st.lists(row, min_size=1, max_size=3, unique_by=unique)


@pytest.mark.parametrize("table", TABLES, ids=by_slug)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
@given(data=st.data())
@settings(max_examples=amount(6, nightly=120))
def test_export_then_import_is_the_identity(table: Table, form: str, data: st.DataObject) -> None:
    rows = data.draw(rows_of(table))
    content = (to_csv if form == "csv" else to_xlsx)(table, rows)
    back = [dict(row.values) for row in read(table, f"t.{form}", content)]
    assert back == [
        {name: value if value != "" else None for name, value in row.items()} for row in rows
    ]


@pytest.mark.parametrize("table", [each for each in TABLES if each.key_name], ids=by_slug)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
@given(data=st.data())
@settings(max_examples=amount(6, nightly=120))
def test_what_is_there_already_is_shown_as_the_same(
    table: Table, form: str, data: st.DataObject
) -> None:
    rows = data.draw(rows_of(table))
    content = (to_csv if form == "csv" else to_xlsx)(table, rows)
    [key] = [each for each in table.written() if each.name == table.key_name]
    there = {spelled(key, row[key.name]): row for row in rows}
    shown = preview(table, f"t.{form}", content, there)
    assert {row.state for row in shown.rows} == {State.SAME}


def test_the_house_declares_its_tables() -> None:
    slugs = {table.slug for table in TABLES}
    assert {"practices", "populations", "assignment", "fidelity", "municipalities"} <= slugs
