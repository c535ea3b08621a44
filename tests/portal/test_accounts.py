"""Signing in, out and in two steps, as a person meets it in either language."""

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from tests.signing_in import code_now

from ligzda.network.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "Divi stārķi pie Daugavas"


@pytest.fixture(autouse=True)
def _mail_stays_here(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def anna() -> User:
    return User.objects.create_user("anna@example.org", PASSWORD, name="Anna Ozola")


@pytest.fixture
def signed_in(client: Client, anna: User) -> Client:
    response = client.post(
        reverse("account_login"), {"login": anna.email, "password": PASSWORD}, follow=True
    )
    assert response.context["user"] == anna
    return client


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def confirmed(client: Client, name: str, password: str = PASSWORD) -> Any:
    """Open a page that asks for the password again, and give it."""
    answer = {"password": password, "next": reverse(name)}
    return client.post(reverse("account_reauthenticate"), answer, follow=True)


@pytest.mark.parametrize(
    ("language", "path", "words"),
    [("lv", "/konts/pieteikties/", "Pieteikties"), ("en", "/en/account/sign-in/", "Sign in")],
)
def test_the_sign_in_page_speaks_both_languages(
    client: Client, language: str, path: str, words: str
) -> None:
    with override(language):
        assert reverse("account_login") == path
    page = text(client.get(path))
    assert f'<html lang="{language}">' in page
    assert f"<h1>{words}</h1>" in page


def test_signing_in_and_out(client: Client, anna: User) -> None:
    page = client.post(
        reverse("account_login"), {"login": "ANNA@example.org", "password": PASSWORD}, follow=True
    )
    assert "Anna Ozola" in text(page)
    assert "Pieteikšanās izdevās." in text(page)
    page = client.post(reverse("account_logout"), follow=True)
    assert "Anna Ozola" not in text(page)
    assert "Jūs izgājāt no konta." in text(page)


def test_a_wrong_password_is_said_in_words(client: Client, anna: User) -> None:
    page = client.post(reverse("account_login"), {"login": anna.email, "password": "nepareiza"})
    assert "E-pasta adrese vai parole nav pareiza." in text(page)


def test_nobody_makes_an_account_for_themselves(client: Client) -> None:
    answer = {"email": "x@example.org", "password1": PASSWORD, "password2": PASSWORD}
    page = client.post(reverse("account_signup"), answer)
    assert "Kontus izveido pēc uzaicinājuma" in text(page)
    assert not User.objects.filter(email="x@example.org").exists()


def test_a_forgotten_password_is_replaced_by_mail(client: Client, anna: User) -> None:
    client.post(reverse("account_reset_password"), {"email": anna.email})
    (letter,) = mail.outbox
    assert letter.subject == "Jauna parole Ligzdai"
    link = re.search(r"http://testserver(/konts/parole/atjaunot/\S+)", str(letter.body))
    assert link, letter.body
    page = client.get(link[1], follow=True)
    new = "Trīs gulbji pār Ogri"
    action = page.context["action_url"]
    page = client.post(action, {"password1": new, "password2": new}, follow=True)
    assert "Parole ir nomainīta" in text(page)
    anna.refresh_from_db()
    assert anna.check_password(new)
    assert "Šī saite vairs neder" in text(client.get(link[1], follow=True))


@pytest.mark.django_db(transaction=True)
def test_after_a_reset_the_address_is_proven_and_two_steps_can_be_set_up(
    client: Client, anna: User
) -> None:
    client.post(reverse("account_reset_password"), {"email": anna.email})
    link = re.search(r"http://testserver(/konts/parole/atjaunot/\S+)", str(mail.outbox[0].body))
    assert link
    new = "Trīs gulbji pār Ogri"
    action = client.get(link[1], follow=True).context["action_url"]
    client.post(action, {"password1": new, "password2": new})
    assert EmailAddress.objects.get(user=anna).verified
    client.post(reverse("account_login"), {"login": anna.email, "password": new})
    page = confirmed(client, "mfa_activate_totp", new)
    code = code_now(page.context["form"].secret)
    client.post(reverse("mfa_activate_totp"), {"code": code})
    assert Authenticator.objects.filter(user=anna, type="totp").exists()


def test_an_unproven_address_keeps_nobody_from_a_second_step(signed_in: Client, anna: User) -> None:
    EmailAddress.objects.update_or_create(user=anna, email=anna.email, defaults={"verified": False})
    page = confirmed(signed_in, "mfa_activate_totp")
    assert "Iestatīt autentifikatora lietotni" in text(page)


def test_an_unknown_address_gets_no_letter_and_the_page_tells_nothing(client: Client) -> None:
    page = client.post(reverse("account_reset_password"), {"email": "x@example.org"}, follow=True)
    assert "Ja kādam kontam ir šāda adrese" in text(page)
    assert mail.outbox == []


def test_changing_the_password(signed_in: Client, anna: User) -> None:
    new = "Trīs gulbji pār Ogri"
    answer = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    page = signed_in.post(reverse("account_change_password"), answer, follow=True)
    assert "Parole ir nomainīta." in text(page)
    anna.refresh_from_db()
    assert anna.check_password(new)


@pytest.mark.django_db(transaction=True)
def test_two_steps_from_set_up_to_recovery_code(signed_in: Client, anna: User) -> None:
    page = confirmed(signed_in, "mfa_activate_totp")
    assert "<svg" in text(page)
    assert "data:" not in text(page), "the Content-Security-Policy would block it"
    secret = page.context["form"].secret
    page = signed_in.post(reverse("mfa_activate_totp"), {"code": code_now(secret)}, follow=True)
    codes = page.context["unused_codes"]
    assert "Atlikuši 10 atkopšanas kodi." in text(page)

    signed_in.post(reverse("account_logout"))
    page = signed_in.post(
        reverse("account_login"), {"login": anna.email, "password": PASSWORD}, follow=True
    )
    assert "Ievadiet sešu ciparu kodu" in text(page)
    assert "Anna Ozola" not in text(page)
    page = signed_in.post(reverse("mfa_authenticate"), {"code": "000000"}, follow=True)
    assert "Kods nav pareizs." in text(page)
    page = signed_in.post(reverse("mfa_authenticate"), {"code": codes[0]}, follow=True)
    assert "Anna Ozola" in text(page)
    assert "Atlikuši 9 atkopšanas kodi." in text(signed_in.get(reverse("mfa_index")))


@pytest.mark.django_db(transaction=True)
def test_setting_up_counts_for_this_session_and_ends_the_others(
    signed_in: Client, anna: User
) -> None:
    """Committed, because allauth tells of a new app only after the commit."""
    elsewhere = Client()
    elsewhere.post(reverse("account_login"), {"login": anna.email, "password": PASSWORD})
    assert elsewhere.get(reverse("portal:my_place")).status_code == 200
    page = confirmed(signed_in, "mfa_activate_totp")
    signed_in.post(reverse("mfa_activate_totp"), {"code": code_now(page.context["form"].secret)})
    assert signed_in.get(reverse("portal:my_place")).status_code == 200
    assert elsewhere.get(reverse("portal:my_place")).status_code == 302


def test_a_sensitive_step_asks_for_the_password_again(signed_in: Client) -> None:
    page = signed_in.get(reverse("mfa_activate_totp"), follow=True)
    assert "Apstipriniet, ka tas esat jūs" in text(page)
    page = confirmed(signed_in, "mfa_activate_totp", "Divi stārķi")
    assert "Nepareiza parole." in text(page)
    assert "Iestatīt autentifikatora lietotni" in text(confirmed(signed_in, "mfa_activate_totp"))


@pytest.mark.parametrize("name", ["mfa_index", "account_change_password", "portal:my_place"])
def test_strangers_are_asked_to_sign_in(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/konts/pieteikties/?next=")


def test_home_opens_before_the_network_is_loaded(client: Client) -> None:
    page = client.get(reverse("portal:home"))
    assert page.status_code == 200
    assert "<svg viewBox" in text(page), "the cube is there, the map is not"
    assert 'id="map"' not in text(page)
