"""The practice library as a spreadsheet: what is exported can be imported again, and back.

Both formats have the same columns. A file is read whole before anything is written: errors name
row and column, all of them at once, and then nothing is imported.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

import defusedcsv.csv as defused
from django.db import transaction
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException

from ligzda.blueprints import actions, queries
from ligzda.blueprints.actions import PracticeFacts, Text
from ligzda.blueprints.models import CODE, Practice
from ligzda.blueprints.queries import known_levels
from ligzda.kernel.errors import BadDataError
from ligzda.network.models import User

COLUMNS = (
    "code",
    "name_lv",
    "name_en",
    "country",
    "fact_lv",
    "fact_en",
    "status",
    "sources",
)
SEPARATOR = " | "
MOST_ROWS = 2000
# A workbook is a ZIP file: a few kilobytes can hold gigabytes (our limit).
MOST_UNPACKED = 50_000_000
# What defusedcsv puts an apostrophe before, so that no spreadsheet takes a text for a formula.
RISKY = ("@", "+", "-", "=", "|", "%")


@dataclass(frozen=True)
class Problem:
    """Why a file cannot be imported: the row as the spreadsheet counts it, and the column."""

    row: int
    column: str
    words: str

    def __str__(self) -> str:
        if not self.column:
            return _("Row %(row)s: %(words)s") % {"row": self.row, "words": self.words}
        return _("Row %(row)s, column “%(column)s”: %(words)s") % {
            "row": self.row,
            "column": self.column,
            "words": self.words,
        }


class ImportRefusedError(BadDataError):
    """The file cannot be imported; `problems` says where. Nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Imported:
    """How many practices a file added, changed and left as they were."""

    added: int
    changed: int
    same: int


def _header() -> list[str]:
    return [*COLUMNS, *(factor.code for factor in queries.factors())]


def _lines() -> list[list[str]]:
    header = _header()
    lines = []
    rows = Practice.objects.prefetch_related("levels__factor", "levels__level").order_by("code")
    for row in rows:
        levels = {known.factor.code: known.level.code for known in row.levels.all()}
        plain = {
            "sources": SEPARATOR.join(row.sources),
            **{name: getattr(row, name) for name in COLUMNS if name != "sources"},
        }
        lines.append([plain.get(name, levels.get(name, "")) for name in header])
    return lines


def to_csv() -> bytes:
    """Return the library as CSV, UTF-8 with a mark by which Excel knows it."""
    text = io.StringIO()
    writer = defused.writer(text)
    writer.writerow(_header())
    writer.writerows(_lines())
    return text.getvalue().encode("utf-8-sig")


def to_xlsx() -> bytes:
    """Return the library as XLSX; every cell is text, so that nothing is taken for a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("practices")
    sheet.freeze_panes = "B2"

    def cells(line: Iterable[str], bold: bool = False) -> list[WriteOnlyCell]:
        found = []
        for value in line:
            cell = WriteOnlyCell(sheet, value=value)
            cell.data_type = "s"
            if bold:
                cell.font = Font(bold=True)
            found.append(cell)
        return found

    sheet.append(cells(_header(), bold=True))
    for line in _lines():
        sheet.append(cells(line))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(name: str, content: bytes) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a file with their numbers. Raises ImportRefusedError."""
    lines = _read_xlsx(content) if name.lower().endswith(".xlsx") else _read_csv(content)
    if not lines:
        raise ImportRefusedError([Problem(1, "", _("the file is empty."))])
    (_first, header), *rest = lines
    expected = _header()
    if unknown := [column for column in header if column and column not in expected]:
        words = _("this column is not known. Known: %(columns)s.") % {
            "columns": ", ".join(expected)
        }
        raise ImportRefusedError([Problem(1, column, words) for column in unknown])
    if twice := [column for column, count in Counter(header).items() if column and count > 1]:
        words = _("this column stands twice.")
        raise ImportRefusedError([Problem(1, column, words) for column in twice])
    if missing := [column for column in COLUMNS if column not in header]:
        raise ImportRefusedError(
            [Problem(1, column, _("this column is missing.")) for column in missing]
        )
    if stray := [number for number, line in rest if _stray(header, line)]:
        words = _("there is a cell without a column heading; is a comma not in quotes?")
        raise ImportRefusedError([Problem(number, "", words) for number in stray])
    if len(rest) > MOST_ROWS:
        words = _("more than %(most)s rows; divide the file.") % {"most": MOST_ROWS}
        raise ImportRefusedError([Problem(MOST_ROWS + 2, "", words)])
    return [(number, dict(zip(header, line, strict=False))) for number, line in rest if any(line)]


def _stray(header: Sequence[str], line: Sequence[str]) -> bool:
    """Whether a line has text where the header has none: it would be lost."""
    named = len(header)
    return any(cell and (place >= named or not header[place]) for place, cell in enumerate(line))


def _read_csv(content: bytes) -> list[tuple[int, list[str]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        words = _("this is not UTF-8 text; save the file as “CSV UTF-8”.")
        raise ImportRefusedError([Problem(row, "", words)]) from None
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        raise ImportRefusedError([Problem(row, "", _("this is not a text file."))])
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        # Rows as a spreadsheet counts them: a cell of several lines is one row.
        return [
            (number, [_unescaped(cell.strip()) for cell in line])
            for number, line in enumerate(reader, start=1)
        ]
    except csv.Error as error:
        raise ImportRefusedError([Problem(reader.line_num, "", str(error))]) from None


def _unescaped(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell


def _read_xlsx(content: bytes) -> list[tuple[int, list[str]]]:
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise ImportRefusedError([Problem(1, "", _("the workbook is too large."))])
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        lines = []
        for number, line in enumerate(sheet.iter_rows(values_only=True), start=1):
            if number > MOST_ROWS + 2:
                break
            lines.append((number, ["" if cell is None else str(cell).strip() for cell in line]))
    except ImportRefusedError:
        raise
    # What openpyxl lets through of a file that is a ZIP, but no workbook.
    except (
        BadZipFile, InvalidFileException, ParseError, KeyError, IndexError, TypeError,
        ValueError, OSError,
    ):  # fmt: skip
        words = _("this is not an XLSX workbook; export one and fill it in.")
        raise ImportRefusedError([Problem(1, "", words)]) from None
    return lines


def take_in(*, by: User, name: str, content: bytes) -> Imported:
    """Import a file: new codes are added, known ones changed, the rest of the library stays.

    Raises ImportRefusedError with every problem found; then nothing is written.
    """
    rows = read(name, content)
    problems: list[Problem] = []
    given: list[PracticeFacts] = []
    levels = {factor.code: [x.code for x in factor.levels] for factor in queries.factors()}
    seen: dict[str, int] = {}
    for number, row in rows:
        found = list(_problems(number, row, levels, seen))
        problems += found
        if not found:
            given.append(_facts(row, levels))
    if problems:
        raise ImportRefusedError(problems)
    there = {row.code: row for row in Practice.objects.all()}
    added = changed = 0
    with transaction.atomic():
        for facts_given in given:
            practice = there.get(facts_given.code)
            if practice is None:
                actions.add_practice(by=by, facts_given=facts_given)
                added += 1
            elif _of(practice) != facts_given:
                actions.edit_practice(by=by, practice=practice, facts_given=facts_given)
                changed += 1
    return Imported(added, changed, len(given) - added - changed)


def _problems(
    number: int, row: Mapping[str, str], levels: Mapping[str, Sequence[str]], seen: dict[str, int]
) -> Iterable[Problem]:
    for column in COLUMNS:
        if not row.get(column):
            yield Problem(number, column, _("this cell must not be empty."))
    code = row.get("code", "")
    if code and not re.fullmatch(CODE, code):
        words = _("small letters a–z, figures and _ only, a letter first, at most 40.")
        yield Problem(number, "code", words)
    if code in seen:
        words = _("“%(code)s” stands in row %(row)s already.") % {"code": code, "row": seen[code]}
        yield Problem(number, "code", words)
    seen.setdefault(code, number)
    country = row.get("country", "")
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        yield Problem(number, "country", _("two capital letters, such as LV; EU for several."))
    if row.get("status") and row["status"] not in ("seen", "recalled"):
        yield Problem(number, "status", _("either “seen” or “recalled”."))
    for column in ("name_lv", "name_en"):
        if len(row.get(column, "")) > 200:
            yield Problem(number, column, _("at most 200 characters."))
    if any(len(source) > 300 for source in _sources(row.get("sources", ""))):
        yield Problem(number, "sources", _("each source has at most 300 characters."))
    for factor, allowed in levels.items():
        value = row.get(factor, "")
        if value and value not in allowed:
            words = _("“%(value)s” is not a level. Levels: %(allowed)s.") % {
                "value": value,
                "allowed": ", ".join(allowed),
            }
            yield Problem(number, factor, words)


def _sources(cell: str) -> list[str]:
    """Return the sources of a cell. A bar without blanks around it belongs to an address."""
    return [part.strip() for part in re.split(r"(?:^|\s)\|(?:\s|$)", cell) if part.strip()]


def _facts(row: Mapping[str, str], levels: Mapping[str, Sequence[str]]) -> PracticeFacts:
    return PracticeFacts(
        code=row["code"],
        name=Text(lv=row["name_lv"], en=row["name_en"]),
        country=row["country"],
        fact=Text(lv=row["fact_lv"], en=row["fact_en"]),
        status=row["status"],
        sources=_sources(row["sources"]),
        levels={factor: row[factor] for factor in levels if row.get(factor)},
    )


def _of(practice: Practice) -> PracticeFacts:
    return PracticeFacts(
        code=practice.code,
        name=Text(lv=practice.name_lv, en=practice.name_en),
        country=practice.country,
        fact=Text(lv=practice.fact_lv, en=practice.fact_en),
        status=practice.status,
        sources=list(practice.sources),
        levels=known_levels(practice),
    )
