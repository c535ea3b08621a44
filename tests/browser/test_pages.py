"""Every page in a real browser: axe, keyboard, narrow screens, policy, no third party."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils.translation import override
from tests.browser.conftest import PICTURES, TAKE_PICTURES, Visit, words_cut

from ligzda.network.models import User
from ligzda.server.database import data_folder

pytestmark = pytest.mark.django_db

PUBLIC: dict[str, tuple[str, list[str]]] = {
    "home": ("portal:home", []),
    "municipalities": ("portal:municipalities", []),
    "municipality": ("portal:municipality", ["ogres-novads"]),
    "municipality-invented": ("portal:municipality", ["cesu-novads"]),
    "municipality-other": ("portal:municipality", ["adazu-novads"]),
    "models": ("portal:models", []),
    "model": ("portal:model", ["m1-dienas-centra-darbnica"]),
    "rules": ("portal:rules", []),
    "practices": ("portal:practices", []),
    "practice": ("portal:practice", ["saime"]),
    "partners": ("portal:partners", []),
    "partner": ("portal:partner", ["rtu"]),
    "evaluations": ("portal:evaluations", []),
    "evaluation": ("portal:evaluation", ["jtpa"]),
    "evaluation-ranks": ("portal:evaluation", ["thrombolytic"]),
    "open-data": ("portal:open_data", []),
    "open-data-set": ("portal:open_data_set", ["incubators"]),
    "api": ("portal:api", []),
    "accessibility": ("portal:accessibility", []),
    "privacy": ("portal:privacy", []),
    "easy": ("portal:easy", []),
    "about": ("portal:about", []),
    "sign-in": ("account_login", []),
    "sign-up": ("account_signup", []),
    "inactive": ("account_inactive", []),
    "forgotten": ("account_reset_password", []),
    "forgotten-sent": ("account_reset_password_done", []),
    "forgotten-bad-link": ("account_reset_password_from_key", ["1", "used"]),
    "forgotten-done": ("account_reset_password_from_key_done", []),
}
SIGNED_IN: dict[str, tuple[str, list[str]]] = {
    "my-place": ("portal:my_place", []),
    "sign-out": ("account_logout", []),
    "confirm": ("account_reauthenticate", []),
    "password": ("account_change_password", []),
    "two-factor": ("mfa_index", []),
    "set-up": ("mfa_activate_totp", []),
}
LANGUAGES = ["lv", "en"]


def path(language: str, page: tuple[str, list[str]]) -> str:
    with override(language):
        return reverse(page[0], args=page[1])


def demo_password() -> str:
    return (data_folder() / "demo-password").read_text("utf-8").strip()


def check(visit: Visit, language: str) -> None:
    """Axe finds nothing in either scheme, nothing was complained of, the language is said."""
    found = Axe().run(visit.page).response["violations"]
    visit.page.emulate_media(color_scheme="dark")
    # The schemes differ in colour alone.
    colours = {"runOnly": ["color-contrast", "link-in-text-block"]}
    found += Axe().run(visit.page, options=colours).response["violations"]
    told = [
        f"{rule['id']}: {rule['help']}: {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]
    assert not told, "\n".join(told)
    assert not visit.complaints
    assert visit.page.get_attribute("html", "lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PUBLIC)
def test_axe_finds_nothing(reader: Callable[..., Visit], name: str, language: str) -> None:
    visitor = reader()
    visitor.open(path(language, PUBLIC[name]))
    check(visitor, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SIGNED_IN)
def test_axe_finds_nothing_when_signed_in(
    reader: Callable[..., Visit], session: str, name: str, language: str
) -> None:
    visitor = reader(session=session)
    page = visitor.open(path(language, SIGNED_IN[name]))
    if name == "set-up" and page.locator("input[name=password]").count():
        page.fill("input[name=password]", demo_password())
        page.click("main button")
        page.wait_for_selector(".qr svg")
    check(visitor, language)


@pytest.mark.parametrize("name", PUBLIC)
def test_nothing_scrolls_sideways_on_a_narrow_phone(
    reader: Callable[..., Visit], name: str
) -> None:
    """320 CSS pixels are also what 1280 become at 400 % zoom (WCAG 2.2, 1.4.10)."""
    page = reader(width=320, height=640).open(path("lv", PUBLIC[name]))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('href') || ''"))


def test_the_keyboard_reaches_everything(visit: Callable[..., Visit]) -> None:
    page = visit().open("/")
    page.keyboard.press("Tab")
    assert focused(page) == "#main"
    assert (page.locator(".skip").bounding_box() or {"y": -1})["y"] >= 0, (
        "the skip link shows when focused"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")

    page = visit().open("/")
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(focused(page))
    on_map = [region.get_attribute("href") for region in page.locator("a.region").all()]
    corners = [corner.get_attribute("href") for corner in page.locator("a.corner").all()]
    assert len(on_map) == 9
    assert len(corners) == 8
    assert "/en/" in reached
    assert set(on_map) <= set(reached)
    assert set(corners) <= set(reached)


def test_a_focused_map_link_can_be_seen_and_followed(visit: Callable[..., Visit]) -> None:
    page = visit().open("/")
    ogre = page.locator('a.region[href*="ogres"]')
    before = ogre.locator("path").evaluate("e => getComputedStyle(e).stroke")
    page.locator("main a.button").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if "ogres" in focused(page):
            break
    assert ogre.locator("path").evaluate("e => getComputedStyle(e).stroke") != before
    page.keyboard.press("Enter")
    page.wait_for_url("**/pasvaldibas/ogres-novads/")
    assert page.locator("h1").inner_text() == "Ogres novads"


def test_the_switch_leads_to_the_same_page(visit: Callable[..., Visit]) -> None:
    page = visit().open(path("lv", PUBLIC["municipality"]) + "?year=2021")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/municipalities/ogres-novads/?year=2021")
    page.get_by_role("link", name="Latviešu").click()
    page.wait_for_url("**/pasvaldibas/ogres-novads/?year=2021")


def test_signing_in_and_out_by_hand(visit: Callable[..., Visit]) -> None:
    email = User.objects.filter(is_demo=True).order_by("pk").values_list("email", flat=True)[0]
    visitor = visit(width=390, height=844)
    page = visitor.open("/")
    page.get_by_role("link", name="Pieteikties").click()
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", demo_password())
    page.click("main button")
    page.wait_for_url("**/mana-lapa/")
    page.locator("summary").click()
    page.locator(".menu button").click()
    page.wait_for_url(visitor.address + "/")
    assert page.get_by_role("link", name="Pieteikties").count() == 1
    assert not visitor.complaints


def test_the_menu_closes_on_escape_and_on_a_click_outside(
    visit: Callable[..., Visit], session: str
) -> None:
    visitor = visit(session=session)
    page = visitor.open("/")
    menu, button = page.locator("details.menu"), page.locator("details.menu summary")
    button.click()
    assert menu.get_attribute("open") is not None
    page.locator("h1").first.click()
    assert menu.get_attribute("open") is None
    button.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert button.evaluate("summary => summary === document.activeElement")
    assert not visitor.complaints


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_of_who_is_signed_in_is_one_line(
    visit: Callable[..., Visit], session: str, language: str
) -> None:
    heights = {}
    for signed_in in ("", session):
        page = visit(width=1280, session=signed_in).open(path(language, PUBLIC["home"]))
        heights[signed_in] = page.locator(".masthead").bounding_box()["height"]  # type: ignore[index]
    assert heights[session] == heights[""] < 80


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_word_of_a_picture_is_cut(
    visit: Callable[..., Visit], width: int, language: str
) -> None:
    """The reader's font may be wider than the one a picture was measured in."""
    visitor = visit(width=width)
    for name in ("home", "models", "model", "evaluation", "evaluation-ranks"):
        page = visitor.open(path(language, PUBLIC[name]))
        page.locator("main svg text").first.wait_for(state="attached")
        assert words_cut(page) == [], name


def test_home_is_light(visit: Callable[..., Visit]) -> None:
    visitor = visit()
    sizes: list[int] = []
    visitor.page.on("response", lambda response: sizes.append(len(response.body())))
    visitor.open("/")
    visitor.page.wait_for_load_state("networkidle")
    assert len(sizes) >= 4, "the page, two style sheets, the logo"
    assert sum(sizes) <= 100_000


@pytest.mark.skipif(not TAKE_PICTURES, reason="LIGZDA_PICTURES=1 takes the pictures anew")
@pytest.mark.parametrize(
    ("file", "language", "name", "scheme", "width"),
    [
        ("home-lv", "lv", "home", "light", 1060),
        ("home-en-dark", "en", "home", "dark", 1060),
        ("home-lv-phone", "lv", "home", "light", 390),
        ("models-lv", "lv", "models", "light", 1060),
        ("municipality-lv", "lv", "municipality", "light", 1060),
    ],
)
def test_pictures_for_the_readme(
    visit: Callable[..., Visit], file: str, language: str, name: str, scheme: str, width: int
) -> None:
    height = 780 if width < 600 else 580
    page = visit(width=width, height=height, scheme=scheme).open(path(language, PUBLIC[name]))
    PICTURES.mkdir(parents=True, exist_ok=True)
    target = PICTURES / f"{file}.png"
    page.screenshot(path=target)
    assert target.stat().st_size <= 150_000
