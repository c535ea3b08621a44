"""Shares, points and sources on pages, as the reader expects them."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.utils.translation import override

from ligzda.kernel.templatetags.ligzda import euros, linked, percent, points
from ligzda.languages import CODES


@pytest.mark.parametrize(
    ("written", "latvian", "english"),
    [
        (lambda: percent(0.346), "35\u00a0%", "35\u00a0%"),
        (lambda: percent(0.346, 1), "34,6\u00a0%", "34.6\u00a0%"),
        (lambda: percent(0.05, 1), "5,0\u00a0%", "5.0\u00a0%"),
        (lambda: percent(12.5), "1\u00a0250\u00a0%", "1,250\u00a0%"),
        (lambda: percent(None), "–", "–"),
        (lambda: points(0.1), "10", "10"),
        (lambda: points(0.125), "12,5", "12.5"),
        (lambda: euros(Decimal("-86.4")), "−86,40", "−86.40"),
        (lambda: euros(None), "–", "–"),
    ],
)
def test_numbers_follow_the_language(
    written: Callable[[], str], latvian: str, english: str
) -> None:
    found = []
    for language in CODES:
        with override(language):
            found.append(written())
    assert found == [latvian, english]


@pytest.mark.parametrize(
    ("source", "leads"),
    [
        ("https://urbact.eu/urban-nose", "https://urbact.eu/urban-nose"),
        ("vestnesis.lv/ta/id/298035", "https://vestnesis.lv/ta/id/298035"),
        ("ltfe.org", "https://ltfe.org"),
        ("altum.lv, 02.2021", ""),
        ("OECD 2020", ""),
        ("javascript:alert(1)", ""),
        ('a.lv/"onclick="x', "https://a.lv/&quot;onclick=&quot;x"),
    ],
)
def test_a_source_that_is_an_address_is_a_link(source: str, leads: str) -> None:
    written = linked(source)
    assert re.findall(r'<a href="([^"]*)">', written) == [leads] * bool(leads)


def test_a_remark_after_a_source_is_said_in_the_readers_language() -> None:
    """Fault C22: “(verify)” and “(copy of the report)” stood on Latvian cards."""
    with override("lv"):
        assert linked("MK 291 / MK 275 (verify)") == "MK 291 / MK 275 (jāpārbauda)"
        assert linked("vdocuments.mx (copy of the report)").endswith("</a> (pārskata kopija)")
        assert linked("Altum (2021)") == "Altum (2021)"
