"""Import and export are one format; a bad file names row and column and changes nothing."""

import csv
import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from tests.loaded import load_once

from ligzda.blueprints import spreadsheet
from ligzda.blueprints.models import Practice
from ligzda.network.load import system_member
from ligzda.network.models import AuditEvent

pytestmark = pytest.mark.django_db


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def as_csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def as_xlsx(rows: list[list[str]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def packed(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        file.writestr(name, content)
        file.writestr("[Content_Types].xml", b"<broken")
    return stream.getvalue()


def test_what_is_exported_is_imported_without_a_change():
    load_once()
    by = system_member()
    events = AuditEvent.objects.count()
    count = Practice.objects.count()
    for name, content in (("p.csv", spreadsheet.to_csv()), ("p.xlsx", spreadsheet.to_xlsx())):
        done = spreadsheet.take_in(by=by, name=name, content=content)
        assert (done.added, done.changed, done.same) == (0, 0, count)
    assert AuditEvent.objects.count() == events

    # A formula comes back as the text it was, and is none on the way.
    practice = Practice.objects.get(code="saime")
    practice.fact_en = '=HYPERLINK("http://example.org")'
    practice.save()
    assert "'=HYPERLINK" in spreadsheet.to_csv().decode()
    sheet = load_workbook(io.BytesIO(spreadsheet.to_xlsx())).active
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert spreadsheet.take_in(by=by, name="p.csv", content=spreadsheet.to_csv()).changed == 0

    # A bar inside an address does not divide it.
    practice.sources = ["https://example.org/a|b", "latvija.lv"]
    practice.save()
    for name, content in (("p.csv", spreadsheet.to_csv()), ("p.xlsx", spreadsheet.to_xlsx())):
        assert spreadsheet.take_in(by=by, name=name, content=content).changed == 0

    # New rows are added and changed ones changed, in Excel's semicolons too.
    rows = table(spreadsheet.to_csv())
    at = {column: place for place, column in enumerate(rows[0])}
    saime = next(row for row in rows if row[0] == "saime")
    saime[at["duration"]] = "m12"
    new = [*saime]
    new[0], new[at["name_lv"]] = "jauna_prakse", "Jauna prakse"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([rows[0], saime, new])
    done = spreadsheet.take_in(by=by, name="p.csv", content=text.getvalue().encode())
    assert (done.added, done.changed, done.same) == (1, 1, 0)
    assert spreadsheet.known_levels(Practice.objects.get(code="jauna_prakse"))["duration"] == "m12"


def test_every_problem_is_named_and_nothing_is_imported():
    load_once()
    by = system_member()
    rows = table(spreadsheet.to_csv())[:3]
    at = {column: place for place, column in enumerate(rows[0])}
    good, bad = [*rows[1]], [*rows[2]]
    good[0] = "new_one"
    bad[at["country"]], bad[at["host"]], bad[at["sources"]] = "Latvia", "a castle", ""
    for name, content in (
        ("p.csv", as_csv([rows[0], good, bad])),
        ("p.xlsx", as_xlsx([rows[0], good, bad])),
    ):
        before = Practice.objects.count()
        with pytest.raises(spreadsheet.ImportRefusedError) as refused:
            spreadsheet.take_in(by=by, name=name, content=content)
        found = {(problem.row, problem.column) for problem in refused.value.problems}
        assert found == {(3, "country"), (3, "host"), (3, "sources")}
        assert Practice.objects.count() == before

    def refused_at(name, content):
        with pytest.raises(spreadsheet.ImportRefusedError) as refused:
            spreadsheet.take_in(by=by, name=name, content=content)
        return [(problem.row, problem.column) for problem in refused.value.problems]

    assert refused_at("p.xlsx", b"not a workbook") == [(1, "")]
    assert refused_at("p.csv", b"") == [(1, "")]
    assert refused_at("p.csv", as_csv([[*rows[0], "colour"], [*good, "red"]])) == [(1, "colour")]
    assert refused_at("p.csv", as_csv([rows[0][1:], good[1:]])) == [(1, "code")]
    assert refused_at("p.csv", as_csv([rows[0], good, good])) == [(3, "code")]
    # What would be lost or break halfway is refused as well.
    twice = [[*rows[0], "host"], [*good, "lab"]]
    assert refused_at("p.csv", as_csv(twice)) == [(1, "host")]
    assert refused_at("p.csv", as_csv([rows[0], [*good, "left over"]])) == [(2, "")]
    assert refused_at("p.csv", as_csv([[*rows[0], ""], [*good, "left over"]])) == [(2, "")]
    assert refused_at("p.csv", b"code,name_lv\nx,\0") == [(2, "")]
    shouted = ["New One", *good[1:]]
    assert refused_at("p.csv", as_csv([rows[0], shouted])) == [(2, "code")]
    long = [*good]
    long[at["sources"]] = "https://example.org/" + "x" * 300
    assert refused_at("p.xlsx", as_xlsx([rows[0], long])) == [(2, "sources")]
    assert refused_at("p.xlsx", packed("xl/workbook.xml", b"<broken")) == [(1, "")]
    assert refused_at("p.xlsx", packed("big", b"0" * 60_000_000)) == [(1, "")]
    assert refused_at("p.csv", "code,name_lv\nx,Rīga".encode("cp1257"))[0][0] == 2
