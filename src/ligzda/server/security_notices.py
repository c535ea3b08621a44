"""A letter to the owner of an account when its protection changes, or a new browser signs in.

Whoever stole a password can do all of it but read the owner's mail (OWASP ASVS 2.2.3, 2.5.5). The
accounts of the demonstration get none: many know their one password.
"""

import datetime
from typing import Any

from allauth.account.signals import password_changed, password_reset, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.socialaccount.signals import social_account_added, social_account_removed
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, gettext_noop, override
from procrastinate.contrib.django import app

from ligzda.network.models import User
from ligzda.server import own_sessions
from ligzda.server.security_log import openid_owner
from ligzda.server.sign_in import SECOND_STEPS

SEND = "ligzda.server.tasks.send_security_notice"
SIGNED_IN = "signed_in"
SENTENCES = {
    SIGNED_IN: gettext_noop("Somebody has signed in to your account from a new browser."),
    "password": gettext_noop("The password of your account has been changed."),
    "step_added": gettext_noop("Two-factor sign-in of your account has been set up anew."),
    "step_removed": gettext_noop("Two-factor sign-in of your account has been removed."),
    "openid_added": gettext_noop("Another way to sign in has been connected with your account."),
    "openid_removed": gettext_noop("A way to sign in has been parted from your account."),
    "key_added": gettext_noop("A security key has been added to your account."),
    "key_removed": gettext_noop("A security key has been removed from your account."),
}


def listen() -> None:
    """Hear of what the owner should know."""
    user_logged_in.connect(_signed_in, dispatch_uid="security notice: signed in")
    for signal, what in (
        (password_changed, "password"),
        (password_reset, "password"),
        (authenticator_added, "step_added"),
        (authenticator_removed, "step_removed"),
    ):
        signal.connect(_hear(what), weak=False, dispatch_uid=f"security notice: {signal} {what}")

    for signal, what in (
        (social_account_added, "openid_added"),
        (social_account_removed, "openid_removed"),
    ):
        signal.connect(_hear_openid(what), weak=False, dispatch_uid=f"security notice: {what}")


def send(user: int, what: str, at: str, browser: str, language: str) -> None:
    """Send the letter; to nobody where the account has been closed since."""
    owner = User.objects.filter(pk=user, is_active=True).first()
    if owner is None:
        return
    moment = timezone.localtime(datetime.datetime.fromisoformat(at))
    with override(language):
        sentence = gettext(SENTENCES[what])
        lines = [
            sentence,
            date_format(moment, "SHORT_DATETIME_FORMAT") + (f", {browser}" if browser else ""),
            gettext("If it was you, do nothing. If not, choose a new password at once:"),
            str(settings.WAGTAILADMIN_BASE_URL) + reverse("account_reset_password"),
            gettext("Then end all other sessions, and write to the administrator of the network."),
        ]
        subject = gettext("Your account in Ligzda")
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    when = "".join(figure for figure in at if figure.isdigit())
    EmailMessage(
        subject,
        "\n\n".join(lines),
        settings.DEFAULT_FROM_EMAIL,
        [owner.email],
        # Sent again after a crash it is known as the same.
        headers={"Message-ID": f"<notice-{owner.pk}.{what}.{when}@{domain}>"},
    ).send()


def _signed_in(sender: object, request: HttpRequest, user: User, **_more: object) -> None:
    if own_sessions.begin(request, user):
        _owe(user, SIGNED_IN, request)


def _hear(what: str) -> Any:
    def heard(sender: object, request: HttpRequest, user: User, **more: Any) -> None:
        step = more.get("authenticator")
        if step is None:
            _owe(user, what, request)
        elif step.type == Authenticator.Type.WEBAUTHN:
            _owe(user, what.replace("step", "key"), request)
        elif step.type in SECOND_STEPS:  # recovery codes come and go with the others
            _owe(user, what, request)

    return heard


def _hear_openid(what: str) -> Any:
    def heard(sender: object, request: HttpRequest, **more: Any) -> None:
        _owe(openid_owner(**more), what, request)

    return heard


def _owe(user: User, what: str, request: HttpRequest) -> None:
    if user.is_demo:
        return
    app.configure_task(SEND).defer(
        user=user.pk,
        what=what,
        at=timezone.now().isoformat(),
        browser=own_sessions.browser_of(request),
        language=get_language() or settings.LANGUAGE_CODE,
    )
