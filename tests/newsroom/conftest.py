"""The cast, the loaded network, a moderator or two, and a hand that writes comments."""

import uuid
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import caches
from pytest_django import Settings
from tests.cast import Cast, _loaded, cast

from ligzda.network import actions as network
from ligzda.network.models import Partner, User
from ligzda.network.roles import Moderator
from ligzda.newsroom.actions import Posted, Writer, post
from ligzda.newsroom.models import Article, Comment

__all__ = ["_loaded", "cast"]


@pytest.fixture(autouse=True)
def _own_media(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    caches["process"].clear()  # the salt of a rolled-back transaction is none
    yield
    caches["process"].clear()


@pytest.fixture
def article(cast: Cast) -> Article:
    found: Article = Article.objects.get()
    return found


@pytest.fixture
def moderator(cast: Cast) -> User:
    return User.objects.get(email="moderators@ligzda.example")


@pytest.fixture
def second_moderator(cast: Cast) -> User:
    user = network.invite_user(by=cast.system, email="otrs@ligzda.example", name="Otrs moderators")
    network.grant_role(
        by=cast.system, user=user, role=Moderator, partner=Partner.objects.get(slug="raca")
    )
    return user


@pytest.fixture
def write(article: Article) -> Callable[..., Posted]:
    """Return a hand that writes: by a guest from a network of their own, unless told otherwise."""

    def hand(
        text: str = "Laba ziņa.",
        *,
        user: User | None = None,
        name: str = "Lasītāja",
        email: str = "",
        origin: str = "",
        parent: Comment | None = None,
        worked: bool = True,
        token: uuid.UUID | None = None,
        on: Article | None = None,
    ) -> Posted:
        origin = origin or uuid.uuid4().hex
        return post(
            article=on or article,
            parent=parent,
            writer=Writer(user=user, name=name, email=email, origin=origin, origins=[origin]),
            text=text,
            language="lv",
            token=token or uuid.uuid4(),
            worked=worked,
        )

    return hand
