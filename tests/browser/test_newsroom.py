"""The newsroom in a real browser: axe, live count, proof of work, keyboard, no script."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Page, expect
from tests.browser.conftest import PICTURES, TAKE_PICTURES, Visit

pytestmark = pytest.mark.django_db

SLUG = "ogre-piedalas-socialas-uznemejdarbibas-inkubatoru-tikla"
PAGES = {
    "news": ("/zinas/", "/en/news/"),
    "article": (f"/zinas/{SLUG}/", f"/en/news/{SLUG}/"),
    "discussion-rules": ("/komentari/noteikumi/", "/en/comments/rules/"),
    "receipt": ("/komentari/kods/", "/en/comments/receipt/"),
    "figures": ("/komentari/skaitli/", "/en/comments/figures/"),
}
MODERATION = {
    "tray": ("/moderacija/", "/en/moderation/"),
    "bans": ("/moderacija/liegumi/", "/en/moderation/bans/"),
}


def assert_clean(visit: Visit) -> None:
    found = Axe().run(visit.page)
    assert found.violations_count == 0, found.generate_report()
    assert visit.complaints == []
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _session(email: str, unblocked: Any) -> str:
    """Return the key of a session in which a person of the demonstration is signed in."""
    from ligzda.network.models import User

    with unblocked.unblock():
        client = Client()
        user = User.objects.get(email=email)
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client.cookies["sessionid"].value


@pytest.fixture(scope="module")
def moderator(served: str, django_db_blocker: Any) -> str:
    return _session("moderators@ligzda.example", django_db_blocker)


@pytest.fixture(scope="module")
def editor(served: str, django_db_blocker: Any) -> str:
    return _session("redaktors@ligzda.example", django_db_blocker)


def write(page: Page, text: str) -> None:
    page.get_by_label("Jūsu vārds").fill("Lasītāja")
    page.get_by_label("Komentārs", exact=True).fill(text)
    page.get_by_role("button", name="Publicēt komentāru").click()


@pytest.mark.parametrize("language", [0, 1], ids=["lv", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_clean_on_phone_and_desk(
    visit: Callable[..., Visit], name: str, language: int
) -> None:
    for width, scheme in ((1280, "light"), (360, "dark")):
        here = visit(width=width, scheme=scheme)
        here.open(PAGES[name][language])
        if TAKE_PICTURES and not language and name in ("news", "article"):
            here.page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)
        assert_clean(here)


@pytest.mark.parametrize("name", MODERATION)
def test_moderation_is_clean(visit: Callable[..., Visit], moderator: str, name: str) -> None:
    for width, scheme in ((1280, "light"), (360, "dark")):
        here = visit(width=width, scheme=scheme, session=moderator)
        for address in MODERATION[name]:
            here.open(address)
            assert address in here.page.url
            assert_clean(here)


def test_a_reader_counts_writes_answers_and_a_moderator_decides(
    visit: Callable[..., Visit], moderator: str
) -> None:
    reader = visit(width=390)
    page = reader.open(PAGES["article"][0])
    box = page.get_by_label("Komentārs", exact=True)
    box.fill("a\u0304👩‍👩‍👧‍👦\nb  ")
    expect(page.locator("[data-count]")).to_have_text("4 / 1000")
    write(page, "Pārlūka lasītājas viedoklis par darbnīcu.")
    expect(page.locator("code.receipt")).to_be_visible()  # the proof of work was accepted
    expect(page.get_by_role("heading", name="Komentāri (1)")).to_be_visible()
    assert_clean(reader)
    page.get_by_role("link", name="Atbildēt").first.click()
    write(page, "Atbilde ar aizliegtu saiti ogre24.lv")
    expect(page.get_by_role("alert")).to_contain_text("5. noteikums")
    expect(page.get_by_label("Komentārs", exact=True)).to_have_value(
        "Atbilde ar aizliegtu saiti ogre24.lv"
    )
    refusals = [each for each in reader.complaints if "422" not in each]
    assert refusals == []
    reader.complaints.clear()
    assert_clean(reader)

    desk = visit(session=moderator)
    page = desk.open("/moderacija/?which=unseen")
    page.get_by_role("link", name="Apskatīt un lemt").first.click()
    assert_clean(desk)
    page.keyboard.press("r")  # leads to ground and reasons first
    expect(page.locator("#id_ground")).to_be_focused()
    page.locator("#id_ground").select_option("morals")
    page.locator("#id_statement").fill("Nepieklājīgi pret kaimiņiem.")
    page.locator("h1").click()
    page.keyboard.press("r")
    expect(page.get_by_role("status").first).to_contain_text("izņemts")
    page.keyboard.press("u")
    expect(page.get_by_text("Lēmums ir atsaukts.")).to_be_visible()
    assert_clean(desk)


def test_without_a_script_one_reads_and_writes(chromium: Any, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="lv-LV")
    page = context.new_page()
    page.goto(served + PAGES["article"][0])
    write(page, "Bez skripta rakstīts viedoklis.")
    expect(page.get_by_text("gaida pārskatīšanu")).to_be_visible()
    context.close()


def test_editors_find_wagtail_behind_the_door(visit: Callable[..., Visit], editor: str) -> None:
    here = visit(session=editor)
    page = here.open("/redakcija/snippets/newsroom/article/")
    page.get_by_role("link", name="Ogre piedalās").first.click()
    expect(page.locator(".public-DraftEditor-content").first).to_be_visible()
    assert here.complaints == []
