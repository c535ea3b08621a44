"""What packages and units are linked to; word forms confirmed once; what a draft costs."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.addresses import client_of
from tests.cast import Cast
from tests.legislation.conftest import TEXT, Desk, annotate, facts

from ligzda.blueprints.queries import factors
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.room import Advice
from ligzda.legislation import actions as packages
from ligzda.legislation import budget, recommended
from ligzda.legislation.actions import links as actions
from ligzda.legislation.drafts import hits, of_package
from ligzda.legislation.units import voided

pytestmark = pytest.mark.django_db
ADVICE = Advice(7, 1, {"lv": "Rezervēt pasūtījumus", "en": "Reserve orders"}, "0" * 64, True, "/7/")


def _page(desk: Desk) -> str:
    address = reverse("legislation:package", args=[desk.package.pk])
    return client_of(desk.lawyer).get(address).content.decode()


def test_a_recommendation_that_is_withdrawn_or_replaced_is_said_at_the_top(
    cast: Cast, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = {7: ADVICE}
    monkeypatch.setattr(recommended, "published", lambda: offered)
    with pytest.raises(BadDataError):
        actions.follow(by=desk.lawyer, package=desk.package, number=8)
    with pytest.raises(NotAllowedError):
        actions.follow(by=cast.ogre, package=desk.package, number=7)
    actions.follow(by=desk.lawyer, package=desk.package, number=7)
    page = _page(desk)
    assert "7. Rezervēt pasūtījumus" in page
    assert "veidota pēc 7. ieteikuma" not in page
    offered[7] = Advice(7, 2, ADVICE.title, "1" * 64, True, "/7/")
    assert "ieteikumu aizstājusi cita versija" in _page(desk)
    offered.clear()
    page = _page(desk)
    said = "veidota pēc 7. ieteikuma („Rezervēt pasūtījumus”): ieteikums ir atsaukts"
    assert page.index(said) < page.index("Ieteikumi, pēc kuriem tā veidota")


def test_a_unit_shows_its_levels_and_the_proposals_on_it(cast: Cast, desk: Desk) -> None:
    factor = factors()[0]
    given: dict[str, Any] = {"act": desk.text.act, "address": "pants:1", "factor": factor.code}
    with pytest.raises(BadDataError):
        actions.link_unit(by=desk.lawyer, level="nav", **given)
    level = factor.levels[0]
    link = actions.link_unit(by=desk.lawyer, level=level.code, **given)
    with pytest.raises(WrongStateError):
        actions.link_unit(by=desk.lawyer, level=level.code, **given)
    address = reverse("legislation:act", args=[desk.text.act.slug])
    page = client_of(desk.lawyer).get(address).content.decode()
    assert f"{factor.name}: {level.label}" in page
    assert "Ierosināts: Brīvprātīgie inkubatoros" in page
    assert "Ierosināts:" not in Client().get(address).content.decode()
    assert (
        client_of(cast.ogre).post(reverse("legislation:unit_drop", args=[link.pk])).status_code
        == 403
    )
    client_of(desk.lawyer).post(reverse("legislation:unit_drop", args=[link.pk]))
    assert not desk.text.act.links.exists()


def test_texts_made_without_the_package_become_void(desk: Desk) -> None:
    day = datetime.date(2027, 3, 1)
    later = packages.add_text(
        by=desk.lawyer, act=desk.text.act, on=day, source="likumi.lv", text=TEXT + "(3) Cits.\n"
    )
    found = voided(desk.package, of_package(desk.package, "lv"))
    assert [each.text for each in found] == [later]
    desk.package.in_force_on = day + datetime.timedelta(days=1)
    assert voided(desk.package, of_package(desk.package, "lv")) == []


def test_each_word_form_is_confirmed_once_before_anything_is_signed(desk: Desk) -> None:
    annotate(desk)
    change = desk.package.changes.get()
    final = (
        'Aizstāt likumā vārdu "biedrība" (attiecīgā locījumā) ar vārdu "inkubators" '
        "(attiecīgā locījumā)."
    )
    packages.reword(by=desk.lawyer, change=change, final=final)
    (hit,) = hits(change)
    assert (hit.old, hit.kept) == ("biedrībām", False)
    with pytest.raises(WrongStateError, match="1 vārda forma nav apstiprināta"):
        packages.sign_package(by=desk.lawyer, package=desk.package)
    with pytest.raises(WrongStateError, match="mainījies"):
        actions.confirm_forms(by=desk.lawyer, change=change, confirmed=["1|biedrībām|x"])
    address = reverse("legislation:word_forms", args=[desk.package.pk, change.pk])
    client_of(desk.lawyer).post(address, {"form": [hit.key]})
    assert change.confirmed.get().confirmed_by == desk.lawyer
    packages.sign_package(by=desk.lawyer, package=desk.package)


def test_the_budget_adds_up_and_computes_what_incubators_cost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nav aizpildīts: ietekme uz budžetu nav norādīta." in _page(desk)
    years = [{"spent": Decimal(100), "months": 12}, {"spent": Decimal(7), "months": 5}]
    monkeypatch.setattr(budget, "yearly_costs", lambda: iter(years))
    first, *_rest = budget.years(desk.package)
    amounts = {("1.3", first): Decimal(50), ("incubators", first): Decimal(3)}
    actions.set_budget(by=desk.lawyer, package=desk.package, amounts=amounts)
    made = budget.table(desk.package)
    said = {row.code: cells[0].value for row, cells in made.rows}
    assert [said[code] for code in ("1", "2.3", "2", "3")] == [50, 300, 300, -250]
    assert [cells[1].value for _row, cells in made.rows] == [None] * len(made.rows)
    assert "100,00 euro" in made.basis
    actions.set_budget(by=desk.lawyer, package=desk.package, amounts={("2.3", first): Decimal(20)})
    typed = {row.code: cells[0] for row, cells in budget.table(desk.package).rows}
    assert typed["2.3"].value == Decimal(20)
    assert not typed["2.3"].computed
    with pytest.raises(BadDataError):
        actions.set_budget(by=desk.lawyer, package=desk.package, amounts={("1", first): None})


def test_the_budget_stays_as_it_was_signed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    annotate(desk)
    years = [{"spent": Decimal(100), "months": 12}]
    monkeypatch.setattr(budget, "yearly_costs", lambda: iter(years))
    first, *_rest = budget.years(desk.package)
    amounts = {("incubators", first): Decimal(3)}
    actions.set_budget(by=desk.lawyer, package=desk.package, amounts=amounts)
    signed = packages.sign_package(by=desk.lawyer, package=desk.package)
    before = budget.table(signed)
    years.append({"spent": Decimal(300), "months": 12})
    next_year = datetime.date(first + 1, 1, 2)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_given: next_year)
    assert budget.table(signed) == before
    annotate(desk)
    signed.refresh_from_db()
    assert budget.years(signed)[0] == first + 1
    assert budget.cost_of(signed) == (Decimal(200), 2)


def test_the_form_before_2021_has_its_own_sections(desk: Desk) -> None:
    package = packages.draft_package(by=desk.lawyer, facts_given=facts(form="2009"))
    with pytest.raises(BadDataError):
        packages.annotate(by=desk.lawyer, package=package, code="1.1", text="A")
    packages.annotate(by=desk.lawyer, package=package, code="I.1", text="Pamats.")
    address = reverse("legislation:package", args=[package.pk])
    page = client_of(desk.lawyer).get(address).content.decode()
    assert "VII. Tiesību akta projekta izpildes nodrošināšana" in page
    assert "jāpārbauda" in page.lower()
