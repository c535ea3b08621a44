"""The columns of a large delimited file that a plan names, by the rules of `kernel.tables`.

How a file is split, which texts are one label and how numbers are written is said there; here is
what makes a million rows cheap: columns instead of cells, and a short way for plain numbers.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ligzda.evidence import TableError
from ligzda.evidence.codes import Remark
from ligzda.evidence.errors import nearest
from ligzda.evidence.faults import Fault
from ligzda.findings.file_faults import FileFault
from ligzda.kernel.tables import delimited
from ligzda.kernel.tables.delimited import Unreadable, UnreadableError
from ligzda.kernel.tables.numbers import PLAIN, NotRead, NumberFault, plain_numbers, undecided
from ligzda.labels import label


@dataclass(frozen=True)
class Delimited:
    """Columns of text, and the line of the file on which each row begins."""

    columns: dict[str, list[str]]
    lines: list[int]
    delimiter: str


def read_text(content: bytes, source: str) -> str:
    """Decode a file; refuses what is not UTF-8, naming the line."""
    try:
        return delimited.decode(content)
    except UnreadableError as error:
        raise _unreadable(error, source) from None


def read_columns(
    text: str,
    source: str,
    wanted: Iterable[str],
    made: Collection[str] = (),
    absent: FileFault = FileFault.NO_COLUMN,
) -> Delimited:
    """Read the wanted columns of a text whose first row names its columns.

    None of them may be called like one that is `made` of the others. `absent` says that one is not
    there.
    """
    if not text.strip():
        raise TableError(FileFault.EMPTY, source=source)
    names = list(wanted)
    delimiter, skip = delimited.delimiter_of(text, names)
    rows = _rows(text, delimiter, source, skip)
    header_line, header = next(rows)
    named = [label(name) for name in header]
    refuse_taken(named, made, source)
    places = _places(named, header_line, names, delimiter, source, absent)
    kept: list[list[str]] = []
    lines: list[int] = []
    width = len(header)
    for line, row in rows:
        if len(row) != width:
            if not any(cell.strip() for cell in row):
                continue
            raise TableError(
                FileFault.WIDTH.of(row=len(row), width=width),
                source=source,
                row=line,
            )
        kept.append(row)
        lines.append(line)
    # Spreadsheets leave rows of nothing but delimiters behind.
    filled = [any(cell and not cell.isspace() for cell in row) for row in kept]
    if not all(filled):
        kept = [row for row, good in zip(kept, filled, strict=True) if good]
        lines = [line for line, good in zip(lines, filled, strict=True) if good]
    if not kept:
        raise TableError(FileFault.ONLY_HEADER, source=source)
    columns = {name: [row[place].strip() for row in kept] for name, place in places.items()}
    if not text.isascii():
        columns = {name: _labels(column) for name, column in columns.items()}
    return Delimited(columns, lines, delimiter)


def refuse_taken(columns: Iterable[str], made: Collection[str], source: str) -> None:
    """Refuse a file that has a column of the name of one that is made."""
    for name in columns:
        if name in made:
            raise TableError(Fault.INTERVAL_TAKEN, source=source, column=name)


def _labels(texts: list[str]) -> list[str]:
    """Make texts that look alike one text; each spelling is looked at once."""
    if all(map(str.isascii, texts)):
        return texts
    labels = {text: label(text) for text in set(texts)}
    return [labels[text] for text in texts]


def numbers(
    texts: Sequence[str], lines: Sequence[int], column: str, source: str, delimiter: str = ";"
) -> np.ndarray:
    """Read a column of numbers; what is missing becomes NaN.

    Raises TableError for the first cell that is not a number, or is two.
    """
    try:
        plain = np.array([float(text) for text in texts if PLAIN.fullmatch(text) or _refuse()])
        if not undecided(texts, ".", separated_by=delimiter):
            return plain
    except _NotPlainError:
        pass
    values = np.empty(len(texts))
    for place, cell in enumerate(plain_numbers(texts, separated_by=delimiter)):
        if isinstance(cell, NotRead):
            said = _not_read(cell, texts, lines)
            raise TableError(said, source=source, column=column, row=lines[place])
        values[place] = np.nan if cell is None else float(cell)
    return values


class _NotPlainError(Exception):
    """The fast way does not do for this column."""


def _refuse() -> bool:
    raise _NotPlainError


def _not_read(cell: NotRead, texts: Sequence[str], lines: Sequence[int]) -> Remark:
    text = cell.text
    match cell.fault:
        case NumberFault.TWO_SIGNS:
            return FileFault.THOUSANDS_AND_DECIMALS.of(text=text)
        case NumberFault.THOUSANDS_OR_DECIMALS:
            whole, decimal = text.replace(cell.sign, ""), text.replace(cell.sign, ".")
            return FileFault.THOUSANDS_OR_DECIMALS.of(
                text=text, sign=cell.sign, whole=whole, decimal=decimal
            )
        case NumberFault.MIXED:
            first = texts[cell.other]
            return FileFault.MIXED_DECIMALS.of(other=text, first=first, first2=lines[cell.other])
    return (FileFault.PERCENT if text.endswith("%") else FileFault.NOT_A_NUMBER).of(text=text)


def _unreadable(error: UnreadableError, source: str) -> TableError:
    match error.why:
        case Unreadable.UTF_16:
            return TableError(FileFault.UTF_16, source=source)
        case Unreadable.NOT_UTF_8:
            byte = error.detail.removeprefix("0x")
            return TableError(FileFault.NOT_UTF_8.of(byte=byte), source=source, row=error.row)
        case Unreadable.QUOTES:
            said = FileFault.QUOTES.of(detail=error.detail)
            return TableError(said, source=source, row=error.row)
    return TableError(FileFault.NOT_TEXT, source=source)


def _rows(text: str, delimiter: str, source: str, skip: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each row but the first `skip` with the line on which it begins."""
    try:
        for number, line, cells in delimited.rows(text, delimiter):
            if cells and number > skip:
                yield line, cells
    except UnreadableError as error:
        raise _unreadable(error, source) from None


def _places(
    header: list[str],
    line: int,
    wanted: list[str],
    delimiter: str,
    source: str,
    absent: FileFault,
) -> dict[str, int]:
    seen: dict[str, int] = {}
    for place, name in enumerate(header):
        if name and name in seen:
            raise TableError(
                FileFault.COLUMN_TWICE.of(seen=seen[name] + 1, place=place + 1),
                source=source,
                column=name,
                row=line,
            )
        seen[name] = place
    for name in wanted:
        if name not in seen:
            choice = nearest(name, [known for known in seen if known])
            by = "TAB" if delimiter == "\t" else delimiter
            said = absent.of(name=name, choice=choice, delimiter=by)
            raise TableError(said, source=source, row=line)
    return {name: seen[name] for name in wanted}
