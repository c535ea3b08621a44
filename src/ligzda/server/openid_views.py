"""To the OpenID Connect provider and back, and the page of an account that is connected with it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import INTERNAL_RESET_SESSION_KEY
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.connect import disconnect, validate_disconnect
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.openid_connect.views import callback
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from requests import RequestException

from ligzda.server.openid import KEY
from ligzda.server.openid_adapter import begun_elsewhere, does_not_answer, new_nonce, refused

_NO_ANSWER = (RequestException, KeyError, TypeError, ValueError)
"""It is down, or what it says of itself is no provider's document."""


def _where_there_is_one(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def found(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if not settings.OPENID_NAME:
            raise Http404
        return view(request, *args, **kwargs)

    return found


@_where_there_is_one
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Lead to the provider, to sign in or with the link of an invitation."""
    data: dict[str, Any] = {}
    if uidb36 := request.POST.get("invited"):
        key = request.session.get(INTERNAL_RESET_SESSION_KEY, "")
        data["link"] = {"uidb36": uidb36, "key": key}
    return _onwards(request, AuthProcess.LOGIN, data)


@_where_there_is_one
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the provider's answer. allauth asks first who it is, and lets that fail as it may."""
    try:
        found: HttpResponse = callback(request, provider_id)
    except _NO_ANSWER:
        return refused(request, does_not_answer(), 503)
    return found


@login_required
@_where_there_is_one
@reauthentication_required  # type: ignore[untyped-decorator]
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Connect one's account with the provider, or part them."""
    account = SocialAccount.objects.filter(user=request.user, provider=KEY).first()
    if request.method == "POST" and account is None:
        return _onwards(request, AuthProcess.CONNECT, {})
    if request.method == "POST":
        try:
            validate_disconnect(request, account)
        except ValidationError:
            messages.error(request, _("Choose a password first: you could not sign in any more."))
        else:
            disconnect(request, account)
        return redirect("account_openid")
    return render(request, "account/openid.html", {"account": account})


def _onwards(request: HttpRequest, process: str, data: dict[str, Any]) -> HttpResponse:
    """Show where it goes, and go.

    No redirect: after a form one would be held to the policy's `form-action`, and which hosts a
    provider leads through is its business.
    """
    nonce = new_nonce()
    try:
        found = (
            get_adapter()
            .get_provider(request, KEY)
            .redirect(
                request,
                process,
                next_url=get_next_redirect_url(request),
                data={**data, "nonce": nonce, "language": get_language()},
                auth_params={"nonce": nonce},
            )
        )
    except _NO_ANSWER:
        return refused(request, does_not_answer(), 503)
    if found.status_code != 302:
        return refused(request, begun_elsewhere(), 401)
    return render(request, "account/openid_onwards.html", {"onwards": found["Location"]})
