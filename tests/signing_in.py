"""Browsers of tests that are signed in as the sign-in page signs in: with every step recorded.

Django's `Client.force_login` calls `login` and leaves the rest; such a session ends at its first
request (`ligzda.server.sign_in`). In tests it therefore records what allauth would, and gives whom
their role asks for it an authenticator (tests/conftest.py puts it in Django's place).
"""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.http import HttpRequest
from django.test import Client

from ligzda.network.conduct import conduct
from ligzda.network.models import User
from ligzda.server.sign_in import CONDUCT, has_second_step, is_asked

SECRET = "JBSWY3DPEHPK3PXP"
"""The key of every authenticator that tests set up."""

only_log_in = Client.force_login
"""Django's own: a session that names a person and nothing else."""


def force_login(client: Client, user: User, backend: str | None = None) -> None:
    """Sign a person in with the password, and with a code where their account takes one."""
    only_log_in(client, user, backend)
    if is_asked(user) and not has_second_step(user):
        TOTP.activate(user, SECRET)
    session = client.session
    session[CONDUCT] = conduct().version  # accepted, as whoever has worked here before
    session.save()
    record(client, user, "password")
    for step in Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP):
        record(client, user, "mfa", id=step.pk, type=step.type)


def record(client: Client, user: User, method: str, **more: Any) -> None:
    """Write into the browser's session that the person has taken a step."""
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, user, method=method, **more)
    request.session.save()


def code_now(secret: str) -> str:
    """Return the code that an app with this key shows."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))
