"""The newsroom at all: pages answer, in both languages, to a stranger."""

import pytest
from django.test import Client

from ligzda.newsroom.models import Article


@pytest.mark.django_db
def test_it_works(client: Client, article: Article) -> None:
    listed = client.get("/zinas/")
    assert listed.status_code == 200
    assert article.title_lv in listed.content.decode()
    page = client.get(f"/zinas/{article.slug}/").content.decode()
    assert "Upes prospektā 16" in page
    assert "Komentāri (0)" in page
    english = client.get(f"/en/news/{article.slug}/").content.decode()
    assert "Comments (0)" in english
