"""Delimited text as people save it: comma, semicolon or tab, with or without a byte order mark,
decimal points or the decimal commas of Latvian Excel, thousands set off by spaces.

What can be read in two ways is refused, never guessed.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ligzda.evidence import TableError
from ligzda.evidence.errors import nearest
from ligzda.findings.file_faults import FileFault

DELIMITERS = (",", ";", "\t")
MISSING = frozenset({"", "na", "n/a", "nan", "null", ".", "-", "–"})

_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_SPACED = re.compile(r"[+-]?\d{1,3}([ \u00a0\u202f\u2009]\d{3})+([.,]\d*)?", re.ASCII)
_THOUSAND_OR_DECIMAL = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)


@dataclass(frozen=True)
class Delimited:
    """Columns of text, and the line of the file on which each row begins."""

    columns: dict[str, list[str]]
    lines: list[int]
    delimiter: str


def read_text(content: bytes, source: str) -> str:
    """Decode a file; refuses what is not UTF-8, naming the line."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableError(FileFault.UTF_16, source=source)
    if b"\0" in content[:4096]:
        raise TableError(FileFault.NOT_TEXT, source=source)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(
            FileFault.NOT_UTF_8.of(byte=f"{content[error.start]:02X}"),
            source=source,
            row=content.count(b"\n", 0, error.start) + 1,
        ) from None


def read_columns(text: str, source: str, wanted: Iterable[str]) -> Delimited:
    """Read the wanted columns of a text whose first row names its columns."""
    if not text.strip():
        raise TableError(FileFault.EMPTY, source=source)
    delimiter, skip = _delimiter(text)
    rows = _rows(text, delimiter, source)
    for _ in range(skip):
        next(rows)
    header_line, header = next(rows)
    places = _places(
        [name.strip() for name in header], header_line, list(wanted), delimiter, source
    )
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
    return Delimited(
        {name: [row[place].strip() for row in kept] for name, place in places.items()},
        lines,
        delimiter,
    )


def numbers(
    texts: Sequence[str], lines: Sequence[int], column: str, source: str, delimiter: str = ";"
) -> np.ndarray:
    """Read a column of numbers; what is missing becomes NaN.

    Where the file itself is separated by commas, “1,234” may be English for 1234: refused.

    Raises TableError for the first cell that is not a number, or is two.
    """
    try:
        return np.array([float(text) for text in texts if _PLAIN.fullmatch(text) or _refuse()])
    except _NotPlainError:
        pass
    values = np.empty(len(texts))
    commas = points = None
    for place, (text, line) in enumerate(zip(texts, lines, strict=True)):
        if text.lower() in MISSING:
            values[place] = np.nan
            continue
        digits = re.sub(r"[ \u00a0\u202f\u2009]", "", text) if _SPACED.fullmatch(text) else text
        digits = digits.replace("\u2212", "-")
        if "," in digits:
            commas = commas or (line, text)
        elif "." in digits:
            points = points or (line, text)
        if "," in digits and ("." in digits or digits.count(",") > 1):
            raise TableError(
                FileFault.THOUSANDS_AND_DECIMALS.of(text=text),
                source=source,
                column=column,
                row=line,
            )
        if delimiter == "," and _THOUSAND_OR_DECIMAL.fullmatch(digits):
            raise TableError(
                FileFault.THOUSANDS_OR_DECIMALS.of(text=text),
                source=source,
                column=column,
                row=line,
            )
        if not _PLAIN.fullmatch(digits.replace(",", ".")):
            raise TableError(
                _not_a_number(text).of(text=text), source=source, column=column, row=line
            )
        values[place] = float(digits.replace(",", "."))
    if commas and points:
        first, other = sorted((commas, points))
        raise TableError(
            FileFault.MIXED_DECIMALS.of(other=other[1], first=first[1], first2=first[0]),
            source=source,
            column=column,
            row=other[0],
        )
    return values


class _NotPlainError(Exception):
    """The fast way does not do for this column."""


def _refuse() -> bool:
    raise _NotPlainError


def _not_a_number(text: str) -> FileFault:
    if text.endswith("%"):
        return FileFault.PERCENT
    if text.count(".") > 1:
        return FileFault.POINTS
    return FileFault.NOT_A_NUMBER


def _rows(text: str, delimiter: str, source: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line on which it begins (a quoted cell may span lines)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            if row:
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError(
            FileFault.QUOTES.of(detail=str(error)),
            source=source,
            row=line,
        ) from None


def _delimiter(text: str) -> tuple[str, int]:
    """Find the delimiter by the header; Excel may have named it in a first line `sep=;`."""
    first = text[: text.find("\n") if "\n" in text else len(text)].strip("\r\n")
    if first.lower().startswith("sep=") and first[4:] in DELIMITERS:
        return first[4:], 1
    for line in text.splitlines():
        if line.strip():
            bare = re.sub(r'"[^"]*"', "", line)
            return max(DELIMITERS, key=bare.count), 0
    return ",", 0


def _places(
    header: list[str], line: int, wanted: list[str], delimiter: str, source: str
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
            said = FileFault.NO_COLUMN.of(name=name, choice=choice)
            if len(header) == 1:
                said = FileFault.ONE_COLUMN.of(name=name, choice=choice, delimiter=delimiter)
            raise TableError(said, source=source, row=line)
    return {name: seen[name] for name in wanted}
