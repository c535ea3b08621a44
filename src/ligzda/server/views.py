"""Health for whoever watches the server, and the pages for what went wrong."""

from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.room import each
from ligzda.languages import CODES, DEFAULT
from ligzda.network.rules import signed_in
from ligzda.server import own_sessions, unsent
from ligzda.server.readiness import readiness


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer: this process lives. Whether it is fit to serve, /ready says."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the house is fit to serve, 503 and what it lacks otherwise."""
    found = readiness()
    return JsonResponse(
        {"ready": not found.unfit, "unfit": found.unfit, **asdict(found)},
        status=503 if found.unfit else 200,
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines what to leave alone, and where the rooms list their pages."""
    closed = []
    for code in CODES:
        with override(code):
            closed += [reverse(name) for name in each(lambda room: room.unlisted)]
    closed = list(dict.fromkeys(closed))
    with override(DEFAULT):
        sitemaps = [reverse(name) for name in each(lambda room: room.sitemaps)]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    lines += [f"Sitemap: {request.build_absolute_uri(path)}" for path in sitemaps]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_sessions_page(request: HttpRequest) -> HttpResponse:
    """Show where the account is open; end one other session, or all."""
    user = signed_in(request.user)
    if request.method == "POST":
        asked = request.POST.get("end", "")
        ended = own_sessions.end(request, user, None if asked == "others" else asked)
        said = ngettext("%(count)s session has ended.", "%(count)s sessions have ended.", ended)
        messages.success(request, said % {"count": ended})
        return redirect("account_sessions")
    context = {"sessions": own_sessions.sessions(request, user)}
    return render(request, "account/sessions.html", context)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show the page for an address that leads nowhere."""
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show the page for something that is not the reader's."""
    context: dict[str, object] = {"reason": str(exception), "sign_in": unsent.sign_in_address()}
    if request.method == "POST":
        asked = request.user.is_authenticated or not unsent.keep(request)
        context |= {"typed": unsent.typed(request) if asked else [], "kept": not asked}
    return render(request, "403.html", context, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Show the page for our own mistake, without touching the database."""
    return render(request, "500.html", status=500)
