"""Who signed in and who did not, for whoever watches the log: by number, never by address.

A line is `ligzda.security: signed in: user 3`. Which network it was, the proxy's log says.
"""

import logging
from typing import Any

from allauth.account.signals import password_changed, password_reset, user_logged_in
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.socialaccount.signals import social_account_added, social_account_removed
from django.contrib.auth.signals import user_login_failed

_log = logging.getLogger("ligzda.security")


def listen() -> None:
    """Hear every step of signing in."""
    for signal, what in (
        (user_logged_in, "signed in"),
        (password_changed, "password changed"),
        (password_reset, "password reset"),
        (authenticator_added, "second step added"),
        (authenticator_removed, "second step removed"),
    ):
        signal.connect(_hear(what), weak=False, dispatch_uid=f"security log: {what}")
    for signal, what in (
        (social_account_added, "openid connected"),
        (social_account_removed, "openid parted"),
    ):
        signal.connect(_hear_openid(what), weak=False, dispatch_uid=f"security log: {what}")
    user_login_failed.connect(_failed, dispatch_uid="security log: failed")


def _hear(what: str) -> Any:
    def heard(sender: object, user: Any, **_more: object) -> None:
        _log.info("%s: user %s", what, user.pk)

    return heard


def _hear_openid(what: str) -> Any:
    def heard(sender: object, **more: Any) -> None:
        _log.info("%s: user %s", what, openid_owner(**more).pk)

    return heard


def openid_owner(**more: Any) -> Any:
    """Return whose account a signal of allauth's speaks of: it names one of two things."""
    return (more.get("sociallogin") or more["socialaccount"]).user


def _failed(sender: object, **_more: object) -> None:
    _log.warning("sign-in failed")
