"""A table's rows as CSV, XLSX and JSON, and the description of the CSV after CSV on the Web.

One habit for every file of the house: UTF-8 with a byte order mark, by which Excel knows it (and
which Unicode and CSVW readers pass over); commas. A file that people edit in a spreadsheet and
bring back has lists divided by ` | `, and an apostrophe before a text that a spreadsheet would
compute, or that begins with one and then such a sign, so that it can be taken off again without
loss. A file that programs read by its CSVW description (`to_open_csv`) has neither: CSVW knows no
escape, so each value is what the API says, and a list stands line by line, because no item of a
list has lines.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ligzda.kernel.tables import delimited, workbook
from ligzda.kernel.tables.declaration import Row, Table, Written, in_each_language
from ligzda.kernel.tables.types import Choice, Text
from ligzda.kernel.tables.workbook import Out

SEPARATOR = " | "
"""Between the values of a list. A bar alone between blanks inside a value is doubled."""

# After OWASP, "CSV Injection"; the full-width signs are computed by East Asian Excel.
_COMPUTED = re.compile(r"'*[=+\-@|%\t\r\n＝＋－＠]")
# Where semicolons divide lists, as in Latvian, Excel divides by them within quotation marks too.
_BEGUN = r"(?='*(?:[=@+＝＠＋]|[-－](?!\s)))"
_WITHIN = re.compile(rf"(?<=[;\t\r\n]){_BEGUN}")
_ESCAPED_WITHIN = re.compile(rf"(?<=[;\t\r\n])'{_BEGUN}")
OPEN_SEPARATOR = "\n"
"""The same in a file that CSVW describes: no item of a list holds a line end (`Dataset.rows`)."""

_BARS = re.compile(r"(?:^|(?<=\s))(\|+)(?=\s|$)")
_ONE_BAR = re.compile(r"(?:^|\s+)\|(?=\s|$)")

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
Format = Literal["csv", "xlsx", "json"]


def to_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the rows as CSV."""
    columns = table.written()
    lines = [[_csv_cell(column, row.get(column.name)) for column in columns] for row in rows]
    heading = [column.name for column in columns]
    return delimited.written([heading, *lines]).encode("utf-8-sig")


def to_open_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the rows as the CSV that `to_csvw` describes: the values, and nothing put before them.

    Raises ValueError for an item of a list that the separator would divide.
    """
    columns = table.written()
    lines = [[_open_cell(column, row.get(column.name)) for column in columns] for row in rows]
    heading = [column.name for column in columns]
    return delimited.written([heading, *lines]).encode("utf-8-sig")


def to_xlsx(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the rows as a workbook, each value in a cell of its type."""
    columns = table.written()
    return workbook.write_sheet(
        table.slug,
        [column.name for column in columns],
        ([_xlsx_cell(column, row.get(column.name)) for column in columns] for row in rows),
    )


def to_template(tables: Sequence[Table]) -> bytes:
    """Return a workbook to be filled in: an empty sheet for each table, then what its columns take.

    Each import reads the sheet that has its name.
    """
    columns = [(table, column) for table in tables for column in table.written()]
    said = [
        [
            Out(each, "@")
            for each in (table.slug, column.name, str(column.column.title), _codes(column))
        ]
        for table, column in columns
    ]
    heading = [str(each) for each in (_("Sheet"), _("Column"), _("Meaning"), _("What may stand"))]
    return workbook.write_sheets(
        [
            *((table.slug, [each.name for each in table.written()], ()) for table in tables),
            (str(_("Columns")), heading, said),
        ]
    )


def _codes(column: Written) -> str:
    told = str(getattr(column.type, "asked", "")) or ", ".join(getattr(column.type, "codes", ()))
    if not column.optional:
        return told
    return _("%(what)s (may be empty)") % {"what": told} if told else _("may be empty")


def to_json(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the rows as a JSON array of objects; what is empty is null."""
    columns = table.written()
    found = [{each.name: _json_value(each, row.get(each.name)) for each in columns} for row in rows]
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def to_csvw(table: Table, address: str, extra: Mapping[str, Any]) -> bytes:
    """Describe the CSV of `to_open_csv` at `address`: every column with its type and its titles.

    `titles` is what stands in the heading (CSVW compares them); people's titles are `dc:title`.
    `extra` holds what the declaration does not know: licence, rights.
    """
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "datatype": column.datatype,
            "required": not (column.optional or column.many),
            "dc:title": said(column.titles),
            **({"separator": OPEN_SEPARATOR} if column.many else {}),
            **({"lang": column.language} if column.language else {}),
            **({"schema:unitText": column.column.unit} if column.column.unit else {}),
        }
        for column in table.written()
    ]
    schema: dict[str, Any] = {"columns": columns}
    if table.key_name:
        schema["primaryKey"] = table.key_name
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": address,
        "dc:title": said(in_each_language(table.title)),
        "dc:description": said(in_each_language(table.description)),
        **extra,
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ","},
        "tableSchema": schema,
    }
    return json.dumps(described, ensure_ascii=False, indent=1).encode()


def said(texts: Mapping[str, str]) -> list[dict[str, str]]:
    """Return a text in each language as JSON-LD has it."""
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def file_response(table: Table, rows: Iterable[Row], form: Format, name: str) -> HttpResponse:
    """Answer with the table as a file of that name."""
    make = {"csv": to_csv, "xlsx": to_xlsx, "json": to_json}[form]
    return HttpResponse(
        make(table, rows),
        content_type=MEDIA_TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )


def spelled(column: Written, value: Any) -> str:
    """Return a value as text, without what CSV alone needs; empty for what is empty."""
    if _is_empty(value):
        return ""
    if column.many:
        return joined([column.type.spell(item) for item in value])
    return column.type.spell(value)


def joined(items: Sequence[str]) -> str:
    """Write a list into one cell."""
    return SEPARATOR.join(_BARS.sub(r"|\1", item) for item in items)


def divided(text: str) -> list[str]:
    """Read a list from one cell. A bar without blanks around it belongs to an address."""
    parts = (part.strip() for part in _ONE_BAR.split(text))
    return [_BARS.sub(lambda bars: bars[1][1:], part) for part in parts if part]


def escaped(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would compute, or shows where it could not."""
    text = _WITHIN.sub("'", text)
    return f"'{text}" if _needs_apostrophe(text) else text


def unescaped(text: str) -> str:
    """Take off the apostrophes that `escaped` has put, and no other."""
    text = text[1:] if text.startswith("'") and _needs_apostrophe(text[1:]) else text
    return _ESCAPED_WITHIN.sub("", text)


def _needs_apostrophe(text: str) -> bool:
    return bool(_COMPUTED.match(text)) or text.lstrip("'") in workbook.ERRORS


def is_text(column: Written) -> bool:
    """Whether the cells of a column are texts in CSV, which may need an apostrophe."""
    return column.many or isinstance(column.type, Text | Choice)


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, list | tuple) and not value)


def _csv_cell(column: Written, value: Any) -> str:
    text = spelled(column, value)
    return escaped(text) if is_text(column) else text


def _open_cell(column: Written, value: Any) -> str:
    if not column.many:
        return spelled(column, value)
    items = [column.type.spell(item) for item in value or ()]
    if any(OPEN_SEPARATOR in item for item in items):
        raise ValueError(f"{column.name}: an item of this list holds its separator")
    return OPEN_SEPARATOR.join(items)


def _xlsx_cell(column: Written, value: Any) -> Out:
    if column.many:
        return Out(spelled(column, value) or None, "@")
    if _is_empty(value):
        return Out(None, "@" if is_text(column) else "General")
    return column.type.cell(value)


def _json_value(column: Written, value: Any) -> Any:
    if column.many:
        return [_json_scalar(column, item) for item in value or ()]
    return None if _is_empty(value) else _json_scalar(column, value)


def _json_scalar(column: Written, value: Any) -> Any:
    match column.datatype:
        case "boolean":
            return bool(value)
        case "integer":
            return int(value)
        case "decimal":
            return float(value)
    return column.type.spell(value)
