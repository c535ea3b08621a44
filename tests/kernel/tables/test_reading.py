"""All rows, or every wrong cell: how people save tables, and what can be read in two ways."""

import datetime
import io
import re
from decimal import Decimal
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.tables import types
from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.delimited import delimiter_of
from ligzda.kernel.tables.preview import State, preview, unsealed
from ligzda.kernel.tables.reading import WrongCellsError, look_into, read
from ligzda.kernel.tables.writing import to_csv, to_xlsx

SITES = Table(
    "sites",
    "Sites",
    "",
    [
        Column("site", "Site", types.LABEL),
        Column("arm", "Arm", types.Choice(("hub", "usual"))),
        Column("n", "Participants", types.Whole(least=0)),
        Column("cost", "Cost", types.NUMBER, optional=True, absent=True, unit="EUR"),
        Column("note", "Note", optional=True, absent=True),
        Column("day", "Day", types.DAY, optional=True, absent=True),
    ],
    closed=False,
)


def csv(*lines: str, sep: str = ",") -> bytes:
    return "\n".join(line.replace(";", sep) for line in lines).encode()


def xlsx(*rows: list[object], dimension: str = "") -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    if not dimension:
        return stream.getvalue()
    out = io.BytesIO()
    with ZipFile(stream) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                stated = f'<dimension ref="{dimension}"'.encode()
                text = re.sub(rb'<dimension ref="[^"]*"', stated, text)
            new.writestr(part, text)
    return out.getvalue()


def wrong(content: bytes, name: str = "t.csv", table: Table = SITES) -> list[tuple[int, str, str]]:
    return [(cell.row, cell.column, cell.value) for cell in look_into(table, name, content).wrong]


def column(content: bytes, of: str, name: str = "t.csv") -> list[object]:
    return [row.values[of] for row in read(SITES, name, content)]


@pytest.mark.parametrize("sep", [",", ";", "\t", "|"])
def test_by_whatever_sign_it_is_separated(sep: str) -> None:
    content = "\ufeff".encode() + csv("site;arm;n", "Ogre;hub;1 234", "Talsi;usual;5", sep=sep)
    assert column(content, "n") == [1234, 5]


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("Dalībnieki, visi;Strādā, pēc 12 mēnešiem, jā;arm;site;n", "1,5;2;hub;Ogre;7"),
        ("Ienākumi, EUR;Vecums, gadi;site;arm;n", "1;2;Ogre;hub;7"),
    ],
)
@pytest.mark.parametrize("sep", [";", "\t", "|"])
def test_a_heading_may_hold_other_signs(heading: str, row: str, sep: str) -> None:
    content = csv(heading, row, row.replace("Ogre", "Talsi"), sep=sep)
    assert column(content, "n") == [7, 7]
    # Without knowing what to look for, the rows decide.
    assert delimiter_of(content.decode()) == (sep, 0)


def test_a_title_above_the_heading_and_a_named_delimiter_are_passed_over() -> None:
    content = csv("Tabula 1, 2016;;", "", "site;arm;n", "Ogre;hub;5", sep=";")
    [row] = read(SITES, "t.csv", content)
    assert (row.number, row.values["n"]) == (4, 5)
    assert column(b"sep=;\n" + csv("site;arm;n", "Ogre;hub;5", sep=";"), "n") == [5]
    assert column(xlsx(["Tabula 1"], [], ["site", "arm", "n"], ["Ogre", "hub", 5]), "n", "t.xlsx")


def test_a_missing_column_says_by_what_the_file_was_split() -> None:
    [cell] = look_into(SITES, "t.csv", csv("site;arm", "Ogre;hub", sep=";")).wrong
    assert (cell.row, cell.column) == (1, "n")
    assert "semikoli" in str(cell)


@pytest.mark.parametrize(
    ("sep", "cells", "refused"),
    [
        ("\t", ["1,234", "950"], True),
        (";", ["1.234", "950"], True),
        ("\t", ["1.234", "2.310"], True),
        (",", ['"1,234"', "5"], True),
        (";", ["1.234", "0.5"], False),
        (";", ["1,234", "0,435"], False),
        (";", ["1,234", "2,87"], False),
        (",", ["1.234", "2.310"], False),
        (";", ["1 234,567", "5"], False),
        (";", ["0,234", "5"], False),
    ],
)
def test_thousands_or_decimals(sep: str, cells: list[str], refused: bool) -> None:
    lines = [f"{place};hub;1;{cell}" for place, cell in enumerate(cells)]
    content = csv("site;arm;n;cost", *lines, sep=sep)
    first = [(2, "cost", cells[0].strip('"'))]
    assert wrong(content)[:1] == (first if refused else [])
    said = [str(each) for each in look_into(SITES, "t.csv", content).wrong[:1]]
    assert ["1234" in each for each in said] == [True] * refused
    # A whole number is asked the same: “1.200” read as 1 would be a thousandth, silently.
    counts = csv("site;arm;n", *(f"{p};hub;{c}" for p, c in enumerate(["1.200", "3.000"])), sep=";")
    assert [at for _row, at, _value in wrong(counts)] == ["n", "n"]


def test_mixed_signs_name_the_row_that_decided() -> None:
    content = csv("site;arm;n;cost", "a;hub;1;0,5", "b;hub;1;0.5", sep=";")
    [cell] = look_into(SITES, "t.csv", content).wrong
    assert (cell.row, cell.column) == (3, "cost")
    assert "2" in cell.problem


def test_missing_words_are_empty_in_numbers_and_names_in_labels() -> None:
    content = csv("site;arm;n;cost", "NA;hub;1;NA", "nan;hub;2;–")
    rows = [row.values for row in read(SITES, "t.csv", content)]
    assert [row["cost"] for row in rows] == [None, None]
    assert [row["site"] for row in rows] == ["NA", "nan"]
    assert wrong(csv("site;arm;n", "Ogre;NA;NA")) == [(2, "arm", "NA"), (2, "n", "")]


@pytest.mark.parametrize("bad", ["nan", "inf", "1e999999", "1_000", "٣", "0x10"])
def test_what_python_calls_a_number_is_not_one(bad: str) -> None:
    assert wrong(csv("site;arm;n", f"Ogre;hub;{bad}"))


@pytest.mark.parametrize(
    "alike", ["Rīgas novads\u00a0", "Rīgas\u00a0novads", "Rīgas novads", "Rīgas\u200b novads\ufeff"]
)
def test_labels_that_look_alike_are_one(alike: str) -> None:
    [cell] = look_into(
        SITES, "t.csv", csv("site;arm;n", "Rīgas novads;hub;1", f"{alike};hub;2")
    ).wrong
    assert (cell.row, cell.column) == (3, "site")
    # A decomposed heading is the heading.
    assert column(csv("si\u200bte;arm;n\u00a0", "Ogre;hub;1"), "n") == [1]


def test_a_long_cell_in_a_column_that_nobody_asked_for() -> None:
    assert column(csv("site;border;arm;n", f"Ogre;{'x' * 200_000};hub;1"), "n") == [1]


def test_every_wrong_cell_is_named_with_its_value_and_its_sheet() -> None:
    rows: list[list[object]] = [
        ["site", "arm", "n", "day"],
        ["Ogre", "castle", -1, "17/03/2016"],
        [None, "hub", 1.5],
    ]
    found = look_into(SITES, "t.xlsx", xlsx(*rows))
    assert [(cell.row, cell.column, cell.value) for cell in found.wrong] == [
        (2, "arm", "castle"), (2, "n", "-1"), (2, "day", "17/03/2016"),
        (3, "site", ""), (3, "n", "1.5"),
    ]  # fmt: skip
    assert {cell.sheet for cell in found.wrong} == {"Sheet"}
    with pytest.raises(WrongCellsError, match="hub, usual"):
        read(SITES, "t.xlsx", xlsx(*rows))


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (b"", 1),
        (b"site,arm,n\nx,\0", 2),
        ("site,arm,n\nx,R\u012bga".encode("cp1257"), 2),
        ("site,arm".encode("utf-16"), 1),
        (b'site,arm,n\n"a"b,hub,1', 2),
        (b'site,arm,n\n"a,hub,1', 2),
        (b"site,arm,n\nOgre,hub\n", 2),
        (b"site,arm,n\nOgre,hub,1,2\n", 2),
        (b"site,arm,n,\nOgre,hub,1,left over\n", 2),
        (b"site,arm,n,n\nOgre,hub,1,1\n", 1),
    ],
)
def test_what_is_no_table_is_refused_at_its_row(content: bytes, row: int) -> None:
    assert [at for at, _column, _value in wrong(content)] == [row]


def test_a_table_longer_than_allowed() -> None:
    content = csv("site;arm;n", *(f"{place};hub;1" for place in range(2001)))
    assert [row for row, _column, _value in wrong(content)] == [2002]


@pytest.mark.parametrize("dimension", ["A1:A1", "A1:C2", "A1:B6", "A1:XFD1048576"])
def test_a_workbook_is_read_whole_whatever_size_it_states(dimension: str) -> None:
    rows = [[f"s{place}", "hub", place] for place in range(5)]
    content = xlsx(["site", "arm", "n"], *rows, dimension=dimension)
    assert column(content, "n", "t.xlsx") == [0, 1, 2, 3, 4]


def packed(sheet: bytes, strings: bytes = b"") -> bytes:
    """A workbook whose sheet and shared strings are written by hand, as no program would."""
    out = io.BytesIO()
    parts = {"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings}
    usual = io.BytesIO(xlsx(["site", "arm", "n"], ["Ogre", "hub", 1]))
    with ZipFile(usual) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in {*old.namelist(), *filter(parts.get, parts)}:
            new.writestr(part, parts.get(part) or old.read(part))
    return out.getvalue()


_MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    "content",
    [
        packed(b"", b"<sst %s>%s</sst>" % (_MAIN, b"<si/>" * 250_000)),
        packed(
            b"<worksheet %s><sheetData>%s</sheetData></worksheet>"
            % (
                _MAIN,
                b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n)
                         for n in range(1, 100)),
            )
        ),
        packed(
            b"<worksheet %s><sheetData><row>%s</row></sheetData></worksheet>"
            % (_MAIN, b"<c/>" * 900_000)
        ),
    ],
    ids=["strings", "the last column", "cells"],
)  # fmt: skip
def test_a_small_file_that_would_be_dear_to_read_is_refused(content: bytes) -> None:
    """Fault F22: 100 kB took more than 100 s, 26 kB took 256 MB."""
    assert len(content) < 100_000
    [cell] = look_into(SITES, "t.xlsx", content).wrong
    assert "darbgrāmata ir par lielu" in str(cell)


def test_a_large_table_of_many_columns_is_read() -> None:
    more = [f"c{place}" for place in range(60)]
    rows: list[list[object]] = [[f"s{n}", "hub", n, *more] for n in range(2000)]
    content = xlsx(["site", "arm", "n", *(f"x{place}" for place in range(60))], *rows)
    assert len(column(content, "n", "t.xlsx")) == 2000


@pytest.mark.parametrize(
    "error", ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"]
)
def test_error_cells_are_no_values(error: str) -> None:
    rows: list[list[object]] = [["site", "arm", "n", "note"], ["Ogre", "hub", error, error]]
    named = [(2, "n", error), (2, "note", error)]
    assert wrong(xlsx(*rows), "t.xlsx") == named
    assert wrong(csv("site;arm;n;note", f"Ogre;hub;{error};{error}")) == named


@pytest.mark.parametrize("text", ["#NAME?", "'#NAME?", "''#N/A", "#name?"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_text_that_reads_like_an_error_comes_back(form: str, text: str) -> None:
    rows = [{"site": "Ogre", "arm": "hub", "n": 1, "note": text}]
    content = (to_csv if form == "csv" else to_xlsx)(SITES, rows)
    [row] = read(SITES, f"t.{form}", content)
    assert row.values["note"] == text


def test_cells_of_another_type() -> None:
    day = datetime.datetime(2016, 3, 17)  # noqa: DTZ001 – as a workbook has it
    content = xlsx(["site", "arm", "n", "note", "day"], [5.0, "hub", 3.0, day, day])
    [row] = read(SITES, "t.xlsx", content)
    assert row.values["site"] == "5"
    assert row.values["n"] == 3
    assert row.values["note"] == "2016-03-17"
    assert row.values["day"] == datetime.date(2016, 3, 17)
    bad = xlsx(["site", "arm", "n", "note"], ["Ogre", "hub", True, True])
    assert wrong(bad, "t.xlsx") == [(2, "n", "TRUE"), (2, "note", "TRUE")]
    # A formula that nothing has computed yet is not an empty cell.
    formula = xlsx(["site", "arm", "n", "note"], ["Ogre", "hub", 1, "=1+1"])
    assert wrong(formula, "t.xlsx") == [(2, "note", "=1+1")]


def test_an_apostrophe_of_ones_own_survives() -> None:
    within = ("a;=1+1;b", "a;'=1", "a;''=1", "a\n=1\nb", "x;+1", "x;-2", "Darbi:\n- viens;\n- divi")
    for text in ("'=SUM(A1)", "''=x", "=SUM(A1)", "-", "'quoted'", "'", "+371", *within):
        rows = [{"site": text, "arm": "hub", "n": 1, "note": text}]
        for form, content in (("csv", to_csv(SITES, rows)), ("xlsx", to_xlsx(SITES, rows))):
            [row] = read(SITES, f"t.{form}", content)
            assert (row.values["site"], row.values["note"]) == (text, text)
    assert b"\n=" not in to_csv(SITES, [{"site": "=1+1"}]).replace(b",", b"\n")


@pytest.mark.parametrize("text", ["a;=1+1;b", "a\t@SUM(A1)", "a\n=1+1;", "a;-1+cmd|x", ";＝1+1"])
def test_no_cell_begins_a_formula_where_semicolons_divide(text: str) -> None:
    """Fault F32: a Latvian Excel divides our rows by them, whatever stands in quotation marks."""
    lines = to_csv(SITES, [{"site": text, "arm": "hub", "n": 1}]).decode("utf-8-sig")
    cells = re.split(r"[;\t\n\r]", lines.replace('"', ""))
    assert not [cell for cell in cells if cell[:1] in {*"=@+-＝"}]
    assert any("1" in cell or "SUM" in cell for cell in cells)


def test_shares_days_and_moments_as_people_write_them() -> None:
    table = Table(
        "t", "", "", [
            Column("share", "", types.SHARE, optional=True), Column("day", "", types.DAY),
            Column("at", "", types.MOMENT),
        ], key="",
    )  # fmt: skip
    content = csv(
        "share;day;at", "70 %;17.03.2016.;2016-03-17 10:30", "12,5%;2016-03-17;2016-07-01T10:30Z",
        sep=";",
    )  # fmt: skip
    rows = [row.values for row in read(table, "t.csv", content)]
    assert [row["share"] for row in rows] == [Decimal("0.7"), Decimal("0.125")]
    assert {row["day"] for row in rows} == {datetime.date(2016, 3, 17)}
    assert [row["at"].utcoffset().total_seconds() for row in rows] == [7200, 0]
    bad = csv("share;day;at", "70;31.02.2016;2016-10-30 03:30", sep=";")
    assert [at for _row, at, _value in wrong(bad, table=table)] == ["share", "day", "at"]


def test_a_preview_says_what_a_file_would_do_and_holds_to_it() -> None:
    there = {
        "Ogre": {"site": "Ogre", "arm": "hub", "n": 1, "note": "stays"},
        "Talsi": {"site": "Talsi", "arm": "hub", "n": 2},
    }
    content = csv("site;arm;n", "Ogre;usual;1", "Talsi;hub;2", "Alūksne;hub;3")
    shown = preview(SITES, "t.csv", content, there)
    assert [row.state for row in shown.rows] == [State.CHANGED, State.SAME, State.NEW]
    [change] = shown.changed[0].changes
    assert (change.column.name, change.before, change.after) == ("arm", "hub", "usual")
    # A column that the file lacks says nothing.
    assert shown.changed[0].values["note"] == "stays"

    again = unsealed(SITES, shown.sealed(), there)
    assert (again.digest, len(again.changed), len(again.new)) == (shown.digest, 1, 1)
    assert again.changed[0].values["note"] == "stays"
    with pytest.raises(WrongStateError):
        unsealed(SITES, shown.sealed(), there | {"Ogre": {**there["Ogre"], "arm": "usual"}})
    with pytest.raises(BadDataError):
        unsealed(SITES, "x" + shown.sealed(), there)
    bad = preview(SITES, "t.csv", csv("site;arm;n", "Ogre;castle;1"), there)
    with pytest.raises(WrongCellsError):
        bad.taken()


def test_a_declaration_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="personal"):
        Table("t", "", "", [Column("name", "", personal=True)], public=True)
    with pytest.raises(ValueError, match="one name"):
        Table("t", "", "", [Column("a", ""), Column("a", "")])
    with pytest.raises(ValueError, match="key"):
        Table("t", "", "", [Column("a", "")], key="b")


def test_the_cases_of_spreadsheets_are_read(shared: Path) -> None:
    """Cases 19 and 20 of the reference sets: whole, or refused where a cell is wrong."""
    texts = ["code", "name_lv", "name_en", "country", "fact_lv", "fact_en", "status", "sources"]
    table = Table("practices", "", "", [Column(name, "") for name in texts], closed=False)
    cases = shared / "cases"
    folder = cases / "19-a-workbook-that-misstates-its-size"
    assert len(read(table, "short.xlsx", (folder / "short.xlsx").read_bytes())) == 5
    assert len(read(table, "a1.xlsx", (folder / "a1.xlsx").read_bytes())) > 1
    cells = (cases / "20-cells-that-are-no-text" / "cells.xlsx").read_bytes()
    found = look_into(table, "cells.xlsx", cells)
    assert {cell.value for cell in found.wrong if cell.column == "name_lv"} == {"#REF!", "TRUE"}
