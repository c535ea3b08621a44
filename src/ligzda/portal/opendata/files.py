"""A data set as CSV (RFC 4180, UTF-8), and its description after W3C's CSV on the Web."""

import io
import json
from typing import Any

from defusedcsv import csv

from ligzda.portal.opendata.columns import Cell, Dataset, in_both
from ligzda.portal.opendata.datasets import LICENCE, LICENCE_NOTE

SEPARATOR = "|"


def to_csv(dataset: Dataset) -> bytes:
    """Give the rows as CSV; a text that a spreadsheet would compute is quoted by defusedcsv."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    names = [column.name for column in dataset.written()]
    writer.writerow(names)
    for row in dataset.rows():
        writer.writerow([_text(row[name]) for name in names])
    return out.getvalue().encode()


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return SEPARATOR.join(value)
    return str(value)


def to_csvw(dataset: Dataset, address: str) -> bytes:
    """Describe the CSV at `address`: every column with its type and its title in both languages.

    `titles` is what stands in the header (CSVW compares them); people's titles are `dc:title`.
    """
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "datatype": column.datatype,
            "required": not (column.optional or column.many),
            "dc:title": _said(column.titles),
            **({"separator": SEPARATOR} if column.many else {}),
            **({"lang": column.language} if column.language else {}),
        }
        for column in dataset.written()
    ]
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": address,
        "dc:title": _said(in_both(dataset.title)),
        "dc:description": _said(in_both(dataset.description)),
        "dc:license": {"@id": LICENCE},
        "dc:rights": _said(in_both(LICENCE_NOTE)),
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ","},
        "tableSchema": {"columns": columns, "primaryKey": columns[0]["name"]},
    }
    return json.dumps(described, ensure_ascii=False, indent=1).encode()


def _said(texts: Any) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in texts.items()]
