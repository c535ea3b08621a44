"""A session is what allauth made of it: signed in at its pages, with every step that is due.

Django's own `login` knows no second step and no limit, and libraries bring forms that call it
(Wagtail's did, below /redakcija/). So a session is not believed because it names a person; it must
carry what allauth records when somebody signs in there (ADR 0067).
"""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from ligzda.network.conduct import conduct, has_accepted
from ligzda.network.models import User
from ligzda.network.rules import keep_roles, needs_second_step, roles_held
from ligzda.server.load import demo_accounts_open

UNTIL_SET_UP = frozenset(
    {"mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate", "account_logout"}
)
"""All that opens for an account whose role asks for a second step that it does not have yet."""

UNTIL_ACCEPTED = frozenset({"network:conduct", "account_logout", "unsaved"})
"""All that opens for whoever acts for a partner and has not accepted the code of conduct yet.

What they were typing when a new version came is still kept."""

CONDUCT = "ligzda.conduct"
"""Where a session remembers which version its person has accepted, so that it is asked once."""

SECOND_STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""Recovery codes stand in for a step; they are none by themselves."""


class SignInMiddleware:
    """End sessions without their recorded steps; lead those to set one up who must have it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Make the request nobody's where its session lacks a step; lead to where one is due."""
        request.second_step_due = False  # type: ignore[attr-defined]
        if isinstance(request.user, User):
            keep_roles(request.user)
            secured = has_second_step(request.user)
            if not _recorded(request, request.user, secured=secured):
                logout(request)
                messages.info(request, _("This session has ended. Please sign in again."))
            elif not secured and is_asked(request.user):
                request.second_step_due = True  # type: ignore[attr-defined]
                if _name(request) not in UNTIL_SET_UP:
                    return redirect("mfa_activate_totp")
            elif owes_conduct(request, request.user) and _name(request) not in UNTIL_ACCEPTED:
                onwards = urlencode({"next": request.get_full_path()})
                return redirect(f"{reverse('network:conduct')}?{onwards}")
        return self.get_response(request)


def has_second_step(user: User) -> bool:
    """Whether signing in as this person takes more than the password."""
    return bool(Authenticator.objects.filter(user=user, type__in=SECOND_STEPS).exists())


def is_asked(user: User) -> bool:
    """Whether the person's roles of today ask for a second step.

    Of the demonstration's accounts none is asked: many know their one password, what they touch is
    invented, and they are closed wherever others can reach the house.
    """
    return needs_second_step(user) and not (user.is_demo and demo_accounts_open())


def owes_conduct(request: HttpRequest, user: User) -> bool:
    """Whether the person acts for a partner and has not accepted the code of conduct in force.

    The demonstration's accounts are nobody's, so nobody accepts anything with them.
    """
    version = conduct().version
    if request.session.get(CONDUCT) == version or (user.is_demo and demo_accounts_open()):
        return False
    if not any(role.acts_for_partner for role, _partner in roles_held(user)):
        return False  # may get a role within this session, so nothing is remembered
    if not has_accepted(user):
        return True
    request.session[CONDUCT] = version
    return False


def remember_set_up(
    sender: object, request: HttpRequest, user: User, authenticator: Authenticator, **_more: object
) -> None:
    """Count what set a step up as this session's second step; those that have none end."""
    if authenticator.type in SECOND_STEPS:
        record_authentication(
            request, user, method="mfa", id=authenticator.pk, type=authenticator.type
        )


def _name(request: HttpRequest) -> str:
    # Before any other middleware looks, so what Django will resolve is not known yet.
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""


def _recorded(request: HttpRequest, user: User, *, secured: bool) -> bool:
    methods = {record.get("method") for record in get_authentication_records(request, user)}
    return "mfa" in methods if secured else bool(methods)
