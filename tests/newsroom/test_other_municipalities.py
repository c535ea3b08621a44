"""What another municipality has not published yet, a coordinator finds on no page of the desk."""

import re
from collections.abc import Collection
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from PIL import Image as Pillow
from tests.cast import Cast
from tests.urlconf import EDITORS, patterns
from wagtail.images.models import Image

from ligzda.network.models import Municipality, User
from ligzda.newsroom.door import follow_roles
from ligzda.newsroom.models import Article, Topic

pytestmark = pytest.mark.django_db

CANARY = "Kanārijputns"
SPELT = (CANARY.encode(), CANARY.encode("unicode-escape"), b"kanarijputns")
CHOOSER = "/redakcija/snippets/choose/newsroom/article/"
ASKED = ("", "?id={pk}&id=all&q=Kan%C4%81rij")
WORDS = {"app_label": "newsroom", "model_name": "article", "app_name": "newsroom"}


def editor() -> User:
    return User.objects.get(email="redaktors@ligzda.example")


@pytest.fixture
def draft(cast: Cast) -> Article:
    """A draft of Cēsis, with a picture, written by its coordinator and put up for review."""
    made = BytesIO()
    Pillow.new("RGB", (40, 30), "red").save(made, "PNG")
    row = Article(title_lv=CANARY, slug="kanarijputns", lede_lv="I.", author="C", live=False)
    row.credit = row.picture_alt_lv = "Attēls."
    row.body_lv = "<p>Teksts.</p>"
    row.picture = Image.objects.create(title="Attēls", file=ImageFile(made, "attels.png"))
    row.municipalities = Municipality.objects.filter(slug="cesu-novads")
    row.topics = Topic.objects.all()[:1]
    row.save()
    row.save_revision(user=cast.cesis)
    row.get_workflow().start(row, cast.cesis)
    return row


def numbers(draft: Article) -> set[int]:
    """Numbers by which something may be asked that knows of the draft."""
    state = draft.current_workflow_state
    assert draft.picture is not None
    found = (draft, draft.picture, draft.latest_revision, state, state.current_task_state)
    return {each.pk for each in found}


def addresses(pk: int) -> list[str]:
    """Every address behind the door, with this number and the name wherever one is asked."""
    found = []
    for _name, pattern in patterns(get_resolver()):
        if not pattern.startswith(EDITORS):
            continue
        for action in ("delete",) if "<str:action>" in pattern else ("",):
            filled = re.sub(
                r"<(?:\w+:)?(\w+)>",
                lambda part, action=action: WORDS.get(  # type: ignore[misc]
                    part[1], action if part[1] == "action" else str(pk)
                ),
                re.sub(r"\^|\$|\(\?P(<\w+>)[^)]*\)", r"\1", pattern).replace("\\", ""),
            )
            found += [filled + asked.format(pk=pk) for asked in ASKED]
    return found


def seen(client: Client, asked: Collection[str]) -> list[str]:
    client.raise_request_exception = False
    bodies = {address: client.get(address).getvalue() for address in sorted(asked)}
    return [address for address, body in bodies.items() if any(word in body for word in SPELT)]


@pytest.mark.slow
def test_no_page_behind_the_door_tells_another_s_draft(
    client: Client, cast: Cast, draft: Article
) -> None:
    follow_roles(cast.ogre)
    client.force_login(cast.ogre)
    # One's own picture may be used by others: its pages are open to who brought it.
    Image.objects.update(uploaded_by_user=cast.ogre)
    addressed = {at for number in numbers(draft) for at in addresses(number)}
    assert seen(client, addressed) == []


@pytest.mark.slow
def test_the_walk_would_find_it(client: Client, cast: Cast, draft: Article) -> None:
    client.force_login(editor())
    found = seen(client, [at for at in addresses(draft.pk) if "newsroom/article/" in at])
    assert len({address.partition("?")[0] for address in found}) > 10
    assert CHOOSER in found


@pytest.mark.parametrize("who", ["own", "editor"])
def test_whose_it_is_may_choose_it(client: Client, cast: Cast, draft: Article, who: str) -> None:
    client.force_login(cast.cesis if who == "own" else editor())
    for address in (f"chosen/{draft.pk}/", f"chosen-multiple/?id={draft.pk}"):
        assert CANARY in str(client.get(CHOOSER + address).json())
    assert CANARY in client.get(CHOOSER + "results/").content.decode()


def test_others_may_choose_what_is_public(client: Client, cast: Cast, draft: Article) -> None:
    client.force_login(cast.ogre)
    assert client.get(f"{CHOOSER}chosen/{draft.pk}/").status_code == 404
    draft.live, draft.first_published_at = True, timezone.now()
    draft.save()
    assert client.get(f"{CHOOSER}chosen/{draft.pk}/").status_code == 200
    for odd in ("x", "9" * 30, "²"):
        assert client.get(f"{CHOOSER}chosen/{odd}/").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["reports/site-history/", "bulk/newsroom/article/delete/?id=all", "images/usage/{picture}/"],
)
def test_what_is_over_all_municipalities_is_for_editors(
    client: Client, cast: Cast, draft: Article, address: str
) -> None:
    Image.objects.update(uploaded_by_user=cast.ogre)
    address = address.format(picture=draft.picture_id)
    client.force_login(cast.ogre)
    assert client.get(EDITORS + address).status_code == 403
    client.force_login(editor())
    assert client.get(EDITORS + address).status_code == 200
