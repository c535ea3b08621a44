"""Articles: lists, search, languages, editors' rights, feeds, pictures."""

import datetime
import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from wagtail.images.models import Image

from ligzda.network.models import Municipality
from ligzda.newsroom import queries
from ligzda.newsroom.load import load
from ligzda.newsroom.models import Article, Banner

pytestmark = pytest.mark.django_db


def another(slug: str, title: str, **more: Any) -> Article:
    row = Article(
        slug=slug, title_lv=title, lede_lv="Ievads.", body_lv="<p>Teksts par darbnīcām.</p>",
        author="A", live=True, first_published_at=timezone.now(), **more,
    )  # fmt: skip
    row.save()
    return row


def found(**place: Any) -> list[str]:
    return [each.slug for each in queries.listed(queries.Place(**place)).articles]


def test_loading_again_changes_nothing(cast: Cast, article: Article) -> None:
    before = Article.objects.values().get()
    load(by=cast.system, demo=True)
    assert Article.objects.values().get() == before
    assert Image.objects.count() == 1 + 2, "the article's, and those of the banner"


@pytest.mark.parametrize(
    "words", ["inkubators", "INKUBATORĀ", "inkubatoriem", "darbnica", "Upes prospekts", "workshops"]
)
def test_search_forgives_endings_and_diacritics(article: Article, words: str) -> None:
    assert found(words=words) == [article.slug]


@pytest.mark.parametrize("words", ["kosmoss", "' | ! & ( :*", "<b>", "\\", "a'b\"c", ":*"])
def test_search_survives_anything(client: Client, article: Article, words: str) -> None:
    assert client.get("/zinas/", {"q": words}).status_code == 200


def test_lists_by_edition_topic_and_month(article: Article) -> None:
    ogre = Municipality.objects.get(slug="ogres-novads")
    other = another("cits", "Cits raksts")
    assert found(edition="ogres-novads") == [article.slug]
    assert Article.objects.filter(municipalities=ogre).count() == 1
    assert found(topic="darbnicas") == [article.slug]
    month = timezone.localdate().strftime("%Y-%m")
    assert set(found(month=month)) == {article.slug, other.slug}
    assert found(month="1999-01") == []


def test_back_leads_to_the_same_place_in_the_list(client: Client, article: Article) -> None:
    place = "edition=ogres-novads&q=inkubatori"
    listed = client.get(f"/zinas/?{place}").content.decode()
    link = re.findall(r'<h2><a href="([^"]+)"', listed)[0].replace("&amp;", "&")
    page = client.get(link).content.decode().replace("&amp;", "&")
    assert f'href="/zinas/?{place}#{article.slug}"' in page
    assert f'id="{article.slug}"' in listed


@pytest.mark.parametrize("query", ["page=-1", "page=x", "page=99999", "page=²", "month=2016-13"])
def test_nonsense_in_an_address_is_not_chosen(client: Client, article: Article, query: str) -> None:
    assert client.get(f"/zinas/?{query}").status_code == 200


def test_without_english_the_latvian_stands_and_says_so(client: Client, article: Article) -> None:
    another("latviski", "Tikai latviski")
    page = client.get("/en/news/latviski/").content.decode()
    assert '<article class="article" lang="lv">' in page
    assert "has not been translated" in page


def test_drafts_are_nobodys(client: Client, article: Article) -> None:
    Article.objects.update(live=False)
    assert client.get(f"/zinas/{article.slug}/").status_code == 404
    assert found() == []
    assert article.slug not in client.get("/zinas/rss.xml").content.decode()


def test_sharing_needs_no_script_and_structured_data_is_whole(
    client: Client, article: Article
) -> None:
    Article.objects.update(title_lv="</script><b>Virsraksts</b>")
    page = client.get(f"/zinas/{article.slug}/").content.decode()
    structured = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[0]
    data = json.loads(structured)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "</script><b>Virsraksts</b>"
    assert "https://www.facebook.com/sharer/" in page
    assert 'property="og:image"' in page
    assert "unsafe" not in client.get("/zinas/")["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["rss.xml", "atom.xml", "sitemap.xml"])
def test_feeds(client: Client, article: Article, path: str) -> None:
    for prefix in ("/zinas/", "/en/news/"):
        answer = client.get(prefix + path)
        assert answer.status_code == 200
        assert article.slug in answer.content.decode()


@pytest.mark.parametrize("path", ["rss.xml", "atom.xml", "sitemap.xml"])
def test_a_control_character_breaks_no_feed(client: Client, article: Article, path: str) -> None:
    """Fault F27."""
    odd = "Ogre\x0b piedalās\x1f"
    Article.objects.update(title_lv=odd, lede_lv=odd, author=odd)
    answer = client.get(f"/zinas/{path}")
    assert answer.status_code == 200
    assert ElementTree.fromstring(answer.content) is not None


def test_pictures_are_served_and_nothing_else(client: Client, article: Article) -> None:
    page = client.get(f"/zinas/{article.slug}/").content.decode()
    address = re.findall(r'<img src="(/media/images/[^"]+)"', page)[0]
    answer = client.get(address)
    assert answer["Content-Type"] == "image/png"
    assert answer.getvalue().startswith(b"\x89PNG")
    for bad in ("../secret-key", "..%2fsecret-key", "x.svg", "none.png", "%00.png"):
        assert client.get(f"/media/images/{bad}").status_code == 404


def test_banners_have_their_size_and_their_days(client: Client, article: Article) -> None:
    Banner.objects.all().delete()
    picture = article.picture
    today = timezone.localdate()
    row = Banner(
        advertiser="Ogre", wide=picture, narrow=picture, alt_lv="Tirgus", alt_en="Market",
        url="https://ogre24.lv", begins=today, ends=today,
    )  # fmt: skip
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert set(refusal.value.message_dict) == {"wide", "narrow"}
    row.save()
    assert 'rel="sponsored noopener"' in client.get("/zinas/").content.decode()
    row.municipalities.add(Municipality.objects.get(slug="cesu-novads"))
    assert queries.banner_for(["ogres-novads"]) is None
    shown = {
        edition: 'class="banner"' in client.get("/zinas/", {"edition": edition}).content.decode()
        for edition in ("", "ogres-novads", "cesu-novads")
    }
    assert shown == {"": False, "ogres-novads": False, "cesu-novads": True}
    row.municipalities.clear()
    Banner.objects.update(
        begins=today - datetime.timedelta(days=2), ends=today - datetime.timedelta(days=1)
    )
    assert queries.banner_for([]) is None
    with pytest.raises(DatabaseError), transaction.atomic():
        Banner.objects.update(begins=today)


def test_the_demonstration_has_a_banner_that_says_it_is_invented(
    client: Client, cast: Cast
) -> None:
    page = client.get("/zinas/").content.decode()
    assert 'width="980" height="90"' in page
    assert "Reklāma: Darbnīcu tirdziņš (izdomāts)" in page
    Banner.objects.get().full_clean()


def test_the_day_of_the_event_stands_apart_from_that_of_publishing(
    client: Client, article: Article
) -> None:
    """Fault C19: news of March 2016, dated by the day of installation."""
    published = timezone.localtime(article.first_published_at)
    for address in ("/zinas/", article.get_absolute_url(), "/"):
        text = re.sub(r"<[^>]+>|\s+", " ", client.get(address).content.decode())
        text = " ".join(text.split())
        assert f"Notikums: 17.03.2016. · publicēts {published:%d.%m.%Y}." in text
    page = client.get(article.get_absolute_url()).content.decode()
    assert '"temporalCoverage": "2016-03-17"' in page


@pytest.mark.parametrize(("author", "kind"), [("Redakcija", "Organization"), ("Anna", "Person")])
def test_the_newsroom_is_no_person(
    client: Client, article: Article, author: str, kind: str
) -> None:
    Article.objects.update(author=author)
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'"author": {{"@type": "{kind}", "name": "{author}"}}' in page


def test_articles_are_whole(article: Article) -> None:
    rows = Article.objects.filter(pk=article.pk)
    for change in (
        {"title_en": ""},
        {"credit": ""},
        {"picture_alt_lv": ""},
        {"picture_alt_en": ""},
        {"first_published_at": None},
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
