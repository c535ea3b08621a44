"""What is for one person alone is kept by nobody; the log says who signed in, by number."""

import logging

import pytest
from django.test import Client
from tests.cast import Cast, _loaded, cast

from ligzda.newsroom.views import own
from ligzda.server.discreet_log import short_refusals

__all__ = ["_loaded", "cast"]

pytestmark = pytest.mark.django_db


def test_a_page_for_somebody_is_not_kept(client: Client, cast: Cast) -> None:
    assert "no-store" not in client.get("/").headers.get("Cache-Control", "")
    assert "no-store" in client.post("/komentari/kods/", {"code": "x"})["Cache-Control"]
    client.cookies["csrftoken"] = "x"
    assert "no-store" not in client.get("/").headers.get("Cache-Control", "")
    client.cookies[own.RECEIPT] = "of a guest: the code stands on the page that comes next"
    assert "no-store" in client.get("/zinas/")["Cache-Control"]
    del client.cookies[own.RECEIPT]
    client.force_login(cast.ogre)
    for address in ("/mana-lapa/", "/konts/divi-soli/"):
        assert "no-store" in client.get(address)["Cache-Control"]


def test_no_page_may_ask_for_the_place(client: Client, cast: Cast) -> None:
    assert "geolocation=()" in client.get("/")["Permissions-Policy"]


def test_signing_in_is_logged_by_number(
    client: Client, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ligzda.security")
    cast.participant.set_password("Divi stārķi pie Daugavas")
    cast.participant.save()
    for password in ("nepareiza", "Divi stārķi pie Daugavas"):
        form = {"login": cast.participant.email, "password": password}
        client.post("/konts/pieteikties/", form)
    said = [line.getMessage() for line in caplog.records if line.name == "ligzda.security"]
    assert said == ["sign-in failed", f"signed in: user {cast.participant.pk}"]


@pytest.mark.parametrize(("status", "kept"), [(403, False), (404, False), (500, True)])
def test_only_what_went_wrong_is_told_at_length(status: int, kept: bool) -> None:
    failed = (ValueError, ValueError(), None)
    record = logging.LogRecord("django.request", logging.ERROR, "x", 1, "x", (), failed)
    record.status_code = status
    assert short_refusals()(record)
    assert bool(record.exc_info) is kept
