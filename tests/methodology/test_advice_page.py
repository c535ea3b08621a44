"""The page of advice: public, by address, with the fault at its field; JSON, PDF, sliders."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from tests.methodology.advice_basis import BASIS

from ligzda.methodology.advice import keeping, queries, views

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("_basis")]
INSIDE = {
    "remoteness": "120", "size": "2300", "clients": "6", "premises": "workshop",
    "budget": "120000", "worth": "40000", "otherwise": "10",
}  # fmt: skip
PLACES = {slug: f"Izdomātais novads {slug}" for slug, _ in BASIS.values}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("advice")


@pytest.fixture
def _basis(monkeypatch: pytest.MonkeyPatch, kept: Path, settings: Any) -> None:
    settings.EVALUATIONS_ROOT = kept
    monkeypatch.setattr(queries, "basis", lambda: BASIS)
    monkeypatch.setattr(queries, "places", lambda: PLACES)


def ask(client: Client, language: str = "lv", **given: str) -> Any:
    with override(language):
        return client.get(reverse("methodology:advice"), INSIDE | given)


def test_a_stranger_gets_an_answer_in_both_languages(client: Client) -> None:
    latvian = ask(client).content.decode()
    assert "Kas sagaidāms no katra modeļa" in latvian
    assert "izdomāti demonstrācijai" in latvian
    assert " no 7" in latvian
    english = ask(client, "en").content.decode()
    assert "M7: it was nowhere run as designed" in english
    assert BASIS.data_sha256 in english
    own = ask(client, "en", place="c").content.decode()
    assert own.count("Izdomātais novads c") > 1
    assert "This municipality was in the trial" in own
    assert "This municipality was in the trial" not in english


def test_before_it_is_asked_it_shows_the_examples_and_the_country(client: Client) -> None:
    with override("en"):
        html = client.get(reverse("methodology:advice")).content.decode()
    assert "Krastmala Municipality" in html
    assert "gets no answer" in html
    assert "What is expected" not in html


def test_what_is_refused_is_refused_with_its_reason(client: Client) -> None:
    city = ask(client, "en", size="60").content.decode()
    assert "We give no answer" in city
    assert "mostly by its area" in city
    assert "What if you weigh otherwise?" not in city
    unknown = ask(client, "en", remoteness="").content.decode()
    assert "The distance from Riga of this municipality is not known" in unknown
    assert "a target group" not in unknown
    group = ask(client, "en", other="3").content.decode()
    assert "(target group): another group." in group


def test_a_fault_stands_at_its_field(client: Client) -> None:
    form = ask(client, "en", clients="", budget="nothing", cannot="").context["form"]
    assert set(form.errors) == {"clients", "budget", "cannot"}
    both = client.get(reverse("methodology:advice"), INSIDE | {"cannot": ["A+", "A-"]})
    assert list(both.context["form"].errors) == ["cannot"]
    response = ask(client, budget="-1", format="json")
    assert response.status_code == 400
    assert list(response.json()["errors"]) == ["budget"]


def test_the_same_answer_is_json_and_pdf(client: Client) -> None:
    found = ask(client, format="json").json()
    assert found["basis"]["data_sha256"] == BASIS.data_sha256
    assert found["answer"]["spoken"] == "speak"
    assert len(found["answer"]["models"]) == len(found["weights"]["support"]) == 7
    pdf = ask(client, format="pdf")
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")
    assert pdf.content == ask(client, format="pdf").content


def test_a_slider_moves_its_part_alone_and_odd_ones_stay_as_they_were(client: Client) -> None:
    cost = ask(client, part="weights", weight_cost="10", weight_outcome="0").content.decode()
    assert "<form" not in cost
    first = ask(client, part="weights").content.decode()
    assert cost != first
    assert ask(client, part="weights", weight_cost="many").content.decode() == first


def test_new_questions_are_counted_and_sliders_are_not(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "A_MINUTE", 2)
    first = [ask(client, budget=str(90_001 + n), format="json").status_code for n in range(3)]
    assert first == [200, 200, 429]
    assert ask(client, budget="90001", part="weights", weight_cost="3").status_code == 200
    refused = ask(client, "en", budget="90004")
    assert refused.content.decode() == "Too many requests. Please come back in a minute."
    assert ask(client, budget="90001", format="pdf").status_code == 429


def test_the_night_fits_what_is_not_kept(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    monkeypatch.setattr(keeping, "basis", lambda: BASIS)
    keeping.prepare()
    assert list(kept.glob("advice-*.npz"))
    monkeypatch.setattr(keeping, "basis", lambda: None)
    keeping.prepare()
