"""Delimited text (RFC 4180) as people save it: by commas, semicolons, tabs or bars.

Pure. Nothing else of the house opens a CSV file.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum

from ligzda.errors import LigzdaError
from ligzda.labels import label

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}

# The length of a cell is limited by the size of the file, which whoever reads it has judged; the
# default of 131,072 characters is less than the border of a municipality has.
csv.field_size_limit(2**31 - 1)

_QUOTED = re.compile('"[^"]*"')
_LOOKED_AT = 10
"""Among so many first rows the heading is looked for: files of offices have a title above it."""


class Unreadable(StrEnum):
    """Why a file as a whole is not a table."""

    UTF_16 = "utf-16"
    NOT_TEXT = "not-text"
    NOT_UTF_8 = "not-utf-8"
    QUOTES = "quotes"
    NOT_A_WORKBOOK = "not-a-workbook"
    TOO_LARGE = "too-large"


class UnreadableError(LigzdaError):
    """The file cannot be read at all: `why`, at which row, with a detail of the reader's own."""

    def __init__(self, why: Unreadable, row: int = 1, detail: str = "") -> None:
        super().__init__(f"{why}, row {row} {detail}".rstrip())
        self.why, self.row, self.detail = why, row, detail


TextRow = tuple[int, int, list[str]]
"""A row: its number as a spreadsheet counts, the line of the file it begins on, its cells."""


def decode(content: bytes) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(Unreadable.UTF_16)
    if (place := content.find(b"\0")) >= 0:
        raise UnreadableError(Unreadable.NOT_TEXT, content.count(b"\n", 0, place) + 1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        detail = f"0x{content[error.start]:02X}"
        raise UnreadableError(Unreadable.NOT_UTF_8, row, detail) from None


def rows(text: str, delimiter: str) -> Iterator[TextRow]:
    """Yield every row, blank ones too. Raises UnreadableError at quotation marks without match."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError(Unreadable.QUOTES, line, str(error)) from None


def records(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a file of the house's own: separated by commas, with a heading."""
    yield from csv.DictReader(io.StringIO(text, newline=""))


def written(lines: Iterable[Sequence[str]]) -> str:
    """Write rows as RFC 4180 has them: commas, CR LF, quotation marks where needed."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    return text.getvalue()


def delimiter_of(text: str, wanted: Collection[str] = ()) -> tuple[str, int]:
    """Find by what a text is separated, and how many first rows are no part of the table.

    Excel may have named the delimiter in a first row `sep=;`. Else it is the one with which all
    rows have as many cells as the heading; where several would do – a heading may hold commas –
    the one by which the `wanted` columns are found.
    """
    first = text[: text.find("\n") if "\n" in text else len(text)].strip("\r\n")
    if first.lower().startswith("sep=") and first[4:] in DELIMITERS:
        return first[4:], 1 + _above(text, first[4:], wanted, skip=1)
    heading = _QUOTED.sub("", next((line for line in _lines(text) if line.strip()), ""))
    counts = {sign: heading.count(sign) for sign in DELIMITERS if sign in heading}
    if len(counts) == 1:
        [(sign, count)] = counts.items()
        # The usual file, and it may be large: one look at how often the sign stands in it.
        if 5 * text.count(sign) >= 4 * count * text.count("\n"):
            return sign, _above(text, sign, wanted)
    # What stands equally often in each row is tried first; `max` keeps the first of equals.
    best = max(DELIMITERS, key=lambda sign: _fits(text, sign, wanted))
    return best, _above(text, best, wanted)


def _lines(text: str) -> Iterator[str]:
    return iter(io.StringIO(text))


def _named(cells: Sequence[str], wanted: Collection[str]) -> bool:
    return set(wanted) <= {label(cell) for cell in cells}


def _above(text: str, delimiter: str, wanted: Collection[str], skip: int = 0) -> int:
    """Return how many rows stand above the heading, which is the first that has all `wanted`."""
    if not wanted:
        return 0
    try:
        for number, _line, cells in rows(text, delimiter):
            if number > _LOOKED_AT:
                break
            if number > skip and _named(cells, wanted):
                return number - 1 - skip
    except UnreadableError:
        pass
    return 0


def _fits(text: str, delimiter: str, wanted: Collection[str]) -> tuple[bool, bool, float, int]:
    widths: Counter[int] = Counter()
    heading: int | None = None
    named = False
    try:
        for number, _line, cells in rows(text, delimiter):
            if not any(cell.strip() for cell in cells):
                continue
            if wanted and not named and number <= _LOOKED_AT and _named(cells, wanted):
                named, heading = True, len(cells)
                widths.clear()
            heading = heading or len(cells)
            widths[len(cells)] += 1
    except UnreadableError:
        return named, False, 0.0, 0
    if heading is None or heading == 1:
        return named, False, 0.0, 1
    return named, len(widths) == 1, widths[heading] / widths.total(), heading
