"""Odd values are answered, by every page and in every field, as any wrong value is."""

import pytest
from django.test import Client
from tests.cast import Cast, _loaded, cast

from ligzda.kernel.odd_values import number, without_control

__all__ = ["_loaded", "cast"]

LONG = "9" * 5000
ODD = ("\x00", "²", "٣", LONG, "-1", "9999-12", "0001-01", "\ufffd", "'", "")


@pytest.mark.parametrize(
    ("text", "read"),
    [("7", 7), ("0", 0), ("007", 7), ("²", None), ("٣", None), ("-1", None), (" 1", None),
     (LONG, None), (str(2**63 - 1), 2**63 - 1), (str(2**63), None), ("", None), (None, None),
     ("1\n", None)],
)  # fmt: skip
def test_a_number_is_plain_figures_that_a_row_can_have(text: str | None, read: int | None) -> None:
    assert number(text) == read


def test_a_number_has_its_bound() -> None:
    assert number("8", 8) == 8
    assert number("9", 8) is None


def test_xml_holds_what_is_left() -> None:
    assert without_control("a\x00\x0b\tb\n\ufffe") == "a\tb\n"


ASKED = (
    "/zinas/?edition={}", "/zinas/?topic={}", "/zinas/?month={}", "/zinas/?page={}",
    "/zinas/?q={}", "/izmeginajums/jauda/{}/", "/izmeginajums/power/{}/answer.json",
    "/redakcija/failwhale/", "/darbnica/priekslikumi/?seed={}&choose={}",
    "/izmeginajums/protokols/{}/rakstit/", "/pasvaldibas/?year={}",
)  # fmt: skip
SENT = (
    ("/izmeginajums/atkapes/", "approve"), ("/izmeginajums/plusma/atsaukt/", "event"),
    ("/izmeginajums/jauda/", "participants"), ("/darbnica/priekslikumi/", "seed"),
    ("/darbnica/faktori/", "take_back"), ("/izmeginajums/atbilstiba/", "incubator"),
    ("/moderacija/liegumi/1/atbilde/", "answer"), ("/komentari/kods/", "code"),
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("address", ASKED)
def test_no_page_breaks(client: Client, cast: Cast, address: str) -> None:
    signed_in = Client()
    signed_in.force_login(cast.evaluator)
    for browser in (client, signed_in):
        fared = {odd[:9]: browser.get(address.replace("{}", odd)).status_code for odd in ODD}
        assert max(fared.values()) < 500, fared


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "field"), SENT)
def test_no_form_breaks(client: Client, cast: Cast, address: str, field: str) -> None:
    client.force_login(cast.evaluator)
    fared = {odd[:9]: client.post(address, {field: odd}).status_code for odd in ODD}
    assert max(fared.values()) < 500, fared


@pytest.mark.django_db
def test_a_refusal_that_no_page_caught_is_said(client: Client, cast: Cast) -> None:
    answer = client.get("/zinas/?edition=%00")
    assert answer.status_code == 400
    assert "Tas nav iespējams" in answer.content.decode()
