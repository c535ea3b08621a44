"""What the head of a page says of it, and what reaches search engines and messengers."""

import re
from xml.etree import ElementTree

import pytest
from django.test import Client
from tests.loaded import load_once

pytestmark = pytest.mark.django_db
DIFFERENT = [
    "/", "/pasvaldibas/ogres-novads/", "/modeli/m1-dienas-centra-darbnica/", "/prakses/saime/",
    "/partneri/rtu/", "/izvertejumi/", "/atvertie-dati/", "/privatums/", "/par/",
    "/izmeginajums/", "/zinas/", "/en/about/",
]  # fmt: skip


def _said(page: str, pattern: str) -> str:
    return re.search(pattern, page).group(1)  # type: ignore[union-attr]


@pytest.fixture(autouse=True)
def _loaded() -> None:
    load_once()


def test_each_page_has_its_own_description_title_and_picture(client: Client) -> None:
    described, titles = set(), set()
    for path in DIFFERENT:
        page = client.get(f"{path}?utm=1").content.decode()
        head = page.split("</head>")[0]
        described.add(_said(head, r'name="description" content="([^"]+)"'))
        titles.add(_said(head, r'property="og:title" content="([^"]+)"'))
        assert f'rel="canonical" href="http://testserver{path}"' in head
        assert re.search(r'og:image" content="http://testserver/static/share[.\w]*png"', head)
        assert head.count('property="og:url"') == head.count('rel="canonical"') == 1
    assert len(described) == len(titles) == len(DIFFERENT)


def test_a_page_that_is_not_there_has_no_address_of_its_own(client: Client) -> None:
    page = client.get("/nav/tadas/").content.decode()
    assert "canonical" not in page
    assert "og:url" not in page


def test_the_sitemap_lists_pages_that_answer_in_every_language(client: Client) -> None:
    found = ElementTree.fromstring(client.get("/sitemap.xml").content)
    places = [
        place.text for place in found.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    paths = [str(place).removeprefix("http://testserver") for place in places]
    assert {"/", "/en/", "/modeli/m1-dienas-centra-darbnica/", "/en/partners/rtu/"} <= {*paths}
    answers = {path: client.get(path).status_code for path in paths if "gads" not in path}
    assert {*answers.values()} == {200}


def test_pages_travel_compressed(client: Client) -> None:
    answer = client.get("/par/", headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < len(client.get("/par/").content) / 2
    assert "Accept-Encoding" in answer["Vary"]
