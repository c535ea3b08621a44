"""The library goes out and comes back the same; a file is looked at before it is taken in."""

import csv
import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from tests.cast import Cast
from tests.loaded import load_once

from ligzda.blueprints import actions
from ligzda.blueprints.models import Practice
from ligzda.blueprints.practice_table import practice_table, rows, there
from ligzda.blueprints.queries import known_levels
from ligzda.kernel.errors import NotAllowedError
from ligzda.kernel.tables.preview import Preview, preview
from ligzda.kernel.tables.reading import WrongCellsError
from ligzda.kernel.tables.writing import to_csv, to_xlsx
from ligzda.network.load import system_member
from ligzda.network.models import AuditEvent

pytestmark = pytest.mark.django_db


def exported(form: str) -> bytes:
    return (to_csv if form == "csv" else to_xlsx)(practice_table(), rows())


def lines() -> list[list[str]]:
    return list(csv.reader(io.StringIO(exported("csv").decode("utf-8-sig"), newline="")))


def shown(content: bytes, name: str = "p.csv") -> Preview:
    return preview(practice_table(), name, content, there())


def counts(found: Preview) -> tuple[int, int, int]:
    assert not found.wrong, [str(cell) for cell in found.wrong]
    return len(found.new), len(found.changed), len(found.same)


def as_csv(given: list[list[str]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(given)
    return text.getvalue().encode()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_exported_is_imported_without_a_change(form: str) -> None:
    load_once()
    count, events = Practice.objects.count(), AuditEvent.objects.count()
    Practice.objects.filter(code="saime").update(
        fact_en='=HYPERLINK("http://example.org")',
        fact_lv="'=SUM(A1) and an apostrophe of its own",
        sources=["https://example.org/a|b", "Title | Site"],
    )
    found = shown(exported(form), f"p.{form}")
    assert counts(found) == (0, 0, count)
    actions.import_practices(by=system_member(), preview=found)
    assert AuditEvent.objects.count() == events


def test_a_formula_is_none_on_the_way() -> None:
    load_once()
    Practice.objects.filter(code="saime").update(fact_en="=1+1")
    assert b"'=1+1" in exported("csv")
    sheet = load_workbook(io.BytesIO(exported("xlsx"))).active
    assert sheet is not None
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_new_codes_are_added_and_known_ones_changed() -> None:
    load_once()
    head, *rest = lines()
    at = {column: place for place, column in enumerate(head)}
    saime = next(row for row in rest if row[0] == "saime")
    saime[at["duration"]] = "m12"
    new = [*saime]
    new[0], new[at["name_lv"]] = "jauna_prakse", "Jauna prakse"
    found = shown(as_csv([head, saime, new], ";"))
    assert counts(found) == (1, 1, 0)
    [change] = found.changed[0].changes
    assert (change.column.name, change.after) == ("duration", "m12")
    actions.import_practices(by=system_member(), preview=found)
    assert known_levels(Practice.objects.get(code="jauna_prakse"))["duration"] == "m12"

    # A file without the factors' columns leaves what is known of them.
    known = known_levels(Practice.objects.get(code="saime"))
    short = [line[: at["sources"] + 1] for line in (head, saime)]
    assert counts(shown(as_csv(short))) == (0, 0, 1)
    actions.import_practices(by=system_member(), preview=shown(as_csv(short)))
    assert known_levels(Practice.objects.get(code="saime")) == known


def test_every_wrong_cell_is_named_and_nothing_is_imported() -> None:
    load_once()
    head, good, bad = lines()[:3]
    at = {column: place for place, column in enumerate(head)}
    good[0], bad[at["country"]], bad[at["host"]], bad[at["sources"]] = "new", "Latvia", "castle", ""
    bad[at["name_en"]] = "n" * 201
    found = shown(as_csv([head, good, bad]))
    assert [(cell.row, cell.column) for cell in found.wrong] == [
        (3, "name_en"), (3, "country"), (3, "sources"), (3, "host"),
    ]  # fmt: skip
    with pytest.raises(WrongCellsError):
        actions.import_practices(by=system_member(), preview=found)
    assert not Practice.objects.filter(code="new").exists()

    def refused(given: list[list[str]]) -> list[tuple[int, str]]:
        return [(cell.row, cell.column) for cell in shown(as_csv(given)).wrong]

    assert refused([[*head, "colour"], [*good, "red"]]) == [(1, "colour")]
    assert refused([head[1:], good[1:]]) == [(1, "code")]
    assert refused([head, good, good]) == [(3, "code")]
    assert refused([head, ["New One", *good[1:]]]) == [(2, "code")]
    good[at["sources"]] = "https://example.org/" + "x" * 300
    assert refused([head, good]) == [(2, "sources")]


def upload(content: bytes, name: str = "p.csv") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, content)}


def test_a_file_is_shown_before_it_is_taken_in(cast: Cast) -> None:
    load_once()
    client = Client()
    client.force_login(cast.evaluator)
    address = reverse("blueprints:library_import")
    head, *rest = lines()
    saime = next(row for row in rest if row[0] == "saime")
    saime[head.index("name_lv")] = "Jauns vārds"
    page = client.post(address, upload(as_csv([head, saime])))
    assert page.status_code == 200
    assert "Jauns vārds" in page.content.decode()
    assert Practice.objects.get(code="saime").name_lv != "Jauns vārds"

    sealed = page.context["sealed"]
    assert client.post(address, {"sealed": sealed}).status_code == 302
    assert Practice.objects.get(code="saime").name_lv == "Jauns vārds"
    # What was shown is not what would happen now; nor is what somebody else has sealed.
    assert client.post(address, {"sealed": sealed}).status_code == 422
    assert client.post(address, {"sealed": f"x{sealed}"}).status_code == 422


def test_a_stranger_takes_nothing_in(cast: Cast) -> None:
    load_once()
    with pytest.raises(NotAllowedError):
        actions.import_practices(by=cast.stranger, preview=shown(exported("csv")))  # type: ignore[arg-type] # nobody who is signed in


def test_the_cases_of_the_library(shared: Path) -> None:
    """Cases 19, 20 and 22 of the reference sets, as the evaluator would import them."""
    load_once()
    cases = shared / "cases"
    sizes = cases / "19-a-workbook-that-misstates-its-size"
    assert len(shown((sizes / "short.xlsx").read_bytes(), "short.xlsx").new) == 5
    assert shown((sizes / "a1.xlsx").read_bytes(), "a1.xlsx").rows
    narrow = shown((sizes / "narrow.xlsx").read_bytes(), "narrow.xlsx")
    assert [cell.value for cell in narrow.wrong if cell.column == "host"] == ["municipality"]

    cells = cases / "20-cells-that-are-no-text" / "cells.xlsx"
    wrong = shown(cells.read_bytes(), "cells.xlsx").wrong
    assert [cell.value for cell in wrong] == ["#REF!", "TRUE"]

    library = cases / "22-an-apostrophe-of-ones-own" / "library.xlsx"
    found = shown(library.read_bytes(), "library.xlsx")
    actions.import_practices(by=system_member(), preview=found)
    assert "'=SUM(A1)" in Practice.objects.values_list("fact_en", flat=True)
    assert counts(shown(exported("csv")))[:2] == (0, 0)
