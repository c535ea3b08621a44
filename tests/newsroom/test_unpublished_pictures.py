"""A picture is as public as what shows it: the name of its file opens nothing."""

import datetime
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from django.utils import timezone
from PIL import Image as Pillow
from tests.cast import Cast
from wagtail.images.models import Image, Rendition

from ligzda.network.models import User
from ligzda.newsroom.models import Article, Banner

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def drawn(title: str) -> tuple[Image, str]:
    """A picture of nobody's, and the address of a drawing of it, which a stranger can guess."""
    made = BytesIO()
    Pillow.new("RGB", (40, 30), "red").save(made, "PNG")
    picture = Image.objects.create(title=title, file=ImageFile(made, f"{title}.png"))
    address: str = picture.get_rendition("width-20").url
    return picture, address


@pytest.fixture
def shown(article: Article) -> tuple[Article, str]:
    """A published article with a picture, and the picture's address."""
    article.picture, address = drawn("tilts")
    article.save()
    return article, address


def readable(client: Client, address: str) -> bool:
    answer = client.get(address)
    if answer.status_code == 200:
        assert answer.getvalue().startswith(b"\x89PNG")  # which also closes the file
    return answer.status_code == 200


def test_a_picture_that_nothing_shows_is_nobody_s(client: Client, cast: Cast) -> None:
    _picture, address = drawn("nekur")
    assert not readable(client, address)


@pytest.mark.parametrize("way", ["unpublished", "never published", "another picture", "deleted"])
def test_it_is_closed_with_its_article(
    client: Client, shown: tuple[Article, str], way: str
) -> None:
    article, address = shown
    assert readable(client, address)
    match way:
        case "unpublished":
            article.unpublish()
        case "never published":
            Article.objects.update(live=False, first_published_at=None)
        case "another picture":
            article.picture, _other = drawn("cits")
            article.save()
        case _:
            article.delete()
    assert not readable(client, address)


def test_a_draft_of_a_published_article_opens_nothing(
    client: Client, shown: tuple[Article, str]
) -> None:
    article, before = shown
    article.picture, later = drawn("rit")
    revision = article.save_revision()
    assert (readable(client, before), readable(client, later)) == (True, False)
    revision.publish()
    assert (readable(client, before), readable(client, later)) == (False, True)


@pytest.mark.parametrize("place", ["wide", "narrow"])
@pytest.mark.parametrize(
    ("begins", "ends", "open_"), [(-2, -1, False), (1, 2, False), (-1, 0, True), (0, 1, True)]
)
def test_a_banner_s_picture_is_open_in_its_days(
    client: Client, article: Article, begins: int, ends: int, open_: bool, place: str
) -> None:
    pictures = {"wide": article.picture, "narrow": article.picture}
    pictures[place], address = drawn("baneris")
    today = timezone.localdate()
    Banner.objects.create(
        advertiser="Ogre", alt_lv="Tirgus", alt_en="Market", url="https://ogre24.lv",
        begins=today + begins * DAY, ends=today + ends * DAY, **pictures,
    )  # fmt: skip
    assert readable(client, address) is open_


def test_who_writes_news_sees_it_and_no_other_member(client: Client, cast: Cast) -> None:
    _picture, address = drawn("nekur")
    moderator = User.objects.get(email="moderators@ligzda.example")
    editor = User.objects.get(email="redaktors@ligzda.example")
    for user, sees in ((cast.ogre, True), (editor, True), (moderator, False)):
        client.force_login(user)
        assert readable(client, address) is sees


def test_nobody_keeps_what_may_be_closed(
    client: Client, cast: Cast, shown: tuple[Article, str]
) -> None:
    article, address = shown
    public = client.get(address)
    assert public.getvalue()
    assert public["Cache-Control"] == "public, max-age=300"
    again = client.get(address, headers={"if-none-match": public["ETag"]})
    assert (again.status_code, again["Cache-Control"]) == (304, "public, max-age=300")
    article.unpublish()
    assert client.get(address, headers={"if-none-match": public["ETag"]}).status_code == 404
    client.force_login(cast.ogre)
    private = client.get(address)
    assert private.getvalue()
    assert private["Cache-Control"] == "private, no-store"


def test_a_drawing_whose_file_is_gone_is_not_there(
    client: Client, shown: tuple[Article, str]
) -> None:
    _article, address = shown
    for row in Rendition.objects.filter(file=address.removeprefix("/media/")):
        row.file.storage.delete(row.file.name)
    assert client.get(address).status_code == 404
