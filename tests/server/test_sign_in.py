"""One door: who is signed in went through allauth's pages, with every step that is due."""

import re
from http.cookies import SimpleCookie
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import LoginView
from django.core.signing import dumps
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from pytest_django import Settings
from tests.addresses import filled
from tests.cast import Cast
from tests.signing_in import SECRET, only_log_in, record
from tests.urlconf import patterns

from ligzda.network import actions
from ligzda.network.conduct import conduct
from ligzda.network.load import load_accounts
from ligzda.network.models import Membership, Partner, User
from ligzda.network.roles import ROLES
from ligzda.server.sign_in import UNTIL_SET_UP

PASSWORD = "Divi stārķi pie Daugavas"
SIGN_IN = "/konts/pieteikties/"
SET_UP = "/konts/divi-soli/iestatit/"
LANDING = "/mana-lapa/"
ASKED = {
    "network_lead", "coordinator", "incubator_manager", "instructor", "trainer", "mentor",
    "administrator", "moderator", "evaluator", "editor", "social_worker", "data_protection",
}  # fmt: skip


def addresses() -> list[tuple[str, str]]:
    """Return name and address of every page, with something in each gap."""
    found = patterns(get_resolver())
    return sorted({(name, filled(pattern, ("1",) * 9)) for name, pattern in found})


@pytest.fixture
def somebody(db: None) -> User:
    return User.objects.create_user("anna@example.org", PASSWORD, name="Anna Ozola")


def password_given(client: Client, user: User) -> Any:
    return client.post(SIGN_IN, {"login": user.email, "password": PASSWORD})


def signed_in(client: Client) -> bool:
    return client.get(LANDING).status_code == 200


def hold(role: str, user: User) -> None:
    [kind] = [each for each in ROLES if each.key == role]
    partner = Partner.objects.filter(kind__in=kind.held_at).order_by("slug")[0]
    actions.grant_role(by=User.objects.get(is_system=True), user=user, role=kind, partner=partner)
    actions.accept_conduct(by=user, version=conduct().version)


# --- no other door ---------------------------------------------------------------------------


@pytest.mark.slow
def test_no_other_page_signs_in_who_sends_the_right_password(somebody: User) -> None:
    doors = set()

    def heard(request: Any, **_more: object) -> None:
        doors.add(request.path)

    credentials = {
        **dict.fromkeys(("login", "username", "email", "user"), somebody.email),
        "password": PASSWORD,
    }
    user_logged_in.connect(heard)
    client = Client(raise_request_exception=False)
    try:
        for _name, address in addresses():
            with transaction.atomic():
                client.post(address, credentials)
                transaction.set_rollback(True)
            client.cookies.clear()
    finally:
        user_logged_in.disconnect(heard)
    assert doors == {SIGN_IN}


def test_no_address_leads_to_a_sign_in_view_of_django(somebody: User) -> None:
    reached = {get_resolver().resolve(address).func for _name, address in addresses()}
    classes = {getattr(view, "view_class", object) for view in reached}
    assert not [each for each in classes if issubclass(each, LoginView)]


def test_wagtails_doors_lead_to_the_one_door(client: Client, cast: Cast) -> None:
    answer = client.get("/redakcija/login/?next=/redakcija/")
    assert answer["Location"] == f"{SIGN_IN}?next=/redakcija/"
    for address in ("", "done/", "confirm/MQ/set-password/", "complete/"):
        answer = client.get(f"/redakcija/password_reset/{address}")
        assert answer["Location"] == reverse("account_reset_password")
    client.force_login(cast.ogre)
    client.post("/redakcija/logout/", follow=True)
    assert not signed_in(client)


# --- what a session must carry ---------------------------------------------------------------


def test_a_session_that_only_names_a_person_ends(client: Client, somebody: User) -> None:
    only_log_in(client, somebody)
    assert client.get(LANDING)["Location"].startswith(SIGN_IN)
    assert "_auth_user_id" not in client.session


def test_the_steps_of_another_person_are_not_theirs(client: Client, somebody: User) -> None:
    other = User.objects.create_user("janis@example.org", PASSWORD, name="Jānis")
    only_log_in(client, somebody)
    record(client, other, "password")
    assert not signed_in(client)


def test_the_password_alone_ends_where_the_account_has_a_second_step(
    client: Client, somebody: User
) -> None:
    only_log_in(client, somebody)
    record(client, somebody, "password")
    assert signed_in(client)
    TOTP.activate(somebody, SECRET)
    assert not signed_in(client)


def test_recovery_codes_alone_are_no_second_step(client: Client, somebody: User) -> None:
    Authenticator.objects.create(
        user=somebody, type=Authenticator.Type.RECOVERY_CODES, data={"seed": dumps("x")}
    )
    only_log_in(client, somebody)
    record(client, somebody, "password")
    assert signed_in(client)


# --- who must have a second step -------------------------------------------------------------


def test_whose_role_asks_for_it() -> None:
    assert {role.key for role in ROLES if role.second_step} == ASKED


@pytest.mark.parametrize("role", sorted(ASKED))
def test_such_a_person_comes_to_set_it_up_and_nowhere_else(
    client: Client, cast: Cast, somebody: User, role: str
) -> None:
    hold(role, somebody)
    password_given(client, somebody)
    assert client.get(LANDING)["Location"] == SET_UP
    page = client.get(SET_UP, follow=True).content.decode()
    assert "Jūsu loma prasa pieteikties divos soļos" in re.sub(r"\s+", " ", page)


@pytest.mark.slow
def test_until_it_is_set_up_every_address_leads_there(
    client: Client, cast: Cast, somebody: User
) -> None:
    hold("administrator", somebody)
    password_given(client, somebody)
    opened, cookies = set(), SimpleCookie(client.cookies)
    for name, address in addresses():
        for ask in (client.get, client.post):
            with transaction.atomic():
                if ask(address).get("Location") != SET_UP:
                    opened.add(name)
                transaction.set_rollback(True)
            client.cookies = SimpleCookie(cookies)
    assert opened == UNTIL_SET_UP


def test_signing_out_is_always_possible(client: Client, cast: Cast, somebody: User) -> None:
    hold("moderator", somebody)
    password_given(client, somebody)
    client.post("/konts/iziet/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("role", sorted({role.key for role in ROLES} - ASKED))
def test_others_may_go_without(client: Client, cast: Cast, somebody: User, role: str) -> None:
    hold(role, somebody)
    password_given(client, somebody)
    assert signed_in(client)


def test_a_role_that_has_ended_asks_for_nothing(client: Client, cast: Cast, somebody: User) -> None:
    hold("editor", somebody)
    actions.end_role(by=cast.system, membership=Membership.objects.get(user=somebody))
    password_given(client, somebody)
    assert signed_in(client)


def test_roles_are_read_once_a_request_and_anew_in_the_next(client: Client, cast: Cast) -> None:
    client.force_login(cast.ogre)
    drafting = reverse("network:decision_new", args=["ogres-novads"])
    with CaptureQueriesContext(connection) as asked:
        assert client.get(drafting).status_code == 200
    [_once] = [each for each in asked if 'FROM "network_membership" INNER JOIN' in each["sql"]]
    for membership in Membership.objects.filter(user=cast.ogre):
        actions.end_role(by=cast.system, membership=membership)
    assert client.get(drafting).status_code == 403


# --- the demonstration -----------------------------------------------------------------------


def demo_evaluator(system: User) -> User:
    load_accounts(by=system, password=PASSWORD)
    return User.objects.get(email="izvertetajs.rtu@ligzda.example")


def test_the_demonstrations_accounts_open_with_their_password(client: Client, cast: Cast) -> None:
    password_given(client, demo_evaluator(cast.system))
    assert signed_in(client)


@pytest.mark.parametrize(("demo", "https"), [(False, False), (True, True), (False, True)])
def test_no_account_is_spared_where_others_can_reach_the_house(
    client: Client, cast: Cast, settings: Settings, *, demo: bool, https: bool
) -> None:
    settings.DEMO, settings.HTTPS = demo, https
    password_given(client, demo_evaluator(cast.system))
    assert client.get(LANDING)["Location"] == SET_UP


def test_only_accounts_of_the_demonstration_are_spared(client: Client, cast: Cast) -> None:
    user = demo_evaluator(cast.system)
    User.objects.filter(pk=user.pk).update(is_demo=False)
    password_given(client, user)
    assert client.get(LANDING)["Location"] == SET_UP
