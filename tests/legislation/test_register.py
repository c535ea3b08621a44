"""The register: texts are added as they are, and what is no Latvian act is refused."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.addresses import client_of
from tests.cast import Cast
from tests.legislation.conftest import TEXT, Desk

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.legislation import actions

pytestmark = pytest.mark.django_db
DAY = "2026-02-01"


def test_everybody_reads_a_text_by_units_and_that_it_is_for_information(desk: Desk) -> None:
    address = reverse("legislation:act", args=[desk.text.act.slug])
    page = Client().get(address).content.decode()
    assert "(2) Likums attiecas uz biedrībām un nodibinājumiem." in page
    assert desk.text.sha256 in page
    assert "vēsta tikai oficiālais izdevējs" in page
    before = Client().get(address, {"at": "2025-01-01"}).content.decode()
    assert "teksts vēl nav pievienots" in before


def test_what_is_recalled_is_to_be_checked(cast: Cast) -> None:
    page = Client().get(reverse("legislation:act", args=["par-nekustama-ipasuma-nodokli"]))
    assert "jāpārbauda" in page.content.decode().lower()


def test_a_stranger_and_a_coordinator_add_nothing(cast: Cast, desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        actions.add_text(by=cast.ogre, act=desk.text.act, on=desk.text.on, source="x", text=TEXT)
    address = reverse("legislation:text_new", args=[desk.text.act.slug])
    assert Client().get(address).status_code == 302
    assert client_of(cast.ogre).get(address).status_code == 403


def test_the_same_text_of_a_day_is_added_once(desk: Desk) -> None:
    with pytest.raises(WrongStateError, match="jau ir"):
        actions.add_text(by=desk.lawyer, act=desk.text.act, on=desk.text.on, source="x", text=TEXT)


def test_a_file_that_is_no_text_of_an_act_is_refused_with_a_remedy(desk: Desk) -> None:
    address = reverse("legislation:text_new", args=[desk.text.act.slug])
    client = client_of(desk.lawyer)

    def sent(content: bytes) -> str:
        given = {"on": DAY, "source": "likumi.lv", "file": SimpleUploadedFile("a.txt", content)}
        return client.post(address, given).content.decode()

    assert "vienkāršu tekstu (TXT)" in sent(b"PK\x03\x04docx")
    assert "kodējumu UTF-8" in sent("ā".encode("utf-16"))
    assert "katru vienību savā rindā" in sent(b"An Act in English about nothing at all.")
    assert "lielāka par 5 MB" in sent(b"1. pants. A\n" * 450_000)
    assert desk.text.act.texts.count() == 1
    client.post(
        address,
        {"on": DAY, "source": "likumi.lv", "file": SimpleUploadedFile("a.txt", TEXT.encode())},
    )
    assert desk.text.act.texts.filter(on=datetime.date(2026, 2, 1)).count() == 1
