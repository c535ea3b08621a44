"""Sign-in by OpenID Connect, against a provider that runs as a process of its own on loopback."""

import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from tests.cast import Cast, _loaded, cast
from tests.signing_in import SECRET, record
from tests.waiting import PATIENCE, until

from ligzda.network import actions
from ligzda.network.models import User
from ligzda.server.invitation import link
from ligzda.server.openid import OpenIdError, openid_settings

__all__ = ["_loaded", "cast"]

pytestmark = pytest.mark.django_db
PASSWORD = "Divi stārķi pie Daugavas"
PLACE, PAGE, BEGIN = "/mana-lapa/", "/konts/openid/", "/konts/openid/sakt/"
PEOPLE = {
    "anna": {"email": "Anna@Example.org", "email_verified": True, "name": "Anna Ozola"},
    "zane": {"email": "zane@example.org", "email_verified": True},
    "unproven": {"email": "anna@example.org", "email_verified": False},
}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running() -> Iterator[str]:
    """Run a provider that knows PEOPLE; yield its issuer."""
    issuer = f"http://127.0.0.1:{(port := free_port())}"
    people = [json.dumps({"sub": sub, **claims}) for sub, claims in PEOPLE.items()]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    for claims in people:
        command += ["--user-claims", claims]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            until(lambda: answers(issuer), lambda: "the provider does not answer")
            yield issuer
        finally:
            process.terminate()


def answers(issuer: str) -> bool:
    try:
        return requests.get(f"{issuer}/.well-known/openid-configuration", timeout=PATIENCE).ok
    except requests.ConnectionError:
        return False


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with running() as found:
        yield found


@pytest.fixture
def use(settings: Any) -> Callable[[str], None]:
    def use(issuer: str) -> None:
        given = {"ISSUER": issuer, "CLIENT": "ligzda", "SECRET": "s", "NAME": "Novada konts"}
        found = openid_settings({f"LIGZDA_OIDC_{name}": value for name, value in given.items()})
        settings.OPENID_NAME, settings.SOCIALACCOUNT_PROVIDERS = found

    return use


@pytest.fixture(autouse=True)
def _used(use: Callable[[str], None], issuer: str) -> None:
    use(issuer)


@pytest.fixture
def invited(cast: Cast) -> User:
    return actions.invite_user(by=cast.system, email="anna@example.org", name="Anna Ozola")


# --- the way there and back ------------------------------------------------------------------


def to_provider(client: Client, address: str = BEGIN, **form: str) -> str:
    """Press the button; return the address to which the page leads on."""
    page = client.post(address, form)
    assert page.status_code == 200, page.content.decode()
    found: str = page.context["onwards"]
    return found


def at_provider(onwards: str, sub: str, **changed: str) -> str:
    """Sign in there as somebody; return path and query with which one comes back."""
    parts = urlsplit(onwards)
    query = dict(parse_qsl(parts.query)) | changed
    there = urlunsplit(parts._replace(query=urlencode(query)))
    back = requests.post(there, {"sub": sub}, allow_redirects=False, timeout=PATIENCE).headers[
        "Location"
    ]
    return urlunsplit(("", "", *urlsplit(back)[2:]))


def open_link(client: Client, user: User) -> dict[str, str]:
    """Open the link of an invitation; return what its button sends."""
    path = urlsplit(link(user)).path
    page = client.get(path, follow=True).content.decode()
    found = re.search(r'name="invited" value="(\w+)"', page)
    assert found, page
    return {"invited": found[1]}


def accept(client: Client, user: User, sub: str) -> Any:
    onwards = to_provider(client, **open_link(client, user))
    return client.get(at_provider(onwards, sub), follow=True)


def signed_in(client: Client) -> bool:
    return client.get(PLACE).status_code == 200


# --- what works ------------------------------------------------------------------------------


def test_an_invitation_is_accepted_and_the_next_sign_in_takes_one_button(
    client: Client, invited: User
) -> None:
    used = open_link(client, invited)
    client.get(at_provider(to_provider(client, **used), "anna"))
    assert signed_in(client)
    assert EmailAddress.objects.get(user=invited).verified
    client.post("/konts/iziet/")
    assert not signed_in(client)
    client.get(at_provider(to_provider(client), "anna"))
    assert signed_in(client)


def test_a_link_is_used_once(client: Client, invited: User) -> None:
    used = urlsplit(link(invited)).path
    accept(client, invited, "anna")
    again = Client().get(used, follow=True).content.decode()
    assert "Šī saite vairs neder" in again


def test_of_two_tabs_with_one_link_the_second_comes_too_late(client: Client, invited: User) -> None:
    other = Client()
    late = to_provider(other, **open_link(other, invited))
    accept(client, invited, "anna")
    page = other.get(at_provider(late, "anna"))
    assert (page.status_code, signed_in(other)) == (403, False)


def test_nothing_is_kept_of_what_the_provider_tells_but_its_number(
    client: Client, invited: User, cast: Cast
) -> None:
    accept(client, invited, "anna")
    account = SocialAccount.objects.get()
    assert (account.uid, account.extra_data, account.user) == ("anna", {}, invited)
    client.post("/konts/iziet/")
    client.get(at_provider(to_provider(client), "anna"))
    assert SocialAccount.objects.get().extra_data == {}
    actions.erase_user(by=cast.administrator, user=invited)
    assert not SocialAccount.objects.exists()


def test_the_second_step_is_due_here_too(client: Client, invited: User) -> None:
    accept(client, invited, "anna")
    TOTP.activate(invited, SECRET)
    client.post("/konts/iziet/")
    client.get(at_provider(to_provider(client), "anna"))
    assert client.get(PLACE)["Location"].startswith("/konts/pieteikties/")


def test_whose_account_is_closed_does_not_come_in(
    client: Client, invited: User, cast: Cast
) -> None:
    accept(client, invited, "anna")
    client.post("/konts/iziet/")
    actions.offboard_user(by=cast.administrator, user=invited)
    client.get(at_provider(to_provider(client), "anna"))
    assert not signed_in(client)


def test_it_comes_back_in_the_language_in_which_it_began(client: Client) -> None:
    onwards = to_provider(client, "/en/account/openid/begin/")
    page = client.get(at_provider(onwards, "zane")).content.decode()
    assert "No account here is connected" in page


# --- what is refused -------------------------------------------------------------------------


@pytest.mark.parametrize("sub", ["zane", "unproven"])
def test_an_invitation_is_for_its_address_alone(client: Client, invited: User, sub: str) -> None:
    page = accept(client, invited, sub)
    assert page.status_code == 403
    assert "anna@example.org" in page.content.decode()
    assert not signed_in(client)
    assert not SocialAccount.objects.exists()


def test_an_address_alone_opens_nothing(client: Client, invited: User) -> None:
    page = client.get(at_provider(to_provider(client), "anna"))
    assert page.status_code == 403
    assert "nav saistīts neviens konts" in page.content.decode()
    assert not signed_in(client)


def test_a_state_that_was_changed_or_is_another_browsers_is_refused(
    client: Client, invited: User
) -> None:
    back = at_provider(to_provider(client, **open_link(client, invited)), "anna")
    changed = re.sub(r"state=\w+", "state=abcdefgh12345678", back)
    for browser, address in ((client, changed), (Client(), back)):
        page = browser.get(address)
        assert page.status_code == 401
        assert "sāciet no jauna" in page.content.decode()
        assert not signed_in(browser)


def test_an_answer_is_taken_once(client: Client, invited: User) -> None:
    back = at_provider(to_provider(client, **open_link(client, invited)), "anna")
    client.get(back)
    client.post("/konts/iziet/")
    assert client.get(back).status_code == 401
    assert not signed_in(client)


def test_a_token_with_another_nonce_is_refused(client: Client, invited: User) -> None:
    onwards = to_provider(client, **open_link(client, invited))
    page = client.get(at_provider(onwards, "anna", nonce="of-another-sign-in"))
    assert page.status_code == 401
    assert not signed_in(client)
    assert not SocialAccount.objects.exists()


def test_whoever_ends_it_there_reads_so_here(client: Client) -> None:
    onwards = to_provider(client)
    state = dict(parse_qsl(urlsplit(onwards).query))["state"]
    page = client.get(f"/openid/openid/?error=access_denied&state={state}")
    assert "Jūs to tur pārtraucāt" in page.content.decode()


def test_a_provider_that_is_down_is_said_before_and_after(
    client: Client, use: Callable[[str], None]
) -> None:
    with running() as issuer:
        use(issuer)
        back = at_provider(to_provider(client), "anna")
    for page in (client.get(back), client.post(BEGIN)):
        assert page.status_code == 503
        assert "Novada konts pašlaik neatbild" in page.content.decode()


# --- in one's account ------------------------------------------------------------------------


def test_who_is_signed_in_connects_and_parts(client: Client, invited: User) -> None:
    invited.set_password(PASSWORD)
    invited.save()
    client.force_login(invited)
    assert client.get(PAGE)["Location"].startswith("/konts/apstiprinat/")
    record(client, invited, "password", reauthenticated=True)
    page = client.get(at_provider(to_provider(client, PAGE), "zane"), follow=True)
    assert page.status_code == 403  # another address
    page = client.get(at_provider(to_provider(client, PAGE), "anna"), follow=True)
    assert "Savienots." in page.content.decode()
    page = client.post(PAGE, follow=True)
    assert "Atvienots." in page.content.decode()
    assert not SocialAccount.objects.exists()


def test_the_last_way_in_is_not_parted(client: Client, invited: User) -> None:
    accept(client, invited, "anna")
    page = client.post(PAGE, follow=True)
    assert "Vispirms izvēlieties paroli" in page.content.decode()
    assert SocialAccount.objects.exists()


# --- where there is none ---------------------------------------------------------------------


def test_without_a_provider_there_is_no_button_and_no_way(client: Client, settings: Any) -> None:
    settings.OPENID_NAME, settings.SOCIALACCOUNT_PROVIDERS = "", {}
    assert BEGIN not in client.get("/konts/pieteikties/").content.decode()
    assert client.post(BEGIN).status_code == 404
    assert client.get("/openid/openid/?code=1&state=1").status_code == 404


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"LIGZDA_OIDC_ISSUER": "http://login.example.org"}, "https://"),
        ({"LIGZDA_OIDC_ISSUER": "https://login.example.org"}, "LIGZDA_OIDC_CLIENT"),
    ],
)
def test_settings_that_cannot_be_used_are_named(given: dict[str, str], said: str) -> None:
    with pytest.raises(OpenIdError, match=said):
        openid_settings(given)
