"""Every address × every kind of person, reading and writing, as docs/pages.md declares it.

Who is let in is decided before a page is drawn, and no page is drawn here: half the time of twenty
thousand requests. What is drawn is looked at by portal/test_every_page.py and each room's tests.
Every request is taken back, so what it reads before it writes is asked of the database once. A
method that is refused is refused by a decorator, before anybody looks who asks: a few ask for all.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.template.base import Template
from django.test import Client
from django.utils.safestring import mark_safe
from pytest_django import DjangoDbBlocker
from tests.addresses import (
    NOBODY,
    UNNAMED,
    Page,
    Samples,
    client_of,
    declared,
    filled,
    latvian,
    people,
    samples,
)
from tests.asked_once import AskedOnce, asked_once
from tests.loaded import load_once
from tests.urlconf import READINESS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SIGN_IN = "/konts/pieteikties/"
FOR_ALL = {NOBODY, "no role", "network_lead", "participant"}
"""Who asks first: outsiders, the most powerful, and who is served."""


@dataclass(frozen=True)
class World:
    """A network with something at every address, and a browser for each kind of person."""

    samples: Samples
    clients: dict[str, Client]
    asked: AskedOnce


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        pytest.MonkeyPatch.context() as patch,
    ):
        load_once()
        at_every = samples()
        patch.setattr(Template, "render", lambda _self, _context: mark_safe(""))
        clients = {kind: client_of(user) for kind, user in people().items()}
        logging.disable()  # each refusal is a line
        with asked_once() as asked:
            yield World(at_every, clients, asked)
        logging.disable(logging.NOTSET)
        transaction.set_rollback(True)


def outcome(world: World, kind: str, method: str, address: str, form: dict[str, str] | None) -> str:
    """Return how a person fares: "in", "refused", "sign in", or "–" where it is never answered."""
    client = world.clients[kind]
    cookies = SimpleCookie(client.cookies)
    with transaction.atomic(), world.asked.request():
        answer = client.get(address) if method == "get" else client.post(address, form)
        transaction.set_rollback(True)
    if answer.streaming:
        answer.getvalue()  # the client closes the file then
    client.cookies = cookies
    assert answer.status_code < 500 or address == READINESS, (
        f"{method} {address}: {answer.status_code}"
    )
    if answer.status_code == 302 and answer["Location"].startswith(SIGN_IN):
        return "sign in"
    return {405: "–", 401: "refused", 403: "refused", 404: "refused"}.get(answer.status_code, "in")


def audience(world: World, name: str, method: str) -> str:
    """Return who is let in, in the words of the document."""
    pattern = dict(latvian())[name]
    address = filled(pattern, world.samples.names.get(name, ()))
    form = world.samples.forms.get(name)
    fared: dict[str, str] = {}
    for kinds in (FOR_ALL, world.clients.keys() - FOR_ALL):
        fared |= {kind: outcome(world, kind, method, address, form) for kind in kinds}
        if set(fared.values()) - {"sign in"} == {"–"}:
            return "–"
    let_in = [kind for kind in world.clients if fared[kind] == "in"]
    if len(let_in) == len(fared):
        return "everybody"
    if let_in == [kind for kind in world.clients if kind != NOBODY]:
        return "signed in"
    return ", ".join(let_in) or "nobody"


def test_every_address_is_declared() -> None:
    names = [name for name, _pattern in latvian() if name]
    assert sorted(names) == sorted(page.name for page in declared())
    assert {pattern for name, pattern in latvian() if not name} == set(UNNAMED)


@pytest.mark.parametrize("page", declared(), ids=lambda page: page.name)
def test_who_may_read_and_write(page: Page, world: World) -> None:
    found = audience(world, page.name, "get"), audience(world, page.name, "post")
    assert found == (page.reads, page.writes)
