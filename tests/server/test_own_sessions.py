"""One's own sessions are seen and ended; the owner hears of what changes on the account."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.cast import Cast, _loaded, cast
from tests.signing_in import SECRET

from ligzda.network.models import User
from ligzda.server.security_notices import SEND, SENTENCES
from ligzda.server.tasks import send_security_notice

__all__ = ["_loaded", "cast"]

pytestmark = pytest.mark.django_db
PASSWORD = "Divi stārķi pie Daugavas"
PAGE, LANDING = "/konts/sesijas/", "/mana-lapa/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Safari/604.1"


@pytest.fixture
def anna(db: None) -> User:
    return User.objects.create_user("anna@example.org", PASSWORD, name="Anna Ozola")


@pytest.fixture
def sign_in(anna: User) -> Callable[[str], Client]:
    def enter(browser: str, user: User = anna) -> Client:
        client = Client(headers={"user-agent": browser})
        client.post("/konts/pieteikties/", {"login": user.email, "password": PASSWORD})
        assert client.get(LANDING).status_code == 200
        return client

    return enter


def notices() -> list[str]:
    """Return what letters are owed about, in order, and send them."""
    owed = [job.args for job in ProcrastinateJob.objects.filter(task_name=SEND).order_by("pk")]
    for args in owed:
        send_security_notice(**args)
    return [args["what"] for args in owed]


def seen(client: Client) -> str:
    return client.get(PAGE).content.decode()


def test_it_shows_where_the_account_is_open(sign_in: Callable[..., Client]) -> None:
    here, there = sign_in(FIREFOX), sign_in(PHONE)
    page = seen(here)
    assert page.index("Firefox, Windows") < page.index("Safari, iOS")
    assert page.count("Šī pārlūkprogramma") == 1
    assert str(there.session.session_key) not in page


def test_one_is_ended_and_the_others_stay(sign_in: Callable[..., Client]) -> None:
    here, there, third = sign_in(FIREFOX), sign_in(PHONE), sign_in("Lynx")
    name = seen(here).partition("Safari, iOS")[2].partition('name="end" value="')[2][:32]
    here.post(PAGE, {"end": name})
    assert there.get(LANDING).status_code == 302
    assert {here.get(LANDING).status_code, third.get(LANDING).status_code} == {200}


def test_all_others_are_ended(sign_in: Callable[..., Client]) -> None:
    here, there, third = sign_in(FIREFOX), sign_in(PHONE), sign_in("Lynx")
    here.post(PAGE, {"end": "others"})
    assert {there.get(LANDING).status_code, third.get(LANDING).status_code} == {302}
    assert here.get(LANDING).status_code == 200


def test_nobody_ends_somebody_else_s(sign_in: Callable[..., Client], client: Client) -> None:
    hers = sign_in(FIREFOX)
    own = seen(sign_in(PHONE)).partition('name="end" value="')[2][:32]
    other = sign_in("Lynx", User.objects.create_user("b@example.org", PASSWORD, name="Baiba"))
    other.post(PAGE, {"end": own})
    other.post(PAGE, {"end": "others"})
    assert hers.get(LANDING).status_code == 200
    assert client.get(PAGE).status_code == 302


def test_a_new_browser_is_told_of_and_a_known_one_is_not(sign_in: Callable[..., Client]) -> None:
    sign_in(FIREFOX)
    sign_in(FIREFOX)
    sign_in(PHONE)
    assert notices() == ["signed_in", "signed_in"]
    assert [letter.to for letter in mail.outbox] == [["anna@example.org"]] * 2
    assert "Firefox, Windows" in mail.outbox[0].body
    assert "Safari, iOS" in mail.outbox[1].body
    assert "/konts/parole/atjaunot/" in mail.outbox[1].body


def test_a_changed_password_is_told_of(sign_in: Callable[..., Client]) -> None:
    new = "Trīs dzērves pie Gaujas"
    sign_in(FIREFOX).post(
        "/konts/parole/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert notices() == ["signed_in", "password"]


def test_a_removed_second_step_is_told_of(
    anna: User, client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    TOTP.activate(anna, SECRET)
    client.force_login(anna)
    removal = "/konts/divi-soli/nonemt/"
    client.post(f"/konts/apstiprinat/?next={removal}", {"password": PASSWORD})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(removal)
    assert notices() == ["step_removed"]
    assert "noņemta" in mail.outbox[0].body


def test_every_sentence_has_its_latvian(anna: User) -> None:
    for what, sentence in SENTENCES.items():
        send_security_notice(
            user=anna.pk, what=what, at="2026-11-27T10:00:00+00:00", browser="", language="lv"
        )
        assert sentence not in mail.outbox[-1].body


def test_who_was_erased_meanwhile_and_the_demonstration_get_none(cast: Cast, anna: User) -> None:
    User.objects.filter(pk=anna.pk).update(is_active=False)
    send_security_notice(
        user=anna.pk, what="password", at="2026-11-27T10:00:00+00:00", browser="", language="lv"
    )
    cast.ogre.set_password(PASSWORD)
    cast.ogre.save()
    Client().post("/konts/pieteikties/", {"login": cast.ogre.email, "password": PASSWORD})
    assert notices() == []
    assert mail.outbox == []
