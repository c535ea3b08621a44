"""Costs, plans and machines from spreadsheets: shown first, all of it or nothing, out as in."""

import io
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook
from tests.cast import Cast
from tests.incubators.budget import Budget, make_budget, month_before
from tests.incubators.conftest import Workshop

from ligzda.incubators.costs.months import written
from ligzda.incubators.models import Equipment, Incubator, MonthlyCost, PlannedCost
from ligzda.kernel.calendar import month_after

HEADING = ["month", "staff", "premises", "equipment", "grants", "participant_pay", "in_kind"]
Make = Callable[[Budget], list[list[object]]]


@pytest.fixture
def budget(cast: Cast) -> Budget:
    ogre = Incubator.objects.get(slug="ogre")
    return make_budget(ogre, cast.ogre)


@pytest.fixture
def client_of_ogre(cast: Cast, client: Client) -> Client:
    client.force_login(cast.ogre, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _address(name: str, *rest: str) -> str:
    return reverse(f"incubators:{name}", args=["ogre", *rest])


def workbook(lines: Sequence[Any], merged: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(list(line))
    if merged:
        sheet.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def send(client: Client, where: str, content: bytes, name: str = "f.xlsx") -> str:
    """Send a file; return the page that answers."""
    return client.post(where, {"file": SimpleUploadedFile(name, content)}).content.decode()


def take(client: Client, where: str, page: str) -> int:
    """Press the button of the preview."""
    found = re.search(r'name="sealed" value="([^"]+)"', page)
    assert found, "no preview with something to take in"
    return client.post(where, {"sealed": found[1]}).status_code


def test_a_file_of_costs_is_shown_and_then_taken_in(client_of_ogre: Client, budget: Budget) -> None:
    where, new = _address("costs_import"), month_before(38)
    lines = [HEADING, [written(budget.open), 100, 100, 100, "250,5", 100, 100],
             [written(new), 1, 2, 3, "4,25", 5, 0]]  # fmt: skip
    page = send(client_of_ogre, where, workbook(lines))
    assert "250.5" in page
    assert not MonthlyCost.objects.filter(incubator=budget.incubator, month=new).exists()
    assert take(client_of_ogre, where, page) == 302
    assert budget.cost(new, "grants").amount == Decimal("4.25")
    changed = budget.cost(budget.open, "grants")
    assert (changed.amount, changed.documents) == (Decimal("250.50"), "Nr. 1")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_exported_comes_back_the_same(
    client_of_ogre: Client, budget: Budget, kind: str
) -> None:
    """Months that are closed too: nothing of them changes."""
    out = client_of_ogre.get(_address("costs_export", "costs", kind)).content
    page = send(client_of_ogre, _address("costs_import"), out, f"costs.{kind}")
    assert "sealed" not in page
    assert "Jaunas: 0. Mainītas: 0." in page or "Jauni: 0." in page
    out = client_of_ogre.get(_address("costs_export", "plan", kind)).content
    page = send(client_of_ogre, _address("cost_plan_import"), out, f"plan.{kind}")
    assert "sealed" not in page


def _row(month: object, *amounts: object) -> list[list[object]]:
    return [[*HEADING], [month, *amounts]]


BAD: dict[str, tuple[Make, str]] = {
    "wrong column": (
        lambda budget: [[*HEADING[:-1], "inkind"], [written(budget.open), 1, 2, 3, 4, 5, 6]],
        "inkind",
    ),
    "formula": (lambda budget: _row(written(budget.open), "=1+1", 2, 3, 4, 5, 0), "staff"),
    "closed month": (lambda budget: _row(written(budget.closed), 7, 2, 3, 4, 5, 0), "slēgts"),
    "future": (
        lambda budget: _row(written(month_after(month_before(0), 1)), 1, 2, 3, 4, 5, 0), "sācies"
    ),
    "before the start": (lambda budget: _row("2016-02", 1, 2, 3, 4, 5, 0), "lēma"),
    "negative": (lambda budget: _row(written(budget.open), -1, 2, 3, 4, 5, 0), "staff"),
    "part of a cent": (lambda budget: _row(written(budget.open), 1.005, 2, 3, 4, 5, 0), "staff"),
    "no month": (lambda budget: _row("novembris", 1, 2, 3, 4, 5, 0), "novembris"),
    "twice": (
        lambda budget: [*_row(written(budget.open), 1, 2, 3, 4, 5, 0),
                        [written(budget.open), 1, 2, 3, 4, 5, 0]],
        written(month_before(39)),
    ),
    "in kind without value": (
        lambda budget: _row(written(month_before(38)), 1, 2, 3, 4, 5, 6), "in_kind_documents"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_by_name_and_nothing_of_it_is_taken(
    client_of_ogre: Client, budget: Budget, name: str
) -> None:
    make, said = BAD[name]
    good = [written(month_before(37)), 1, 2, 3, 4, 5, 0]
    where = _address("costs_import")
    answer = client_of_ogre.post(
        where, {"file": SimpleUploadedFile("f.xlsx", workbook([*make(budget), good]))}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "sealed" not in page
    assert budget.cost(budget.open).amount == 100
    assert not MonthlyCost.objects.filter(
        incubator=budget.incubator, month=month_before(37)
    ).exists()


def test_a_merged_heading_is_refused_by_the_columns_it_hides(
    client_of_ogre: Client, budget: Budget
) -> None:
    lines = [HEADING, [written(budget.open), 1, 2, 3, 4, 5, 0]]
    page = send(client_of_ogre, _address("costs_import"), workbook(lines, merged="B1:C1"))
    assert "premises" in page
    assert "sealed" not in page


def test_what_changed_since_the_preview_is_not_overwritten(
    client_of_ogre: Client, budget: Budget
) -> None:
    where = _address("costs_import")
    page = send(client_of_ogre, where, workbook(_row(written(budget.open), 1, 2, 3, 4, 5, 0)))
    row = budget.cost(budget.open)
    row.amount = Decimal(77)
    row.save()
    assert take(client_of_ogre, where, page) == 422
    assert budget.cost(budget.open).amount == 77


def test_a_plan_is_taken_in_for_the_years_ahead(client_of_ogre: Client, budget: Budget) -> None:
    where, month = _address("cost_plan_import"), month_after(month_before(0), 12)
    page = send(client_of_ogre, where, workbook(_row(written(month), 1, 2, 3, 4, 5, "6,07")))
    assert take(client_of_ogre, where, page) == 302
    row = PlannedCost.objects.get(incubator=budget.incubator, month=month, category="in_kind")
    assert row.amount == Decimal("6.07")
    far = send(client_of_ogre, where, workbook(_row("2099-01", 1, 2, 3, 4, 5, 6)))
    assert "sealed" not in far


# --- machines ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_machines_come_back_the_same(client_of_ogre: Client, workshop: Workshop, kind: str) -> None:
    Equipment.objects.filter(pk=workshop.saw.pk).update(
        bought_on="2024-05-06", price=Decimal("1234.50"), life_months=60, retired_on="2025-01-02"
    )
    where = _address("machines_import")
    out = client_of_ogre.get(_address("machines_export", kind)).content
    assert "sealed" not in send(client_of_ogre, where, out, f"machines.{kind}")
    before = _but_their_numbers(workshop)
    Equipment.objects.filter(pk=workshop.saw.pk).delete()
    assert take(client_of_ogre, where, send(client_of_ogre, where, out, f"m.{kind}")) == 302
    assert _but_their_numbers(workshop) == before


def _but_their_numbers(workshop: Workshop) -> list[dict[str, object]]:
    rows = Equipment.objects.filter(incubator=workshop.incubator).order_by("name").values()
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]


def _machines(client: Client) -> list[list[object]]:
    sheet = load_workbook(
        io.BytesIO(client.get(_address("machines_export", "xlsx")).content)
    ).worksheets[0]
    return [list(line) for line in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("room", "Pagrabs", "Pagrabs"),
        ("minutes_after", 7, "minutes_after"),
        ("price", 100, "bought_on"),
        ("condition", "lieliska", "condition"),
        ("retired_on", "2999-01-01", "retired_on"),
    ],
)
def test_a_wrong_machine_is_refused_and_the_others_with_it(
    client_of_ogre: Client, workshop: Workshop, column: str, value: object, said: str
) -> None:
    lines = _machines(client_of_ogre)
    place = lines[0].index(column)
    new = list(lines[1])
    new[0] = "Jauna iekārta"
    lines[1][place] = value
    page = send(client_of_ogre, _address("machines_import"), workbook([*lines, new]))
    assert said in page
    assert "sealed" not in page
    assert not Equipment.objects.filter(name="Jauna iekārta").exists()


def test_a_machine_that_is_booked_is_not_taken_out_of_use_by_a_file(
    cast: Cast, client_of_ogre: Client, workshop: Workshop
) -> None:
    from ligzda.incubators.bookings.actions import book
    from ligzda.incubators.bookings.rules import Thing

    thing = Thing(equipment=workshop.laser)
    wanted = workshop.wanted(workshop.at("10:00", "12:00"), thing)
    book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    lines = _machines(client_of_ogre)
    [line] = [line for line in lines if line[0] == workshop.laser.name]
    line[lines[0].index("retired_on")] = timezone.localdate()
    where = _address("machines_import")
    page = send(client_of_ogre, where, workbook(lines))
    assert take(client_of_ogre, where, page) == 422
    assert not Equipment.objects.filter(pk=workshop.laser.pk, retired_on__isnull=False).exists()


@pytest.mark.parametrize(
    "name",
    ["costs_import", "cost_plan_import", "machines_import", "costs", "machine_hours", "orders"],
)
def test_another_municipality_is_refused(
    cast: Cast, client: Client, budget: Budget, name: str
) -> None:
    client.force_login(cast.cesis, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(_address(name)).status_code == 403
    file = {"file": SimpleUploadedFile("f.xlsx", workbook([HEADING]))}
    assert client.post(_address(name), file).status_code in (403, 405)


@pytest.mark.parametrize(
    "rest", [(what, kind) for what in ("costs", "plan", "corrections") for kind in ("csv", "xlsx")]
)
def test_another_municipality_takes_no_file_away(
    cast: Cast, client: Client, budget: Budget, rest: tuple[str, str]
) -> None:
    client.force_login(cast.cesis, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(_address("costs_export", *rest)).status_code == 403
    assert client.get(_address("orders_export", rest[1])).status_code == 403
