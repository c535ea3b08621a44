"""Who may come in by the OpenID Connect provider: an account that was connected with it, by whom.

An account is connected by its owner: with the link of an invitation, which proves the address, or
when signed in. The provider must know them by the same address. Nobody is let in because of an
address alone.
"""

import secrets
from typing import Any

from allauth.account.forms import UserTokenForm
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import activate
from django.utils.translation import gettext as _
from requests import RequestException

from ligzda.network.models import User
from ligzda.server.adapters import prove_address


class ByInvitation(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """allauth's way through the provider and back, with the house's rules at its end."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in whose account it is; connect one with its owner's link; refuse all others."""
        kept = sociallogin.state.get("data") or {}
        _speak(kept)
        if not _is_the_answer(sociallogin, kept.get("nonce", "")):
            raise ImmediateHttpResponse(refused(request, begun_elsewhere(), 401))
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            if request.user.is_authenticated:
                _check_address(request, sociallogin, request.user)
        elif link := kept.get("link"):
            _accept(request, sociallogin, link)
        elif not sociallogin.is_existing:
            raise ImmediateHttpResponse(refused(request, _not_connected(), 403))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Say in words why it did not work."""
        _speak(((extra_context or {}).get("state") or {}).get("data") or {})
        if error == AuthError.CANCELLED:
            page = refused(request, _("You ended it there. Nothing has changed here."), 403)
        elif isinstance(exception, RequestException):
            page = refused(request, does_not_answer(), 503)
        else:
            page = refused(request, begun_elsewhere(), 401)
        raise ImmediateHttpResponse(page)

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: SocialAccount) -> str:
        """Return the page from which an account is connected."""
        return reverse("account_openid")


def new_nonce() -> str:
    """Return what the provider must say again in its answer (OpenID Connect Core 1.0, 15.5.2)."""
    return secrets.token_urlsafe(24)


def keep_the_number_alone(sender: object, instance: SocialAccount, **_more: object) -> None:
    """Keep of what the provider tells of a person only the number by which it knows them.

    allauth saves before it asks who may come in, so what was told stays beside the row until then.
    """
    instance.told, instance.extra_data = _told(instance), {}


def _told(account: SocialAccount) -> dict[str, Any]:
    found: dict[str, Any] = account.extra_data or getattr(account, "told", {})
    return found


def refused(request: HttpRequest, reason: str, status: int) -> HttpResponse:
    """Return the page that says why nobody came in by the provider, and what else there is."""
    return render(request, "account/openid_refused.html", {"reason": reason}, status=status)


def does_not_answer() -> str:
    """Return what is said while the provider cannot be reached."""
    return _("%(name)s does not answer now. Use your password, or try again later.") % {
        "name": settings.OPENID_NAME
    }


def begun_elsewhere() -> str:
    """Return what is said of an answer to no question, to an old one, or to another's."""
    return _("This answer belongs to no sign-in begun in this browser. Please begin again.")


def _not_connected() -> str:
    return _(
        "No account here is connected with this sign-in at %(name)s. Use the link of your "
        "invitation, or sign in with your password and connect it in your account."
    ) % {"name": settings.OPENID_NAME}


def _speak(kept: dict[str, Any]) -> None:
    # The provider comes back to one address whatever the language of the page was.
    if language := kept.get("language"):
        activate(language)


def _is_the_answer(sociallogin: SocialLogin, nonce: str) -> bool:
    """Whether the tokens answer this request, and speak of one person (3.1.3.7, 5.3.2)."""
    said = _told(sociallogin.account)
    token, info = said.get("id_token") or {}, said.get("userinfo") or {}
    same_person = token.get("sub") == info.get("sub", token.get("sub"))
    return bool(nonce) and token.get("nonce") == nonce and same_person


def _accept(request: HttpRequest, sociallogin: SocialLogin, link: dict[str, str]) -> None:
    form = UserTokenForm(data=link)
    if not form.is_valid():  # used meanwhile, or too late
        sentence = _("This link has been used, or it is too late for it. Ask for a new one.")
        raise ImmediateHttpResponse(refused(request, sentence, 403))
    user: User = form.reset_user
    _check_address(request, sociallogin, user)
    if not sociallogin.is_existing:
        sociallogin.connect(request, user)
    prove_address(sender=ByInvitation, request=request, user=user)


def _check_address(request: HttpRequest, sociallogin: SocialLogin, user: User) -> None:
    if sociallogin.is_existing and sociallogin.user != user:
        sentence = _("This sign-in at %(name)s belongs to another account here.")
        raise ImmediateHttpResponse(
            refused(request, sentence % {"name": settings.OPENID_NAME}, 403)
        )
    proven = {row.email.casefold() for row in sociallogin.email_addresses if row.verified}
    if user.email.casefold() not in proven:
        sentence = _(
            "%(name)s does not know you by the address %(email)s, or has not verified it. Sign in "
            "there with that address, or choose a password here."
        ) % {"name": settings.OPENID_NAME, "email": user.email}
        raise ImmediateHttpResponse(refused(request, sentence, 403))
