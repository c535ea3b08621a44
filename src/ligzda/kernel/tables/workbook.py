"""XLSX workbooks as they are, not as they say they are. Nothing else of the house opens one.

openpyxl is imported where one is opened: every start of the house would wait for it.
"""

import datetime
import io
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.tables.delimited import Unreadable, UnreadableError

MOST_UNPACKED = 50_000_000
"""A workbook is a ZIP file: a few kilobytes can hold gigabytes (our limit, in bytes)."""
MOST_TAGS, MOST_TAGS_OF_A_SHEET = 200_000, 800_000
"""In a part: the strings that cells share are made one by one, a sheet is read twice (our limits:
some 50,000 strings, 200,000 cells)."""
MOST_CELLS = 1_000_000
"""The blank ones between count: what stands in the last column of a row makes 16,384 of it."""
MOST_CHARACTERS = 32_767
"""In a cell: what XLSX can hold."""

ERRORS = frozenset(
    {
        "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!",
        "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#GETTING_DATA",
    }
)  # fmt: skip
"""What a spreadsheet shows where it could not compute; a CSV file has them as plain text."""


@dataclass(frozen=True, slots=True)
class NotComputed:
    """A cell without a value: an error, or a formula that nothing has computed yet."""

    shown: str


Raw = str | bool | int | float | Decimal | datetime.datetime | datetime.date | NotComputed | None
"""A cell as a file has it: text alone in CSV, values with types in a workbook."""


@dataclass(frozen=True)
class Sheet:
    """The sheet that was read: rows with the numbers that the spreadsheet shows; blank ones not."""

    title: str
    rows: list[tuple[int, list[Raw]]]


@dataclass(frozen=True, slots=True)
class Out:
    """A cell to be written: its value, and how a spreadsheet shows it."""

    value: str | bool | int | Decimal | datetime.date | None
    shown_as: str = "General"


def read_sheet(content: bytes, title: str, most_rows: int) -> Sheet:
    """Read the sheet of that title, or the first: every cell, whatever size the file states.

    Reads no more than `most_rows` filled rows and one. Raises UnreadableError.
    """
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise UnreadableError(Unreadable.TOO_LARGE)
            for part in packed.infolist():
                most = MOST_TAGS_OF_A_SHEET if "worksheets/" in part.filename else MOST_TAGS
                if part.file_size > most and packed.read(part).count(b"<") > most:
                    raise UnreadableError(Unreadable.TOO_LARGE)
        formulas = _cells(content, title, most_rows, values=False)[1]
        name, values = _cells(content, title, most_rows, values=True)
    # What openpyxl lets through of a file that is a ZIP, but no workbook.
    except (
        BadZipFile, InvalidFileException, ParseError, KeyError, IndexError, TypeError,
        ValueError, AttributeError, OSError, EOFError, NotImplementedError, zlib.error,
    ):  # fmt: skip
        raise UnreadableError(Unreadable.NOT_A_WORKBOOK) from None
    for number, cells in formulas.items():
        for place, cell in enumerate(cells):
            formula = isinstance(cell, NotComputed) and cell.shown.startswith("=")
            if formula and values.get(number, [None])[place : place + 1] in ([], [None]):
                known = values.setdefault(number, [])
                known += [None] * (place + 1 - len(known))
                known[place] = cell
    return Sheet(name, sorted(values.items()))


def _cells(
    content: bytes, title: str, most_rows: int, *, values: bool
) -> tuple[str, dict[int, list[Raw]]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=values)
    try:
        sheet = book[title] if title in book.sheetnames else book.worksheets[0]
        # Else openpyxl stops where the file says that it ends; WPS says A1.
        sheet.reset_dimensions()
        found: dict[int, list[Raw]] = {}
        seen = 0
        for number, line in enumerate(sheet.iter_rows(), start=1):
            seen += len(line)
            if seen > MOST_CELLS:
                raise UnreadableError(Unreadable.TOO_LARGE)
            cells = [_raw(cell) for cell in line]
            if any(cell is not None for cell in cells):
                found[number] = cells
                if len(found) > most_rows + 1:
                    break
        return sheet.title, found
    finally:
        book.close()


def _raw(cell: object) -> Raw:
    value: Raw = cell.value  # type: ignore[attr-defined]
    kind = getattr(cell, "data_type", "n")
    if kind == "e":
        return NotComputed(str(value))
    if kind == "f":
        return NotComputed(value if isinstance(value, str) else "=…")
    if isinstance(value, datetime.time | datetime.timedelta):
        return str(value)
    return None if isinstance(value, str) and not value.strip() else value


def write_sheet(title: str, heading: Sequence[str], lines: Iterable[Sequence[Out]]) -> bytes:
    """Write a workbook of one sheet; a text is a text there, never a formula."""
    return write_sheets([(title, heading, lines)])


def write_sheets(
    sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Out]]]],
) -> bytes:
    """Write a workbook of several sheets: title, heading and lines of each."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for title, heading, lines in sheets:
        sheet = book.create_sheet(title[:31])
        sheet.freeze_panes = "B2"
        sheet.append([_made(sheet, Out(name, "@"), bold=True) for name in heading])
        for line in lines:
            sheet.append([_made(sheet, out) for out in line])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _made(sheet: Any, out: Out, *, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if isinstance(out.value, str) and len(out.value) > MOST_CHARACTERS:
        raise BadDataError(too_long(out.value))
    made = WriteOnlyCell(sheet, value=out.value)
    made.number_format = out.shown_as
    if bold:
        made.font = Font(bold=True)
    if isinstance(out.value, str):
        made.data_type = "s"
    return made


def too_long(text: str) -> str:
    """Return the sentence for a text that no XLSX cell holds."""
    from django.utils.translation import gettext as _

    return _("“%(begin)s…” is longer than a cell of XLSX can be; export CSV.") % {
        "begin": text[:40]
    }
