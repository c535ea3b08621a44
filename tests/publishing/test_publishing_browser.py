"""The page in Chromium: a strict Content-Security-Policy, phone and desk, light and dark, axe."""

import shutil
from collections.abc import Iterator
from importlib import resources
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright
from tests.publishing.samples import document

from ligzda.publishing import STYLES, to_html, to_html_fragment

pytestmark = pytest.mark.browser

ADDRESS = "http://ligzda.test/"
POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def opened(
    browser: Browser,
    html: str,
    *,
    width: int = 1200,
    scheme: Literal["light", "dark"] = "light",
    policy: str = "",
) -> tuple[Page, list[str]]:
    """Open a page that comes from our own address with our own style sheets."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="lv-LV"
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS)
        if name in STYLES:
            css = (resources.files("ligzda.publishing") / "static" / name).read_text("utf-8")
            route.fulfill(body=css, content_type="text/css")
        else:
            headers = {"content-security-policy": policy} if policy else {}
            route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers)

    page.route("**/*", answer)
    page.goto(ADDRESS)
    return page, complaints


def embedded() -> str:
    links = "".join(f'<link rel="stylesheet" href="/{name}">' for name in STYLES)
    return (
        f'<!doctype html><html lang="lv"><head><title>x</title>{links}</head>'
        f'<body class="report-page"><main>{to_html_fragment(document())}</main></body></html>'
    )


def test_a_fragment_holds_under_a_strict_policy(browser: Browser) -> None:
    page, complaints = opened(browser, embedded(), policy=POLICY)
    assert complaints == []
    colour = page.evaluate("getComputedStyle(document.querySelector('.note.invented')).borderColor")
    assert "rgb(156, 69, 38)" in colour  # clay: the style sheets did arrive


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_nothing_runs_over_the_edge(browser: Browser, width: int) -> None:
    page, _ = opened(browser, to_html(document()), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_phone_gets_the_narrow_drawing(browser: Browser) -> None:
    for width, shown in ((390, "narrow"), (1200, "wide")):
        page, _ = opened(browser, to_html(document()), width=width)
        visible = page.locator("figure svg:visible")
        assert visible.count() == 3
        assert {svg.get_attribute("class") for svg in visible.all()} == {shown}


def test_a_chart_follows_the_scheme(browser: Browser) -> None:
    script = "getComputedStyle(document.querySelector('figure svg.wide text')).fill"
    found = [
        opened(browser, to_html(document()), scheme=scheme)[0].evaluate(script)
        for scheme in ("light", "dark")
    ]
    assert found == ["rgb(27, 36, 34)", "rgb(231, 235, 232)"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_axe_finds_nothing(browser: Browser, width: int, scheme: Literal["light", "dark"]) -> None:
    page, _ = opened(browser, to_html(document()), width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    found = Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()


def test_a_table_can_be_reached_and_scrolled_by_keyboard(browser: Browser) -> None:
    page, _ = opened(browser, to_html(document()), width=390)
    regions = page.get_by_role("region")
    assert regions.count() >= 1
    for region in regions.all():
        region.focus()
        assert page.evaluate("document.activeElement.getAttribute('role')") == "region"
