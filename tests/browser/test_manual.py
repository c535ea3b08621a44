"""The pages that docs/manual shows, as each role meets them: nothing for axe, every picture there.

`LIGZDA_PICTURES=1` takes the pictures anew; without it the same pages are walked.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from tests.browser.conftest import TAKE_PICTURES, Visit

from ligzda.incubators.models import Equipment
from ligzda.network.models import User
from ligzda.training.models import Session

pytestmark = pytest.mark.django_db
MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual"
PHONE, DESKTOP = 390, 1060


def _machine() -> int:
    machines = Equipment.objects.filter(incubator__slug="ogre", retired_on=None)
    return machines.order_by("-needs_authorisation", "pk")[0].pk


def _session() -> int:
    return Session.objects.order_by("-pk")[0].pk


@dataclass(frozen=True)
class Shown:
    """A page of the manual: whose, which, on what."""

    who: str
    page: str
    args: tuple[Any, ...] = ()
    width: int = DESKTOP
    scheme: str = "light"

    def path(self) -> str:
        """Return its address; what was loaded has other numbers in each house."""
        return reverse(self.page, args=[each() if callable(each) else each for each in self.args])


PAGES = {
    "coordinator-my-place": Shown("koordinators.ogre", "portal:my_place"),
    "coordinator-costs": Shown("koordinators.ogre", "incubators:costs", ("ogre",)),
    "manager-week": Shown("vaditaja.ogre", "incubators:week", ("ogre",)),
    "manager-machine": Shown("vaditaja.ogre", "incubators:equipment", ("ogre", _machine)),
    "instructor-bookings": Shown("instruktore.ogre", "incubators:mine", width=PHONE),
    "instructor-may-use": Shown(
        "instruktore.ogre", "incubators:may_use", (_machine,), PHONE, "dark"
    ),
    "trainer-session": Shown("pasniedzeja", "training:session_desk", (_session,)),
    "mentor-pairs": Shown("mentore", "training:mentoring"),
    "participant-my-place": Shown("dalibnieks.ogre", "portal:my_place", width=PHONE),
    "evaluator-my-place": Shown("izvertetajs.rtu", "portal:my_place"),
    "ministry-statements": Shown("jurists.varam", "network:statements"),
    "moderator-desk": Shown("moderators", "newsroom:tray"),
    "administrator-audit": Shown("administrators", "network:audit"),
}


@pytest.fixture(scope="module")
def sessions(served: str, django_db_blocker: Any) -> dict[str, str]:
    """Give the session of everybody who is shown.

    Before the first test, whose own transaction the server would not see.
    """
    with django_db_blocker.unblock():
        return {who: _signed_in(who) for who in {shown.who for shown in PAGES.values()}}


def _signed_in(who: str) -> str:
    client = Client()
    client.force_login(User.objects.get(email=f"{who}@ligzda.example"))
    return client.cookies["sessionid"].value


@pytest.mark.parametrize("file", PAGES)
def test_a_page_of_the_manual(
    visit: Callable[..., Visit],
    sessions: dict[str, str],
    django_db_blocker: Any,
    file: str,
) -> None:
    shown = PAGES[file]
    seen = visit(width=shown.width, scheme=shown.scheme, session=sessions[shown.who])
    for language in ("en", "lv"):
        with override(language), django_db_blocker.unblock():
            path = shown.path()
        page = seen.open(path)
        assert page.url == seen.address + path, "led elsewhere"
        found = Axe().run(page).response["violations"]
        assert not [(rule["id"], rule["nodes"][0]["html"]) for rule in found]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, "it moves sideways"
    assert not seen.complaints
    if TAKE_PICTURES:
        height = 780 if shown.width < 600 else 640
        page.set_viewport_size({"width": shown.width, "height": height})
        page.screenshot(path=MANUAL / "pictures" / f"{file}.png")


def test_the_manual_shows_what_is_walked_and_nothing_else() -> None:
    texts = {path.name: path.read_text("utf-8") for path in MANUAL.glob("*.md")}
    shown = [
        name for text in texts.values() for name in re.findall(r"\(pictures/([\w-]+)\.png", text)
    ]
    assert sorted(shown) == sorted(PAGES)
    pictures = list((MANUAL / "pictures").glob("*.png"))
    assert {path.stem for path in pictures} == set(PAGES)
    assert max(path.stat().st_size for path in pictures) <= 150_000
    roles = set(re.findall(r"\(([\w-]+\.md)\)", texts["README.md"]))
    assert roles == set(texts) - {"README.md"}
