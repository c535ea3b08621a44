"""The privacy notice is made of what the models declare; the easy pages are easy."""

import re

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from ligzda.portal.privacy import purposes


def declared() -> list[type]:
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
