"""Security keys in a real browser, which holds a virtual one (W3C WebAuthn, 11: automation)."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Visit, visitors
from tests.browser.test_trial import clean

pytestmark = pytest.mark.django_db
PASSWORD = "Divi stārķi pie Daugavas"
SIGN_IN, SET_UP, PLACE = "/konts/pieteikties/", "/konts/divi-soli/iestatit/", "/mana-lapa/"
USE = "Izmantot drošības atslēgu"
KEY = {
    "protocol": "ctap2", "transport": "usb", "hasResidentKey": False, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(scope="module")
def managers(served: str, django_db_blocker: Any) -> Iterator[str]:
    """Yield people whose role sees participants, as yet with a password alone."""
    from ligzda.network import actions
    from ligzda.network.conduct import conduct
    from ligzda.network.load import system_member
    from ligzda.network.models import Partner
    from ligzda.network.roles import IncubatorManager

    found = []
    with django_db_blocker.unblock():
        by, ogre = system_member(), Partner.objects.get(municipality__slug="ogres-novads")
        for name in ("Anna", "Zane", "Rita"):
            user = actions.invite_user(by=by, email=f"{name.lower()}@ogre.example", name=name)
            user.set_password(PASSWORD)
            user.save()
            actions.grant_role(by=by, user=user, role=IncubatorManager, partner=ogre)
            actions.accept_conduct(by=user, version=conduct().version)
            found.append(user.email)
    return iter(found)


@pytest.fixture
def manager(managers: Iterator[str]) -> str:
    return next(managers)


@pytest.fixture
def visitor(chromium: Browser, served: str, manager: str) -> Iterator[Callable[..., Visit]]:
    """Give visitors of the house at an address with a name: at a number no key answers."""
    with visitors(chromium, served.replace("127.0.0.1", "localhost")) as make:
        yield make


def plug_in(page: Page) -> None:
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def give_password(visit: Visit, who: str) -> Page:
    page = visit.open(SIGN_IN)
    page.get_by_label("E-pasts").fill(who)
    page.get_by_label("Parole").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Pieteikties").click()
    return page


def add_key(page: Page, name: str) -> None:
    page.get_by_label("Atslēgas nosaukums").fill(name)
    page.get_by_role("button", name="Pievienot atslēgu").click()


def choose_key(page: Page) -> None:
    """Go from where the role leads to the page that adds a key."""
    page.get_by_label("parole").fill(PASSWORD)
    page.get_by_role("button", name="Apstiprināt").click()
    expect(page).to_have_url(re.compile(SET_UP))
    page.get_by_role("link", name=USE).click()


def enrol(visit: Visit, who: str) -> Page:
    """Go from the first sign-in to the recovery codes, with a key on the way."""
    page = give_password(visit, who)
    choose_key(page)
    add_key(page, "zilā atslēga")
    expect(page.get_by_role("heading", name="Atkopšanas kodi")).to_be_visible()
    return page


def test_a_key_is_the_second_step_from_the_first_sign_in_on(
    visitor: Callable[..., Visit], manager: str
) -> None:
    visit = visitor(width=390, scheme="dark")
    plug_in(visit.page)
    page = give_password(visit, manager)
    visit.open(PLACE)  # nothing else opens before
    expect(page.get_by_text("Jūsu loma prasa")).to_be_visible()
    visit.page.context.clear_cookies()
    enrol(visit, manager)
    visit.page.context.clear_cookies()
    give_password(visit, manager)
    visit.open(PLACE)  # the password alone opens nothing
    expect(page.get_by_role("heading", name="Otrais solis")).to_be_visible()
    page.get_by_role("button", name=USE).click()
    expect(page.get_by_text(manager.partition("@")[0].title()).first).to_be_attached()
    expect(visit.open(PLACE).get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile(PLACE))
    clean(visit)


def test_a_key_is_renamed_added_once_and_removed(
    visitor: Callable[..., Visit], manager: str
) -> None:
    visit = visitor()
    plug_in(visit.page)
    page = enrol(visit, manager)
    page.on("dialog", lambda dialog: dialog.accept())  # what was typed may go
    visit.open("/konts/divi-soli/atslegas/jauna/")
    add_key(page, "tā pati")
    expect(page.get_by_role("alert")).to_have_text("Šī atslēga jūsu kontam jau ir pievienota.")
    page.get_by_role("link", name="Pieteikšanās divos soļos").first.click()
    page.get_by_role("link", name="Pārdēvēt, noņemt, pievienot").click()
    page.get_by_role("link", name="Pārdēvēt").click()
    page.get_by_label("Atslēgas nosaukums").fill("maciņā")
    page.get_by_role("button", name="Saglabāt").click()
    expect(page.get_by_role("heading", name="maciņā")).to_be_visible()
    page.get_by_role("link", name="Noņemt atslēgu").click()
    page.get_by_role("button", name="Noņemt atslēgu").click()
    expect(page.get_by_text("Jūsu loma prasa")).to_be_visible()  # another step is due at once


def test_at_an_address_of_figures_it_says_why_no_key_answers(
    visit: Callable[..., Visit], manager: str
) -> None:
    figures = visit()
    plug_in(figures.page)
    page = give_password(figures, manager)
    choose_key(page)
    add_key(page, "zilā atslēga")
    expect(page.get_by_role("alert")).to_contain_text("nevis tādā skaitliskā adresē")
