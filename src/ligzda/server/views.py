"""Health for whoever watches the server, and the pages for what went wrong."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ligzda.kernel.room import each
from ligzda.languages import DEFAULT


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines what to leave alone, and where the rooms list their pages."""
    with override(DEFAULT):
        closed = [reverse(name) for name in each(lambda room: room.unlisted)]
        sitemaps = [reverse(name) for name in each(lambda room: room.sitemaps)]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    lines += [f"Sitemap: {request.build_absolute_uri(path)}" for path in sitemaps]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show the page for an address that leads nowhere."""
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show the page for something that is not the reader's."""
    return render(request, "403.html", {"reason": str(exception)}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Show the page for our own mistake, without touching the database."""
    return render(request, "500.html", status=500)
