"""Every address of the house: its policy, what it loads, and whom it turns away."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import get_resolver, reverse
from django.utils import timezone
from django.utils.translation import override
from tests.loaded import load_once
from tests.urlconf import EDITORS, READINESS, patterns

from ligzda.network.models import User
from ligzda.newsroom import guard
from ligzda.newsroom.actions import Writer, post
from ligzda.newsroom.models import Article
from ligzda.server.views import server_error

pytestmark = pytest.mark.django_db

SAMPLES = {
    "portal:municipality": "ogres-novads",
    "portal:model": "m1-dienas-centra-darbnica",
    "portal:practice": "saime",
    "portal:partner": "rtu",
    "portal:evaluation": "jtpa",
    "portal:open_data_set": "incubators",
    "opendata:csv": "partners",
    "opendata:csvw": "partners",
    "opendata:catalogue": "ttl",
    "newsroom:article": "ogre-piedalas-socialas-uznemejdarbibas-inkubatoru-tikla",
    "newsroom:discussion": "ogre-piedalas-socialas-uznemejdarbibas-inkubatoru-tikla",
    "newsroom:figures_of": str(timezone.localdate().year),
}
"""What to put into an address; elsewhere the number of a comment, or a name of nothing."""
MODERATORS = {"tray", "next", "bans", "lift", "answer", "undo", "discussion", "item", "ban"}
AUTHORS = {"mine"}
"""Pages of the newsroom that are not for everyone; all others are."""


@pytest.fixture(scope="module", autouse=True)
def _loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_once()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def comment() -> int:
    posted = post(
        article=Article.objects.get(),
        parent=None,
        writer=Writer(name="Anna", origin="x"),
        text="Laba ziņa.",
        language="lv",
        token=guard.form_number("", ""),
        worked=True,
    )
    return int(posted.comment.pk)


def addresses(comment: int) -> dict[str, str]:
    """Return every address of the house with something put into it, by its pattern."""
    found = {}
    for language in ("lv", "en"):
        with override(language):
            for name, pattern in patterns(get_resolver()):
                if pattern.startswith(EDITORS):
                    continue
                given = re.sub(r"\^|\$|\(\?P<(\w+)>[^)]*\)", r"<\1>", pattern).replace("<>", "")
                sample = SAMPLES.get(name, str(comment))
                address = re.sub(r"<(?:\w+:)?\w+>", sample, given, count=1)
                found[f"{name} {pattern}"] = re.sub(r"<(?:\w+:)?\w+>", "report.pdf", address)
    return found


class Loads(HTMLParser):
    """What a browser would fetch by itself or run, and where it would send a form."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name[:2] == "on"]
        runs = tag == "script" and given.get("type") != "application/ld+json"
        if tag == "style" or (runs and "src" not in given):
            self.inline.append(tag)
        for name in ("src", "srcset", "poster", "data", "action", "formaction"):
            if name in given and tag != "a":
                self.found.append(given[name])
        fetched = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "manifest"}
        if tag == "link" and fetched & set(given.get("rel", "").split()):
            self.found.append(given["href"])


@pytest.mark.slow
def test_every_address_has_the_strict_policy_and_loads_nothing_from_elsewhere(
    client: Client, comment: int
) -> None:
    found = addresses(comment)
    assert len(found) > 120
    pages = 0
    for who in (None, "moderators@ligzda.example"):
        if who:
            client.force_login(User.objects.get(email=who))
        for name, address in found.items():
            answer = client.get(address)
            assert answer.status_code < 500 or address == READINESS, address
            policy = answer["Content-Security-Policy"]
            assert "unsafe" not in policy, name
            assert "default-src 'none'" in policy, name
            assert not re.search(r"https?:", policy), name
            assert answer["X-Content-Type-Options"] == "nosniff", name
            html = answer["Content-Type"].startswith("text/html")
            pages += html and answer.status_code == 200
            loads = Loads(answer.content.decode() if html else "")
            assert not loads.inline, address
            strangers = [url for url in loads.found if re.match(r"(?:\w+:)?//", url.strip())]
            assert not strangers, address
    assert pages > 100


def test_errors_have_the_policy_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for address in ("/nekurienes/", "/en/nowhere/", "/data/nekas.csv", "/media/images/x.png"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "unsafe" not in answer["Content-Security-Policy"]
    monkeypatch.setattr("ligzda.portal.views.queries.questions", lambda: 1 / 0)
    client.raise_request_exception = False
    answer = client.get("/modeli/")
    assert answer.status_code == 500
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert "1 / 0" not in answer.content.decode()
    assert server_error(RequestFactory().get("/")).status_code == 500


def test_only_the_editors_pages_may_have_inline_style_sheets(client: Client) -> None:
    client.force_login(User.objects.get(email="redaktors@ligzda.example"))
    policy = client.get(EDITORS)["Content-Security-Policy"]
    assert [part for part in policy.split("; ") if "unsafe" in part] == [
        "style-src-elem 'self' 'unsafe-inline'"
    ]
    assert "style-src-attr 'none'" in policy
    assert "unsafe-eval" not in client.get(EDITORS)["Content-Security-Policy"]
    assert "unsafe" not in client.get("/zinas/")["Content-Security-Policy"]


def test_strangers_are_turned_away_from_the_desk_at_every_address(
    client: Client, comment: int
) -> None:
    """To sign in, refused, or not told that it exists; everywhere else everyone is let in."""
    coordinator = User.objects.get(email="koordinators.cesis@ligzda.example")

    def answers(address: str) -> tuple[list[Any], list[Any]]:
        client.logout()
        strangers = [client.get(address), client.post(address)]
        client.force_login(coordinator)
        return strangers, [client.get(address), client.post(address)]

    pages: dict[str, list[str]] = {"moderators": [], "authors": [], "everyone": []}
    seen = set()
    for name, address in addresses(comment).items():
        room, _, page = name.split(" ")[0].partition(":")
        if room == "newsroom":
            seen.add(page)
            desk = "moderators" if page in MODERATORS else "authors" if page in AUTHORS else ""
            pages[desk or "everyone"].append(address)
    assert seen >= MODERATORS | AUTHORS
    for address in pages["moderators"]:
        strangers, members = answers(address)
        with override("en" if address.startswith("/en/") else "lv"):
            door = reverse("account_login")
        assert [each["Location"].split("?")[0] for each in strangers] == [door, door], address
        statuses = {answer.status_code for answer in members}
        assert 403 in statuses, address
        assert statuses <= {403, 405}, address
        assert not [each for each in members if b"Laba zi" in each.content], address
    for address in pages["authors"]:
        strangers, members = answers(address)
        assert {each.status_code for each in [*strangers, *members]} == {404}, address
    for address in pages["everyone"]:
        strangers, members = answers(address)
        assert {strangers[0].status_code, members[0].status_code} <= {200, 302}, address
