"""What was typed and could not be taken is given back.

A form that comes without a session (it ended over night) is kept until its writer has signed in,
and can be sent then; a page that only takes a form says so instead of an empty answer; a refusal
that no page has caught is a page with the sentence and the text.

The form is kept in the browser's own session, in the database, and goes when it is sent or thrown
away. Only a browser that had a session has something to continue; passwords and files are never
kept, nor anything from the pages of accounts.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render, resolve_url
from django.urls import Resolver404, resolve, reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ligzda.kernel.constraints import sentence_of
from ligzda.kernel.errors import RefusedError

KEY = "unsent"
MOST_CHARACTERS = 64 * 1024
KEPT_SECONDS = 3600
_NEVER = ("password", "csrfmiddlewaretoken", "code", "solution")


@dataclass(frozen=True)
class Unsent:
    """A form that waits for its writer: where it goes, and what was filled in."""

    address: str
    given: list[tuple[str, str]]

    @property
    def typed(self) -> list[tuple[str, str]]:
        """What a person would not like to write again."""
        return [(name, value) for name, value in self.given if " " in value.strip()]


class UnsentMiddleware:
    """Keep forms without a session; make pages of refusals and of addresses for forms."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and see to it that nothing typed is lost by the answer."""
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return _not_taken(request, response)
        if request.method != "POST":
            return response
        if request.user.is_authenticated:
            found = kept(request)
            if found is not None and found.address == request.get_full_path():
                del request.session[KEY]
        elif _leads_to_sign_in(response) and keep(request):
            return redirect(sign_in_address())
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say a refusal that its page has not caught: the sentence, and what was typed."""
        reason = sentence_of(error) if isinstance(error, DatabaseError) else None
        if isinstance(error, RefusedError):
            reason = str(error)
        if reason is None:
            return None
        context = {"reason": reason, "typed": typed(request), "back": _back(request)}
        return render(request, "409.html", context, status=409)


def keep(request: HttpRequest) -> bool:
    """Keep the posted form of a browser whose session ended; return whether there was one."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or _of_an_account(request):
        return False
    given = given_in(request)
    if not given or sum(len(name) + len(value) for name, value in given) > MOST_CHARACTERS:
        return False
    request.session[KEY] = {"to": request.get_full_path(), "given": given, "at": time.time()}
    return True


def kept(request: HttpRequest) -> Unsent | None:
    """Return the form that this browser's session keeps."""
    found = request.session.get(KEY)
    if not found or time.time() - found["at"] > KEPT_SECONDS:
        return None
    return Unsent(found["to"], [(name, value) for name, value in found["given"]])


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what a person typed into the form that is being answered."""
    return Unsent("", given_in(request)).typed if request.method == "POST" else []


def sign_in_address() -> str:
    """Return where to sign in, and then to go on with the form."""
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': reverse('unsent')})}"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsent(request: HttpRequest) -> HttpResponse:
    """Show the form that waits, to be sent again or thrown away."""
    if not request.user.is_authenticated:
        return redirect(sign_in_address())
    if request.method == "POST":
        request.session.pop(KEY, None)
        return redirect(settings.LOGIN_REDIRECT_URL)
    found = kept(request)
    if found is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "unsent.html", {"unsent": found})


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form whose token does not fit, and give its text back.

    It is not offered to be sent again: it may come from a page of somebody else's.
    """
    context = {"typed": typed(request), "back": _back(request)}
    return render(request, "csrf.html", context, status=403)


def given_in(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what a form holds, but for what is never kept: passwords, codes, its token."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if not any(word in name for word in _NEVER)
        for value in values
    ]


def _leads_to_sign_in(response: HttpResponse) -> bool:
    where = urlsplit(response.get("Location", "")).path
    return response.status_code in (301, 302) and where == resolve_url(settings.LOGIN_URL)


def _of_an_account(request: HttpRequest) -> bool:
    try:
        name = resolve(request.path_info).view_name
    except Resolver404:
        return True
    return name.startswith(("account_", "mfa_"))


def _back(request: HttpRequest) -> str:
    """Return the page the form was on, where it was one of ours."""
    came = urlsplit(request.headers.get("Referer", ""))
    return came.path if came.netloc == request.get_host() and came.path != request.path else ""


def _not_taken(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    context = {"back": _back(request), "typed": typed(request)}
    page = render(request, "405.html", context, status=405)
    page["Allow"] = response["Allow"]
    return page
