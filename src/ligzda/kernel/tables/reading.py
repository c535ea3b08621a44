"""Read a file after its declaration: all rows, or every wrong cell with what would do.

Nothing is half-imported: whoever takes rows in gets all of them, or an error that names each cell
by sheet, row, column and value.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.tables import delimited, workbook
from ligzda.kernel.tables.declaration import Row, Table, Written
from ligzda.kernel.tables.delimited import Unreadable, UnreadableError
from ligzda.kernel.tables.numbers import NotRead, NumberFault, plain_numbers
from ligzda.kernel.tables.types import Number, Share, WrongValueError, shown
from ligzda.kernel.tables.workbook import NotComputed, Raw
from ligzda.kernel.tables.writing import divided, is_text, unescaped
from ligzda.labels import MISSING, label

_MOST_SHOWN = 60
"""Characters of a wrong value: enough to find it by."""

_BY = {
    ",": gettext_lazy("commas"),
    ";": gettext_lazy("semicolons"),
    "\t": gettext_lazy("tabs"),
    "|": gettext_lazy("vertical bars"),
}


@dataclass(frozen=True)
class WrongCell:
    """Why a file cannot be taken in: where, as the spreadsheet counts, what, and what would do."""

    row: int
    column: str
    problem: str
    remedy: str = ""
    value: str = ""
    sheet: str = ""

    @property
    def where(self) -> str:
        """The place in words."""
        given = {"sheet": self.sheet, "row": self.row, "column": self.column}
        if self.sheet and self.column:
            return _("Sheet “%(sheet)s”, row %(row)s, column “%(column)s”") % given
        if self.sheet:
            return _("Sheet “%(sheet)s”, row %(row)s") % given
        if self.column:
            return _("Row %(row)s, column “%(column)s”") % given
        return _("Row %(row)s") % given

    @property
    def words(self) -> str:
        """What is wrong and what would do."""
        return f"{self.problem} {self.remedy}".rstrip()

    def __str__(self) -> str:
        return f"{self.where}: {self.words}"


class WrongCellsError(BadDataError):
    """The file cannot be taken in; `cells` names everything that is wrong with it."""

    def __init__(self, cells: Sequence[WrongCell]) -> None:
        super().__init__("\n".join(str(cell) for cell in cells))
        self.cells = tuple(cells)


@dataclass(frozen=True)
class ReadRow:
    """A row of a file whose cells are all values of their types."""

    number: int
    values: Row


Check = Callable[[Row], Iterable[tuple[str, str, str]]]
"""What a room knows besides the types: gives (column, problem, remedy) for what is wrong."""


@dataclass(frozen=True)
class Found:
    """All that a file holds: the good rows, and every wrong cell."""

    rows: Sequence[ReadRow]
    wrong: Sequence[WrongCell]


@dataclass(frozen=True)
class _Grid:
    """The cells of a file, before anything is known of their types."""

    sheet: str
    heading_row: int
    heading: list[str]
    rows: list[tuple[int, list[Raw]]]
    separated_by: str = ""


@dataclass
class _Reader:
    table: Table
    grid: _Grid
    wrong: list[WrongCell] = field(default_factory=list)

    def refuse(
        self, row: int, column: str, problem: str, remedy: str = "", raw: Raw = None
    ) -> None:
        value = shown(raw)
        value = value if len(value) <= _MOST_SHOWN else f"{value[:_MOST_SHOWN]}…"
        self.wrong.append(WrongCell(row, column, problem, remedy, value, self.grid.sheet))


def read(table: Table, name: str, content: bytes, check: Check | None = None) -> Sequence[ReadRow]:
    """Return the rows of a file, XLSX by the end of its name, else CSV. Raises WrongCellsError."""
    found = look_into(table, name, content, check)
    if found.wrong:
        raise WrongCellsError(found.wrong)
    return found.rows


def look_into(table: Table, name: str, content: bytes, check: Check | None = None) -> Found:
    """Return what a file holds, good and wrong; the wrong cells in the order of the file."""
    try:
        xlsx = name.lower().endswith(".xlsx")
        grid = _from_workbook(table, content) if xlsx else _from_text(table, content)
    except UnreadableError as refused:
        return Found((), (_unreadable(refused),))
    reader = _Reader(table, grid)
    columns = _columns(reader)
    if reader.wrong:
        return Found((), reader.wrong)
    values: dict[int, dict[str, Any]] = {number: {} for number, _cells in grid.rows}
    for place, column in columns.items():
        _read_column(reader, place, column, values)
    order = {column.name: place for place, column in columns.items()}
    named = {(cell.row, cell.column) for cell in reader.wrong}
    _refuse_twice(reader, values)
    for number, cells in grid.rows:
        for at, problem, remedy in check(values[number]) if check else ():
            # A cell that is wrong by its type has been named already.
            if (number, at) not in named:
                place = order.get(at, len(cells))
                raw = cells[place] if place < len(cells) else None
                reader.refuse(number, at, problem, remedy, raw)
    wrong = sorted(reader.wrong, key=lambda cell: (cell.row, order.get(cell.column, -1)))
    bad = {cell.row for cell in wrong}
    return Found(
        [ReadRow(number, row) for number, row in values.items() if number not in bad], wrong
    )


def _unreadable(error: UnreadableError) -> WrongCell:
    remedies = {
        Unreadable.UTF_16: _("this is not UTF-8 text; save the file as “CSV UTF-8”."),
        Unreadable.NOT_UTF_8: _("this is not UTF-8 text; save the file as “CSV UTF-8”."),
        Unreadable.NOT_TEXT: _("this is not a text file."),
        Unreadable.QUOTES: _("the quotation marks do not match, from this row on."),
        Unreadable.NOT_A_WORKBOOK: _("this is not an XLSX workbook; export one and fill it in."),
        Unreadable.TOO_LARGE: _("the workbook is too large."),
    }
    return WrongCell(error.row, "", remedies[error.why])


def _from_text(table: Table, content: bytes) -> _Grid:
    text = delimited.decode(content)
    wanted = [each.name for each in table.written() if not each.column.absent]
    delimiter, skip = delimited.delimiter_of(text, wanted)
    texts = {each.name for each in table.written() if is_text(each)}
    lines = [
        (number, cells)
        for number, _line, cells in delimited.rows(text, delimiter)
        if number > skip and any(cell.strip() for cell in cells)
    ]
    if not lines:
        return _Grid("", 1, [], [])
    (heading_row, first), *rest = lines
    heading = [label(cell) for cell in first]
    with_apostrophes = [name in texts for name in heading]
    width = len(heading)
    found: list[tuple[int, list[Raw]]] = []
    for number, line in rest:
        row: list[Raw] = [
            _csv_cell(cell.strip(), place < width and with_apostrophes[place])
            for place, cell in enumerate(line)
        ]
        found.append((number, row))
    return _Grid("", heading_row, heading, found, delimiter)


def _csv_cell(cell: str, with_apostrophe: bool) -> Raw:
    """Read a cell: an error that a spreadsheet left is one, with an apostrophe it is a text."""
    if cell in workbook.ERRORS:
        return NotComputed(cell)
    return unescaped(cell) if with_apostrophe else cell


def _from_workbook(table: Table, content: bytes) -> _Grid:
    sheet = workbook.read_sheet(content, table.slug, table.most_rows + 1)
    if not sheet.rows:
        return _Grid(sheet.title, 1, [], [])
    wanted = {each.name for each in table.written() if not each.column.absent}
    lines = sheet.rows
    for above, (_number, cells) in enumerate(lines[:10]):
        if wanted <= {label(shown(cell)) for cell in cells}:
            lines = lines[above:]
            break
    (heading_row, first), *rest = lines
    heading = [label(shown(cell)) for cell in first]
    rows: list[tuple[int, list[Raw]]] = [
        (number, [cell.strip() if isinstance(cell, str) else cell for cell in cells])
        for number, cells in rest
    ]
    return _Grid(sheet.title, heading_row, heading, rows)


def _columns(reader: _Reader) -> dict[int, Written]:
    """Return the declared columns by their places; refuse a heading that does not fit."""
    table, grid = reader.table, reader.grid
    declared = {each.name: each for each in table.written()}
    if not grid.heading:
        reader.refuse(1, "", _("the file is empty."))
        return {}
    row, heading = grid.heading_row, grid.heading
    for name, count in Counter(filter(None, heading)).items():
        if name in declared and count > 1:
            reader.refuse(row, name, _("this column stands twice."))
        elif name not in declared and table.closed:
            words = _("this column is not known. Known: %(columns)s.")
            known = words % {"columns": ", ".join(declared)}
            if meant := get_close_matches(name, list(declared), n=1):
                known = _("Did you mean “%(name)s”?") % {"name": meant[0]} + f" {known}"
            reader.refuse(row, name, known)
    missing = [each.name for each in declared.values() if not each.column.absent]
    for name in missing:
        if name not in heading:
            by = ""
            if grid.separated_by:
                by = _("The file was read as separated by %(signs)s.") % {
                    "signs": _BY[grid.separated_by]
                }
            reader.refuse(row, name, _("this column is missing."), by)
    _refuse_stray(reader)
    if len(grid.rows) > table.most_rows:
        number = grid.rows[table.most_rows][0]
        words = _("more than %(most)s rows; divide the file.") % {
            "most": number_format(table.most_rows)
        }
        reader.refuse(number, "", words)
    return {place: declared[name] for place, name in enumerate(heading) if name in declared}


def _refuse_stray(reader: _Reader) -> None:
    """Refuse a cell where the heading has none, and in text a row that ends too early."""
    heading = reader.grid.heading
    named = len(heading)
    for number, cells in reader.grid.rows:
        if any(
            cell not in ("", None) and (place >= named or not heading[place])
            for place, cell in enumerate(cells)
        ):
            words = _("there is a cell without a column heading; is a comma not in quotes?")
            reader.refuse(number, "", words)
        elif reader.grid.separated_by and len(cells) < named:
            words = _("cells in the row: %(cells)s, in the heading: %(named)s.")
            reader.refuse(number, "", words % {"cells": len(cells), "named": named})


def _read_column(
    reader: _Reader, place: int, column: Written, values: Mapping[int, dict[str, Any]]
) -> None:
    """Read one column: numbers by what the whole column decides, the rest cell by cell."""
    numbers = [number for number, _cells in reader.grid.rows]
    raws: list[Raw] = [
        cells[place] if place < len(cells) else None for _number, cells in reader.grid.rows
    ]
    settled: Sequence[Raw | NotRead] = raws
    if isinstance(column.type, Number) and not column.many:
        settled = _settled(column.type, raws, reader.grid.separated_by)
    for number, raw, cell in zip(numbers, raws, settled, strict=True):
        if isinstance(cell, NotRead):
            problem, remedy = _said(cell, numbers)
            reader.refuse(number, column.name, problem, remedy, raw)
            continue
        if isinstance(cell, NotComputed):
            problem = _("the spreadsheet could not compute this cell.")
            reader.refuse(number, column.name, problem, _("Correct it there."), raw)
            continue
        if cell is None or cell == "" or (not is_text(column) and _is_missing(cell)):
            if not column.optional:
                reader.refuse(number, column.name, _("this cell must not be empty."))
            values[number][column.name] = () if column.many else None
            continue
        try:
            if column.many:
                parts = divided(shown(cell))
                values[number][column.name] = tuple(column.type.read(part) for part in parts)
            else:
                values[number][column.name] = column.type.read(cell)
        except WrongValueError as wrong:
            reader.refuse(number, column.name, wrong.problem, wrong.remedy, raw)


def _is_missing(cell: Raw) -> bool:
    return isinstance(cell, str) and cell.lower() in MISSING


def _settled(kind: Number, raws: Sequence[Raw], separated_by: str) -> list[Raw | NotRead]:
    """Spell the texts of a column of numbers plainly; typed cells stay as they are."""
    places = [place for place, raw in enumerate(raws) if isinstance(raw, str)]
    texts = [label(str(raws[place])) for place in places]
    percents = [isinstance(kind, Share) and text.endswith("%") for text in texts]
    bare = [
        text[:-1].rstrip() if percent else text
        for text, percent in zip(texts, percents, strict=True)
    ]
    found: list[Raw | NotRead] = list(raws)
    for place, percent, spelled in zip(
        places, percents, plain_numbers(bare, separated_by=separated_by), strict=True
    ):
        if isinstance(spelled, str) and percent:
            # A percent sign moves the point by two places, exactly.
            found[place] = f"{spelled}e-2"
        elif isinstance(spelled, NotRead):
            found[place] = replace(spelled, text=str(raws[place]))
        else:
            found[place] = spelled
    for place, text in zip(places, texts, strict=True):
        if text in workbook.ERRORS:
            found[place] = NotComputed(text)
    return found


def _said(cell: NotRead, numbers: Sequence[int]) -> tuple[str, str]:
    """Return what is wrong with a number, and what would do."""
    given = {"text": cell.text}
    match cell.fault:
        case NumberFault.TWO_SIGNS:
            return (
                _("“%(text)s” has signs for thousands as well as for decimals.") % given,
                _("Write the number without thousands signs, 1234,5 or 1234.5."),
            )
        case NumberFault.THOUSANDS_OR_DECIMALS:
            plain = cell.text.replace(cell.sign, "")
            words = _("“%(text)s” can be %(plain)s or %(decimal)s: the sign “%(sign)s” can set off "
                      "thousands or decimals.")  # fmt: skip
            decimal = cell.text.replace(cell.sign, "," if cell.sign == "." else ".")
            return (
                words % {**given, "plain": plain, "decimal": decimal, "sign": cell.sign},
                _("Write thousands without a sign."),
            )
        case NumberFault.MIXED:
            return (
                _("decimal commas and decimal points are mixed; row %(row)s has the other sign.")
                % {"row": numbers[cell.other]},
                _("Use one of them in the whole column."),
            )
    return _("“%(text)s” is not a number.") % given, ""


def _refuse_twice(reader: _Reader, values: Mapping[int, Mapping[str, Any]]) -> None:
    key = reader.table.key_name
    seen: dict[Any, int] = {}
    for number, row in values.items():
        code = row.get(key)
        if not key or code is None:
            continue
        if code in seen:
            words = _("“%(code)s” stands in row %(row)s already.")
            reader.refuse(number, key, words % {"code": code, "row": seen[code]}, raw=str(code))
        seen.setdefault(code, number)
