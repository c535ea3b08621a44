"""The privacy notice is made of what the models declare; the easy pages are easy."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import Settings
from tests.loaded import load_once

from ligzda.network.models import User
from ligzda.newsroom.models import Article
from ligzda.portal.privacy import COOKIES, purposes


def declared() -> list[Any]:
    return [
        vars(model)["PersonalData"]
        for model in apps.get_models()
        if model.__module__.startswith("ligzda.") and vars(model).get("PersonalData")
    ]


def test_every_declared_purpose_is_told() -> None:
    with override("en"):
        told = {(row.purpose, row.basis, row.retention) for row in purposes()}
    assert told == {(row.purpose, row.basis, row.retention) for row in declared()}


def test_every_purpose_is_told_in_latvian() -> None:
    with override("lv"):
        for row, source in zip(purposes(), declared(), strict=True):
            for ours, theirs in (
                (row.purpose, source.purpose),
                (row.basis, source.basis),
                (row.retention, source.retention),
            ):
                assert ours != theirs
            assert row.fields


@pytest.mark.parametrize("language", ["lv", "en"])
def test_what_is_kept_is_named_so_that_a_reader_understands(language: str) -> None:
    """Fault B28: “Kas: kas”, “teksts, teksts, kā rāda”, “tika slēgta”, “cache key”."""
    with override(language):
        rows = purposes()
    for row in rows:
        assert len(set(row.fields)) == len(row.fields), row.kept
        assert not {"kas", "kā", "by", "tika slēgta", "cache key"} & set(row.fields), row.kept
        assert row.kept.casefold() != "cache entry"


@pytest.mark.django_db
def test_the_controller_is_named_or_said_to_be_missing(client: Client, settings: Settings) -> None:
    """GDPR Art. 13(1)(a) and (b)."""
    settings.CONTROLLER = settings.CONTACT = ""
    page = client.get("/en/privacy/").content.decode()
    assert "The controller is not named yet." in page
    assert "LIGZDA_CONTACT" in page
    settings.CONTROLLER = "Ogres novada pašvaldība, Brīvības iela 33"
    page = client.get("/en/privacy/").content.decode()
    assert "Ogres novada pašvaldība" in page
    assert "No contact" in page
    settings.CONTACT = "dati@ogre.example"
    page = client.get("/en/privacy/").content.decode()
    assert 'href="mailto:dati@ogre.example"' in page
    assert "LIGZDA_CONTACT" not in page


@pytest.mark.parametrize("language", ["lv", "en"])
def test_easy_sentences_are_short_and_alone(client: Client, language: str) -> None:
    with override(language):
        html = client.get(reverse("portal:easy")).content.decode()
    paragraphs = re.findall(r"<p>([^<]+)</p>", html[html.index('<div class="easy">') :])
    easy = paragraphs[: paragraphs.index(paragraphs[-1])]
    assert len(easy) > 15
    for sentence in easy[:20]:
        assert len(sentence.split()) <= 12, sentence
        assert sentence.count(".") == 1, sentence


@pytest.mark.parametrize("name", ["easy", "open_data", "accessibility", "privacy"])
def test_the_footer_leads_there(client: Client, name: str) -> None:
    html = client.get(reverse("portal:about")).content.decode()
    foot = html[html.index('<footer class="foot">') :]
    assert f'href="{reverse(f"portal:{name}")}"' in foot


@pytest.mark.django_db
def test_no_cookie_but_those_told_of(client: Client) -> None:
    load_once()
    article = Article.objects.get()
    told = set(
        re.findall(
            r"<dt><code>(\w+)</code>", client.get(reverse("portal:privacy")).content.decode()
        )
    )
    assert told == {cookie.name for cookie in COOKIES}
    for name in ("home", "privacy", "easy", "evaluations", "open_data", "municipalities"):
        client.get(reverse(f"portal:{name}"))
    client.get("/zinas/")
    assert not client.cookies, "reading leaves nothing behind"
    client.get(article.get_absolute_url())
    assert set(client.cookies) == {"csrftoken"}
    client.post(article.get_absolute_url(), {"name": "Anna", "text": "Laba ziņa.", "number": ""})
    client.get("/konts/pieteikties/")
    moderator = User.objects.get(email="moderators@ligzda.example")
    client.force_login(moderator)
    client.post("/moderacija/nakamais/")
    client.post("/moderacija/nakamais/")
    assert set(client.cookies) <= told
    assert {"ligzda_own", "ligzda_receipt", "sessionid"} <= set(client.cookies)


def test_search_engines_are_led_to_the_news_and_away_from_the_desk(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    for path in ("/sitemap.xml", "/zinas/sitemap.xml"):
        assert f"Sitemap: http://testserver{path}\n" in text
    desks = ("/redakcija/", "/moderacija/", "/komentari/kods/")
    for path in (*desks, "/en/moderation/", "/en/comments/receipt/", "/en/my-place/"):
        assert f"Disallow: {path}\n" in text
