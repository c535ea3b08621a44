"""Search over the house finds what everybody may read, in every room, and nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from tests.loaded import load_once

from ligzda.blueprints import queries as blueprints
from ligzda.kernel.room import named, rooms
from ligzda.network.models import User
from ligzda.newsroom.models import Article
from ligzda.portal.searching import kinds_of
from ligzda.training.models import CourseVersion

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_once()
        yield
        transaction.set_rollback(True)


def test_each_room_is_found_by_a_word_of_its_own(client: Client) -> None:
    article = Article.objects.filter(live=True).latest("pk")
    course = CourseVersion.objects.filter(published_at__isnull=False)[0].course
    for words, address in (
        ("ogres novads", "/pasvaldibas/ogres-novads/"),
        ("varaklanu", "/pasvaldibas/varaklanu-novads/"),
        ("M1 dienas", "/modeli/m1-dienas-centra-darbnica/"),
        ("saime", "/prakses/saime/"),
        ("astoņas zāles", "/izvertejumi/thrombolytic/"),
        ("inkubatoru plūsma", "/izmeginajums/plusma/"),
        ("privātums", "/privatums/"),
        ("pakalpojumu likums", "/tiesibu-akti/akts/"),
        (str(article), article.get_absolute_url()),
        (str(course), f"/apmacibas/kurss/{course.code}/"),
    ):
        page = client.get("/meklet/", {"q": words}).content.decode()
        main = page[page.index("<main") : page.index("</main")]
        assert f'<a href="{address}' in main, words
    assert "co-operative" in client.get("/en/search/?q=cooperative").content.decode()


def test_what_has_the_words_in_its_title_comes_first() -> None:
    name = blueprints.models()[0].name
    kind = next(kind for kind in kinds_of(name) if kind.name == "Modeļi")
    assert name in kind.pages[0].title


def test_no_draft_is_found_whoever_asks(client: Client) -> None:
    article = Article.objects.filter(live=True).latest("pk")
    Article.objects.filter(pk=article.pk).update(live=False)
    for email in ("", "redaktors@ligzda.example", "koordinators.ogre@ligzda.example"):
        if email:
            client.force_login(User.objects.get(email=email))
        page = client.get("/meklet/", {"q": str(article)}).content.decode()
        assert article.get_absolute_url() not in page


def test_odd_words_are_words(client: Client) -> None:
    for odd in ("' OR 1=1 --", "&|!:*", "<script>", "²", "a" * 5000, "%", "-"):
        page = client.get("/meklet/", {"q": odd})
        assert page.status_code == 200, odd
        assert "<script>" not in page.content.decode().partition("<main")[2]


def test_a_network_that_asks_too_often_waits_and_keeps_its_words(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ligzda.portal.searching.A_MINUTE", 1)
    now = timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    answers = [client.get("/meklet/", {"q": "saime"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert 'value="saime"' in answers[1].content.decode()
    assert "/prakses/saime/" not in answers[1].content.decode()


def test_each_thing_leads_to_a_page(client: Client) -> None:
    asked = [room.name for room in rooms() if room.search]
    assert {"portal", "newsroom", "trial", "findings", "legislation", "training"} <= set(asked)
    for room in rooms():
        found = list(named(room.search)("a"))[:2] if room.search else []
        for page in found:
            assert client.get(page.url).status_code == 200, page.url
