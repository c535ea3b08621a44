"""Security keys: a stranger's JSON is refused in words, another's key is nobody's business."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import Cast, _loaded, cast
from tests.signing_in import record

from ligzda.network.models import User
from ligzda.server.security_keys import AddKeyForm, UseKeyForm
from ligzda.server.sign_in import has_second_step

__all__ = ["_loaded", "cast"]

pytestmark = pytest.mark.django_db
KEYS = "/konts/divi-soli/atslegas/"
PASSWORD = "Divi stārķi pie Daugavas"
ODD = [
    "", "false", "0",
    "[", "[]", "{}", "1", '"x"', "null", '{"id": 1}', '{"response": []}', '{"response": {}}',
    '{"id": "A", "rawId": "A", "type": "public-key", "response": {"clientDataJSON": "A"}}',
    '{"id": "ā", "rawId": "ā", "response": {"clientDataJSON": "ā", "attestationObject": 1}}',
]  # fmt: skip


@pytest.fixture
def anna(client: Client) -> User:
    """Somebody signed in who has just confirmed that it is her."""
    user = User.objects.create_user("anna@example.org", PASSWORD, name="Anna Ozola")
    client.force_login(user)
    record(client, user, "password", reauthenticated=True)
    return user


def keep_key(user: User) -> Authenticator:
    data = {"name": "viņas", "credential": {}}
    kept: Authenticator = Authenticator.objects.create(user=user, type="webauthn", data=data)
    return kept


@pytest.mark.parametrize("answer", ODD)
def test_an_answer_that_is_none_enrols_nothing_and_says_so(
    client: Client, anna: User, answer: str
) -> None:
    client.get(f"{KEYS}jauna/")
    page = client.post(f"{KEYS}jauna/", {"name": "x", "credential": answer})
    assert page.status_code == 200
    assert "Mēģiniet vēlreiz" in page.content.decode()
    assert not has_second_step(anna)


def test_an_answer_to_no_question_enrols_nothing(client: Client, anna: User) -> None:
    page = client.post(f"{KEYS}jauna/", {"name": "x", "credential": ODD[-2]})
    assert "Mēģiniet vēlreiz" in page.content.decode()


@pytest.mark.parametrize("act", ["", "nonemt/"])
def test_a_key_of_another_is_not_there(client: Client, anna: User, cast: Cast, act: str) -> None:
    hers = keep_key(cast.ogre)
    assert client.get(f"{KEYS}{hers.pk}/{act}").status_code == 404
    assert client.post(f"{KEYS}{hers.pk}/{act}", {"name": "mana"}).status_code == 404
    hers.refresh_from_db()
    assert hers.data["name"] == "viņas"


def test_a_key_counts_as_the_second_step(client: Client, anna: User) -> None:
    assert client.get("/mana-lapa/").status_code == 200
    keep_key(anna)
    assert client.get("/mana-lapa/").status_code == 302  # this session took the password alone


PARTS = st.sampled_from(("id", "rawId", "type", "response", "clientDataJSON", "attestationObject"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(PARTS, inner),
)


@given(JSON)
def test_no_json_passes_for_an_answer_or_breaks_the_form(answer: Any) -> None:
    given = {"name": "x", "credential": json.dumps(answer)}
    assert not AddKeyForm(given, user=User(pk=0)).is_valid()
    assert not UseKeyForm(given, user=User(pk=0)).is_valid()
