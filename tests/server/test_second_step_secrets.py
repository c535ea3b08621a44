"""No dump tells the keys of second steps; with another secret key no code is right."""

import importlib

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.db import connection
from django.http import HttpRequest
from pytest_django import Settings
from tests.cast import Cast, _loaded, cast
from tests.signing_in import SECRET, code_now

__all__ = ["_loaded", "cast"]

pytestmark = pytest.mark.django_db
OTHER_KEY = "another secret key of fifty characters, or a few more"


@pytest.fixture
def steps(cast: Cast) -> tuple[TOTP, RecoveryCodes]:
    request = HttpRequest()
    request.user = cast.administrator
    app = TOTP.activate(cast.administrator, SECRET)
    return app, RecoveryCodes.activate(cast.administrator)


def anew(step: Authenticator) -> Authenticator:
    return Authenticator.objects.get(pk=step.pk)


def kept() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(data::text, ' ') FROM mfa_authenticator")
        return str(cursor.fetchone()[0])


def test_the_database_does_not_tell_them(steps: tuple[TOTP, RecoveryCodes]) -> None:
    app, codes = steps
    assert SECRET not in kept()
    assert get_adapter().decrypt(codes.instance.data["seed"]) not in kept()
    assert TOTP(anew(app.instance)).validate_code(code_now(SECRET))
    assert RecoveryCodes(anew(codes.instance)).validate_code(codes.generate_codes()[0])


def test_with_another_key_no_code_is_right(
    steps: tuple[TOTP, RecoveryCodes], settings: Settings
) -> None:
    app, codes = steps
    written = codes.generate_codes()
    settings.SECRET_KEY = OTHER_KEY
    assert not TOTP(anew(app.instance)).validate_code(code_now(SECRET))
    assert not TOTP(anew(app.instance)).validate_code(code_now(""))
    assert not set(written) & set(RecoveryCodes(anew(codes.instance)).generate_codes())


def test_what_a_release_before_kept_is_read_and_encrypted_by_the_upgrade(
    steps: tuple[TOTP, RecoveryCodes],
) -> None:
    app, _codes = steps
    Authenticator.objects.filter(pk=app.instance.pk).update(data={"secret": SECRET})
    assert TOTP(anew(app.instance)).validate_code(code_now(SECRET))
    Authenticator.objects.filter(pk=app.instance.pk).update(data={"secret": SECRET})
    upgrade = importlib.import_module("ligzda.server.migrations.0002_encrypt_second_steps")
    upgrade.encrypt(apps, None)
    assert SECRET not in kept()
    assert get_adapter().decrypt(anew(app.instance).data["secret"]) == SECRET
    upgrade.decrypt(apps, None)
    assert anew(app.instance).data["secret"] == SECRET
