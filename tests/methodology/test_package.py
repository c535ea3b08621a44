"""The municipal package: papers filled for one case, whole and part by part."""

import datetime

from django.test import Client
from tests.cast import Cast

from ligzda.languages import CODES
from ligzda.methodology.package.document import (
    Advised,
    Case,
    Measured,
    package,
    posts,
    split,
    words,
)
from ligzda.publishing import to_html_fragment

DAY = datetime.date(2027, 9, 1)
CASE = Case("Ogres novads", "dienas centra darbnīca", 12, 100_001, DAY, "Sociālais dienests", DAY)
PAGE = "/metodika/pakete/"


def test_what_is_computed_adds_up() -> None:
    assert sum(words()["shares"].values()) == 100
    assert sum(split(100_001, words()["shares"]).values()) == 100_001
    assert (posts(12, 6), posts(13, 6), posts(1, 40)) == (2.0, 2.5, 0.5)
    assert CASE.month(-9) == datetime.date(2026, 12, 1)
    assert CASE.month(4) == datetime.date(2028, 1, 1)


def test_every_part_is_filled_in_each_language() -> None:
    advised = [Advised("Sāciet ar mazu darbnīcu", "Sešas vietas.", lost=True)]
    measured = [Measured("Apmaksāta nodarbe", "pēc 12 mēnešiem", 1)]
    for language in CODES:
        whole = to_html_fragment(package(CASE, advised, measured, language), level=2)
        assert "{" not in whole
        for name, part in words()["parts"].items():
            assert part["title"][language] in whole
            alone = package(CASE, advised, measured, language, name)
            assert next(each.text for each in alone.headings) == part["title"][language]
    assert "Ogres novads" in whole
    assert "its ground is gone" in whole
    assert "Nothing is recommended" in to_html_fragment(package(CASE, [], [], "en"), level=2)


def test_the_page_fills_a_case_and_gives_its_papers(cast: Cast, client: Client) -> None:
    asked = {"place": "ogres-novads", "model": "M1", "places": "12", "budget": "100001",
             "begins": "2027-09-01", "unit": "Sociālais dienests"}  # fmt: skip
    assert "Jūsu gadījums" in client.get(PAGE).content.decode()
    page = client.get(PAGE, asked).content.decode()
    assert "Paraugs: domes lēmums" in page
    odd = client.get(PAGE, asked | {"places": "0"}).content.decode()
    assert "Paraugs: domes lēmums" not in odd
    for day in ("0001-01-01", "2019-12-31", "2101-01-01", "9999-12-31"):
        assert (
            "2020. līdz 2100. gadam" in client.get(PAGE, asked | {"begins": day}).content.decode()
        )
    file = client.get(PAGE, asked | {"format": "docx", "part": "decision"})
    assert file["Content-Disposition"] == 'attachment; filename="ligzda-package.docx"'
    assert file.content.startswith(b"PK")
