"""Long forms are kept while they are written, and offered when their writer comes back.

The browser sends the form every few seconds (kernel/static/keep.js); without a script the button
for saving does: what it could not save is kept. A view names its form (kernel/unsaved.py), nothing
else needs to be done. `unsent` beside this is about a form whose session had ended.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ligzda.kernel.confirm import changes
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.unsaved import long_form
from ligzda.network.models import UnsavedText
from ligzda.network.rules import signed_in
from ligzda.network.unsaved import forget_text, keep_text
from ligzda.server.unsent import given_in

_OWN = frozenset({"about", "change", "confirmed", "drop", "next"})


@dataclass(frozen=True)
class Offer:
    """What somebody typed and did not save, to be taken up again or thrown away."""

    about: str
    moment: str
    given: list[tuple[str, str]]


def offered(request: HttpRequest) -> Offer | None:
    """Return what waits for this person at the form that the page shows."""
    form = long_form(request)
    if form is None or request.method != "GET" or not request.user.is_authenticated:
        return None
    row = UnsavedText.objects.filter(user=request.user, about=form.about).first()
    if row is None or row.kept_at < timezone.now() - UnsavedText.KEPT:
        return None
    at = timezone.localtime(row.kept_at)
    today = at.date() == timezone.localdate()
    moment = date_format(at, "TIME_FORMAT" if today else "SHORT_DATETIME_FORMAT")
    return Offer(form.about, moment, [(name, value) for name, value in row.given])


class UnsavedMiddleware:
    """Keep what a long form could not save, forget what it has saved."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and look how it went."""
        response = self.get_response(request)
        form = long_form(request)
        if form is None or request.method != "POST" or not request.user.is_authenticated:
            return response
        by = signed_in(request.user)
        if form.saved:
            forget_text(by=by, about=form.about)
        elif not changes(request) and not _too_long(request):
            where = request.get_full_path()
            keep_text(by=by, about=form.about, given=_typed(request), address=where)
        return response


@never_cache
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a form that is being written, or throw away what was kept; say so in a sentence.

    Its script shows the sentence, whatever it is, so an ended session is no page to sign in at.
    """
    plain = "text/plain; charset=utf-8"
    if not request.user.is_authenticated:
        words = _("Your session has ended: nothing is kept until you have signed in again.")
        return HttpResponse(words, plain, 403)
    by, about = signed_in(request.user), request.GET.get("about", "")
    if "drop" in request.POST:
        forget_text(by=by, about=about)
        back = request.POST.get("next", "")
        ours = url_has_allowed_host_and_scheme(back, {request.get_host()})
        return redirect(back if ours else resolve_url("/"))
    try:
        kept = keep_text(by=by, about=about, given=_typed(request), address=_came_from(request))
    except BadDataError as refused:
        return HttpResponse(str(refused), plain, 422)
    moment = date_format(timezone.localtime(kept.kept_at), "TIME_FORMAT")
    return HttpResponse(_("Kept at %(moment)s, not saved yet.") % {"moment": moment}, plain)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, value in given_in(request) if name not in _OWN]


def _came_from(request: HttpRequest) -> str:
    """Return the page of ours on which the form stands."""
    came = urlsplit(request.headers.get("Referer", ""))
    if came.netloc != request.get_host():
        return ""
    return f"{came.path}?{came.query}" if came.query else came.path


def _too_long(request: HttpRequest) -> bool:
    typed = sum(len(name) + len(value) for name, value in _typed(request))
    return typed > UnsavedText.MOST_CHARACTERS
